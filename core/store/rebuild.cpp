// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rebuild.h"

#include "base/durablefiles.h"
#include "base/paths.h"
#include "store/formats.h"
#include "store/mending.h"
#include "store/migrations.h"
#include "store/migrationsteps.h"
#include "store/salvage.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

/// The format in which the damaged database was written, by its tables or its header; the present one when
/// neither says.
int versionOf(const QString &path)
{
    const auto connection = Connection::open(path, Access::readOnly);
    const auto file = PageFile::open(path);
    const int version = connection ? formatOf(**connection) : file ? (*file)->userVersion() : 0;
    return version >= 1 && version <= currentSchemaVersion() ? version : currentSchemaVersion();
}

/// The triggers watch over the ledger while it is used; a repair has to write what they forbid.
Result<QByteArray> dropTriggers(Connection &connection)
{
    QByteArray sql;
    std::vector<QByteArray> names;
    Statement triggers(connection, "SELECT name, sql FROM sqlite_master WHERE type='trigger'");
    while (triggers.step()) {
        names.push_back(triggers.bytes(0));
        sql += triggers.bytes(1) + ";\n";
    }
    triggers.reset();
    for (const QByteArray &name : names) {
        if (const auto dropped = connection.run(("DROP TRIGGER \"" + name + '"').constData()); !dropped) {
            return std::unexpected(dropped.error());
        }
    }
    return sql;
}

/// Stamps never go back, also when the row that says how far they went is lost.
Result<> raiseClock(Connection &connection)
{
    QByteArray stamps = "SELECT stamp FROM field_mark UNION ALL SELECT stamp FROM tombstone";
    for (const Kind kind : allKinds) {
        stamps += QByteArray(" UNION ALL SELECT stamp FROM ") + tableOf(kind).name;
    }
    return connection.run(
            ("INSERT OR REPLACE INTO meta(key,value) SELECT 'clock', CAST(max(coalesce((SELECT CAST(value AS "
             "INTEGER) FROM meta WHERE key='clock'),0), coalesce((SELECT max(stamp) FROM ("
             + stamps + ")),0)) AS TEXT)")
                    .constData());
}

/// Rowids are never used twice: history, marks and tombstones go by them.
Result<> raiseSequences(Connection &connection)
{
    for (const Kind kind : allKinds) {
        const QByteArray number = QByteArray::number(static_cast<int>(kind));
        const QByteArray name = tableOf(kind).name;
        const QByteArray highest = "max((SELECT coalesce(max(rid),0) FROM " + name
                + "), (SELECT coalesce(max(last_rid),0) FROM change WHERE kind=" + number
                + "), (SELECT coalesce(max(rid),0) FROM tombstone WHERE kind=" + number + "))";
        const QByteArray sql = "DELETE FROM sqlite_sequence WHERE name='" + name
                + "'; INSERT INTO sqlite_sequence(name,seq) SELECT '" + name + "', " + highest;
        if (const auto raised = connection.run(sql.constData()); !raised) {
            return raised;
        }
    }
    return {};
}

void describe(const Salvage &salvage, RebuildReport &report)
{
    if (salvage.hadWrongHeader) {
        report.saved << u"The header of the database was put right."_s;
    }
    if (!salvage.wasSound) {
        qint64 rows = 0;
        for (const qint64 count : salvage.rows) {
            rows += count;
        }
        report.saved << u"The database file was damaged; %1 rows were read out of it into a new one."_s.arg(
                rows);
    }
    if (salvage.unreadablePages > 0) {
        report.lost << u"%1 pages of the database could not be read."_s.arg(salvage.unreadablePages);
    }
    if (salvage.unreadableRows > 0) {
        report.lost << u"%1 rows of the database could not be read."_s.arg(salvage.unreadableRows);
    }
    if (salvage.unplacedRows > 0) {
        report.lost << u"%1 rows could be read, but not where they belong."_s.arg(salvage.unplacedRows);
    }
    if (!salvage.oddRows.empty()) {
        report.lost << u"%1 rows were damaged; they are in quarantine."_s.arg(salvage.oddRows.size());
    }
}

Result<> writeQuarantine(const QString &stem, const std::vector<Json> &first, const std::vector<Json> &second,
                         RebuildReport &report)
{
    QByteArray lines;
    for (const auto *list : {&first, &second}) {
        for (const Json &one : *list) {
            lines += toBytes(one) + '\n';
        }
    }
    if (lines.isEmpty()) {
        return {};
    }
    if (!QDir().mkpath(QFileInfo(stem).path())) {
        return failure(
                ErrorKind::storage,
                u"The folder \"%1\" cannot be made. Nothing was changed."_s.arg(QFileInfo(stem).path()));
    }
    report.quarantine = stem + u".jsonl"_s;
    return writeFile(report.quarantine, lines);
}

Result<> mendAll(Connection &connection, const KeysOf &keysOf, const QString &at, Mending &mending)
{
    if (const auto mended = mendRecords(connection, mending); !mended) {
        return mended;
    }
    if (const auto mended = mendHistory(connection, at, mending); !mended) {
        return mended;
    }
    if (const auto mended = mendLedger(connection, at, mending); !mended) {
        return mended;
    }
    if (const auto rebuilt = rebuildIndexes(connection, keysOf); !rebuilt) {
        return rebuilt;
    }
    const auto raised = raiseSequences(connection);
    return raised ? raiseClock(connection) : raised;
}

} // namespace

