// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/task.h"
#include "store/reader.h"

#include <stop_token>
#include <utility>

namespace crema::ui {

/// How many contacts there are in each status, and in all, of those the filter text and the sample switch
/// leave.
struct ContactCounts
{
    QVector<std::pair<QString, int>> byStatus; ///< in the order of the pipeline
    qint64 filtered = 0; ///< whatever their status
    qint64 all = 0; ///< without any filter
    qint64 sample = 0; ///< of all, from the sample directory

    [[nodiscard]] bool operator==(const ContactCounts &) const = default;
};

// Each opens a reader of its own on a worker: a filter over a hundred thousand contacts must not stop the
// window.

[[nodiscard]] Task<Result<QVector<qint64>>> listRowIds(QString databasePath, store::ContactQuery query,
                                                       std::stop_token stop);
[[nodiscard]] Task<Result<ContactCounts>> countByStatus(QString databasePath, store::ContactQuery query,
                                                        std::stop_token stop);
/// The ids of the contacts behind `rids`, in that order; those that are gone are left out.
[[nodiscard]] Task<Result<QStringList>> contactIdsOf(QString databasePath, QVector<qint64> rids,
                                                     std::stop_token stop);

} // namespace crema::ui
