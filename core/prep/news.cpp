// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/news.h"

#include "async/delay.h"
#include "net/failures.h"
#include "prep/aboutfirm.h"
#include "prep/newsarticle.h"
#include "prep/newsfeed.h"
#include "prep/newsfilter.h"
#include "prep/newswire.h"

#include <QCoreApplication>
#include <QDeadlineTimer>

#include <algorithm>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace crema::prep {

namespace {

constexpr qint64 keptSeconds = 1800;
constexpr qsizetype mostKept = 64;
constexpr qsizetype mostFeeds = 20;
constexpr qint64 largestAnswer = 4'000'000;
constexpr qsizetype feedsAtOnce = 6; ///< as many as Qt opens to one host: none waits unseen, its time running
constexpr qint64 largestFeed = 2'000'000;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(crema::prep::News)
};

net::Request requestTo(QUrl url, const QString &service, const QString &jobId)
{
    net::Request request;
    request.url = std::move(url);
    request.service = service;
    request.purpose = Words::tr("Look for news about the firm");
    request.jobId = jobId;
    request.timeouts = {std::chrono::seconds(10), std::chrono::seconds(20), std::chrono::seconds(30)};
    request.longestWait = std::chrono::seconds(5);
    request.maxBytes = largestAnswer;
    return request;
}

/// What SerpApi's refusal means. Its own words may hold what was sent and are not shown.
Error serpApiError(const net::Response &response, const net::Request &request)
{
    Error error = net::statusError(response, request).value_or(Error {});
    if (response.status == 401 || response.status == 403) {
        error.kind = ErrorKind::unauthorised;
        error.text = Words::tr("SerpApi does not accept the key.");
    } else if (response.status == 429 && response.body.contains("run out of searches")) {
        error.kind = ErrorKind::outOfCredits;
        error.text = Words::tr("The account at SerpApi has no searches left.");
    }
    return error;
}

/// "Out of searches" does not pass by waiting.
bool isFinalRefusal(const net::Response &response)
{
    return response.status == 429 && response.body.contains("run out of searches");
}

bool isPassing(const Error &error)
{
    // Without a connection there is none in five seconds either, and a prep waits.
    return error.kind == ErrorKind::rateLimited || error.httpStatus >= 500;
}

Result<QVector<Article>> gdeltAnswer(const net::Response &response, const net::Request &request,
                                     const QDateTime &now)
{
    if (const auto error = net::statusError(response, request)) {
        return std::unexpected(*error);
    }
    return gdeltArticles(response.body, now);
}

/// One sentence for each source that could not be asked.
QString sentencesOf(const QStringList &problems)
{
    QStringList once = problems;
    once.removeDuplicates();
    return once.join(u' ');
}

} // namespace

/// What one search has come to.
struct NewsClient::Search
{
    Firm firm;
    NewsChoice choice;
    QString name; ///< as it is asked for
    QString jobId;
    QVector<Article> articles;
    qsizetype wide = 0; ///< how many of them, the first, are not out of the user's feeds
    QStringList asked; ///< sources that answered, for people
    QStringList problems; ///< a sentence each
    QVector<QUrl> feeds;
    qsizetype nextFeed = 0; ///< the first that nobody has begun to read
    QVector<std::optional<Result<QVector<Article>>>> feedAnswers; ///< by feed; none while not begun
    QDeadlineTimer feedsDeadline;
    bool usedGdelt = false;
    bool usedSerpApi = false;
};

NewsClient::NewsClient(net::Client &http, QUrl serpApiUrl, QUrl gdeltUrl, const Clock &clock, NewsPace pace)
    : m_http(http), m_serpApiUrl(std::move(serpApiUrl)), m_gdeltUrl(std::move(gdeltUrl)), m_clock(clock),
      m_pace(pace)
{
}

NewsClient::~NewsClient() = default;

std::optional<QVector<Article>> NewsClient::kept(const QUrl &url) const
{
    const auto found = m_kept.constFind(url);
    const bool isFresh = found != m_kept.constEnd() && found->at.secsTo(m_clock.now()) < keptSeconds
            && found->at <= m_clock.now();
    return isFresh ? std::optional(found->articles) : std::nullopt;
}

void NewsClient::keep(const QUrl &url, const QVector<Article> &articles)
{
    if (m_kept.size() >= mostKept) {
        m_kept.clear();
    }
    m_kept.insert(url, Kept {m_clock.now(), articles});
}

Task<Result<QVector<Article>>> NewsClient::askSerpApi(QUrl url, Secret key, QString jobId,
                                                      std::stop_token stop)
{
    if (const auto known = kept(url)) {
        co_return *known;
    }
    net::Request request = requestTo(withKey(url, key), u"SerpApi"_s, jobId);
    request.personalData = {u"firm name"_s};
    request.repeat = net::Repeat::ifRefused; // every answer counts against the user's searches
    request.isFinal = isFinalRefusal;
    const auto response = co_await m_http.send(request, std::move(stop));
    if (!response) {
        co_return std::unexpected(response.error());
    }
    if (!response->isSuccess()) {
        co_return std::unexpected(serpApiError(*response, request));
    }
    const auto articles = serpApiArticles(response->body, m_clock.now());
    if (articles) {
        keep(url, *articles);
    }
    co_return articles;
}

