// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/peoplereader.h"

#include <QByteArray>
#include <QStringList>

// Workbooks of spreadsheet programs: .xlsx, .xlsm and .xltx (ECMA-376, Office Open XML), .ods, .ots and .fods
// (OpenDocument 1.3). One sheet of them is read, as what it shows, and goes on as a table of text.

namespace crema::exchange {

/// The sheet of a workbook that is read, as a text: its record n is row n of the sheet.
struct SheetText
{
    QByteArray csv; ///< UTF-8, commas
    QString sheet; ///< its name
    QStringList sheets; ///< the names of all that hold anything, hidden ones too, as the workbook orders them
    QVector<RowNote> notes; ///< what was not read, or in another way than it stands there

    [[nodiscard]] std::string_view view() const { return {csv.constData(), static_cast<size_t>(csv.size())}; }
};

/// True for the bytes of a workbook that `readSheet` reads, whatever its file is called.
[[nodiscard]] bool isWorkbook(const QByteArray &bytes);

/// Takes `sheet`, `mapping` (where the column names are), `limits`, `progress` and `stop` of the options.
/// Without `sheet` it is the first visible one that lists people, else the first that holds anything. Fails
/// with rejectedInput: damaged, protected by a password, larger than the limits, no sheet of that name (the
/// sentence lists them) or an empty one; and cancelled.
[[nodiscard]] Result<SheetText> readSheet(const QByteArray &bytes, const ReadOptions &options);

} // namespace crema::exchange
