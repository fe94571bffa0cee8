// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cstdio>

using namespace crema;
using namespace crema::secrets;
using namespace crema::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 60000;

/// Runs this program's other half with folders of its own; `shell` starts it.
int runApart(const QString &program, const QStringList &arguments, const QProcessEnvironment &more)
{
    const QTemporaryDir dir;
    QDir().mkpath(dir.filePath(u"run"_s));
    QFile::setPermissions(dir.filePath(u"run"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QProcessEnvironment environment = more;
    environment.insert(u"XDG_DATA_HOME"_s, dir.filePath(u"data"_s));
    environment.insert(u"XDG_RUNTIME_DIR"_s, dir.filePath(u"run"_s));
    environment.insert(u"CREMA_TEST_SELF"_s, QCoreApplication::applicationFilePath());
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(program, arguments);
    return process.waitForFinished(patienceMs) && process.exitStatus() == QProcess::NormalExit
            ? process.exitCode()
            : -1;
}

/// 0, or the number of the step that went wrong.
int roundTrip()
{
    SystemStore store(u"CremaTest"_s);
    Keychain keychain(store, {});
    const KeyName name {Service::languageModel, u"http://localhost:1/v1"_s, {}};
    const Secret secret(QByteArrayView("h\xc3\xbcsh \x01\n end"));
    const auto none = await(keychain.read(name));
    if (!none || *none) {
        return 1;
    }
    const auto written = await(keychain.write(name, secret));
    if (!written || *written != Place::keychain || keychain.keeping() != Keeping::lasting) {
        return 2;
    }
    Keychain another(store, {});
    const auto found = await(another.read(name));
    if (!found || !*found || (*found)->secret != secret) {
        return 3;
    }
    if (!await(another.remove(name)) || *await(another.read(name))) {
        return 4;
    }
    return await(another.remove(name)) ? 0 : 5; // removing what is not there is fine
}

} // namespace

int SystemStoreTest::useRealStore()
{
    const int step = roundTrip();
    if (step != 0) {
        std::fprintf(stderr, "The round trip through the keychain failed at step %d.\n", step);
    }
    return step;
}

void SystemStoreTest::usesARealStore()
{
    const QString session = QStandardPaths::findExecutable(u"dbus-run-session"_s);
    if (session.isEmpty() || QStandardPaths::findExecutable(u"gnome-keyring-daemon"_s).isEmpty()) {
        QSKIP("There is no dbus-run-session or gnome-keyring-daemon to make a keychain with.");
    }
    // The daemon would outlive the session: it is ended by its own id.
    const QString script =
            u"printf 'ci-pass\\n' | gnome-keyring-daemon --unlock --components=secrets --foreground "
            "2>/dev/null & daemon=$!; "
            "for i in $(seq 100); do dbus-send --session --print-reply --dest=org.freedesktop.DBus / "
            "org.freedesktop.DBus.GetNameOwner string:org.freedesktop.secrets >/dev/null 2>&1 && break; "
            "sleep 0.1; done; \"$CREMA_TEST_SELF\" --in-session; code=$?; kill $daemon; exit $code"_s;
    QCOMPARE(runApart(session, {u"--"_s, u"sh"_s, u"-c"_s, script}, QProcessEnvironment::systemEnvironment()),
             0);
}

void SystemStoreTest::fallsBackWithoutASession()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"DISPLAY"_s);
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nowhere/bus"_s);
    // Step 2: the secret was kept for the session only, and that was said.
    QCOMPARE(runApart(QCoreApplication::applicationFilePath(), {u"--in-session"_s}, environment), 2);
}
