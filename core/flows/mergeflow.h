// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contacts/duplicates.h"
#include "contacts/mergechoice.h"
#include "flows/services.h"

#include <atomic>
#include <memory>

namespace crema::flows {

/// How far a scan is; written by a worker, read by whoever shows it.
struct ScanProgress
{
    std::atomic<int> people {0}; ///< read so far
    std::atomic<int> percent {-1}; ///< of the comparing; below 0 while people are still being read
};

/// Contacts that may be one person; read and compared on a worker, never every pair. Pairs that the user said
/// are not the same are left out, and a fictional sample person is never paired with a real one. `progress`
/// may be null.
[[nodiscard]] Task<Result<contacts::DuplicateReport>> findDuplicates(Services *services,
                                                                     std::shared_ptr<ScanProgress> progress,
                                                                     std::stop_token stop);
/// The same without a workspace that is open for writing.
[[nodiscard]] Task<Result<contacts::DuplicateReport>> findDuplicatesIn(QString databasePath,
                                                                       std::shared_ptr<ScanProgress> progress,
                                                                       std::stop_token stop);

struct MergeOutcome
{
    Contact contact; ///< the one that was kept, as it is now
    QString operationId;
    int drafts = 0; ///< that went along with the other
    int preps = 0;
};
/// Makes two contacts one, in one operation whose history is kept for good. The other one is hidden, not
/// changed; its drafts and preps go to the one that is kept.
[[nodiscard]] Task<Result<MergeOutcome>> mergeContacts(Services *services, QString keepId, QString otherId,
                                                       contacts::MergeChoices choices);

struct UnmergeOutcome
{
    Contact contact; ///< the one that is back
    QString winnerId; ///< the one it was merged into
    QString operationId;
    std::vector<store::UndoConflict> conflicts; ///< fields edited since, which stay as they are
};
/// Gives back a contact that was merged into another, with everything attached; rejectedInput when it is not
/// merged. One operation, undoable like any other.
[[nodiscard]] Task<Result<UnmergeOutcome>> unmergeContact(Services *services, QString contactId);

/// Remembers that two contacts are not the same person: findDuplicates leaves the pair out. Undoable.
[[nodiscard]] Task<Result<store::Change>> keepApart(Services *services, QString aId, QString bId);

} // namespace crema::flows
