// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdl/casing.h"

#include "base/wordset.h"

#include <QHash>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::pdl {

namespace {

/// Words by their lower case, from the spelling they are to have.
QHash<QString, QString> spellings(const QString &words)
{
    QHash<QString, QString> result;
    for (const QString &word : words.split(u' ')) {
        result.insert(word.toLower(), word);
    }
    return result;
}

const QHash<QString, QString> &nameWords()
{
    static const auto words = spellings(
            u"II III IV Jr Jr. Sr Sr. MBA CFA CPA PhD MD JD MacDonald MacArthur MacLeod MacGregor MacIntyre MacMillan DeAngelo LeBron"_s);
    return words;
}

const QHash<QString, QString> &titleWords()
{
    static const auto words = spellings(
            u"CEO CFO COO CTO CMO CIO CHRO CISO CPO CRO VP SVP EVP AVP HR IT UI UX UI/UX QA QA/QC SQL API AI ML AI/ML M&A R&D PR SEO CRM ERP SAP SaaS B2B B2C EMEA APAC LATAM US USA UK EU ESG FP&A MBA CPA CFA PhD iOS DevOps II III IV IBM AWS"_s);
    return words;
}

const QHash<QString, QString> &firmWords()
{
    static const auto words = spellings(
            u"LLC LLP LP PLC PLLC PC GmbH AG SA S.A. SE NV BV AB ASA KG USA US U.S. UK UAE EMEA IBM SAP UBS "
            u"KPMG PwC EY BCG AT&T HSBC BNP BMW NBC CBS ABC ESPN NBA NFL NASA GE GM HP 3M AIG CVS UPS DHL "
            u"RBC TD BMO CIBC ING AMD ARM NTT NEC ADP SLB BP CNN BBC MIT UCLA USC NYU LSE UCL "
            "JPMorgan McKinsey McDonald's LinkedIn YouTube eBay PayPal GitHub GitLab OpenAI NVIDIA BlackRock TikTok DoorDash WeWork FedEx PricewaterhouseCoopers ExxonMobil GlaxoSmithKline AstraZeneca MasterCard HubSpot DeepMind SpaceX BuzzFeed JetBlue AI IT HR R&D MetLife TechCrunch"_s);
    return words;
}

const QHash<QString, QString> &placeWords()
{
    static const auto words = spellings(u"USA US UK UAE DC D.C. NYC McAllen McKinney McLean"_s);
    return words;
}

const QSet<QString> &particles()
{
    static const auto words = wordSet(
            u"van der den de la las los del della dello di da das do dos du von vom zu zum zur ter ten te bin bint ibn y e i af av"_s);
    return words;
}

const QSet<QString> &smallWords()
{
    static const auto words = wordSet(u"of and for the in at to a an on or by with & de la du des et y"_s);
    return words;
}

QString capitalised(QString word)
{
    for (qsizetype i = 0; i < word.size(); ++i) {
        if (word[i].isHighSurrogate()) {
            return word;
        }
        if (word[i].isLetterOrNumber()) {
            word[i] = word[i].toUpper();
            return word;
        }
    }
    return word;
}

/// "mcdonald" -> "McDonald", "o'neil" -> "O'Neil", "d’angelo" -> "D’Angelo"; a possessive 's stays small.
QString capitalisedName(const QString &word)
{
    QString result = capitalised(word);
    if (word.startsWith("mc"_L1) && word.size() > 3) {
        result[2] = result[2].toUpper();
    }
    for (const QChar mark : {QChar(u'\''), QChar(u'’'), QChar(u'‘')}) {
        const qsizetype at = result.indexOf(mark);
        if (at > 0 && at <= 2 && at + 2 < result.size()) {
            result[at + 1] = result[at + 1].toUpper();
        }
    }
    return result;
}

template <typename OneWord>
QString overParts(const QString &word, QChar mark, OneWord oneWord)
{
    QStringList parts = word.split(mark);
    for (QString &part : parts) {
        part = oneWord(part);
    }
    return parts.join(mark);
}

QString bySpelling(const QString &word, const QHash<QString, QString> &known)
{
    // Brackets and commas around a word do not belong to it.
    qsizetype from = 0;
    qsizetype to = word.size();
    while (from < to && u"(["_s.contains(word[from])) {
        ++from;
    }
    while (to > from && u")],;:"_s.contains(word[to - 1])) {
        --to;
    }
    const auto found = known.find(word.mid(from, to - from));
    return found == known.end() ? QString() : word.left(from) + *found + word.mid(to);
}

bool isLower(const QString &text)
{
    return std::ranges::none_of(text, [](QChar c) { return c.isUpper() || c.isTitleCase(); });
}

/// Each word of a lower-case text in its known spelling, as a small word, or with a capital.
QString proper(const QString &text, const QHash<QString, QString> &known)
{
    if (!isLower(text)) {
        return text;
    }
    QStringList words = text.split(u' ');
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString spelling = bySpelling(words[i], known);
        if (!spelling.isEmpty()) {
            words[i] = spelling;
        } else if (i == 0 || !smallWords().contains(words[i])) {
            words[i] = overParts(words[i], u'-', [](const QString &part) {
                return overParts(part, u'/', [](const QString &piece) { return capitalisedName(piece); });
            });
        }
    }
    return words.join(u' ');
}

} // namespace

QString properName(const QString &text)
{
    if (!isLower(text)) {
        return text;
    }
    QStringList words = text.split(u' ');
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString spelling = bySpelling(words[i], nameWords());
        const bool isParticle = i + 1 < words.size() && particles().contains(words[i]);
        if (!spelling.isEmpty()) {
            words[i] = spelling;
        } else if (!isParticle) {
            words[i] = overParts(words[i], u'-', [](const QString &part) { return capitalisedName(part); });
        }
    }
    return words.join(u' ');
}

QString properTitle(const QString &text)
{
    return proper(text, titleWords());
}

QString properFirm(const QString &text)
{
    return proper(text, firmWords());
}

QString properPlace(const QString &text)
{
    QStringList parts = text.split(u", "_s);
    for (QString &part : parts) {
        part = proper(part, placeWords());
    }
    return parts.join(u", "_s);
}

} // namespace crema::pdl
