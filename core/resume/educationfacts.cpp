// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/educationfacts.h"

#include "base/text.h"
#include "resume/dateranges.h"
#include "resume/educationlines.h"
#include "resume/educationsentences.h"
#include "resume/places.h"

#include <QRegularExpression>

#include <algorithm>
#include <iterator>
#include <optional>

using namespace Qt::StringLiterals;

namespace crema::resume {

namespace {

struct Entry
{
    ResumeLine university;
    SchoolKind kind = SchoolKind::none;
    ResumeLine degree;
    ResumeLine major;
    ResumeLine year;
    bool secondary = false;
    bool passing = false; ///< left without a degree, or a course
};

// Two lines that tell of different times: "B.S., 2007" and a school of 2009-2010 are not one entry. A
// school's years may hold several degrees.
bool areOfDifferentTimes(const EducationLine &degree, const EducationLine &school)
{
    const auto done = dateSpanIn(degree.line->text);
    const auto there = dateSpanIn(school.line->text);
    if (&degree == &school || !done || !there || done->endYear == 0 || there->endYear == 0) {
        return false;
    }
    const bool inside = there->isRange && there->startYear <= done->endYear
            && done->endYear <= there->endYear;
    return done->endYear != there->endYear && !inside;
}

// Whether the school, the degree or the field of the entry stands in the line.
bool names(const Entry &entry, const EducationLine &line)
{
    const int number = line.line->number;
    return number == entry.university.line || number == entry.degree.line || number == entry.major.line;
}

// "No degree" is said beside the school or the degree, or right below; a bullet below tells of something
// else.
bool endsWithoutDegree(const Entry &entry, const std::vector<EducationLine> &lines, size_t from, size_t to)
{
    const EducationLine *above = nullptr;
    for (size_t i = from; i < to; ++i) {
        const EducationLine &line = lines[i];
        const QString &text = line.line->text;
        const bool own = names(entry, line);
        const bool below = above && (!line.line->bullet || above->line->bullet)
                && line.degree.degree.isEmpty();
        if ((own || below) && saysNoDegree(line)) {
            return true;
        }
        const bool between = isOnlyDates(text) || isPlace(text);
        above = own ? &line : between ? above : nullptr;
    }
    return false;
}

void fillYear(Entry &entry, const std::vector<EducationLine> &lines, size_t from, size_t to)
{
    for (const bool ownLine : {true, false}) {
        for (size_t i = from; i < to && entry.year.line == 0; ++i) {
            const EducationLine &line = lines[i];
            const int number = line.line->number;
            const bool own = names(entry, line) || (line.continues && names(entry, lines[i - 1]));
            const bool otherDegree = !own && !line.degree.degree.isEmpty();
            if (own != ownLine || line.secondary || otherDegree) {
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
    const EducationLine *school = nullptr;
    const EducationLine *degree = nullptr;
    bool dated = true; // nothing but dates so far
    for (size_t i = from; i < to; ++i) {
        const EducationLine &line = lines[i];
        const int number = line.line->number;
        if (line.school.kind > entry.kind && !(degree && areOfDifferentTimes(*degree, line))) {
            entry.kind = line.school.kind;
            entry.university = {line.school.name, number};
            school = &line;
        }
        const bool hasDegree = !line.degree.degree.isEmpty();
        const bool others = school && areOfDifferentTimes(line, *school);
        if (!degree && hasDegree && !line.secondary && !others) {
            degree = &line;
            entry.degree = {line.degree.degree, number};
            entry.major = line.degree.major.isEmpty() ? entry.major : ResumeLine {line.degree.major, number};
        } else if (entry.major.line == 0 && !hasDegree && !line.degree.major.isEmpty()) {
            entry.major = {line.degree.major, number};
        }
        entry.secondary = entry.secondary
                || (line.secondary && line.school.kind == SchoolKind::none && dated);
        dated = dated && isOnlyDates(line.line->text);
    }
    fillYear(entry, lines, from, to);
    if (!degree && to > from + 1 && lines[from + 1].course) {
        entry.year = {};
        entry.passing = true;
    }
    if (endsWithoutDegree(entry, lines, from, to)) {
        entry.degree = entry.major = entry.year = {};
        entry.passing = true;
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
        const bool differ = areOfDifferentTimes(line, lines[i]);
        if (lines[i].school.kind == SchoolKind::whole && !degreeBetween && !bothHaveDegrees && !differ) {
            return false;
        }
    }
    return true;
}

bool isSchool(const std::vector<EducationLine> &lines, const EducationLine &line)
{
    return line.school.kind == SchoolKind::whole || line.secondary || isSchoolOfItsOwn(lines, line);
}

bool isDegree(const EducationLine &line)
{
    return !line.degree.degree.isEmpty() && !line.secondary;
}

// Whether degrees stand above their schools. Where a degree follows the last school, and something else
// stands above the first degree, that is a school that we do not know.
bool isDegreeFirst(const std::vector<EducationLine> &lines)
{
    const auto school = [&lines](const EducationLine &line) { return isSchool(lines, line); };
    const auto isDate = [](const EducationLine &line) { return isOnlyDates(line.line->text); };
    const auto firstDegree = std::ranges::find_if(lines, isDegree);
    if (firstDegree >= std::ranges::find_if(lines, school)) {
        return false;
    }
    const auto lastSchool = std::ranges::find_if(lines.rbegin(), lines.rend(), school);
    const bool degreeBehind = std::any_of(lines.rbegin(), lastSchool, isDegree);
    return !degreeBehind || std::all_of(lines.begin(), firstDegree, isDate);
}

// Dates stand above their schools; several on top of one another are a column that was read by itself.
bool isDatesFirst(const std::vector<EducationLine> &lines)
{
    return lines.size() > 1 && isOnlyDates(lines[0].line->text) && !isOnlyDates(lines[1].line->text);
}

// Where the entry of the school in line i begins: at the degree above it, when the resume writes degrees
// first, and at the dates above that, when it writes dates first.
size_t entryStart(const std::vector<EducationLine> &lines, size_t i, size_t floor, bool degreeFirst)
{
    constexpr size_t mostAbove = 3;
    size_t start = i;
    for (size_t back = 1; degreeFirst && !isDegree(lines[i]) && back <= mostAbove && i >= floor + back;
         ++back) {
        if (isDegree(lines[i - back])) {
            start = areOfDifferentTimes(lines[i - back], lines[i]) ? i : i - back;
            break;
        }
    }
    return isDatesFirst(lines) && start > floor && isOnlyDates(lines[start - 1].line->text) ? start - 1
                                                                                            : start;
}

// "Courtauld" / "M.A. History of Art, 2018": behind a whole entry a school that we do not know begins
// another.
bool isUnknownSchool(const std::vector<EducationLine> &lines, size_t i, size_t from)
{
    const EducationLine &line = lines[i];
    const QString &text = line.line->text;
    constexpr int mostWords = 8;
    const bool name = line.line->gapBefore && !line.line->bullet && !line.remark && !line.secondary
            && line.school.kind == SchoolKind::none && !isDegree(line) && !isOnlyDates(text) && !isPlace(text)
            && text.front().isUpper() && wordCount(text) <= mostWords;
    const bool degreeBelow = i + 1 < lines.size() && isDegree(lines[i + 1]) && !lines[i + 1].line->gapBefore
            && lines[i + 1].school.kind == SchoolKind::none;
    return name && degreeBelow
            && std::any_of(lines.begin() + static_cast<long>(from), lines.begin() + static_cast<long>(i),
                           isDegree);
}

std::vector<size_t> entryStarts(const std::vector<EducationLine> &lines)
{
    std::vector<size_t> starts;
    size_t lastSchool = 0;
    const bool degreeFirst = isDegreeFirst(lines);
    for (size_t i = 0; i < lines.size(); ++i) {
        if (!isSchool(lines, lines[i])) {
            if (!degreeFirst && !starts.empty() && isUnknownSchool(lines, i, starts.back())) {
                starts.push_back(i);
                lastSchool = i;
            }
            continue;
        }
        const size_t floor = starts.empty() ? 0 : lastSchool + 1;
        const size_t start = entryStart(lines, i, floor, degreeFirst);
        // A school named twice in one entry ("University of X", "School of Y, University of X") starts no
        // second one.
        const bool again = !starts.empty() && !lines[i].secondary
                && fold(lines[i].school.name) == fold(lines[lastSchool].school.name) && !isDegree(lines[i]);
        if (!again && (starts.empty() || start > starts.back())) {
            starts.push_back(start);
            lastSchool = i;
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

// A degree above the first school that we know: of one that we do not know, which may be the newest.
std::optional<Entry> entryOfUnknownSchool(const std::vector<EducationLine> &lines, size_t end)
{
    const auto last = lines.begin() + static_cast<long>(end);
    const bool degree = std::any_of(lines.begin(), last, isDegree);
    const Entry entry = degree ? entryOf(lines, 0, end) : Entry {};
    // "Bachelor level coursework" alone tells of no degree.
    const bool told = entry.year.line > 0 || entry.major.line > 0 || entry.kind != SchoolKind::none;
    return entry.degree.line > 0 && told && !entry.secondary ? std::optional(entry) : std::nullopt;
}

std::optional<Entry> latestOf(const std::vector<EducationLine> &lines)
{
    const std::vector<size_t> starts = entryStarts(lines);
    std::optional<Entry> latest = entryOfUnknownSchool(lines, starts.empty() ? 0 : starts.front());
    for (size_t k = 0; k < starts.size(); ++k) {
        const size_t next = k + 1 < starts.size() ? starts[k + 1] : lines.size();
        const Entry entry = entryOf(lines, starts[k], entryEnd(lines, starts[k], next));
        if ((entry.kind == SchoolKind::none && entry.degree.text.isEmpty()) || entry.secondary) {
            continue;
        }
        // Resumes put the latest first, except where the years say otherwise; what ended without a degree
        // never wins over one.
        const bool finished = !entry.degree.text.isEmpty();
        const bool later = latest && finished && entry.year.text > latest->year.text
                && !latest->year.text.isEmpty();
        if (!latest || later || (finished && latest->passing)) {
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
        if (universityIn(lines[i].text).kind == SchoolKind::none || isProse(lines[i].text)) {
            continue;
        }
        const size_t from = i > 0 ? i - 1 : 0;
        const size_t to = std::min(i + 3, lines.size());
        const bool degree = std::any_of(
                lines.begin() + static_cast<long>(from), lines.begin() + static_cast<long>(to),
                [](const Line &line) { return !degreeIn(line.text).degree.isEmpty(); });
        if (degree) {
            std::copy_if(lines.begin() + static_cast<long>(from), lines.begin() + static_cast<long>(to),
                         std::back_inserter(near), [](const Line &line) { return !isProse(line.text); });
            return near;
        }
    }
    return near;
}

// Artists call it training; where there is no other education and a degree stands in it.
bool isTrainingWithDegree(const Part &part)
{
    const bool training = fold(part.heading).trimmed() == u"training"_s;
    return training && std::ranges::any_of(part.lines, [](const Line &line) {
               return degreeStart(line.text) >= 0 && universityIn(line.text).kind != SchoolKind::none;
           });
}

std::vector<Line> linesOfEducation(const std::vector<Part> &parts)
{
    const auto isEducation = [](const Part &part) { return part.section == Section::education; };
    const bool any = std::ranges::any_of(parts, isEducation);
    std::vector<Line> lines;
    for (const Part &part : parts) {
        if (any ? isEducation(part) : isTrainingWithDegree(part)) {
            lines.insert(lines.end(), part.lines.begin(), part.lines.end());
        }
    }
    return lines;
}

} // namespace

void readEducationFacts(const std::vector<Part> &parts, ResumeFacts &facts)
{
    std::vector<Line> lines = linesOfEducation(parts);
    if (lines.empty()) {
        for (const Part &part : parts) {
            if (lines.empty() && (part.section == Section::contact || part.section == Section::summary)) {
                lines = degreeInSentences(part.lines);
                lines = lines.empty() ? linesNearDegree(part.lines) : lines;
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
