// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/writesession.h"

#include "base/dates.h"
#include "store/factwriter.h"
#include "store/migrations.h"
#include "store/reverting.h"
#include "store/schema.h"

#include <QSysInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

constexpr size_t namedRecords = 1000;
constexpr int abandonedRowsPerStep = 5000;

void noteRecord(Change &change, ChangedRecord record)
{
    if (std::ranges::find(change.kinds, record.kind) == change.kinds.end()) {
        change.kinds.push_back(record.kind);
    }
    if (change.records.size() >= namedRecords) {
        change.bulk = true;
    }
    if (change.bulk) {
        change.records.clear();
    } else {
        change.records.push_back(std::move(record));
    }
}

/// Groups created rowids into ranges, so that an import is a handful of change rows.
class CreatedRanges
{
public:
    explicit CreatedRanges(RecordWriter &writer) : m_writer(writer) { }

    Result<> add(Kind kind, qint64 rid)
    {
        if (m_first != 0 && kind == m_kind && rid == m_last + 1) {
            m_last = rid;
            return {};
        }
        const auto flushed = flush();
        m_kind = kind;
        m_first = m_last = rid;
        return flushed;
    }

    Result<> flush()
    {
        const qint64 first = std::exchange(m_first, 0);
        return first == 0 ? Result<> {} : m_writer.noteCreated(m_kind, first, m_last);
    }

private:
    RecordWriter &m_writer;
    Kind m_kind = Kind::contact;
    qint64 m_first = 0;
    qint64 m_last = 0;
};

