// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/introducerlist.h"

#include "base/text.h"
#include "ui/common/avatar.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/rows.h"
#include "ui/theme/glyph.h"
#include "ui/theme/roles.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int avatarSide = 26;
constexpr qsizetype longName = 28;

} // namespace

IntroducerList::IntroducerList(QWidget *parent)
    : QWidget(parent), m_rows(new QVBoxLayout),
      m_add(new QPushButton(icon(Glyph::add, Tone::muted), tr("Add a person")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap::tiny);
    m_rows->setSpacing(gap::tiny);
    column->addLayout(m_rows);
    column->addWidget(m_add, 0, Qt::AlignLeft);
    m_add->setObjectName(u"contacts.pane.addIntroducer"_s);
    m_add->setToolTip(tr("Name a contact who could introduce you"));
    setButtonKind(m_add, ButtonKind::quiet);
    connect(m_add, &QPushButton::clicked, this, &IntroducerList::addRequested);
}

void IntroducerList::setPeople(const QVector<NamedContact> &people)
{
    if (people == m_people) {
        return;
    }
    m_people = people;
    clearRows(*m_rows);
    for (const NamedContact &person : people) {
        m_rows->addWidget(makeRow(person));
    }
}

QWidget *IntroducerList::makeRow(const NamedContact &person)
{
    auto *row = new QWidget(this);
    auto *avatar = new Avatar(avatarSide);
    avatar->setPerson(person.name, person.id);
    auto *name = new QPushButton(person.name.isEmpty() ? tr("Somebody who is gone")
                                                       : elided(person.name, longName));
    name->setObjectName(u"contacts.pane.introducer"_s);
    name->setEnabled(!person.openId.isEmpty());
    name->setToolTip(person.openId.isEmpty() ? tr("This contact is no longer there")
                                             : tr("Show this contact"));
    setButtonKind(name, ButtonKind::quiet);
    auto *remove = new QToolButton;
    remove->setIcon(icon(Glyph::close, Tone::muted));
    remove->setAutoRaise(true);
    remove->setToolTip(tr("Remove %1").arg(name->text()));
    remove->setAccessibleName(remove->toolTip());
    auto *detail = new ElidedLabel(person.detail);
    setTone(detail, Tone::muted);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(gap::tiny);
    line->addWidget(avatar);
    line->addWidget(name);
    line->addWidget(detail, 1);
    line->addWidget(remove);
    connect(name, &QPushButton::clicked, this, [this, id = person.openId] { Q_EMIT opened(id); });
    connect(remove, &QToolButton::clicked, this, [this, id = person.id] { Q_EMIT removeRequested(id); });
    return row;
}

} // namespace crema::ui
