// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

#include "async/completion.h"
#include "async/worker.h"
#include "base/durablefiles.h"
#include "base/log.h"
#include "store/bulkstep.h"
#include "store/databasefile.h"
#include "store/logroom.h"
#include "store/writesession.h"

#include <QPointer>
#include <QThread>

#include <atomic>

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

constexpr size_t rowsPerReport = 200;

const Change &changeOf(const Change &change)
{
    return change;
}

const Change &changeOf(const UndoOutcome &outcome)
{
    return outcome.change;
}

const Change &changeOf(const Tidied &tidied)
{
    return tidied.change;
}

std::unexpected<Error> cancelledError()
{
    return failure(ErrorKind::cancelled, u"Cancelled; nothing was changed."_s);
}

/// Reports how far a change of many records is and ends it when that is wanted; of few it says nothing.
/// `store` outlives its writer.
Step stepper(QObject *store, const BulkProgress &progress, const std::stop_token &stop)
{
    return [store, progress, stop, next = rowsPerReport](size_t done, size_t total) mutable -> Result<> {
        if (stop.stop_requested()) {
            return cancelledError();
        }
        const bool isEnd = done == total && total > rowsPerReport;
        if (progress && (done >= next || isEnd)) {
            next = done + rowsPerReport;
            QMetaObject::invokeMethod(
                    store,
                    [progress, done, total] { progress(static_cast<int>(done), static_cast<int>(total)); },
                    Qt::QueuedConnection);
        }
        return {};
    };
}

using PreparedRecords = std::vector<PreparedRecord>;

/// `written` are the records of an earlier step: letting them go takes a while, and the writer has better to
/// do.
Result<BulkPortion> nextPortion(std::shared_ptr<BulkCreates> source, size_t most,
                                std::shared_ptr<PreparedRecords> written)
{
    written.reset();
    auto portion = source->next(most);
    if (portion && portion->isLast) {
        source->next = {}; // what they were made of goes here, not on the window's thread
    }
    return portion;
}

/// Those of an operation that are there beforehand.
BulkCreates madeOf(std::vector<RecordCreate> records, const KeysOf &keysOf)
{
    const size_t count = records.size();
    const auto rest = std::make_shared<std::vector<RecordCreate>>(std::move(records));
    auto next = [rest, keysOf, done = size_t {0}](size_t most) mutable -> Result<BulkPortion> {
        BulkPortion portion;
        for (; done < rest->size() && portion.records.size() < most; ++done) {
            auto record = prepareRecord(std::move((*rest)[done]), keysOf);
            if (!record) {
                return std::unexpected(record.error());
            }
            portion.records.push_back(std::move(*record));
        }
        portion.done = done;
        portion.isLast = done == rest->size();
        return portion;
    };
    return {count, std::move(next), {}};
}

void syncOnce(const QString &path, const std::shared_ptr<std::atomic_bool> &syncing)
{
    (void)syncPath(path);
    *syncing = false;
}

/// The first records begin the operation.
Result<> stageIn(WriteSession &session, qint64 &seq, const Operation &head,
                 std::span<const PreparedRecord> records)
{
    if (seq == 0) {
        const auto begun = session.beginStaged(head);
        if (!begun) {
            return std::unexpected(begun.error());
        }
        seq = *begun;
    }
    return session.stage(seq, head.origin, records);
}

std::unexpected<Error> closedError()
{
    return failure(ErrorKind::cancelled, u"The workspace was closed; nothing was changed."_s);
}

/// Nothing waits for it, so a failure is told to the log only.
void moveLog(WriteSession *session, Result<> (*move)(Connection &))
{
    const auto moved = session != nullptr ? move(session->connection()) : Result<> {};
    if (!moved) {
        qCWarning(logStore) << "checkpoint:" << moved.error().text << moved.error().detail;
    }
}

} // namespace

Store::Store(std::unique_ptr<QThread> thread, KeysOf keysOf)
    : m_keysOf(std::move(keysOf)), m_thread(std::move(thread)), m_context(std::make_unique<QObject>())
{
    m_context->moveToThread(m_thread.get());
}

Result<std::unique_ptr<Store>> Store::open(const QString &databasePath, KeysOf keysOf, const Clock &clock,
                                           IdSource &ids)
{
    auto thread = std::make_unique<QThread>();
    thread->setObjectName("store"_L1);
    std::unique_ptr<Store> store(new Store(std::move(thread), keysOf));
    store->m_logPath = databasePath + u"-wal"_s;
    store->m_thread->start();
    // The connection belongs to the writer thread, so it is opened there; nothing else runs there yet.
    Result<> opened;
    const auto open = [&] {
        auto session = WriteSession::open(databasePath, std::move(keysOf), clock, ids);
        if (session) {
            store->m_session = std::move(*session);
        } else {
            opened = std::unexpected(session.error());
        }
    };
    QMetaObject::invokeMethod(store->m_context.get(), open, Qt::BlockingQueuedConnection);
    if (!opened) {
        return std::unexpected(opened.error());
    }
    store->indexBehind(); // what a killed process left undone
    return store;
}

