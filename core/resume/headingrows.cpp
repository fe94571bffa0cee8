// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/headingrows.h"

#include "base/text.h"
#include "resume/dateranges.h"
#include "resume/places.h"
#include "resume/words.h"

#include <algorithm>

namespace crema::resume {

namespace {

bool isHeadingRow(const Line &line)
{
    const QStringList cells = line.cells();
    return cells.size() > 1
            && std::ranges::all_of(cells, [](const QString &cell) { return headingOf(cell).has_value(); });
}

// The lines of a row of headings and what is below it, column by column.
void addColumns(std::vector<Line> &out, const std::vector<Line> &lines, size_t from, size_t to)
{
    const qsizetype columns = lines[from].cells().size();
    constexpr int besideFirst = 3; // blanks
    for (qsizetype column = 0; column < columns; ++column) {
        for (size_t i = from; i < to; ++i) {
            const QStringList cells = lines[i].cells();
            const bool first = cells.size() == 1 && column == 0
                    && lines[i].indent < lines[from].indent + besideFirst;
            if (cells.size() == columns || first) {
                out.push_back(lines[i]);
                out.back().text = cells[first ? 0 : column];
            }
        }
    }
}

bool isInCapitals(const Line &line)
{
    constexpr int mostWords = 5;
    constexpr int leastLetters = 4; // fewer may be an acronym
    const auto letters = std::ranges::count_if(line.text, [](QChar c) { return c.isLetter(); });
    return !line.bullet && letters >= leastLetters && line.text == line.text.toUpper()
            && line.text != line.text.toLower() && wordCount(line.text) <= mostWords
            && std::ranges::none_of(line.text,
                                    [](QChar c) { return c.isDigit() || c == u'\t' || c == u','; });
}

bool mayBeUnknownHeading(const std::vector<Line> &lines, size_t i)
{
    const Line &line = lines[i];
    if (!line.gapBefore || !isInCapitals(line) || hasOrganisationWord(line.text) || isJobTitle(line.text)
        || i + 1 >= lines.size()) {
        return false;
    }
    const QString below = lines[i + 1].cells().value(0);
    return !isOnlyDates(below) && !isPlace(below) && !isJobTitle(withoutDates(below).section(u',', 0, 0));
}

} // namespace

std::vector<Line> withoutHeadingRows(const std::vector<Line> &lines)
{
    std::vector<Line> out;
    for (size_t i = 0; i < lines.size();) {
        if (!isHeadingRow(lines[i])) {
            out.push_back(lines[i++]);
            continue;
        }
        size_t end = i + 1;
        while (end < lines.size() && !isHeadingRow(lines[end]) && !headingOf(lines[end].text)) {
            ++end;
        }
        addColumns(out, lines, i, end);
        i = end;
    }
    return out;
}

std::vector<Part> cutAtUnknownHeadings(const std::vector<Part> &parts)
{
    const auto hasHeading = [](const Part &part) { return part.hasHeading; };
    const auto small = [](const Part &part) { return part.heading != part.heading.toUpper(); };
    constexpr int leastHeadings = 2;
    if (std::ranges::count_if(parts, hasHeading) < leastHeadings || std::ranges::any_of(parts, small)) {
        return parts;
    }
    std::vector<Part> cut;
    for (const Part &part : parts) {
        cut.push_back({part.section, part.hasHeading, part.heading, {}});
        bool capitals = false; // a firm stands in capitals
        for (size_t i = 0; i < part.lines.size(); ++i) {
            const bool experience = cut.back().section == Section::experience && i > 0 && !capitals;
            if (experience && mayBeUnknownHeading(part.lines, i)) {
                cut.push_back({Section::other, true, part.lines[i].text, {}});
                continue;
            }
            capitals = capitals || isInCapitals(part.lines[i]);
            cut.back().lines.push_back(part.lines[i]);
        }
    }
    return cut;
}

} // namespace crema::resume
