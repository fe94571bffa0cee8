// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/followupwatch.h"
#include "ui/shell/desktopnotices.h"

class QSettings;

namespace crema::ui {

/// Tells the user of follow-ups that became due, as notices of the desktop; the switch is kept with the
/// window's settings, as it is about this computer.
class Reminders final : public QObject
{
    Q_OBJECT

public:
    /// `services` and `settings` outlive it.
    Reminders(flows::Services &services, QSettings &settings, QObject *parent = nullptr);

    /// Once the window is shown.
    void start();
    [[nodiscard]] bool isOn() const;
    void setOn(bool on);
    /// Acts on a notice as if it was clicked; also for one that was shown in the window.
    void open(const QString &noticeId);

Q_SIGNALS:
    void contactRequested(const QString &contactId);
    /// Several are due: the list of all.
    void listRequested();
    /// The desktop shows no notices; the window does.
    void notShown(const crema::ui::Notice &notice);
    void failed(const crema::Error &error);

private:
    flows::Services &m_services;
    QSettings &m_settings;
    flows::FollowUpWatch m_watch;
    DesktopNotices m_notices;
};

/// The notices that tell of these: one a person, or one for all when they are more than three.
[[nodiscard]] QVector<Notice> noticesOf(const QVector<flows::FollowUpItem> &items, QDate today);

} // namespace crema::ui
