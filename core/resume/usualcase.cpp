// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/usualcase.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::resume {

namespace {

bool hasSmallLetter(QStringView text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.isLower(); });
}

qsizetype letterCount(QStringView text)
{
    return std::ranges::count_if(text, [](QChar c) { return c.isLetter(); });
}

bool hasVowel(const QString &word)
{
    const QString plain = word.normalized(QString::NormalizationForm_D);
    return std::ranges::any_of(plain,
                               [](QChar c) { return u"AEIOUYØÆŒ"_s.contains(c) || c.unicode() > 0x370; });
}

/// Words that are written in capitals wherever they stand.
bool isAcronym(const QString &word)
{
    static const QSet<QString> known = [] {
        const auto words = QString::fromLatin1(
                                   "USC MIT NYU UCLA UCSD UCSB UCSF UCI UCD UC SUNY CUNY LSE LSU "
                                   "BYU TCU SMU UNC UNLV UMASS UIUC UPENN "
                                   "CMU ASU OSU PSU VCU UCF USF UIC UAB UTSA RIT WPI NJIT RPI "
                                   "IIT ETH EPFL IESE IE HEC ESADE ESCP ESSEC "
                                   "INSEAD IMD NUS NTU SMU HKUST HKU KAIST POSTECH SKEMA EDHEC "
                                   "RWTH TU LMU KIT KU UCL SOAS EBS WHU TUM "
                                   "IBM SAP AMD HP HPE GE GM BMW KPMG BCG UBS HSBC BNP ING AIG "
                                   "AXA BBVA RBC TD CIBC BMO PNC USAA AT&T "
                                   "P&G J&J EY A&M S&P R&D M&A NASA NATO UNICEF UNESCO WHO UN EU "
                                   "USA US UK UAE NBC CBS ABC CNN ESPN BBC "
                                   "NFL NBA MLB NHL NIH CDC FDA FBI CIA SEC IRS USDA YMCA YWCA "
                                   "ACLU NGO LLC LLP LP PLC AG SA SE NV BV IT HR "
                                   "AI ML MBA EMBA BBA BA BSC MSC MA MS BFA MFA MPA MPH MPP JD MD BENG MENG "
                                   "IEEE ACM ROTC STEM II III IV VI VII USAID CERN DHL UPS "
                                   "AWS AMC HBO MTV IKEA KIPP")
                                   .split(u' ');
        return QSet<QString>(words.begin(), words.end());
    }();
    return known.contains(word);
}

/// Short words that are names although they stand alone.
bool isShortName(const QString &word)
{
    static const QSet<QString> names {u"YALE"_s, u"DUKE"_s, u"RICE"_s, u"BAIN"_s, u"DELL"_s, u"NIKE"_s,
                                      u"UBER"_s, u"LYFT"_s, u"META"_s, u"ZARA"_s, u"VISA"_s, u"ETSY"_s,
                                      u"BARD"_s, u"PACE"_s, u"ELON"_s, u"COE"_s,  u"REED"_s, u"ROKU"_s};
    return names.contains(word);
}

/// "Doe" of "DOE"; a letter behind an apostrophe of "O'" or "D'", and behind "Mc", is a capital.
QString capitalised(const QString &word)
{
    QString cased = word.toLower();
    if (!cased.isEmpty()) {
        cased[0] = cased[0].toUpper();
    }
    const auto second = [&](qsizetype i) { return cased.size() > i + 1 && cased[i].isLetter(); };
    const bool apostrophe = cased.size() > 1 && (cased[1] == u'\'' || cased[1] == u'’');
    if (apostrophe && second(2)) {
        cased[2] = cased[2].toUpper();
    }
    if (cased.startsWith("Mc"_L1) && second(2)) {
        cased[2] = cased[2].toUpper();
    }
    return cased;
}

/// The words of `text` and what stands between them, each word through `change`.
template <typename Change>
QString changedWords(const QString &text, Change change)
{
    static const QRegularExpression word(u"[\\p{L}\\p{M}\\p{N}&.'’]+"_s);
    QString changed;
    qsizetype at = 0;
    for (auto found = word.globalMatch(text); found.hasNext();) {
        const auto match = found.next();
        changed += text.mid(at, match.capturedStart() - at)
                + change(match.captured(), match.capturedStart() == 0);
        at = match.capturedEnd();
    }
    return changed + text.mid(at);
}

