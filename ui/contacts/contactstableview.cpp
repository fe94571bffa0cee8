// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/contactstableview.h"

#include "ui/common/splitstate.h"
#include "ui/common/tickmenu.h"
#include "ui/contacts/contactdelegate.h"
#include "ui/contacts/frozencolumn.h"
#include "ui/contacts/rowselection.h"
#include "ui/theme/roles.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

ColumnDialog::Entry entryOf(int column, bool shown)
{
    const ContactColumn which = contactColumnAt(column);
    return {column, specOf(which).title, shown, which == ContactColumn::name};
}

} // namespace

ContactsTableView::ContactsTableView(ContactTableModel &model, QSettings &settings, QWidget *parent)
    : QTableView(parent), m_model(model), m_delegate(new ContactDelegate(this)), m_columns(new TickMenu(this))
{
    setObjectName(u"contacts.table"_s);
    setAccessibleName(tr("Contacts"));
    setUpTable(this);
    setModel(&model);
    setItemDelegate(m_delegate);
    setItemDelegateForColumn(static_cast<int>(ContactColumn::status), new ContactStatusDelegate(this));
    setEditTriggers(DoubleClicked | EditKeyPressed);
    setUpColumns(settings);
    buildColumnsMenu();
    freezeName();
}

void ContactsTableView::setUpColumns(QSettings &settings)
{
    QHeaderView *header = horizontalHeader();
    header->setAccessibleName(tr("Columns of the contacts"));
    header->setSortIndicatorClearable(false);
    header->setMinimumSectionSize(60);
    setUsualWidths();
    for (int column = 0; column < contactColumnCount; ++column) {
        setColumnHidden(column, !isUsualColumn(contactColumnAt(column)));
    }
    header->setSortIndicator(static_cast<int>(ContactColumn::name), Qt::AscendingOrder);
    keepColumns(header, settings, u"people"_s);
    header->setSectionHidden(static_cast<int>(ContactColumn::name), false);
    setSortingEnabled(true); // sorts by the order that was kept
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::customContextMenuRequested, this,
            [this, header](const QPoint &at) { m_columns->popup(header->mapToGlobal(at)); });
}

