// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/command.h"
#include "commands/table.h"
#include "ledger/credits.h"

#include <QDateTime>
#include <QLocale>

namespace crema::app {

// Pieces that several groups of commands share.

/// The full id of a record whose id begins with `prefix`.
[[nodiscard]] inline Result<QString> idOf(const CommandContext &context, Kind kind, const QString &prefix)
{
    return context.reader.resolve(kind, prefix);
}

[[nodiscard]] inline Result<QStringList> idsOf(const CommandContext &context, Kind kind,
                                               const QStringList &prefixes)
{
    QStringList ids;
    for (const QString &prefix : prefixes) {
        const auto id = context.reader.resolve(kind, prefix);
        if (!id) {
            return std::unexpected(id.error());
        }
        ids << *id;
    }
    return ids;
}

/// The front of an id, enough to type.
[[nodiscard]] inline QString shortId(const QString &id)
{
    return id.left(8);
}

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
