// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "exchange/headerrow.h"
#include "exchange/rowreader.h"

#include <QByteArray>
#include <QString>
#include <QVector>

#include <optional>
#include <string_view>

namespace crema::exchange {

/// How far a sheet goes: LibreOffice's largest ones. A cell beyond is of a damaged file.
inline constexpr int mostSheetRows = 16'777'216;
inline constexpr int mostSheetColumns = 16'384;

/// A cell with text in it. Rows and columns are counted from 1.
struct SheetCell
{
    int row = 0;
    int column = 0;
    qsizetype at = 0; ///< of its text
    qsizetype size = 0;
};

/// Where a cell leads to.
struct SheetLink
{
    int row = 0;
    int column = 0;
    QString target; ///< "https://..."; an address or a number without its "mailto:" or "tel:"
};

/// A note on one kind of cell, told for the first ones and counted for the rest.
struct CellNotes
{
    QVector<RowNote> first;
    int more = 0;

    void add(int row, const QString &text);
};

/// What a sheet holds, without anything of what is empty in it.
struct SheetCells
{
    QByteArray text; ///< of all cells, UTF-8, one behind the other
    QVector<SheetCell> cells; ///< row by row, in each by column
    QVector<SheetLink> links;
    CellNotes errors; ///< cells that came to nothing
    CellNotes formulas; ///< without a result
    QVector<RowNote> repeats; ///< rows that are said to stand there many times
    int hiddenRows = 0;
    bool hasComments = false;

    /// Adds a cell behind those of its row; nothing for an empty text.
    void add(int row, int column, QStringView value);
    void add(int row, int column, std::string_view utf8);
    void addLink(int row, int column, const QString &target);
    [[nodiscard]] std::string_view textOf(const SheetCell &cell) const;
    [[nodiscard]] QString valueOf(const SheetCell &cell) const;
    /// What it takes in memory.
    [[nodiscard]] qint64 bytes() const;
    [[nodiscard]] bool isEmpty() const { return cells.isEmpty() && links.isEmpty(); }
};

/// "C5".
[[nodiscard]] QString cellName(int row, int column);
/// A cell's place as "C5" tells it: {row, column}, 0 for a part that is missing. Nothing when no sheet has
/// such a cell.
struct CellPlace
{
    int row = 0;
    int column = 0;
};
[[nodiscard]] std::optional<CellPlace> cellPlace(QStringView name);

/// The first rows with anything in them.
[[nodiscard]] QVector<Record> firstRecords(const SheetCells &sheet, qsizetype most);

/// A web address as it stands; the address of "mailto:ann@x.example?subject=..." and the number of "tel:...".
[[nodiscard]] QString linkTarget(const QString &address);

/// A cell that shows `error` ("#N/A") where a value was: it stays empty, and that is told.
void noteError(SheetCells &sheet, int row, int column, const QString &error);
/// A cell whose formula has no result in the file.
void noteFormula(SheetCells &sheet, int row, int column, const QString &formula);

} // namespace crema::exchange
