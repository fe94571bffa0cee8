// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/contactstableview.h"

#include "ui/common/splitstate.h"
#include "ui/contacts/contactdelegate.h"
#include "ui/theme/roles.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

/// Tabs and line ends inside a cell would tear the pasted table.
QString asCell(QString text)
{
    return text.replace(u'\t', u' ').replace(u'\n', u' ');
}

} // namespace

ContactsTableView::ContactsTableView(ContactTableModel &model, QSettings &settings, QWidget *parent)
    : QTableView(parent), m_model(model), m_delegate(new ContactDelegate(this)), m_columns(new QMenu(this))
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
}

void ContactsTableView::setUpColumns(QSettings &settings)
{
    QHeaderView *header = horizontalHeader();
    header->setAccessibleName(tr("Columns of the contacts"));
    header->setSortIndicatorClearable(false);
    header->setMinimumSectionSize(60);
    const double scale = fontMetrics().height() / 16.0;
    for (int column = 0; column < contactColumnCount; ++column) {
        header->resizeSection(column,
                              static_cast<int>(specOf(contactColumnAt(column)).width * std::max(1.0, scale)));
    }
    header->setSortIndicator(static_cast<int>(ContactColumn::name), Qt::AscendingOrder);
    keepColumns(header, settings, u"contacts"_s);
    header->setSectionHidden(static_cast<int>(ContactColumn::name), false);
    setSortingEnabled(true); // sorts by the order that was kept
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::customContextMenuRequested, this,
            [this, header](const QPoint &at) { m_columns->popup(header->mapToGlobal(at)); });
}

void ContactsTableView::buildColumnsMenu()
{
    m_columns->setTitle(tr("Columns"));
    for (int column = 0; column < contactColumnCount; ++column) {
        QAction *action = m_columns->addAction(specOf(contactColumnAt(column)).title);
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        // The name stays: a row must say who it is.
        action->setEnabled(contactColumnAt(column) != ContactColumn::name);
        connect(action, &QAction::toggled, this,
                [this, column](bool shown) { setColumnHidden(column, !shown); });
    }
    m_columns->addSeparator();
    connect(m_columns->addAction(tr("Usual columns")), &QAction::triggered, this, [this] {
        for (int column = 0; column < contactColumnCount; ++column) {
            setColumnHidden(column, false);
            horizontalHeader()->moveSection(horizontalHeader()->visualIndex(column), column);
            horizontalHeader()->resizeSection(column, specOf(contactColumnAt(column)).width);
            m_columns->actions().at(column)->setChecked(true);
        }
    });
}

QVector<qint64> ContactsTableView::selectedRowIds() const
{
    QVector<std::pair<int, int>> spans;
    const QItemSelection selected = selectionModel()->selection();
    for (const QItemSelectionRange &range : selected) {
        spans << std::pair(range.top(), range.bottom());
    }
    std::ranges::sort(spans);
    QVector<qint64> rids;
    int next = 0;
    for (const auto &[top, bottom] : spans) {
        for (int row = std::max(top, next); row <= bottom; ++row) {
            rids << m_model.rowIdAt(row);
        }
        next = std::max(next, bottom + 1);
    }
    return rids;
}

qint64 ContactsTableView::currentRowId() const
{
    return currentIndex().isValid() ? m_model.rowIdAt(currentIndex().row()) : 0;
}

QString ContactsTableView::selectedAsText() const
{
    QVector<ContactColumn> columns;
    QStringList titles;
    for (int visual = 0; visual < contactColumnCount; ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        if (!isColumnHidden(column)) {
            columns << contactColumnAt(column);
            titles << specOf(contactColumnAt(column)).title;
        }
    }
    QStringList lines {titles.join(u'\t')};
    for (const qint64 rid : selectedRowIds()) {
        if (const auto row = m_model.contactAt(m_model.rowOf(rid))) {
            QStringList cells;
            for (const ContactColumn column : std::as_const(columns)) {
                cells << asCell(plainText(*row, column));
            }
            lines << cells.join(u'\t');
        }
    }
    return lines.join(u'\n') + u'\n';
}

void ContactsTableView::selectContact(qint64 rid)
{
    if (const int row = m_model.rowOf(rid); row >= 0) {
        setCurrentIndex(m_model.index(row, static_cast<int>(ContactColumn::name)));
        selectRow(row);
        scrollTo(currentIndex());
    }
}

void ContactsTableView::setMatchWords(const QStringList &words)
{
    m_delegate->setMatchWords(words);
    viewport()->update();
}

void ContactsTableView::editCell(qint64 rid, ContactColumn column)
{
    if (const int row = m_model.rowOf(rid); row >= 0 && !isColumnHidden(static_cast<int>(column))) {
        const QModelIndex index = m_model.index(row, static_cast<int>(column));
        setCurrentIndex(index);
        scrollTo(index);
        edit(index);
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

void ContactsTableView::keyPressEvent(QKeyEvent *event)
{
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (event->matches(QKeySequence::Copy)) {
        Q_EMIT copyRequested();
    } else if (plain && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)) {
        Q_EMIT deleteRequested();
    } else if (plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        Q_EMIT openRequested();
    } else {
        QTableView::keyPressEvent(event);
        return;
    }
    event->accept();
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
