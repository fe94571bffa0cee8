// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/changenotes.h"
#include "store/createdranges.h"
#include "store/factwriter.h"
#include "store/logroom.h"
#include "store/retention.h"
#include "store/reverting.h"
#include "store/writesession.h"

#include "base/dates.h"

#include <algorithm>
#include <map>
#include <utility>

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

constexpr int abandonedRowsPerStep = 5000;
constexpr int indexedRowsPerStep = 1000;
constexpr size_t keysPerRun = 500'000; // of a hundred thousand people; some 12 MB

Result<std::vector<qint64>> stagedRids(Connection &connection, const CreatedRange &range, qint64 operation)
{
    std::vector<qint64> rids;
    Statement select(connection,
                     QByteArray("SELECT rid FROM ") + tableOf(range.kind).name
                             + " WHERE rid BETWEEN ?1 AND ?2 AND op=?3 LIMIT ?4");
    select.bind(1, range.first).bind(2, range.last).bind(3, operation).bind(4, abandonedRowsPerStep);
    while (select.step()) {
        rids.push_back(select.integer(0));
    }
    return select.failed() ? Result<std::vector<qint64>>(std::unexpected(select.error())) : rids;
}

/// Deletes some of the rows that a bulk operation staged; at the end also the operation. True while rows are
/// left.
Result<bool> removeSomeStaged(Connection &connection, RecordIndex &index, qint64 operation)
{
    const auto ranges = createdRanges(connection, operation);
    if (!ranges) {
        return std::unexpected(ranges.error());
    }
    for (const CreatedRange &range : *ranges) {
        const auto rids = stagedRids(connection, range, operation);
        if (!rids) {
            return std::unexpected(rids.error());
        }
        if (!rids->empty()) {
            const auto deleted = deleteRows(connection, index, range.kind, *rids);
            return deleted ? Result<bool>(true) : std::unexpected(deleted.error());
        }
    }
    std::map<Kind, CreatedRange> whole; // each sweep reads all keys
    for (const CreatedRange &range : *ranges) {
        CreatedRange &one = whole.try_emplace(range.kind, range).first->second;
        one = {range.kind, std::min(one.first, range.first), std::max(one.last, range.last)};
    }
    for (const auto &[kind, range] : whole) {
        if (const auto dropped = index.dropKeys(kind, range.first, range.last); !dropped) {
            return std::unexpected(dropped.error());
        }
    }
    for (const char *sql : {"DELETE FROM change WHERE op=?1", "DELETE FROM staging WHERE op=?1",
                            "DELETE FROM operation WHERE seq=?1"}) {
        Statement statement(connection, sql);
        if (const auto deleted = statement.bind(1, operation).run(); !deleted) {
            return std::unexpected(deleted.error());
        }
    }
    return false;
}

struct PendingText
{
    qint64 rid = 0;
    LongText text;
    std::string words; ///< of a contact from before its notes were among them
};

/// The next records of a range that still has to be indexed.
Result<std::vector<PendingText>> pendingTexts(Connection &connection, const CreatedRange &range)
{
    std::vector<PendingText> pending;
    Statement select(connection,
                     QByteArray("SELECT rid, body FROM ") + tableOf(range.kind).name
                             + " WHERE rid BETWEEN ?1 AND ?2 ORDER BY rid LIMIT ?3");
    select.bind(1, range.first).bind(2, range.last).bind(3, indexedRowsPerStep);
    while (select.step()) {
        // A body that cannot be read has no words; opening the record or a check reports it.
        const Json body = parseJson(select.view(1)).value_or(Json::object());
        pending.push_back({select.integer(0), longTextOf(range.kind, body),
                           range.kind == Kind::contact ? peopleWordsOf(body) : std::string()});
    }
    return select.failed() ? Result<std::vector<PendingText>>(std::unexpected(select.error())) : pending;
}

Result<> addPending(RecordIndex &index, Kind kind, const PendingText &record)
{
    if (kind == Kind::contact) {
        return index.setWords(record.rid, record.words);
    }
    return record.text == LongText {} ? Result<> {} : index.addText(kind, record.rid, record.text);
}

Result<std::optional<CreatedRange>> nextUnindexed(Connection &connection)
{
    Statement select(connection, "SELECT kind, rid, last_rid FROM unindexed ORDER BY kind, rid LIMIT 1");
    if (select.step()) {
        return CreatedRange {static_cast<Kind>(select.integer(0)), select.integer(1), select.integer(2)};
    }
    return select.failed() ? Result<std::optional<CreatedRange>>(std::unexpected(select.error()))
                           : std::nullopt;
}

} // namespace

Result<> WriteSession::removeStaged()
{
    std::vector<qint64> operations;
    Statement staged(*m_connection, "SELECT op FROM staging");
    while (staged.step()) {
        operations.push_back(staged.integer(0));
    }
    if (staged.failed()) {
        return std::unexpected(staged.error());
    }
    staged.reset();
    for (const qint64 operation : operations) {
        for (bool done = false; !done;) {
            const auto removed = abandon(operation);
            if (!removed) {
                return std::unexpected(removed.error());
            }
            done = *removed;
        }
    }
    return {};
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
    m_stagedKeys[*seq].reserve(keysPerRun + keysPerRun / 2); // growing would copy megabytes
    m_connection->setBulk(true);
    return seq;
}

void WriteSession::endStaged(qint64 operation)
{
    m_stagedKeys.erase(operation);
    m_connection->setBulk(!m_stagedKeys.empty());
}

