// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/draftlist.h"

namespace crema::ui {

/// A draft as the list shows it.
struct DraftItem
{
    QString id;
    QString contactId;
    QString subject;
    QString state;
    QString name; ///< of the recipient
    QString company;
    bool reviewed = false; ///< its present text was accepted

    [[nodiscard]] bool operator==(const DraftItem &) const = default;
};

enum class DraftShelf { open, handedOff, all };

/// How many drafts lie where.
struct DraftCounts
{
    int open = 0;
    int reviewed = 0; ///< of the open ones
    int handedOff = 0;

    [[nodiscard]] int all() const { return open + handedOff; }
    [[nodiscard]] bool operator==(const DraftCounts &) const = default;
};

/// All drafts as rows.
struct DraftShelves
{
    QVector<store::DraftRow> rows; ///< newest first, without their bodies
    QVector<DraftItem> items; ///< of the rows, in their order

    [[nodiscard]] static Result<DraftShelves> read(const store::Reader &reader);
    /// The same on a worker.
    [[nodiscard]] static Result<DraftShelves> readAt(QString databasePath);

    /// Takes over a draft that was changed; false when it is not where it was: all must be read again.
    [[nodiscard]] bool put(const store::DraftRow &row);
    [[nodiscard]] DraftCounts counts() const;
    [[nodiscard]] QVector<DraftItem> on(DraftShelf shelf, bool unreviewedOnly) const;
};

} // namespace crema::ui
