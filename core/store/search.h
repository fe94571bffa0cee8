// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/peoplesearch.h"
#include "store/reader.h"

namespace crema::store {

/// One line of the search box's answer.
struct SearchHit
{
    Kind kind = Kind::contact;
    QString id;
    QString title;
    QString subtitle;

    [[nodiscard]] bool operator==(const SearchHit &) const = default;
};

/// People first (with the place in their notes when that is where a word stands), then drafts and preps by
/// their words (FTS5, every word as a prefix). At most `limit` hits.
[[nodiscard]] Result<QVector<SearchHit>> searchEverything(const Reader &reader, const PeopleSearch &people,
                                                          const QString &text, int limit);

} // namespace crema::store
