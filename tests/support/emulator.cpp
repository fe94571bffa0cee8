// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/emulator.h"

#include "support/spin.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QStandardPaths>
#include <QTcpServer>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace crema::test {

namespace {

QString program()
{
    const QString peers = qEnvironmentVariable("CREMA_PEERS", QStringLiteral(CREMA_PEERS_DIR));
    const QString own = peers + "/node_modules/.bin/emulate"_L1;
    return QFile::exists(own) ? own : QStandardPaths::findExecutable(u"emulate"_s);
}

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost, 0) ? server.serverPort() : 0;
}

bool answers(const QUrl &url)
{
    return plainRequest("GET", url).status != 0;
}

} // namespace

PlainReply plainRequest(const QByteArray &method, const QUrl &url, const QByteArray &body,
                        const QByteArray &contentType, const QByteArray &bearer)
{
    QNetworkAccessManager network;
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setTransferTimeout(10'000);
    if (!contentType.isEmpty()) {
        request.setHeader(QNetworkRequest::ContentTypeHeader, contentType);
    }
    if (!bearer.isEmpty()) {
        request.setRawHeader("Authorization", "Bearer " + bearer);
    }
    const std::unique_ptr<QNetworkReply> reply(network.sendCustomRequest(request, method, body));
    if (!spinUntil([&] { return reply->isFinished(); })) {
        return {};
    }
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll(),
            url.resolved(reply->header(QNetworkRequest::LocationHeader).toUrl())};
}

GoogleEmulator::GoogleEmulator(const QByteArray &seed)
{
    const QString path = program();
    if (path.isEmpty()) {
        m_whyNot = "The emulator of Google's services is not here. With Node 20 and npm, ./dev test installs "
                   "it; by "
                   "hand: npm install --prefix build/peers emulate@0.8.0";
        return;
    }
    const quint16 port = freePort();
    QStringList arguments {u"start"_s,
                           u"--service"_s,
                           u"google"_s,
                           u"--port"_s,
                           QString::number(port),
                           u"--base-url"_s,
                           u"http://127.0.0.1:%1"_s.arg(port)};
    if (!seed.isEmpty()) {
        QFile file(m_folder.filePath(u"seed.yaml"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(seed) != seed.size()) {
            m_whyNot = "The seed of the emulator cannot be written.";
            return;
        }
        arguments << u"--seed"_s << file.fileName();
    }
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setWorkingDirectory(m_folder.path());
    m_process.start(path, arguments);
    const QUrl address(u"http://127.0.0.1:%1/"_s.arg(port));
    const bool up = m_process.waitForStarted()
            && spinUntil([&] { return m_process.state() != QProcess::Running || answers(address); });
    if (!up || m_process.state() != QProcess::Running) {
        m_whyNot = "The emulator of Google's services did not start: " + m_process.readAll().left(500);
        return;
    }
    m_port = port;
}

GoogleEmulator::~GoogleEmulator()
{
    m_process.kill();
    m_process.waitForFinished();
}

QUrl GoogleEmulator::url(const QString &path) const
{
    return QUrl(u"http://127.0.0.1:%1%2"_s.arg(m_port).arg(path));
}

bool GoogleEmulator::consent(const QUrl &authorization, const QString &email)
{
    if (plainRequest("GET", authorization).status != 200) {
        return false;
    }
    const QUrlQuery asked(authorization);
    QByteArrayList form {"email=" + QUrl::toPercentEncoding(email)};
    for (const char *name : {"redirect_uri", "scope", "state", "client_id", "nonce", "code_challenge",
                             "code_challenge_method"}) {
        const QString value = asked.queryItemValue(QString::fromLatin1(name), QUrl::FullyDecoded);
        form << QByteArray(name) + '=' + QUrl::toPercentEncoding(value);
    }
    QUrl callback = authorization;
    callback.setQuery(QString());
    callback.setPath(authorization.path() + "/callback"_L1);
    const PlainReply back = plainRequest("POST", callback, form.join('&'),
                                         "application/x-www-form-urlencoded");
    return back.status == 302 && plainRequest("GET", back.location).status == 200;
}

} // namespace crema::test
