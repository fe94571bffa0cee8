// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/bulkedit.h"
#include "ui/contacts/contactcolumns.h"

#include <QMimeData>
#include <QStringList>
#include <QVector>

#include <memory>

namespace crema::ui {

/// A table as spreadsheets take it from the clipboard: cells separated by tabs, those with a tab, line end or
/// quote in quotes; formulas made harmless, as in the export.
[[nodiscard]] QString asTable(const QVector<QStringList> &rows);

/// The cells of what a spreadsheet has put on the clipboard; what we made harmless comes back as it was.
[[nodiscard]] QVector<QStringList> tableIn(const QString &text);

/// One cell, for other programs as it reads (what could make a spreadsheet call something is made harmless)
/// and for us so that it goes into a cell as it came out of one.
[[nodiscard]] std::unique_ptr<QMimeData> asClipboardCell(const QString &text);
/// The cells of what is on the clipboard.
[[nodiscard]] QVector<QStringList> tableIn(const QMimeData &clipboard);

/// A text as a notice tells it: in one line, and cut when it is long.
[[nodiscard]] QString textInNotice(const QString &text);

/// A pasted value that cannot be taken.
struct CellProblem
{
    qint64 rid = 0;
    ContactColumn column = ContactColumn::name;
    QString value;
    QString problem;

    [[nodiscard]] bool operator==(const CellProblem &) const = default;
};

/// What pasting a table would do.
struct PastePlan
{
    QVector<flows::RowEdit> rows; ///< without the values that are wrong
    QVector<CellProblem> problems;
    int cells = 0; ///< values that are taken
    int cut = 0; ///< rows of the table for which there was no contact
    int beyond = 0; ///< columns of the table, with text, for which there was none here
    QStringList otherStatuses; ///< beside our own; some may be in use already
    CellTexts replaced; ///< texts that were refused and stand where it goes

    /// Nothing is left out, nothing new is made, and no text is given up but one that can be told whole.
    [[nodiscard]] bool isPlain() const;
};

/// Where a table is pasted: the contacts in the order of the list and the columns to the right of the current
/// one.
struct PasteTarget
{
    QVector<qint64> rids; ///< the selected ones, or those from the current one on
    QVector<ContactColumn> columns;
    bool fill = false; ///< several are selected: a single row is for all of them
    CellTexts refused {}; ///< texts that stand in cells and are not stored
};

/// A first row that holds only titles of columns says where its cells go, and is not pasted itself.
[[nodiscard]] PastePlan planPaste(QVector<QStringList> table, const PasteTarget &target);

/// True when a table reads like people: its first row has two or more titles that a contact's fields may
/// have.
[[nodiscard]] bool looksLikePeople(const QVector<QStringList> &table);

} // namespace crema::ui
