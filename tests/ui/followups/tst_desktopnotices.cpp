// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "support/spin.h"
#include "ui/shell/desktopnotices.h"

#include <QDBusConnection>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace crema;

namespace {

constexpr int patience = 10000;

/// A bus of our own, as the session's.
class Bus
{
public:
    [[nodiscard]] bool start()
    {
        m_daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
        if (!m_daemon.waitForReadyRead(patience)) {
            return false;
        }
        m_address = m_daemon.readLine().trimmed();
        return qputenv("DBUS_SESSION_BUS_ADDRESS", m_address);
    }
    [[nodiscard]] QString address() const { return QString::fromUtf8(m_address); }
    ~Bus()
    {
        QDBusConnection::disconnectFromBus(u"desktop"_s);
        QDBusConnection::disconnectFromBus(u"qt_default_session_bus"_s);
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        m_daemon.terminate();
        m_daemon.waitForFinished(patience);
    }
    Bus() = default;
    Q_DISABLE_COPY_MOVE(Bus)

private:
    QProcess m_daemon;
    QByteArray m_address;
};

} // namespace

uint FakeDesktop::Notify(const QString &, uint, const QString &, const QString &title, const QString &text,
                         const QStringList &keys, const QVariantMap &, int)
{
    titles << title;
    texts << text;
    actions = keys;
    return static_cast<uint>(titles.size()) + 40;
}

void TestDesktopNotices::shownByTheDesktop()
{
    if (QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty()) {
        QSKIP("no dbus-daemon here");
    }
    Bus bus;
    QVERIFY(bus.start());
    QDBusConnection connection = QDBusConnection::connectToBus(bus.address(), u"desktop"_s);
    FakeDesktop desktop;
    QVERIFY(connection.registerObject(u"/org/freedesktop/Notifications"_s, &desktop,
                                      QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
    QVERIFY(connection.registerService(u"org.freedesktop.Notifications"_s));

    ui::DesktopNotices notices;
    QStringList clicked;
    int back = 0;
    connect(&notices, &ui::DesktopNotices::activated, this, [&](const QString &id) { clicked << id; });
    connect(&notices, &ui::DesktopNotices::undeliverable, this, [&] { ++back; });
    notices.show({u"one"_s, u"Follow up with Zoë & Co"_s, u"Ring <soon> & write"_s});
    notices.show({u"two"_s, u"Second"_s, {}});
    QVERIFY(test::spinUntil([&] { return desktop.titles.size() == 2; }));
    QCOMPARE(desktop.titles, (QStringList {u"Follow up with Zoë & Co"_s, u"Second"_s}));
    QCOMPARE(desktop.texts.first(), u"Ring &lt;soon&gt; &amp; write"_s);
    QCOMPARE(desktop.actions.first(), u"default"_s);

    // The answers with the numbers may still be on their way; a click comes after them on the same bus.
    Q_EMIT desktop.ActionInvoked(7, u"default"_s); // somebody else's
    Q_EMIT desktop.ActionInvoked(42, u"default"_s);
    QVERIFY(test::spinUntil([&] { return !clicked.isEmpty(); }));
    QCOMPARE(clicked, QStringList {u"two"_s});
    Q_EMIT desktop.NotificationClosed(41, 2);
    Q_EMIT desktop.ActionInvoked(41, u"default"_s); // what is closed opens nothing
    Q_EMIT desktop.ActionInvoked(42, u"default"_s);
    QVERIFY(test::spinUntil([&] { return clicked.size() == 2; }));
    QCOMPARE(clicked, (QStringList {u"two"_s, u"two"_s}));
    QCOMPARE(back, 0);
}

void TestDesktopNotices::comesBackWithoutADesktop()
{
    if (QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty()) {
        QSKIP("no dbus-daemon here");
    }
    Bus bus;
    QVERIFY(bus.start());
    ui::DesktopNotices notices;
    QStringList back;
    connect(&notices, &ui::DesktopNotices::undeliverable, this,
            [&](const ui::Notice &notice) { back << notice.id; });
    notices.show({u"one"_s, u"Title"_s, u"Text"_s});
    QVERIFY(back.isEmpty()); // never from inside the call
    QVERIFY(test::spinUntil([&] { return back == QStringList {u"one"_s}; }));
}

void TestDesktopNotices::comesBackWithoutABus()
{
    ui::DesktopNotices notices;
    QStringList back;
    connect(&notices, &ui::DesktopNotices::undeliverable, this,
            [&](const ui::Notice &notice) { back << notice.id; });
    notices.show({u"one"_s, u"Title"_s, u"Text"_s});
    QVERIFY(back.isEmpty());
    QVERIFY(test::spinUntil([&] { return back == QStringList {u"one"_s}; }));
}
