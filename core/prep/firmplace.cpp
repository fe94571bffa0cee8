// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/firmplace.h"

#include "base/text.h"
#include "prep/newsnames.h"
#include "prep/newstext.h"
#include "prep/newswords.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::prep {

namespace {

constexpr qsizetype longestPlace = 3; ///< words of "New York City"

/// "stripe.com" of "https://www.stripe.com/jobs" or "STRIPE.com"; empty for addresses at mail services.
QString ownDomain(const QString &given)
{
    static const QStringList mailServices {
            u"gmail.com"_s,   u"googlemail.com"_s, u"yahoo.com"_s, u"outlook.com"_s, u"hotmail.com"_s,
            u"live.com"_s,    u"icloud.com"_s,     u"me.com"_s,    u"aol.com"_s,     u"proton.me"_s,
            u"gmx.de"_s,      u"gmx.net"_s,        u"web.de"_s,    u"qq.com"_s,      u"163.com"_s,
            u"yandex.ru"_s,   u"mail.ru"_s,        u"msn.com"_s,   u"gmx.com"_s,     u"protonmail.com"_s,
            u"linkedin.com"_s};
    QString text = cleanValue(given).toLower();
    text = text.section(u'@', -1);
    const QString site = siteOf(text.contains("://"_L1) ? text : u"https://"_s + text);
    return mailServices.contains(site) || !site.contains(u'.') ? QString() : site;
}

bool isAt(const QString &site, const QString &domain)
{
    return site == domain || site.endsWith(u'.' + domain);
}

/// The part of a domain that is its owner's name: "bluefern" of "bluefern.co.uk".
QString ownerOf(const QString &domain)
{
    static const QStringList shared {u"co"_s, u"com"_s, u"org"_s, u"net"_s, u"ac"_s, u"gov"_s};
    QStringList parts = domain.split(u'.');
    parts.removeLast();
    if (parts.size() > 1 && shared.contains(parts.constLast())) {
        parts.removeLast();
    }
    return parts.isEmpty() ? QString() : parts.constLast();
}

/// The site that published it, not that of a service that links there.
QString publisherSite(const Article &article)
{
    return siteOf(article.publisherUrl.isEmpty() ? article.url : article.publisherUrl);
}

QString toldBy(const Article &article)
{
    return article.title + u". "_s + article.text;
}

/// "cloud-based" and "US-listed" tell of no place.
bool isNoPlace(const QString &found)
{
    static const QStringList kinds {u"blockchain"_s, u"plant"_s,        u"faith"_s,    u"evidence"_s,
                                    u"internet"_s,   u"crypto"_s,       u"app"_s,      u"community"_s,
                                    u"software"_s,   u"subscription"_s, u"research"_s, u"browser"_s};
    const QString word = foldedWords(found).join(u' ');
    if (!countriesOfPlace(found).isEmpty()) {
        return false;
    }
    const bool isShortCapital = found.size() <= 5 && found.toUpper() == found; // "(NYSE)", "AI-based"
    return isShortCapital || kinds.contains(word) || isOrdinaryWord(word);
}

QString spanText(const QVector<NewsWord> &words, qsizetype from, qsizetype to)
{
    QStringList parts;
    for (qsizetype i = from; i < to; ++i) {
        parts << words[i].text;
    }
    return parts.join(u' ');
}

/// Says what a firm is: "startup", and small words before that: "software startup".
bool describes(const NewsWord &word)
{
    static const QStringList joining {u"and"_s, u"as"_s,   u"for"_s,  u"to"_s, u"from"_s,
                                      u"of"_s,  u"with"_s, u"that"_s, u"at"_s, u"by"_s};
    if (isFirmKind(word.folded)) {
        return true;
    }
    return !word.isCapital() && !joining.contains(word.folded) && !isCommonVerb(word.folded)
            && !isFirmVerb(word.folded);
}

} // namespace

FirmPlace::FirmPlace(const Firm &firm, FirmName name)
    : m_name(std::move(name)), m_domain(ownDomain(firm.domain)), m_city(cleanValue(firm.city)),
      m_country(countryKey(firm.country)), m_towns {m_city, cleanValue(firm.nearCity)}
{
    m_towns.removeAll(QString());
    if (m_country.isEmpty()) {
        const QStringList ofCity = countriesOfPlace(m_city);
        m_country = ofCity.size() == 1 ? ofCity.constFirst() : countryOfDomain(m_domain);
    }
}

bool FirmPlace::isOnOwnSite(const Article &article) const
{
    return !m_domain.isEmpty() && isAt(publisherSite(article), m_domain);
}

