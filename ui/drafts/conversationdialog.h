// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/taskscope.h"
#include "flows/replyflow.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace crema::ui {

class Banner;
class BusyBar;

/// The conversation with a contact as it is in the mailbox, in words only, and the way to an answer.
class ConversationDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `services` outlive it. `withModel`: a language model writes the answer.
    ConversationDialog(flows::Services &services, const QString &contactId, bool withModel,
                       QWidget *parent = nullptr);

Q_SIGNALS:
    /// The answer is a draft now.
    void replyWritten(const QString &draftId, const QString &note);

private:
    void build();
    void load();
    void showConversation(const flows::Conversation &conversation);
    [[nodiscard]] QWidget *makeMessage(const flows::ConversationMessage &message);
    void suggest();

    flows::Services &m_services;
    QString m_contactId;
    bool m_withModel;
    TaskScope m_scope;
    Banner *m_banner;
    BusyBar *m_busy;
    QLabel *m_subject;
    QVBoxLayout *m_messages = nullptr;
    QPushButton *m_answer = nullptr;
    QPushButton *m_inGmail = nullptr;
    QUrl m_link;
};

} // namespace crema::ui
