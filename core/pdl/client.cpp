// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdl/client.h"

#include "base/dates.h"

#include <QCryptographicHash>
#include <QUrlQuery>

#include <cmath>

using namespace Qt::StringLiterals;

namespace crema::pdl {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::seconds emptyAge = std::chrono::minutes(10);
/// The vendor promises 1 MB; what is paid for is read all the same, and still fits into the cache.
constexpr qint64 longestPaid = 16'000'000;
// Neither looks like a JSON object.
const QByteArray nothing = "nothing"; ///< kept for "nothing found"
const QByteArray underWay = "under way"; ///< kept for a job while its request is, and when the answer is lost
// Of a job's page:
constexpr const char *spentMember = "crema_spent"; ///< the vendor's credits it took
constexpr const char *lostMember = "crema_lost"; ///< whether it had been asked for before, and was lost

// Of a person's answer: which job bought it, and when.
constexpr const char *boughtByMember = "crema_bought_by";
constexpr const char *askedAtMember = "crema_asked_at";

/// How long an answer is good.
std::chrono::seconds ageOf(Endpoint endpoint)
{
    switch (endpoint) {
    case Endpoint::search:
        return std::chrono::days(1);
    case Endpoint::autocomplete:
        return std::chrono::days(7);
    case Endpoint::enrich:
    case Endpoint::cleanCompany:
    case Endpoint::cleanLocation:
    case Endpoint::cleanSchool:
    case Endpoint::enrichTitle:
        return std::chrono::days(30);
    }
    return {};
}

bool isPaid(Endpoint endpoint)
{
    return endpoint == Endpoint::search || endpoint == Endpoint::enrich;
}

/// The paid ones are sent as POST: the body that cannot be sent twice is the guard against paying twice.
bool isPost(Endpoint endpoint)
{
    return isPaid(endpoint);
}

QString purposeOf(Endpoint endpoint)
{
    switch (endpoint) {
    case Endpoint::search:
        return u"Search for people"_s;
    case Endpoint::enrich:
        return u"Look up a person"_s;
    case Endpoint::autocomplete:
        return u"Suggestions while typing"_s;
    case Endpoint::cleanCompany:
    case Endpoint::cleanLocation:
    case Endpoint::cleanSchool:
    case Endpoint::enrichTitle:
        return u"Spelling of a search"_s;
    }
    return {};
}

std::optional<double> numberIn(const net::Response &response, QByteArrayView header)
{
    bool ok = false;
    const double number = response.header(header).trimmed().toDouble(&ok);
    return ok && number >= 0 && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

QString parameterText(const Json &value)
{
    return value.is_string() ? textOf(value) : QString::fromUtf8(toBytes(value));
}

/// Tells the answers of one account from those of another; nobody can make the key of it again.
QByteArray fingerprint(const Secret &key)
{
    return QCryptographicHash::hash("crema answers " + key.reveal(), QCryptographicHash::Sha256).toHex();
}

/// The same question typed with other spaces or capitals.
QString asked(const QString &text)
{
    return text.simplified().toLower();
}

} // namespace

Client::Client(net::Client &http, QUrl baseUrl, net::TokenSource &key, AnswerCache &cache,
               SuggestionLimits limits)
    : m_http(http), m_baseUrl(std::move(baseUrl)), m_key(key), m_cache(cache),
      m_suggestions(limits.perMinute, limits.perDay)
{
}

net::Request Client::requestFor(Endpoint endpoint, const Json &parameters, const Call &call) const
{
    net::Request request;
    request.url = m_baseUrl;
    request.url.setPath(m_baseUrl.path() + pathOf(endpoint));
    request.headers = {{"Accept", "application/json"}};
    if (isPost(endpoint)) {
        request.method = "POST";
        request.contentType = "application/json";
        request.body = toBytes(parameters);
    } else {
        QUrlQuery query;
        for (auto it = parameters.begin(); it != parameters.end(); ++it) {
            // addQueryItem would leave '+' as it is, and servers read that as a blank.
            query.addQueryItem(QString::fromStdString(it.key()),
                               QString::fromLatin1(QUrl::toPercentEncoding(parameterText(*it))));
        }
        request.url.setQuery(query);
    }
    request.isPaid = isPaid(endpoint);
    if (request.isPaid) {
        request.maxBytes = longestPaid;
    }
    request.repeat = request.isPaid ? net::Repeat::ifRefused : net::Repeat::idempotent;
    if (endpoint == Endpoint::autocomplete) { // who is typing does not wait: the local ones must do
        request.repeat = net::Repeat::never;
        request.timeouts.total = std::chrono::seconds(5);
    }
    request.service = u"People Data Labs"_s;
    request.purpose = purposeOf(endpoint);
    request.jobId = call.jobId;
    if (endpoint == Endpoint::enrich) {
        request.personalData = {u"profile link"_s};
    } else if (endpoint == Endpoint::search && request.body.contains("\"must_not\"")) {
        request.personalData = {u"which of your contacts the vendor knows (its ids)"_s};
    }
    return request;
}

std::optional<Client::Answer> Client::kept(Endpoint endpoint, const QByteArray &key, Ages ages)
{
    const auto bytes = m_cache.find(key, ages.answer);
    if (!bytes) {
        return std::nullopt;
    }
    if (*bytes == nothing) {
        return m_cache.find(key, ages.empty) ? std::optional(Answer {std::nullopt, 0, std::nullopt})
                                             : std::nullopt;
    }
    auto json = parseJson(*bytes);
    if (!json || !isAnswerOf(endpoint, *json)) {
        return std::nullopt;
    }
    Answer answer {*std::move(json), 0, std::nullopt};
    answer.spentBefore = numberAt(*answer.json, spentMember);
    answer.askedBefore = boolAt(*answer.json, lostMember);
    return answer;
}

void Client::keep(const QByteArray &key, const Answer &answer)
{
    if (key.isEmpty()) {
        return;
    }
    const bool empty = !answer.json
            || (member(*answer.json, "data").is_array() && member(*answer.json, "data").empty());
    m_cache.keep(key, empty ? nothing : toBytes(*answer.json));
}

void Client::keepForJob(const QByteArray &ofJob, Answer answer)
{
    if (answer.json) {
        (*answer.json)[spentMember] = answer.spent.value_or(0);
        (*answer.json)[lostMember] = answer.askedBefore;
    }
    keep(ofJob, answer);
}

bool Client::isUnseen(const QByteArray &key)
{
    return m_unseen.removeIf([&key](const auto &entry) { return entry.value() == key; }) > 0;
}

Task<Result<Client::Answer>> Client::ask(Endpoint endpoint, Json parameters, Call call, std::stop_token stop)
{
    // A job that goes on after a crash finds what it has paid for, however long ago that was and whatever the
    // clock says.
    const QByteArray ofJob = isPaid(endpoint) && !call.jobId.isEmpty()
            ? cacheKey(call.jobId.toUtf8(), wordOf(endpoint), toBytes(parameters))
            : QByteArray();
    if (!ofJob.isEmpty()) {
        if (auto answer = kept(endpoint, ofJob, {AnswerCache::anyAge, emptyAge})) {
            m_unseen.remove(ofJob); // now it was shown
            co_return *std::move(answer);
        }
    }
    Answer missing;
    missing.askedBefore = !ofJob.isEmpty() && m_cache.find(ofJob, AnswerCache::anyAge) == underWay;
    missing.missing = true;
    if (call.onlyKept && !ofJob.isEmpty()) {
        co_return missing;
    }
    auto secret = co_await m_key.token(stop);
    if (!secret) {
        co_return std::unexpected(secret.error());
    }
    const QByteArray key = cacheKey(m_baseUrl.toEncoded() + ' ' + fingerprint(*secret), wordOf(endpoint),
                                    toBytes(parameters));
    if (call.onlyKept) {
        auto answer = kept(endpoint, key, {ageOf(endpoint), emptyAge});
        co_return answer ? *std::move(answer) : missing;
    }
    if (isUnseen(key) || !call.fresh) {
        if (auto answer = kept(endpoint, key, {ageOf(endpoint), emptyAge})) {
            answer->askedBefore = missing.askedBefore;
            keepForJob(ofJob, *answer);
            co_return *std::move(answer);
        }
    }
    if (endpoint == Endpoint::autocomplete && !call.fresh && !m_suggestions.take(m_http.clock().now())) {
        co_return failure(ErrorKind::rateLimited,
                          u"People Data Labs takes no more requests for suggestions at the moment."_s);
    }
    net::Request request = requestFor(endpoint, parameters, call);
    request.secrets.append({"X-Api-Key", {}, *std::move(secret)});
    if (!ofJob.isEmpty()) {
        m_cache.keep(ofJob, underWay);
    }
    auto answer = co_await askVendor(endpoint, std::move(request), stop);
    if (!answer && endpoint == Endpoint::autocomplete && answer.error().kind == ErrorKind::rateLimited) {
        m_suggestions.keepStill(m_http.clock().now(), answer.error().retryAfter.value_or(1min).count());
    }
    if (answer) {
        answer->askedBefore = missing.askedBefore;
        if (answer->json && endpoint == Endpoint::enrich) {
            (*answer->json)[boughtByMember] = call.jobId.toStdString();
            (*answer->json)[askedAtMember] = toStoredTime(m_http.clock().now()).toStdString();
        }
        keepForJob(ofJob, *answer); // before it is kept for all: the job must not look as if it had lost it
        keep(key, *answer);
    } else if (!ofJob.isEmpty() && !missing.askedBefore && !mayHaveCounted(answer.error())) {
        m_cache.forget(ofJob);
    }
    if (stop.stop_requested()) { // what came all the same is there for whoever asks again
        if (answer) {
            m_unseen.insert(ofJob, key);
        }
        co_return failure(ErrorKind::cancelled, u"The request was cancelled."_s);
    }
    co_return answer;
}

Task<Result<Client::Answer>> Client::askVendor(Endpoint endpoint, net::Request request, std::stop_token stop)
{
    const auto response = co_await m_http.send(request, stop);
    if (!response) {
        co_return std::unexpected(response.error());
    }
    const auto spent = numberIn(*response, "x-call-credits-spent");
    if (spent) {
        m_http.tellCost(*response, *spent);
    }
    auto json = answerOf(endpoint, *response, request);
    if (!json) {
        co_return std::unexpected(json.error());
    }
    co_return Answer {*std::move(json), spent, numberIn(*response, "x-totallimit-remaining")};
}

Task<Result<Page>> Client::search(SearchRequest request, Call call, std::stop_token stop)
{
    if (request.size < 1 || request.size > maxPageSize || !request.query.is_object()) {
        co_return failure(ErrorKind::rejectedInput, u"A search asks for 1 to 100 people."_s);
    }
    const int size = request.size;
    const auto answer = co_await ask(Endpoint::search, toJson(request), std::move(call), std::move(stop));
    if (!answer) {
        co_return std::unexpected(answer.error());
    }
    Page page = answer->json ? pageFrom(*answer->json, size) : Page();
    page.spent = answer->spent;
    page.remaining = answer->remaining;
    page.spentBefore = answer->spentBefore;
    page.askedBefore = answer->askedBefore;
    page.missing = answer->missing;
    co_return page;
}

Task<Result<std::optional<Profile>>> Client::enrich(QString linkedinUrl, Call call, std::stop_token stop)
{
    const QString profile = vendorProfile(linkedinUrl);
    if (profile.isEmpty()) {
        co_return failure(ErrorKind::rejectedInput,
                          u"\"%1\" is no address of a LinkedIn profile."_s.arg(linkedinUrl));
    }
    const Json parameters = {{"profile", profile}};
    const auto answer = co_await ask(Endpoint::enrich, parameters, std::move(call), std::move(stop));
    if (!answer) {
        co_return std::unexpected(answer.error());
    }
    auto found = answer->json ? profileFrom(*answer->json) : std::nullopt;
    if (found) {
        found->boughtBy = textAt(*answer->json, boughtByMember);
        found->askedAt = textAt(*answer->json, askedAtMember);
    }
    co_return found;
}

Task<Result<QVector<Suggestion>>> Client::autocomplete(QString field, QString text, int size, Call call,
                                                       std::stop_token stop)
{
    const Json parameters = {{"field", field}, {"text", asked(text)}, {"size", size}};
    const auto answer = co_await ask(Endpoint::autocomplete, parameters, std::move(call), std::move(stop));
    if (!answer) {
        co_return std::unexpected(answer.error());
    }
    co_return answer->json ? suggestionsFrom(*answer->json, field) : QVector<Suggestion>();
}

Task<Result<std::optional<CleanCompany>>> Client::cleanCompany(QString name, Call call, std::stop_token stop)
{
    const Json parameters = {{"name", asked(name)}};
    const auto answer = co_await ask(Endpoint::cleanCompany, parameters, std::move(call), std::move(stop));
    if (!answer) {
        co_return std::unexpected(answer.error());
    }
    co_return answer->json ? std::optional(companyFrom(*answer->json)) : std::nullopt;
}

Task<Result<std::optional<CleanLocation>>> Client::cleanLocation(QString location, Call call,
                                                                 std::stop_token stop)
{
    const Json parameters = {{"location", asked(location)}};
    const auto answer = co_await ask(Endpoint::cleanLocation, parameters, std::move(call), std::move(stop));
    if (!answer) {
        co_return std::unexpected(answer.error());
    }
    co_return answer->json ? std::optional(locationFrom(*answer->json)) : std::nullopt;
}

Task<Result<std::optional<CleanSchool>>> Client::cleanSchool(QString name, Call call, std::stop_token stop)
{
    const Json parameters = {{"name", asked(name)}};
    const auto answer = co_await ask(Endpoint::cleanSchool, parameters, std::move(call), std::move(stop));
    if (!answer) {
        co_return std::unexpected(answer.error());
    }
    co_return answer->json ? std::optional(schoolFrom(*answer->json)) : std::nullopt;
}

Task<Result<std::optional<TitleAnswer>>> Client::enrichTitle(QString title, Call call, std::stop_token stop)
{
    const Json parameters = {{"job_title", asked(title)}};
    const auto answer = co_await ask(Endpoint::enrichTitle, parameters, std::move(call), std::move(stop));
    if (!answer) {
        co_return std::unexpected(answer.error());
    }
    co_return answer->json ? std::optional(titleFrom(*answer->json)) : std::nullopt;
}

Task<Result<>> Client::test(std::stop_token stop)
{
    const Json parameters = {{"field", "title"}, {"text", "an"}, {"size", 1}};
    const Call call {{}, true};
    const auto answer = co_await ask(Endpoint::autocomplete, parameters, call, std::move(stop));
    if (!answer) {
        co_return std::unexpected(answer.error());
    }
    co_return Result<>();
}

} // namespace crema::pdl