bool FirmPlace::namesOwnDomain(const Article &article) const
{
    if (m_domain.isEmpty()) {
        return false;
    }
    const QRegularExpression domain(u"(?<![\\w.-])(?:www\\.)?"_s + QRegularExpression::escape(m_domain)
                                            + u"(?![\\w-]|\\.\\w)"_s,
                                    QRegularExpression::CaseInsensitiveOption);
    return domain.match(toldBy(article)).hasMatch();
}

bool FirmPlace::namesOwnTown(const Article &article) const
{
    const QString told = toldBy(article);
    return std::ranges::any_of(m_towns, [&told](const QString &town) { return containsWords(told, town); });
}

bool FirmPlace::isInOtherCountry(const QString &place) const
{
    const QStringList countries = countriesOfPlace(place);
    return !m_country.isEmpty() && !countries.isEmpty() && !countries.contains(m_country);
}

/// For what is said to be the firm's place.
bool FirmPlace::isOtherPlace(const QString &place) const
{
    if (!m_city.isEmpty() && (containsWords(place, m_city) || containsWords(m_city, place))) {
        return false;
    }
    if (isInOtherCountry(place)) {
        return true;
    }
    return !m_city.isEmpty() && countryKey(place).isEmpty() && !isRegion(place);
}

/// The span, written as a name, is a known place where the firm is not.
bool FirmPlace::isOtherPlaceAt(const QVector<NewsWord> &words, WordSpan span) const
{
    for (qsizetype i = span.from; i < span.to; ++i) {
        if (!words[i].isCapital() || (i > span.from && words[i].before != " "_L1)) {
            return false;
        }
    }
    const QString place = spanText(words, span.from, span.to);
    return !countriesOfPlace(place).isEmpty() && isOtherPlace(place);
}

bool FirmPlace::isOfOtherPeople(const QVector<NewsWord> &words, WordSpan span) const
{
    const qsizetype first = m_country.isEmpty() ? span.from : std::max<qsizetype>(0, span.from - 3);
    for (qsizetype i = first; i < span.from; ++i) {
        const QString country = words[i].isCapital() ? countryOfPeople(words[i].folded) : QString();
        if (!country.isEmpty() && country != m_country) {
            return true;
        }
    }
    return false;
}

/// "Sydney startup Bluefern", "Sydney's Bluefern".
bool FirmPlace::isPlacedElsewhere(const QVector<NewsWord> &words, WordSpan span) const
{
    constexpr qsizetype mostDescribing = 3;
    qsizetype end = span.from;
    while (end > 0 && span.from - end < mostDescribing && words[end].isJoined()
           && describes(words[end - 1])) {
        --end;
    }
    const bool isDescribed = end < span.from;
    if (end == 0 || !words[end].isJoined() || (isDescribed && !isFirmKind(words[span.from - 1].folded))) {
        return false;
    }
    for (qsizetype size = 1; size <= std::min(longestPlace, end); ++size) {
        if (isOtherPlaceAt(words, {end - size, end})) {
            return true;
        }
    }
    return false;
}

/// "Mumbai: Bluefern ...": where it happened, which may well be another town of the country.
bool FirmPlace::isDatedElsewhere(const QVector<NewsWord> &words, WordSpan span) const
{
    static const QStringList marks {u":"_s, u"-"_s, u"–"_s, u"—"_s};
    const bool isDated = span.from > 0 && span.from <= longestPlace && !words[span.from].isJoined()
            && marks.contains(words[span.from].before.trimmed());
    return isDated && isInOtherCountry(spanText(words, 0, span.from));
}

/// "Bluefern, a Sydney software firm", "Bluefern, an Australian startup".
bool FirmPlace::isDescribedElsewhere(const QVector<NewsWord> &words, WordSpan span) const
{
    static const QStringList articles {u"a"_s, u"an"_s, u"the"_s};
    constexpr qsizetype farthest = 4;
    const bool isDescribed = span.to < words.size() && words[span.to].before == ", "_L1
            && articles.contains(words[span.to].folded);
    const qsizetype end = std::min(words.size(), span.to + 1 + farthest);
    for (qsizetype i = span.to + 1; isDescribed && i < end && words[i].isJoined(); ++i) {
        const QString people = words[i].isCapital() ? countryOfPeople(words[i].folded) : QString();
        if (!people.isEmpty() && !m_country.isEmpty() && people != m_country) {
            return true;
        }
        for (qsizetype size = 1; size <= std::min(longestPlace, words.size() - i); ++size) {
            if (isOtherPlaceAt(words, {i, i + size})) {
                return true;
            }
        }
    }
    return false;
}

