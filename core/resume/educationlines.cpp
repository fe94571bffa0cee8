// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/educationlines.h"

#include "base/text.h"
#include "resume/dateranges.h"
#include "resume/degrees.h"
#include "resume/educationsentences.h"
#include "resume/employernames.h"
#include "resume/universities.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::resume {

namespace {

constexpr auto anyCase = QRegularExpression::CaseInsensitiveOption
        | QRegularExpression::UseUnicodePropertiesOption;

bool isRemark(const QString &text)
{
    // clang-format off
    static const QRegularExpression remark(
            u"^(?:applying|applied\\s+(?:to|for)|application\\s+(?:to|for)|deferred\\s+admission|admitted|relevant|selected|key|course\\s?work|courses|modules|honou?rs?(?:\\s*(?:[:&]|and))|"
            "awards?|dean(?!\\s+college)|activities|scholarships?|societ(?:y|ies)|clubs?|thesis|dissertation|minor\\s*:|"
            "study abroad|exchange|certificat|leadership|member|president|recipient|organizations?|"
            "affiliations?|sat|act|gmat|gre|achievements?|schwerpunkt|projects?|research|teaching|"
            "published|extracurricular|captain|treasurer)\\b"_s,
            anyCase);
    // clang-format on
    static const QRegularExpression office(
            u"\\b(?:honorary|committee member|jury|declined|driv(?:ing|er\\S*)\\s+licen[cs]e)\\b"_s, anyCase);
    return remark.match(text).hasMatch() || office.match(text).hasMatch();
}

// Somebody was at the school, but for no degree.
bool isCourse(const QString &text)
{
    // clang-format off
    static const QRegularExpression course(
            u"\\b(?:workshops?|seminar|mini-?\\s?mba|executive\\s+(?:education|program(?:me)?)|(?:certificat\\p{L}*|zertifikat\\p{L}*)|"
            "postdoc\\p{L}*|post-doctoral|residency|resident|fellowship|intern|internship|boot\\s?camp|non-degree|"
            "(?:global|summer|young)\\s+scholars|summer\\s+(?:school|program(?:me)?|session|institute)|program(?:me)?\\s+for\\s+\\p{Lu}|"
            "leadership\\s+(?:development|program(?:me)?)|declined|deferred\\s+admission|admitted|applying|applied\\s+(?:to|for)|"
            "honorary|nanodegree|mooc|extension\\s+(?:course|class)|graduate\\s+courses?|courses\\s+in|celta|tefl|ielts|toefl)\\b"_s,
            anyCase);
    // clang-format on
    return course.match(text).hasMatch();
}

// Somebody was there, but did not end with a degree.
bool saysUnfinished(const QString &text)
{
    // clang-format off
    static const QRegularExpression none(
            u"\\b(?:no\\s+degree(?!\\s+requirement)|without\\s+(?:a\\s+|taking\\s+a\\s+)?degree|not\\s+(?:completed|finished|graduated|conferred)|"
            "did\\s+not\\s+(?:complete|finish|graduate)|(?:incomplete|unfinished)(?=\\W*(?:$|[(\\d\\t|,;]|degree|studies))|withdr[ae]w\\p{L}*|dropped\\s+out|"
            "left\\s+(?:university|college|school|before|early|to\\s+(?:work|join|found|start))|"
            "(?<![\\p{L}\\d]\\s)attended(?=\\s*(?:$|[,;|)]|:?\\s*\\(?(?:from\\s+)?(?:\\p{L}{3,9}\\.?\\s+)?(?:19|20)\\d\\d\\s*(?:$|[,;|)–—-]|to\\b|until\\b)))|transferred(?=\\s+(?:to|out)\\b|\\s*\\)|\\s*$)|"
            "some\\s+college|coursework\\s+only|(?<![\\p{L}\\d]\\s)college\\s+coursework(?!\\s*:)|(?:coursework|credits?)\\s+(?:completed\\s+)?towards?\\s+"
            "(?:(?:an?|the|my)\\s+)?(?:degree|bachelor|master|associate|doctor|diploma|ph\\.?\\s?d|[bm]\\.?\\s?(?:s|a|sc|eng|com|ed|tech|fa|ba)\\b|jd)\\p{L}*|"
            "non[- ]degree|leave\\s+of\\s+absence(?!\\W+(?:(?!since\\b)\\p{L}+\\W+){0,3}(?:19|20)\\d\\d)|"
            "(?:first|second|third|1st|2nd|3rd|\\d)\\s+(?:years?|semesters?|terms?)\\s+(?:completed|only|of\\s+\\d)|"
            "year\\s+\\d\\s+of\\s+\\d|(?:\\d|one|two|three|four)\\s+years?\\s+(?:of\\s+study\\s+)?towards?|non\\s+valid[ée]\\p{L}*|"
            "left\\s+(?=(?:in\\s+)?(?:\\p{L}+\\s+)?(?:19|20)\\d\\d\\s*(?:$|[,;|.)]))|exmatrikuliert|non\\s+completat\\p{L}|niet\\s+afgerond|nie\\s?uko[ńn]cz\\p{L}+|"
            "przerwan\\p{L}+|(?:ej|inte)\\s+avslutad\\p{L}*|trancad\\p{L}|cursando|en\\s+cours\\s+d['’]obtention|ohne\\s+abschluss|nicht\\s+abgeschlossen|abgebrochen|sans\\s+dipl[ôo]me|inachev[ée]\\p{L}*|"
            "non\\s+termin[ée]\\p{L}*|sin\\s+(?:terminar|t[íi]tulo)|inconclus\\p{L}+|interrott\\p{L}+)\\b"_s,
            anyCase);
    // clang-format on
    return none.match(text).hasMatch();
}

// "Bachelor of Commerce (deferred)", "BSc Physics, on hold": as a remark of its own, not inside a title.
bool saysPaused(const QString &text)
{
    static const QRegularExpression paused(u"(?:[(,;:–—-]\\s*|^)(?:deferred|on\\s+hold|paused|interrupted|"
                                           u"suspended|discontinued|abandoned|audited(?:\\s+courses)?|"
                                           "(?:completed|attended)\\s+\\d\\s+(?:semesters?|terms?|years?)|"
                                           "\\d\\s+(?:semesters?|terms?)(?:\\s+(?:only|completed)))"
                                           "(?=\\s*[),;.]|\\s*$|\\s+(?:in\\s+)?(?:19|20)\\d\\d)"_s,
                                           anyCase);
    return paused.match(text).hasMatch();
}

} // namespace

