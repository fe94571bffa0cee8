// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/failures.h"

#include "net/redaction.h"
#include "net/waiting.h"

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
        return {ErrorKind::offline, u"%1 could not be reached: its address is not known to the network."_s};
    case QNetworkReply::ConnectionRefusedError:
        return {ErrorKind::offline, u"%1 could not be reached: no connection was accepted."_s};
    case QNetworkReply::TimeoutError:
        return {ErrorKind::timeout, u"%1 did not answer in time."_s};
    case QNetworkReply::SslHandshakeFailedError:
        return {ErrorKind::badAnswer,
                u"No secure connection to %1 could be made: its certificate or encryption was not accepted."_s};
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError:
        return {ErrorKind::offline, u"The connection to %1 was lost before its answer was complete."_s};
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::UnknownProxyError:
        return {ErrorKind::offline, u"%1 could not be reached through the proxy of this network."_s};
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::UnknownContentError:
        return {ErrorKind::badAnswer, u"%1 answered with something that is not understood."_s};
    default:
        return {ErrorKind::offline, u"%1 could not be reached."_s};
    }
}

Meaning meaningOf(int status)
{
    switch (status) {
    case 401:
        return {ErrorKind::unauthorised, u"%1 did not accept the key or sign-in."_s};
    case 402:
        return {ErrorKind::outOfCredits, u"The account at %1 has no credits left."_s};
    case 403:
        return {ErrorKind::forbidden, u"%1 does not allow this for your account."_s};
    case 404:
    case 410:
        return {ErrorKind::notFound, u"%1 knows nothing under this name."_s};
    case 408:
    case 504:
        return {ErrorKind::timeout, u"%1 took too long."_s};
    case 409:
    case 412:
        return {ErrorKind::conflict, u"%1 has another state than expected."_s};
    case 429:
        return {ErrorKind::rateLimited, u"%1 takes no more requests at the moment."_s};
    default:
        break;
    }
    if (status >= 400 && status < 500) {
        return {ErrorKind::rejectedInput, u"%1 did not accept the request."_s};
    }
    if (status >= 500) {
        return {ErrorKind::badAnswer, u"%1 has a fault at the moment."_s};
    }
    return {ErrorKind::badAnswer, u"%1 answered in an unexpected way."_s};
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
