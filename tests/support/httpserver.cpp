// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/httpserver.h"

#include <QTcpSocket>
#include <QTimer>

#include <memory>
#include <optional>

using namespace Qt::StringLiterals;

namespace crema::test {

namespace {

/// Takes one whole request off the front of `bytes`; nullopt while it is not complete.
std::optional<Received> takeRequest(QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0) {
        return std::nullopt;
    }
    const QList<QByteArray> lines = bytes.left(end).split('\n');
    const QList<QByteArray> first = lines.first().trimmed().split(' ');
    Received request;
    request.method = first.value(0);
    request.target = first.value(1);
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.insert(line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
    }
    const qsizetype length = request.headers.value("content-length").toLongLong();
    if (bytes.size() < end + 4 + length) {
        return std::nullopt;
    }
    request.body = bytes.mid(end + 4, length);
    bytes.remove(0, end + 4 + length);
    return request;
}

} // namespace

Reply Reply::json(QByteArray body, int status)
{
    Reply reply;
    reply.status = status;
    reply.headers = {{"Content-Type", "application/json"}};
    reply.body = std::move(body);
    return reply;
}

HttpServer::HttpServer()
{
    QObject::connect(&m_server, &QTcpServer::newConnection, this, [this] { serve(); });
    if (!m_server.listen(QHostAddress::LocalHost)) {
        qFatal("The test server cannot listen.");
    }
}

QUrl HttpServer::url(const QString &path) const
{
    return QUrl(u"http://127.0.0.1:%1%2"_s.arg(m_server.serverPort()).arg(path));
}

void HttpServer::serve()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        const auto bytes = std::make_shared<QByteArray>();
        QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        QObject::connect(socket, &QTcpSocket::readyRead, this, [this, socket, bytes] {
            *bytes += socket->readAll();
            while (const auto request = takeRequest(*bytes)) {
                m_received.append(*request);
                answer(socket, *request);
            }
        });
    }
}

void HttpServer::answer(QTcpSocket *socket, const Received &request)
{
    const Reply reply = m_answer ? m_answer(request) : Reply();
    if (reply.afterMs > 0) {
        QTimer::singleShot(reply.afterMs, socket, [socket, reply] { send(socket, reply); });
    } else {
        send(socket, reply);
    }
}

void HttpServer::send(QTcpSocket *socket, const Reply &reply)
{
    QByteArray out = reply.raw;
    const bool silent = out.isEmpty() && reply.status == 0;
    if (out.isEmpty() && !silent) {
        out = "HTTP/1.1 " + QByteArray::number(reply.status) + " X\r\n";
        for (const auto &[name, value] : reply.headers) {
            out += name + ": " + value + "\r\n";
        }
        const qint64 length = reply.announced < 0 ? reply.body.size() : reply.announced;
        out += "Content-Length: " + QByteArray::number(length) + "\r\n\r\n" + reply.body;
    }
    if (!out.isEmpty()) {
        socket->write(out);
        socket->flush();
    }
    if (reply.close) {
        socket->disconnectFromHost();
    }
}

} // namespace crema::test
