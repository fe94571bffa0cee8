// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves for its age, or for good.
#include "base/dates.h"
#include "base/log.h"
#include "store/retention.h"
#include "store/workspace.h"
#include "store/writesession.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

constexpr qint64 oneDay = 20 * 60 * 60; // seconds; a little less, for a daily habit

/// While it lives, what is deleted is overwritten in the file, too.
class Overwriting final
{
public:
    explicit Overwriting(Connection &connection) : m_connection(connection) { set("ON"); }
    ~Overwriting() { set("OFF"); }
    Q_DISABLE_COPY_MOVE(Overwriting)

private:
    void set(const QByteArray &value)
    {
        const auto done = m_connection.run(("PRAGMA secure_delete=" + value).constData());
        if (!done) {
            qCWarning(logStore) << "secure_delete:" << done.error().text << done.error().detail;
        }
    }

    Connection &m_connection;
};

void removeFiles(const Connection &connection, const QStringList &files)
{
    const auto workspace = files.isEmpty() ? Result<Workspace>(std::unexpected(Error {}))
                                           : Workspace::at(QFileInfo(connection.path()).path());
    for (const QString &file : files) {
        const QString path = workspace ? workspace->filePath(file) : QString();
        if (QFileInfo::exists(path) && !QFile::remove(path)) {
            qCWarning(logStore) << "a file of a deleted record stays:" << path;
        }
    }
}

} // namespace

Result<int> WriteSession::purgeBefore(const QString &before, Change &change)
{
    const Overwriting overwriting(*m_connection);
    Transaction transaction(*m_connection);
    if (const auto begun = transaction.begun(); !begun) {
        return std::unexpected(begun.error());
    }
    const RecordWriter::Context context = contextFor(0, Origin::user);
    const auto purged = purgeRecords(*m_connection, m_writer.index(), before, context.stamp, m_device);
    if (!purged) {
        return std::unexpected(purged.error());
    }
    if (const auto saved = saveClock(); !saved) {
        return std::unexpected(saved.error());
    }
    if (const auto committed = transaction.commit(); !committed) {
        return std::unexpected(committed.error());
    }
    removeFiles(*m_connection, purged->files);
    if (purged->records > 0) {
        (void)m_connection->checkpoint(); // overwrites what was deleted, as far as readers allow
    }
    change.kinds = purged->kinds;
    change.bulk = true;
    return purged->records;
}

Result<int> WriteSession::purgeTrash(int days, Change &change)
{
    // Emptying the trash takes everything, whatever a clock that was wrong once has written.
    return purgeBefore(days > 0 ? toStoredTime(m_clock.now().addDays(-days)) : u"9999"_s, change);
}

Result<int> WriteSession::pruneBefore(const QString &before)
{
    Transaction transaction(*m_connection);
    if (const auto begun = transaction.begun(); !begun) {
        return std::unexpected(begun.error());
    }
    const auto pruned = pruneOperations(*m_connection, before);
    if (!pruned) {
        return pruned;
    }
    const auto committed = transaction.commit();
    return committed ? pruned : Result<int>(std::unexpected(committed.error()));
}

Result<int> WriteSession::pruneHistory(int days)
{
    return pruneBefore(toStoredTime(m_clock.now().addDays(-days)));
}

Result<Tidied> WriteSession::tidyWhenDue(int trashDays, int historyDays)
{
    Statement known(*m_connection, "SELECT value FROM meta WHERE key='tidied'");
    const QDateTime last = known.step() ? fromStoredTime(known.text(0)) : QDateTime();
    if (known.failed()) {
        return std::unexpected(known.error());
    }
    known.reset();
    const QDateTime now = m_clock.now();
    const bool ran = last.isValid() && last <= now;
    if (ran && last.secsTo(now) < oneDay) {
        return Tidied {};
    }
    Tidied tidied;
    if (ran) {
        const auto records = purgeBefore(toStoredTime(last.addDays(-trashDays)), tidied.change);
        const auto operations = records ? pruneBefore(toStoredTime(last.addDays(-historyDays))) : records;
        if (!operations) {
            return std::unexpected(operations.error());
        }
        tidied.records = *records;
        tidied.operations = *operations;
        tidied.change.bulk = *records > 0;
        tidied.change.undoChanged = *operations > 0;
    }
    Statement note(*m_connection, "INSERT OR REPLACE INTO meta(key, value) VALUES('tidied', ?1)");
    const auto noted = note.bind(1, toStoredTime(now)).run();
    return noted ? Result<Tidied>(std::move(tidied)) : std::unexpected(noted.error());
}

} // namespace crema::store
