// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/find/personreasons.h"

#include "ui/common/card.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/keyvaluelist.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {
constexpr int highest = 190;
}

PersonReasons::PersonReasons(QWidget *parent)
    : QWidget(parent), m_heading(new ElidedLabel), m_reasons(new KeyValueList)
{
    setObjectName(u"findReasons"_s);
    m_heading->setObjectName(u"findReasonsHeading"_s);
    setTextRole(m_heading, TextRole::strong);
    auto *card = new Card;
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_reasons);
    scroll->viewport()->setAutoFillBackground(false);
    m_reasons->setAutoFillBackground(false);
    card->body()->addWidget(m_heading);
    card->body()->addWidget(scroll, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
    setFixedHeight(scaled(highest));
    hide();
}

void PersonReasons::showPerson(const FoundPerson *found)
{
    setVisible(found != nullptr);
    if (found == nullptr) {
        return;
    }
    m_heading->setText(tr("Why %1: %n point(s)", nullptr, found->points()).arg(found->person.name()));
    QVector<KeyValueList::Row> rows;
    for (const Reason &reason : found->reasons) {
        rows << KeyValueList::Row {
                reason.points > 0 ? tr("+%1").arg(reason.points) : u"–"_s, reason.text, {}, {}};
    }
    m_reasons->setRows(rows);
}

} // namespace crema::ui
