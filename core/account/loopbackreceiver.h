// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/completion.h"

#include <QHash>
#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

#include <chrono>

namespace crema::account {

/// What the browser brought back.
struct Redirected
{
    QString code;
    QString error; ///< of the server ("access_denied"); empty with a code
};

/// Waits on 127.0.0.1, at a port the system chooses, for the one request with which the user's browser comes
/// back from an authorization server (RFC 8252, 7.3), and answers it with a page.
///
/// Only a GET of the exact path, with our host and port in its Host header and with our state, once, counts.
/// Everything else (another path or host, a wrong state, a prefetch, a favicon, a request that is too large
/// or too slow) is answered shortly or dropped, and the wait goes on. With the answer the port is closed.
class LoopbackReceiver final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype maxRequestBytes = 16 * 1024;
    static constexpr auto requestTime = std::chrono::seconds(10);
    static constexpr int maxConnections = 20; ///< at the same time

    /// `state` is what comes back with the answer.
    explicit LoopbackReceiver(QByteArray state, QObject *parent = nullptr);

    /// False when this computer lets nobody listen on its loopback address.
    [[nodiscard]] bool listen();
    [[nodiscard]] QUrl redirectUri() const;
    /// Await once. The address of the receiver is good until it comes.
    [[nodiscard]] CompletionFuture<Redirected> answer() const { return m_answer.future(); }
    /// Closes the port; the answer is this error.
    void giveUp(const Error &error);

private:
    void accept();
    void read(QTcpSocket *socket);
    void serve(QTcpSocket *socket, const QByteArray &head);
    void reply(QTcpSocket *socket, int status, const QByteArray &reason, const QByteArray &body = {});
    [[nodiscard]] bool isOurHost(const QByteArray &host) const;
    void finish(QTcpSocket *socket, const Redirected &redirected);

    QByteArray m_state;
    QTcpServer m_server;
    QHash<QTcpSocket *, QByteArray> m_open;
    Completion<Redirected> m_answer;
    bool m_isDone = false;
};

/// The page that the browser shows at the end.
[[nodiscard]] QByteArray receivedPage(bool granted);

} // namespace crema::account
