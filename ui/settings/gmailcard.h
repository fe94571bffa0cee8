// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/taskscope.h"
#include "flows/gmailflow.h"
#include "ui/theme/tokens.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace crema::ui {

/// Gmail in the settings: the connected accounts, what each may do, a test of it; connecting and
/// disconnecting.
class GmailCard final : public QWidget
{
    Q_OBJECT

public:
    /// `services` outlive it.
    explicit GmailCard(flows::Services &services, QWidget *parent = nullptr);

    /// How the browser is opened; the desktop's unless a test acts as the browser.
    void setBrowser(account::BrowserOpener open) { m_open = std::move(open); }
    /// Puts the focus where an account is connected.
    void begin();

private:
    void build();
    void showAccounts();
    [[nodiscard]] QWidget *makeRow(const flows::GmailAccount &account, bool isUsual, bool isOnly);
    void addButtons(QWidget *row, const flows::GmailAccount &account, bool isUsual, bool isOnly);
    void connectAccount(const QString &email, bool readsAnswers);
    void endWaiting(const Result<flows::Connected> &connected);
    void disconnectAccount(const QString &email);
    void compareMailboxes();
    void test(const QString &email);
    void tell(Tone tone, const QString &words);
    void follow();

    flows::Services &m_services;
    account::BrowserOpener m_open;
    TaskScope m_connecting;
    TaskScope m_scope;
    QVBoxLayout *m_accounts;
    QLabel *m_result;
    QCheckBox *m_reads;
    QPushButton *m_connect;
    QPushButton *m_cancel;
    QPushButton *m_copy;
    QUrl m_address; ///< where the user says yes, while it is waited for
    bool m_isWaiting = false;
};

} // namespace crema::ui
