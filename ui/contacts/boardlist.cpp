// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/boardlist.h"

#include "ui/contacts/contactcarddelegate.h"
#include "ui/contacts/rowselection.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QContextMenuEvent>
#include <QDataStream>
#include <QDrag>
#include <QHeaderView>
#include <QIODevice>
#include <QKeyEvent>
#include <QLocale>
#include <QMimeData>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr auto rowsType = "application/x-crema-contacts";
constexpr int keptRows = 256; ///< a column shows about ten
constexpr int nameColumn = static_cast<int>(ContactColumn::name);

QByteArray packed(const QVector<qint64> &rids)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << rids;
    return bytes;
}

} // namespace

BoardList::BoardList(const store::Reader &reader, const Clock &clock, QWidget *parent)
    : QTableView(parent), m_model(new ContactTableModel(reader, clock, this, keptRows)),
      m_delegate(new ContactCardDelegate(this))
{
    setUpTable(this);
    setFrameShape(QFrame::NoFrame);
    setModel(m_model);
    setItemDelegate(m_delegate);
    for (int column = 0; column < contactColumnCount; ++column) {
        setColumnHidden(column, column != nameColumn);
    }
    horizontalHeader()->hide();
    horizontalHeader()->setStretchLastSection(false);
    horizontalHeader()->setSectionResizeMode(nameColumn, QHeaderView::Stretch);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setDragEnabled(true);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    viewport()->setAutoFillBackground(false);
    fitCards();
}

void BoardList::fitCards()
{
    const int height = ContactCardDelegate::cardHeight(font());
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
}

QVector<qint64> BoardList::selectedRowIds() const
{
    return selectedRows(*this, *m_model);
}

void BoardList::setMatchWords(const QStringList &words)
{
    m_delegate->setMatchWords(words);
    viewport()->update();
}

bool BoardList::selectRows(const QVector<qint64> &rids)
{
    return selectContactRows(*this, *m_model, rids);
}

int BoardList::currentHeight() const
{
    return currentIndex().isValid() ? rowViewportPosition(currentIndex().row()) : 0;
}

void BoardList::startOver()
{
    scrollToTop();
    const QItemSelection selected = selectionModel()->selection(); // ranges: there may be very many rows
    const auto first = std::ranges::min_element(selected, {}, &QItemSelectionRange::top);
    if (first != selected.end()) {
        scrollTo(m_model->index(first->top(), nameColumn));
    }
}

void BoardList::enterAt(int y)
{
    setFocus();
    if (m_model->rowCount() == 0) {
        Q_EMIT chosenAlone();
        return;
    }
    const int row = rowAt(std::clamp(y, 0, std::max(0, viewport()->height() - 1)));
    const int target = row < 0 ? m_model->rowCount() - 1 : row;
    Q_EMIT chosenAlone();
    setCurrentIndex(m_model->index(target, nameColumn));
    selectRow(target);
}

QMimeData *BoardList::dragData() const
{
    auto *mime = new QMimeData;
    mime->setData(QString::fromLatin1(rowsType), packed(selectedRowIds()));
    return mime;
}

QVector<qint64> BoardList::draggedRows(const QMimeData *mime)
{
    QVector<qint64> rids;
    const QByteArray bytes = mime->data(QString::fromLatin1(rowsType));
    if (!bytes.isEmpty()) {
        QDataStream stream(bytes);
        stream >> rids;
    }
    return rids;
}

void BoardList::keyPressEvent(QKeyEvent *event)
{
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const int key = event->key();
    const bool plain = modifiers == Qt::NoModifier;
    const bool sideKey = key == Qt::Key_Left || key == Qt::Key_Right;
    const int last = m_model->rowCount() - 1;
    if (event->matches(QKeySequence::Copy)) {
        Q_EMIT copyRequested();
    } else if (sideKey && (plain || modifiers == Qt::ControlModifier)) {
        const bool forward = (key == Qt::Key_Right) != isRightToLeft();
        Q_EMIT sideways(forward ? 1 : -1, !plain);
    } else if (plain && (key == Qt::Key_Delete || key == Qt::Key_Backspace)) {
        Q_EMIT deleteRequested();
    } else if (plain && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        Q_EMIT openRequested();
    } else if (plain && (key == Qt::Key_Home || key == Qt::Key_End) && last >= 0) {
        Q_EMIT chosenAlone();
        setCurrentIndex(m_model->index(key == Qt::Key_Home ? 0 : last, nameColumn));
    } else if (key == Qt::Key_Space && currentIndex().isValid()) {
        selectionModel()->select(currentIndex(), QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
    } else {
        const bool moves = plain && (key == Qt::Key_Up || key == Qt::Key_Down);
        if (moves || event->matches(QKeySequence::SelectAll)) {
            Q_EMIT chosenAlone();
        }
        QTableView::keyPressEvent(event);
        return;
    }
    event->accept();
}

void BoardList::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex pressed = indexAt(event->pos());
    const bool adds = event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier);
    // A press on a selected card may begin a drag of all that are selected, also in other columns.
    if (!adds && !(pressed.isValid() && selectionModel()->isSelected(pressed))) {
        Q_EMIT chosenAlone();
    }
    QTableView::mousePressEvent(event);
}

void BoardList::startDrag(Qt::DropActions)
{
    const auto rids = selectedRowIds();
    if (rids.isEmpty()) {
        return;
    }
    auto *drag = new QDrag(this);
    drag->setMimeData(dragData());
    const QRect card = visualRect(currentIndex());
    QPixmap picture = viewport()->grab(card);
    if (rids.size() > 1) {
        QPainter painter(&picture);
        painter.setRenderHint(QPainter::Antialiasing);
        const QString count = QLocale().toString(rids.size());
        const QRect badge(card.width() - 44, 2, 36, 22);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours().accent);
        painter.drawRoundedRect(badge, 11, 11);
        painter.setPen(colours().onAccent);
        painter.drawText(badge, Qt::AlignCenter, count);
    }
    drag->setPixmap(picture);
    drag->setHotSpot({card.width() / 2, gap::medium});
    drag->exec(Qt::MoveAction);
}

void BoardList::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT rowsSelected();
}

void BoardList::contextMenuEvent(QContextMenuEvent *event)
{
    if (selectionModel()->hasSelection()) {
        Q_EMIT menuRequested(event->globalPos());
    }
}

void BoardList::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_model->rowCount() == 0) {
        QPainter painter(viewport());
        painter.setPen(colours().muted);
        painter.drawText(viewport()->rect().adjusted(gap::small, gap::medium, -gap::small, 0),
                         Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, tr("Nobody"));
    }
}

void BoardList::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        fitCards();
    }
}

} // namespace crema::ui
