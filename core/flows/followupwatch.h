// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/taskscope.h"
#include "flows/followupflow.h"

#include <QObject>
#include <QTimer>

namespace crema::flows {

/// Notices, while the program runs, that follow-ups become due: at the start, when the user's day changes
/// (midnight, wake-up, another clock or time zone) and when one is set to today. Each is told once a day;
/// what was told is a fact of the store, so a restart repeats nothing.
class FollowUpWatch final : public QObject
{
    Q_OBJECT

public:
    /// `services` outlive it.
    explicit FollowUpWatch(Services &services, QObject *parent = nullptr);

    /// Looks now and from then on; nothing is told before.
    void start();
    void stop();
    /// Looks now; also called by a clock once a minute.
    void check();

Q_SIGNALS:
    /// These are due and the user was not told today; they count as told from here on.
    void becameDue(const QVector<crema::flows::FollowUpItem> &items);
    /// The user's day is another one: "today" and "overdue" mean others now.
    void dayChanged();
    void failed(const crema::Error &error);

private:
    void note(const QVector<FollowUpItem> &items);

    Services &m_services;
    TaskScope m_scope;
    QTimer m_minute;
    QTimer m_soon; ///< several changes in a row are looked at once
    QDate m_day;
    bool m_running = false;
    bool m_noting = false;
};

} // namespace crema::flows
