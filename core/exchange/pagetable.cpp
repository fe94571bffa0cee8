// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/pagetable.h"

#include "base/text.h"
#include "contacts/importplan.h"
#include "exchange/contactscsv.h"
#include "exchange/headerrow.h"
#include "exchange/htmlhead.h"
#include "exchange/htmlpage.h"
#include "exchange/spreadsheetxml.h"
#include "exchange/tableshape.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

constexpr qsizetype sampleRows = 70;

QString translated(const char *text)
{
    return QCoreApplication::translate("import", text);
}

std::unexpected<Error> refused(const char *text)
{
    return failure(ErrorKind::rejectedInput, translated(text));
}

/// A table of a page, and what its first rows say.
struct Candidate
{
    const TableGrid *grid = nullptr;
    qsizetype header = -1; ///< its index among the rows; -1 when there is none
    QStringList headers {};
    qsizetype fields = 0; ///< how many of ours the headers name
    bool namesPeople = false;
    size_t filled = 0; ///< rows with anything in them
    size_t width = 0; ///< the most cells that a row fills

    [[nodiscard]] size_t below() const { return filled - (header < 0 ? 0 : 1); }
};

QStringList cellsOf(const GridRow &row)
{
    QStringList cells;
    for (const GridCell &cell : row) {
        cells.resize(std::max<qsizetype>(cells.size(), cell.column));
        cells << cleanLine(QString::fromUtf8(cell.text));
    }
    return cells;
}

Candidate candidateOf(const TableGrid &grid)
{
    Candidate candidate {&grid};
    QVector<Record> records;
    QVector<qsizetype> indices;
    for (size_t i = 0; i < grid.rows().size(); ++i) {
        const GridRow &row = grid.rows()[i];
        candidate.filled += row.empty() ? 0 : 1;
        candidate.width = std::max(candidate.width, row.size());
        if (!row.empty() && records.size() < sampleRows) {
            records.push_back({static_cast<int>(i) + 1, cellsOf(row)});
            indices << static_cast<qsizetype>(i);
        }
    }
    qsizetype header = records.isEmpty() ? -1 : headerIndex(records);
    if (header < 0 && records.size() > 1
        && std::ranges::all_of(grid.rows()[static_cast<size_t>(indices[0])], &GridCell::isName)) {
        header = 0; // in words that we do not know
    }
    if (header < 0 && candidate.width < 2) {
        return candidate;
    }
    const TableShape shape = shapeOfRecords(records, header);
    candidate.header = header < 0 ? -1 : indices[header];
    candidate.headers = shape.headers;
    candidate.fields = header < 0 ? 0 : namedFields(shape.headers);
    candidate.namesPeople = shape.mapping.namesPeople();
    return candidate;
}

/// The one whose columns say most, of several alike the longest. Where none tells whom it is about, the only
/// one that may be a list: its columns are shown.
const Candidate *chosenOf(const std::vector<Candidate> &candidates)
{
    const auto worth = [](const Candidate &one) {
        return std::tuple(one.namesPeople && one.header >= 0, one.namesPeople,
                          std::min<qsizetype>(one.fields, 4), one.below());
    };
    const auto best = std::ranges::max_element(candidates, {}, worth);
    if (best != candidates.end() && best->namesPeople) {
        return &*best;
    }
    const auto isList = [](const Candidate &one) { return one.width > 1 && one.filled > 1; };
    const auto list = std::ranges::find_if(candidates, isList);
    return std::ranges::count_if(candidates, isList) == 1 ? &*list : nullptr;
}

/// Writes rows with a column more behind each in which a cell leads somewhere.
class CsvOfGrids final
{
public:
    explicit CsvOfGrids(const std::vector<Candidate> &parts) : m_parts(parts)
    {
        for (const Candidate &part : parts) {
            for (size_t i = static_cast<size_t>(part.header + 1); i < part.grid->rows().size(); ++i) {
                for (const GridCell &cell : part.grid->rows()[i]) {
                    if (!cell.link.isEmpty()) {
                        m_linked.insert(cell.column);
                    }
                }
            }
        }
    }

