// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/sheettable.h"

#include "exchange/sheetlinks.h"
#include "exchange/workbookpackage.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

void addQuoted(QByteArray &csv, std::string_view cell)
{
    csv += '"';
    for (const char c : cell) {
        if (c == '"') {
            csv += '"';
        }
        csv += c;
    }
    csv += '"';
}

void addCell(QByteArray &csv, std::string_view cell)
{
    const bool isPlain = cell.find_first_of(",\"\n\r") == std::string_view::npos && cell.front() != ' '
            && cell.back() != ' ';
    if (isPlain) {
        csv.append(cell.data(), static_cast<qsizetype>(cell.size()));
    } else {
        addQuoted(csv, cell);
    }
}

/// The separators and line ends alone.
qint64 gapsIn(const SheetCells &sheet)
{
    qint64 gaps = 0;
    for (qsizetype i = 0; i < sheet.cells.size(); ++i) {
        const bool endsRow = i + 1 == sheet.cells.size() || sheet.cells[i + 1].row != sheet.cells[i].row;
        gaps += endsRow ? sheet.cells[i].column : 0;
    }
    return sheet.cells.isEmpty() ? 0 : gaps + sheet.cells.constLast().row;
}

QByteArray csvOf(const SheetCells &sheet)
{
    QByteArray csv;
    csv.reserve(sheet.text.size() + sheet.text.size() / 8 + gapsIn(sheet));
    int row = 1;
    int column = 1;
    for (const SheetCell &cell : sheet.cells) {
        if (cell.row > row) {
            csv.append(cell.row - row, '\n');
            row = cell.row;
            column = 1;
        }
        csv.append(cell.column - column, ',');
        column = cell.column;
        addCell(csv, sheet.textOf(cell));
    }
    csv += '\n';
    return csv;
}

void addNotes(QVector<RowNote> &notes, const CellNotes &cells, const char *rest)
{
    notes += cells.first;
    if (cells.more > 0) {
        notes << RowNote {cells.first.constLast().row,
                          QCoreApplication::translate("import", rest).arg(cells.more)};
    }
}

QVector<RowNote> notesOf(const SheetCells &sheet)
{
    QVector<RowNote> notes;
    if (sheet.hiddenRows > 0) {
        notes << RowNote {1,
                          QCoreApplication::translate("import",
                                                      "read as well: %n row(s) that the spreadsheet hides",
                                                      nullptr, sheet.hiddenRows)};
    }
    if (sheet.hasComments) {
        notes << RowNote {1,
                          QCoreApplication::translate(
                                  "import", "the sheet has comments on cells, which were not read")};
    }
    addNotes(notes, sheet.errors,
             QT_TRANSLATE_NOOP("import", "and %1 more cells below that hold an error of the spreadsheet"));
    addNotes(notes, sheet.formulas,
             QT_TRANSLATE_NOOP("import", "and %1 more cells below that hold a formula without its result"));
    return notes + sheet.repeats;
}

} // namespace

Result<SheetTable> tableOfSheet(SheetCells sheet, std::optional<int> headerRow, qint64 most)
{
    SheetTable table;
    placeLinks(sheet, headerRow, table.notes);
    if (sheet.text.size() + gapsIn(sheet) > most) {
        return std::unexpected(hugeWorkbook(most));
    }
    table.csv = csvOf(sheet);
    table.notes = notesOf(sheet) + table.notes;
    return table;
}

} // namespace crema::exchange
