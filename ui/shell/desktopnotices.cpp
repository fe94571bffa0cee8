// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/desktopnotices.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>
#include <QVariantMap>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int answerMilliseconds = 3000;
constexpr int desktopDecides = -1; ///< how long it stays
const QString service = u"org.freedesktop.Notifications"_s;
const QString path = u"/org/freedesktop/Notifications"_s;

QDBusMessage notifyCall(const Notice &notice)
{
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, service, u"Notify"_s);
    const QStringList actions {u"default"_s, DesktopNotices::tr("Open")};
    const QVariantMap hints {{u"desktop-entry"_s, QGuiApplication::desktopFileName()},
                             {u"category"_s, u"x-crema.follow-up"_s}};
    call << QGuiApplication::applicationDisplayName() << 0U << QGuiApplication::desktopFileName()
         << notice.title << notice.text.toHtmlEscaped() // the body is markup, the title is not
         << actions << hints << desktopDecides;
    return call;
}

} // namespace

bool DesktopNotices::listen()
{
    if (m_listening) {
        return true;
    }
    if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS")) {
        return false;
    }
    QDBusConnection bus = QDBusConnection::sessionBus();
    // The bus can only be connected to a slot by its text.
    m_listening = bus.isConnected()
            && bus.connect(service, path, service, u"ActionInvoked"_s, this,
                           SLOT(actionInvoked(QDBusMessage)))
            && bus.connect(service, path, service, u"NotificationClosed"_s, this,
                           SLOT(notificationClosed(QDBusMessage)));
    return m_listening;
}

void DesktopNotices::show(const Notice &notice)
{
    if (!listen()) {
        giveBack(notice);
        return;
    }
    auto *call = new QDBusPendingCallWatcher(
            QDBusConnection::sessionBus().asyncCall(notifyCall(notice), answerMilliseconds), this);
    connect(call, &QDBusPendingCallWatcher::finished, this,
            [this, notice](QDBusPendingCallWatcher *done) { answered(done, notice); });
}

void DesktopNotices::answered(QDBusPendingCallWatcher *call, const Notice &notice)
{
    const QDBusPendingReply<uint> reply = *call;
    call->deleteLater();
    if (reply.isError()) {
        giveBack(notice);
    } else {
        m_ids.insert(reply.value(), notice.id);
    }
}

void DesktopNotices::giveBack(const Notice &notice)
{
    QMetaObject::invokeMethod(this, [this, notice] { Q_EMIT undeliverable(notice); }, Qt::QueuedConnection);
}

// Arguments: the desktop's number, the key of the action.
void DesktopNotices::actionInvoked(const QDBusMessage &message)
{
    const uint number = message.arguments().value(0).toUInt();
    const auto own = m_ids.constFind(number); // the signal tells of everybody's notices
    if (own != m_ids.constEnd()) {
        Q_EMIT activated(*own);
    }
}

// Arguments: the desktop's number, the reason.
void DesktopNotices::notificationClosed(const QDBusMessage &message)
{
    m_ids.remove(message.arguments().value(0).toUInt());
}

} // namespace crema::ui