Result<RebuildReport> rebuildDatabase(const QString &source, const QString &target, const KeysOf &keysOf,
                                      const QString &quarantine, const QString &at)
{
    const auto connection = Connection::open(target, Access::readWrite);
    if (!connection) {
        return std::unexpected(connection.error());
    }
    // Nobody uses it before decideSwap() has everything on the disk.
    if (const auto fast = (*connection)->run("PRAGMA synchronous=OFF"); !fast) {
        return std::unexpected(fast.error());
    }
    const std::vector<const char *> &all = migrationSteps();
    const std::vector<const char *> steps(all.begin(), all.begin() + versionOf(source));
    if (const auto made = migrateThrough(**connection, steps); !made) {
        return std::unexpected(made.error());
    }
    // What is read goes in first and in the old form; the steps that follow are those of every other
    // database.
    const auto before = dropTriggers(**connection);
    if (!before) {
        return std::unexpected(before.error());
    }
    RebuildReport report;
    Transaction copying(**connection);
    const auto salvage = salvageInto(**connection, source);
    if (!salvage) {
        return std::unexpected(salvage.error());
    }
    if (salvage->rows.isEmpty()) {
        return failure(
                ErrorKind::storage,
                u"Nothing could be read of \"%1\". It was not changed; restore a backup."_s.arg(source));
    }
    for (const Result<> &done : {(*connection)->run(before->constData()), copying.commit()}) {
        if (!done) {
            return std::unexpected(done.error());
        }
    }
    if (const auto migrated = migrateThrough(**connection, all); !migrated) {
        return std::unexpected(migrated.error());
    }
    const auto triggers = dropTriggers(**connection);
    Transaction transaction(**connection);
    Mending mending;
    const auto mended = triggers ? mendAll(**connection, keysOf, at, mending)
                                 : Result<>(std::unexpected(triggers.error()));
    if (!mended) {
        return std::unexpected(mended.error());
    }
    describe(*salvage, report);
    report.saved += mending.saved;
    report.lost += mending.lost;
    if (const auto written = writeQuarantine(quarantine, salvage->oddRows, mending.quarantined, report);
        !written) {
        return std::unexpected(written.error());
    }
    for (const Result<> &done : {(*connection)->run(triggers->constData()), transaction.commit()}) {
        if (!done) {
            return std::unexpected(done.error());
        }
    }
    report.saved << u"Keys, search words and balances were made anew."_s;
    return report;
}

bool isKeptFileWhole(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return file.open(QIODevice::ReadOnly) && hash.addData(&file)
            && hash.result().toHex() == QFileInfo(path).fileName().toLatin1();
}

Result<QStringList> quarantineDamagedFiles(const Workspace &workspace, const QString &quarantine)
{
    QStringList damaged;
    QDirIterator files(workspace.filesFolder(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        if (files.fileName().size() == 64 && !isKeptFileWhole(path)) {
            damaged << path;
        }
    }
    QStringList moved;
    for (const QString &path : std::as_const(damaged)) {
        if (!QDir().mkpath(quarantine)) {
            return failure(ErrorKind::storage, u"The folder \"%1\" cannot be made."_s.arg(quarantine));
        }
        const QString target = quarantine + u'/' + QFileInfo(path).fileName();
        if (const auto renamed = renameDurably(path, target); !renamed) {
            return std::unexpected(renamed.error());
        }
        moved << u"The kept file \"%1\" was damaged; it is now in \"%2\"."_s.arg(QFileInfo(path).fileName(),
                                                                                 quarantine);
    }
    return moved;
}

Result<QStringList> forgetMissingFiles(const Workspace &workspace, const QString &databasePath)
{
    const auto connection = Connection::open(databasePath, Access::readWrite);
    if (!connection) {
        return std::unexpected(connection.error());
    }
    struct Reference
    {
        const char *table;
        const char *field;
        const char *words;
    };
    constexpr Reference references[] {
            {"resume", "file", "The file of the resume \"%1\" is lost; what was read from it is there."},
            {"prep", "pdfFile", "The PDF of the coffee chat prep \"%1\" is lost; it can be made again."}};
    QStringList forgotten;
    for (const Reference &reference : references) {
        const QByteArray path = QByteArray("'$.") + reference.field + "'";
        Statement select(**connection,
                         QByteArray("SELECT rid, id, json_extract(body,") + path + ") FROM " + reference.table
                                 + " WHERE json_extract(body," + path + ")<>''");
        Statement forget(**connection,
                         QByteArray("UPDATE ") + reference.table + " SET body=json_remove(body," + path
                                 + "), dirty=1 WHERE rid=?1");
        std::vector<qint64> rids;
        while (select.step()) {
            if (!QFileInfo::exists(workspace.filePath(select.text(2)))) {
                rids.push_back(select.integer(0));
                forgotten << QString::fromLatin1(reference.words).arg(select.text(1));
            }
        }
        if (select.failed()) {
            return std::unexpected(select.error());
        }
        select.reset();
        for (const qint64 rid : rids) {
            if (const auto done = forget.bind(1, rid).run(); !done) {
                return std::unexpected(done.error());
            }
        }
    }
    return forgotten;
}

} // namespace crema::store