QString casedNameWord(const QString &word, bool isFirst)
{
    static const QSet<QString> particles {u"van"_s, u"von"_s,   u"der"_s, u"den"_s, u"de"_s,
                                          u"del"_s, u"della"_s, u"la"_s,  u"di"_s,  u"da"_s,
                                          u"dos"_s, u"das"_s,   u"du"_s,  u"y"_s,   u"bin"_s,
                                          u"ibn"_s, u"al"_s,    u"zu"_s,  u"ter"_s, u"ten"_s};
    static const QSet<QString> generations {u"II"_s, u"III"_s, u"IV"_s};
    if (generations.contains(word) || letterCount(word) < 2
        || word.contains(QRegularExpression(u"\\.\\S"_s))) {
        return word;
    }
    if (!isFirst && particles.contains(word.toLower())) {
        return word.toLower();
    }
    const bool initials = word.size() <= 3 && !hasVowel(word) && word != "NG"_L1 && word != "JR"_L1
            && word != "SR"_L1 && word != "ST"_L1 && !word.endsWith(u'.');
    return initials ? word : capitalised(word);
}

QString casedTitleWord(const QString &word, bool isFirst)
{
    static const QSet<QString> small {u"of"_s,  u"and"_s, u"the"_s, u"at"_s, u"for"_s, u"in"_s,  u"on"_s,
                                      u"to"_s,  u"de"_s,  u"la"_s,  u"du"_s, u"des"_s, u"del"_s, u"di"_s,
                                      u"der"_s, u"und"_s, u"et"_s,  u"y"_s,  u"e"_s,   u"für"_s, u"with"_s};
    static const QHash<QString, QString> fixed {
            {u"INC"_s, u"Inc"_s},   {u"INC."_s, u"Inc."_s},   {u"CO"_s, u"Co"_s},
            {u"CO."_s, u"Co."_s},   {u"ST"_s, u"St"_s},       {u"ST."_s, u"St."_s},
            {u"GMBH"_s, u"GmbH"_s}, {u"LTD"_s, u"Ltd"_s},     {u"LTD."_s, u"Ltd."_s},
            {u"PWC"_s, u"PwC"_s},   {u"CORP"_s, u"Corp"_s},   {u"CORP."_s, u"Corp."_s},
            {u"PHD"_s, u"PhD"_s},   {u"PH.D."_s, u"Ph.D."_s}, {u"MT"_s, u"Mt"_s},
            {u"MT."_s, u"Mt."_s}};
    if (const QString known = fixed.value(word); !known.isEmpty()) {
        return known;
    }
    if (!isFirst && small.contains(word.toLower())) {
        return word.toLower();
    }
    const bool hasMark = word.contains(u'&') || word.contains(QRegularExpression(u"\\.\\S|\\d"_s));
    const bool isShort = letterCount(word) <= 2 || (letterCount(word) <= 4 && !hasVowel(word));
    const bool stays = isAcronym(word) || hasMark || (isShort && !small.contains(word.toLower()));
    return stays ? word : capitalised(word);
}

} // namespace

QString usualPersonCase(const QString &name)
{
    static const QSet<QString> articles {u"LE"_s, u"LA"_s, u"EL"_s, u"DE"_s, u"DU"_s, u"DI"_s, u"DA"_s};
    const bool shouts = !hasSmallLetter(name);
    return changedWords(name, [shouts](const QString &word, bool isFirst) {
        const bool isFamilyName = !hasSmallLetter(word) && letterCount(word) > 2 && hasVowel(word);
        return shouts || isFamilyName || articles.contains(word) ? casedNameWord(word, isFirst) : word;
    });
}

QString usualTitleCase(const QString &text)
{
    const QString word = text.trimmed();
    const bool isOneWord = !word.contains(u' ');
    constexpr qsizetype longestAcronym = 4;
    if (hasSmallLetter(text) || (isOneWord && letterCount(word) <= longestAcronym && !isShortName(word))) {
        return text;
    }
    return changedWords(text, casedTitleWord);
}

} // namespace crema::resume
