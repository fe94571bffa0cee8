// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QUrl>

namespace crema::test {

/// What came back.
struct PlainReply
{
    int status = 0; ///< 0 when nothing did
    QByteArray body;
    QUrl location;
};

/// One request as any program makes it, waited for with the event loop running; redirects are not followed.
[[nodiscard]] PlainReply plainRequest(const QByteArray &method, const QUrl &url, const QByteArray &body = {},
                                      const QByteArray &contentType = {}, const QByteArray &bearer = {});

} // namespace crema::test
