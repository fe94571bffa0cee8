// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/writesession.h"

#include "base/dates.h"
#include "store/changenotes.h"
#include "store/createdranges.h"
#include "store/databasefile.h"
#include "store/factwriter.h"
#include "store/logroom.h"
#include "store/migrations.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QSysInfo>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

/// This computer and this folder. A copied workspace must not pretend to be the same device: two clones would
/// overwrite each other's stamps. Hashed: the file may be handed on, the computer's own id must not be.
QString fingerprintOf(const QString &databasePath)
{
    const QString folder = QFileInfo(databasePath).canonicalPath();
    const QByteArray words = QSysInfo::machineUniqueId() + '\n' + folder.toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(words, QCryptographicHash::Sha256).toHex());
}

Result<qint64> deviceNumber(Connection &connection, IdSource &ids)
{
    const QString fingerprint = fingerprintOf(connection.path());
    Statement known(connection, "SELECT num FROM device WHERE fingerprint=?1");
    known.bind(1, fingerprint);
    if (known.step()) {
        return known.integer(0);
    }
    Statement add(connection, "INSERT INTO device(id, fingerprint) VALUES(?1, ?2)");
    if (const auto added = add.bind(1, ids.next()).bind(2, fingerprint).run(); !added) {
        return std::unexpected(added.error());
    }
    return connection.lastRowId();
}

/// Once more with the room that a large log took, when that was what was missing.
Result<> withRoom(Connection &connection, const std::function<Result<>()> &work)
{
    auto done = work();
    if (!done && isDiskFull(done.error()) && giveBackLog(connection)) {
        done = work();
    }
    return done;
}

} // namespace

WriteSession::WriteSession(std::unique_ptr<Connection> connection, KeysOf keysOf, const Clock &clock,
                           IdSource &ids)
    : m_connection(std::move(connection)), m_clock(clock), m_ids(ids),
      m_writer(*m_connection, std::move(keysOf))
{
}

Result<std::unique_ptr<WriteSession>> WriteSession::open(const QString &databasePath, KeysOf keysOf,
                                                         const Clock &clock, IdSource &ids)
{
    if (const auto ours = refuseForeignFile(databasePath); !ours) {
        return std::unexpected(ours.error());
    }
    auto connection = Connection::open(databasePath, Access::readWrite);
    if (!connection) {
        return std::unexpected(connection.error());
    }
    const auto migrated = withRoom(**connection, [&] { return migrate(**connection); });
    if (!migrated) {
        return std::unexpected(migrated.error());
    }
    std::unique_ptr<WriteSession> session(
            new WriteSession(std::move(*connection), std::move(keysOf), clock, ids));
    const auto prepared = withRoom(*session->m_connection, [&] { return session->prepare(); });
    if (!prepared) {
        return std::unexpected(prepared.error());
    }
    return session;
}

Result<> WriteSession::prepare()
{
    const auto device = deviceNumber(*m_connection, m_ids);
    if (!device) {
        return std::unexpected(device.error());
    }
    m_device = *device;
    // Requests that a killed process had under way: how they ended is not known.
    if (const auto closed = m_connection->run(
                "UPDATE egress SET outcome='interrupted' WHERE outcome='under way'");
        !closed) {
        return closed;
    }
    const auto clock = readClock();
    return clock ? removeStaged() : clock;
}

Result<> WriteSession::readClock()
{
    Statement clock(*m_connection, "SELECT value FROM meta WHERE key='clock'");
    if (clock.step()) {
        m_lastStamp = clock.text(0).toLongLong();
    }
    return clock.failed() ? Result<>(std::unexpected(clock.error())) : Result<> {};
}

Result<qint64> WriteSession::insertOperation(const QString &label, Origin origin, qint64 reverts, bool keep,
                                             Change &change)
{
    change.operationId = m_ids.next();
    change.label = label;
    Statement insert(*m_connection,
                     "INSERT INTO operation(id,label,origin,at,reverts,keep) VALUES(?1,?2,?3,?4,?5,?6)");
    insert.bind(1, change.operationId)
            .bind(2, label)
            .bind(3, originName(origin))
            .bind(4, toStoredTime(m_clock.now()));
    insert.bind(6, keep ? 1 : 0);
    if (reverts != 0) {
        insert.bind(5, reverts);
    }
    if (const auto inserted = insert.run(); !inserted) {
        return std::unexpected(inserted.error());
    }
    return m_connection->lastRowId();
}

