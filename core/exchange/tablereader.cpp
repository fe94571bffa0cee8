// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/tablereader.h"

#include "base/parallel.h"
#include "base/text.h"
#include "exchange/rowpeople.h"
#include "exchange/sectionedreport.h"

#include <QCoreApplication>

#include <algorithm>
#include <atomic>
#include <iterator>
#include <optional>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

constexpr size_t rowsPerBatch = 4096;
constexpr qsizetype longestTitle = 100;
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

/// The one cell of a row that holds anything; empty for a line drawn with signs.
QString titleOf(const CsvRow &row)
{
    const auto cell = std::ranges::find_if(row.cells, [](std::string_view c) { return !c.empty(); });
    const QString text = cell == row.cells.end()
            ? QString()
            : cleanLine(QString::fromUtf8(cell->data(), static_cast<qsizetype>(cell->size())));
    return std::ranges::any_of(text, [](QChar c) { return c.isLetterOrNumber(); }) ? text : QString();
}

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

/// Reads the rows of one file, batch by batch.
class TableReader final
{
public:
    TableReader(const TableShape &shape, std::vector<ReportPart> others, ReadPeople &into) : m_into(into)
    {
        others.push_back({shape.mapping.headerRow, true, shape});
        std::ranges::sort(others, {}, &ReportPart::firstRow);
        for (ReportPart &part : others) {
            m_tables.push_back({std::move(part), {}});
            m_tables.back().addReaders();
        }
    }