std::vector<Line> oneSchoolALine(const std::vector<Line> &lines)
{
    std::vector<Line> apart;
    for (const Line &line : lines) {
        QStringList pieces;
        for (const QString &piece : line.text.split(u';', Qt::SkipEmptyParts)) {
            pieces += oneDegreeAPiece(piece);
        }
        const auto schools = std::ranges::count_if(
                pieces, [](const QString &piece) { return universityIn(piece).kind != SchoolKind::none; });
        static const QRegularExpression abroad(u"^(?:exchange|study abroad|semester|erasmus)\\b"_s, anyCase);
        const bool alsoAbroad = std::ranges::any_of(
                pieces, [](const QString &piece) { return abroad.match(piece.trimmed()).hasMatch(); });
        if (schools < 2 && !(schools == 1 && alsoAbroad)) {
            apart.push_back(line);
            continue;
        }
        for (const QString &piece : pieces) {
            apart.push_back(line);
            apart.back().text = piece.trimmed();
        }
    }
    return apart;
}

namespace {

// "Rice University (Jones Graduate School of" / "Business), 2009", "Bacharelado, USP," / "conclusão em 2018"
bool goesOn(const Line &above, const Line &line)
{
    static const QRegularExpression open(u"(?:[,(&]|\\s(?:and|in|of|und|et|y|en|de|for|the))$"_s);
    const bool openBracket = above.text.count(u'(') > above.text.count(u')')
            || (line.text.startsWith(u'(') && !line.bullet);
    return !line.gapBefore
            && (openBracket || endsInsideSchool(above.text) || open.match(above.text).hasMatch()
                || line.text.front().isLower());
}

// "Master of Public" / "Administration", "Bachelor of" / "Arts in History"
bool breaksDegree(const QString &text, const QString &next)
{
    const QString whole = text + u' ' + next;
    const qsizetype start = degreeStart(whole);
    return start >= 0 && start < text.size() && degreeEnd(text) <= text.size()
            && degreeEnd(whole) > text.size();
}

// "North Carolina Central" / "University": a narrow column breaks the name before the word that says what it
// is.
bool isCutBeforeKind(const QString &text, const QString &next)
{
    static const QRegularExpression kind(
            u"^(?:(?:State\\s+)?University|College|Institute\\s+of\\s+Technology)(?=\\s*(?:[,\\t|(]|$|\\d))"_s);
    static const QRegularExpression name(
            u"^\\p{Lu}[\\p{L}.'’&-]*(?: (?:of|and|\\p{Lu}[\\p{L}.'’&-]*)){0,4}$"_s,
            QRegularExpression::UseUnicodePropertiesOption);
    return kind.match(next).hasMatch() && name.match(text).hasMatch() && degreeStart(text) < 0
            && universityIn(text).kind == SchoolKind::none;
}

// What of the line below ends the words that the line breaks off; empty when it breaks none.
QString brokenOff(const QString &text, const QString &next)
{
    // "Bachelor of Science in Electrical Engineering and" goes on below.
    static const QRegularExpression unfinished(u"\\s(?:and|in|of|&|und|et|y|en)$"_s);
    // A narrow column breaks "Technische Universität München" before the town.
    static const QRegularExpression withoutTown(
            u"^(?:Technische\\s+)?(?:Universität|Universitaet|Hochschule|Fachhochschule)$"_s, anyCase);
    static const QRegularExpression comma(u"\\s*[,\\t|].*$"_s);
    if (isCutBeforeKind(text, next)) {
        return QString(next).remove(comma);
    }
    if (unfinished.match(text).hasMatch() || breaksDegree(text, next)
        || withoutTown.match(text.trimmed()).hasMatch()) {
        return next;
    }
    const QString first = QString(next).remove(comma);
    // "University of Cape" / "Town, Bachelor of Commerce"
    if (endsInsideSchool(text)) {
        return first;
    }
    // "Bachelor of Commerce" / "(Actuarial Science), 2020"
    static const QRegularExpression bracket(u"^\\([^)]*\\)"_s);
    if (const auto aside = bracket.match(next); aside.hasMatch() && degreeStart(text) >= 0) {
        return aside.captured();
    }
    // "Bachelor of Science in Civil" / "Engineering, University of Leeds"
    static const QRegularExpression field(
            u"^(?:Engineering|Sciences?|Studies|Administration|Management|Technology|"
            u"Education|Relations|Systems|Design|Arts|Policy)$"_s);
    const DegreeWords degree = degreeIn(text);
    const bool openField = !degree.major.isEmpty() && text.endsWith(degree.major);
    return openField && field.match(first).hasMatch() ? first : QString();
}

// The lines as they read without the breaks of a narrow column and without labels.
QStringList wholeTexts(const std::vector<Line> &lines)
{
    static const QRegularExpression label(
            u"^(?:education|university|college|school|institution|degree|ausbildung|formation)\\s*:\\s+"_s,
            anyCase);
    static const QRegularExpression blanks(u" {2,}"_s); // "Morgan State University  Baltimore, MD"
    static const QRegularExpression lead(u"^[\\s,\\t|]+"_s);
    QStringList texts;
    for (const Line &line : lines) {
        texts << QString(line.text).remove(label).replace(blanks, u"\t"_s);
    }
    for (qsizetype i = texts.size() - 2; i >= 0; --i) { // what goes on below may go on further
        const QString rest = brokenOff(texts[i], texts[i + 1]);
        if (rest.isEmpty() || lines[static_cast<size_t>(i) + 1].gapBefore) {
            continue;
        }
        const bool school = endsInsideSchool(texts[i]) || isCutBeforeKind(texts[i], texts[i + 1]);
        texts[i] += u' ' + rest;
        if (rest != texts[i + 1] || school) {
            texts[i + 1] = texts[i + 1].mid(rest.size()).remove(lead);
        }
    }
    return texts;
}

// The head of a table that has the town of the school in a column of its own: how many columns; 0 for none.
qsizetype columnsWithTown(const std::vector<Line> &lines)
{
    for (const Line &line : lines) {
        const QStringList cells = line.cells();
        const bool head = cells.size() > 2 && std::ranges::all_of(cells, isColumnHead);
        if (head && std::ranges::any_of(cells, isTownColumn)) {
            return cells.size();
        }
    }
    return 0;
}

// "Vermont Technical College Randolph": the town of the next column, where a row has lost its gaps.
QString withoutTownOfTable(const QString &school)
{
    static const QRegularExpression town(u"(?<=University|College)(?: \\p{Lu}[\\p{L}.'’-]+){1,2}$"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    return QString(school).remove(town);
}

} // namespace

std::vector<EducationLine> educationLines(const std::vector<Line> &lines)
{
    std::vector<EducationLine> read;
    const QStringList texts = wholeTexts(lines);
    const qsizetype columns = columnsWithTown(lines);
    for (size_t i = 0; i < lines.size(); ++i) {
        const QString &text = texts[static_cast<qsizetype>(i)];
        const bool continues = i > 0 && goesOn(lines[i - 1], lines[i]);
        EducationLine line {&lines[i], {}, {}, isSecondarySchool(text), continues, false, isRemark(text)};
        line.course = isCourse(text) && degreeIn(text).degree.isEmpty();
        line.remark = line.remark || line.course;
        if (!line.remark) {
            line.school = universityIn(text);
            line.degree = degreeIn(text);
            if (lines[i].cells().size() < columns) {
                line.school.name = withoutTownOfTable(line.school.name);
            }
            // "M.Ed., Secondary Education, Johns Hopkins University"
            static const QRegularExpression field(u"\\bsecondary education\\b"_s, anyCase);
            if (line.secondary && !line.degree.degree.isEmpty() && field.match(text).hasMatch()) {
                line.secondary = false;
                line.school = universityIn(QString(text).remove(field));
            }
        }
        const bool below = !read.empty() && read.back().degree.major.isEmpty() && text.size() > 0
                && lines[i - 1].text == read.back().degree.degree;
        if (below && isFieldByName(withoutDates(text))) {
            line.degree.major = withoutDates(text); // "Bachelor of Science" / "Petroleum Engineering"
        }
        read.push_back(line);
    }
    return read;
}

namespace {

// All but the dissertation: a candidate, unless the years there are over.
bool saysAbandonedThesis(const QString &text)
{
    static const QRegularExpression abd(u"\\bABD\\b|\\b[Aa]ll\\s+[Bb]ut\\s+[Dd]issertation\\b"_s);
    const auto span = dateSpanIn(text);
    return abd.match(text).hasMatch() && span && span->isRange && span->endYear > 0;
}

} // namespace

bool saysNoDegree(const EducationLine &line)
{
    static const QRegularExpression aboutStudies(u"^(?:course\\s?work|thesis|dissertation)\\b"_s, anyCase);
    const QString &text = line.line->text;
    const bool elsewhere = line.remark && universityIn(text).kind == SchoolKind::whole;
    const bool aside = isRemark(text) && !aboutStudies.match(text).hasMatch();
    return ((saysUnfinished(text) || saysAbandonedThesis(text)) && !elsewhere && !aside)
            || (saysPaused(text) && !line.remark);
}

} // namespace crema::resume
