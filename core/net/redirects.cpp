// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/redirects.h"

#include "net/failures.h"
#include "net/redaction.h"

using namespace Qt::StringLiterals;

namespace crema::net {

Result<> mayLeave(const Request &request)
{
    const QUrl &url = request.url;
    const bool secure = url.scheme() == "https"_L1;
    const bool local = url.scheme() == "http"_L1 && isLoopback(url);
    if (!url.isValid() || url.host().isEmpty() || (!secure && !local)) {
        return failure(
                ErrorKind::rejectedInput,
                u"\"%1\" is no address that may be used: it must begin with https:// (http:// only for this computer)."_s
                        .arg(url.scheme() + u"://"_s + placeOf(url)));
    }
    if (!url.userInfo().isEmpty()) {
        return failure(ErrorKind::rejectedInput,
                       u"The address of \"%1\" must not hold a user name or password."_s.arg(hostOf(url)));
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
    const auto refuse = [&](const QString &why) {
        return failure(ErrorKind::badAnswer,
                       u"%1 wanted to send the request to \"%2\", %3; it was not sent there."_s.arg(
                               request.service.isEmpty() ? hostOf(request.url) : request.service,
                               hostOf(next.url), why),
                       inShort(request));
    };
    const bool carries = !request.secrets.isEmpty() || !request.body.isEmpty();
    if (request.url.scheme() == "https"_L1 && next.url.scheme() != "https"_L1) {
        return refuse(u"without encryption"_s);
    }
    if (!mayLeave(next)) {
        return refuse(u"which is no address that may be used"_s);
    }
    if (carries && !isSameOrigin(request.url, next.url)) {
        return refuse(u"another server than its own"_s);
    }
    const bool reads = request.method == "GET" || request.method == "HEAD";
    if (!reads && response.status == 303) {
        next.method = "GET";
        next.body.clear();
        next.contentType.clear();
    } else if (!reads && response.status < 307) {
        return refuse(u"without saying how"_s); // 301 and 302 mean GET to some and the same method to others
    }
    return next;
}

} // namespace crema::net
