// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/standin.h"

#include "support/support.h"

#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace crema::test {

namespace {

constexpr int patienceMs = 20000; // a net for broken code

} // namespace

StandIn::StandIn(const QString &script)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    // -B: leaves no __pycache__ in the tree
    m_process.start(u"/usr/bin/python3"_s, {u"-B"_s, fixture(u"../support/"_s + script)});
    if (m_process.waitForStarted(patienceMs) && m_process.waitForReadyRead(patienceMs)) {
        m_port = m_process.readLine().trimmed().toUShort();
    }
}

StandIn::~StandIn()
{
    m_process.kill();
    m_process.waitForFinished(patienceMs);
}

QUrl StandIn::url(const QString &path) const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_port) + path);
}

Json StandIn::control(const Json &change)
{
    const QByteArray body = toBytes(change);
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, m_port);
    socket.waitForConnected(patienceMs);
    socket.write("POST /_control HTTP/1.1\r\nHost: vendor\r\nConnection: close\r\nContent-Length: "
                 + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    while (socket.state() == QAbstractSocket::ConnectedState && socket.waitForReadyRead(patienceMs)) { }
    const QByteArray answer = socket.readAll();
    return parseJson(answer.mid(answer.indexOf("\r\n\r\n") + 4)).value_or(Json());
}

} // namespace crema::test
