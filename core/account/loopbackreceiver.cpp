// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/loopbackreceiver.h"

#include "account/answerpage.h"

#include <QPointer>
#include <QTcpSocket>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace crema::account {

namespace {

const QByteArray callbackPath = "/callback";
/// How long a socket stays for a reader after all was written; a browser closes it by itself.
constexpr auto lingering = 400ms;

QByteArray hostHeader(const QHostAddress &address, quint16 port)
{
    const QString host = address.protocol() == QAbstractSocket::IPv6Protocol
            ? u"[%1]"_s.arg(address.toString())
            : address.toString();
    return (host + u':' + QString::number(port)).toLatin1();
}

} // namespace

LoopbackReceiver::LoopbackReceiver(QByteArray state, QString server)
    : LoopbackReceiver(std::move(state), std::move(server), Options())
{
}

LoopbackReceiver::LoopbackReceiver(QByteArray state, QString server, Options options)
    : m_state(std::move(state)), m_serverName(std::move(server)), m_options(std::move(options))
{
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { accept(); });
}

LoopbackReceiver::~LoopbackReceiver()
{
    // The sockets go with the server and would tell of it.
    for (QTcpSocket *socket : m_server.findChildren<QTcpSocket *>()) {
        socket->disconnect();
    }
}

Result<> LoopbackReceiver::listen()
{
    for (const QHostAddress &address : m_options.addresses) {
        if (m_server.listen(address)) {
            m_host = hostHeader(m_server.serverAddress(), m_server.serverPort());
            return {};
        }
    }
    return failure(ErrorKind::internal,
                   u"Crema cannot wait for the browser's answer: no port of this computer could be opened."_s,
                   m_server.errorString());
}

QUrl LoopbackReceiver::redirectUri() const
{
    return QUrl(u"http://"_s + QString::fromLatin1(m_host + callbackPath));
}

Task<Result<RedirectAnswer>> LoopbackReceiver::answer(std::chrono::milliseconds patience,
                                                      std::stop_token stop)
{
    const auto answered = m_answered;
    QTimer timer;
    timer.setSingleShot(true);
    const QString late =
            u"Nobody answered in the browser in time. Nothing was connected; try again when you like."_s;
    QObject::connect(&timer, &QTimer::timeout, &timer,
                     [answered, late] { answered.complete(failure(ErrorKind::timeout, late)); });
    const std::stop_callback onStop(std::move(stop), [answered] {
        answered.complete(failure(ErrorKind::cancelled, u"Connecting the account was cancelled."_s));
    });
    timer.start(patience);
    auto result = co_await answered.future();
    m_server.close();
    co_return result;
}

Task<Result<>> LoopbackReceiver::pageDelivered(std::stop_token stop)
{
    const auto delivered = m_delivered;
    const std::stop_callback onStop(std::move(stop), [delivered] { delivered.complete({}); });
    co_return co_await delivered.future();
}

void LoopbackReceiver::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        // Who has said nothing for longest gives way: a scan cannot keep the browser out.
        if (m_open.size() >= mostConnections) {
            drop(m_open.first());
        }
        m_open.append(socket);
        watch(socket);
    }
}

void LoopbackReceiver::watch(QTcpSocket *socket)
{
    socket->setReadBufferSize(longestRequest + 1);
    QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { read(socket); });
    QObject::connect(socket, &QTcpSocket::disconnected, socket, [this, socket] { drop(socket); });
    QTimer::singleShot(m_options.perConnection, socket, [this, socket] { drop(socket); });
    if (socket->bytesAvailable() > 0) {
        read(socket);
    } else if (socket->state() != QAbstractSocket::ConnectedState) {
        drop(socket);
    }
}

void LoopbackReceiver::drop(QTcpSocket *socket)
{
    if (!m_open.removeOne(socket)) {
        return;
    }
    m_done.remove(socket);
    socket->disconnect();
    socket->abort();
    socket->deleteLater();
    if (socket == m_chosen) {
        m_delivered.complete({});
    }
}

void LoopbackReceiver::read(QTcpSocket *socket)
{
    if (m_done.contains(socket)) {
        socket->readAll(); // what is left unread when it is closed would cut the page off
        return;
    }
    const QByteArray bytes = socket->peek(longestRequest + 1);
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0) {
        if (bytes.size() > longestRequest) {
            turnAway(socket, 431);
        }
        return;
    }
    socket->readAll();
    const Verdict verdict = judged(bytes.left(end), {m_host, callbackPath, m_state});
    if (verdict.answer) {
        finish(socket, *verdict.answer);
    } else {
        turnAway(socket, verdict.status);
    }
}

void LoopbackReceiver::turnAway(QTcpSocket *socket, int status)
{
    send(socket, shortAnswer(status));
}

void LoopbackReceiver::send(QTcpSocket *socket, const QByteArray &bytes)
{
    m_done.insert(socket);
    socket->readAll();
    socket->write(bytes);
    socket->flush(); // small enough for the system to take whole
    QTimer::singleShot(lingering, socket, [this, socket] { drop(socket); });
}

void LoopbackReceiver::finish(QTcpSocket *socket, const RedirectAnswer &answer)
{
    m_server.close();
    for (QTcpSocket *other : QVector<QTcpSocket *>(m_open)) {
        if (other != socket) {
            drop(other);
        }
    }
    m_chosen = socket;
    send(socket, answerPage(answer, m_serverName));
    m_answered.complete(answer);
}

} // namespace crema::account