Store::~Store()
{
    // Queued last: what was asked for before is finished first, then the connection closes on its own thread.
    QMetaObject::invokeMethod(m_context.get(), [this] { m_session.reset(); }, Qt::BlockingQueuedConnection);
    m_thread->quit();
    m_thread->wait();
}

template <typename T>
Task<Result<T>> Store::onWriter(std::move_only_function<Result<T>(WriteSession &)> work)
{
    Completion<T> done;
    auto answer = done.future();
    const auto job = std::make_shared<std::move_only_function<Result<T>(WriteSession &)>>(std::move(work));
    const auto run = [this, job, done = std::move(done)] {
        auto result = (*job)(*m_session);
        if (!result && isDiskFull(result.error())) {
            (void)giveBackLog(m_session->connection()); // the failure itself is told
        }
        if constexpr (requires(const T &value) { changeOf(value); }) {
            if (result) {
                QMetaObject::invokeMethod(
                        this, [this, change = changeOf(*result)] { report(change); }, Qt::QueuedConnection);
            }
        }
        done.complete(std::move(result));
    };
    QMetaObject::invokeMethod(m_context.get(), run, Qt::QueuedConnection);
    co_return co_await answer;
}

void Store::report(const Change &change)
{
    Q_EMIT changed(change);
}

Task<Result<Change>> Store::apply(Operation operation)
{
    return onWriter<Change>([operation = std::move(operation)](WriteSession &session) mutable {
        return session.apply(std::move(operation));
    });
}

Task<Result<Change>> Store::applyBulk(Operation operation, BulkProgress progress, std::stop_token stop)
{
    if (operation.creates.empty()) {
        // One transaction: it is a matter of seconds, and to change what is there nothing can be staged
        // unseen.
        return onWriter<Change>(
                [this, operation = std::move(operation), progress, stop](WriteSession &session) mutable {
                    return session.apply(std::move(operation), stepper(this, progress, stop));
                });
    }
    BulkCreates creates = madeOf(std::exchange(operation.creates, {}), m_keysOf);
    return applyBulk(std::move(operation), std::move(creates), std::move(progress), std::move(stop));
}

Task<Result<Change>> Store::applyBulk(Operation operation, BulkCreates creates, BulkProgress progress,
                                      std::stop_token stop)
{
    const QPointer<Store> self(this); // the store may be gone whenever this goes on
    const auto source = std::make_shared<BulkCreates>(std::move(creates));
    const auto seq = std::make_shared<qint64>(0); // of the operation, from its first record on
    Operation head;
    head.label = operation.label;
    head.origin = operation.origin;
    head.keepForGood = operation.keepForGood;
    auto staging = stageAll(seq, std::move(head), source, progress, stop);
    const auto written = co_await staging;
    if (!written) {
        if (self && *seq != 0) {
            co_await abandon(*seq);
        }
        co_return std::unexpected(written.error());
    }
    if (*seq == 0) {
        auto applying = applyRest(std::move(operation), source, std::move(progress), std::move(stop));
        co_return co_await applying;
    }
    auto publishing = onWriter<Change>(
            [operation = std::move(operation), source, seq](WriteSession &session) mutable {
                if (source->complete) {
                    source->complete(operation);
                }
                return session.publish(*seq, std::move(operation));
            });
    const auto published = co_await publishing;
    if (self && published) {
        checkpointBehind();
        indexBehind();
    } else if (self) {
        co_await abandon(*seq);
    }
    co_return published;
}

/// Where there was nothing to create.
Task<Result<Change>> Store::applyRest(Operation operation, std::shared_ptr<BulkCreates> creates,
                                      BulkProgress progress, std::stop_token stop)
{
    BulkProgress counted;
    if (progress) {
        counted = [progress, count = static_cast<int>(creates->count)](int done, int total) {
            progress(count - total + done, count);
        };
    }
    return onWriter<Change>([this, operation = std::move(operation), creates, counted,
                             stop](WriteSession &session) mutable -> Result<Change> {
        if (creates->complete) {
            creates->complete(operation);
        }
        return session.apply(std::move(operation), stepper(this, counted, stop));
    });
}

