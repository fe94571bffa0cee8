// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/degrees.h"

#include "base/text.h"
#include "resume/dateranges.h"
#include "resume/places.h"
#include "resume/universities.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace crema::resume {

namespace {

constexpr auto anyCase = QRegularExpression::CaseInsensitiveOption
        | QRegularExpression::UseUnicodePropertiesOption;

// The whole name of a degree, in words.
QString spelledOut()
{
    const QString of =
            u"(?:\\s+of\\s+(?:Liberal\\s+|Applied\\s+|Fine\\s+|Professional\\s+|International\\s+|Public\\s+|"
            u"Social\\s+|Landscape\\s+|Urban\\s+|"
            "Business\\s+|Computer\\s+|Information\\s+|Medical\\s+)?(?:Arts?(?:\\s+and\\s+Sciences?)?|"
            "Sciences?(?:\\s+in\\s+"
            "(?:Engineering|Business\\s+Administration)(?=\\s+in\\b))?|Administration|Engineering|"
            "Music|Commerce|Laws?|"
            "Education|Architecture|Technology|Systems|Work|Nursing|Philosophy|Policy|Health|Economics|"
            "Accountancy|Accounting|"
            "Design|Medicine|Surgery|Management|Affairs|Relations|Finance|Applications|Studies|Divinity|"
            "Planning|"
            "Pharmacy|Theology|Business|Analytics|Jurisprudence|Veterinary\\s+Medicine|Journalism)(?:\\s+and\\s+Surgery)?)"_s;
    return u"(?:(?:Bachelor|Master|Doctor|Associate)"_s + of
            + u"|(?:Bachelor|Master|Associate|Doctoral)(?:['’]?s)?\\s+[Dd]egree|(?:Bachelor|Master)['’]s|"
              u"Bachelors|Masters|"
              "(?:Bachelor|Master)(?=\\s*(?:[,:(–-]|in\\b|en\\b|$))|Bachelor|Doctorate|Juris\\s+Doctor|"
              "Associate['’]s|"
              "Diplom(?:-[\\p{Lu}][\\p{L}]+)?(?![\\p{L}])|Magister|Staatsexamen|Promotion(?=\\s+in)|(?<!\\p{"
              "L} )Licence(?"
              ":\\s+[Pp]rofessionnelle|\\s+[Pp]ro(?![\\p{L}]))?|"
              "Diplôme\\s+d['’][Ii]ngénieur|Diplôme\\s+(?=en)|Doctorat|Master(?=\\s+(?:\\d|(?!Thesis|Class|"
              "Program|Student)\\p{Lu}))|Licenciatura|Grado(?"
              "=\\s+en)|Máster|"
              "Ingeniería|Doctorado|Laurea(?:\\s+(?:[Mm]agistrale|[Tt]riennale))?|Dottorato|Bacharelado|Mestrado(?:\\s+Integrado)?|Graduação)"_s;
}

// Abbreviations: with dots anywhere, without dots only those that are no US state or common word.
QString abbreviated()
{
    return u"(?:B\\.\\s?B\\.\\s?A\\.|M\\.\\s?B\\.\\s?A\\.|B\\.\\s?F\\.\\s?A\\.|M\\.\\s?F\\.\\s?A\\.|M\\.\\s?"
           u"P\\.\\s?[APH]\\.|"
           "[BM]\\.\\s?Sc\\.?|[BM]\\.\\s?Eng\\.?|[BM]\\.\\s?Tech\\.?|[BM]\\.\\s?Com\\.?|[BM]\\.\\s?Arch\\.?|["
           "BM]\\.\\s?Ed\\.?|"
           "[BM]\\.\\s?Phil\\.?|[BM]\\.\\s?Mus\\.?|[BM]\\.\\s?S\\.?\\s?E\\.|[BM]\\.\\s?S\\.(?:\\s?B\\.\\s?"
           "A\\.)?|[BM]\\.\\s?A\\.|"
           "[BM]\\.\\s?E\\.|A\\.\\s?B\\.|S\\.\\s?[BM]\\.|A\\.\\s?[AS]\\.(?:\\s?S\\.)?|Ph\\.?\\s?D\\.?|D\\."
           "\\s?Phil\\.?|DPhil|"
           "M\\.\\s?S\\.\\s?W\\.|M\\.\\s?Div\\.?|J\\.\\s?D\\.|M\\.\\s?D\\.|Ed\\.?\\s?D\\.|Pharm\\.?\\s?D\\.?|"
           "LL\\.?\\s?[BM]\\.?|Dr\\.\\s?rer\\."
           "\\s?nat\\.|Dipl\\.-\\p{Lu}\\p{L}+\\.?|"
           "(?:BS|(?<!Aires, "
           ")BA|BSE|BBA|BSBA|BSc|BEng|BTech|BCom|BComm|BFA|BArch|BEd|BASc|BSN|BMus|BCS|BIT|BCA|BMath|"
           "BDes|BPharm|MBBS|"
           "MBA|EMBA|MSc|MEng|MTech|MCom|MFA|MArch|MPhil|MPA|MPP|MPH|MFin|MFE|MIM|MiM|MSE|MSW|MEd|MCA|MRes|"
           "MPhys|MChem|"
           "MMath|MDes|MAcc|MSF|MSBA|JD|PhD|EdD|PharmD|DBA)(?:\\s?/\\s?(?:MS|MA|MBA|MSc|MEng|BA|BS|JD))?|"
           "(?:MA|MS|ME|BE|AA|AS|AB|SB|MD)(?=\\s+in\\b|\\s*\\(|:)|(?<=^)(?:MA|MS|BE|AS)(?=\\s+\\p{Lu}\\p{Ll})"
           "|"
           "(?<![^\\t])(?:MA|MS|BE|AS|AA|AB|SB|MD)(?=,\\s+(?!US)\\p{Lu}\\p{Ll}))"_s;
}

const QRegularExpression &degreePattern()
{
    static const QRegularExpression pattern(
            u"(?<![\\p{L}\\d.'’-])(?:"_s + spelledOut() + u"|"_s + abbreviated()
                    + u")(?![\\p{L}\\d])(?:\\s*\\((?:Hons?\\.?|Honou?rs)\\)|,?\\s+(?:Hons\\.?|with Honou?rs)(?![\\p{L}]))?"_s,
            QRegularExpression::UseUnicodePropertiesOption);
    return pattern;
}

const QRegularExpression &degreeInCapitals()
{
    // "BACHELOR OF SCIENCE IN ECONOMICS", "bachelor of arts"
    static const QRegularExpression pattern(u"(?<![\\p{L}\\d.'’-])"_s + spelledOut() + u"(?![\\p{L}\\d])"_s,
                                            anyCase);
    return pattern;
}

QString foreignDegree(const QString &line)
{
    static const QStringList words {u"博士"_s,      u"硕士"_s,    u"碩士"_s,    u"修士"_s,     u"学士"_s,
                                    u"學士"_s,      u"本科"_s,    u"학사"_s,    u"석사"_s,     u"박사"_s,
                                    u"بكالوريوس"_s, u"ماجستير"_s, u"دكتوراه"_s, u"бакалавр"_s, u"Бакалавр"_s,
                                    u"магистр"_s,   u"Магистр"_s};
    for (const QString &word : words) {
        if (line.contains(word)) {
            return word;
        }
    }
    return {};
}

// Where a field of study ends.
QString fieldAtStart(const QString &text)
{
    // clang-format off
    static const QRegularExpression end(
            u"\\s*(?:[,;|\\t(·•:\\[]|\\.(?:\\s|$)|\\s[-–—/]\\s|\\s(?:with|w/|secondary in|minor(?:ing)?|"
            "minors|gpa|from|at|concentration|emphasis|speciali[sz]ation|specialist|track|candidate|"
            "program(?:me)?|degree|honou?rs|summa|magna|cum|mit|avec|con|and\\s+a?\\s*minor|&\\s+minor|"
            "and\\s+minor|double|magna|expected|graduat\\w+|class)(?![\\p{L}-])).*$"_s,
            anyCase | QRegularExpression::DotMatchesEverythingOption);
    // clang-format on
    return QString(text).remove(end).trimmed();
}

// "INSEAD", "INSA Lyon": a school by its short name; fields are written in words.
bool hasLongAcronym(const QString &text)
{
    static const QRegularExpression acronym(u"(?<!\\p{L})\\p{Lu}{4,}(?!\\p{L})"_s,
                                            QRegularExpression::UseUnicodePropertiesOption);
    return text != text.toUpper() && acronym.match(text).hasMatch();
}

// Honours, forms of study and other words that follow a degree as a field does.
bool isBesideField(const QString &text)
{
    // clang-format off
    static const QRegularExpression begins(
            u"^(?:promotion|abd|emphasis|concentration|speciali[sz]ation|track|focus|option|hons?|honou?rs|"
            "gpa|expected|minor|major|cum laude|magna|summa|with|dean|candidate|degree|program|relevant|"
            "graduated?|class|present|university|college|thesis|first class|second class|distinction|"
            "upper|2:1|the|high distinction|order of|full scholarship|full tuition|fulbright|varsity|double|dual|division of)\\b|"
            "^(?:eng|tech|sc|ed|arch|admin|com)\\.?$"_s,
            anyCase);
    static const QRegularExpression whole(
            u"^(?:taught|research|(?:by )?research|first|second|third|pass|merit|progress|online|evening|weekend|executive|accelerated|"
            "part[- ]time|full[- ]time|transfer|equivalent|undecided|undeclared|general|valedictorian|salutatorian|joint|science|sciences|"
            "hybrid|remote|distance|in progress|ongoing|pending|completed)$"_s,
            anyCase);
    static const QRegularExpression honour(
            u"\\b(?:phi beta kappa|scholar|scholarship|captain|award|prize|medal|recipient|president|club|continuing education)\\b"_s,
            anyCase);
    // clang-format on
    return begins.match(text).hasMatch() || whole.match(text).hasMatch() || honour.match(text).hasMatch();
}

// "Naval Postgraduate School": a school that we do not know by name.
bool isSomeSchool(const QString &text)
{
    static const QRegularExpression school(u"\\b(?:(?:college|university)(?=\\s+of$)|school(?=\\s+of\\b|$)|"
                                           u"academy|seminary|conservator\\p{L}+|institute?|"
                                           u"hochschule|akademie|[ée]cole|escuela|scuola)\\b"_s,
                                           anyCase);
    return isSecondarySchool(text) || school.match(text).hasMatch()
            || universityIn(text).kind != SchoolKind::none;
}

bool isField(const QString &text)
{
    return text.size() >= 2 && wordCount(text) <= 8 && !text.front().isDigit() && !isBesideField(text)
            && !isPlace(text) && !isSomeSchool(text) && !degreePattern().match(text).hasMatch()
            && std::ranges::none_of(text, [](QChar c) { return c == u'@' || c == u'%' || c.isDigit(); });
}

// "Hotel, Restaurant and Tourism Administration": the commas part words of one field.
QString wholeSeries(const QString &text)
{
    static const QRegularExpression series(
            u"^(?:\\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}+)?, ){1,3}\\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}+)?,? "
            u"(?:and|&|und|et|y|e) "
            u"\\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}+){0,2}(?=\\s*(?:[,;|\\t(·•:]|$))"_s,
            QRegularExpression::UseUnicodePropertiesOption);
    return series.match(text).captured();
}

// Behind the degree: " in Economics", ", Economics", " (Economics)", " Economics".
QString fieldBehind(QString behind)
{
    // LinkedIn's "Bachelor of Arts - BA, Economics", "Doctor of Philosophy (DPhil), Economics": the degree
    // again.
    static const QRegularExpression again(u"^\\s*(?:[-–—]\\s|\\()\\s*(?:"_s + abbreviated()
                                                  + u"|BA|BS|MA|MS|MD)\\)?\\s*(?=[,·]|$)"_s,
                                          QRegularExpression::UseUnicodePropertiesOption);
    // "MSc (Taught) in Science", "BSc (First Class) Physics"
    static const QRegularExpression bracket(u"^\\s*\\(([^)]*)\\)"_s);
    behind.remove(again);
    if (const auto aside = bracket.match(behind); isBesideField(aside.captured(1))) {
        behind.remove(0, aside.capturedLength());
    }
    // A second degree ("and B.A. in Music") says its own.
    const auto second = degreePattern().match(behind);
    static const QRegularExpression joined(u"\\s*(?:[,;/&]|\\band|\\bund|\\bet|\\by)\\s*$"_s);
    const QString rest = second.hasMatch() ? behind.first(second.capturedStart()).remove(joined) : behind;
    // clang-format off
    static const QRegularExpression joint(
            u"^\\s*(?:(?:degree|program|candidate)\\b\\s*)*(?<sign>[,:–—-]|\\()?\\s*(?<in>(?:major(?:s|"
            "ing)?\\s+)?(?:in|en|im|of|i)\\s+(?:the\\s+)?)?"_s,
                                          anyCase);
    // clang-format on
    const auto match = joint.match(rest);
    const QString words = rest.mid(match.capturedLength());
    const bool said = !match.captured(u"in"_s).isEmpty();
    const QString series = said ? wholeSeries(words) : QString();
    const QString field = !series.isEmpty()
            ? series
            : fieldAtStart(match.captured(u"sign"_s) == u"(" ? words.section(u')', 0, 0) : words);
    const bool titleCase = !field.isEmpty() && !field.front().isLower();
    return isField(field) && (said || (titleCase && !hasLongAcronym(field))) ? field : QString();
}

// "Major: Economics", "Double Major in Economics and Mathematics", "Economics Major"
QString labelledField(const QString &line)
{
    // clang-format off
    static const QRegularExpression label(
            u"(?:\\b(?:double[\\s-]+)?major(?:s|ing|ed)?\\s*(?:in\\b|[:–-])|\\bfield of study\\s*:|"
            "\\bstudiengang\\s*:?|\\bfachrichtung\\s*:?|\\bspécialité\\s*:?|\\bcourse of study\\s*:|"
            "专业\\s*[:：]?|專業\\s*[:：]?|専攻\\s*[:：]?|전공\\s*[:：])\\s*(?<field>\\p{L}.*)$"_s,
            anyCase);
    // clang-format on
    if (const auto match = label.match(line); match.hasMatch()) {
        const QString field = fieldAtStart(match.captured(u"field"_s));
        return isField(field) ? field : QString();
    }
    static const QRegularExpression before(
            u"(?:^|[,;|\\t(]\\s*)(?<field>\\p{Lu}[\\p{L}& ]{2,50}?)\\s+(?:double\\s+)?majors?\\b"_s, anyCase);
    const auto match = before.match(line);
    const QString field = match.captured(u"field"_s).trimmed();
    static const QRegularExpression notField(u"\\b(?:double|dual|second|my|the|as|declared|and a)\\b"_s,
                                             anyCase);
    return match.hasMatch() && isField(field) && !notField.match(field).hasMatch() ? field : QString();
}

// "Economics, B.A."
QString fieldBefore(const QString &head)
{
    static const QRegularExpression lead(
            u"(?:^|[\\t|•·;])\\s*(?<field>\\p{Lu}[\\p{L}&,/ -]{2,60}?)\\s*[,(–—-]\\s*$"_s,
            QRegularExpression::UseUnicodePropertiesOption);
    const QString field = lead.match(head).captured(u"field"_s).trimmed();
    // "Boston College, Economics, B.A."
    static const QRegularExpression comma(u"\\s*,\\s*"_s);
    const QString last = head.split(comma, Qt::SkipEmptyParts).value(1).trimmed();
    if (field.contains(u',') && field.count(u',') == 1 && isFieldByName(last)
        && isSomeSchool(field.section(u',', 0, 0))) {
        return last;
    }
    return isField(field) && !field.contains(u',') ? field : QString();
}

} // namespace

