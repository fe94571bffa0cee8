// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/experiencefacts.h"

#include "base/text.h"
#include "resume/dateranges.h"
#include "resume/degrees.h"
#include "resume/employernames.h"
#include "resume/entries.h"
#include "resume/entryheader.h"
#include "resume/places.h"
#include "resume/universities.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace crema::resume {

namespace {

constexpr qsizetype mostLines = 80;

bool isAboutTools(const QString &text)
{
    // clang-format off
    static const QRegularExpression tools(
            u"^(?:skills?|technologies|tech(?:nology)? stack|tools?|languages|environment|keywords|stack|"
            "technologien|technologies utilisées|(?:selected\\s+)?clients?|job\\s?sites?|supervisor|reference|references|contact|website|link|"
            "url)\\s*(?:used)?\\s*:"_s,
            QRegularExpression::CaseInsensitiveOption);
    // clang-format on
    return tools.match(text).hasMatch() || text.endsWith(u':') || text.startsWith(u"http");
}

void addDone(const std::vector<JobEntry> &entries, ResumeFacts &facts)
{
    for (const JobEntry &entry : entries) {
        for (const ResumeLine &line : entry.done) {
            const bool wide = line.text.front().script() == QChar::Script_Han && line.text.size() >= 6;
            if ((wordCount(line.text) >= 2 || wide) && !isAboutTools(line.text) && !isPlace(line.text)
                && facts.experience.size() < mostLines) {
                facts.experience.append(line);
            }
        }
    }
}

std::optional<DateSpan> rangeOf(const JobEntry &entry)
{
    for (const Line &line : entry.header) {
        if (const auto span = dateSpanIn(line.text); span && span->isRange) {
            return span;
        }
    }
    return std::nullopt;
}

bool isDated(const JobEntry &entry)
{
    return std::ranges::any_of(entry.header,
                               [](const Line &line) { return dateSpanIn(line.text).has_value(); });
}

/// "Booz Allen Hamilton, 2015 - Present / Technologist, 2020 - Present / Associate, 2015 - 2020": a firm
/// named once with all its years, and the roles below with theirs. The two end at the same time, which a
/// pause between two jobs does not.
bool isFirmAbove(const JobEntry &above, const EntryHeader &firm, const JobEntry &entry,
                 const EntryHeader &role)
{
    const auto isTitle = [](const HeaderPiece &piece) { return piece.kind == HeaderPiece::Kind::title; };
    const auto isFirm = [](const HeaderPiece &piece) {
        return piece.kind == HeaderPiece::Kind::organisation && !piece.beside;
    };
    const auto whole = rangeOf(above);
    const auto part = rangeOf(entry);
    return above.done.isEmpty() && firm.size() == 1 && isFirm(firm.front())
            && std::ranges::any_of(role, isTitle) && std::ranges::none_of(role, isFirm) && whole && part
            && whole->endYear == part->endYear;
}

// "Internships": the heading says the role, so a firm may stand alone.
bool saysRole(const QString &heading)
{
    static const QRegularExpression role(
            u"^\\W*(?:internships?|placements?|stages|praktika|pr[áa]cticas|tirocini)\\W*$"_s,
            QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return role.match(heading).hasMatch();
}

void addRole(EntryHeader &header)
{
    const bool firm = header.size() == 1 && header.front().kind == HeaderPiece::Kind::organisation;
    if (firm) {
        header.push_back({HeaderPiece::Kind::title, {}, header.front().line, false});
    }
}

void addEmployers(const std::vector<JobEntry> &entries, const QString &heading, ResumeFacts &facts)
{
    std::vector<EntryHeader> headers;
    headers.reserve(entries.size());
    for (const JobEntry &entry : entries) {
        headers.push_back(headerOf(entry.header));
        if (saysRole(heading) && isDated(entry)) {
            addRole(headers.back());
        }
        // The head of a page between the jobs.
        std::erase_if(headers.back(), [&facts](const HeaderPiece &piece) {
            return !facts.name.text.isEmpty() && fold(piece.text) == fold(facts.name.text);
        });
    }
    for (size_t i = 0; i + 1 < headers.size(); ++i) {
        if (isFirmAbove(entries[i], headers[i], entries[i + 1], headers[i + 1])) {
            headers[i + 1].insert(headers[i + 1].begin(), headers[i].front());
        }
    }
    const HeaderStyle style = styleOf(headers);
    for (const EntryHeader &header : headers) {
        const HeaderPiece *employer = employerIn(header, style);
        const bool known = employer
                && std::ranges::any_of(facts.companies, [employer](const ResumeLine &company) {
                               return fold(company.text) == fold(employer->text);
                           });
        if (employer && !known && employer->text.size() >= 2 && employer->text.size() <= 90) {
            facts.companies.append({employer->text, employer->line});
        }
    }
}

// Without the row that heads the columns of a table.
std::vector<Line> withoutColumnHeads(std::vector<Line> lines)
{
    std::erase_if(lines, [](const Line &line) {
        const QStringList cells = line.cells();
        return cells.size() > 1 && std::ranges::all_of(cells, isColumnHead);
    });
    return lines;
}

// A whole job in the line, or in it and the one above: "2012 - 2019  Sanford Health: Medical Coder",
// "Cure - New Orleans, LA" / "Head Bartender, May 2021 - now".
std::vector<Line> wholeJobAt(const std::vector<Line> &lines, size_t i)
{
    const auto span = dateSpanIn(lines[i].text);
    constexpr int mostWords = 14;
    const bool job = span && span->isRange && wordCount(lines[i].text) <= mostWords && !lines[i].bullet;
    for (size_t above = 0; job && above <= 1 && above <= i; ++above) {
        const std::vector<Line> header(lines.begin() + static_cast<long>(i - above),
                                       lines.begin() + static_cast<long>(i) + 1);
        const bool together = above == 0 || (!lines[i].gapBefore && !dateSpanIn(lines[i - 1].text));
        const bool studies = std::ranges::any_of(header, [](const Line &line) {
            return degreeStart(line.text) >= 0 || isSecondarySchool(line.text);
        });
        const EntryHeader pieces = headerOf(header);
        const bool whole = isComplete(pieces) && pieces.size() == 2;
        if (together && !studies && whole) {
            return header;
        }
    }
    return {};
}

// A resume without headings: its jobs are the lines that tell firm, title and years.
void addEmployersWithoutHeading(const std::vector<Part> &parts, ResumeFacts &facts)
{
    if (parts.size() != 1 || parts.front().hasHeading) {
        return;
    }
    std::vector<JobEntry> entries;
    const std::vector<Line> &lines = parts.front().lines;
    for (size_t i = 0; i < lines.size(); ++i) {
        if (std::vector<Line> header = wholeJobAt(lines, i); !header.empty()) {
            entries.push_back({std::move(header), {}});
        }
    }
    constexpr size_t leastJobs = 2; // one line may be anything
    if (entries.size() >= leastJobs) {
        addEmployers(entries, {}, facts);
    }
}

} // namespace

void readExperienceFacts(const std::vector<Part> &parts, ResumeFacts &facts)
{
    addEmployersWithoutHeading(parts, facts);
    for (const Part &part : parts) {
        if (part.section == Section::experience) {
            const std::vector<JobEntry> entries = entriesOf(withoutColumnHeads(part.lines));
            addEmployers(entries, part.heading, facts);
            addDone(entries, facts);
        }
    }
    for (const Part &part : parts) {
        const bool other = part.section == Section::leadership || part.section == Section::projects;
        if (facts.companies.isEmpty() && other && facts.experience.isEmpty()) {
            addDone(entriesOf(part.lines), facts);
        }
    }
}

} // namespace crema::resume
