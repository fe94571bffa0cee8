// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "net/http.h"

namespace crema::mail {

/// What a call was about, in the words that its errors need.
struct GmailDeed
{
    QString account;
    QString kept; ///< a sentence: what is as it was when the call was refused
    QString unknown; ///< a sentence: what has to be looked at when its answer was lost; empty for reading
};

/// What an answer outside 200..299 means
/// (https://developers.google.com/workspace/gmail/api/guides/handle-errors); nullopt for success.
[[nodiscard]] std::optional<Error> gmailError(const net::Response &response, const net::Request &request,
                                              const GmailDeed &deed);
/// An answer with success that says nothing usable.
[[nodiscard]] Error gmailUnreadable(const net::Response &response, const net::Request &request,
                                    const GmailDeed &deed);
/// No whole answer: the words of the network and what it means here.
[[nodiscard]] Error gmailLost(Error error, const GmailDeed &deed);
/// More than Gmail takes; found before anything leaves.
[[nodiscard]] Error gmailTooLarge(qint64 bytes, qint64 limit, const GmailDeed &deed);
/// For Request::isFinal: no pause that a request can wait for mends it.
[[nodiscard]] bool isSendingLimit(const net::Response &response);

} // namespace crema::mail
