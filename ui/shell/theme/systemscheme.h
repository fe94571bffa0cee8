// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QDBusMessage> // whole: the bus looks up the type of the slot
#include <QObject>

class QDBusPendingCallWatcher;

namespace crema::ui {

/// Tells whether the desktop is in its light or dark scheme, and when that changes. On Linux it asks the
/// settings portal
/// (https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Settings.html); elsewhere,
/// and where there is no session bus, it never reports. Never blocks.
class SystemScheme final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void start();

Q_SIGNALS:
    void reported(crema::ui::Scheme scheme);

private Q_SLOTS:
    void settingChanged(const QDBusMessage &message);

private:
    void answered(QDBusPendingCallWatcher *call);
    void report(const QVariant &value);
};

} // namespace crema::ui