/// Waits for this caller's turn at GDELT; rateLimited when too many wait already.
Task<Result<>> NewsClient::takeGdeltTurn(std::stop_token stop)
{
    const QDateTime now = m_clock.now();
    const QDateTime turn = m_gdeltFree.isValid() ? std::max(now, m_gdeltFree) : now;
    const std::chrono::milliseconds wait(now.msecsTo(turn));
    if (wait > m_pace.longestWait) {
        co_return failure(ErrorKind::rateLimited,
                          Words::tr("GDELT takes one request in five seconds, and too many wait already."));
    }
    m_gdeltFree = turn.addMSecs(m_pace.gdelt.count());
    if (wait.count() > 0) {
        co_return co_await delay(wait, std::move(stop));
    }
    co_return Result<> {};
}

Task<Result<QVector<Article>>> NewsClient::askGdelt(QString name, QString jobId, std::stop_token stop)
{
    constexpr int mostAttempts = 2;
    const QUrl url = gdeltSearch(m_gdeltUrl, name);
    if (const auto known = kept(url)) {
        co_return *known;
    }
    net::Request request = requestTo(url, u"GDELT"_s, jobId);
    request.personalData = {u"firm name"_s};
    request.repeat = net::Repeat::never; // repeated here, at the service's pace
    for (int attempt = 1;; ++attempt) {
        const auto turn = co_await takeGdeltTurn(stop);
        if (!turn) {
            co_return std::unexpected(turn.error());
        }
        const auto response = co_await m_http.send(request, stop);
        const auto articles = response ? gdeltAnswer(*response, request, m_clock.now())
                                       : std::unexpected(response.error());
        if (articles) {
            keep(url, *articles);
        }
        if (articles || attempt == mostAttempts || !isPassing(articles.error())) {
            co_return articles;
        }
    }
}

Task<Result<QVector<Article>>> NewsClient::askFeed(QUrl url, QString jobId, std::stop_token stop)
{
    if (const auto known = kept(url)) {
        co_return *known;
    }
    net::Request request = requestTo(url, url.host(), jobId);
    request.repeat = net::Repeat::never;
    request.maxBytes = largestFeed;
    request.timeouts = m_pace.feed;
    request.headers = {
            {"Accept",
             "application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1"}};
    const auto response = co_await m_http.send(request, std::move(stop));
    if (!response) {
        co_return std::unexpected(response.error());
    }
    if (const auto error = net::statusError(*response, request)) {
        co_return std::unexpected(*error);
    }
    auto articles = feedArticles(response->body, m_clock.now());
    if (articles) {
        keep(url, *articles);
    }
    co_return articles;
}

void NewsClient::take(Search &search, const QString &source, const Result<QVector<Article>> &answer)
{
    if (answer) {
        search.asked << source;
        search.articles += *answer;
    } else {
        search.problems << answer.error().text;
    }
}

Task<Result<>> NewsClient::searchWide(std::shared_ptr<Search> search, std::optional<Secret> key,
                                      std::stop_token stop)
{
    if (key && !m_serpApiUrl.isEmpty()) {
        const QUrl url = serpApiSearch(m_serpApiUrl, search->name);
        const auto articles = co_await askSerpApi(url, *key, search->jobId, stop);
        take(*search, u"SerpApi"_s, articles);
        search->usedSerpApi = articles.has_value();
        if (articles || articles.error().kind == ErrorKind::cancelled) {
            co_return articles ? Result<> {} : std::unexpected(articles.error());
        }
    }
    if (!m_gdeltUrl.isEmpty()) {
        const auto articles = co_await askGdelt(search->name, search->jobId, stop);
        take(*search, u"GDELT"_s, articles);
        search->usedGdelt = articles.has_value();
        if (!articles && articles.error().kind == ErrorKind::cancelled) {
            co_return std::unexpected(articles.error());
        }
    }
    co_return Result<> {};
}

/// One feed after the other, as long as there are some that nobody else has begun and there is time.
Task<Result<>> NewsClient::readNextFeeds(std::shared_ptr<Search> search, std::stop_token stop)
{
    const auto mayBegin = [&search](bool isFirst) {
        return search->nextFeed < search->feeds.size() && (isFirst || !search->feedsDeadline.hasExpired());
    };
    for (bool isFirst = true; mayBegin(isFirst); isFirst = false) {
        const qsizetype index = search->nextFeed++;
        const auto articles = co_await askFeed(search->feeds[index], search->jobId, stop);
        if (!articles && articles.error().kind == ErrorKind::cancelled) {
            co_return std::unexpected(articles.error());
        }
        search->feedAnswers[index] = articles;
    }
    co_return Result<> {};
}

