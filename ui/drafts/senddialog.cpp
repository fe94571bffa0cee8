// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drafts/senddialog.h"

#include "ui/common/formrow.h"
#include "ui/theme/roles.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int mostNames = 4;
constexpr int least = 440;
constexpr int timeWidth = 230;

QString inWords(const QStringList &names)
{
    const QString shown = names.first(std::min<qsizetype>(mostNames, names.size())).join(u", "_s);
    return names.size() <= mostNames
            ? shown
            : SendDialog::tr("%1 and %n more", nullptr, static_cast<int>(names.size()) - mostNames)
                      .arg(shown);
}

/// Tomorrow at nine, or the next working day when that is one.
QDateTime goodTime(const QDateTime &now)
{
    QDate day = now.toLocalTime().date().addDays(1);
    while (day.dayOfWeek() > Qt::Friday) {
        day = day.addDays(1);
    }
    return {day, QTime(9, 0)};
}

} // namespace

SendDialog::SendDialog(const MailboxPresenter &presenter, QStringList draftIds, QWidget *parent)
    : QDialog(parent), m_presenter(presenter), m_ids(std::move(draftIds)), m_account(new QComboBox),
      m_now(new QRadioButton), m_later(new QRadioButton(tr("At"))),
      m_at(new QDateTimeEdit(goodTime(presenter.now()))), m_night(makeLabel({}, TextRole::body, Tone::warn)),
      m_atNight(new QCheckBox(tr("Send it at night all the same")))
{
    setObjectName(u"sendDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Send %n email(s)", nullptr, static_cast<int>(m_ids.size())));
    setMinimumWidth(scaled(least));
    build();
    follow();
}

void SendDialog::build()
{
    for (const flows::GmailAccount &account : m_presenter.accounts()) {
        m_account->addItem(account.email);
    }
    m_account->setObjectName(u"sendAccount"_s);
    m_account->setAccessibleName(tr("Send from"));
    m_now->setText(tr("Now, with %n second(s) to take it back", nullptr,
                      m_presenter.deployment().sending.undoSeconds));
    m_now->setObjectName(u"sendNow"_s);
    m_now->setChecked(true);
    m_later->setObjectName(u"sendLater"_s);
    m_at->setObjectName(u"sendAt"_s);
    m_at->setAccessibleName(tr("When to send"));
    m_at->setCalendarPopup(true);
    m_at->setDisplayFormat(u"ddd d MMM yyyy  HH:mm"_s);
    m_at->setMinimumWidth(scaled(timeWidth));
    m_night->setObjectName(u"sendNight"_s);
    m_night->setWordWrap(true);
    m_night->setTextFormat(Qt::PlainText);
    m_atNight->setObjectName(u"sendAtNight"_s);
    QLabel *whom = makeLabel(toWhom());
    whom->setWordWrap(true);
    whom->setTextFormat(Qt::PlainText);
    auto *when = new QWidget;
    auto *lines = new QVBoxLayout(when);
    lines->setContentsMargins(0, 0, 0, 0);
    auto *later = new QHBoxLayout;
    later->addWidget(m_later);
    later->addWidget(m_at);
    later->addStretch();
    lines->addWidget(m_now);
    lines->addLayout(later);
    QLabel *open = makeLabel(
            tr("Crema has to be open at that time. If the computer sleeps then, you are asked."),
            TextRole::caption, Tone::muted);
    open->setWordWrap(true);
    lines->addWidget(open);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_send = buttons->addButton(tr("Send"), QDialogButtonBox::AcceptRole);
    m_send->setObjectName(u"sendConfirm"_s);
    setButtonKind(m_send, ButtonKind::primary);
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(gap::medium);
    column->addWidget(new FormRow(tr("To"), whom));
    column->addWidget(new FormRow(tr("From"), m_account));
    column->addWidget(new FormRow(tr("When"), when));
    column->addWidget(m_night);
    column->addWidget(m_atNight);
    column->addWidget(buttons);
    m_send->setDefault(true);
    for (QRadioButton *button : {m_now, m_later}) {
        connect(button, &QRadioButton::toggled, this, &SendDialog::follow);
    }
    connect(m_at, &QDateTimeEdit::dateTimeChanged, this, [this] {
        m_later->setChecked(true);
        follow();
    });
    connect(m_atNight, &QCheckBox::toggled, this, &SendDialog::follow);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT sendRequested({m_ids, m_account->currentText(), due(), m_atNight->isChecked()});
        accept();
    });
}

QString SendDialog::toWhom() const
{
    QStringList names;
    for (const QString &id : m_ids) {
        names << m_presenter.recipient(id);
    }
    return inWords(names);
}

QDateTime SendDialog::due() const
{
    return m_later->isChecked() ? m_at->dateTime() : QDateTime();
}

void SendDialog::follow()
{
    const bool later = m_later->isChecked();
    const QDateTime at = later ? m_at->dateTime() : m_presenter.now();
    const bool isOver = later && at <= m_presenter.now();
    const QStringList asleep = m_presenter.asleep(m_ids, at);
    QString words;
    if (isOver) {
        words = tr("This time is over already.");
    } else if (!asleep.isEmpty()) {
        words = m_atNight->isChecked() ? tr("It is night then for %1.").arg(inWords(asleep))
                                       : tr("It is night then for %1, by where their record says they are. "
                                            "It goes out when their day begins "
                                            "at %2:00.")
                                                 .arg(inWords(asleep))
                                                 .arg(m_presenter.deployment().sending.quietToHour);
    }
    m_night->setText(words);
    m_night->setVisible(!words.isEmpty());
    m_atNight->setVisible(!asleep.isEmpty() && !isOver);
    m_send->setEnabled(!isOver && m_account->count() > 0);
    m_send->setText(later ? tr("Schedule") : tr("Send"));
}

} // namespace crema::ui
