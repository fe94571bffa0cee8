// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/headerrow.h"

#include "exchange/columncontent.h"
#include "exchange/columns.h"

#include <QSet>

#include <algorithm>
#include <optional>

namespace crema::exchange {

namespace {

/// The names of a file whose names say nothing to us: a first row of words above a column of addresses,
/// links, numbers or dates.
bool isHeaderByContrast(const QVector<Record> &records)
{
    const QStringList &first = records.constFirst().cells;
    if (std::ranges::any_of(first, looksLikeData) || first.contains(QString())) {
        return false;
    }
    QVector<QStringList> below;
    for (const Record &record : records.sliced(1)) {
        below << record.cells;
    }
    for (qsizetype i = 0; i < first.size(); ++i) {
        const QStringList values = columnValues(below, i);
        const auto data = std::ranges::count_if(values, looksLikeData);
        if (data > 0 && data * 10 >= values.size() * 7) {
            return true;
        }
    }
    return false;
}

/// Below a blank row, a row of several names of which one is that of a name: the table of a report that
/// begins with another one. -1 when there is none.
qsizetype headerBelowBlank(const QVector<Record> &records)
{
    constexpr qsizetype several = 3;
    for (qsizetype i = 1; i < std::min(records.size(), headerWindow); ++i) {
        const QStringList &cells = records[i].cells;
        const bool isBelowBlank = records[i].row > records[i - 1].row + 1;
        const bool isNamed = std::ranges::any_of(
                cells, [](const QString &cell) { return isNameField(targetForHeader(cell).field); });
        if (isBelowBlank && isNamed && cells.size() >= several && namedFields(cells) > 0) {
            return i;
        }
    }
    return -1;
}

/// The most fields that one of the first records names.
qsizetype bestHeader(std::string_view text, CsvDialect dialect)
{
    qsizetype most = 0;
    CsvReader reader(text, dialect);
    CsvRow row;
    for (qsizetype i = 0; i < headerWindow && reader.next(row); i += row.isBlank() ? 0 : 1) {
        most = std::max(most, namedFields(textsOf(row)));
    }
    return most;
}

} // namespace

QStringList textsOf(const CsvRow &row)
{
    QStringList cells;
    cells.reserve(static_cast<qsizetype>(row.cells.size()));
    for (const std::string_view cell : row.cells) {
        cells << QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size())).trimmed();
    }
    return cells;
}

/// Years and dates may be names, too ("Called 1/15"), where more of the others are names that we know.
qsizetype namedFields(const QStringList &cells)
{
    QSet<Field> fields;
    qsizetype numbers = 0;
    for (const QString &cell : cells) {
        if (looksLikeData(cell)) {
            if (!isNumberOrDate(cell)) {
                return 0;
            }
            ++numbers;
        } else if (const Field field = targetForHeader(cell).field;
                   field != Field::other && field != Field::ignored) {
            fields << field;
        }
    }
    return numbers == 0 || (fields.size() >= 2 && fields.size() >= numbers) ? fields.size() : 0;
}

qsizetype headerIndex(const QVector<Record> &records)
{
    qsizetype best = -1;
    qsizetype most = 0;
    for (qsizetype i = 0; i < std::min(records.size(), headerWindow); ++i) {
        const qsizetype named = namedFields(records[i].cells);
        if (named > most) {
            most = named;
            best = i;
        }
    }
    if (most >= 2) {
        return best;
    }
    // One name that we know: a table of one column, or names in a language we do not speak.
    if (best == 0 && most == 1) {
        return 0;
    }
    if (const qsizetype below = headerBelowBlank(records); below >= 0) {
        return below;
    }
    return isHeaderByContrast(records) ? 0 : -1;
}

bool namesItsColumns(std::string_view text)
{
    const CsvDialect dialect = dialectOf(text);
    CsvReader reader(text, dialect);
    CsvRow first;
    return reader.next(first) && (namedFields(textsOf(first)) > 0 || bestHeader(text, dialect) > 1);
}

CsvDialect dialectOf(std::string_view text)
{
    constexpr qsizetype enough = 2; // as in headerIndex
    const CsvDialect detected = detectDialect(text);
    if (detected.start > 0 || bestHeader(text, detected) >= enough) {
        return detected;
    }
    CsvDialect best = detected;
    qsizetype most = enough - 1;
    for (const char delimiter : {',', ';', '\t', '|'}) {
        const qsizetype named = bestHeader(text, {delimiter, 0});
        if (named > most) {
            most = named;
            best.delimiter = delimiter;
        }
    }
    return best;
}

} // namespace crema::exchange
