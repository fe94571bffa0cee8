// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drafts/mailboxpresenter.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QLabel;
class QPushButton;
class QRadioButton;

namespace crema::ui {

/// Asks from which account and when emails are sent, and says to whom and what the recipients' clocks show.
class SendDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `presenter` outlives it.
    SendDialog(const MailboxPresenter &presenter, QStringList draftIds, QWidget *parent = nullptr);

Q_SIGNALS:
    void sendRequested(const crema::ui::SendChoice &choice);

private:
    void build();
    void follow();
    [[nodiscard]] QDateTime due() const;
    [[nodiscard]] QString toWhom() const;

    const MailboxPresenter &m_presenter;
    QStringList m_ids;
    QComboBox *m_account;
    QRadioButton *m_now;
    QRadioButton *m_later;
    QDateTimeEdit *m_at;
    QLabel *m_night;
    QCheckBox *m_atNight;
    QPushButton *m_send = nullptr;
};

} // namespace crema::ui
