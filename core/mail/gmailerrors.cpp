// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/gmailerrors.h"

#include "base/json.h"
#include "mail/gmail.h"
#include "net/failures.h"
#include "net/redaction.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace crema::mail {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crema::mail)
};

const QString missingScopeMark = u"[missing scope] "_s; ///< in front of `detail`
const QString dailyLimitMark = u"[daily limit] "_s;

/// Google's error object, in lower case.
struct Complaint
{
    QStringList reasons; ///< "ratelimitexceeded", "access_token_scope_insufficient", "failed_precondition"
    QString message;

    [[nodiscard]] bool hasReason(const QString &reason) const { return reasons.contains(reason); }
    [[nodiscard]] bool says(const QString &words) const { return message.contains(words); }
};

Complaint complaintOf(const net::Response &response)
{
    Complaint complaint;
    const Result<Json> json = parseJson(response.body);
    if (!json) {
        return complaint;
    }
    const Json &error = member(*json, "error");
    if (error.is_string()) { // the form of OAuth
        complaint.reasons << textOf(error).toLower();
        return complaint;
    }
    for (const char *list : {"errors", "details"}) {
        for (const Json &item : arrayAt(error, list)) {
            complaint.reasons << textAt(item, "reason").toLower();
        }
    }
    complaint.reasons << textAt(error, "status").toLower();
    complaint.message = textAt(error, "message").toLower();
    return complaint;
}

bool isScope(const net::Response &response, const Complaint &complaint)
{
    return complaint.hasReason(u"insufficientpermissions"_s)
            || complaint.hasReason(u"access_token_scope_insufficient"_s)
            || complaint.says(u"metadata scope"_s)
            || response.header("www-authenticate").contains("insufficient_scope");
}

bool isRate(int status, const Complaint &complaint)
{
    return status == 429
            || (status == 403
                && (complaint.hasReason(u"userratelimitexceeded"_s)
                    || complaint.hasReason(u"ratelimitexceeded"_s)
                    || complaint.hasReason(u"dailylimitexceeded"_s) || complaint.hasReason(u"quotaexceeded"_s)
                    || complaint.hasReason(u"rate_limit_exceeded"_s)));
}

bool isSending(const Complaint &complaint)
{
    return complaint.says(u"mail sending"_s) || complaint.says(u"sending limit"_s);
}

/// "User-rate limit exceeded.  Retry after 2026-01-02T03:04:05.678Z"
std::optional<std::chrono::milliseconds> waitInWords(const Complaint &complaint, const QDateTime &now)
{
    static const QRegularExpression words(uR"(retry after (\d{4}-\d\d-\d\dt[\d:.]+z))"_s);
    const auto match = words.match(complaint.message);
    const QDateTime until = QDateTime::fromString(match.captured(1).toUpper(), Qt::ISODateWithMs);
    if (!until.isValid() || !now.isValid() || until < now) {
        return std::nullopt;
    }
    return std::chrono::milliseconds(now.msecsTo(until));
}

struct Meaning
{
    ErrorKind kind;
    QString happened; ///< %1 is the account
    QString toDo;
    QString mark;
};

Meaning rateMeaning(const Complaint &complaint)
{
    if (isSending(complaint)) {
        return {ErrorKind::rateLimited,
                Tr::tr("Gmail sends no more email for %1 today: its daily limit is reached."),
                Tr::tr("Go on tomorrow."), dailyLimitMark};
    }
    return {ErrorKind::rateLimited,
            Tr::tr("Gmail takes no more requests for %1 at the moment."),
            Tr::tr("Try again in a few minutes."),
            {}};
}

Meaning forbiddenMeaning(const net::Response &response, const Complaint &complaint)
{
    if (complaint.hasReason(u"accessnotconfigured"_s) || complaint.hasReason(u"service_disabled"_s)) {
        return {ErrorKind::forbidden,
                Tr::tr("Gmail refused the request for %1: whoever provides Crema has not switched the Gmail "
                       "API on."),
                Tr::tr("Tell them; nothing can be done here."),
                {}};
    }
    if (complaint.hasReason(u"domainpolicy"_s) || complaint.says(u"domain administrators"_s)) {
        return {ErrorKind::forbidden,
                Tr::tr("The administrator of %1 does not let apps use its mailbox."),
                Tr::tr("Ask the administrator, or connect another account."),
                {}};
    }
    if (isScope(response, complaint)) {
        return {ErrorKind::forbidden, Tr::tr("%1 is connected without the permission that this needs."),
                Tr::tr("Connect the account again and leave all permissions ticked."), missingScopeMark};
    }
    return {ErrorKind::forbidden,
            Tr::tr("Gmail does not allow this for %1."),
            Tr::tr("Check the account in the browser, or connect another one."),
            {}};
}

Meaning refusedMeaning(const Complaint &complaint)
{
    if (isSending(complaint)) {
        return rateMeaning(complaint);
    }
    if (complaint.says(u"mail service not enabled"_s) || complaint.hasReason(u"failedprecondition"_s)
        || complaint.hasReason(u"failed_precondition"_s)) {
        return {ErrorKind::forbidden,
                Tr::tr("The account %1 has no mailbox at Gmail."),
                Tr::tr("Switch Gmail on for it, or connect another account."),
                {}};
    }
    if (complaint.says(u"not a draft"_s) || complaint.says(u"invalid id value"_s)) {
        return {ErrorKind::notFound,
                Tr::tr("The mailbox of %1 no longer has this: it was sent or deleted elsewhere."),
                Tr::tr("Look into the mailbox."),
                {}};
    }
    return {ErrorKind::rejectedInput,
            Tr::tr("Gmail did not accept what it was given for %1."),
            Tr::tr("Check the recipient's address and the email."),
            {}};
}

