// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QTcpServer>
#include <QUrl>
#include <QVector>

#include <functional>

namespace crema::test {

/// A request as it arrived.
struct Received
{
    QByteArray method;
    QByteArray target; ///< path and query as sent
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
};

/// What the server does with it.
struct Reply
{
    int status = 200;
    QVector<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    QByteArray raw; ///< sent as it is instead of all above
    bool stall = false; ///< says nothing more after what it sent, and keeps the connection
    bool close = false; ///< closes after what it sent, also in the middle
    qint64 announced = -1; ///< Content-Length; the true one unless set
    int afterMs = 0; ///< answers only then

    static Reply json(QByteArray body, int status = 200);
};

/// An HTTP server on this computer that can answer, stall, break off and lie, and records what it got.
class HttpServer final : public QObject
{
    Q_OBJECT
public:
    using Answer = std::function<Reply(const Received &)>;

    HttpServer();

    void setAnswer(Answer answer) { m_answer = std::move(answer); }
    [[nodiscard]] QUrl url(const QString &path = {}) const;
    [[nodiscard]] const QVector<Received> &received() const { return m_received; }
    void clear() { m_received.clear(); }

private:
    void serve();
    void answer(QTcpSocket *socket, const Received &request);
    static void send(QTcpSocket *socket, const Reply &reply);

    QTcpServer m_server;
    Answer m_answer;
    QVector<Received> m_received;
};

} // namespace crema::test