bool isFieldByName(const QString &text)
{
    // clang-format off
    static const QRegularExpression field(
            u"^(?:\\p{Lu}[\\p{L}-]*|and|&|of)(?: (?:\\p{Lu}[\\p{L}-]*|and|&|of)){0,4}$"_s,
            QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression last(
            u"(?:^|\\s)(?:engineering|sciences?|studies|economics|mathematics|physics|chemistry|biology|history|philosophy|"
            "psychology|sociology|nursing|accounting|finance|marketing|linguistics|literature|technology|architecture|design|"
            "administration|management|education|relations|statistics|anthropology|journalism|music|theatre|theater|communications?)$"_s,
            anyCase);
    // clang-format on
    return field.match(text).hasMatch() && last.match(text).hasMatch() && isField(text);
}

qsizetype degreeStart(const QString &text)
{
    return degreePattern().match(text).capturedStart();
}

qsizetype degreeEnd(const QString &text)
{
    return degreePattern().match(text).capturedEnd();
}

DegreeWords degreeIn(const QString &line)
{
    const QString text = withoutDates(line);
    DegreeWords found;
    auto match = degreePattern().match(text);
    if (!match.hasMatch()) {
        match = degreeInCapitals().match(text);
    }
    if (match.hasMatch()) {
        found.degree = match.captured().trimmed();
        found.major = fieldBehind(text.mid(match.capturedEnd()));
    } else {
        found.degree = foreignDegree(text);
    }
    const QString labelled = labelledField(text);
    if (!labelled.isEmpty()) {
        found.major = labelled;
    } else if (found.major.isEmpty() && match.hasMatch()) {
        found.major = fieldBefore(text.left(match.capturedStart()));
    }
    return found;
}

} // namespace crema::resume
