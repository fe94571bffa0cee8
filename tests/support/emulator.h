// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

namespace crema::test {

/// What the emulator answered, as it arrived.
struct EmulatorAnswer
{
    int status = 0; ///< 0 when none came
    QByteArray location; ///< where a redirect leads
    QByteArray body;

    [[nodiscard]] Json json() const { return parseJson(body).value_or(Json()); }
};

/// Google's sign-in and mailbox on this computer: the npm package `emulate`, a process of its own with its
/// state in memory. Looked for in $CREMA_PEERS (default: build/peers) and on the PATH.
///
///     Emulator emulator(u"google:\n  users:\n    - { email: sam.student@example.edu, name: Sam Student
///     }\n"_s); NEEDS_EMULATOR(emulator);
class Emulator final
{
public:
    /// Starts it with this seed (YAML without ports) and waits until it answers.
    explicit Emulator(const QString &seed);
    ~Emulator();
    Q_DISABLE_COPY_MOVE(Emulator)

    [[nodiscard]] static bool isInstalled() { return !program().isEmpty(); }
    /// For QSKIP.
    [[nodiscard]] static QByteArray howToGet();
    [[nodiscard]] bool isRunning() const { return m_port != 0; }
    /// What it printed.
    [[nodiscard]] QByteArray log() const;

    [[nodiscard]] QUrl url(const QString &path = {}) const;
    /// A request from beside the program under test; waits for the answer without an event loop. `token` may
    /// be empty.
    EmulatorAnswer request(const QByteArray &method, const QString &target, const QByteArray &token = {},
                           const QByteArray &body = {},
                           const QByteArray &contentType = "application/json") const;
    /// What the browser does on the sign-in page at `authUrl` when `email` is chosen: where it is sent next.
    [[nodiscard]] QUrl consent(const QUrl &authUrl, const QString &email) const;

private:
    [[nodiscard]] static QString program();
    [[nodiscard]] bool start(quint16 port);
    void stop();

    QTemporaryDir m_folder; ///< seed and log
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace crema::test

/// Skips the test function where the emulator is not installed; fails it when it does not start.
#define NEEDS_EMULATOR(emulator)                                                                             \
    do {                                                                                                     \
        if (!crema::test::Emulator::isInstalled()) {                                                         \
            QSKIP(crema::test::Emulator::howToGet().constData());                                            \
        }                                                                                                    \
        QVERIFY2((emulator).isRunning(), (emulator).log().constData());                                      \
    } while (false)
