// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"

#include <QStringList>
#include <QVector>

namespace crema::store {

/// The fact of a contact that says on which day the user was told of its follow-up ("2026-11-28").
inline constexpr const char *remindedFact = "reminded";

/// A contact with a next action.
struct FollowUpRow
{
    QString id;
    QString name;
    QString email;
    QString company;
    QString jobTitle;
    QString status;
    QString nextAction;
    QString nextActionDate;
    bool reminded = false; ///< the user was told on the day that was asked about

    [[nodiscard]] bool operator==(const FollowUpRow &) const = default;
};

/// Live contacts that are not muted and whose next action has an ISO date up to `lastDay`, the earliest
/// first. `reminded` is about `toldOn`; both are ISO days.
[[nodiscard]] Result<QVector<FollowUpRow>> followUpRows(Connection &connection, const QString &lastDay,
                                                        const QString &toldOn, int limit);
/// How many followUpRows would give without a limit.
[[nodiscard]] Result<int> countFollowUps(Connection &connection, const QString &lastDay);

/// A tag and how many live contacts have it.
struct TagCount
{
    QString tag;
    int contacts = 0;

    [[nodiscard]] bool operator==(const TagCount &) const = default;
};

/// Every tag in use, in the order of its text.
[[nodiscard]] Result<QVector<TagCount>> tagCounts(Connection &connection);
/// The ids of the live contacts that have exactly this tag.
[[nodiscard]] Result<QStringList> contactsWithTag(Connection &connection, const QString &tag);

} // namespace crema::store
