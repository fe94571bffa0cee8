// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QUrl>
#include <QVector>

#include <chrono>
#include <functional>
#include <optional>

namespace crema::net {

using namespace std::chrono_literals;

struct Header
{
    QByteArray name;
    QByteArray value;

    [[nodiscard]] bool operator==(const Header &) const = default;
};

/// A header that is a credential: it is written nowhere and sent to the request's own host only.
struct SecretHeader
{
    QByteArray name;
    QByteArray prefix; ///< "Bearer "
    Secret value;
};

/// When a request may be sent a second time. Declared by who knows what it does, never guessed.
enum class Repeat {
    never,
    ifRefused, ///< only when it was certainly not worked on: no connection, 425, 429. For what costs money.
    idempotent, ///< also after a lost connection, a time-out, 408 and 5xx
};

struct Timeouts
{
    std::chrono::milliseconds connect = 10s; ///< until the request is on its way
    std::chrono::milliseconds idle = 30s; ///< without a byte in either direction
    std::chrono::milliseconds total = 120s; ///< for one attempt
};

struct Response;

/// One HTTP request and what the egress log is to say about it.
struct Request
{
    QByteArray method = "GET";
    QUrl url; ///< https; http for this computer only
    QVector<Header> headers;
    QVector<SecretHeader> secrets;
    QByteArray contentType;
    QByteArray body;
    Repeat repeat = Repeat::never;
    /// Costs money at the service: once it may have left, its answer is waited for whatever the caller's stop
    /// token says, within the time-outs.
    bool isPaid = false;
    Timeouts timeouts;
    /// Says of an answer that would be repeated that repeating mends nothing; may be empty.
    std::function<bool(const Response &)> isFinal;
    std::chrono::milliseconds longestWait = 20s; ///< a repetition that must wait longer is left to the caller
    qint64 maxBytes = 10'000'000; ///< of the answer, unpacked

    QString service; ///< for people: "People Data Labs"
    QString purpose; ///< for people: "Search for people"
    QString jobId;
    QStringList personalData; ///< kinds of personal data in it: "name", "email", "profile link"
};

/// What came back, whatever its status.
struct Response
{
    int status = 0;
    QVector<Header> headers; ///< names in lower case
    QByteArray body; ///< empty when it was streamed
    QDateTime at; ///< when it was complete, UTC
    qint64 egressId = 0; ///< for Client::tellCost
    int attempts = 1;

    [[nodiscard]] bool isSuccess() const { return status >= 200 && status < 300; }
    /// The first header of that name (lower case); empty when there is none.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
};

/// True for 127.0.0.0/8, ::1 and localhost.
[[nodiscard]] bool isLoopback(const QUrl &url);
/// Scheme, host and port are the same.
[[nodiscard]] bool isSameOrigin(const QUrl &a, const QUrl &b);

} // namespace crema::net
