// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/failures.h"

#include "net/redaction.h"
#include "net/waiting.h"
#include "net/words.h"

using namespace Qt::StringLiterals;

namespace crema::net {

namespace {

const QString arrivedMark = u"[may have arrived] "_s; ///< in front of `detail`

QString nameOf(const Request &request)
{
    return request.service.isEmpty() ? hostOf(request.url) : request.service;
}

struct Meaning
{
    ErrorKind kind;
    QString text; ///< %1 is the service
};

Meaning meaningOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return {ErrorKind::offline,
                Words::tr("%1 could not be reached: its address is not known to the network.")};
    case QNetworkReply::ConnectionRefusedError:
        return {ErrorKind::offline, Words::tr("%1 could not be reached: no connection was accepted.")};
    case QNetworkReply::TimeoutError:
        return {ErrorKind::timeout, Words::tr("%1 did not answer in time.")};
    case QNetworkReply::SslHandshakeFailedError:
        return {ErrorKind::badAnswer,
                Words::tr("No secure connection to %1 could be made: its certificate or encryption was not "
                          "accepted.")};
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError:
        return {ErrorKind::offline,
                Words::tr("The connection to %1 was lost before its answer was complete.")};
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::UnknownProxyError:
        return {ErrorKind::offline, Words::tr("%1 could not be reached through the proxy of this network.")};
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::UnknownContentError:
        return {ErrorKind::badAnswer, Words::tr("%1 answered with something that is not understood.")};
    default:
        return {ErrorKind::offline, Words::tr("%1 could not be reached.")};
    }
}

Meaning meaningOf(int status)
{
    switch (status) {
    case 401:
        return {ErrorKind::unauthorised, Words::tr("%1 did not accept the key or sign-in.")};
    case 402:
        return {ErrorKind::outOfCredits, Words::tr("The account at %1 has no credits left.")};
    case 403:
        return {ErrorKind::forbidden, Words::tr("%1 does not allow this for your account.")};
    case 404:
    case 410:
        return {ErrorKind::notFound, Words::tr("%1 knows nothing under this name.")};
    case 408:
    case 504:
        return {ErrorKind::timeout, Words::tr("%1 took too long.")};
    case 409:
    case 412:
        return {ErrorKind::conflict, Words::tr("%1 has another state than expected.")};
    case 429:
        return {ErrorKind::rateLimited, Words::tr("%1 takes no more requests at the moment.")};
    default:
        break;
    }
    if (status >= 400 && status < 500) {
        return {ErrorKind::rejectedInput, Words::tr("%1 did not accept the request.")};
    }
    if (status >= 500) {
        return {ErrorKind::badAnswer, Words::tr("%1 has a fault at the moment.")};
    }
    return {ErrorKind::badAnswer, Words::tr("%1 answered in an unexpected way.")};
}

} // namespace

void markArrived(Error &error)
{
    if (!mayHaveArrived(error)) {
        error.detail.prepend(arrivedMark);
    }
}

bool mayHaveArrived(const Error &error)
{
    return error.detail.startsWith(arrivedMark);
}

QString inShort(const Request &request)
{
    return QString::fromLatin1(request.method) + u' ' + placeOf(request.url);
}

Error connectionError(QNetworkReply::NetworkError error, const QString &qtText, const Request &request)
{
    const Meaning meaning = meaningOf(error);
    // Qt's text may repeat the address with its query.
    const QString address = request.url.toString();
    QString words = qtText;
    words.replace(address, placeOf(request.url)).replace(request.url.toDisplayString(), placeOf(request.url));
    return failure(meaning.kind, meaning.text.arg(nameOf(request)),
                   redacted(inShort(request) + u": "_s + words, request.secrets))
            .error();
}

std::optional<Error> statusError(const Response &response, const Request &request)
{
    if (response.isSuccess()) {
        return std::nullopt;
    }
    const Meaning meaning = meaningOf(response.status);
    Error error = failure(meaning.kind, meaning.text.arg(nameOf(request)),
                          u"%1: status %2"_s.arg(inShort(request)).arg(response.status))
                          .error();
    error.httpStatus = response.status;
    if (response.status == 429 || response.status >= 500) {
        error.retryAfter = askedWait(response, response.at);
    }
    return error;
}

} // namespace crema::net