/// "Leeds-based Bluefern", "Bluefern, based in Leeds", "Bluefern (bluefern.io), the startup based in Leeds".
bool FirmPlace::saysOtherPlace(const QString &told) const
{
    QString name = QRegularExpression::escape(m_name.text);
    name.replace(u"\\ "_s, u"\\s+"_s);
    const QString place = u"([A-Z][\\w.'’]*(?:[ -][A-Z][\\w.'’]*){0,2})"_s;
    const QString aside = u"(?:\\s+\\([^()]{1,60}\\))?(?:,?\\s+(?:an?|the)(?:\\s+[\\w-]+){1,4})?"_s;
    for (const QString &pattern :
         {place + u"[- ](?:based|headquartered)\\s+(?:[\\w-]+\\s+){0,3}"_s + name + u"\\b"_s,
          u"\\b"_s + name + aside
                  + u"(?:\\s+\\w+\\.?)?,?\\s+(?:(?:which|that)\\s+)?(?:is\\s+|was\\s+)?(?:based|headquartered|located)\\s+in\\s+"_s
                  + place,
          u"\\b"_s + name + u"['’]s\\s+"_s + place + u"\\s+(?:headquarters|HQ|base)\\b"_s,
          u"\\b"_s + name + u",\\s+"_s + place + u","_s, u"\\b"_s + name + u"\\s+of\\s+"_s + place,
          u"\\b"_s + name + u"\\s+\\("_s + place + u"\\)"_s}) {
        const auto match = QRegularExpression(pattern, QRegularExpression::UseUnicodePropertiesOption)
                                   .match(told);
        const QString found = match.captured(1);
        const bool isKnown = !pattern.endsWith(u',') || !countriesOfPlace(found).isEmpty();
        if (match.hasMatch() && isKnown && !isNoPlace(found) && isOtherPlace(found)) {
            return true;
        }
    }
    return false;
}

/// A summary that goes on about "the Sydney-based startup" or "the Australian company", naming no other.
bool FirmPlace::speaksOfFirmElsewhere(const QString &text) const
{
    static const QRegularExpression pattern(
            u"\\b[Tt]he\\s+([A-Z][\\w.]*(?: "
            u"[A-Z][\\w.]*){0,2})(-based|-headquartered)?\\s+(?:[a-z][\\w-]*\\s+){0,2}"
            "(?:startup|start-up|company|firm|business|maker|retailer|lender|group)\\b(?!\\s+[A-Z])"_s,
            QRegularExpression::UseUnicodePropertiesOption);
    for (auto match = pattern.globalMatch(text); match.hasNext();) {
        const auto found = match.next();
        const QString people = countryOfPeople(foldedWords(found.captured(1)).join(QString()));
        const bool isOfOthers = !people.isEmpty() && !m_country.isEmpty() && people != m_country;
        const bool isBasedElsewhere = !found.captured(2).isEmpty()
                && !countriesOfPlace(found.captured(1)).isEmpty() && isOtherPlace(found.captured(1));
        if (isOfOthers || isBasedElsewhere) {
            return true;
        }
    }
    return false;
}

/// "bluefern.io" where the firm's own is "bluefern.com".
bool FirmPlace::namesOtherDomain(const QString &told) const
{
    // The ending in lower case: "Bluefern.The" lacks a blank.
    const QRegularExpression pattern(u"(?<![\\w.-])(?:[\\w-]+\\.)*(?i:"_s
                                     + QRegularExpression::escape(ownerOf(m_domain))
                                     + u")(?:\\.[a-z]{2,10}){1,2}(?![\\w-])"_s);
    for (auto match = pattern.globalMatch(told); match.hasNext();) {
        if (!isAt(match.next().captured().toLower(), m_domain)) {
            return true;
        }
    }
    return false;
}

bool FirmPlace::isElsewhere(const Article &article) const
{
    const QString site = publisherSite(article);
    const QString told = toldBy(article);
    if (isOnOwnSite(article)) {
        return false;
    }
    if (!m_domain.isEmpty() && !namesOwnDomain(article)
        && (ownerOf(site) == ownerOf(m_domain) || namesOtherDomain(told))) {
        return true;
    }
    for (const QString &text : {article.title, article.text}) {
        const QVector<NewsWord> words = newsWords(text);
        for (const WordSpan span : spansOf(m_name, words)) {
            if (isPlacedElsewhere(words, span) || isDatedElsewhere(words, span)
                || isDescribedElsewhere(words, span)) {
                return true;
            }
        }
    }
    return saysOtherPlace(told) || speaksOfFirmElsewhere(article.text);
}

} // namespace crema::prep
