// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/taskscope.h"
#include "flows/mailfacts.h"
#include "flows/sendflow.h"

#include <QObject>
#include <QTimer>

namespace crema::flows {

struct Scheduled
{
    QString draftId;
    QDateTime due; ///< UTC
    bool isShifted = false; ///< out of the quiet hours of the recipient's zone
};

/// Puts emails into the queue: at `due`, or when that is invalid as soon as the time to take it back is over.
/// Several are set the usual pace apart. Those to be sent by themselves are moved out of the quiet hours of
/// their recipients; `atOnce` says that the user wants them now whatever the hour.
/// rejectedInput for a time that is over and for emails that were sent or have no recipient; nothing is
/// queued then. The gate is asked when an email is sent, and before: one that is held is refused.
[[nodiscard]] Task<Result<QVector<Scheduled>>> scheduleSends(Services *services, QStringList draftIds,
                                                             QString account, QDateTime due, bool atOnce);
/// Takes emails out of the queue; how many were in it. Those that are being sent are not.
[[nodiscard]] Task<Result<int>> cancelSends(Services *services, QStringList draftIds);

/// Sends what is due while the program runs, one at a time, the usual pace apart. The queue is in the store:
/// it survives a restart. An email that was due while the computer slept or Crema was closed is not sent by
/// itself: it is held, and the user is asked.
class SendQueue final : public QObject
{
    Q_OBJECT

public:
    /// Due for longer than this when it is noticed: it was missed.
    static constexpr int missedAfterSeconds = 5 * 60;

    /// `services` outlive it.
    explicit SendQueue(Services &services, QObject *parent = nullptr);

    void start();
    void stop();
    /// Looks now; also called by a clock.
    void check();

Q_SIGNALS:
    void sent(const crema::flows::SendResult &result);
    /// Not sent, and why; the email waits for the user.
    void stayed(const crema::flows::SendResult &result);
    /// These were missed: send now, shift or leave is the user's to say.
    void missed(const QStringList &draftIds);
    void failed(const crema::Error &error);
    /// Something entered, left or waits.
    void changed();

private:
    void sendNext(const QString &draftId, const QueueEntry &entry);
    void settle(const QString &draftId, const QueueEntry &entry, const Result<SendResult> &result);
    void hold(const QStringList &draftIds, const QString &why);
    void put(const QString &draftId, const QueueEntry &entry);
    void wakeAt(const QDateTime &due);

    Services &m_services;
    TaskScope m_scope;
    QTimer m_timer;
    QDateTime m_awakeAt; ///< when the queue was last looked at
    QDateTime m_notBefore; ///< the next email keeps its distance to the last
    bool m_running = false;
    bool m_sending = false;
};

} // namespace crema::flows
