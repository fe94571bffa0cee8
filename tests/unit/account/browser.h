// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/oauth.h"
#include "async/taskscope.h"

#include <QByteArray>
#include <QTcpSocket>
#include <QUrl>

#include <optional>

namespace crema::test {

/// One connection to this computer, from any program.
class Visitor final
{
public:
    /// Connects; `host` is 127.0.0.1 or ::1.
    explicit Visitor(const QUrl &url);
    Q_DISABLE_COPY_MOVE(Visitor)

    [[nodiscard]] bool isConnected() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    void say(const QByteArray &bytes);
    void hangUp() { m_socket.abort(); }
    /// All that came, once the answer is whole, as a browser reads it, or the other side has closed; hangs up.
    [[nodiscard]] QByteArray heard();

private:
    QTcpSocket m_socket;
};

/// What a browser sends for this address.
[[nodiscard]] QByteArray browserRequest(const QUrl &url, const QByteArray &method = "GET",
                                        const QByteArray &headers = {});
/// Goes there as a browser does and gives the whole answer.
QByteArray visit(const QUrl &url);
/// The status of an answer; 0 for none.
[[nodiscard]] int statusOf(const QByteArray &answer);

/// An authorisation under way, with the user's side in the hands of the test.
class SignIn final
{
public:
    SignIn(net::Client &http, account::OAuthClient client, account::Asking asking,
           std::chrono::milliseconds patience = std::chrono::minutes(1), bool hasBrowser = true);
    Q_DISABLE_COPY_MOVE(SignIn)

    /// Where the browser was sent; empty while it was not.
    [[nodiscard]] const QUrl &opened() const { return m_opened; }
    /// A parameter of it, decoded.
    [[nodiscard]] QString parameter(const QString &name) const;
    /// The address of our receiver with this query and our state.
    [[nodiscard]] QUrl comingBack(const QByteArray &query) const;
    void cancel() { m_stop.request_stop(); }
    [[nodiscard]] Result<account::Grant> result();

private:
    QUrl m_opened;
    std::stop_source m_stop;
    std::optional<Result<account::Grant>> m_result;
    TaskScope m_scope;
};

} // namespace crema::test