RecordWriter::Context WriteSession::contextFor(qint64 operation, Origin origin)
{
    // Hybrid logical clock: wall milliseconds in the high bits, never going back even when the wall clock
    // does.
    const QDateTime now = m_clock.now();
    m_lastStamp = std::max(m_lastStamp + 1, now.toMSecsSinceEpoch() << 16);
    return {operation, m_lastStamp, m_device, origin, toStoredTime(now)};
}

Result<> WriteSession::saveClock()
{
    Statement save(*m_connection, "INSERT OR REPLACE INTO meta(key, value) VALUES('clock', ?1)");
    return save.bind(1, QString::number(m_lastStamp)).run();
}

Result<> WriteSession::createRecords(std::span<RecordCreate> records, Change &change)
{
    CreatedRanges ranges(m_writer);
    for (RecordCreate &record : records) {
        const Kind kind = record.kind;
        const QString id = record.id;
        const auto rid = m_writer.create(std::move(record));
        if (!rid) {
            return std::unexpected(rid.error());
        }
        if (const auto noted = ranges.add(kind, *rid); !noted) {
            return noted;
        }
        noteRecord(change, {kind, id, *rid, ChangedRecord::How::created});
    }
    return ranges.flush();
}

Result<int> WriteSession::writeRecords(Operation &operation, Change &change, const Step &step)
{
    size_t done = 0;
    const size_t total = operation.patches.size() + operation.states.size();
    const auto next = [&] { return step ? step(done++, total) : Result<> {}; };
    int changed = static_cast<int>(operation.creates.size());
    const auto created = createRecords(operation.creates, change);
    if (!created) {
        return std::unexpected(created.error());
    }
    for (const RecordPatch &patch : operation.patches) {
        const int before = changed;
        if (const auto goOn = next(); !goOn) {
            return std::unexpected(goOn.error());
        }
        const auto rid = m_writer.patch(patch, changed);
        if (!rid) {
            return std::unexpected(rid.error());
        }
        if (changed > before) {
            noteRecord(change, {patch.kind, patch.id, *rid, ChangedRecord::How::changed});
        }
    }
    change.kept = m_writer.takeKept();
    for (const StateChange &state : operation.states) {
        const int before = changed;
        if (const auto goOn = next(); !goOn) {
            return std::unexpected(goOn.error());
        }
        const auto rid = m_writer.setState(state, changed);
        if (!rid) {
            return std::unexpected(rid.error());
        }
        if (changed > before) {
            const auto how = state.state == "live"_L1 ? ChangedRecord::How::created
                                                      : ChangedRecord::How::removed;
            noteRecord(change, {state.kind, state.id, *rid, how});
        }
    }
    const auto ended = next();
    return ended ? Result<int>(changed) : std::unexpected(ended.error());
}

Result<> WriteSession::touchRecords(Operation &operation, Change &change, const Step &step)
{
    const auto seq = insertOperation(operation.label, operation.origin, 0, operation.keepForGood, change);
    if (!seq) {
        return std::unexpected(seq.error());
    }
    m_writer.begin(contextFor(*seq, operation.origin));
    const auto changed = writeRecords(operation, change, step);
    if (!changed) {
        return std::unexpected(changed.error());
    }
    if (*changed == 0) {
        // Nothing differed from what is stored: no step for undo to stumble over.
        Statement forget(*m_connection, "DELETE FROM operation WHERE seq=?1");
        if (const auto forgotten = forget.bind(1, *seq).run(); !forgotten) {
            return forgotten;
        }
        change.operationId.clear();
    }
    change.undoChanged = *changed > 0;
    return saveClock();
}

Result<Change> WriteSession::apply(Operation operation, const Step &step)
{
    Transaction transaction(*m_connection);
    if (const auto begun = transaction.begun(); !begun) {
        return std::unexpected(begun.error());
    }
    Change change;
    if (!operation.creates.empty() || !operation.patches.empty() || !operation.states.empty()) {
        if (const auto touched = touchRecords(operation, change, step); !touched) {
            return std::unexpected(touched.error());
        }
    }
    if (const auto written = writeFacts(*m_connection, operation, toStoredTime(m_clock.now()), change);
        !written) {
        return std::unexpected(written.error());
    }
    if (const auto committed = transaction.commit(); !committed) {
        return std::unexpected(committed.error());
    }
    return change;
}

} // namespace crema::store