    /// `meanwhile` runs on this thread while others read already.
    template <typename Meanwhile>
    void read(const Batch &batch, const Meanwhile &meanwhile)
    {
        std::vector<Chunk> chunks((batch.count + rowsPerChunk - 1) / rowsPerChunk);
        std::atomic<size_t> taken = 0;
        inParallel(std::clamp<size_t>(chunks.size(), 1, computingThreads()), [&](size_t part) {
            if (part == 0) {
                meanwhile();
            }
            for (size_t chunk = taken++; chunk < chunks.size(); chunk = taken++) {
                const size_t end = std::min((chunk + 1) * rowsPerChunk, batch.count);
                chunks[chunk].people.reserve(end - chunk * rowsPerChunk);
                for (size_t row = chunk * rowsPerChunk; row < end; ++row) {
                    readRow(batch.rows[row], part, chunks[chunk]);
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
        std::vector<int> begins;
        for (Table &table : m_tables) {
            for (std::vector<RowReader> &readers : table.people) {
                for (size_t other = 1; other < readers.size(); ++other) {
                    readers.front().takeDatesOf(readers[other]);
                }
                readers.front().settleDates(m_into.people, m_into.warnings);
            }
            table.tell(m_into.warnings);
            begins.push_back(table.part.firstRow);
        }
        if (m_tables.size() > 1) {
            joinParts(m_into, begins);
        }
    }

private:
    struct Table
    {
        ReportPart part;
        /// For each person of a row one for each thread: it collects what it sees.
        std::vector<std::vector<RowReader>> people;

        void addReaders()
        {
            const ColumnMapping &mapping = part.shape.mapping;
            const int count = peopleInRow(mapping);
            for (int person = 1; person <= count; ++person) {
                const RowReader reader(count > 1 ? mappingOfPerson(mapping, person) : mapping,
                                       part.shape.headers);
                people.emplace_back(computingThreads(), reader);
            }
        }

        void tell(QVector<RowNote> &warnings) const
        {
            const ColumnMapping &mapping = part.shape.mapping;
            if (people.size() < 2) {
                return;
            }
            if (const QStringList open = columnsOfNobody(mapping, part.shape.headers); !open.isEmpty()) {
                warnings.prepend({mapping.headerRow,
                                  translated(QT_TRANSLATE_NOOP(
                                                     "import",
                                                     "no column tells whose this is; it was kept as an extra "
                                                     "field: %1"))
                                          .arg(open.join(u", "_s))});
            }
            warnings.prepend({mapping.headerRow,
                              translated(QT_TRANSLATE_NOOP("import",
                                                           "the columns are about %1 people side by "
                                                           "side; each was read as a person"))
                                      .arg(people.size())});
        }

        /// Whether a column of that person's own holds anything.
        [[nodiscard]] bool saysOf(const CsvRow &row, size_t person) const
        {
            const QVector<FieldTarget> &columns = part.shape.mapping.columns;
            const auto count = std::min(row.cells.size(), static_cast<size_t>(columns.size()));
            for (size_t i = 0; i < count; ++i) {
                if (columns[static_cast<qsizetype>(i)].person == static_cast<int>(person) + 1
                    && !row.cells[i].empty()) {
                    return true;
                }
            }
            return false;
        }
    };

    void readRow(const CsvRow &row, size_t thread, Chunk &chunk)
    {
        const auto next = std::ranges::find_if(
                m_tables, [&row](const Table &table) { return table.part.firstRow > row.row; });
        if (row.isBlank()) {
            return;
        }
        if (next == m_tables.begin()) {
            noteAboveHeaders(row, chunk);
            return;
        }
        Table &table = *std::prev(next);
        const TableShape &shape = table.part.shape;
        if (!table.part.listsPeople) {
            chunk.invalid << RowNote {
                    row.row,
                    translated(QT_TRANSLATE_NOOP("import", "a part of the file that lists no people"))};
        } else if (row.row == shape.mapping.headerRow) {
            return;
        } else if (repeatsHeaders(row, shape.headers)) {
            chunk.invalid << RowNote {row.row,
                                      translated(QT_TRANSLATE_NOOP("import", "the column names once more"))};
        } else {
            readPeople(row, table, thread, chunk);
        }
    }

    static void readPeople(const CsvRow &row, Table &table, size_t thread, Chunk &chunk)
    {
        const bool several = table.people.size() > 1;
        const size_t before = chunk.people.size();
        QVector<RowNote> nobody;
        for (size_t i = 0; i < table.people.size(); ++i) {
            auto reason = readPerson(row, table.people[i][thread], chunk);
            if (reason && (!several || table.saysOf(row, i))) {
                nobody << std::move(*reason);
            }
        }
        if (nobody.isEmpty() && chunk.people.size() == before) {
            nobody << RowNote {
                    row.row,
                    translated(QT_TRANSLATE_NOOP("import", "a row that tells of none of the people"))};
        }
        chunk.invalid += nobody;
    }

    /// Why nobody was read. What is odd about the cells that all people of a row share is told once.
    static std::optional<RowNote> readPerson(const CsvRow &row, RowReader &reader, Chunk &chunk)
    {
        QVector<RowNote> notes;
        auto person = reader.read(row, notes);
        notes.removeIf([&](const RowNote &note) { return isToldOf(row, note, chunk.warnings); });
        chunk.warnings += notes;
        if (const auto *reason = std::get_if<RowNote>(&person)) {
            return *reason;
        }
        auto &found = std::get<contacts::IncomingPerson>(person);
        found.keys.emplace(found.contact);
        chunk.people.push_back(std::make_unique<contacts::IncomingPerson>(std::move(found)));
        return std::nullopt;
    }

    /// Only the notes of the same row, which are the last ones, are looked at.
    static bool isToldOf(const CsvRow &row, const RowNote &note, const QVector<RowNote> &told)
    {
        for (auto one = told.crbegin(); one != told.crend() && one->row == row.row; ++one) {
            if (*one == note) {
                return true;
            }
        }
        return false;
    }

    /// A title above the column names is no row of the table; a row of several cells there may be one.
    void noteAboveHeaders(const CsvRow &row, Chunk &chunk) const
    {
        const auto filled = std::ranges::count_if(row.cells,
                                                  [](std::string_view cell) { return !cell.empty(); });
        if (m_into.format == Format::linkedin) {
            return;
        }
        if (filled > 1) {
            chunk.invalid << RowNote {
                    row.row, translated(QT_TRANSLATE_NOOP("import", "stands above the column names"))};
        } else if (const QString title = titleOf(row); !title.isEmpty()) {
            chunk.warnings << RowNote {
                    row.row,
                    translated(QT_TRANSLATE_NOOP("import", "the title above the table was not kept: %1"))
                            .arg(elided(title, longestTitle))};
        }
    }

    ReadPeople &m_into;
    std::vector<Table> m_tables; ///< in the order of their rows; nearly always one
};

} // namespace

Result<ReadPeople> readTableRows(std::string_view text, const CsvDialect &dialect, const TableShape &shape,
                                 const ReadOptions &options)
{
    ReadPeople read;
    read.format = shape.format;
    read.people.reserve(static_cast<size_t>(shape.rowCount + shape.rowCount / 8));
    CsvReader reader(text, dialect, options.limits.importCellCharacters);
    const qint64 maxCell = options.limits.importCellCharacters;
    TableReader table(shape, otherPartsOf(text, dialect, shape, maxCell), read);
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
