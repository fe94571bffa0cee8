// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/waitinglist.h"

#include "ui/common/personrow.h"
#include "ui/theme/roles.h"

#include <QLabel>
#include <QListWidget>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace crema::ui {

namespace {

class RowDelegate final : public QStyledItemDelegate
{
public:
    RowDelegate(const QVector<WaitingItem> &items, QObject *parent)
        : QStyledItemDelegate(parent), m_items(items)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return personRowSize(option);
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        if (index.row() < m_items.size()) {
            const WaitingItem &item = m_items[index.row()];
            QStyleOptionViewItem place = option;
            place.rect.setLeft(place.rect.left() - gap::medium); // the discs stand under the card's heading
            paintPersonRow(*painter, place, {item.name, item.contactId, item.company, item.detail, {}});
        }
    }

private:
    const QVector<WaitingItem> &m_items;
};

} // namespace

WaitingList::WaitingList(const QString &objectName, const QString &name, const QString &nothing,
                         QWidget *parent)
    : QWidget(parent), m_list(new QListWidget), m_nothing(makeLabel(nothing, TextRole::body, Tone::muted))
{
    m_list->setObjectName(objectName);
    m_list->setAccessibleName(name);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setItemDelegate(new RowDelegate(m_items, m_list));
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_nothing, 1);
    column->addWidget(m_list, 1);
    const auto open = [this](const QListWidgetItem *item) {
        const WaitingItem own = m_items.value(m_list->row(item));
        Q_EMIT opened(own.kind, own.id);
    };
    connect(m_list, &QListWidget::itemActivated, this, open);
    connect(m_list, &QListWidget::itemClicked, this, open);
    show({});
}

void WaitingList::show(const QVector<WaitingItem> &items)
{
    m_nothing->setVisible(items.isEmpty());
    m_list->setVisible(!items.isEmpty());
    if (items == m_items) {
        return;
    }
    const int current = m_list->currentRow();
    m_list->clear();
    m_items = items;
    for (const WaitingItem &item : items) {
        m_list->addItem(tr("%1: %2").arg(item.name, item.detail)); // what a screen reader says
    }
    m_list->setCurrentRow(std::min(current, m_list->count() - 1));
}

} // namespace crema::ui
