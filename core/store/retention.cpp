// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/retention.h"

#include "store/operation.h"

#include <QRegularExpression>

#include <sqlite3.h>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace crema::store {

Result<> deleteRows(Connection &connection, RecordIndex &index, Kind kind, const std::vector<qint64> &rids)
{
    Statement marks(connection, "DELETE FROM field_mark WHERE kind=?1 AND rid=?2");
    Statement row(connection, QByteArray("DELETE FROM ") + tableOf(kind).name + " WHERE rid=?1");
    for (const qint64 rid : rids) {
        const Result<> results[] {index.remove(kind, rid),
                                  marks.bind(1, static_cast<int>(kind)).bind(2, rid).run(),
                                  row.bind(1, rid).run()};
        for (const Result<> &result : results) {
            if (!result) {
                return result;
            }
        }
    }
    return {};
}

namespace {

Result<std::vector<qint64>> buryKind(Connection &connection, Kind kind, const QString &before, qint64 stamp,
                                     qint64 device)
{
    std::vector<qint64> rids;
    Statement bury(
            connection,
            "INSERT OR REPLACE INTO tombstone(kind,id,rid,stamp,device,dirty) VALUES(?1,?2,?3,?4,?5,1)");
    // Undo needs what was edited in the trash as long as the edit itself can be undone.
    Statement select(connection,
                     QByteArray("SELECT rid, id FROM ") + tableOf(kind).name
                             + " WHERE state='trashed' AND state_at<=?1 AND NOT EXISTS(SELECT 1 FROM change "
                               "c JOIN operation o ON o.seq=c.op WHERE c.kind=?2 AND c.rid="
                             + tableOf(kind).name + ".rid AND o.at>?1)");
    select.bind(1, before).bind(2, static_cast<int>(kind));
    while (select.step()) {
        const qint64 rid = select.integer(0);
        rids.push_back(rid);
        bury.bind(1, static_cast<int>(kind)).bind(2, select.text(1)).bind(3, rid).bind(4, stamp);
        if (const auto buried = bury.bind(5, device).run(); !buried) {
            return std::unexpected(buried.error());
        }
    }
    return select.failed() ? Result<std::vector<qint64>>(std::unexpected(select.error())) : rids;
}

/// Only these have kept files.
constexpr std::array kindsWithFiles {Kind::resume, Kind::prep};

bool hasFiles(Kind kind)
{
    return std::ranges::find(kindsWithFiles, kind) != kindsWithFiles.end();
}

/// Every hash of a kept file that a record names or named once.
Result<> collectFiles(Connection &connection, Kind kind, const std::vector<qint64> &rids,
                      std::set<QString> &files)
{
    static const QRegularExpression hash(u"\"([0-9a-f]{64})\""_s);
    Statement select(connection,
                     QByteArray("SELECT body FROM ") + tableOf(kind).name
                             + " WHERE rid=?1 UNION ALL SELECT before FROM change WHERE kind=?2 AND rid=?1 "
                               "UNION ALL SELECT after FROM change WHERE kind=?2 AND rid=?1");
    for (const qint64 rid : rids) {
        select.bind(1, rid).bind(2, static_cast<int>(kind));
        while (select.step()) {
            auto match = hash.globalMatch(select.text(0));
            while (match.hasNext()) {
                files.insert(match.next().captured(1));
            }
        }
        if (select.failed()) {
            return std::unexpected(select.error());
        }
        select.reset();
    }
    return {};
}

/// Whether a record still names the file, or would after an undo.
Result<bool> isNamed(Connection &connection, const QString &file)
{
    for (const Kind kind : kindsWithFiles) {
        Statement select(connection,
                         QByteArray("SELECT 1 FROM ") + tableOf(kind).name
                                 + " WHERE instr(body,?1)>0 UNION ALL SELECT 1 FROM change WHERE kind=?2 AND "
                                   "(instr(before,?1)>0 OR instr(after,?1)>0) LIMIT 1");
        const bool named = select.bind(1, file).bind(2, static_cast<int>(kind)).step();
        if (named || select.failed()) {
            return named ? Result<bool>(true) : std::unexpected(select.error());
        }
    }
    return false;
}

/// The history still says that the records were changed and when, but not what they held; the field too may
/// say it ("tags/<tag>").
Result<> forgetTexts(Connection &connection, Kind kind, const std::vector<qint64> &rids)
{
    Statement forget(connection,
                     "UPDATE change SET field=?3, before=NULL, after=NULL, source=NULL WHERE kind=?1 AND "
                     "rid=?2 AND last_rid=rid AND field IS NOT NULL AND field<>'@state'");
    for (const qint64 rid : rids) {
        forget.bind(1, static_cast<int>(kind)).bind(2, rid);
        if (const auto forgotten = forget.bind(3, purgedField()).run(); !forgotten) {
            return forgotten;
        }
    }
    return {};
}

Result<> forgetKind(Connection &connection, RecordIndex &index, Kind kind, const std::vector<qint64> &rids)
{
    if (const auto deleted = deleteRows(connection, index, kind, rids); !deleted) {
        return deleted;
    }
    if (const auto forgotten = forgetTexts(connection, kind, rids); !forgotten) {
        return forgotten;
    }
    const auto [first, last] = std::ranges::minmax(rids);
    return index.dropKeys(kind, first, last);
}

} // namespace

Result<Purged> purgeRecords(Connection &connection, RecordIndex &index, const QString &before, qint64 stamp,
                            qint64 device)
{
    Purged purged;
    std::set<QString> files;
    for (const Kind kind : allKinds) {
        const auto rids = buryKind(connection, kind, before, stamp, device);
        if (!rids) {
            return std::unexpected(rids.error());
        }
        if (rids->empty()) {
            continue;
        }
        const auto collected = hasFiles(kind) ? collectFiles(connection, kind, *rids, files) : Result<> {};
        const auto forgotten = collected ? forgetKind(connection, index, kind, *rids) : collected;
        if (!forgotten) {
            return std::unexpected(forgotten.error());
        }
        purged.records += static_cast<int>(rids->size());
        purged.kinds.push_back(kind);
    }
    for (const QString &file : files) {
        const auto named = isNamed(connection, file);
        if (!named) {
            return std::unexpected(named.error());
        }
        if (!*named) {
            purged.files << file;
        }
    }
    return purged;
}

Result<int> pruneOperations(Connection &connection, const QString &before)
{
    Statement mark(
            connection,
            "UPDATE operation SET pruned=1 WHERE pruned=0 AND keep=0 AND at<=?1 "
            "AND seq NOT IN (SELECT op FROM staging) "
            "AND NOT EXISTS(SELECT 1 FROM operation root WHERE root.seq=operation.reverts AND root.keep=1) "
            "AND NOT EXISTS(SELECT 1 FROM operation young "
            "WHERE young.reverts=coalesce(operation.reverts, operation.seq) AND young.at>?1)");
    if (const auto marked = mark.bind(1, before).run(); !marked) {
        return std::unexpected(marked.error());
    }
    const int pruned = sqlite3_changes(connection.handle());
    Statement forget(connection, "DELETE FROM change WHERE op IN (SELECT seq FROM operation WHERE pruned=1)");
    if (const auto forgotten = forget.run(); !forgotten) {
        return std::unexpected(forgotten.error());
    }
    return pruned;
}

} // namespace crema::store
