// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/aboutfirm.h"

#include "base/text.h"
#include "prep/newstext.h"
#include "prep/newswords.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::prep {

namespace {

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

bool isOneOf(const QVector<NewsWord> &words, qsizetype i, bool (*has)(const QString &))
{
    return i >= 0 && i < words.size() && has(words[i].folded);
}

bool isListing(const NewsWord &word)
{
    static const QStringList exchanges {u"nasdaq"_s, u"nyse"_s, u"lse"_s,  u"tsx"_s,
                                        u"asx"_s,    u"etr"_s,  u"otcqb"_s};
    return exchanges.contains(word.folded);
}

/// "(TGT)" and "(NYSE: TGT)" behind a name.
bool isTicker(const NewsWord &word)
{
    const bool isShort = word.text.size() >= 3 && word.text.size() <= 5;
    const bool isUpper = std::ranges::all_of(word.text, [](QChar c) { return c.isUpper(); });
    return word.before == " ("_L1 && (isListing(word) || (isShort && isUpper));
}

bool isMoney(const QVector<NewsWord> &words)
{
    static const QStringList money {u"funding"_s, u"round"_s,  u"seed"_s,    u"stake"_s,
                                    u"debt"_s,    u"prices"_s, u"guidance"_s};
    return std::ranges::any_of(words, [](const NewsWord &word) {
        const bool isSum = word.before.endsWith(u'$') || word.before.endsWith(u'€')
                || word.before.endsWith(u'£');
        return isSum || money.contains(word.folded);
    });
}

bool speaksOfBusiness(const QVector<NewsWord> &words)
{
    return std::ranges::any_of(words, [](const NewsWord &word) {
        return isFirmNoun(word.folded) || isFirmVerb(word.folded) || isFirmKind(word.folded);
    });
}

/// The site that published it, not that of a service that links there.
QString publisherSite(const Article &article)
{
    return siteOf(article.publisherUrl.isEmpty() ? article.url : article.publisherUrl);
}

} // namespace

AboutFirm::AboutFirm(const Firm &firm)
    : m_firm(firm), m_name(firmName(firm.name)), m_domain(ownDomain(firm.domain)),
      m_country(countryKey(firm.country))
{
    m_firm.city = cleanValue(firm.city);
}

AboutFirm::Headline AboutFirm::read(const QString &title)
{
    Headline headline;
    headline.words = newsWords(title);
    int lower = 0;
    int upper = 0;
    for (qsizetype i = 1; i < headline.words.size(); ++i) {
        const NewsWord &word = headline.words[i];
        if (word.text.size() > 3 && word.text.front().isLetter()) {
            ++(word.isCapital() ? upper : lower);
        }
    }
    headline.isSentence = lower > 0 && lower >= upper;
    headline.isShouted = title.toUpper() == title && title.toLower() != title;
    return headline;
}

QVector<AboutFirm::Place> AboutFirm::places(const Headline &headline) const
{
    QVector<Place> places;
    const auto &words = headline.words;
    const qsizetype length = m_name.words.size();
    for (qsizetype from = 0; from + length <= words.size(); ++from) {
        bool matches = true;
        for (qsizetype i = 0; i < length && matches; ++i) {
            const NewsWord &word = words[from + i];
            // Nothing but what the name has as well stands between its words.
            matches = word.folded == m_name.words[i].folded
                    && (i == 0 || word.isJoined() || word.before == m_name.words[i].before);
        }
        if (matches) {
            places << Place {from, from + length};
        }
    }
    return places;
}

/// Written as a name, and not only as the signature of who published it: "Rates fall | Bluefern".
bool AboutFirm::isNamed(const Headline &headline, Place place) const
{
    const auto &words = headline.words;
    for (qsizetype i = place.from; i < place.to; ++i) {
        const NewsWord &own = m_name.words[i - place.from];
        const bool sameSpelling = own.text == words[i].text && own.text != own.folded;
        const bool isSmall = own.folded == "of"_L1 || own.folded == "and"_L1;
        if (!words[i].isCapital() && !sameSpelling && !isSmall) {
            return false;
        }
    }
    static const QRegularExpression divider(u"\\s[-|–—]\\s|\\s::\\s"_s);
    const bool isSignature = place.from > 0 && place.to == words.size()
            && divider.match(words[place.from].before).hasMatch();
    return !isSignature;
}

