// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/aboutfirm.h"

#include "base/text.h"
#include "prep/newsnames.h"
#include "prep/newswords.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::prep {

namespace {

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

/// Money and markets, of which news of firms speaks and news of people seldom.
bool speaksOfTrade(const QVector<NewsWord> &words)
{
    return speaksOfBusiness(words) || isMoney(words)
            || std::ranges::any_of(words, [](const NewsWord &word) { return isTradeWord(word.folded); });
}

} // namespace

AboutFirm::AboutFirm(const Firm &firm) : m_name(firmName(firm.name)), m_place(firm, m_name) { }

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

/// Written as a name, and not only as the signature of who published it: "Rates fall | Bluefern".
bool AboutFirm::isNamed(const Headline &headline, WordSpan place) const
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

/// What stands before the name belongs to it: "Lady Bluefern", "Christopher McDonald's", "Generation X".
bool AboutFirm::isPartOfName(const Headline &headline, WordSpan place) const
{
    const auto &words = headline.words;
    if (place.from == 0 || !words[place.from].isJoined() || m_name.words.size() != 1) {
        return false;
    }
    const NewsWord &last = words[place.from - 1];
    if (last.possessive || isFirmKind(last.folded) || isFirmNoun(last.folded)
        || !countryOfPeople(last.folded).isEmpty()) {
        return false;
    }
    const bool isWritten = last.isCapital() && last.text.front().isLetter();
    if (isWritten && isGivenName(last.folded)) {
        return true;
    }
    if (m_name.isOrdinary) { // also at the beginning, where small words have capitals too
        return isWritten && !isLeadWord(last.folded) && !isCommonVerb(last.folded) && !isFirmVerb(last.folded)
                && !isFirmRelation(last.folded);
    }
    const bool begins = place.from == 1 || last.beginsPart();
    const bool isCompound = words[place.from].before == "-"_L1 && !last.isCapital();
    return (headline.isSentence && !begins && isWritten) || isCompound;
}

bool AboutFirm::isLongerName(const Headline &headline, WordSpan place) const
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
    return isPartOfName(headline, place);
}

/// "Bluefern council", "Bluefern residents": a town of that name.
bool AboutFirm::isTown(const Headline &headline, WordSpan place) const
{
    const auto &words = headline.words;
    return place.to < words.size() && words[place.to].isJoined() && !words[place.to - 1].possessive
            && isTownWord(words[place.to].folded);
}

/// "Acme names Edward Jones CEO", "Edward Jones named CEO", "Edward Jones, CEO of Acme".
bool AboutFirm::isPerson(const Headline &headline, WordSpan place) const
{
    static const QStringList before {u"names"_s,    u"named"_s,    u"appoints"_s, u"appointed"_s,
                                     u"hires"_s,    u"hired"_s,    u"taps"_s,     u"elects"_s,
                                     u"promotes"_s, u"welcomes"_s, u"mr"_s,       u"dr"_s};
    static const QStringList after {u"named"_s,   u"appointed"_s, u"elected"_s, u"joins"_s,
                                    u"joined"_s,  u"promoted"_s,  u"hired"_s,   u"nominated"_s,
                                    u"retires"_s, u"resigns"_s,   u"sworn"_s};
    const auto &words = headline.words;
    if (!m_name.isPersonLike) {
        return false;
    }
    const bool isNamedBefore = place.from > 0 && before.contains(words[place.from - 1].folded);
    const bool hasNext = place.to < words.size();
    const bool hasPost = hasNext && words[place.to].before == ", "_L1 && isFirmNoun(words[place.to].folded);
    return isNamedBefore || hasPost || (hasNext && after.contains(words[place.to].folded));
}

/// A legal form of elsewhere behind the name, or people of another country before it.
bool AboutFirm::isOtherFirm(const Headline &headline, WordSpan place) const
{
    const auto &words = headline.words;
    if (place.to < words.size() && !m_name.family.isEmpty()) {
        const QString family = legalFamily(words[place.to].folded);
        const bool isForm = !family.isEmpty() && words[place.to].isCapital();
        if (isForm && family != m_name.family) {
            return true;
        }
    }
    return m_place.isOfOtherPeople(words, place);
}

/// "PwC", "OpenAI": nobody writes anything else like that.
bool AboutFirm::isSpelledOddly(const Headline &headline, WordSpan place) const
{
    if (headline.isShouted || m_name.isOrdinary || m_name.words.size() != 1) {
        return false;
    }
    const QString own = m_name.words.constFirst().text;
    const bool hasInnerCapital = std::any_of(own.begin() + 1, own.end(), [](QChar c) { return c.isUpper(); });
    return hasInnerCapital && headline.words[place.from].text == own;
}

