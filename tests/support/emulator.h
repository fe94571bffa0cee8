// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/httpserver.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

namespace crema::test {

/// The emulator of Google's services (npm package `emulate`) on a free port of this computer, with the
/// mailboxes that its seed names. `./dev test` installs it where Node 20 and npm are there.
class GoogleEmulator
{
public:
    /// `seed` is the YAML of the package; empty for its own.
    explicit GoogleEmulator(const QByteArray &seed = {});
    ~GoogleEmulator();
    Q_DISABLE_COPY_MOVE(GoogleEmulator)

    [[nodiscard]] bool isRunning() const { return m_port != 0; }
    /// Why it does not run and how to get it.
    [[nodiscard]] QByteArray whyNot() const { return m_whyNot; }
    [[nodiscard]] QUrl url(const QString &path = {}) const;

    /// Does what a user does in the browser: follows the authorization address and says yes as `email`. True
    /// when it was sent back to the program.
    [[nodiscard]] static bool consent(const QUrl &authorization, const QString &email);

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
    QByteArray m_whyNot;
};

/// One request as any program makes it, waited for; redirects are not followed.
struct PlainReply
{
    int status = 0;
    QByteArray body;
    QUrl location;
};
[[nodiscard]] PlainReply plainRequest(const QByteArray &method, const QUrl &url, const QByteArray &body = {},
                                      const QByteArray &contentType = {}, const QByteArray &bearer = {});

} // namespace crema::test
