// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/contactboard.h"

#include "ui/common/chip.h"
#include "ui/contacts/boardlist.h"
#include "ui/contacts/contactcarddelegate.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QSet>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int fullWidth = 232;
constexpr int emptyWidth = 140;

} // namespace

BoardColumn::BoardColumn(const QString &status, BoardList *list, QWidget *parent)
    : QFrame(parent), m_status(status), m_list(list), m_chip(new StatusChip),
      m_count(makeLabel({}, TextRole::body, Tone::muted))
{
    setObjectName(u"contacts.board.%1"_s.arg(status));
    setAcceptDrops(true);
    m_chip->setStatus(status);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(gap::small, gap::small, gap::small, 0);
    head->setSpacing(gap::small);
    head->addWidget(m_chip);
    head->addWidget(m_count);
    head->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(gap::small);
    column->addLayout(head);
    column->addWidget(list, 1);
    showCount(0);
}

void BoardColumn::showCount(qsizetype count)
{
    m_count->setText(QLocale().toString(count));
    m_list->setAccessibleName(
            tr("%1: %n contact(s)", nullptr, static_cast<int>(count)).arg(statusWords(m_status)));
    // Stages where nobody is take less room, so that more of the others are in sight.
    setMinimumWidth(scaled(count > 0 ? fullWidth : emptyWidth));
    setSizePolicy(count > 0 ? QSizePolicy::Expanding : QSizePolicy::Fixed, QSizePolicy::Expanding);
    setMaximumWidth(count > 0 ? QWIDGETSIZE_MAX : scaled(emptyWidth));
}

QString BoardColumn::countText() const
{
    return m_count->text();
}

void BoardColumn::dragEnterEvent(QDragEnterEvent *event)
{
    if (!BoardList::draggedRows(event->mimeData()).isEmpty()) {
        event->setDropAction(Qt::MoveAction);
        event->accept();
        m_dropping = true;
        update();
        Q_EMIT dragEntered();
    }
}

void BoardColumn::dragLeaveEvent(QDragLeaveEvent *)
{
    m_dropping = false;
    update();
}

void BoardColumn::dropEvent(QDropEvent *event)
{
    m_dropping = false;
    update();
    event->setDropAction(Qt::MoveAction);
    event->accept();
    Q_EMIT dropped(BoardList::draggedRows(event->mimeData()));
}

void BoardColumn::paintEvent(QPaintEvent *)
{
    const Colours &c = colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_dropping ? c.accent : c.line, m_dropping ? 2 : 1));
    painter.setBrush(m_dropping ? c.tint(Tone::accent) : ContactCardDelegate::ground());
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius::card, radius::card);
}

