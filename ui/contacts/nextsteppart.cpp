// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/nextsteppart.h"

#include "base/dates.h"
#include "ui/contacts/contactcolumns.h"
#include "ui/contacts/editablefield.h"
#include "ui/contacts/fieldbook.h"
#include "ui/contacts/menubutton.h"
#include "ui/theme/glyph.h"
#include "ui/theme/roles.h"

#include <QCheckBox>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

const QString dateField = u"nextActionDate"_s;

struct Hint
{
    QString text;
    Tone tone = Tone::muted;
};

Hint hintOf(const QString &stored, QDate today)
{
    const QDate date = parseDate(stored);
    if (!date.isValid()) {
        return {};
    }
    const auto days = static_cast<int>(today.daysTo(date));
    if (days < 0) {
        return {NextStepPart::tr("%n day(s) late", nullptr, -days), Tone::bad};
    }
    return days == 0 ? Hint {NextStepPart::tr("Today"), Tone::warn}
                     : Hint {NextStepPart::tr("In %n day(s)", nullptr, days), Tone::muted};
}

} // namespace

NextStepPart::NextStepPart(FieldBook &book, QWidget *parent)
    : QWidget(parent), m_book(book), m_step(book.add(u"nextAction"_s, fieldWords(u"nextAction"_s))),
      m_date(book.add(dateField, fieldWords(dateField))), m_done(new QToolButton),
      m_muted(new QCheckBox(tr("Don't look for replies")))
{
    m_step->setPlaceholder(tr("Send a thank-you…"));
    m_date->setPlaceholder(tr("20 May, tomorrow, +3"));
    m_date->setTail(makeDates());
    m_done->setObjectName(u"contacts.pane.stepDone"_s);
    m_done->setIcon(icon(Glyph::check, Tone::good));
    m_done->setAutoRaise(true);
    m_done->setToolTip(tr("Done: take this step off the list"));
    m_done->setAccessibleName(m_done->toolTip());
    m_step->setTail(m_done);
    m_muted->setObjectName(u"contacts.pane.muted"_s);
    m_muted->setToolTip(
            tr("The mailbox is not searched for answers from this person, and nothing reminds of them"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap::hair);
    column->addWidget(m_step);
    column->addWidget(m_date);
    column->addWidget(m_muted);
    connect(m_done, &QToolButton::clicked, this, &NextStepPart::finish);
    connect(m_muted, &QCheckBox::clicked, this,
            [this](bool muted) { Q_EMIT fieldChosen(u"notificationsMuted"_s, muted ? u"yes"_s : u"no"_s); });
}

QWidget *NextStepPart::makeDates()
{
    auto *button = new QToolButton;
    button->setObjectName(u"contacts.pane.dates"_s);
    button->setIcon(icon(Glyph::calendar, Tone::muted));
    button->setAutoRaise(true);
    button->setToolTip(tr("Choose a date"));
    button->setAccessibleName(button->toolTip());
    QMenu *menu = addMenu(*button);
    const auto offer = [this, menu](const QString &words, int days, int months) {
        connect(menu->addAction(words), &QAction::triggered, this, [this, days, months] {
            const QDate today = m_book.detail().now.toLocalTime().date();
            Q_EMIT fieldChosen(dateField, today.addMonths(months).addDays(days).toString(Qt::ISODate));
        });
    };
    offer(tr("Today"), 0, 0);
    offer(tr("Tomorrow"), 1, 0);
    offer(tr("In three days"), 3, 0);
    offer(tr("In a week"), 7, 0);
    offer(tr("In two weeks"), 14, 0);
    offer(tr("In a month"), 0, 1);
    menu->addSeparator();
    connect(menu->addAction(tr("No date")), &QAction::triggered, this,
            [this] { Q_EMIT fieldChosen(dateField, {}); });
    return button;
}

void NextStepPart::refresh()
{
    const Contact &contact = m_book.detail().contact;
    const Hint hint = hintOf(contact.nextActionDate, m_book.detail().now.toLocalTime().date());
    m_date->setHint(hint.text, hint.tone);
    m_done->setVisible(!contact.nextAction.isEmpty() || !contact.nextActionDate.isEmpty());
    m_muted->setChecked(contact.muted);
}

void NextStepPart::finish()
{
    const Contact &before = m_book.detail().contact;
    Contact after = before;
    after.nextAction.clear();
    after.nextActionDate.clear();
    Q_EMIT contactEdited(before, after);
}

} // namespace crema::ui
