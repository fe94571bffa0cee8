// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/reminderscard.h"

#include "contacts/followups.h"
#include "flows/profileflow.h"
#include "ui/common/card.h"
#include "ui/common/formrow.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {
constexpr std::chrono::milliseconds afterTyping {600};
constexpr int spinWidth = 140;
} // namespace

RemindersCard::RemindersCard(flows::Services &services, bool on, QWidget *parent)
    : QWidget(parent), m_services(services), m_notices(new QCheckBox(tr("Tell me when a follow-up is due"))),
      m_days(new QSpinBox), m_problem(makeLabel({}, TextRole::body, Tone::bad)), m_pause(new QTimer(this))
{
    build(on);
    connect(m_notices, &QCheckBox::toggled, this, &RemindersCard::switched);
    // A step at a time is one change, not seven.
    m_pause->setSingleShot(true);
    m_pause->setInterval(afterTyping);
    connect(m_pause, &QTimer::timeout, this, &RemindersCard::saveDays);
    connect(m_days, &QSpinBox::valueChanged, this, [this] { m_pause->start(); });
    connect(&services.store, &store::Store::changed, this, [this](const store::Change &change) {
        if (std::ranges::find(change.kinds, Kind::profile) != change.kinds.end()) {
            showDays();
        }
    });
    showDays();
}

RemindersCard::~RemindersCard()
{
    if (m_pause->isActive()) {
        saveDays();
    }
}

void RemindersCard::build(bool on)
{
    auto *card = new Card(tr("Follow-ups"));
    m_notices->setObjectName(u"settingsReminders"_s);
    m_notices->setChecked(on);
    m_days->setObjectName(u"settingsFollowUpDays"_s);
    m_days->setRange(0, contacts::mostFollowUpDays);
    m_days->setSpecialValueText(tr("Never"));
    m_days->setSuffix(tr(" days"));
    m_days->setMaximumWidth(scaled(spinWidth));
    m_problem->setWordWrap(true);
    m_problem->hide();
    card->body()->addWidget(new FormRow(tr("Notifications"), m_notices));
    card->body()->addWidget(new FormRow(tr("After an email, follow up in"), m_days));
    card->body()->addWidget(m_problem);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
}

void RemindersCard::showDays()
{
    const auto profile = m_services.reader.profile();
    m_problem->setVisible(!profile);
    if (!profile) {
        m_problem->setText(profile.error().text);
        return;
    }
    if (!m_pause->isActive()) {
        const QSignalBlocker quiet(m_days);
        m_days->setValue(contacts::followUpDays(*profile));
    }
}

void RemindersCard::saveDays()
{
    m_pause->stop();
    const auto before = m_services.reader.profile();
    if (!before) {
        showDays();
        return;
    }
    Profile after = *before;
    contacts::setFollowUpDays(after, m_days->value());
    m_scope.launch(flows::saveProfile(&m_services, *before, after), [this](const Result<Profile> &saved) {
        m_problem->setVisible(!saved);
        m_problem->setText(saved ? QString() : saved.error().text);
    });
}

} // namespace crema::ui
