// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/newswire.h"

#include "base/json.h"
#include "base/text.h"
#include "prep/newstext.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace crema::prep {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(crema::prep::News)
};

constexpr qsizetype mostArticles = 500; ///< more than any service gives
constexpr qsizetype longestTitle = 200;
constexpr qsizetype longestPublisher = 80;

/// The base address may end in the path already, as a person copies it.
QUrl at(const QUrl &base, const QString &path)
{
    QUrl url = base;
    QString start = base.path();
    while (start.endsWith(u'/')) {
        start.chop(1);
    }
    url.setPath(start.endsWith(path) ? start : start + path);
    return url;
}

QString asParameter(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

/// In quotes, so that the words stand beside each other; a quote in the name would end them.
QString asPhrase(const QString &firm)
{
    QString words = firm;
    words.replace(u'"', u' ');
    return u'"' + cleanLine(words) + u'"';
}

std::unexpected<Error> notUnderstood(const QString &service, const QString &detail)
{
    return failure(ErrorKind::badAnswer,
                   Words::tr("%1 answered with something that is not understood.").arg(service),
                   detail.left(200));
}

void addSerpApiArticle(const Json &json, const QDateTime &now, const QString &story,
                       QVector<Article> &articles)
{
    const Json &source = member(json, "source");
    Article article;
    article.title = plainLine(textAt(json, "title"), longestTitle);
    article.url = articleUrl(textAt(json, "link"));
    article.publisher = plainLine(source.is_string() ? textOf(source) : textAt(source, "name"),
                                  longestPublisher);
    article.text = plainLine(textAt(json, "snippet"), 1000);
    article.story = story;
    article.at = articleTime(textAt(json, "iso_date"), now);
    if (!article.at.isValid()) {
        article.at = articleTime(textAt(json, "date"), now);
    }
    if (!article.title.isEmpty() && !article.url.isEmpty() && articles.size() < mostArticles) {
        articles << article;
    }
}

/// GDELT takes titles apart at their punctuation: "Bluefern ' s sales , up 5 % ( again )".
QString joinedPunctuation(QString title)
{
    static const QRegularExpression before(u" +([,.;:!?%)\\]])"_s);
    static const QRegularExpression after(u"([(\\[]) +"_s);
    static const QRegularExpression apostrophe(u" ?(['’]) (s|t|re|ll|ve|d|m)\\b"_s);
    title.replace(apostrophe, u"\\1\\2"_s);
    title.replace(before, u"\\1"_s);
    title.replace(after, u"\\1"_s);
    return title;
}

/// The service writes backslashes and control characters into texts as they stand in the page.
QByteArray mended(const QByteArray &body)
{
    QByteArray result;
    result.reserve(body.size());
    for (qsizetype i = 0; i < body.size(); ++i) {
        const char c = body[i];
        const bool isControl = static_cast<unsigned char>(c) < 0x20;
        if (c == '\\') {
            const char next = i + 1 < body.size() ? body[i + 1] : ' ';
            const bool isEscape = QByteArrayView("\"\\/bfnrt").contains(next)
                    || (next == 'u' && body.mid(i + 2, 4).size() == 4
                        && QByteArray::fromHex(body.mid(i + 2, 4)).size() == 2);
            result += isEscape ? QByteArray {c, next} : QByteArray("\\\\");
            i += isEscape ? 1 : 0;
        } else {
            result += isControl ? ' ' : c;
        }
    }
    return result;
}

/// The objects of a list that breaks off or is broken somewhere: each that is whole by itself.
QVector<Json> wholeObjects(const QByteArray &body)
{
    QVector<Json> objects;
    qsizetype start = -1;
    bool inText = false;
    for (qsizetype i = std::max<qsizetype>(0, body.indexOf('[')); i < body.size(); ++i) {
        if (inText) {
            i += body[i] == '\\' ? 1 : 0;
            inText = i >= body.size() || body[i] != '"' || body[i - 1] == '\\';
        } else if (body[i] == '"') {
            inText = true;
        } else if (body[i] == '{') {
            start = i;
        } else if (body[i] == '}' && start >= 0 && objects.size() < mostArticles) {
            if (auto json = parseJson(body.sliced(start, i - start + 1))) {
                objects << *std::move(json);
            }
            start = -1;
        }
    }
    return objects;
}

std::optional<QVector<Json>> gdeltObjects(const QByteArray &body)
{
    auto json = parseJson(body);
    const QByteArray better = json ? QByteArray() : mended(body);
    if (!json) {
        json = parseJson(better);
    }
    if (json) {
        // No result is an empty object.
        const Json &list = arrayAt(*json, "articles");
        return json->is_object() ? std::optional(QVector<Json>(list.begin(), list.end())) : std::nullopt;
    }
    QVector<Json> objects = wholeObjects(better);
    return objects.isEmpty() ? std::nullopt : std::optional(objects);
}

std::unexpected<Error> gdeltRefusal(const QByteArray &body)
{
    const QString words = plainLine(QString::fromUtf8(body.left(2000)), 200);
    if (words.contains("limit requests"_L1, Qt::CaseInsensitive)) {
        return failure(ErrorKind::rateLimited, Words::tr("GDELT takes no more requests at the moment."),
                       words);
    }
    const bool isAboutQuery = !body.trimmed().startsWith('<')
            && (words.contains("too short"_L1) || words.contains("too common"_L1)
                || words.contains("query"_L1, Qt::CaseInsensitive)
                || words.contains("keyword"_L1, Qt::CaseInsensitive));
    return isAboutQuery
            ? failure(ErrorKind::rejectedInput, Words::tr("GDELT cannot search for this name."), words)
            : notUnderstood(u"GDELT"_s, words);
}

} // namespace

