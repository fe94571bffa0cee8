// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/command.h"
#include "commands/table.h"
#include "ledger/credits.h"
#include "store/resolve.h"

#include <QDateTime>
#include <QLocale>

namespace crema::app {

// Pieces that several groups of commands share.

/// The full id of a record, a live one unless said otherwise, whose id begins with `prefix`.
[[nodiscard]] inline Result<QString> idOf(const CommandContext &context, Kind kind, const QString &prefix,
                                          store::Whereabouts whereabouts = store::Whereabouts::live)
{
    return store::resolveId(context.reader, kind, prefix, whereabouts);
}

[[nodiscard]] inline Result<QStringList> idsOf(const CommandContext &context, Kind kind,
                                               const QStringList &prefixes,
                                               store::Whereabouts whereabouts = store::Whereabouts::live)
{
    QStringList ids;
    for (const QString &prefix : prefixes) {
        const auto id = store::resolveId(context.reader, kind, prefix, whereabouts);
        if (!id) {
            return std::unexpected(id.error());
        }
        ids << *id;
    }
    ids.removeDuplicates();
    return ids;
}

/// The front of an id, enough to type.
[[nodiscard]] inline QString shortId(const QString &id)
{
    return id.left(8);
}

/// rejectedInput for the value of an option that is none of `known`, unless a record has it all the same:
/// what other programs wrote is kept as it is.
[[nodiscard]] inline Result<> checkChoice(const QString &value, const QStringList &known, bool isInUse)
{
    if (known.contains(value) || isInUse) {
        return {};
    }
    return failure(ErrorKind::rejectedInput,
                   QStringLiteral("\"%1\" is not one of %2.").arg(value, known.join(QStringLiteral(", "))));
}

/// For what needs a service that is not connected: exit code 3.
[[nodiscard]] std::unexpected<Error> notSetUp(const QString &answer);

/// The text on standard input, without a byte-order mark; rejectedInput when it is no UTF-8.
[[nodiscard]] Result<QString> textOnInput(const CommandContext &context);

/// Adds `balance` to a reply of something that can cost credits.
[[nodiscard]] inline Result<> addBalance(const CommandContext &context, Json &json)
{
    const auto credits = ledger::readCredits(context.reader, context.deployment);
    if (!credits) {
        return std::unexpected(credits.error());
    }
    json["balance"] = credits->balance;
    return {};
}

} // namespace crema::app
