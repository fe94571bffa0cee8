// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/newsfilter.h"

#include "base/text.h"
#include "prep/aboutfirm.h"
#include "prep/newstext.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::prep {

namespace {

constexpr double mostlySame = 0.7; ///< shared words of all words of two headlines
constexpr int sameStoryDays = 7; ///< later, the same words are another story

QSet<QString> tellingWords(const QString &title)
{
    static const QSet<QString> fillers {u"a"_s,  u"an"_s,  u"the"_s,  u"of"_s,  u"in"_s,   u"on"_s,
                                        u"at"_s, u"to"_s,  u"for"_s,  u"and"_s, u"with"_s, u"by"_s,
                                        u"as"_s, u"its"_s, u"from"_s, u"is"_s};
    const QStringList words = foldedWords(title);
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
    if (sameArticleKey(a.url) == sameArticleKey(b.url)) {
        return true;
    }
    return qAbs(a.at.daysTo(b.at)) <= sameStoryDays && isSameHeadline(a.title, b.title);
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
    std::ranges::copy_if(articles, std::back_inserter(found), [&](const Article &article) {
        return article.at.isValid() && article.at >= now.addDays(-newsDays) && article.at <= now.addDays(1)
                && isAbout(article);
    });
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
