// SPDX-License-Identifier: GPL-3.0-or-later
#include "browser.h"

#include "support/spin.h"

#include <QHostAddress>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace crema::test {

namespace {

/// As long as it says it is.
bool isWhole(const QByteArray &answer)
{
    const qsizetype end = answer.indexOf("\r\n\r\n");
    const QByteArray name = "\r\nContent-Length: ";
    const qsizetype at = answer.indexOf(name);
    if (end < 0 || at < 0 || at > end) {
        return false;
    }
    const qsizetype from = at + name.size();
    return answer.size() - end - 4 >= answer.mid(from, answer.indexOf('\r', from) - from).toLongLong();
}

} // namespace

Visitor::Visitor(const QUrl &url)
{
    m_socket.connectToHost(QHostAddress(url.host()), static_cast<quint16>(url.port()));
    (void)spinUntil([this] {
        return m_socket.state() == QAbstractSocket::ConnectedState
                || m_socket.state() == QAbstractSocket::UnconnectedState;
    });
}

void Visitor::say(const QByteArray &bytes)
{
    m_socket.write(bytes);
    m_socket.flush();
}

QByteArray Visitor::heard()
{
    (void)spinUntil([this] {
        return m_socket.state() == QAbstractSocket::UnconnectedState
                || isWhole(m_socket.peek(m_socket.bytesAvailable()));
    });
    const QByteArray answer = m_socket.readAll();
    hangUp();
    return answer;
}

QByteArray browserRequest(const QUrl &url, const QByteArray &method, const QByteArray &headers)
{
    return method + ' ' + url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority) + " HTTP/1.1\r\nHost: "
            + url.authority().toLatin1() + "\r\nAccept: text/html\r\n" + headers + "\r\n";
}

QByteArray visit(const QUrl &url)
{
    Visitor visitor(url);
    visitor.say(browserRequest(url));
    return visitor.heard();
}

int statusOf(const QByteArray &answer)
{
    return answer.startsWith("HTTP/1.1 ") ? answer.mid(9, 3).toInt() : 0;
}

SignIn::SignIn(net::Client &http, account::OAuthClient client, account::Asking asking,
               std::chrono::milliseconds patience, bool hasBrowser)
{
    const account::BrowserOpener open = [this, hasBrowser](const QUrl &url) {
        m_opened = url;
        return hasBrowser;
    };
    m_scope.launch(account::authorise(&http, std::move(client), std::move(asking), open, m_stop.get_token(),
                                      patience),
                   [this](Result<account::Grant> result) { m_result.emplace(std::move(result)); });
}

QString SignIn::parameter(const QString &name) const
{
    return QUrlQuery(m_opened).queryItemValue(name, QUrl::FullyDecoded);
}

QUrl SignIn::comingBack(const QByteArray &query) const
{
    return QUrl::fromEncoded(parameter(u"redirect_uri"_s).toLatin1()
                             + "?state=" + parameter(u"state"_s).toLatin1() + '&' + query);
}

Result<account::Grant> SignIn::result()
{
    if (!spinUntil([this] { return m_result.has_value(); })) {
        return failure(ErrorKind::internal, u"The authorisation under test did not finish."_s);
    }
    return *m_result;
}

} // namespace crema::test