QUrl serpApiSearch(const QUrl &base, const QString &firm)
{
    QUrl url = at(base, u"/search.json"_s);
    url.setQuery(u"engine=google_news&q=%1&gl=us&hl=en"_s.arg(asParameter(asPhrase(firm) + u" when:90d"_s)));
    return url;
}

QUrl serpApiAccount(const QUrl &base)
{
    return at(base, u"/account.json"_s);
}

QUrl withKey(QUrl url, const Secret &key)
{
    const QString parameter = u"api_key="_s
            + QString::fromLatin1(QUrl::toPercentEncoding(QString::fromUtf8(key.reveal())));
    url.setQuery(url.hasQuery() ? url.query(QUrl::FullyEncoded) + u'&' + parameter : parameter);
    return url;
}

Result<QVector<Article>> serpApiArticles(const QByteArray &body, const QDateTime &now)
{
    const auto json = parseJson(body);
    if (!json || !json->is_object()) {
        return notUnderstood(u"SerpApi"_s, QString::fromUtf8(body.left(200)));
    }
    const QString error = textAt(*json, "error");
    if (!error.isEmpty() && !error.contains("any results"_L1)) {
        return notUnderstood(u"SerpApi"_s, error);
    }
    QVector<Article> articles;
    int entries = 0;
    for (const Json &entry : arrayAt(*json, "news_results")) {
        const QString story = u"serpapi %1"_s.arg(++entries);
        addSerpApiArticle(entry, now, story, articles);
        addSerpApiArticle(member(entry, "highlight"), now, story, articles);
        for (const Json &one : arrayAt(entry, "stories")) {
            addSerpApiArticle(one, now, story, articles);
        }
    }
    if (error.isEmpty() && !member(*json, "news_results").is_array()
        && textAt(member(*json, "search_metadata"), "status") != "Success"_L1) {
        return notUnderstood(u"SerpApi"_s, QString::fromUtf8(body.left(200)));
    }
    return articles;
}

Result<qint64> serpApiSearchesLeft(const QByteArray &body)
{
    const auto json = parseJson(body);
    const auto left = json ? intOf(member(*json, "total_searches_left")) : std::nullopt;
    return left ? Result<qint64>(*left) : notUnderstood(u"SerpApi"_s, QString::fromUtf8(body.left(200)));
}

QUrl gdeltSearch(const QUrl &base, const QString &firm)
{
    QUrl url = at(base, u"/api/v2/doc/doc"_s);
    url.setQuery(u"query=%1&mode=artlist&format=json&maxrecords=250&timespan=3months&sort=datedesc"_s.arg(
            asParameter(asPhrase(firm))));
    return url;
}

Result<QVector<Article>> gdeltArticles(const QByteArray &body, const QDateTime &now)
{
    const auto objects = gdeltObjects(body);
    if (!objects) {
        return gdeltRefusal(body);
    }
    QVector<Article> articles;
    for (const Json &json : *objects) {
        Article article;
        article.title = joinedPunctuation(plainLine(textAt(json, "title"), longestTitle));
        article.url = articleUrl(textAt(json, "url"));
        article.publisher = siteOf(article.url);
        article.at = articleTime(textAt(json, "seendate"), now);
        if (!article.title.isEmpty() && !article.url.isEmpty() && articles.size() < mostArticles) {
            articles << article;
        }
    }
    return articles;
}

} // namespace crema::prep
