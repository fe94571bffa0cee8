// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/taskscope.h"
#include "flows/answersflow.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace crema::flows {

/// Conversations of ours in which something happened since the last look, by the history of the mailbox; all
/// of them when there was no last look, or when it is too long ago for the mailbox to tell.
struct MailboxNews
{
    QStringList contactIds;
    QString historyId; ///< where to go on, once the contacts were looked at
    bool isNew = false; ///< something happened
    bool everything = false;
};
[[nodiscard]] Task<Result<MailboxNews>> newsOf(Services *services, GmailAccount account,
                                               std::stop_token stop);

/// When this account was last looked into as a whole, as far as that was kept; ISO 8601 UTC, empty for never.
[[nodiscard]] QString lastLook(const store::Reader &reader, const QString &account);

/// One look into all connected mailboxes that may be read.
struct WatchRound
{
    AnswersOutcome outcome;
    bool looked = false; ///< there was a mailbox to look into
};
[[nodiscard]] Task<Result<WatchRound>> watchOnce(Services *services, std::stop_token stop);

/// Looks for answers while the program runs, first after a while of quiet at the start, then every two
/// minutes (by the deployment), less often while there is no network. First of all it finds out what became
/// of emails that were being sent when the program ended.
class MailWatch final : public QObject
{
    Q_OBJECT

public:
    /// `services` outlive it.
    explicit MailWatch(Services &services, QObject *parent = nullptr);

    void start();
    void stop();
    /// Looks now.
    void check();
    [[nodiscard]] bool isLooking() const { return m_looking; }
    /// When the mailboxes were looked at with success; invalid before.
    [[nodiscard]] QDateTime lastLook() const { return m_lastLook; }

Q_SIGNALS:
    /// Answers and bounces that were not known; those of muted contacts as well.
    void answersCame(const QVector<crema::flows::AnswerFound> &news);
    void sentElsewhere(const QStringList &draftIds);
    /// A round is over; with an error it says why the mailbox could not be looked at.
    void looked(const std::optional<crema::Error> &error);

private:
    void finish(const Result<WatchRound> &round);

    Services &m_services;
    TaskScope m_scope;
    QTimer m_timer;
    QDateTime m_lastLook;
    int m_failures = 0;
    bool m_running = false;
    bool m_looking = false;
};

} // namespace crema::flows
