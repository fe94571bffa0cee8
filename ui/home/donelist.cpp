// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/donelist.h"

#include "ui/common/elidedlabel.h"
#include "ui/theme/roles.h"

#include <QGridLayout>
#include <QLabel>

namespace crema::ui {

DoneList::DoneList(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(gap::medium);
    m_grid->setVerticalSpacing(gap::small);
    m_grid->setColumnStretch(0, 1);
}

void DoneList::show(const QVector<DoneItem> &items)
{
    if (items == m_items) {
        return;
    }
    m_items = items;
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int line = 0;
    for (const DoneItem &item : items) {
        m_grid->addWidget(new ElidedLabel(item.text), line, 0);
        m_grid->addWidget(makeLabel(item.age, TextRole::caption, Tone::muted), line, 1, Qt::AlignRight);
        ++line;
    }
}

} // namespace crema::ui
