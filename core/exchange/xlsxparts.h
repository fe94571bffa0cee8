// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/numberformats.h"
#include "exchange/workbookfile.h"

#include <QHash>

#include <vector>

namespace crema::exchange {

/// What a part of a workbook refers to (ECMA-376 part 2, section 9.3).
struct XlsxRelation
{
    QString type; ///< the last word of it: "worksheet"; the same for both namespaces
    QString target; ///< a part of the package, or, outside of it, what was written
    bool isExternal = false;
};
using XlsxRelations = QHash<QString, XlsxRelation>;

/// None where the part has none.
[[nodiscard]] Result<XlsxRelations> relationsOf(WorkbookPackage &package, const QString &part);

/// The texts that the cells share (section 18.4).
struct XlsxStrings
{
    QByteArray text; ///< UTF-8, one behind the other
    std::vector<qsizetype> ends;

    [[nodiscard]] qsizetype count() const { return static_cast<qsizetype>(ends.size()); }
    [[nodiscard]] std::string_view at(qsizetype index) const;
};

/// What reading the cells of a sheet takes beside the sheet.
struct XlsxContext
{
    XlsxStrings strings;
    QVector<NumberFormat> formats; ///< by the number of the cell's style
    DateSystem dates = DateSystem::from1900;
    qint64 mostBytes = 0; ///< of one sheet in memory
};

[[nodiscard]] Result<> readStrings(WorkbookPackage &package, const QString &part, XlsxStrings &strings);
[[nodiscard]] Result<> readFormats(WorkbookPackage &package, const QString &part,
                                   QVector<NumberFormat> &formats);
/// Reads the worksheet whose root element `xml` is at; `relations` are its own.
[[nodiscard]] Result<WorkbookPackage::Extent> readXlsxSheet(QXmlStreamReader &xml, const XlsxContext &context,
                                                            const XlsxRelations &relations, qsizetype most,
                                                            SheetCells &sheet);

/// The text of a shared or inline string, whose element `xml` is at: its runs joined, without the readings
/// that Japanese texts have above them.
[[nodiscard]] QString xlsxText(QXmlStreamReader &xml);
/// "_x000D_" as the sign it stands for (section 22.9.2.19).
[[nodiscard]] QString unescapedXlsx(const QString &text);
[[nodiscard]] bool isXlsxTrue(QStringView value);

} // namespace crema::exchange