bool AboutFirm::isLongerName(const Headline &headline, Place place) const
{
    const auto &words = headline.words;
    const bool isSingle = m_name.words.size() == 1;
    const bool possessive = words[place.to - 1].possessive;
    if (place.to < words.size() && words[place.to].isJoined() && !possessive) {
        const NewsWord &next = words[place.to];
        const bool goesWithFirms = isFirmNoun(next.folded) || isFirmVerb(next.folded)
                || !legalFamily(next.folded).isEmpty();
        const bool makesName = isNamePart(next.folded) && next.isCapital();
        const bool isName = headline.isSentence && isSingle && next.isCapital() && !isCommonVerb(next.folded);
        if (!goesWithFirms && (makesName || isName)) {
            return true;
        }
        if (next.before == "-"_L1 && (next.folded == "like"_L1 || next.folded == "style"_L1)) {
            return true;
        }
    }
    if (place.from > 0 && words[place.from].isJoined() && isSingle) {
        const NewsWord &last = words[place.from - 1];
        const bool begins = place.from == 1 || last.beginsPart();
        const bool goesBefore = isFirmKind(last.folded) || !countryOfPeople(last.folded).isEmpty()
                || isFirmNoun(last.folded) || last.possessive;
        const bool isName = headline.isSentence && !begins && last.isCapital()
                && last.text.front().isLetter();
        const bool isCompound = words[place.from].before == "-"_L1 && !last.isCapital();
        return !goesBefore && (isName || isCompound);
    }
    return false;
}

/// A legal form of elsewhere behind the name, or people of another country before it.
bool AboutFirm::isOtherFirm(const Headline &headline, Place place) const
{
    const auto &words = headline.words;
    if (place.to < words.size() && !m_name.family.isEmpty()) {
        const QString family = legalFamily(words[place.to].folded);
        const bool isForm = !family.isEmpty() && words[place.to].isCapital();
        if (isForm && family != m_name.family) {
            return true;
        }
    }
    for (qsizetype i = std::max<qsizetype>(0, place.from - 3); i < place.from && !m_country.isEmpty(); ++i) {
        const QString country = words[i].isCapital() ? countryOfPeople(words[i].folded) : QString();
        if (!country.isEmpty() && country != m_country) {
            return true;
        }
    }
    return false;
}

bool AboutFirm::isOtherPlace(const QString &place) const
{
    if (m_firm.city.isEmpty() && m_country.isEmpty()) {
        return false;
    }
    const bool isCity = !m_firm.city.isEmpty()
            && (containsWords(place, m_firm.city) || containsWords(m_firm.city, place));
    const bool isCountry = !m_country.isEmpty() && countryKey(place) == m_country;
    return !isCity && !isCountry;
}

/// It says that the firm it is about is somewhere else: "Leeds-based Bluefern", "Bluefern, based in Leeds",
/// or it comes from the site of another firm of that name.
bool AboutFirm::isElsewhere(const Article &article) const
{
    const QString site = publisherSite(article);
    if (!m_domain.isEmpty() && !isAt(site, m_domain) && ownerOf(site) == ownerOf(m_domain)) {
        return true;
    }
    QString name = QRegularExpression::escape(m_name.text);
    name.replace(u"\\ "_s, u"\\s+"_s);
    const QString place = u"([A-Z][\\w.'’]*(?:[ -][A-Z][\\w.'’]*){0,2})"_s;
    const QString told = article.title + u". "_s + article.text;
    for (const QString &pattern :
         {place + u"[- ]based\\s+(?:[\\w-]+\\s+){0,3}"_s + name + u"\\b"_s,
          u"\\b"_s + name
                  + u"(?:\\s+\\w+\\.?)?,?\\s+(?:(?:which|that)\\s+)?(?:is\\s+|was\\s+)?(?:based|headquartered|located)\\s+in\\s+"_s
                  + place,
          u"\\b"_s + name + u"\\s+of\\s+"_s + place, u"\\b"_s + name + u"\\s+\\("_s + place + u"\\)"_s}) {
        const auto match = QRegularExpression(pattern, QRegularExpression::UseUnicodePropertiesOption)
                                   .match(told);
        const QString found = match.captured(1);
        const bool isShortCapital = found.size() <= 5 && found.toUpper() == found
                && countryKey(found).isEmpty();
        if (match.hasMatch() && !isShortCapital && isOtherPlace(found)) { // "(NYSE)", "(TGT)" is no place
            return true;
        }
    }
    return false;
}

bool AboutFirm::isOnOwnSite(const Article &article) const
{
    return !m_domain.isEmpty() && isAt(publisherSite(article), m_domain);
}

bool AboutFirm::namesOwnDomain(const Article &article) const
{
    if (m_domain.isEmpty()) {
        return false;
    }
    const QRegularExpression domain(u"(?<![\\w.-])(?:www\\.)?"_s + QRegularExpression::escape(m_domain)
                                            + u"(?![\\w-]|\\.\\w)"_s,
                                    QRegularExpression::CaseInsensitiveOption);
    return domain.match(article.title + u' ' + article.text).hasMatch();
}

/// "PwC", "OpenAI": nobody writes anything else like that.
bool AboutFirm::isSpelledOddly(const Headline &headline, Place place) const
{
    if (headline.isShouted || m_name.isOrdinary || m_name.words.size() != 1) {
        return false;
    }
    const QString own = m_name.words.constFirst().text;
    const bool hasInnerCapital = std::any_of(own.begin() + 1, own.end(), [](QChar c) { return c.isUpper(); });
    return hasInnerCapital && headline.words[place.from].text == own;
}

