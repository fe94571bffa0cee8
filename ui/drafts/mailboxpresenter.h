// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/taskscope.h"
#include "flows/gmailflow.h"
#include "flows/mailfacts.h"
#include "flows/pushflow.h"
#include "flows/sendqueue.h"
#include "ui/drafts/draftspresenter.h"
#include "ui/theme/tokens.h"

#include <QObject>

namespace crema::ui {

/// What can be done about an email where it stands now.
enum class MailStep {
    takeBack,
    sendNow,
    anotherTime,
    wasSent,
    wasNotSent,
    lookAgain,
    showInGmail,
    readAnswer
};

/// How an email stands with the mailbox, in one line, and what can be done.
struct MailLine
{
    QString words; ///< empty: nothing to say
    Tone tone = Tone::muted;
    QVector<MailStep> steps;

    [[nodiscard]] bool operator==(const MailLine &) const = default;
};

/// What the user chose in the send dialog.
struct SendChoice
{
    QStringList draftIds;
    QString account;
    QDateTime due; ///< invalid: now, with a moment to take it back
    bool atNight = false; ///< also in the quiet hours of the recipient's zone
};

/// Gmail on the Drafts page: puts emails into the mailbox, sends them, and says how each stands. Sending
/// itself is the queue's, which runs whatever page is shown.
class MailboxPresenter final : public QObject
{
    Q_OBJECT

public:
    /// `services` and `drafts` outlive it.
    MailboxPresenter(flows::Services &services, DraftsPresenter &drafts, QObject *parent = nullptr);

    [[nodiscard]] bool isConnected() const;
    [[nodiscard]] bool isSetUp() const { return flows::isGmailSetUp(m_services.deployment); }
    [[nodiscard]] QVector<flows::GmailAccount> accounts() const;
    [[nodiscard]] const Deployment &deployment() const { return m_services.deployment; }
    [[nodiscard]] QDateTime now() const { return m_services.clock.now(); }
    [[nodiscard]] MailLine lineOf(const QString &draftId) const;
    /// Of these, the recipients for whom it is night at this moment.
    [[nodiscard]] QStringList asleep(const QStringList &draftIds, const QDateTime &at) const;
    [[nodiscard]] QString recipient(const QString &draftId) const;

    void push(const QStringList &draftIds);
    void send(const SendChoice &choice);
    void takeBack(const QStringList &draftIds);
    void sendNow(const QString &draftId);
    void settle(const QString &draftId, std::optional<bool> wasSent);
    void showInGmail(const QString &draftId);

Q_SIGNALS:
    /// Another email stands otherwise now.
    void changed();
    /// Something is in the queue.
    void queued();
    void working(const QString &title, int percent);
    void ended();
    void failed(const crema::Error &error);
    /// Some emails did not get into the mailbox, and why.
    void leftOut(const QVector<crema::flows::PushResult> &results, int there);
    void toast(const QString &text, const QString &operationId = {});
    void takeBackOffered(const QString &text, const QStringList &draftIds);

private:
    [[nodiscard]] MailLine sentLine(const flows::SendMark &mark, const QString &contactId) const;
    [[nodiscard]] MailLine sendingLine(const flows::SendMark &mark) const;
    [[nodiscard]] MailLine queueLine(const flows::QueueEntry &entry) const;
    void tellScheduled(const QVector<flows::Scheduled> &scheduled, const QDateTime &due);

    flows::Services &m_services;
    DraftsPresenter &m_drafts;
    TaskScope m_scope;
    int m_pushing = 0;
};

/// The words of a step, for its button.
[[nodiscard]] QString stepWords(MailStep step);

} // namespace crema::ui
