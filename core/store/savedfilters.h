// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/peoplelist.h"

namespace crema::store {

/// A filter the user gave a name. Kept in the workspace as the newest value of a fact, so it comes along with
/// a backup and no list of earlier ones grows in the history.
struct SavedFilter
{
    QString name;
    PeopleFilter filter;

    [[nodiscard]] bool operator==(const SavedFilter &) const = default;
};

/// By name.
[[nodiscard]] Result<QVector<SavedFilter>> savedFilters(const Reader &reader);

/// The operations that keep one (in place of one of the same name), forget one, give one another name.
[[nodiscard]] Operation keepingFilter(const SavedFilter &saved);
[[nodiscard]] Operation forgettingFilter(const QString &name);
[[nodiscard]] Operation renamingFilter(const SavedFilter &saved, const QString &name);
/// The operation that makes the filters of `from` those of `to`: back and forth between two states.
[[nodiscard]] Operation exchangingFilters(const QVector<SavedFilter> &from, const QVector<SavedFilter> &to);

} // namespace crema::store
