// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

#include "async/completion.h"
#include "store/writesession.h"

#include <QThread>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

constexpr size_t rowsPerStep = 2000;

const Change &changeOf(const Change &change)
{
    return change;
}

const Change &changeOf(const UndoOutcome &outcome)
{
    return outcome.change;
}

} // namespace

Store::Store(std::unique_ptr<QThread> thread)
    : m_thread(std::move(thread)), m_context(std::make_unique<QObject>())
{
    m_context->moveToThread(m_thread.get());
}

Result<std::unique_ptr<Store>> Store::open(const QString &databasePath, KeysOf keysOf, const Clock &clock,
                                           IdSource &ids)
{
    auto thread = std::make_unique<QThread>();
    thread->setObjectName("store"_L1);
    std::unique_ptr<Store> store(new Store(std::move(thread)));
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
    return onWriter<Change>(
            [operation = std::move(operation)](WriteSession &session) { return session.apply(operation); });
}

Task<Result<Change>> Store::applyBulk(Operation operation, BulkProgress progress, std::stop_token stop)
{
    const auto records = std::make_shared<std::vector<RecordCreate>>(std::move(operation.creates));
    operation.creates.clear();
    auto beginning = onWriter<qint64>(
            [operation](WriteSession &session) { return session.beginStaged(operation); });
    const auto staged = co_await beginning;
    if (!staged) {
        co_return std::unexpected(staged.error());
    }
    const qint64 seq = *staged;
    for (size_t from = 0; from < records->size(); from += rowsPerStep) {
        const size_t count = std::min(rowsPerStep, records->size() - from);
        auto step = onWriter<void>([records, seq, from, count](WriteSession &session) {
            return session.stage(seq, std::span(*records).subspan(from, count));
        });
        Result<> written = co_await step;
        if (written && stop.stop_requested()) {
            written = failure(ErrorKind::cancelled, u"Cancelled; nothing was changed."_s);
        }
        if (!written) {
            co_await abandon(seq);
            co_return std::unexpected(written.error());
        }
        if (progress) {
            progress(static_cast<int>(from + count), static_cast<int>(records->size()));
        }
    }
    auto publishing = onWriter<Change>(
            [operation, seq](WriteSession &session) { return session.publish(seq, operation); });
    const auto published = co_await publishing;
    if (!published) {
        co_await abandon(seq);
    }
    co_return published;
}

Task<Result<>> Store::abandon(qint64 operation)
{
    for (;;) {
        auto step = onWriter<bool>([operation](WriteSession &session) { return session.abandon(operation); });
        const auto done = co_await step;
        if (!done) {
            co_return std::unexpected(done.error()); // invisible rows stay; the next start removes them
        }
        if (*done) {
            co_return Result<> {};
        }
    }
}

Task<Result<UndoOutcome>> Store::undo()
{
    return onWriter<UndoOutcome>([](WriteSession &session) { return session.undo(); });
}

Task<Result<UndoOutcome>> Store::redo()
{
    return onWriter<UndoOutcome>([](WriteSession &session) { return session.redo(); });
}

Task<Result<int>> Store::purgeTrash(int days)
{
    return onWriter<int>([days](WriteSession &session) { return session.purgeTrash(days); });
}

Task<Result<>> Store::copyDatabase(QString target)
{
    return onWriter<void>([target = std::move(target)](WriteSession &session) -> Result<> {
        Statement copy(session.connection(), "VACUUM INTO ?1");
        return copy.bind(1, target).run();
    });
}

} // namespace crema::store