void ContactsTableView::showSort(store::PeopleSort sort, bool descending)
{
    QHeaderView *header = horizontalHeader();
    int column = header->sortIndicatorSection();
    if (column < 0 || column >= contactColumnCount || specOf(contactColumnAt(column)).sort != sort) {
        column = 0;
        while (column < contactColumnCount - 1 && specOf(contactColumnAt(column)).sort != sort) {
            ++column;
        }
    }
    const QSignalBlocker quiet(header); // the list is sorted already
    header->setSortIndicator(column, descending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void ContactsTableView::setUsualWidths()
{
    const double scale = std::max(1.0, fontMetrics().height() / 16.0);
    for (int column = 0; column < contactColumnCount; ++column) {
        const bool hidden = isColumnHidden(column); // a hidden section takes no size
        setColumnHidden(column, false);
        setColumnWidth(column, static_cast<int>(specOf(contactColumnAt(column)).width * scale));
        setColumnHidden(column, hidden);
    }
}

void ContactsTableView::buildColumnsMenu()
{
    m_columns->setTitle(tr("Columns"));
    auto *more = new TickMenu(m_columns);
    more->setTitle(tr("More columns"));
    QVector<QAction *> ticks;
    for (int column = 0; column < contactColumnCount; ++column) {
        const ContactColumn which = contactColumnAt(column);
        QMenu *menu = isUsualColumn(which) ? m_columns : more;
        QAction *action = menu->addAction(specOf(which).title);
        action->setObjectName(u"contacts.column.%1"_s.arg(column));
        action->setCheckable(true);
        action->setEnabled(which != ContactColumn::name); // stays: a row must say who it is
        connect(action, &QAction::triggered, this,
                [this, column](bool shown) { setColumnHidden(column, !shown); });
        ticks << action;
    }
    m_columns->addMenu(more);
    m_columns->addSeparator();
    m_columns->addAction(tr("Order columns…"), this, &ContactsTableView::chooseColumns);
    connect(m_columns->addAction(tr("Usual columns")), &QAction::triggered, this, [this] {
        applyColumns(usualColumns());
        setUsualWidths();
    });
    const auto follow = [this, ticks] {
        for (int column = 0; column < contactColumnCount; ++column) {
            ticks[column]->setChecked(!isColumnHidden(column));
        }
    };
    connect(m_columns, &QMenu::aboutToShow, this, follow);
    follow();
}

QVector<ColumnDialog::Entry> ContactsTableView::presentColumns() const
{
    QVector<ColumnDialog::Entry> entries;
    for (int visual = 0; visual < contactColumnCount; ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        entries << entryOf(column, !isColumnHidden(column));
    }
    return entries;
}

QVector<ColumnDialog::Entry> ContactsTableView::usualColumns()
{
    QVector<ColumnDialog::Entry> entries;
    for (int column = 0; column < contactColumnCount; ++column) {
        entries << entryOf(column, isUsualColumn(contactColumnAt(column)));
    }
    return entries;
}

void ContactsTableView::applyColumns(const QVector<ColumnDialog::Entry> &entries)
{
    QHeaderView *header = horizontalHeader();
    for (int visual = 0; visual < static_cast<int>(entries.size()); ++visual) {
        const int column = entries[visual].column;
        header->moveSection(header->visualIndex(column), visual);
        setColumnHidden(column, !entries[visual].shown && !entries[visual].fixed);
    }
}

void ContactsTableView::chooseColumns()
{
    auto *dialog = new ColumnDialog(presentColumns(), usualColumns(), window());
    connect(dialog, &ColumnDialog::chosen, this, &ContactsTableView::applyColumns);
    dialog->open();
}

QVector<qint64> ContactsTableView::selectedRowIds() const
{
    return selectedRows(*this, m_model);
}

QVector<ContactColumn> ContactsTableView::shownColumns() const
{
    QVector<ContactColumn> columns;
    for (const ColumnDialog::Entry &entry : presentColumns()) {
        if (entry.shown) {
            columns << contactColumnAt(entry.column);
        }
    }
    return columns;
}

QVector<ContactColumn> ContactsTableView::columnsFromCurrent() const
{
    const QVector<ContactColumn> columns = shownColumns();
    const qsizetype current = columns.indexOf(contactColumnAt(currentIndex().column()));
    return columns.mid(std::max<qsizetype>(0, current));
}

qint64 ContactsTableView::currentRowId() const
{
    return currentIndex().isValid() ? m_model.rowIdAt(currentIndex().row()) : 0;
}

void ContactsTableView::selectContact(qint64 rid)
{
    if (const int row = m_model.rowOf(rid); row >= 0) {
        // Whatever keys are held: selectRow() would take it out of the selection with Ctrl.
        selectionModel()->setCurrentIndex(m_model.index(row, static_cast<int>(ContactColumn::name)),
                                          QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        scrollTo(currentIndex());
    }
}

void ContactsTableView::selectContacts(const QVector<qint64> &rids)
{
    (void)selectContactRows(*this, m_model, rids);
}

void ContactsTableView::selectFirst(int count)
{
    const int last = std::min(count, m_model.rowCount()) - 1;
    if (last < 0) {
        return;
    }
    const int column = static_cast<int>(ContactColumn::name);
    scrollToTop();
    selectionModel()->setCurrentIndex(m_model.index(0, column), QItemSelectionModel::NoUpdate);
    selectionModel()->select({m_model.index(0, column), m_model.index(last, column)},
                             QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void ContactsTableView::setMatchWords(const QStringList &words)
{
    m_delegate->setMatchWords(words);
    viewport()->update();
    m_frozen->update();
}

void ContactsTableView::editCell(qint64 rid, ContactColumn column)
{
    if (const int row = m_model.rowOf(rid); row >= 0) {
        showColumn(static_cast<int>(column)); // it may have been hidden since
        const QModelIndex index = m_model.index(row, static_cast<int>(column));
        setCurrentIndex(index);
        scrollTo(index);
        edit(index);
    }
}

void ContactsTableView::flush()
{
    if (QWidget *editor = currentIndex().isValid() ? indexWidget(currentIndex()) : nullptr) {
        commitData(editor);
        closeEditor(editor, QAbstractItemDelegate::NoHint);
    }
}

void ContactsTableView::holdPlace()
{
    const int row = rowAt(0);
    m_place = row < 0 ? std::nullopt : std::optional(Place {m_model.rowIdAt(row), -rowViewportPosition(row)});
}

void ContactsTableView::takePlace(bool sameQuery)
{
    if (!sameQuery) {
        scrollToTop();
        if (currentIndex().isValid()) {
            scrollTo(currentIndex());
        }
    } else if (m_place && verticalScrollBar()->value() > 0) {
        // At the very top a new first row may come into sight; anywhere else the list stands still.
        if (const int row = m_model.rowOf(m_place->top); row >= 0) {
            verticalScrollBar()->setValue(row * rowHeight(row) + m_place->offset);
        }
    }
    m_place.reset();
}

bool ContactsTableView::event(QEvent *event)
{
    // The page has this key too, for when nothing of it has the focus: here it means the cells.
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Paste)) {
        event->accept();
        return true;
    }
    return QTableView::event(event);
}

bool ContactsTableView::editingKey(QKeyEvent *event)
{
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (event->matches(QKeySequence::Copy)) {
        Q_EMIT copyRequested();
    } else if (event->matches(QKeySequence::Cut)) {
        Q_EMIT cutRequested();
    } else if (event->matches(QKeySequence::Paste)) {
        Q_EMIT pasteRequested();
    } else if (plain && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)) {
        Q_EMIT deleteRequested();
    } else if (plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        Q_EMIT openRequested();
    } else if (plain && event->key() == Qt::Key_Escape) {
        return giveUpRefused();
    } else if (event->key() == Qt::Key_Space && currentIndex().isValid()) {
        selectionModel()->select(currentIndex(), QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
    } else {
        return false;
    }
    return true;
}

/// Escape on a cell whose text was refused brings back what is stored.
bool ContactsTableView::giveUpRefused()
{
    const QModelIndex cell = currentIndex();
    const bool refused = !cell.data(static_cast<int>(ContactTableModel::Role::problem)).toString().isEmpty();
    if (refused) {
        m_model.dropUnsaved(m_model.rowIdAt(cell.row()), contactColumnAt(cell.column()));
    }
    return refused;
}

/// Home and End go to the first and last contact: rows are what is chosen here.
bool ContactsTableView::movingKey(QKeyEvent *event)
{
    const int rows = m_model.rowCount();
    if ((event->key() != Qt::Key_Home && event->key() != Qt::Key_End) || rows == 0) {
        return false;
    }
    const int column = currentIndex().isValid() ? currentIndex().column()
                                                : static_cast<int>(ContactColumn::name);
    const QModelIndex target = m_model.index(event->key() == Qt::Key_Home ? 0 : rows - 1, column);
    const bool extends = event->modifiers() & Qt::ShiftModifier;
    const QModelIndex anchor = currentIndex().isValid() ? currentIndex() : target;
    selectionModel()->setCurrentIndex(target, QItemSelectionModel::NoUpdate);
    selectionModel()->select(extends ? QItemSelection(anchor.row() < target.row() ? anchor : target,
                                                      anchor.row() < target.row() ? target : anchor)
                                     : QItemSelection(target, target),
                             QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(target);
    return true;
}

void ContactsTableView::keyPressEvent(QKeyEvent *event)
{
    if (editingKey(event) || movingKey(event)) {
        event->accept();
    } else {
        QTableView::keyPressEvent(event);
    }
}

QModelIndex ContactsTableView::nextEditable(const QModelIndex &from, int step) const
{
    const QHeaderView *header = horizontalHeader();
    int row = from.row();
    int visual = header->visualIndex(from.column()) + step;
    while (row >= 0 && row < m_model.rowCount()) {
        for (; visual >= 0 && visual < contactColumnCount; visual += step) {
            const QModelIndex index = m_model.index(row, header->logicalIndex(visual));
            if (!isColumnHidden(index.column()) && (index.flags() & Qt::ItemIsEditable)) {
                return index;
            }
        }
        row += step;
        visual = step > 0 ? 0 : contactColumnCount - 1;
    }
    return {};
}

bool ContactsTableView::edit(const QModelIndex &index, EditTrigger trigger, QEvent *event)
{
    const bool wasOpen = state() == EditingState;
    const bool begun = QTableView::edit(index, trigger, event);
    if (!wasOpen && state() == EditingState) { // the row must not go away under the user's hands
        m_model.hold(m_model.rowIdAt(index.row()));
    }
    return begun;
}

void ContactsTableView::letGo()
{
    if (state() != EditingState) {
        m_model.hold(0);
    }
}

void ContactsTableView::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    using Hint = QAbstractItemDelegate::EndEditHint;
    const int step = hint == Hint::EditNextItem ? 1 : hint == Hint::EditPreviousItem ? -1 : 0;
    const QModelIndex from = currentIndex();
    const bool heldFocus = editor != nullptr && editor->isAncestorOf(QApplication::focusWidget());
    // The view itself would stop at a hidden column or one that cannot be edited, and at the end of a row.
    QTableView::closeEditor(editor, Hint::NoHint);
    if (heldFocus) {
        setFocus(); // of one of several fields
    }
    if (hint == Hint::RevertModelCache) {
        (void)giveUpRefused();
    }
    if (hint == Hint::SubmitModelCache) { // Enter goes on to the next contact, as in a spreadsheet
        setCurrentIndex(moveCursor(MoveDown, Qt::NoModifier));
    }
    if (const QModelIndex next = step == 0 ? QModelIndex() : nextEditable(from, step); next.isValid()) {
        setCurrentIndex(next);
        scrollTo(next);
        edit(next);
    }
    letGo();
}

void ContactsTableView::mouseReleaseEvent(QMouseEvent *event)
{
    QTableView::mouseReleaseEvent(event);
    auto *list = currentIndex().isValid() ? qobject_cast<QComboBox *>(indexWidget(currentIndex())) : nullptr;
    if (list != nullptr && list->isVisible()) {
        list->showPopup(); // the second click of a double click has ended
    }
}

void ContactsTableView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT rowsSelected();
}

void ContactsTableView::contextMenuEvent(QContextMenuEvent *event)
{
    if (selectionModel()->hasSelection()) {
        Q_EMIT menuRequested(event->globalPos());
    }
}

void ContactsTableView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) {
        viewport()->update();
    }
}

} // namespace crema::ui