/// In the order of the user's list, whichever answered first: the same answers make the same prep.
void NewsClient::takeFeeds(Search &search)
{
    for (qsizetype i = 0; i < search.feeds.size(); ++i) {
        const QString host = search.feeds[i].host();
        const auto &articles = search.feedAnswers[i];
        if (!articles) {
            search.problems << Words::tr("The feed %1 was not read: the others took too long.").arg(host);
        } else if (!*articles) {
            search.problems
                    << Words::tr("The feed %1 could not be read: %2").arg(host, articles->error().text);
        } else {
            take(search, host, *articles);
        }
    }
}

Task<Result<>> NewsClient::searchFeeds(std::shared_ptr<Search> search, std::stop_token stop)
{
    QStringList feeds = search->choice.feeds;
    feeds.removeDuplicates();
    for (const QString &feed : feeds.first(std::min(mostFeeds, feeds.size()))) {
        search->feeds << QUrl(feed, QUrl::StrictMode);
    }
    search->feedAnswers.resize(search->feeds.size());
    search->feedsDeadline.setRemainingTime(m_pace.feeds);
    std::vector<Task<Result<>>> readers;
    for (qsizetype i = 0; i < std::min(feedsAtOnce, search->feeds.size()); ++i) {
        readers.push_back(readNextFeeds(search, stop));
    }
    Result<> all;
    for (auto &reader : readers) {
        const auto done = co_await reader;
        all = done ? all : done;
    }
    takeFeeds(*search);
    co_return all;
}

namespace {

bool hasAnyOf(const QVector<NewsItem> &items, const QVector<Article> &articles)
{
    return std::ranges::any_of(items, [&](const NewsItem &item) {
        return std::ranges::find(articles, item.url, &Article::url) != articles.end();
    });
}

} // namespace

NewsFound NewsClient::foundBy(const Search &search) const
{
    NewsFound found;
    const QVector<Article> articles = newsAbout(search.firm, search.articles, m_clock.now());
    std::ranges::transform(articles, std::back_inserter(found.items), newsItem);
    QStringList words;
    if (search.asked.isEmpty() && search.problems.isEmpty()) {
        words << Words::tr("News was not looked for: no source of news is set up.");
    } else if (found.items.isEmpty() && !search.asked.isEmpty()) {
        words << Words::tr("No news about %1 of the last %2 days was found (asked: %3).")
                         .arg(search.name, QString::number(newsDays), search.asked.join(u", "_s));
    } else if (found.items.isEmpty()) {
        words << Words::tr("News could not be looked for.");
    } else if (!hasAnyOf(found.items, search.articles.first(search.wide))) {
        words << Words::tr("Articles out of your own feeds.");
    } else if (search.usedGdelt) {
        words << Words::tr("Articles found through GDELT (gdeltproject.org).");
    } else if (search.usedSerpApi) {
        words << Words::tr("Articles found through SerpApi.");
    }
    words << sentencesOf(search.problems);
    words.removeAll(QString());
    found.note = words.join(u' ');
    found.isWhole = !search.asked.isEmpty() && search.problems.isEmpty();
    return found;
}

Task<Result<NewsFound>> NewsClient::find(Firm firm, NewsChoice choice, std::optional<Secret> serpApiKey,
                                         QString jobId, std::stop_token stop)
{
    if (!choice.isOn) {
        co_return NewsFound {{}, Words::tr("News was not looked for: it is switched off in the settings.")};
    }
    const AboutFirm about(firm);
    if (!about.canTell()) {
        co_return NewsFound {{}, Words::tr("News was not looked for: the firm is not known.")};
    }
    // What it writes to while it waits lives as long as the search.
    const auto search = std::make_shared<Search>();
    search->firm = std::move(firm);
    search->choice = std::move(choice);
    search->name = about.name();
    search->jobId = std::move(jobId);
    const auto wide = co_await searchWide(search, std::move(serpApiKey), stop);
    if (!wide) {
        co_return std::unexpected(wide.error());
    }
    search->wide = search->articles.size();
    const auto narrow = co_await searchFeeds(search, stop);
    if (!narrow) {
        co_return std::unexpected(narrow.error());
    }
    co_return foundBy(*search);
}

Task<Result<>> NewsClient::test(Secret serpApiKey, std::stop_token stop)
{
    if (m_serpApiUrl.isEmpty()) {
        co_return failure(ErrorKind::notFound, Words::tr("This Crema is set up to do without SerpApi."));
    }
    net::Request request = requestTo(withKey(serpApiAccount(m_serpApiUrl), serpApiKey), u"SerpApi"_s, {});
    request.purpose = Words::tr("Test of the connection");
    request.repeat = net::Repeat::idempotent;
    const auto response = co_await m_http.send(request, std::move(stop));
    if (!response) {
        co_return std::unexpected(response.error());
    }
    if (!response->isSuccess()) {
        co_return std::unexpected(serpApiError(*response, request));
    }
    const auto left = serpApiSearchesLeft(response->body);
    if (left && *left <= 0) {
        co_return failure(ErrorKind::outOfCredits,
                          Words::tr("SerpApi takes the key, but the account has no searches left."));
    }
    co_return left ? Result<> {} : std::unexpected(left.error());
}

} // namespace crema::prep