    QByteArray written()
    {
        QByteArray csv = "sep=,\r\n";
        for (size_t part = 0; part < m_parts.size(); ++part) {
            const Candidate &own = m_parts[part];
            const std::vector<GridRow> &rows = own.grid->rows();
            for (size_t i = part == 0 ? 0 : static_cast<size_t>(own.header + 1); i < rows.size(); ++i) {
                add(csv, rows[i], part == 0 && static_cast<qsizetype>(i) == own.header);
            }
        }
        return csv;
    }

private:
    void add(QByteArray &csv, const GridRow &row, bool isHeader) const
    {
        int at = 0; // the column of the page
        auto linked = m_linked.begin();
        const auto fill = [&](int column) {
            for (; at < column; ++at) {
                csv += ',';
                if (linked != m_linked.end() && *linked == at) {
                    csv += ',';
                    ++linked;
                }
            }
        };
        for (const GridCell &cell : row) {
            fill(cell.column);
            csv += csvCell(cleanText(QString::fromUtf8(cell.text)), CsvStyle::raw);
            if (linked != m_linked.end() && *linked == cell.column) {
                const QString header = translated(QT_TRANSLATE_NOOP("import", "%1 link"))
                                               .arg(cleanLine(QString::fromUtf8(cell.text)));
                csv += ',';
                csv += csvCell(isHeader ? header.trimmed() : QString::fromUtf8(cell.link), CsvStyle::raw);
                ++linked;
            }
            csv += &cell == &row.back() ? "" : ",";
            at = cell.column + 1;
        }
        csv += "\r\n";
    }

    const std::vector<Candidate> &m_parts;
    std::set<int> m_linked; ///< columns
};

/// The chosen one, and those with the same names of columns, in the order of the page.
std::vector<Candidate> partsOf(const Candidate &chosen, const std::vector<Candidate> &candidates)
{
    std::vector<Candidate> parts;
    for (const Candidate &one : candidates) {
        if (&one == &chosen || (chosen.header >= 0 && one.header >= 0 && one.headers == chosen.headers)) {
            parts.push_back(one);
        }
    }
    return parts;
}

QVector<RowNote> toldOf(const std::vector<Candidate> &parts, const std::vector<Candidate> &candidates,
                        const TablePage &page)
{
    QVector<RowNote> told;
    const auto add = [&told](const QString &text) { told << RowNote {1, text}; };
    if (page.endsWithin) {
        add(translated(QT_TRANSLATE_NOOP("import",
                                         "the page has no proper end; if it was cut off, rows are missing")));
    }
    if (std::ranges::any_of(parts, [](const Candidate &part) { return part.grid->spansRows(); })) {
        add(translated(QT_TRANSLATE_NOOP(
                "import", "a cell over several rows was read as the value of each of these rows")));
    }
    QStringList others;
    for (const Candidate &one : candidates) {
        const bool isRead = std::ranges::find(parts, one.grid, &Candidate::grid) != parts.end();
        if (!isRead && one.namesPeople && one.header >= 0 && others.size() < 3) {
            others << elided(one.headers.join(u", "_s), 80);
        }
    }
    if (!others.isEmpty()) {
        add(translated(
                    QT_TRANSLATE_NOOP("import",
                                      "of several tables one was read, and not the one with these columns: "
                                      "%1"))
                    .arg(others.join(u" / "_s)));
    } else if (page.hasMore || candidates.size() > parts.size()) {
        add(translated(QT_TRANSLATE_NOOP("import", "what stands beside the table was not read")));
    }
    return told;
}

} // namespace

Result<std::optional<PageTable>> tableOfPage(std::string_view text, const std::stop_token &stop)
{
    const bool isSheet = isSpreadsheetXml(text);
    if (!isSheet && !isHtml(text)) {
        return std::nullopt;
    }
    const TablePage page = isSheet ? tablesOfSpreadsheetXml(text, stop) : tablesOfHtml(text, stop);
    if (page.isTooDeep) {
        return refused(
                QT_TRANSLATE_NOOP("import",
                                  "this web page has too many elements within each other, or within one tag; "
                                  "save the table as CSV. Nothing was imported."));
    }
    if (page.brokenLine > 0) {
        return failure(
                ErrorKind::rejectedInput,
                translated(QT_TRANSLATE_NOOP("import",
                                             "this workbook (XML) breaks off or is damaged in line %1; "
                                             "get it once more. Nothing was imported."))
                        .arg(page.brokenLine));
    }
    std::vector<Candidate> candidates;
    for (const TableGrid &grid : page.tables) {
        if (stop.stop_requested()) {
            return std::unexpected(contacts::importCancelled());
        }
        candidates.push_back(candidateOf(grid));
    }
    if (candidates.empty()) {
        return refused(
                QT_TRANSLATE_NOOP("import",
                                  "this is a web page or XML without a table; save the contacts as CSV "
                                  "or vCard. Nothing was imported."));
    }
    const Candidate *chosen = chosenOf(candidates);
    if (!chosen) {
        return refused(
                QT_TRANSLATE_NOOP("import",
                                  "this is a web page without a table of people: none has columns for "
                                  "names or email addresses. Save the table as CSV with a row of column "
                                  "names. Nothing was imported."));
    }
    const std::vector<Candidate> parts = partsOf(*chosen, candidates);
    const auto namesRow = chosen->header < 0 ? -1 : parts.front().header;
    return PageTable {CsvOfGrids(parts).written(), static_cast<int>(namesRow) + 1,
                      toldOf(parts, candidates, page)};
}

} // namespace crema::exchange