ContactBoard::ContactBoard(const store::Reader &reader, const Clock &clock, QWidget *parent)
    : QScrollArea(parent), m_reader(reader), m_clock(clock), m_row(new QHBoxLayout)
{
    setObjectName(u"contacts.board"_s);
    setAccessibleName(tr("Contacts by status"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget;
    content->setLayout(m_row);
    content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(gap::small);
    setWidget(content);
}

BoardColumn *ContactBoard::column(const QString &status) const
{
    const auto found = std::ranges::find(m_columns, status, &BoardColumn::status);
    return found == m_columns.end() ? nullptr : *found;
}

BoardColumn *ContactBoard::addColumn(const QString &status)
{
    auto *column = new BoardColumn(status, new BoardList(m_reader, m_clock));
    m_row->addWidget(column, 1);
    m_columns << column;
    connectColumn(column);
    return column;
}

void ContactBoard::connectColumn(BoardColumn *column)
{
    BoardList &list = column->list();
    connect(&list, &BoardList::rowsSelected, this, [this] {
        if (!m_quiet) {
            Q_EMIT rowsSelected();
        }
    });
    connect(&list, &BoardList::chosenAlone, this, [this, column] { keepOnly(column); });
    connect(&list, &BoardList::sideways, this,
            [this, column](int step, bool taking) { goSideways(column, step, taking); });
    connect(&list, &BoardList::deleteRequested, this, &ContactBoard::deleteRequested);
    connect(&list, &BoardList::copyRequested, this, &ContactBoard::copyRequested);
    connect(&list, &BoardList::openRequested, this, &ContactBoard::openRequested);
    connect(&list, &BoardList::typed, this, &ContactBoard::typed);
    connect(&list, &BoardList::menuRequested, this, &ContactBoard::menuRequested);
    connect(&list.contacts(), &ContactTableModel::readFailed, this, &ContactBoard::readFailed,
            Qt::QueuedConnection);
    connect(column, &BoardColumn::dragEntered, this,
            [this, column] { ensureWidgetVisible(column, gap::large); });
    connect(column, &BoardColumn::dropped, this, [this, column] {
        // What is dragged is what is selected, in every column.
        move(selectedRowIds(), column);
    });
}

void ContactBoard::showColumns(const QVector<store::StatusPeople> &columns, const QStringList &only)
{
    for (const store::StatusPeople &people : columns) {
        BoardColumn *shown = column(people.status);
        if (shown == nullptr) {
            shown = addColumn(people.status);
        }
        shown->list().contacts().setRowIds(people.rids);
        shown->showCount(people.rids.size());
        shown->setVisible(only.isEmpty() || only.contains(people.status));
    }
    for (BoardColumn *shown : std::as_const(m_columns)) {
        if (std::ranges::find(columns, shown->status(), &store::StatusPeople::status) == columns.end()) {
            shown->list().contacts().setRowIds({});
            shown->showCount(0);
            shown->hide(); // a status of another program that nobody has any more
        }
    }
    for (BoardColumn *shown : std::as_const(m_columns)) {
        if (!m_following.isEmpty() && shown->list().selectRows(m_following)) {
            m_following.clear();
            shown->list().setFocus();
            ensureWidgetVisible(shown, gap::large);
        }
    }
}

void ContactBoard::startOver()
{
    for (BoardColumn *shown : std::as_const(m_columns)) {
        shown->list().startOver();
    }
}

void ContactBoard::refresh(const QVector<qint64> &changed, const QVector<qint64> &gone)
{
    for (BoardColumn *shown : std::as_const(m_columns)) {
        ContactTableModel &model = shown->list().contacts();
        if (changed.isEmpty() && gone.isEmpty()) {
            model.refreshAll();
        } else {
            model.refresh(changed);
            model.remove(gone);
        }
    }
}

void ContactBoard::setMatchWords(const QStringList &words)
{
    for (BoardColumn *shown : std::as_const(m_columns)) {
        shown->list().setMatchWords(words);
    }
}

QVector<qint64> ContactBoard::selectedRowIds() const
{
    QVector<qint64> rids;
    for (BoardColumn *shown : std::as_const(m_columns)) {
        if (!shown->isHidden()) {
            rids += shown->list().selectedRowIds();
        }
    }
    return rids;
}

std::optional<store::ContactRow> ContactBoard::contactOf(qint64 rid) const
{
    for (BoardColumn *shown : std::as_const(m_columns)) {
        const ContactTableModel &model = shown->list().contacts();
        if (const int row = model.rowOf(rid); row >= 0) {
            return model.contactAt(row);
        }
    }
    return {};
}

void ContactBoard::keepOnly(const BoardColumn *column)
{
    m_following.clear(); // the user has gone elsewhere
    m_quiet = true; // the column itself tells what is selected now
    for (BoardColumn *shown : std::as_const(m_columns)) {
        if (shown != column) {
            shown->list().clearSelection();
        }
    }
    m_quiet = false;
    Q_EMIT rowsSelected();
}

void ContactBoard::clearSelection()
{
    keepOnly(nullptr);
}

void ContactBoard::selectContact(qint64 rid)
{
    for (BoardColumn *shown : std::as_const(m_columns)) {
        if (shown->list().contacts().rowOf(rid) >= 0) {
            keepOnly(shown);
            shown->list().selectRows({rid});
            ensureWidgetVisible(shown, gap::large);
            return;
        }
    }
}

void ContactBoard::selectContacts(const QVector<qint64> &rids)
{
    keepOnly(nullptr);
    for (BoardColumn *shown : std::as_const(m_columns)) {
        if (!shown->isHidden()) {
            shown->list().selectRows(rids);
        }
    }
}

void ContactBoard::focusCards()
{
    BoardColumn *target = nullptr;
    for (BoardColumn *shown : std::as_const(m_columns)) {
        const bool isChosen = !shown->isHidden() && !shown->list().selectedRowIds().isEmpty();
        if (isChosen || (target == nullptr && !shown->isHidden())) {
            target = shown;
        }
        if (isChosen) {
            break;
        }
    }
    if (target != nullptr) {
        target->list().setFocus();
    }
}

void ContactBoard::selectFirst()
{
    for (BoardColumn *shown : std::as_const(m_columns)) {
        if (!shown->isHidden() && shown->list().contacts().rowCount() > 0) {
            shown->list().enterAt(0);
            return;
        }
    }
}

BoardColumn *ContactBoard::neighbour(BoardColumn *from, int step) const
{
    for (qsizetype i = m_columns.indexOf(from) + step; i >= 0 && i < m_columns.size(); i += step) {
        if (!m_columns[i]->isHidden()) {
            return m_columns[i];
        }
    }
    return nullptr;
}

void ContactBoard::goSideways(BoardColumn *from, int step, bool taking)
{
    BoardColumn *to = neighbour(from, step);
    if (to == nullptr) {
        return;
    }
    if (taking) {
        move(from->list().selectedRowIds(), to);
        return;
    }
    ensureWidgetVisible(to, gap::large);
    to->list().enterAt(from->list().currentHeight());
}

void ContactBoard::move(const QVector<qint64> &rids, BoardColumn *to)
{
    const QVector<qint64> &there = to->list().contacts().rowIds();
    const QSet<qint64> staying(there.begin(), there.end());
    QVector<qint64> moved = rids;
    moved.removeIf([&staying](qint64 rid) { return staying.contains(rid); });
    if (!moved.isEmpty()) {
        m_following = moved;
        Q_EMIT moveRequested(moved, to->status());
    }
}

} // namespace crema::ui
