// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/redirect.h"
#include "async/completion.h"
#include "async/task.h"

#include <QHostAddress>
#include <QSet>
#include <QTcpServer>
#include <QUrl>
#include <QVector>

#include <chrono>
#include <stop_token>

class QTcpSocket;

namespace crema::account {

/// Waits on this computer for the browser to come back from the server (RFC 8252, 7.3): one answer, then the
/// port is closed. Whoever else comes gets a short answer and ends nothing. Lives on one thread.
class LoopbackReceiver final
{
public:
    struct Options
    {
        /// The first that can be listened on is used.
        QVector<QHostAddress> addresses {QHostAddress(QHostAddress::LocalHost),
                                         QHostAddress(QHostAddress::LocalHostIPv6)};
        std::chrono::milliseconds perConnection = std::chrono::seconds(10); ///< until its request is there
    };

    static constexpr qsizetype longestRequest = 16'384;
    static constexpr int mostConnections = 20;

    /// `server` is its name for people, for the page.
    LoopbackReceiver(QByteArray state, QString server);
    LoopbackReceiver(QByteArray state, QString server, Options options);
    ~LoopbackReceiver();
    Q_DISABLE_COPY_MOVE(LoopbackReceiver)

    /// Error{internal} when no port can be had.
    [[nodiscard]] Result<> listen();
    /// "http://127.0.0.1:40123/callback"
    [[nodiscard]] QUrl redirectUri() const;

    /// To be called once: timeout when nobody came in `patience`, cancelled when stopped.
    [[nodiscard]] Task<Result<RedirectAnswer>> answer(std::chrono::milliseconds patience,
                                                      std::stop_token stop);
    /// After answer(): until the browser has its page, or a moment passed.
    [[nodiscard]] Task<Result<>> pageDelivered(std::stop_token stop);

private:
    void accept();
    void watch(QTcpSocket *socket);
    void read(QTcpSocket *socket);
    void send(QTcpSocket *socket, const QByteArray &bytes);
    void turnAway(QTcpSocket *socket, int status);
    void finish(QTcpSocket *socket, const RedirectAnswer &answer);
    /// Not at once: this may be called by the socket itself.
    void drop(QTcpSocket *socket);

    QByteArray m_host;
    QByteArray m_state;
    QString m_serverName;
    Options m_options;
    QVector<QTcpSocket *> m_open; ///< the oldest first
    QSet<QTcpSocket *> m_done; ///< those that have their answer and are not closed yet
    QTcpSocket *m_chosen = nullptr; ///< the one that brought the answer
    Completion<RedirectAnswer> m_answered;
    Completion<> m_delivered;
    QTcpServer m_server; ///< owns the sockets
};

} // namespace crema::account
