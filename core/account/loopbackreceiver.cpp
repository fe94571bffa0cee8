// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/loopbackreceiver.h"

#include "account/pkce.h"

#include <QUrlQuery>

#include <optional>

using namespace Qt::StringLiterals;

namespace crema::account {

namespace {

const QByteArray path = "/oauth/callback";

struct Head
{
    QByteArray method;
    QByteArray target;
    QHash<QByteArray, QByteArrayList> headers; ///< names in lower case
};

std::optional<Head> headFrom(const QByteArray &bytes)
{
    const QByteArrayList lines = bytes.split('\n');
    const QByteArrayList words = lines.constFirst().trimmed().split(' ');
    if (words.size() != 3 || !words[2].startsWith("HTTP/1.")) {
        return std::nullopt;
    }
    Head head {words[0], words[1], {}};
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QByteArray line = lines[i].trimmed();
        const auto colon = line.indexOf(':');
        if (colon > 0) {
            head.headers[line.left(colon).trimmed().toLower()] << line.sliced(colon + 1).trimmed();
        }
    }
    return head;
}

/// The one value of a parameter; nullopt when it is missing or comes twice. Decoded once.
std::optional<QByteArray> parameter(const QByteArray &query, const QByteArray &name)
{
    std::optional<QByteArray> found;
    for (const QByteArray &pair : query.split('&')) {
        const auto equals = pair.indexOf('=');
        if (equals < 0 || QByteArray::fromPercentEncoding(pair.left(equals)) != name) {
            continue;
        }
        if (found) {
            return std::nullopt;
        }
        QByteArray value = pair.sliced(equals + 1);
        value.replace('+', ' ');
        found = QByteArray::fromPercentEncoding(value);
    }
    return found;
}

/// A browser that only looks ahead: the user did not come.
bool isPrefetch(const Head &head)
{
    for (const char *name : {"sec-purpose", "purpose", "x-purpose", "x-moz"}) {
        for (const QByteArray &value : head.headers.value(name)) {
            const QByteArray word = value.toLower();
            if (word.contains("prefetch") || word.contains("preview") || word.contains("prerender")) {
                return true;
            }
        }
    }
    return false;
}

} // namespace

LoopbackReceiver::LoopbackReceiver(QByteArray state, QObject *parent)
    : QObject(parent), m_state(std::move(state))
{
    m_server.setMaxPendingConnections(maxConnections);
    connect(&m_server, &QTcpServer::newConnection, this, &LoopbackReceiver::accept);
}

bool LoopbackReceiver::listen()
{
    return m_server.listen(QHostAddress::LocalHost, 0) || m_server.listen(QHostAddress::LocalHostIPv6, 0);
}

QUrl LoopbackReceiver::redirectUri() const
{
    QUrl uri;
    uri.setScheme(u"http"_s);
    uri.setHost(m_server.serverAddress().toString());
    uri.setPort(m_server.serverPort());
    uri.setPath(QString::fromLatin1(path));
    return uri;
}

void LoopbackReceiver::giveUp(const Error &error)
{
    if (m_isDone) {
        return;
    }
    m_isDone = true;
    m_server.close();
    (void)m_answer.complete(std::unexpected(error));
}

void LoopbackReceiver::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        if (m_open.size() >= maxConnections) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        m_open.insert(socket, {});
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_open.remove(socket);
            socket->deleteLater();
        });
        auto *patience = new QTimer(socket);
        patience->setSingleShot(true);
        connect(patience, &QTimer::timeout, socket, &QTcpSocket::abort);
        patience->start(requestTime);
    }
}

void LoopbackReceiver::read(QTcpSocket *socket)
{
    const auto open = m_open.find(socket);
    if (open == m_open.end()) {
        return;
    }
    *open += socket->read(maxRequestBytes + 1 - open->size());
    if (open->size() > maxRequestBytes) {
        reply(socket, 431, "Request Header Fields Too Large");
        return;
    }
    const auto end = open->indexOf("\r\n\r\n");
    if (end >= 0) {
        const QByteArray head = open->left(end);
        serve(socket, head);
    }
}

bool LoopbackReceiver::isOurHost(const QByteArray &host) const
{
    const QUrl uri = redirectUri();
    return host == uri.authority(QUrl::FullyEncoded).toLatin1();
}

void LoopbackReceiver::serve(QTcpSocket *socket, const QByteArray &bytes)
{
    const auto head = headFrom(bytes);
    if (!head) {
        reply(socket, 400, "Bad Request");
        return;
    }
    const QByteArrayList hosts = head->headers.value("host");
    if (hosts.size() != 1 || !isOurHost(hosts.constFirst())) {
        reply(socket, 400, "Bad Request"); // somebody made another name point here
        return;
    }
    const auto question = head->target.indexOf('?');
    const QByteArray target = question < 0 ? head->target : head->target.left(question);
    if (target != path) {
        reply(socket, 404, "Not Found");
        return;
    }
    if (head->method != "GET") {
        reply(socket, 405, "Method Not Allowed");
        return;
    }
    if (isPrefetch(*head)) {
        reply(socket, 503, "Service Unavailable");
        return;
    }
    const QByteArray query = question < 0 ? QByteArray() : head->target.sliced(question + 1);
    const auto state = parameter(query, "state");
    if (m_isDone || !state || !isSame(*state, m_state)) {
        reply(socket, 400, "Bad Request");
        return;
    }
    const auto code = parameter(query, "code");
    const auto error = parameter(query, "error");
    const bool hasCode = code && !code->isEmpty();
    const bool hasError = error && !error->isEmpty();
    if (hasCode == hasError) {
        reply(socket, 400, "Bad Request");
        return;
    }
    finish(socket,
           {hasCode ? QString::fromUtf8(*code) : QString(),
            hasError ? QString::fromUtf8(*error) : QString()});
}

void LoopbackReceiver::finish(QTcpSocket *socket, const Redirected &redirected)
{
    m_isDone = true;
    m_server.close(); // the socket that was accepted lives on until its page has left
    // The page goes out on its own: whoever waits for the answer may destroy the receiver at once.
    socket->disconnect(this);
    m_open.remove(socket);
    socket->setParent(nullptr);
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    reply(socket, 200, "OK", receivedPage(redirected.error.isEmpty()));
    (void)m_answer.complete(redirected);
}

void LoopbackReceiver::reply(QTcpSocket *socket, int status, const QByteArray &reason, const QByteArray &body)
{
    const QByteArray page = body.isEmpty() ? reason + "\n" : body;
    const QByteArray type = body.isEmpty() ? "text/plain" : "text/html";
    socket->write("HTTP/1.1 " + QByteArray::number(status) + ' ' + reason + "\r\nContent-Type: " + type
                  + "; charset=utf-8\r\nContent-Length: " + QByteArray::number(page.size())
                  + "\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer\r\nX-Content-Type-Options: "
                    "nosniff\r\nContent-Security-Policy: default-src 'none'; style-src "
                    "'unsafe-inline'\r\nConnection: close\r\n\r\n"
                  + page);
    socket->disconnectFromHost(); // once all of it was written
}

} // namespace crema::account
