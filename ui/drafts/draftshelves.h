// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/mailfacts.h"
#include "store/draftlist.h"

namespace crema::ui {

/// A draft as the list shows it.
struct DraftItem
{
    QString id;
    QString contactId;
    QString subject;
    QString state;
    QString queued; ///< "scheduled" to be sent, or "waiting" for the user with it; empty: not in the queue
    QString name; ///< of the recipient
    QString company;
    bool reviewed = false; ///< its present text was accepted

    /// The one word that says how it stands, as chips know it; empty for a draft that nobody has looked at.
    [[nodiscard]] QString status() const;
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
    QHash<QString, flows::QueueEntry> queue; ///< what is to be sent, by draft

    [[nodiscard]] static Result<DraftShelves> read(const store::Reader &reader);
    /// The same on a worker.
    [[nodiscard]] static Result<DraftShelves> readAt(QString databasePath);

    /// Takes over what is to be sent; whether it is otherwise than before.
    [[nodiscard]] bool setQueue(const QHash<QString, flows::QueueEntry> &entries);
    /// Takes over a draft that was changed; false when it is not where it was: all must be read again.
    [[nodiscard]] bool put(const store::DraftRow &row);
    [[nodiscard]] DraftCounts counts() const;
    [[nodiscard]] QVector<DraftItem> on(DraftShelf shelf, bool unreviewedOnly) const;
};

} // namespace crema::ui
