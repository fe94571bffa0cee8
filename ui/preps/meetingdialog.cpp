// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preps/meetingdialog.h"

#include "contacts/followups.h"
#include "ui/common/chip.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {
constexpr int fieldWidth = 300;
constexpr int usualMinutes = 30;
constexpr int mostMinutes = 480;
constexpr int longestPlace = 500;
} // namespace

MeetingDialog::MeetingDialog(const QString &name, const QDateTime &now, const QString &stage, QWidget *parent)
    : QDialog(parent), m_now(now), m_stage(stage), m_start(std::unexpected(Error()))
{
    setObjectName(u"meetingDialog"_s);
    setWindowTitle(tr("Coffee chat with %1").arg(name));
    build();
    showState();
}

void MeetingDialog::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap::large, gap::large, gap::large, gap::large);
    column->setSpacing(gap::medium);
    m_when = new QLineEdit;
    m_when->setObjectName(u"meetingWhen"_s);
    m_when->setPlaceholderText(tr("tomorrow 9:30, 2026-12-03 15:00"));
    m_when->setMinimumWidth(scaled(fieldWidth));
    m_minutes = new QSpinBox;
    m_minutes->setObjectName(u"meetingMinutes"_s);
    m_minutes->setRange(5, mostMinutes);
    m_minutes->setSingleStep(5);
    m_minutes->setValue(usualMinutes);
    m_minutes->setSuffix(tr(" min"));
    m_where = new QLineEdit;
    m_where->setObjectName(u"meetingWhere"_s);
    m_where->setPlaceholderText(tr("A place or a link"));
    m_where->setMaxLength(longestPlace);
    auto *form = new QFormLayout;
    form->setSpacing(gap::small);
    form->addRow(tr("When"), m_when);
    form->addRow(tr("For"), m_minutes);
    form->addRow(tr("Where"), m_where);
    m_state = makeLabel({}, TextRole::caption, Tone::muted);
    m_state->setObjectName(u"meetingState"_s);
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_ok = buttons->addButton(tr("Save calendar file…"), QDialogButtonBox::AcceptRole);
    m_ok->setObjectName(u"meetingOk"_s);
    setButtonKind(m_ok, ButtonKind::primary);
    column->addLayout(form);
    column->addWidget(m_state);
    column->addWidget(buttons);
    connect(m_when, &QLineEdit::textChanged, this, &MeetingDialog::showState);
    connect(buttons, &QDialogButtonBox::accepted, this, &MeetingDialog::choose);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void MeetingDialog::showState()
{
    m_start = flows::meetingStart(m_when->text(), QTimeZone::systemTimeZone(), contacts::localDay(m_now));
    m_ok->setEnabled(m_start.has_value());
    const bool isPast = m_start && *m_start < m_now;
    setTone(m_state, isPast ? Tone::warn : Tone::muted);
    if (m_start) {
        const QString when = QLocale().toString(*m_start, QLocale::LongFormat);
        m_state->setText(isPast ? tr("%1. This is in the past.").arg(when) : when);
    } else if (!m_when->text().trimmed().isEmpty()) {
        m_state->setText(m_start.error().text);
    } else {
        m_state->setText(m_stage.isEmpty()
                                 ? tr("The file opens in any calendar. The contact stays in their stage.")
                                 : tr("The file opens in any calendar; the contact moves to %1.")
                                           .arg(statusWords(m_stage)));
    }
}

void MeetingDialog::choose()
{
    if (!m_start) {
        return;
    }
    flows::MeetingRequest meeting;
    meeting.start = *m_start;
    meeting.duration = std::chrono::minutes(m_minutes->value());
    meeting.where = m_where->text().trimmed();
    accept();
    Q_EMIT chosen(meeting);
}

} // namespace crema::ui