Result<> WriteSession::stage(qint64 operation, Origin origin, std::span<const PreparedRecord> records)
{
    if (const auto room = makeRoom(*m_connection, records); !room) {
        return room; // while there is enough left to take the steps before back
    }
    // Nobody sees these rows before they are published: that commit brings them to the disk, or Store before
    // it.
    if (const auto relaxed = m_connection->setDurable(false); !relaxed) {
        return relaxed;
    }
    const auto staged = stageRows(operation, origin, records);
    const auto durable = m_connection->setDurable(true);
    return staged ? durable : staged;
}

Result<> WriteSession::stageRows(qint64 operation, Origin origin, std::span<const PreparedRecord> records)
{
    Transaction transaction(*m_connection);
    if (const auto begun = transaction.begun(); !begun) {
        return begun;
    }
    m_writer.begin(contextFor(operation, origin));
    CreatedRanges ranges(m_writer);
    std::vector<RecordIndex::Key> &keys = m_stagedKeys[operation];
    for (auto rest = records; !rest.empty();) {
        const auto some = rest.first(RecordWriter::atOnce(rest));
        rest = rest.subspan(some.size());
        auto rid = m_writer.createUnindexed(some);
        if (!rid) {
            return std::unexpected(rid.error());
        }
        if (some.front().kind == Kind::contact) {
            std::vector<std::string_view> words;
            std::ranges::transform(
                    some, std::back_inserter(words),
                    [](const PreparedRecord &record) -> std::string_view { return record.entry.words; });
            if (const auto set = m_writer.index().setWords(*rid, words); !set) {
                return set;
            }
        }
        for (const PreparedRecord &record : some) {
            if (const auto noted = ranges.add(record.kind, *rid); !noted) {
                return noted;
            }
            for (const qint64 key : record.entry.keys) {
                keys.push_back({key, record.kind, *rid});
            }
            ++*rid;
        }
    }
    if (keys.size() > keysPerRun) {
        if (const auto added = m_writer.index().addKeys(std::exchange(keys, {})); !added) {
            return added;
        }
    }
    if (const auto noted = ranges.flush(); !noted) {
        return noted;
    }
    if (const auto saved = saveClock(); !saved) {
        return saved;
    }
    return transaction.commit();
}

Result<Change> WriteSession::publish(qint64 operation, Operation rest)
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
    const auto ranges = createdRanges(*m_connection, operation);
    if (!ranges) {
        return std::unexpected(ranges.error());
    }
    if (const auto added = m_writer.index().addKeys(std::exchange(m_stagedKeys[operation], {})); !added) {
        return std::unexpected(added.error());
    }
    m_writer.begin(contextFor(operation, rest.origin));
    if (const auto changed = writeRecords(rest, change); !changed) {
        return std::unexpected(changed.error());
    }
    Statement pending(*m_connection, "INSERT INTO unindexed(kind,rid,last_rid) VALUES(?1,?2,?3)");
    for (const CreatedRange &range : *ranges) {
        noteKind(change, range.kind);
        if (range.kind == Kind::contact) {
            continue; // has no long text: all of its words are there
        }
        pending.bind(1, static_cast<int>(range.kind)).bind(2, range.first).bind(3, range.last);
        if (const auto noted = pending.run(); !noted) {
            return std::unexpected(noted.error());
        }
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
    endStaged(operation);
    change.undoChanged = true;
    return change;
}

Result<bool> WriteSession::abandon(qint64 operation)
{
    endStaged(operation);
    Transaction transaction(*m_connection);
    if (const auto begun = transaction.begun(); !begun) {
        return std::unexpected(begun.error());
    }
    const auto left = removeSomeStaged(*m_connection, m_writer.index(), operation);
    if (!left) {
        return std::unexpected(left.error());
    }
    if (const auto committed = transaction.commit(); !committed) {
        return std::unexpected(committed.error());
    }
    return !*left;
}

Result<bool> WriteSession::isIndexed()
{
    const auto next = nextUnindexed(*m_connection);
    return next ? Result<bool>(!next->has_value()) : std::unexpected(next.error());
}

Result<bool> WriteSession::indexSome()
{
    Transaction transaction(*m_connection);
    if (const auto begun = transaction.begun(); !begun) {
        return std::unexpected(begun.error());
    }
    const auto next = nextUnindexed(*m_connection);
    if (!next || !*next) {
        return next ? Result<bool>(true) : std::unexpected(next.error());
    }
    const CreatedRange range = **next;
    const auto pending = pendingTexts(*m_connection, range);
    if (!pending) {
        return std::unexpected(pending.error());
    }
    for (const PendingText &record : *pending) {
        if (const auto added = addPending(m_writer.index(), range.kind, record); !added) {
            return std::unexpected(added.error());
        }
    }
    const bool rangeDone = pending->size() < indexedRowsPerStep || pending->back().rid == range.last;
    Statement advance(*m_connection,
                      rangeDone ? "DELETE FROM unindexed WHERE kind=?1 AND rid=?2"
                                : "UPDATE unindexed SET rid=?3 WHERE kind=?1 AND rid=?2");
    advance.bind(1, static_cast<int>(range.kind)).bind(2, range.first);
    if (!rangeDone) {
        advance.bind(3, pending->back().rid + 1);
    }
    if (const auto advanced = advance.run(); !advanced) {
        return std::unexpected(advanced.error());
    }
    if (const auto committed = transaction.commit(); !committed) {
        return std::unexpected(committed.error());
    }
    return isIndexed();
}

} // namespace crema::store
