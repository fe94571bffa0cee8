// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/educationfacts.h"

#include "base/text.h"
#include "resume/dateranges.h"
#include "resume/degrees.h"
#include "resume/universities.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace crema::resume {

namespace {

constexpr auto anyCase = QRegularExpression::CaseInsensitiveOption
        | QRegularExpression::UseUnicodePropertiesOption;

// What a line of the education part says.
struct EducationLine
{
    const Line *line = nullptr;
    SchoolName school;
    DegreeWords degree;
    bool secondary = false;
    bool remark = false; ///< coursework, honours, activities: its years and names are no facts of the degree
};

struct Entry
{
    ResumeLine university;
    SchoolKind kind = SchoolKind::none;
    ResumeLine degree;
    ResumeLine major;
    ResumeLine year;
    bool secondary = false;
};

bool isRemark(const QString &text)
{
    // clang-format off
    static const QRegularExpression remark(
            u"^(?:relevant|selected|key|course\\s?work|courses|modules|honou?rs?(?:\\s*(?:[:&]|and))|"
            "awards?|dean|activities|scholarships?|societ(?:y|ies)|clubs?|thesis|dissertation|minor\\s*:|"
            "study abroad|exchange|certificat|leadership|member|president|recipient|organizations?|"
            "affiliations?|sat|act|gmat|gre|achievements?|schwerpunkt|projects?|research|teaching|"
            "published|extracurricular|captain|treasurer)\\b"_s,
            anyCase);
    // clang-format on
    static const QRegularExpression office(u"\\b(?:honorary|committee member|jury)\\b"_s, anyCase);
    return remark.match(text).hasMatch() || office.match(text).hasMatch();
}

// "B.A. History, Tufts University, 2012; M.A. Economics, Yale University, 2014": each by itself.
std::vector<Line> oneSchoolALine(const std::vector<Line> &lines)
{
    std::vector<Line> apart;
    for (const Line &line : lines) {
        const QStringList pieces = line.text.split(u';', Qt::SkipEmptyParts);
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

// Somebody was there, but did not end with a degree.
bool saysNoDegree(const QString &text)
{
    // clang-format off
    static const QRegularExpression none(
            u"\\b(?:no\\s+degree|without\\s+(?:a\\s+|taking\\s+a\\s+)?degree|not\\s+(?:completed|finished|graduated|conferred)|"
            "did\\s+not\\s+(?:complete|finish|graduate)|incomplete|unfinished|withdr[ae]w\\p{L}*|dropped\\s+out|"
            "left\\s+(?:university|college|school|before|early|to\\s+(?:work|join|found|start))|"
            "attended(?=\\s*(?:[:(]|(?:from\\s+)?(?:19|20)\\d\\d|\\)|$))|transferred(?=\\s+(?:to|out)\\b|\\s*\\)|\\s*$)|"
            "some\\s+college|(?:college\\s+)?coursework\\s+(?:towards?|only)|college\\s+coursework|credits?\\s+(?:completed\\s+)?towards?|"
            "non[- ]degree|leave\\s+of\\s+absence|(?-i:ABD)|"
            "(?:first|second|third|1st|2nd|3rd|\\d)\\s+(?:years?|semesters?|terms?)\\s+(?:completed|only|of\\s+\\d)|"
            "year\\s+\\d\\s+of\\s+\\d|"
            "left\\s+(?=(?:in\\s+)?(?:19|20)\\d\\d)|exmatrikuliert|non\\s+completat\\p{L}|niet\\s+afgerond|nie\\s?uko[ńn]cz\\p{L}+|"
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
                                           u"suspended|discontinued|audited(?:\\s+courses)?|"
                                           "(?:completed|attended)\\s+\\d\\s+(?:semesters?|terms?|years?)|"
                                           "\\d\\s+(?:semesters?|terms?)(?:\\s+(?:only|completed)))"
                                           "(?=\\s*[),;.]|\\s*$|\\s+(?:in\\s+)?(?:19|20)\\d\\d)"_s,
                                           anyCase);
    return paused.match(text).hasMatch();
}

std::vector<EducationLine> educationLines(const std::vector<Line> &lines)
{
    std::vector<EducationLine> read;
    for (size_t i = 0; i < lines.size(); ++i) {
        static const QRegularExpression label(
                u"^(?:education|university|college|school|institution|degree|ausbildung|formation)\\s*:\\s+"_s,
                anyCase);
        QString text = QString(lines[i].text).remove(label);
        static const QRegularExpression blanks(u" {2,}"_s); // "Morgan State University  Baltimore, MD"
        text.replace(blanks, u"\t"_s);
        // "Bachelor of Science in Electrical Engineering and" goes on below.
        static const QRegularExpression unfinished(u"\\s(?:and|in|of|&|und|et|y|en)$"_s);
        // A narrow column breaks "Technische Universität München" before the town.
        static const QRegularExpression withoutTown(
                u"^(?:Technische\\s+)?(?:Universität|Universitaet|Hochschule|Fachhochschule)$"_s, anyCase);
        if (i + 1 < lines.size()
            && (unfinished.match(text).hasMatch() || withoutTown.match(text.trimmed()).hasMatch())) {
            text += u' ' + lines[i + 1].text;
        }
        EducationLine line {&lines[i], {}, {}, isSecondarySchool(text), isRemark(text)};
        if (!line.remark) {
            line.school = universityIn(text);
            line.degree = degreeIn(text);
            // "M.Ed., Secondary Education, Johns Hopkins University"
            static const QRegularExpression field(u"\\bsecondary education\\b"_s, anyCase);
            if (line.secondary && !line.degree.degree.isEmpty() && field.match(text).hasMatch()) {
                line.secondary = false;
                line.school = universityIn(QString(text).remove(field));
            }
        }
        read.push_back(line);
    }
    return read;
}

// Year of graduation in a line that is about the degree; 0 when it says none.
int graduationYearIn(const EducationLine &line, bool ownLine)
{
    // clang-format off
    static const QRegularExpression said(
            u"\\b(?:expected|anticipated|graduat\\w*|class of|projected|conferred|completed|exp\\.?|"
            "completion|voraussichtlich|abschluss|prévu)\\b"_s,
            anyCase);
    // clang-format on
    // The day somebody began there.
    static const QRegularExpression entry(
            u"入学|入學|\\b(?:enrol+ed|enrol+ment|matriculat\\w*|entered|started|began)\\b"_s, anyCase);
    const QString &text = line.line->text;
    if (line.remark || entry.match(text).hasMatch()) {
        return 0;
    }
    const auto span = dateSpanIn(text);
    if (!span
        || (!ownLine && !said.match(text).hasMatch() && !isOnlyDates(text)
            && withoutDates(text).size() > 40)) {
        return 0;
    }
    static const QRegularExpression prize(
            u"\\b(?:scholarship|award|prize|medal|fellowship|stipendium|bourse|beca)\\W*$"_s, anyCase);
    if (prize.match(text.first(span->start)).hasMatch()) {
        return 0;
    }
    // "2021 - Present" has no end yet, a sentence with a number no date.
    return span->endYear;
}

void fillYear(Entry &entry, const std::vector<EducationLine> &lines, size_t from, size_t to)
{
    for (const bool ownLine : {true, false}) {
        for (size_t i = from; i < to && entry.year.line == 0; ++i) {
            const EducationLine &line = lines[i];
            const int number = line.line->number;
            const bool own = number == entry.university.line || number == entry.degree.line
                    || number == entry.major.line;
            if (own != ownLine || line.secondary) {
                continue;
            }
            const int year = graduationYearIn(line, own);
            if (year > 0) {
                entry.year = {QString::number(year), number};
            }
        }
    }
}

Entry entryOf(const std::vector<EducationLine> &lines, size_t from, size_t to)
{
    Entry entry;
    for (size_t i = from; i < to; ++i) {
        const EducationLine &line = lines[i];
        const int number = line.line->number;
        if (line.school.kind > entry.kind) {
            entry.kind = line.school.kind;
            entry.university = {line.school.name, number};
        }
        if (entry.degree.line == 0 && !line.degree.degree.isEmpty() && !line.secondary) {
            entry.degree = {line.degree.degree, number};
            entry.major = line.degree.major.isEmpty() ? entry.major : ResumeLine {line.degree.major, number};
        } else if (entry.major.line == 0 && line.degree.degree.isEmpty() && !line.degree.major.isEmpty()) {
            entry.major = {line.degree.major, number};
        }
        entry.secondary = entry.secondary
                || (line.secondary && line.school.kind == SchoolKind::none && i == from);
    }
    fillYear(entry, lines, from, to);
    const auto first = lines.begin() + static_cast<long>(from);
    if (std::any_of(first, lines.begin() + static_cast<long>(to), [](const EducationLine &line) {
            const QString &text = line.line->text;
            const bool elsewhere = line.remark && universityIn(text).kind == SchoolKind::whole;
            return (saysNoDegree(text) && !elsewhere) || (saysPaused(text) && !line.remark);
        })) {
        entry.degree = entry.major = entry.year = {};
    }
    return entry;
}

// A named part ("Marshall School of Business") begins an entry where no whole university stands next to it.
bool isSchoolOfItsOwn(const std::vector<EducationLine> &lines, const EducationLine &line)
{
    if (line.school.kind != SchoolKind::part) {
        return false;
    }
    const auto at = static_cast<size_t>(&line - lines.data());
    const auto to = std::min(at + 3, lines.size());
    for (size_t i = at >= 2 ? at - 2 : 0; i < to; ++i) {
        const bool degreeBetween = i > at + 1 && !lines[i - 1].degree.degree.isEmpty();
        const bool bothHaveDegrees = !line.degree.degree.isEmpty() && !lines[i].degree.degree.isEmpty()
                && i != at;
        if (lines[i].school.kind == SchoolKind::whole && !degreeBetween && !bothHaveDegrees) {
            return false;
        }
    }
    return true;
}

// Where entries begin: at each school, or at the degree (and date) above it when the resume writes degrees
// first.
std::vector<size_t> entryStarts(const std::vector<EducationLine> &lines)
{
    std::vector<size_t> starts;
    const auto isSchool = [&lines](const EducationLine &line) {
        return line.school.kind == SchoolKind::whole || line.secondary || isSchoolOfItsOwn(lines, line);
    };
    const auto isDegree = [](const EducationLine &line) {
        return !line.degree.degree.isEmpty() && !line.secondary;
    };
    const auto firstSchool = std::ranges::find_if(lines, isSchool);
    const auto firstDegree = std::ranges::find_if(lines, isDegree);
    const bool degreeFirst = firstDegree < firstSchool;
    for (size_t i = 0; i < lines.size(); ++i) {
        if (!isSchool(lines[i])) {
            continue;
        }
        size_t start = i;
        const size_t floor = starts.empty() ? 0 : starts.back() + 1;
        for (size_t back = 1; degreeFirst && !isDegree(lines[i]) && back <= 3 && i >= floor + back; ++back) {
            if (isDegree(lines[i - back])) {
                start = i - back;
                break;
            }
        }
        // A school named twice in one entry ("University of X", "School of Y, University of X") starts no
        // second one.
        const bool again = !starts.empty() && !lines[i].secondary
                && fold(lines[i].school.name) == fold(lines[starts.back()].school.name)
                && !isDegree(lines[i]);
        if (!again && (starts.empty() || start > starts.back())) {
            starts.push_back(start);
        }
    }
    return starts;
}

// Where the entry that begins at `from` ends: a degree right above the next school, below the dates of this
// one, may be the next one's.
size_t entryEnd(const std::vector<EducationLine> &lines, size_t from, size_t next)
{
    if (next == lines.size() || next < from + 3 || lines[next - 1].degree.degree.isEmpty()) {
        return next;
    }
    const auto first = lines.begin() + static_cast<long>(from);
    const auto last = lines.begin() + static_cast<long>(next) - 1;
    const bool dated = std::any_of(first + 1, last,
                                   [](const EducationLine &line) { return isOnlyDates(line.line->text); });
    return dated ? next - 1 : next;
}

std::optional<Entry> latestOf(const std::vector<EducationLine> &lines)
{
    const std::vector<size_t> starts = entryStarts(lines);
    std::optional<Entry> latest;
    for (size_t k = 0; k < starts.size(); ++k) {
        const size_t next = k + 1 < starts.size() ? starts[k + 1] : lines.size();
        const Entry entry = entryOf(lines, starts[k], entryEnd(lines, starts[k], next));
        if (entry.kind == SchoolKind::none || entry.secondary) {
            continue;
        }
        // Resumes put the latest first, except where the years say otherwise; a school without a degree never
        // wins.
        const bool later = latest && !entry.degree.text.isEmpty() && entry.year.text > latest->year.text
                && !latest->year.text.isEmpty();
        if (!latest || later) {
            latest = entry;
        }
    }
    return latest;
}

// Without any school by name there may be a part of one ("Wharton School"), or a degree alone.
std::optional<Entry> entryWithoutSchool(const std::vector<EducationLine> &lines)
{
    size_t end = lines.size();
    for (size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].secondary) {
            end = i;
            break;
        }
    }
    const Entry entry = entryOf(lines, 0, end);
    return entry.degree.line > 0 || entry.kind != SchoolKind::none ? std::optional(entry) : std::nullopt;
}

// A text without headings: only lines that name a school, with a degree beside them, are about education.
std::vector<Line> linesNearDegree(const std::vector<Line> &lines)
{
    std::vector<Line> near;
    for (size_t i = 0; i < lines.size(); ++i) {
        if (universityIn(lines[i].text).kind == SchoolKind::none) {
            continue;
        }
        const size_t from = i > 0 ? i - 1 : 0;
        const size_t to = std::min(i + 3, lines.size());
        const bool degree = std::any_of(
                lines.begin() + static_cast<long>(from), lines.begin() + static_cast<long>(to),
                [](const Line &line) { return !degreeIn(line.text).degree.isEmpty(); });
        if (degree) {
            near.assign(lines.begin() + static_cast<long>(from), lines.begin() + static_cast<long>(to));
            return near;
        }
    }
    return near;
}

} // namespace

void readEducationFacts(const std::vector<Part> &parts, ResumeFacts &facts)
{
    std::vector<Line> lines;
    for (const Part &part : parts) {
        if (part.section == Section::education) {
            lines.insert(lines.end(), part.lines.begin(), part.lines.end());
        }
    }
    if (lines.empty()) {
        for (const Part &part : parts) {
            if (lines.empty() && (part.section == Section::contact || part.section == Section::summary)) {
                lines = linesNearDegree(part.lines);
            }
        }
    }
    lines = oneSchoolALine(lines);
    const std::vector<EducationLine> read = educationLines(lines);
    auto entry = latestOf(read);
    if (!entry && !read.empty()) {
        entry = entryWithoutSchool(read);
    }
    if (entry) {
        facts.university = entry->university;
        facts.degree = entry->degree;
        facts.major = entry->major;
        facts.graduationYear = entry->year;
    }
}

} // namespace crema::resume
