// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/contacts/columndialog.h"
#include "ui/contacts/contacttablemodel.h"

#include <QTableView>

#include <optional>

class QMenu;
class QSettings;

namespace crema::ui {

class ContactDelegate;
class FrozenColumn;

/// The contacts table: columns that can be hidden, moved and sorted and stay so, keys, and a list that stands
/// still while the store changes under it.
class ContactsTableView final : public QTableView
{
    Q_OBJECT

public:
    ContactsTableView(ContactTableModel &model, QSettings &settings, QWidget *parent = nullptr);

    /// The rows that are selected, in the order of the list.
    [[nodiscard]] QVector<qint64> selectedRowIds() const;
    [[nodiscard]] qint64 currentRowId() const;
    /// The columns that are shown, in their order; from the current one on when asked for.
    [[nodiscard]] QVector<ContactColumn> shownColumns() const;
    [[nodiscard]] QVector<ContactColumn> columnsFromCurrent() const;
    /// Opens the dialog that chooses and orders columns.
    void chooseColumns();
    void selectContact(qint64 rid);
    /// Those of them who are listed.
    void selectContacts(const QVector<qint64> &rids);
    /// Selects so many rows from the top.
    void selectFirst(int count);
    /// Marks the column that the list is sorted by.
    void showSort(store::PeopleSort sort, bool descending);
    /// The words of the filter, folded, to be marked.
    void setMatchWords(const QStringList &words);
    /// Gives out what is being typed into a cell.
    void flush();
    /// Opens the editor of a cell again.
    void editCell(qint64 rid, ContactColumn column);
    /// The menu that shows and hides columns.
    [[nodiscard]] QMenu *columnsMenu() const { return m_columns; }

    /// Before and after the list is replaced: the row at the top stays where it is, or, for another query,
    /// the current row comes into sight.
    void holdPlace();
    void takePlace(bool sameQuery);

    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

Q_SIGNALS:
    void rowsSelected();
    void menuRequested(const QPoint &globalPosition);
    void deleteRequested();
    void copyRequested();
    void cutRequested();
    void pasteRequested();
    /// What was typed while no editor was open: the beginning of a name.
    void typed(const QString &text);
    /// Enter on a row.
    void openRequested();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void updateGeometries() override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool edit(const QModelIndex &index, EditTrigger trigger, QEvent *event) override;
    using QTableView::edit;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;
    void keyboardSearch(const QString &text) override { Q_EMIT typed(text); }

private:
    void setUpColumns(QSettings &settings);
    void buildColumnsMenu();
    void applyColumns(const QVector<ColumnDialog::Entry> &entries);
    [[nodiscard]] QVector<ColumnDialog::Entry> presentColumns() const;
    [[nodiscard]] static QVector<ColumnDialog::Entry> usualColumns();
    void setUsualWidths();
    bool editingKey(QKeyEvent *event);
    bool movingKey(QKeyEvent *event);
    void freezeName();
    void paintCell(QPainter &painter, const QModelIndex &index, const QRect &rect) const;
    void chooseRow(int row, Qt::MouseButton button, Qt::KeyboardModifiers modifiers);
    void letGo();
    bool giveUpRefused();
    [[nodiscard]] QModelIndex nextEditable(const QModelIndex &from, int step) const;

    struct Place
    {
        qint64 top = 0;
        int offset = 0; ///< pixels of the top row that are out of sight
    };

    ContactTableModel &m_model;
    ContactDelegate *m_delegate;
    QMenu *m_columns;
    FrozenColumn *m_frozen = nullptr; ///< the name
    std::optional<Place> m_place;
};

} // namespace crema::ui
