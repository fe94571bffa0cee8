// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/systemscheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

#include <optional>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

constexpr int answerMilliseconds = 2000;

// The answer of Read is a variant in a variant; the signal carries one level less.
QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>()) {
        value = value.value<QDBusVariant>().variant();
    }
    return value;
}

// 1: dark, 2: light, others: no preference.
std::optional<Scheme> schemeOf(const QVariant &value)
{
    switch (value.toUInt()) {
    case 1:
        return Scheme::dark;
    case 2:
        return Scheme::light;
    default:
        return std::nullopt;
    }
}

} // namespace

void SystemScheme::start()
{
    if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS")) {
        return;
    }
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        return;
    }
    const QString service = u"org.freedesktop.portal.Desktop"_s;
    const QString path = u"/org/freedesktop/portal/desktop"_s;
    const QString interface = u"org.freedesktop.portal.Settings"_s;
    // The bus can only be connected to a slot by its text.
    const bool told = bus.connect(service, path, interface, u"SettingChanged"_s, this,
                                  SLOT(settingChanged(QDBusMessage)));
    if (!told) {
        qWarning("Changes of the desktop's colours are not announced to this program.");
    }
    QDBusMessage read = QDBusMessage::createMethodCall(service, path, interface, u"Read"_s);
    read << u"org.freedesktop.appearance"_s << u"color-scheme"_s;
    auto *call = new QDBusPendingCallWatcher(bus.asyncCall(read, answerMilliseconds), this);
    connect(call, &QDBusPendingCallWatcher::finished, this, &SystemScheme::answered);
}

void SystemScheme::answered(QDBusPendingCallWatcher *call)
{
    const QDBusPendingReply<QDBusVariant> reply = *call;
    call->deleteLater();
    if (!reply.isError()) {
        report(QVariant::fromValue(reply.value()));
    }
}

// Arguments: group, key, value.
void SystemScheme::settingChanged(const QDBusMessage &message)
{
    const QVariantList arguments = message.arguments();
    if (arguments.size() == 3 && arguments.at(0).toString() == "org.freedesktop.appearance"_L1
        && arguments.at(1).toString() == "color-scheme"_L1) {
        report(arguments.at(2));
    }
}

void SystemScheme::report(const QVariant &value)
{
    if (const auto scheme = schemeOf(unwrapped(value))) {
        Q_EMIT reported(*scheme);
    }
}

} // namespace crema::ui
