// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"
#include "store/operation.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace crema::store {

/// Contacts that were merged into others: by id, the one each went into (which may be merged itself).
[[nodiscard]] Result<QHash<QString, QString>> mergedContacts(Connection &connection);

/// Who a contact is now: the contact it was merged into, however often; itself when it was not. What was
/// written down under the old id (a run's person, a fact, a bookmark) belongs to this one.
[[nodiscard]] Result<QString> presentContact(Connection &connection, const QString &id);

/// The contact and everyone who was merged into it, however often: under these ids its facts and its whole
/// history are found.
[[nodiscard]] Result<QStringList> everyIdOf(Connection &connection, const QString &id);
/// The newest value of a fact of a person under any of these ids; empty when there is none.
[[nodiscard]] Result<QString> factOfPerson(Connection &connection, const QString &id, const QString &name);

/// A record that is made for a contact.
struct AttachedRecord
{
    Kind kind = Kind::draft;
    QString id;
    Json body;
};
/// The drafts and preps of a contact, also those in the trash.
[[nodiscard]] Result<std::vector<AttachedRecord>> attachedTo(Connection &connection,
                                                             const QString &contactId);

/// How a merge is taken back.
struct Unmerge
{
    QString winnerId; ///< the one it was merged into
    Operation operation; ///< patches and states; the label is the caller's
    /// Fields that stay as they are because they were edited since; purgedField() of a record that is gone.
    std::vector<UndoConflict> conflicts;
};
/// What gives both people back: the contact becomes live, and every field that its merge changed holds what
/// it would hold without that merge, also when other merges came before or after it. Edits made since stay
/// with the one that was kept. notFound when the contact is not merged.
[[nodiscard]] Result<Unmerge> planUnmerge(Connection &connection, const QString &contactId);

} // namespace crema::store
