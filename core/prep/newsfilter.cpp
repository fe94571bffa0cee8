// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/newsfilter.h"

#include "base/text.h"
#include "prep/aboutfirm.h"
#include "prep/newstext.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::prep {

namespace {

constexpr double mostlySame = 0.7; ///< shared words of all words of two headlines
constexpr int sameStoryDays = 7; ///< later, the same words are another story

/// "$20 million", "20m" and "20 mln" are one word.
QString withShortAmounts(QString title)
{
    static const QRegularExpression amount(
            u"(\\d+(?:[.,]\\d+)*)[\\s-]*(thousand|k|million|mln|mio|mn|m|billion|bln|bn|b|"
            "trillion|tn)\\b"_s,
            QRegularExpression::CaseInsensitiveOption);
    qsizetype from = 0;
    for (auto match = amount.match(title); match.hasMatch(); match = amount.match(title, from)) {
        const QString unit = match.captured(2).toLower();
        const QString number = match.captured(1).remove(u',').replace(u'.', u'd')
                + (unit == "thousand"_L1 ? u'k' : unit[0]);
        title.replace(match.capturedStart(), match.capturedLength(), number);
        from = match.capturedStart() + number.size();
    }
    return title;
}

QSet<QString> tellingWords(const QString &title)
{
    static const QSet<QString> fillers {u"a"_s,  u"an"_s,  u"the"_s,  u"of"_s,  u"in"_s,   u"on"_s,
                                        u"at"_s, u"to"_s,  u"for"_s,  u"and"_s, u"with"_s, u"by"_s,
                                        u"as"_s, u"its"_s, u"from"_s, u"is"_s};
    const QStringList words = foldedWords(withShortAmounts(title));
    QSet<QString> telling(words.begin(), words.end());
    return telling.subtract(fillers);
}

QSet<QString> numbersIn(const QSet<QString> &words)
{
    QSet<QString> numbers;
    for (const QString &word : words) {
        if (std::ranges::any_of(word, [](QChar c) { return c.isDigit(); })) {
            numbers << word;
        }
    }
    return numbers;
}

bool isSameStory(const Article &a, const Article &b)
{
    if (sameArticleKey(a.url) == sameArticleKey(b.url) || (!a.story.isEmpty() && a.story == b.story)) {
        return true;
    }
    return qAbs(a.at.daysTo(b.at)) <= sameStoryDays && isSameHeadline(a.title, b.title);
}

/// Whether the end of a headline names who published it, or who wrote it for them.
bool isPublisher(const QString &end, const Article &article)
{
    static const QStringList agencies {u"reuters"_s,
                                       u"bloomberg"_s,
                                       u"bloombergnews"_s,
                                       u"ap"_s,
                                       u"apnews"_s,
                                       u"afp"_s,
                                       u"dpa"_s,
                                       u"pamedia"_s,
                                       u"associatedpress"_s,
                                       u"bbc"_s,
                                       u"bbcnews"_s,
                                       u"cnn"_s,
                                       u"cnbc"_s,
                                       u"forbes"_s,
                                       u"wsj"_s,
                                       u"ft"_s,
                                       u"techcrunch"_s,
                                       u"marketwatch"_s,
                                       u"axios"_s,
                                       u"prnewswire"_s,
                                       u"businesswire"_s,
                                       u"globenewswire"_s,
                                       u"businessinsider"_s,
                                       u"yahoofinance"_s,
                                       u"financialtimes"_s,
                                       u"theguardian"_s,
                                       u"skynews"_s,
                                       u"seekingalpha"_s,
                                       u"benzinga"_s,
                                       u"thestreet"_s};
    static const QRegularExpression domain(u"^[\\w-]+(?:\\.[a-z]{2,6}){1,2}$"_s);
    const QString name = foldedWords(end).join(QString());
    const QString site = siteOf(article.publisherUrl.isEmpty() ? article.url : article.publisherUrl);
    const bool isSite = name.size() > 2
            && foldedWords(site.section(u'.', 0, -2)).join(QString()).contains(name);
    return !name.isEmpty()
            && (name == foldedWords(article.publisher).join(QString()) || isSite || agencies.contains(name)
                || domain.match(end).hasMatch());
}

/// "Bluefern raises $20m - Reuters" without the publisher, which stands beside it anyway.
Article withoutPublisher(Article article)
{
    static const QRegularExpression divider(u"\\s(?:[-|–—]|::)\\s"_s);
    const qsizetype at = article.title.lastIndexOf(divider);
    const qsizetype end = at < 0 ? -1 : article.title.indexOf(u' ', at + 1);
    if (at > 0 && end > 0 && isPublisher(article.title.sliced(end).trimmed(), article)) {
        article.title = article.title.first(at).trimmed();
    }
    return article;
}

} // namespace

bool isSameHeadline(const QString &a, const QString &b)
{
    const QSet<QString> first = tellingWords(a);
    const QSet<QString> second = tellingWords(b);
    if (first == second) {
        return true;
    }
    const QSet<QString> numbers = numbersIn(first);
    const QSet<QString> others = numbersIn(second);
    if (!numbers.contains(others) && !others.contains(numbers)) {
        return false; // "Q1 earnings" and "Q2 earnings"
    }
    const auto shared = static_cast<double>((first & second).size());
    const auto all = static_cast<double>((first | second).size());
    return all > 0 && shared / all >= mostlySame;
}

QVector<Article> newsAbout(const Firm &firm, const QVector<Article> &articles, const QDateTime &now)
{
    const AboutFirm isAbout(firm);
    if (!isAbout.canTell()) {
        return {};
    }
    QVector<Article> found;
    for (const Article &given : articles) {
        const bool isRecent = given.at.isValid() && given.at >= now.addDays(-newsDays)
                && given.at <= now.addDays(1);
        const Article article = withoutPublisher(given);
        if (isRecent && isAbout(article)) {
            found << article;
        }
    }
    std::ranges::sort(found, [&](const Article &a, const Article &b) {
        if (a.at.date() != b.at.date()) {
            return a.at > b.at;
        }
        const bool first = isAbout.isSubject(a);
        const bool second = isAbout.isSubject(b);
        return first != second ? first : a.at != b.at ? a.at > b.at : a.url < b.url;
    });
    QVector<Article> chosen;
    for (const Article &article : std::as_const(found)) {
        const bool known = std::ranges::any_of(
                chosen, [&](const Article &other) { return isSameStory(article, other); });
        if (!known && chosen.size() < mostNews) {
            chosen << article;
        }
    }
    return chosen;
}

NewsItem newsItem(const Article &article)
{
    return {article.title, article.publisher, article.url, article.at.date().toString(Qt::ISODate)};
}

} // namespace crema::prep
