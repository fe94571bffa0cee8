// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QtGlobal>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crema::exchange {

/// What is odd about one row; it is read all the same.
enum class RowOddity {
    none,
    openQuote, ///< a quote opens a cell and never closes; it was taken as a character of the cell
    longQuote, ///< a quoted cell runs over more than a hundred lines; a quote may be missing
};

/// One record of a CSV file. The cells point into the file's text or into the row itself and live until the
/// next one is read; they are as written, without their quotes.
struct CsvRow
{
    std::vector<std::string_view> cells;
    int row = 0; ///< as a spreadsheet numbers it: blank lines count, a cell of several lines counts once
    int line = 0; ///< the line of the file the row starts in, from 1
    RowOddity oddity = RowOddity::none;

    /// True for a blank line and for a row of empty cells.
    [[nodiscard]] bool isBlank() const;

private:
    friend class CsvReader;
    struct Patch
    {
        size_t cell = 0;
        size_t offset = 0;
        size_t length = 0;
    };
    std::string unescaped; ///< cells that had doubled quotes
    std::vector<Patch> patches;
};

/// How a file separates its cells and where its first record starts.
struct CsvDialect
{
    char delimiter = ',';
    size_t start = 0; ///< behind Excel's "sep=;" line, which is no row of the table

    [[nodiscard]] bool operator==(const CsvDialect &) const = default;
};

/// Excel's `sep=` line decides; else the one of comma, semicolon, tab and bar that cuts the first records
/// most evenly.
[[nodiscard]] CsvDialect detectDialect(std::string_view text);

/// Reads RFC 4180 and what programs make of it: any line end, rows of any length, quotes within cells, quotes
/// that never close. Works on UTF-8 in memory without copying; every byte is looked at a bounded number of
/// times.
class CsvReader final
{
public:
    /// `text` must outlive the reader. A cell of more than `maxCell` bytes ends the reading with an error.
    CsvReader(std::string_view text, CsvDialect dialect, qint64 maxCell = 1'000'000);

    /// Reads the next record into `row` (pass the same one again: it keeps its memory). False at the end and
    /// on error.
    [[nodiscard]] bool next(CsvRow &row);
    /// Why reading stopped before the end: a row that no table of contacts has.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    /// Bytes read so far, for progress.
    [[nodiscard]] size_t position() const { return m_at; }

private:
    struct Quoted
    {
        size_t close = 0; ///< of the closing quote
        bool hasInner = false; ///< quotes inside, doubled or stray
        size_t lines = 0;
    };
    [[nodiscard]] std::optional<Quoted> closingQuote(size_t open);
    [[nodiscard]] size_t lineEnd(size_t at);
    [[nodiscard]] bool endsCell(size_t quote) const;
    [[nodiscard]] bool readCell(CsvRow &row);
    void addQuoted(CsvRow &row, size_t open, const Quoted &quoted);
    [[nodiscard]] bool addPlain(CsvRow &row);
    [[nodiscard]] size_t plainEnd(size_t from) const;
    [[nodiscard]] bool tooLong(const CsvRow &row);

    std::string_view m_text;
    size_t m_at = 0;
    size_t m_maxCell;
    char m_delimiter;
    char m_newline = '\n';
    int m_row = 0;
    int m_line = 1;
    size_t m_lineStart = 1; ///< the line last asked for; empty at first
    size_t m_lineEnd = 0;
    size_t m_wastedLooks = 0; ///< bytes searched for a closing quote in vain
    std::optional<Error> m_error;
};

} // namespace crema::exchange