Meaning meaningOf(const net::Response &response, const Complaint &complaint)
{
    const int status = response.status;
    if (isRate(status, complaint)) {
        return rateMeaning(complaint);
    }
    switch (status) {
    case 400:
        return refusedMeaning(complaint);
    case 401:
        return {ErrorKind::unauthorised,
                Tr::tr("Google no longer accepts the sign-in of %1."),
                Tr::tr("Connect the account again."),
                {}};
    case 403:
        return forbiddenMeaning(response, complaint);
    case 404:
    case 410:
        return {ErrorKind::notFound,
                Tr::tr("The mailbox of %1 no longer has this: it was sent or deleted elsewhere."),
                Tr::tr("Look into the mailbox."),
                {}};
    case 408:
    case 504:
        return {ErrorKind::timeout,
                Tr::tr("Gmail took too long with the request for %1."),
                Tr::tr("Try again later."),
                {}};
    case 409:
    case 412:
        return {ErrorKind::conflict,
                Tr::tr("The mailbox of %1 was changed by somebody else at the same time."),
                Tr::tr("Try again."),
                {}};
    case 413:
        return {ErrorKind::rejectedInput,
                Tr::tr("The email is larger than Gmail takes from %1."),
                Tr::tr("Make its attachments smaller."),
                {}};
    default:
        break;
    }
    if (status >= 400 && status < 500) {
        return {ErrorKind::rejectedInput,
                Tr::tr("Gmail did not accept the request for %1."),
                Tr::tr("Check the email."),
                {}};
    }
    if (status >= 500) {
        return {ErrorKind::badAnswer,
                Tr::tr("Gmail has a fault at the moment (%1)."),
                Tr::tr("Try again later."),
                {}};
    }
    return {ErrorKind::badAnswer,
            Tr::tr("Gmail answered the request for %1 in an unexpected way."),
            Tr::tr("Check the network: something between here and Gmail answers in its place."),
            {}};
}

/// Answers after which the request may have been worked on all the same.
bool isUnsure(int status)
{
    return status == 408 || status >= 500;
}

QString inSentences(const QStringList &sentences)
{
    QStringList said = sentences;
    said.removeAll(QString());
    return said.join(u' ');
}

} // namespace

std::optional<Error> gmailError(const net::Response &response, const net::Request &request,
                                const GmailDeed &deed)
{
    auto error = net::statusError(response, request);
    if (!error) {
        return std::nullopt;
    }
    const Complaint complaint = complaintOf(response);
    const Meaning meaning = meaningOf(response, complaint);
    const bool unsure = !deed.unknown.isEmpty() && isUnsure(response.status);
    error->kind = meaning.kind;
    error->text = unsure ? inSentences({meaning.happened.arg(deed.account), deed.unknown})
                         : inSentences({meaning.happened.arg(deed.account), deed.kept, meaning.toDo});
    error->detail = meaning.mark + error->detail + u": "_s
            + net::redacted(complaint.message, request.secrets);
    if (meaning.kind == ErrorKind::rateLimited) {
        if (const auto wait = waitInWords(complaint, response.at); wait && !error->retryAfter) {
            error->retryAfter = wait;
        }
    }
    if (unsure) {
        net::markArrived(*error);
    }
    return error;
}

Error gmailUnreadable(const net::Response &response, const net::Request &request, const GmailDeed &deed)
{
    Error error;
    error.kind = ErrorKind::badAnswer;
    error.text = inSentences(
            {Tr::tr("Gmail answered the request for %1 with something that cannot be read.")
                     .arg(deed.account),
             deed.unknown.isEmpty() ? deed.kept + Tr::tr(" Try again later.") : deed.unknown});
    error.detail = net::inShort(request) + Tr::tr(": no answer of Gmail");
    error.httpStatus = response.status;
    if (!deed.unknown.isEmpty()) {
        net::markArrived(error);
    }
    return error;
}

Error gmailLost(Error error, const GmailDeed &deed)
{
    if (error.kind == ErrorKind::cancelled) {
        return error;
    }
    const bool unsure = net::mayHaveArrived(error) && !deed.unknown.isEmpty();
    error.text = inSentences({error.text, u"(%1)"_s.arg(deed.account), unsure ? deed.unknown : deed.kept,
                              unsure ? QString() : Tr::tr("Try again when you are online.")});
    return error;
}

Error gmailTooLarge(qint64 bytes, qint64 limit, const GmailDeed &deed)
{
    constexpr double million = 1e6;
    return failure(ErrorKind::rejectedInput,
                   inSentences({Tr::tr("The email has %1 MB; Gmail takes at most %2 MB from %3.")
                                        .arg(double(bytes) / million, 0, 'f', 1)
                                        .arg(double(limit) / million, 0, 'f', 0)
                                        .arg(deed.account),
                                deed.kept, Tr::tr("Make its attachments smaller.")}))
            .error();
}

bool isSendingLimit(const net::Response &response)
{
    return response.status == 429 && isSending(complaintOf(response));
}

bool isMissingScope(const Error &error)
{
    return error.detail.startsWith(missingScopeMark);
}

bool isDailyLimit(const Error &error)
{
    return error.detail.startsWith(dailyLimitMark);
}

bool mayHaveArrived(const Error &error)
{
    return net::mayHaveArrived(error);
}

} // namespace crema::mail