/// `seq` stays 0 where there is nothing to create.
Task<Result<>> Store::stageAll(std::shared_ptr<qint64> seq, Operation head,
                               std::shared_ptr<BulkCreates> creates, BulkProgress progress,
                               std::stop_token stop)
{
    const QPointer<Store> self(this);
    const auto syncing = std::make_shared<std::atomic_bool>(false);
    const auto total = static_cast<int>(creates->count);
    size_t rows = 0;
    std::shared_ptr<PreparedRecords> writing;
    auto preparing = runOnWorker(nextPortion, creates, rowsOfStep(rows), writing);
    for (bool isLast = false; !isLast;) {
        auto portion = co_await preparing;
        if (!portion || !self) {
            co_return portion ? Result<>(closedError()) : std::unexpected(portion.error());
        }
        isLast = portion->isLast;
        rows += portion->records.size();
        if (!isLast) {
            preparing = runOnWorker(nextPortion, creates, rowsOfStep(rows), std::move(writing));
        }
        if (!portion->records.empty()) {
            auto records = std::make_shared<PreparedRecords>(std::move(portion->records));
            if (!isLast) {
                writing = records;
            }
            auto step = onWriter<void>([records = std::move(records), seq,
                                        head](WriteSession &session) mutable -> Result<> {
                const auto own = std::move(records); // the last ones are freed here, not by the window
                return stageIn(session, *seq, head, *own);
            });
            const Result<> written = co_await step;
            if (!written || !self) {
                co_return written ? Result<>(closedError()) : written;
            }
            // So that the commit at the end has less to wait for. Should it fail, then that one tells. One at
            // a time: on a slow disk they would take the workers from others.
            if (!syncing->exchange(true)) {
                (void)runOnWorker(syncOnce, m_logPath, syncing);
            }
        }
        if (progress) {
            progress(static_cast<int>(portion->done), total);
        }
        if (stop.stop_requested()) {
            co_return cancelledError();
        }
    }
    co_return self ? Result<> {} : Result<>(closedError());
}

Task<Result<>> Store::abandon(qint64 operation)
{
    const QPointer<Store> self(this);
    while (self) {
        auto step = onWriter<bool>([operation](WriteSession &session) { return session.abandon(operation); });
        const auto done = co_await step;
        if (!done) {
            co_return std::unexpected(done.error()); // invisible rows stay; the next start removes them
        }
        if (*done) {
            break;
        }
    }
    if (self) {
        QMetaObject::invokeMethod(
                m_context.get(), [this] { moveLog(m_session.get(), giveBackLog); }, Qt::QueuedConnection);
    }
    co_return Result<> {};
}

void Store::checkpointBehind()
{
    const auto asFarAsReadersAllow = [](Connection &connection) { return connection.checkpoint(); };
    QMetaObject::invokeMethod(
            m_context.get(), [=, this] { moveLog(m_session.get(), asFarAsReadersAllow); },
            Qt::QueuedConnection);
}

void Store::indexBehind()
{
    QMetaObject::invokeMethod(
            m_context.get(),
            [this] {
                const auto done = m_session ? m_session->isIndexed() : Result<bool>(true);
                if (done && !*done) {
                    indexStep();
                }
            },
            Qt::QueuedConnection);
}

void Store::indexStep()
{
    const auto next = [this] {
        if (!m_session) {
            return; // closing; the next start goes on
        }
        const auto done = m_session->indexSome();
        if (!done) {
            qCWarning(logStore) << "indexing:" << done.error().text << done.error().detail;
        } else if (!*done) {
            indexStep();
        } else {
            Change change;
            change.kinds.assign(allKinds.begin(), allKinds.end());
            change.bulk = true;
            QMetaObject::invokeMethod(this, [this, change] { report(change); }, Qt::QueuedConnection);
        }
    };
    QMetaObject::invokeMethod(m_context.get(), next, Qt::QueuedConnection);
}

Task<Result<UndoOutcome>> Store::undo(BulkProgress progress, std::stop_token stop)
{
    return onWriter<UndoOutcome>(
            [step = stepper(this, progress, stop)](WriteSession &session) { return session.undo(step); });
}

Task<Result<UndoOutcome>> Store::undoOperation(QString operationId, BulkProgress progress,
                                               std::stop_token stop)
{
    return onWriter<UndoOutcome>([operationId = std::move(operationId),
                                  step = stepper(this, progress, stop)](WriteSession &session) {
        return session.undoOperation(operationId, step);
    });
}

Task<Result<UndoOutcome>> Store::redo(BulkProgress progress, std::stop_token stop)
{
    return onWriter<UndoOutcome>(
            [step = stepper(this, progress, stop)](WriteSession &session) { return session.redo(step); });
}

Task<Result<UndoOutcome>> Store::restoreTo(QString operationId, QString label, BulkProgress progress,
                                           std::stop_token stop)
{
    return onWriter<UndoOutcome>([operationId = std::move(operationId), label = std::move(label),
                                  step = stepper(this, progress, stop)](WriteSession &session) {
        return session.restoreTo(operationId, label, step);
    });
}

Task<Result<int>> Store::purgeTrash(int days)
{
    return onWriter<int>([this, days](WriteSession &session) {
        Change change;
        auto purged = session.purgeTrash(days, change);
        if (purged && *purged > 0) {
            QMetaObject::invokeMethod(this, [this, change] { report(change); }, Qt::QueuedConnection);
        }
        return purged;
    });
}

Task<Result<int>> Store::pruneHistory(int days)
{
    return onWriter<int>([days](WriteSession &session) { return session.pruneHistory(days); });
}

Task<Result<Tidied>> Store::tidyWhenDue(int trashDays, int historyDays)
{
    return onWriter<Tidied>([trashDays, historyDays](WriteSession &session) {
        return session.tidyWhenDue(trashDays, historyDays);
    });
}

Task<Result<>> Store::copyDatabase(QString target)
{
    return onWriter<void>([target = std::move(target)](WriteSession &session) {
        return copyDatabaseTo(session.connection(), target);
    });
}

} // namespace crema::store
