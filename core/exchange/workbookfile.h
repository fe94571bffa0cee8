// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/sheetcells.h"
#include "exchange/workbookpackage.h"

#include <limits>
#include <memory>

namespace crema::exchange {

/// A sheet as the workbook lists it.
struct SheetEntry
{
    QString name;
    bool isHidden = false;
};

/// An open workbook of one of the forms we read.
class WorkbookFile
{
public:
    static constexpr qsizetype all = std::numeric_limits<qsizetype>::max();

    virtual ~WorkbookFile() = default;
    WorkbookFile() = default;
    Q_DISABLE_COPY_MOVE(WorkbookFile)

    /// In the order in which the workbook shows them.
    [[nodiscard]] virtual const QVector<SheetEntry> &sheets() const = 0;
    /// The first filled rows of a sheet, `most` of them or a few more; its links may be missing then. Fails
    /// with rejectedInput (damaged, too large) and cancelled.
    [[nodiscard]] virtual Result<SheetCells> read(qsizetype sheet, qsizetype most) = 0;
};

/// Excel's workbooks: .xlsx, .xlsm, .xltx (ECMA-376 part 1, section 18, transitional and strict). What they
/// show is read, so formulas are read as their results.
[[nodiscard]] Result<std::unique_ptr<WorkbookFile>> openXlsx(std::unique_ptr<WorkbookPackage> package);

/// OpenDocument's: .ods and .ots, and .fods, whose one part is `content` (OpenDocument 1.3 part 3, section
/// 9). They are read whole when they are opened.
[[nodiscard]] Result<std::unique_ptr<WorkbookFile>> openOds(std::unique_ptr<WorkbookPackage> package,
                                                            const QString &content);

} // namespace crema::exchange