/// Beside the name stands what goes with firms only.
bool AboutFirm::isClearlyFirm(const Headline &headline, Place place) const
{
    const auto &words = headline.words;
    const bool isSubject = place.from == 0 || words[place.from].beginsPart();
    const bool hasNext = place.to < words.size();
    const bool isNext = hasNext && (words[place.to].isJoined() || words[place.to].before == ", "_L1);
    if (hasNext
        && (isTicker(words[place.to])
            || (isNext && !legalFamily(words[place.to].folded).isEmpty() && words[place.to].isCapital()))) {
        return true;
    }
    if (isNext
        && (isOneOf(words, place.to, isFirmNoun) || (isSubject && isOneOf(words, place.to, isFirmVerb)))) {
        return true;
    }
    static const QStringList backing {u"backed"_s, u"owned"_s, u"led"_s, u"funded"_s};
    if (hasNext && words[place.to].before == "-"_L1 && backing.contains(words[place.to].folded)) {
        return true;
    }
    if (isSubject && isNext && words[place.to].folded == "raises"_L1 && isMoney(words)) {
        return true;
    }
    if (words[place.to - 1].possessive
        && (isOneOf(words, place.to, isFirmNoun) || isOneOf(words, place.to + 1, isFirmNoun))) {
        return true;
    }
    const bool hasBefore = place.from > 0 && words[place.from].isJoined();
    if (hasBefore && (isOneOf(words, place.from - 1, isFirmKind))) {
        return true;
    }
    const bool linked = hasBefore
            && QStringList {u"of"_s, u"in"_s, u"at"_s, u"with"_s}.contains(words[place.from - 1].folded);
    return hasBefore && isOneOf(words, place.from - (linked ? 2 : 1), isFirmRelation);
}

/// For a name that is no everyday word: business is spoken of, or it stands in a sentence as names do.
bool AboutFirm::isLikelyFirm(const Headline &headline, Place place) const
{
    const auto &words = headline.words;
    const bool isSubject = place.from == 0 || words[place.from].beginsPart();
    const QChar first = words[place.from].text.front();
    const bool hasNoCapitals = first.isLetter() && !first.isUpper() && first.toUpper() == first;
    if (hasNoCapitals || (headline.isSentence && !isSubject)) {
        return true;
    }
    return isOneOf(words, place.to, isCommonVerb) || isOneOf(words, place.to, isFirmVerb)
            || speaksOfBusiness(words);
}

bool AboutFirm::namesPlaceAndBusiness(const Article &article, const Headline &headline) const
{
    const QString told = article.title + u' ' + article.text;
    return headline.isSentence && !m_firm.city.isEmpty() && containsWords(told, m_firm.city)
            && speaksOfBusiness(headline.words);
}

namespace {

/// An age behind a comma, or what happens to people only.
bool tellsOfSomebody(const QString &title)
{
    static const QRegularExpression pattern(
            uR"(,\s+(?:aged\s+)?\d{1,3}\b,?|\b(?:arrested|jailed|sentenced|dies|died|dead|obituary|funeral|killed|murder\w*|married|divorc\w*)\b)"_s,
            QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return pattern.match(title).hasMatch();
}

} // namespace

bool AboutFirm::isFirmAt(const Article &article, const Headline &headline, Place place) const
{
    if (!isNamed(headline, place) || isOtherFirm(headline, place)) {
        return false;
    }
    if (isOnOwnSite(article) || namesOwnDomain(article)) {
        return true;
    }
    if (isLongerName(headline, place)) {
        return false;
    }
    if (isClearlyFirm(headline, place) || isSpelledOddly(headline, place)) {
        return true;
    }
    if (m_name.words.size() == 2 && tellsOfSomebody(article.title)) {
        return false; // "Edward Jones, 34, arrested": a namesake, not the firm
    }
    const bool isSingle = m_name.words.size() == 1;
    if (m_name.isOrdinary) {
        // Two everyday words are a name where both have capitals that nothing else has.
        return !isSingle ? headline.isSentence : namesPlaceAndBusiness(article, headline);
    }
    return !isSingle || (!headline.isShouted && isLikelyFirm(headline, place));
}

bool AboutFirm::operator()(const Article &article) const
{
    const Headline headline = read(article.title);
    const QVector<Place> found = places(headline);
    if (found.isEmpty() || isElsewhere(article)) {
        return false;
    }
    return std::ranges::any_of(found, [&](Place place) { return isFirmAt(article, headline, place); });
}

bool AboutFirm::isSubject(const Article &article) const
{
    const QVector<Place> found = places(read(article.title));
    return !found.isEmpty() && found.constFirst().from == 0;
}

} // namespace crema::prep