namespace {

/// "shares her story": a deed and no thing; "names his son": of a person and no firm.
bool isOfPerson(const QVector<NewsWord> &words, qsizetype next)
{
    static const QStringList whose {u"her"_s, u"his"_s, u"my"_s};
    return next < words.size() && whose.contains(words[next].folded);
}

bool isVerbHere(const QVector<NewsWord> &words, qsizetype at)
{
    static const QStringList objects {u"a"_s,   u"an"_s,   u"the"_s, u"their"_s, u"its"_s, u"our"_s,
                                      u"how"_s, u"what"_s, u"why"_s, u"where"_s, u"who"_s};
    return words[at].folded == "shares"_L1
            && (isOfPerson(words, at + 1)
                || (at + 1 < words.size() && objects.contains(words[at + 1].folded)));
}

} // namespace

/// What only a firm has, behind its name. Behind a quantity things are counted: "3M shares", "3M people".
bool AboutFirm::isNounOfFirm(const Headline &headline, qsizetype at) const
{
    static const QStringList uncounted {u"earnings"_s, u"profits"_s, u"revenues"_s, u"headquarters"_s};
    const auto &words = headline.words;
    if (!isOneOf(words, at, isFirmNoun) || isVerbHere(words, at)) {
        return false;
    }
    return !m_name.isQuantity || !words[at].folded.endsWith(u's') || uncounted.contains(words[at].folded);
}

bool AboutFirm::isDeedOfFirm(const Headline &headline, WordSpan place) const
{
    const auto &words = headline.words;
    const bool isSubject = place.from == 0 || words[place.from].beginsPart();
    return isSubject && !isOfPerson(words, place.to + 1)
            && (isOneOf(words, place.to, isFirmVerb)
                || (place.to < words.size() && words[place.to].folded == "raises"_L1 && isMoney(words)));
}

/// Beside the name stands what goes with firms only.
bool AboutFirm::isClearlyFirm(const Headline &headline, WordSpan place) const
{
    const auto &words = headline.words;
    const bool hasNext = place.to < words.size();
    const bool isNext = hasNext && (words[place.to].isJoined() || words[place.to].before == ", "_L1);
    if (hasNext
        && (isTicker(words[place.to])
            || (isNext && !legalFamily(words[place.to].folded).isEmpty() && words[place.to].isCapital()))) {
        return true;
    }
    // Behind a comma a person's post is named: "Edward Jones, president of Acme".
    if (hasNext && words[place.to].isJoined()
        && (isNounOfFirm(headline, place.to) || isDeedOfFirm(headline, place))) {
        return true;
    }
    static const QStringList backing {u"backed"_s, u"owned"_s, u"led"_s, u"funded"_s};
    if (hasNext && words[place.to].before == "-"_L1 && backing.contains(words[place.to].folded)) {
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
bool AboutFirm::isLikelyFirm(const Headline &headline, WordSpan place) const
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
    return headline.isSentence && m_place.namesOwnTown(article) && speaksOfBusiness(headline.words);
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

bool AboutFirm::isFirmAt(const Article &article, const Headline &headline, WordSpan place) const
{
    if (!isNamed(headline, place) || isOtherFirm(headline, place)) {
        return false;
    }
    if (m_place.isOnOwnSite(article) || m_place.namesOwnDomain(article)) {
        return true;
    }
    if (isLongerName(headline, place) || isTown(headline, place) || isPerson(headline, place)
        || (m_name.isOrdinary && tellsOfSomebody(article.title))) {
        return false;
    }
    if (isClearlyFirm(headline, place) || isSpelledOddly(headline, place)) {
        return true;
    }
    if (m_name.words.size() == 2 && tellsOfSomebody(article.title)) {
        return false; // "Edward Jones, 34, arrested": a namesake, not the firm
    }
    if (m_name.isPersonLike) {
        return speaksOfTrade(headline.words) || speaksOfTrade(newsWords(article.text));
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
    const QVector<WordSpan> found = spansOf(m_name, headline.words);
    if (found.isEmpty() || m_place.isElsewhere(article)) {
        return false;
    }
    return std::ranges::any_of(found, [&](WordSpan place) { return isFirmAt(article, headline, place); });
}

bool AboutFirm::isSubject(const Article &article) const
{
    const QVector<WordSpan> found = spansOf(m_name, read(article.title).words);
    return !found.isEmpty() && found.constFirst().from == 0;
}

} // namespace crema::prep
