// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csvreader.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <map>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

constexpr size_t maxCells = 20'000; // more is no table of contacts; bounds the memory of one endless line
constexpr size_t maxWastedLooks = size_t {64} << 20U;
constexpr size_t manyLines = 100;

/// The high bit of each byte of `block` that equals `c` (only the lowest one set is exact, which is the one
/// we use).
uint64_t matches(uint64_t block, char c)
{
    constexpr uint64_t ones = 0x0101010101010101ULL;
    const uint64_t x = block ^ (ones * static_cast<uint8_t>(c));
    return (x - ones) & ~x & (ones << 7U);
}

bool isBlankCell(std::string_view cell)
{
    return cell.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

size_t linesIn(std::string_view text, char newline)
{
    return static_cast<size_t>(std::ranges::count(text, newline));
}

} // namespace

bool CsvRow::isBlank() const
{
    return std::ranges::all_of(cells, isBlankCell);
}

CsvReader::CsvReader(std::string_view text, CsvDialect dialect, qint64 maxCell)
    : m_text(text), m_at(dialect.start), m_maxCell(static_cast<size_t>(std::max<qint64>(maxCell, 1))),
      m_delimiter(dialect.delimiter)
{
    // A lone carriage return ends a line only in files that have nothing else (old Macs).
    if (text.find('\n') == std::string_view::npos) {
        m_newline = '\r';
    }
    m_line += static_cast<int>(linesIn(text.substr(0, dialect.start), m_newline));
}

bool CsvReader::next(CsvRow &row)
{
    row.cells.clear();
    row.patches.clear();
    row.unescaped.clear();
    row.oddity = RowOddity::none;
    if (m_at >= m_text.size() || m_error) {
        return false;
    }
    row.row = ++m_row;
    row.line = m_line;
    bool more = true;
    while (more) {
        more = readCell(row);
        if (m_error) {
            return false;
        }
    }
    for (const CsvRow::Patch &patch : row.patches) {
        row.cells[patch.cell] = std::string_view(row.unescaped).substr(patch.offset, patch.length);
    }
    ++m_line;
    return true;
}

/// Reads one cell and the separator behind it; false when that was the end of the record.
bool CsvReader::readCell(CsvRow &row)
{
    if (row.cells.size() == maxCells) {
        m_error = Error {
                ErrorKind::rejectedInput,
                QCoreApplication::translate("import",
                                            "Row %1 (line %2) has more than %3 cells; this is not a table of "
                                            "contacts. Nothing was imported.")
                        .arg(row.row)
                        .arg(row.line)
                        .arg(maxCells),
                {},
                {},
                0};
        return false;
    }
    size_t open = m_at;
    while (open < m_text.size() && m_text[open] == ' ') {
        ++open;
    }
    if (open < m_text.size() && m_text[open] == '"') {
        if (const auto quoted = closingQuote(open)) {
            if (quoted->close - open > m_maxCell) {
                return tooLong(row);
            }
            addQuoted(row, open, *quoted);
            return m_at < m_text.size() && m_text[m_at++] == m_delimiter;
        }
        row.oddity = RowOddity::openQuote;
    }
    return addPlain(row);
}

bool CsvReader::addPlain(CsvRow &row)
{
    const size_t end = plainEnd(m_at);
    if (end - m_at > m_maxCell) {
        return tooLong(row);
    }
    std::string_view cell = m_text.substr(m_at, end - m_at);
    const bool more = end < m_text.size() && m_text[end] == m_delimiter;
    if (!more && cell.ends_with('\r')) {
        cell.remove_suffix(1);
    }
    row.cells.push_back(cell);
    // A delimiter as the file's last character still separates: an empty cell follows it.
    m_at = end + (end < m_text.size() ? 1 : 0);
    if (more && m_at == m_text.size()) {
        row.cells.emplace_back();
        return false;
    }
    return more;
}

