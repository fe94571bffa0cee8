// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/gmailerrors.h"

#include "base/json.h"
#include "mail/gmail.h"
#include "net/failures.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::mail {

namespace {

constexpr auto missingScope = "gmail: missing scope"_L1;
constexpr auto dailyLimit = "gmail: daily limit"_L1;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crema::mail)
};

/// What Google's error body says (https://cloud.google.com/apis/design/errors); both its older and newer
/// forms.
struct Said
{
    QStringList reasons;
    QString message;

    [[nodiscard]] bool has(QLatin1StringView reason) const { return reasons.contains(reason); }
};

Said saidIn(const QByteArray &body)
{
    Said said;
    const auto json = parseJson(body);
    if (!json) {
        return said;
    }
    const Json &error = member(*json, "error");
    said.message = textAt(error, "message");
    for (const Json &one : arrayAt(error, "errors")) {
        said.reasons << textAt(one, "reason");
    }
    for (const Json &one : arrayAt(error, "details")) {
        said.reasons << textAt(one, "reason");
    }
    return said;
}

Error errorOf(ErrorKind kind, const QString &text)
{
    return {kind, text, {}, {}, 0};
}

Error forbidden(const Said &said, const QString &account)
{
    if (said.has("insufficientPermissions"_L1) || said.has("ACCESS_TOKEN_SCOPE_INSUFFICIENT"_L1)) {
        Error error = errorOf(
                ErrorKind::forbidden,
                Tr::tr("%1 was connected without a permission that this needs. Connect it again and "
                       "leave all boxes ticked.")
                        .arg(account));
        error.detail = missingScope;
        return error;
    }
    if (said.has("userRateLimitExceeded"_L1) || said.has("rateLimitExceeded"_L1)
        || said.has("quotaExceeded"_L1)) {
        return errorOf(ErrorKind::rateLimited,
                       Tr::tr("Gmail takes no more requests for %1 at the moment.").arg(account));
    }
    if (said.has("dailyLimitExceeded"_L1)) {
        Error error = errorOf(ErrorKind::rateLimited,
                              Tr::tr("Gmail takes nothing more from this installation of Crema today."));
        error.detail = dailyLimit;
        return error;
    }
    if (said.has("accessNotConfigured"_L1) || said.has("SERVICE_DISABLED"_L1)) {
        return errorOf(
                ErrorKind::forbidden,
                Tr::tr("The Gmail API is not switched on for this installation's Google project; whoever "
                       "set it up has to enable it."));
    }
    if (said.has("domainPolicy"_L1)) {
        return errorOf(ErrorKind::forbidden,
                       Tr::tr("The organisation of %1 does not let Crema use its mailboxes.").arg(account));
    }
    return errorOf(ErrorKind::forbidden, Tr::tr("Gmail does not allow this for %1.").arg(account));
}

Error limited(const Said &said, const QString &account)
{
    Error error = errorOf(ErrorKind::rateLimited,
                          Tr::tr("Gmail takes no more requests for %1 at the moment.").arg(account));
    if (said.message.contains("mail sending"_L1, Qt::CaseInsensitive)
        || said.message.contains("sending limit"_L1, Qt::CaseInsensitive)
        || said.has("dailyLimitExceeded"_L1)) {
        error.text = Tr::tr("%1 has sent as many emails as Gmail allows in a day; it may take until tomorrow "
                            "before it sends again.")
                             .arg(account);
        error.detail = dailyLimit;
    }
    return error;
}

Error refused(const Said &said, const QString &account)
{
    if (said.has("failedPrecondition"_L1)) {
        return errorOf(
                ErrorKind::forbidden,
                Tr::tr("%1 has no Gmail mailbox: mail is not switched on for this account.").arg(account));
    }
    const QString words = said.message.left(200);
    return errorOf(ErrorKind::rejectedInput,
                   words.isEmpty() ? Tr::tr("Gmail did not accept the message.")
                                   : Tr::tr("Gmail did not accept the message: %1").arg(words));
}

Error meaningOf(const net::Response &response, const net::Request &request, const QString &account)
{
    const Said said = saidIn(response.body);
    switch (response.status) {
    case 400:
        return refused(said, account);
    case 401:
        return errorOf(ErrorKind::unauthorised, connectAgain(account));
    case 403:
        return forbidden(said, account);
    case 404:
    case 410:
        return errorOf(ErrorKind::notFound, Tr::tr("It is no longer in the mailbox %1.").arg(account));
    case 413:
        return errorOf(ErrorKind::rejectedInput,
                       Tr::tr("The email is larger than Gmail takes. Attach a smaller file."));
    case 429:
        return limited(said, account);
    default:
        return *net::statusError(response, request);
    }
}

} // namespace

QString connectAgain(const QString &account)
{
    return Tr::
            tr("Gmail no longer accepts the connection of %1. Connect it again under Settings, Connections; "
               "nothing was lost.")
                    .arg(account);
}

std::optional<Error> gmailError(const net::Response &response, const net::Request &request,
                                const QString &account, Effect effect)
{
    const auto status = net::statusError(response, request);
    if (!status) {
        return std::nullopt;
    }
    Error error = meaningOf(response, request, account);
    error.httpStatus = response.status;
    error.retryAfter = status->retryAfter;
    if (error.detail.isEmpty()) {
        error.detail = status->detail;
    }
    // A fault on the way back says nothing about what was done before it.
    if (effect == Effect::changes && (response.status >= 500 || response.status == 408)) {
        net::markArrived(error);
    }
    return error;
}

Error unreadable(const net::Request &request, Effect effect)
{
    Error error = errorOf(ErrorKind::badAnswer,
                          Tr::tr("Gmail answered with something that is not understood."));
    error.detail = net::inShort(request);
    if (effect == Effect::changes) {
        net::markArrived(error);
    }
    return error;
}

bool isMissingScope(const Error &error)
{
    return error.detail == missingScope;
}

bool isDailyLimit(const Error &error)
{
    return error.detail == dailyLimit;
}

bool mayHaveArrived(const Error &error)
{
    return net::mayHaveArrived(error);
}

} // namespace crema::mail