Result<qint64> deviceNumber(Connection &connection, IdSource &ids)
{
    // A copied workspace folder must not pretend to be the same device: two clones would overwrite each
    // other's stamps.
    const QString fingerprint = QString::fromLatin1(QSysInfo::machineUniqueId().toHex());
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
    auto connection = Connection::open(databasePath, Access::readWrite);
    if (!connection) {
        return std::unexpected(connection.error());
    }
    if (const auto migrated = migrate(**connection); !migrated) {
        return std::unexpected(migrated.error());
    }
    std::unique_ptr<WriteSession> session(
            new WriteSession(std::move(*connection), std::move(keysOf), clock, ids));
    if (const auto prepared = session->prepare(); !prepared) {
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
    Statement clock(*m_connection, "SELECT value FROM meta WHERE key='clock'");
    if (clock.step()) {
        m_lastStamp = clock.text(0).toLongLong();
    }
    return removeStaged();
}

Result<> WriteSession::removeStaged()
{
    std::vector<qint64> operations;
    Statement staged(*m_connection, "SELECT op FROM staging");
    while (staged.step()) {
        operations.push_back(staged.integer(0));
    }
    staged.reset();
    for (const qint64 operation : operations) {
        for (;;) {
            const auto done = abandon(operation);
            if (!done) {
                return std::unexpected(done.error());
            }
            if (*done) {
                break;
            }
        }
    }
    return {};
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
    return {operation, m_lastStamp, m_device, origin != Origin::sync, toStoredTime(now)};
}

Result<> WriteSession::saveClock()
{
    Statement save(*m_connection, "INSERT OR REPLACE INTO meta(key, value) VALUES('clock', ?1)");
    return save.bind(1, QString::number(m_lastStamp)).run();
}

Result<int> WriteSession::writeRecords(const Operation &operation, Change &change)
{
    int changed = 0;
    CreatedRanges ranges(m_writer);
    for (const RecordCreate &record : operation.creates) {
        const auto rid = m_writer.create(record);
        if (!rid) {
            return std::unexpected(rid.error());
        }
        if (const auto noted = ranges.add(record.kind, *rid); !noted) {
            return std::unexpected(noted.error());
        }
        noteRecord(change, {record.kind, record.id, *rid, ChangedRecord::How::created});
        ++changed;
    }
    if (const auto flushed = ranges.flush(); !flushed) {
        return std::unexpected(flushed.error());
    }
    for (const RecordPatch &patch : operation.patches) {
        const int before = changed;
        const auto rid = m_writer.patch(patch, changed);
        if (!rid) {
            return std::unexpected(rid.error());
        }
        if (changed > before) {
            noteRecord(change, {patch.kind, patch.id, *rid, ChangedRecord::How::changed});
        }
    }
    for (const StateChange &state : operation.states) {
        const int before = changed;
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
    return changed;
}

Result<Change> WriteSession::apply(const Operation &operation)
{
    Transaction transaction(*m_connection);
    if (const auto begun = transaction.begun(); !begun) {
        return std::unexpected(begun.error());
    }
    Change change;
    const bool touchesRecords = !operation.creates.empty() || !operation.patches.empty()
            || !operation.states.empty();
    if (touchesRecords) {
        const auto seq = insertOperation(operation.label, operation.origin, 0, operation.keepForGood, change);
        if (!seq) {
            return std::unexpected(seq.error());
        }
        m_writer.begin(contextFor(*seq, operation.origin));
        const auto changed = writeRecords(operation, change);
        if (!changed) {
            return std::unexpected(changed.error());
        }
        if (*changed == 0) {
            // Nothing differed from what is stored: no step for undo to stumble over.
            Statement forget(*m_connection, "DELETE FROM operation WHERE seq=?1");
            if (const auto forgotten = forget.bind(1, *seq).run(); !forgotten) {
                return std::unexpected(forgotten.error());
            }
            change.operationId.clear();
        }
        change.undoChanged = *changed > 0;
        if (const auto saved = saveClock(); !saved) {
            return std::unexpected(saved.error());
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

Result<qint64> WriteSession::beginStaged(const Operation &operation)
{
    Transaction transaction(*m_connection);
    if (const auto begun = transaction.begun(); !begun) {
        return std::unexpected(begun.error());
    }
    Change change;
    const auto seq = insertOperation(operation.label, operation.origin, 0, operation.keepForGood, change);
    if (!seq) {
        return seq;
    }
    Statement stage(*m_connection, "INSERT INTO staging(op) VALUES(?1)");
    if (const auto staged = stage.bind(1, *seq).run(); !staged) {
        return std::unexpected(staged.error());
    }
    if (const auto committed = transaction.commit(); !committed) {
        return std::unexpected(committed.error());
    }
    return seq;
}

Result<> WriteSession::stage(qint64 operation, std::span<const RecordCreate> records)
{
    Transaction transaction(*m_connection);
    if (const auto begun = transaction.begun(); !begun) {
        return begun;
    }
    m_writer.begin(contextFor(operation, Origin::import));
    CreatedRanges ranges(m_writer);
    for (const RecordCreate &record : records) {
        const auto rid = m_writer.create(record);
        if (!rid) {
            return std::unexpected(rid.error());
        }
        if (const auto noted = ranges.add(record.kind, *rid); !noted) {
            return noted;
        }
    }
    if (const auto flushed = ranges.flush(); !flushed) {
        return flushed;
    }
    if (const auto saved = saveClock(); !saved) {
        return saved;
    }
    return transaction.commit();
}

Result<Change> WriteSession::publish(qint64 operation, const Operation &rest)
{
    Transaction transaction(*m_connection);
    if (const auto begun = transaction.begun(); !begun) {
        return std::unexpected(begun.error());
    }
    Change change;
    Statement find(*m_connection, "SELECT id, label FROM operation WHERE seq=?1");
    if (!find.bind(1, operation).step()) {
        return failure(ErrorKind::internal, u"The staged rows are gone."_s);
    }
    change.operationId = find.text(0);
    change.label = find.text(1);
    find.reset();
    m_writer.begin(contextFor(operation, rest.origin));
    if (const auto changed = writeRecords(rest, change); !changed) {
        return std::unexpected(changed.error());
    }
    Statement unstage(*m_connection, "DELETE FROM staging WHERE op=?1");
    if (const auto visible = unstage.bind(1, operation).run(); !visible) {
        return std::unexpected(visible.error());
    }
    if (const auto written = writeFacts(*m_connection, rest, toStoredTime(m_clock.now()), change); !written) {
        return std::unexpected(written.error());
    }
    if (const auto saved = saveClock(); !saved) {
        return std::unexpected(saved.error());
    }
    if (const auto committed = transaction.commit(); !committed) {
        return std::unexpected(committed.error());
    }
    change.records.clear();
    change.bulk = true;
    change.undoChanged = true;
    if (std::ranges::find(change.kinds, Kind::contact) == change.kinds.end()) {
        change.kinds.push_back(Kind::contact);
    }
    return change;
}

Result<bool> WriteSession::abandon(qint64 operation)
{
    Transaction transaction(*m_connection);
    if (const auto begun = transaction.begun(); !begun) {
        return std::unexpected(begun.error());
    }
    const auto left = removeStagedRows(*m_connection, operation, abandonedRowsPerStep);
    if (!left) {
        return std::unexpected(left.error());
    }
    if (const auto committed = transaction.commit(); !committed) {
        return std::unexpected(committed.error());
    }
    return !*left;
}

Result<UndoOutcome> WriteSession::undo()
{
    Statement latest(
            *m_connection,
            "SELECT seq, label FROM operation WHERE reverts IS NULL AND undone=0 AND origin IN "
            "('user','job','import') AND seq NOT IN (SELECT op FROM staging) ORDER BY seq DESC LIMIT 1");
    if (!latest.step()) {
        return failure(ErrorKind::notFound, u"There is nothing to undo."_s);
    }
    const qint64 operation = latest.integer(0);
    const QString label = latest.text(1);
    latest.reset();
    return revert(operation, label, true);
}

Result<UndoOutcome> WriteSession::redo()
{
    Statement latest(*m_connection,
                     "SELECT seq, label FROM operation o WHERE undone>0 AND NOT EXISTS(SELECT 1 FROM "
                     "operation n WHERE "
                     "n.seq > o.undone AND n.reverts IS NULL AND n.origin IN ('user','job','import')) "
                     "ORDER BY undone DESC LIMIT 1");
    if (!latest.step()) {
        return failure(ErrorKind::notFound, u"There is nothing to redo."_s);
    }
    const qint64 operation = latest.integer(0);
    const QString label = latest.text(1);
    latest.reset();
    return revert(operation, label, false);
}

Result<UndoOutcome> WriteSession::revert(qint64 operation, const QString &label, bool undo)
{
    Transaction transaction(*m_connection);
    if (const auto begun = transaction.begun(); !begun) {
        return std::unexpected(begun.error());
    }
    UndoOutcome outcome;
    Statement find(*m_connection, "SELECT id FROM operation WHERE seq=?1");
    if (find.bind(1, operation).step()) {
        outcome.operationId = find.text(0);
    }
    find.reset();
    outcome.label = label;
    const auto seq = insertOperation(label, Origin::user, operation, false, outcome.change);
    if (!seq) {
        return std::unexpected(seq.error());
    }
    m_writer.begin(contextFor(*seq, Origin::user));
    Reverting reverting(*m_connection, m_writer,
                        {*seq, m_lastStamp, m_device, true, toStoredTime(m_clock.now())});
    const auto reverted = undo ? reverting.undo(operation) : reverting.redo(operation);
    if (!reverted) {
        return std::unexpected(reverted.error());
    }
    outcome.conflicts = reverting.takeConflicts();
    for (ChangedRecord &record : reverting.takeRecords()) {
        noteRecord(outcome.change, std::move(record));
    }
    for (const Kind kind : reverting.bulkKinds()) {
        noteRecord(outcome.change, {kind, {}, 0, ChangedRecord::How::changed});
        outcome.change.bulk = true;
        outcome.change.records.clear();
    }
    outcome.change.undoChanged = true;
    Statement markUndone(*m_connection, "UPDATE operation SET undone=?2 WHERE seq=?1");
    if (const auto marked = markUndone.bind(1, operation).bind(2, undo ? *seq : 0).run(); !marked) {
        return std::unexpected(marked.error());
    }
    if (const auto saved = saveClock(); !saved) {
        return std::unexpected(saved.error());
    }
    if (const auto committed = transaction.commit(); !committed) {
        return std::unexpected(committed.error());
    }
    return outcome;
}

Result<int> WriteSession::purgeTrash(int days)
{
    Transaction transaction(*m_connection);
    if (const auto begun = transaction.begun(); !begun) {
        return std::unexpected(begun.error());
    }
    const RecordWriter::Context context = contextFor(0, Origin::user);
    const QString before = toStoredTime(m_clock.now().addDays(-days));
    const auto purged = purgeRecords(*m_connection, before, context.stamp, m_device);
    if (!purged) {
        return purged;
    }
    if (const auto committed = transaction.commit(); !committed) {
        return std::unexpected(committed.error());
    }
    return purged;
}

} // namespace crema::store
