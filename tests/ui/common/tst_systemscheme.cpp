// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "ui/theme/systemscheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace crema::ui;

Q_DECLARE_METATYPE(crema::ui::Scheme)

namespace {

constexpr int patience = 10000;
const QString path = u"/org/freedesktop/portal/desktop"_s;
const QString settings = u"org.freedesktop.portal.Settings"_s;

} // namespace

QDBusVariant FakePortal::Read(const QString &group, const QString &key)
{
    const bool asked = group == "org.freedesktop.appearance"_L1 && key == "color-scheme"_L1;
    // The real one wraps its answer twice.
    return QDBusVariant(QVariant::fromValue(QDBusVariant(asked ? 1U : 0U)));
}

// A real bus with a portal on it, both ours.
void TestSystemScheme::followsThePortal()
{
    if (QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty()) {
        QSKIP("no dbus-daemon here");
    }
    QProcess daemon;
    daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    QVERIFY(daemon.waitForReadyRead(patience));
    const QByteArray address = daemon.readLine().trimmed();
    qputenv("DBUS_SESSION_BUS_ADDRESS", address);

    QDBusConnection bus = QDBusConnection::connectToBus(QString::fromUtf8(address), u"portal"_s);
    FakePortal portal;
    QVERIFY(bus.registerObject(path, &portal, QDBusConnection::ExportAllSlots));
    QVERIFY(bus.registerService(u"org.freedesktop.portal.Desktop"_s));

    SystemScheme watcher;
    QSignalSpy reported(&watcher, &SystemScheme::reported);
    watcher.start();
    QVERIFY(reported.wait(patience));
    QCOMPARE(reported.takeFirst().at(0).value<Scheme>(), Scheme::dark);

    const auto change = [&bus](const QString &key, uint value) {
        QDBusMessage signal = QDBusMessage::createSignal(path, settings, u"SettingChanged"_s);
        signal << u"org.freedesktop.appearance"_s << key << QVariant::fromValue(QDBusVariant(value));
        bus.send(signal);
    };
    change(u"accent-color"_s, 1);
    change(u"color-scheme"_s, 0); // no preference: stays as it is
    change(u"color-scheme"_s, 2);
    QVERIFY(reported.wait(patience));
    QCOMPARE(reported.size(), 1);
    QCOMPARE(reported.takeFirst().at(0).value<Scheme>(), Scheme::light);

    QDBusConnection::disconnectFromBus(u"portal"_s);
    QDBusConnection::disconnectFromBus(u"qt_default_session_bus"_s);
    daemon.terminate();
    QVERIFY(daemon.waitForFinished(patience));
}

void TestSystemScheme::isSilentWithoutABus()
{
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    SystemScheme watcher;
    QSignalSpy reported(&watcher, &SystemScheme::reported);
    watcher.start();
    QTest::qWait(0);
    QCOMPARE(reported.size(), 0);
}
