// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/task.h"
#include "store/recordwriter.h"

#include <QObject>

#include <functional>
#include <memory>
#include <stop_token>

class QThread;

namespace crema::store {

class WriteSession;

/// Where to report how far bulk work is: rows done of all rows; called on the caller's thread.
using BulkProgress = std::function<void(int done, int total)>;

/// Some of the new records of a bulk operation.
struct BulkPortion
{
    std::vector<PreparedRecord> records; ///< perhaps none this time; see prepareRecord and prepareContact
    size_t done = 0; ///< with these and all before, of `BulkCreates::count`
    bool isLast = false;
};

/// The new records of a bulk operation, made on the way: the next ones while the writer writes those before,
/// so that only a few are in memory at a time.
struct BulkCreates
{
    size_t count = 0; ///< what the progress counts to
    /// The next records, at most so many. Called on workers, one call at a time.
    std::function<Result<BulkPortion>(size_t most)> next;
    /// Adds what else the operation changes and what is known only after the last portion; may be empty.
    /// Called on the writer's thread.
    std::function<void(Operation &)> complete;
};

/// The write door of one workspace: every change goes through here, one at a time, on a thread of its own.
/// Holding a Store means holding the workspace's lock (see Workspace::lock), which the owner keeps.
class Store final : public QObject
{
    Q_OBJECT

public:
    /// Opens (and migrates) the database. `clock` and `ids` outlive the store.
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(const QString &databasePath, KeysOf keysOf,
                                                             const Clock &clock, IdSource &ids);
    /// Finishes what was asked for before, then closes.
    ~Store() override;

    /// All of the operation or nothing; a failed one leaves the store as it was.
    [[nodiscard]] Task<Result<Change>> apply(Operation operation);
    /// The same for thousands of new records: written in small steps that nobody sees, between which other
    /// operations get their turn, then published at once. Stopped or failed: nothing stays. The long texts of
    /// drafts and preps are indexed behind, reported by one more changed().
    [[nodiscard]] Task<Result<Change>> applyBulk(Operation operation, BulkProgress progress,
                                                 std::stop_token stop);
    /// With the new records made on the way instead of beforehand; `operation` has none of its own.
    [[nodiscard]] Task<Result<Change>> applyBulk(Operation operation, BulkCreates creates,
                                                 BulkProgress progress, std::stop_token stop);

    /// Stopped, each of these leaves the store as it was.
    [[nodiscard]] Task<Result<UndoOutcome>> undo(BulkProgress progress = {}, std::stop_token stop = {});
    /// Takes back one operation whatever came after it, as far as nothing was changed again since.
    [[nodiscard]] Task<Result<UndoOutcome>> undoOperation(QString operationId, BulkProgress progress = {},
                                                          std::stop_token stop = {});
    [[nodiscard]] Task<Result<UndoOutcome>> redo(BulkProgress progress = {}, std::stop_token stop = {});
    /// Brings everything back to how it was right after this operation: one operation, which can be undone,
    /// called `label`. What came by sync since is left alone and listed with the conflicts where it stands in
    /// the way; what was made since goes to the trash. notFound when there is no such operation or nothing
    /// was changed after it, conflict when the history in between is no longer whole. Stopped, it leaves the
    /// store as it was.
    [[nodiscard]] Task<Result<UndoOutcome>> restoreTo(QString operationId, QString label,
                                                      BulkProgress progress = {}, std::stop_token stop = {});
    /// Removes for good what has been in the trash for `days` days or longer, with what the history says of
    /// it and the files that were its alone; returns how many records. Who did what and when stays, as it
    /// does in backups.
    [[nodiscard]] Task<Result<int>> purgeTrash(int days);
    /// Forgets what was in fields before operations older than `days`; those cannot be undone any more.
    /// Merges stay for good. Returns how many operations.
    [[nodiscard]] Task<Result<int>> pruneHistory(int days);
    /// Once a day does both, by how old things were when it was last asked: a clock that jumps makes nothing
    /// old, and the first time only the day is noted.
    [[nodiscard]] Task<Result<Tidied>> tidyWhenDue(int trashDays, int historyDays);
    /// A consistent copy of the database, also while other operations run; `target` must not exist.
    [[nodiscard]] Task<Result<>> copyDatabase(QString target);

Q_SIGNALS:
    /// After every committed operation, on the store's thread, before the caller of apply() goes on.
    void changed(const crema::store::Change &change);

private:
    Store(std::unique_ptr<QThread> thread, KeysOf keysOf);
    template <typename T>
    [[nodiscard]] Task<Result<T>> onWriter(std::move_only_function<Result<T>(WriteSession &)> work);
    [[nodiscard]] Task<Result<>> stageAll(std::shared_ptr<qint64> seq, Operation head,
                                          std::shared_ptr<BulkCreates> creates, BulkProgress progress,
                                          std::stop_token stop);
    [[nodiscard]] Task<Result<Change>> applyRest(Operation operation, std::shared_ptr<BulkCreates> creates,
                                                 BulkProgress progress, std::stop_token stop);
    [[nodiscard]] Task<Result<>> abandon(qint64 operation);
    void report(const Change &change);
    void checkpointBehind();
    void indexBehind();
    void indexStep();

    KeysOf m_keysOf;
    QString m_logPath; ///< SQLite's write-ahead log
    std::unique_ptr<QThread> m_thread;
    std::unique_ptr<QObject> m_context; ///< lives on the writer thread; queued calls run there
    std::unique_ptr<WriteSession> m_session; ///< touched on the writer thread only
};

} // namespace crema::store
