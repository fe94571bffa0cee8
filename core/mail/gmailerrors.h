// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http.h"

#include "base/error.h"

#include <QString>

namespace crema::mail {

/// Whether a call changes the mailbox: what it did when its answer is lost is not known then.
enum class Effect { none, changes };

/// What an answer outside 200..299 means, in words for the owner of `account`; nullopt for success. The kinds
/// are those of GmailClient.
[[nodiscard]] std::optional<Error> gmailError(const net::Response &response, const net::Request &request,
                                              const QString &account, Effect effect);

/// An answer of success that cannot be read.
[[nodiscard]] Error unreadable(const net::Request &request, Effect effect);

/// The words for "connect again".
[[nodiscard]] QString connectAgain(const QString &account);

} // namespace crema::mail
