// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <expected>
#include <optional>

namespace crema {

/// What went wrong, in the few classes that a caller treats differently.
enum class ErrorKind {
    cancelled,
    offline,
    timeout,
    unauthorised,
    forbidden,
    notFound,
    conflict,
    rateLimited,
    outOfCredits,
    rejectedInput, ///< what the user gave cannot be used: a file, a value, a limit exceeded
    badAnswer,
    storage, ///< the disk or the database
    internal,
};

/// An error as a value. `text` is one plain English sentence naming the file, row or value and what was kept;
/// the window translates by kind and adds it as the explanation. `detail` is for the log only.
struct Error
{
    ErrorKind kind = ErrorKind::internal;
    QString text;
    QString detail;
    std::optional<std::chrono::milliseconds> retryAfter;
    int httpStatus = 0;

    [[nodiscard]] bool operator==(const Error &) const = default;
};

/// The value, or why there is none. `Result<>` carries no value. Test before use; never call value().
template <typename T = void>
using Result = std::expected<T, Error>;

/// Shorthand for a failed Result: `return failure(ErrorKind::notFound, tr("..."))`.
[[nodiscard]] std::unexpected<Error> failure(ErrorKind kind, QString text, QString detail = {});

/// The stable word of a kind, as the command line prints it in `error.code`: "rejected_input",
/// "out_of_credits".
[[nodiscard]] QString errorCode(ErrorKind kind);

/// True when trying the same again later can succeed.
[[nodiscard]] bool isRetryable(ErrorKind kind);

} // namespace crema