void CsvReader::addQuoted(CsvRow &row, size_t open, const Quoted &quoted)
{
    const std::string_view raw = m_text.substr(open + 1, quoted.close - open - 1);
    if (quoted.hasInner) {
        const size_t offset = row.unescaped.size();
        for (size_t i = 0; i < raw.size(); ++i) {
            row.unescaped += raw[i];
            i += raw[i] == '"' && i + 1 < raw.size() && raw[i + 1] == '"';
        }
        row.patches.push_back({row.cells.size(), offset, row.unescaped.size() - offset});
    }
    row.cells.push_back(raw);
    m_line += static_cast<int>(quoted.lines);
    if (quoted.lines > manyLines) {
        row.oddity = RowOddity::longQuote;
    }
    m_at = plainEnd(quoted.close + 1); // blanks between the quote and the separator
    if (m_at + 1 == m_text.size() && m_text[m_at] == m_delimiter) {
        row.cells.emplace_back();
        m_at = m_text.size();
    }
}

bool CsvReader::tooLong(const CsvRow &row)
{
    m_error = Error {
            ErrorKind::rejectedInput,
            QCoreApplication::translate("import",
                                        "Row %1 (line %2), column %3 holds more than %4 characters; this "
                                        "is not a table of contacts. Nothing was imported.")
                    .arg(row.row)
                    .arg(row.line)
                    .arg(row.cells.size() + 1)
                    .arg(m_maxCell),
            {},
            {},
            0};
    return false;
}

/// The end of an unquoted cell that starts at `from`: its separator, line end or the end of the text.
size_t CsvReader::plainEnd(size_t from) const
{
    size_t i = from;
    if constexpr (std::endian::native == std::endian::little) {
        uint64_t block = 0;
        while (i + sizeof block <= m_text.size()) {
            std::memcpy(&block, m_text.data() + i, sizeof block);
            const uint64_t found = matches(block, m_delimiter) | matches(block, m_newline);
            if (found != 0) {
                return i + static_cast<size_t>(std::countr_zero(found)) / 8;
            }
            i += sizeof block;
        }
    }
    while (i < m_text.size() && m_text[i] != m_delimiter && m_text[i] != m_newline) {
        ++i;
    }
    return i;
}

/// The end of the line that `at` is in. Remembered: asked for each quote of an endless line it must not be
/// searched anew.
size_t CsvReader::lineEnd(size_t at)
{
    if (at < m_lineStart || at > m_lineEnd) {
        m_lineStart = at;
        m_lineEnd = std::min(m_text.find(m_newline, at), m_text.size());
    }
    return m_lineEnd;
}

/// True when nothing but blanks stands between this quote and the end of the cell.
bool CsvReader::endsCell(size_t quote) const
{
    size_t i = quote + 1;
    while (i < m_text.size() && (m_text[i] == ' ' || m_text[i] == '\r') && m_text[i] != m_newline) {
        ++i;
    }
    return i >= m_text.size() || m_text[i] == m_delimiter || m_text[i] == m_newline;
}

/// Where the quote that opens at `open` closes. A quote inside that is neither doubled nor last (`"the "big"
/// one"`) belongs to the cell as long as the cell closes in the same line; where a later line opens a cell of
/// its own, or no end comes at all, the quote at `open` was never meant to open anything: nullopt.
std::optional<CsvReader::Quoted> CsvReader::closingQuote(size_t open)
{
    Quoted found;
    size_t from = open + 1;
    size_t strayLineEnd = std::string_view::npos;
    while (m_wastedLooks < maxWastedLooks) {
        const size_t quote = m_text.find('"', from);
        if (quote == std::string_view::npos || quote > strayLineEnd) {
            m_wastedLooks += std::min(quote, m_text.size()) - open;
            return std::nullopt;
        }
        if (quote + 1 < m_text.size() && m_text[quote + 1] == '"') {
            found.hasInner = true;
            from = quote + 2;
            continue;
        }
        if (endsCell(quote)) {
            found.close = quote;
            found.lines = linesIn(m_text.substr(open, quote - open), m_newline);
            return found;
        }
        const char before = m_text[quote - 1];
        const bool opensAnother = before == m_newline || before == m_delimiter;
        if (opensAnother && quote > lineEnd(open)) {
            m_wastedLooks += quote - open;
            return std::nullopt;
        }
        found.hasInner = true;
        strayLineEnd = lineEnd(quote);
        from = quote + 1;
    }
    return std::nullopt;
}

