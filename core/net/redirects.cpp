// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/redirects.h"

#include "net/failures.h"
#include "net/redaction.h"
#include "net/words.h"

using namespace Qt::StringLiterals;

namespace crema::net {

Result<> mayLeave(const Request &request)
{
    const QUrl &url = request.url;
    const bool secure = url.scheme() == "https"_L1;
    const bool local = url.scheme() == "http"_L1 && isLoopback(url);
    if (!url.isValid() || url.host().isEmpty() || (!secure && !local)) {
        return failure(ErrorKind::rejectedInput,
                       Words::tr("\"%1\" is no address that may be used: it must begin with https:// "
                                 "(http:// only for this computer).")
                               .arg(url.scheme() + u"://"_s + placeOf(url)));
    }
    if (!url.userInfo().isEmpty()) {
        return failure(
                ErrorKind::rejectedInput,
                Words::tr("The address of \"%1\" must not hold a user name or password.").arg(hostOf(url)));
    }
    return {};
}

bool isRedirect(const Response &response)
{
    switch (response.status) {
    case 301:
    case 302:
    case 303:
    case 307:
    case 308:
        return !response.header("location").isEmpty();
    default:
        return false;
    }
}

Result<Request> redirected(const Request &request, const Response &response)
{
    Request next = request;
    next.url = request.url.resolved(QUrl::fromEncoded(response.header("location")));
    const auto refuse = [&](const QString &why) { // `why` has %1 for the service and %2 for where to
        return failure(
                ErrorKind::badAnswer,
                why.arg(request.service.isEmpty() ? hostOf(request.url) : request.service, hostOf(next.url)),
                inShort(request));
    };
    const bool carries = !request.secrets.isEmpty() || !request.body.isEmpty();
    if (request.url.scheme() == "https"_L1 && next.url.scheme() != "https"_L1) {
        return refuse(Words::tr("%1 wanted to send the request to \"%2\", "
                                "without encryption; it was not sent there."));
    }
    if (!mayLeave(next)) {
        return refuse(Words::tr("%1 wanted to send the request to \"%2\", "
                                "which is no address that may be used; it was not sent there."));
    }
    if (carries && !isSameOrigin(request.url, next.url)) {
        return refuse(Words::tr("%1 wanted to send the request to \"%2\", "
                                "another server than its own; it was not sent there."));
    }
    const bool reads = request.method == "GET" || request.method == "HEAD";
    if (!reads && response.status == 303) {
        next.method = "GET";
        next.body.clear();
        next.contentType.clear();
    } else if (!reads && response.status < 307) {
        // 301 and 302 mean GET to some and the same method to others.
        return refuse(Words::tr("%1 wanted to send the request to \"%2\", "
                                "without saying how; it was not sent there."));
    }
    return next;
}

} // namespace crema::net
