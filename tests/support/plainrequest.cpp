// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/plainrequest.h"

#include "support/spin.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <memory>

namespace crema::test {

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

} // namespace crema::test
