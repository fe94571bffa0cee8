// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/emulator.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QFileInfo>
#include <QHostAddress>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrlQuery>

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/prctl.h>
#endif

using namespace Qt::StringLiterals;

namespace crema::test {

namespace {

constexpr int patienceMs = 30000; // a net for broken code and busy computers
constexpr int mostStarts = 3;

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
}

EmulatorAnswer parsed(const QByteArray &bytes)
{
    EmulatorAnswer answer;
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0) {
        return answer;
    }
    const QList<QByteArray> lines = bytes.left(end).split('\n');
    answer.status = lines.first().trimmed().split(' ').value(1).toInt();
    for (const QByteArray &line : lines) {
        if (line.toLower().startsWith("location:")) {
            answer.location = line.mid(9).trimmed();
        }
    }
    answer.body = bytes.mid(end + 4);
    return answer;
}

} // namespace

Emulator::Emulator(const QString &seed)
{
    QFile file(m_folder.filePath(u"seed.yaml"_s));
    if (!isInstalled() || !file.open(QIODevice::WriteOnly)) {
        return;
    }
    file.write(seed.toUtf8());
    file.close();
#ifdef Q_OS_LINUX
    // A test that crashes leaves no server behind.
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
#endif
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardOutputFile(m_folder.filePath(u"log"_s));
    // Somebody else may take the port between asking for it and the start.
    for (int i = 0; i < mostStarts && m_port == 0; ++i) {
        const quint16 port = freePort();
        if (start(port)) {
            m_port = port;
        } else {
            stop();
        }
    }
}

Emulator::~Emulator()
{
    stop();
}

void Emulator::stop()
{
    m_process.kill();
    m_process.waitForFinished(patienceMs);
}

QString Emulator::program()
{
    QString peers = qEnvironmentVariable("CREMA_PEERS");
    if (peers.isEmpty()) {
        peers = QStringLiteral(CREMA_BUILT_PEERS);
    }
    const QString own = peers + u"/node_modules/.bin/emulate"_s;
    const bool isThere = QFileInfo(own).isExecutable();
    if (QStandardPaths::findExecutable(u"node"_s).isEmpty()) {
        return {};
    }
    return isThere ? own : QStandardPaths::findExecutable(u"emulate"_s);
}

QByteArray Emulator::howToGet()
{
    return "skipped: the Google emulator is not installed. With Node.js 20 or later: npm install --prefix "
           "build/peers emulate@0.8.0 (./dev test does it)";
}

bool Emulator::start(quint16 port)
{
    const QString number = QString::number(port);
    m_process.start(program(),
                    {u"start"_s, u"--service"_s, u"google"_s, u"--port"_s, number, u"--base-url"_s,
                     u"http://127.0.0.1:"_s + number, u"--seed"_s, m_folder.filePath(u"seed.yaml"_s)});
    if (!m_process.waitForStarted(patienceMs)) {
        return false;
    }
    const QDeadlineTimer deadline(patienceMs);
    while (!deadline.hasExpired()) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        if (socket.waitForConnected(1000)) {
            return true;
        }
        if (m_process.waitForFinished(50)) { // it never said why: the port was taken, the seed is broken
            return false;
        }
    }
    return false;
}

QByteArray Emulator::log() const
{
    QFile file(m_folder.filePath(u"log"_s));
    return "the emulator does not run: " + (file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
}

QUrl Emulator::url(const QString &path) const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_port) + path);
}

EmulatorAnswer Emulator::request(const QByteArray &method, const QString &target, const QByteArray &token,
                                 const QByteArray &body, const QByteArray &contentType) const
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
    if (!socket.waitForConnected(patienceMs)) {
        return {};
    }
    // HTTP/1.0: the answer comes in one piece and ends with the connection.
    QByteArray head = method + ' ' + target.toLatin1()
            + " HTTP/1.0\r\nHost: 127.0.0.1:" + QByteArray::number(m_port) + "\r\n";
    if (!token.isEmpty()) {
        head += "Authorization: Bearer " + token + "\r\n";
    }
    if (!body.isEmpty()) {
        head += "Content-Type: " + contentType + "\r\n";
    }
    socket.write(head + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    while (socket.state() == QAbstractSocket::ConnectedState && socket.waitForReadyRead(patienceMs)) { }
    return parsed(socket.readAll());
}

QUrl Emulator::consent(const QUrl &authUrl, const QString &email) const
{
    // The page is asked for first, as a browser does: its server may refuse there.
    const QString target = authUrl.path() + u'?' + authUrl.query(QUrl::FullyEncoded);
    if (request("GET", target).status != 200) {
        return {};
    }
    const QUrlQuery query(authUrl);
    QByteArray form = "email=" + QUrl::toPercentEncoding(email);
    for (const char *name : {"redirect_uri", "scope", "state", "client_id", "nonce", "code_challenge",
                             "code_challenge_method"}) {
        form += '&' + QByteArray(name) + '='
                + QUrl::toPercentEncoding(
                        query.queryItemValue(QString::fromLatin1(name), QUrl::FullyDecoded));
    }
    const EmulatorAnswer answer = request("POST", authUrl.path() + u"/callback"_s, {}, form,
                                          "application/x-www-form-urlencoded");
    return answer.status == 302 ? QUrl::fromEncoded(answer.location) : QUrl();
}

} // namespace crema::test
