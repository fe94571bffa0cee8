// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/tablereader.h"

#include "base/parallel.h"

#include <QCoreApplication>

#include <algorithm>
#include <atomic>
#include <iterator>

namespace crema::exchange {

namespace {

constexpr size_t rowsPerBatch = 4096;
constexpr size_t rowsPerChunk = 256; // what one thread takes at a time

QString translated(const char *text)
{
    return QCoreApplication::translate("import", text);
}

/// Rows one after the other; they keep their memory for the next ones.
struct Batch
{
    std::vector<CsvRow> rows = std::vector<CsvRow>(rowsPerBatch);
    size_t count = 0;

    void fill(CsvReader &reader)
    {
        count = 0;
        while (count < rows.size() && reader.next(rows[count])) {
            ++count;
        }
    }
};

/// What a part of a batch says.
struct Chunk
{
    contacts::People people;
    QVector<RowNote> invalid;
    QVector<RowNote> warnings;
};

bool repeatsHeaders(const CsvRow &row, const QStringList &headers)
{
    if (headers.isEmpty() || row.cells.size() != static_cast<size_t>(headers.size())) {
        return false;
    }
    for (qsizetype i = 0; i < headers.size(); ++i) {
        const std::string_view cell = row.cells[static_cast<size_t>(i)];
        if (headers[i] != QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size())).trimmed()) {
            return false;
        }
    }
    return true;
}

/// Reads the rows of one table, batch by batch.
class TableReader final
{
public:
    TableReader(const TableShape &shape, ReadPeople &into)
        : m_shape(shape), m_into(into), m_readers(computingThreads(), RowReader(shape.mapping, shape.headers))
    {
    }

    /// `meanwhile` runs on this thread while others read already.
    template <typename Meanwhile>
    void read(const Batch &batch, const Meanwhile &meanwhile)
    {
        std::vector<Chunk> chunks((batch.count + rowsPerChunk - 1) / rowsPerChunk);
        std::atomic<size_t> taken = 0;
        inParallel(std::clamp<size_t>(chunks.size(), 1, m_readers.size()), [&](size_t part) {
            if (part == 0) {
                meanwhile();
            }
            for (size_t chunk = taken++; chunk < chunks.size(); chunk = taken++) {
                const size_t end = std::min((chunk + 1) * rowsPerChunk, batch.count);
                chunks[chunk].people.reserve(end - chunk * rowsPerChunk);
                for (size_t row = chunk * rowsPerChunk; row < end; ++row) {
                    readRow(batch.rows[row], m_readers[part], chunks[chunk]);
                }
            }
        });
        for (Chunk &chunk : chunks) {
            std::ranges::move(chunk.people, std::back_inserter(m_into.people));
            m_into.invalid += chunk.invalid;
            m_into.warnings += chunk.warnings;
        }
    }

    void settle()
    {
        for (size_t other = 1; other < m_readers.size(); ++other) {
            m_readers.front().takeDatesOf(m_readers[other]);
        }
        m_readers.front().settleDates(m_into.people, m_into.warnings);
    }

private:
    void readRow(const CsvRow &row, RowReader &reader, Chunk &chunk) const
    {
        if (row.isBlank() || row.row == m_shape.mapping.headerRow) {
            return;
        }
        if (row.row < m_shape.mapping.headerRow) {
            noteAboveHeaders(row, chunk);
        } else if (repeatsHeaders(row, m_shape.headers)) {
            chunk.invalid << RowNote {row.row,
                                      translated(QT_TRANSLATE_NOOP("import", "the column names once more"))};
        } else {
            auto person = reader.read(row, chunk.warnings);
            if (auto *found = std::get_if<contacts::IncomingPerson>(&person)) {
                found->keys.emplace(found->contact);
                chunk.people.push_back(std::make_unique<contacts::IncomingPerson>(std::move(*found)));
            } else {
                chunk.invalid << std::get<RowNote>(person);
            }
        }
    }

    /// Titles and notes above the column names are no rows of the table; a row of several cells there may be.
    void noteAboveHeaders(const CsvRow &row, Chunk &chunk) const
    {
        const auto filled = std::ranges::count_if(row.cells,
                                                  [](std::string_view cell) { return !cell.empty(); });
        if (filled > 1 && m_into.format != Format::linkedin) {
            chunk.invalid << RowNote {
                    row.row, translated(QT_TRANSLATE_NOOP("import", "stands above the column names"))};
        }
    }

    const TableShape &m_shape;
    ReadPeople &m_into;
    std::vector<RowReader> m_readers; ///< one for each thread: it collects what it sees
};

} // namespace

Result<ReadPeople> readTableRows(std::string_view text, const CsvDialect &dialect, const TableShape &shape,
                                 const ReadOptions &options)
{
    ReadPeople read;
    read.format = shape.format;
    read.people.reserve(static_cast<size_t>(shape.rowCount + shape.rowCount / 8));
    CsvReader reader(text, dialect, options.limits.importCellCharacters);
    TableReader table(shape, read);
    Batch now;
    Batch next;
    now.fill(reader);
    while (now.count > 0) {
        if (options.progress) {
            options.progress(static_cast<qint64>(reader.position()), static_cast<qint64>(text.size()));
        }
        if (options.stop.stop_requested()) {
            return failure(ErrorKind::cancelled,
                           translated(QT_TRANSLATE_NOOP("import",
                                                        "The import was cancelled; nothing was changed.")));
        }
        table.read(now, [&] { next.fill(reader); });
        std::swap(now, next);
    }
    if (reader.error()) {
        return std::unexpected(*reader.error());
    }
    table.settle();
    return read;
}

} // namespace crema::exchange