namespace {

/// A first line `sep=X`, which Excel writes and reads to name the separator.
std::optional<CsvDialect> namedBySep(std::string_view text)
{
    const size_t end = text.find_first_of("\r\n");
    std::string_view line = text.substr(0, end);
    if (line.size() >= 2 && line.starts_with('"') && line.ends_with('"')) {
        line = line.substr(1, line.size() - 2);
    }
    const bool named = line.size() == 5 && (line[0] | 32) == 's' && (line[1] | 32) == 'e'
            && (line[2] | 32) == 'p' && line[3] == '=';
    if (!named) {
        return std::nullopt;
    }
    size_t start = end == std::string_view::npos ? text.size() : end + 1;
    if (end != std::string_view::npos && text[end] == '\r' && start < text.size() && text[start] == '\n') {
        ++start;
    }
    return CsvDialect {line[4], start};
}

struct Evenness
{
    bool mostly = false; ///< most of the records are as even, and none tears a quoted cell apart
    int records =
            0; ///< how many of the first records have the commonest number of cells, when that is above one
    size_t cells = 0;

    [[nodiscard]] auto operator<=>(const Evenness &) const = default;
};

/// A quotation mark behind another separator: that one parts the cells, and this a cell of its own.
bool tearsQuotes(const CsvRow &row, char delimiter)
{
    return std::ranges::any_of(row.cells, [delimiter](std::string_view cell) {
        const size_t quote = cell.find('"');
        constexpr std::string_view separators = ",;\t|";
        return quote != std::string_view::npos && quote > 0 && cell[quote - 1] != delimiter
                && separators.contains(cell[quote - 1]);
    });
}

Evenness evenness(std::string_view sample, char delimiter)
{
    constexpr int records = 60;
    std::map<size_t, int> byCells;
    int filled = 0;
    int torn = 0;
    CsvReader reader(sample, {delimiter, 0});
    CsvRow row;
    for (int i = 0; i < records && reader.next(row); ++i) {
        filled += !row.isBlank();
        // The wrong separator leaves quotes in the middle of cells.
        const bool tears = row.oddity == RowOddity::openQuote || tearsQuotes(row, delimiter);
        torn += tears;
        if (row.cells.size() > 1 && !tears) {
            ++byCells[row.cells.size()];
        }
    }
    Evenness best;
    for (const auto &[cells, count] : byCells) {
        best = std::max(best, Evenness {torn == 0 && count * 2 > filled, count, cells});
    }
    return best;
}

} // namespace

CsvDialect detectDialect(std::string_view text)
{
    if (const auto named = namedBySep(text)) {
        return *named;
    }
    // Whole lines only: a record cut in the middle would look uneven.
    constexpr size_t window = 128 * 1024;
    std::string_view sample = text.substr(0, window);
    if (sample.size() < text.size()) {
        const size_t lastLine = sample.rfind('\n');
        sample = sample.substr(0, lastLine == std::string_view::npos ? window : lastLine + 1);
    }
    char delimiter = ',';
    Evenness best;
    for (const char candidate : {',', ';', '\t', '|'}) {
        const Evenness found = evenness(sample, candidate);
        if (found > best) {
            best = found;
            delimiter = candidate;
        }
    }
    return {delimiter, 0};
}

} // namespace crema::exchange
