// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QString>

class QDBusMessage;
class QDBusPendingCallWatcher;

namespace crema::ui {

/// What the desktop is asked to show while the window may be behind others.
struct Notice
{
    QString id; ///< comes back with `activated`
    QString title;
    QString text;

    [[nodiscard]] bool operator==(const Notice &) const = default;
};

/// Shows notices of the desktop, over D-Bus and without an icon in a tray
/// (https://specifications.freedesktop.org/notification-spec/). Where nobody answers, each comes back as
/// `undeliverable`, for the window to show.
class DesktopNotices final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Answers from the event loop, never at once.
    void show(const Notice &notice);

Q_SIGNALS:
    /// The user clicked the notice.
    void activated(const QString &id);
    void undeliverable(const crema::ui::Notice &notice);

private Q_SLOTS:
    void actionInvoked(const QDBusMessage &message);
    void notificationClosed(const QDBusMessage &message);

private:
    [[nodiscard]] bool listen();
    void answered(QDBusPendingCallWatcher *call, const Notice &notice);
    void giveBack(const Notice &notice);

    QHash<uint, QString> m_ids; ///< of what is shown, by the desktop's number
    bool m_listening = false;
};

} // namespace crema::ui
