// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

#include <utility>

/// Parts of a workbook by their names, in their order.
using WorkbookParts = QList<std::pair<QString, QByteArray>>;

[[nodiscard]] QByteArray zipOf(const WorkbookParts &parts);

/// A sheet as it stands in a workbook.
struct TestSheet
{
    QString name;
    QByteArray body; ///< between the tags of sheetData, or of table:table
    QByteArray state; ///< attributes of the entry of the list, or of the table
    QByteArray behind {}; ///< what follows sheetData
    QByteArray relations {}; ///< of the sheet
};

/// A workbook as Excel writes it. `strings` are the shared ones (between the tags of sst), `styles` what
/// stands in the style sheet; `more` replaces parts, or takes them away where it is empty.
[[nodiscard]] QByteArray xlsx(const QList<TestSheet> &sheets, const QByteArray &strings = {},
                              const QByteArray &styles = {}, const QMap<QString, QByteArray> &more = {});
/// One sheet called "People".
[[nodiscard]] QByteArray xlsx(const QByteArray &rows, const QByteArray &strings = {},
                              const QByteArray &styles = {}, const QMap<QString, QByteArray> &more = {});

/// The text of a workbook of LibreOffice.
[[nodiscard]] QByteArray odsContent(const QList<TestSheet> &sheets);
[[nodiscard]] QByteArray ods(const QList<TestSheet> &sheets);
[[nodiscard]] QByteArray ods(const QByteArray &rows);
[[nodiscard]] QByteArray fods(const QByteArray &rows);

/// `<c t="inlineStr">` with the text, one a cell.
[[nodiscard]] QByteArray inlineRow(const QStringList &cells);
/// A row of text cells of OpenDocument.
[[nodiscard]] QByteArray odsRow(const QStringList &cells);
