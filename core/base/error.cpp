// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"

namespace crema {

std::unexpected<Error> failure(ErrorKind kind, QString text, QString detail)
{
    Error error;
    error.kind = kind;
    error.text = std::move(text);
    error.detail = std::move(detail);
    return std::unexpected(std::move(error));
}

QString errorCode(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::cancelled:
        return QStringLiteral("cancelled");
    case ErrorKind::offline:
        return QStringLiteral("offline");
    case ErrorKind::timeout:
        return QStringLiteral("timeout");
    case ErrorKind::unauthorised:
        return QStringLiteral("unauthorised");
    case ErrorKind::forbidden:
        return QStringLiteral("forbidden");
    case ErrorKind::notFound:
        return QStringLiteral("not_found");
    case ErrorKind::conflict:
        return QStringLiteral("conflict");
    case ErrorKind::rateLimited:
        return QStringLiteral("rate_limited");
    case ErrorKind::outOfCredits:
        return QStringLiteral("out_of_credits");
    case ErrorKind::rejectedInput:
        return QStringLiteral("rejected_input");
    case ErrorKind::badAnswer:
        return QStringLiteral("bad_answer");
    case ErrorKind::storage:
        return QStringLiteral("storage");
    case ErrorKind::internal:
        return QStringLiteral("internal");
    }
    return QStringLiteral("internal");
}

bool isRetryable(ErrorKind kind)
{
    return kind == ErrorKind::offline || kind == ErrorKind::timeout || kind == ErrorKind::rateLimited
            || kind == ErrorKind::badAnswer || kind == ErrorKind::conflict;
}

} // namespace crema
