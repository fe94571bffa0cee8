// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/contactflow.h"

#include <functional>

namespace crema::flows {

/// What is to become of one contact, named by its rowid.
struct RowEdit
{
    qint64 rid = 0;
    FieldValues values;

    [[nodiscard]] bool operator==(const RowEdit &) const = default;
};

/// A change of many contacts as one operation.
struct BulkEdit
{
    std::function<QString(int changed)> label; ///< for people, translated: what undo calls it
    QVector<RowEdit> rows;
    QString addTag; ///< given to all of them; empty for none
};

/// Giving contacts a tag; rejectedInput when it is no tag.
[[nodiscard]] Result<BulkEdit> taggingOf(const QVector<qint64> &rids, const QString &tag);

struct BulkOutcome
{
    QString operationId; ///< empty when nothing differed
    int changed = 0;
};

/// Looks up and checks on a worker, then writes; an inline edit meanwhile waits for the writing at most. A
/// value that is wrong, an error or a stop: nothing is changed. Contacts that are gone are left out.
/// `progress` counts steps of the whole, on the caller's thread.
[[nodiscard]] Task<Result<BulkOutcome>> editMany(Services *services, BulkEdit edit,
                                                 store::BulkProgress progress, std::stop_token stop);

/// Moves many contacts to the trash, in the same way.
[[nodiscard]] Task<Result<BulkOutcome>> trashMany(Services *services, QVector<qint64> rids,
                                                  store::BulkProgress progress, std::stop_token stop);

} // namespace crema::flows
