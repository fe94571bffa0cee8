// SPDX-License-Identifier: GPL-3.0-or-later
#include "account/oautherrors.h"

#include "base/json.h"
#include "net/failures.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace crema::account {

namespace {

constexpr qint64 wrongBySeconds = 5 * 60;

QString tr(const char *text)
{
    return QCoreApplication::translate("account", text);
}

Error errorOf(ErrorKind kind, const QString &text, const QString &detail)
{
    return {kind, text, detail, {}, 0};
}

} // namespace

Error redirectError(const QString &word, const QString &server)
{
    const QString detail = u"authorization: "_s + word.left(100);
    if (word == "access_denied"_L1) {
        return errorOf(
                ErrorKind::forbidden,
                tr("The permission was not given in the browser; nothing was connected. Should %1 have "
                   "refused it by itself, the account may not be among those this installation is open "
                   "for.")
                        .arg(server),
                detail);
    }
    if (word == "admin_policy_enforced"_L1 || word == "org_internal"_L1) {
        return errorOf(
                ErrorKind::forbidden,
                tr("The organisation of this account does not allow it; its administrator can. Nothing was "
                   "connected."),
                detail);
    }
    if (word == "disallowed_useragent"_L1) {
        return errorOf(
                ErrorKind::forbidden,
                tr("%1 does not accept this browser. Make another one the system's default and try again.")
                        .arg(server),
                detail);
    }
    if (word == "server_error"_L1 || word == "temporarily_unavailable"_L1) {
        return errorOf(
                ErrorKind::badAnswer,
                tr("%1 has a fault at the moment; nothing was connected. Try again later.").arg(server),
                detail);
    }
    if (word == "invalid_client"_L1 || word == "unauthorized_client"_L1 || word == "deleted_client"_L1
        || word == "redirect_uri_mismatch"_L1 || word == "invalid_request"_L1 || word == "invalid_scope"_L1
        || word == "unsupported_response_type"_L1) {
        return errorOf(
                ErrorKind::unauthorised,
                tr("%1 does not accept this installation of Crema (%2): its client id is not set up as a "
                   "desktop app. Nothing was connected.")
                        .arg(server, word),
                detail);
    }
    return errorOf(ErrorKind::badAnswer,
                   tr("%1 ended the sign-in with \"%2\"; nothing was connected.").arg(server, word.left(100)),
                   detail);
}

bool isClockWrong(const net::Response &response)
{
    const QDateTime there = QDateTime::fromString(QString::fromLatin1(response.header("date")),
                                                  Qt::RFC2822Date);
    return there.isValid() && response.at.isValid() && std::abs(there.secsTo(response.at)) > wrongBySeconds;
}

std::optional<Error> tokenError(const net::Response &response, const net::Request &request,
                                const QString &server, bool renewing)
{
    auto status = net::statusError(response, request);
    if (!status) {
        return std::nullopt;
    }
    const auto json = parseJson(response.body);
    const QString word = json ? textAt(*json, "error") : QString();
    Error error = *status;
    error.detail += u" error="_s + word.left(60);
    if (word == "invalid_grant"_L1) {
        error.kind = ErrorKind::unauthorised;
        if (isClockWrong(response)) {
            error.text =
                    tr("%1 did not accept the sign-in, and this computer's clock is wrong by more than five "
                       "minutes. Set date and time, then try again.")
                            .arg(server);
        } else {
            error.text = renewing
                    ? tr("The connection to %1 has ended: it was revoked, not used for long, or the password "
                         "changed. Connect the account again; nothing was lost.")
                              .arg(server)
                    : tr("%1 did not accept the answer of the browser any more. Try again.").arg(server);
        }
    } else if (word == "invalid_client"_L1 || word == "unauthorized_client"_L1) {
        error.kind = ErrorKind::unauthorised;
        error.text = tr("%1 does not know this installation of Crema: its client id or secret is wrong.")
                             .arg(server);
    } else if (word == "invalid_scope"_L1 || word == "invalid_request"_L1
               || word == "unsupported_grant_type"_L1) {
        error.kind = ErrorKind::rejectedInput;
        error.text = tr("%1 did not accept the sign-in (%2).").arg(server, word);
    }
    return error;
}

} // namespace crema::account
