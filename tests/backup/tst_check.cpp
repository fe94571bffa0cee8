// SPDX-License-Identifier: GPL-3.0-or-later
#include "shelf.h"
#include "tests.h"

#include <QDir>
#include <QFile>

using namespace crema;
using namespace Qt::StringLiterals;

namespace {

Dump without(Dump dump, const QList<QByteArray> &tables)
{
    for (const QByteArray &table : tables) {
        dump.erase(table);
    }
    return dump;
}

} // namespace

void CheckTest::findsAndMends_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QList<QByteArray>>("mended"); // tables whose rows change; all others stay byte for byte
    const auto row = [](const char *name, const char *sql, const char16_t *words,
                        const QList<QByteArray> &mended = {}) {
        QTest::newRow(name) << QByteArray(sql) << QString::fromUtf16(words) << mended;
    };
    row("a column is not what the body says", "UPDATE contact SET company='Other' WHERE id='p3'",
        u"column \"company\"", {"contact"});
    row("search words of another", "UPDATE contact_words SET words=' nobody' WHERE rid=3", u"search words");
    row("search words missing", "DELETE FROM contact_words WHERE rid=3", u"search words");
    row("search words of nobody", "INSERT INTO contact_words VALUES(9999,' ghost')",
        u"contacts that are not there");
    row("a key is missing", "DELETE FROM lookup WHERE rid=3", u"recognised");
    row("a key too many", "INSERT INTO lookup VALUES(5,1,9999)", u"recognition keys");
    row("a text is not indexed", "DELETE FROM fulltext WHERE rowid=(SELECT max(rowid) FROM fulltext)",
        u"found by search");
    row("a text of nobody is indexed", "INSERT INTO fulltext(rowid,title,text) VALUES(160001,'x','y')",
        u"indexed texts");
    row("the text index is damaged inside",
        "UPDATE fulltext_data SET block=zeroblob(length(block)) WHERE id>10", u"search index");
    row("an index is gone", "DROP INDEX contact_by_name", u"contact_by_name");
    row("a trigger is gone", "DROP TRIGGER ledger_no_update", u"ledger_no_update");
    row("a mark of nobody", "INSERT INTO field_mark VALUES(1,9999,'city',1,1,1,NULL)", u"marks",
        {"field_mark"});
    row("an operation is gone", "DELETE FROM operation WHERE seq=1", u"operation", {"operation"});
    row("a device is gone", "DELETE FROM device", u"device", {"device"});
    row("history that cannot be read", "UPDATE change SET after='{' WHERE field='city'",
        u"history cannot be read", {"change"});
    row("a staged operation that is not there", "INSERT INTO staging VALUES(777)", u"bulk operations",
        {"staging"});
    row("a range to be indexed of no kind", "INSERT INTO unindexed VALUES(99,1,5)", u"still to be indexed");
    row("a balance that is not its sum",
        "UPDATE ledger_account SET balance=balance+5 WHERE account='available'", u"not the sum");
    row("a balance is gone", "DELETE FROM ledger_account WHERE account='available'", u"no balance");
    row("credits set aside for nobody", "DELETE FROM job", u"set aside", {"ledger_entry"});
    row("a job that cannot be read", "UPDATE job SET results='{'", u"job \"j1\"", {"job", "ledger_entry"});
    row("a job in a state that there is not", "UPDATE job SET state='odd'", u"job \"j1\"",
        {"job", "ledger_entry"});
    row("row numbers would be used twice", "UPDATE sqlite_sequence SET seq=1 WHERE name='contact'",
        u"row number");
}

void CheckTest::findsAndMends()
{
    QFETCH(QByteArray, sql);
    QFETCH(QString, words);
    QFETCH(QList<QByteArray>, mended);
    Shelf shelf;
    VERIFY_OK(shelf.fill(40));
    QCOMPARE(shelf.check()->problems, QStringList());
    QVERIFY(shelf.sql(sql));
    const Dump damaged = dumpOf(shelf.database());
    const QByteArray bytes = bytesOf(shelf.database());
    const auto found = shelf.check();
    VERIFY_OK(found);
    QVERIFY2(found->problems.join(u'\n').contains(words), qPrintable(found->problems.join(u'\n')));
    QVERIFY(bytesOf(shelf.database()) == bytes); // looking changes nothing
    const auto repaired = shelf.repair();
    VERIFY_OK(repaired);
    QCOMPARE(repaired->problems, QStringList());
    QCOMPARE(shelf.check()->problems, QStringList());
    QVERIFY(without(dumpOf(shelf.database()), mended) == without(damaged, mended));
    VERIFY_OK(shelf.add(u"later"_s));
    QCOMPARE(shelf.check()->problems, QStringList());
    QVERIFY(QFileInfo::exists(repaired->backup));
}

void CheckTest::unreadableBodyIsKeptInQuarantine()
{
    Shelf shelf;
    VERIFY_OK(shelf.fill(20));
    QVERIFY(shelf.sql("UPDATE contact SET body='{\"firstName\":\"Zo' WHERE id='p7'; UPDATE draft SET "
                      "body='torn text' WHERE id='d1'"));
    const auto repaired = shelf.repair();
    VERIFY_OK(repaired);
    QCOMPARE(repaired->problems, QStringList());
    QCOMPARE(repaired->lost.size(), 2);
    const QByteArray quarantine = bytesOf(repaired->quarantine);
    QVERIFY(quarantine.contains("torn text"));
    QVERIFY(quarantine.contains("{\\\"firstName\\\":\\\"Zo"));
    const auto session = shelf.open();
    VERIFY_OK(session);
    const auto contact = (*session)->services().reader.contact(u"p7"_s);
    VERIFY_OK(contact);
    QCOMPARE(contact->name(), u"Zoë p7 Müller"_s);
    QCOMPARE(contact->email(), u"p7@example.com"_s);
    QCOMPARE(contact->company(), u"Firm p7"_s);
    QVERIFY(!(*session)->services().reader.draft(u"d1"_s));
}

void CheckTest::lostFilesComeBackFromBackups()
{
    Shelf shelf;
    VERIFY_OK(shelf.fill(5));
    const QByteArray kept = bytesOf(shelf.keptFile());
    QVERIFY(QDir().mkpath(shelf.folder() + u"/backups"_s));
    VERIFY_OK(test::await(flows::backUp(shelf.workspace(), shelf.folder() + u"/backups/mine.zip"_s,
                                        flows::DatabaseCopy::consistent, {}, {})));
    const auto files = filesBelow(shelf.folder() + u"/files"_s);
    for (const auto &[name, bytes] : files) {
        const QString path = shelf.folder() + u"/files/"_s + name;
        QVERIFY(path == shelf.keptFile() ? overwrite(path, 3, "XXX") : QFile::remove(path));
    }
    QCOMPARE(shelf.check()->problems.size(), 2);
    const auto repaired = shelf.repair();
    VERIFY_OK(repaired);
    QCOMPARE(repaired->problems, QStringList());
    QVERIFY(bytesOf(shelf.keptFile()) == kept);
    QVERIFY(filesBelow(shelf.folder() + u"/files"_s) == files);
    QCOMPARE(filesBelow(shelf.folder() + u"/quarantine"_s).size(), size_t(1));
    // Without a backup to take it from, the record says that it is lost.
    QVERIFY(QDir(shelf.folder() + u"/backups"_s).removeRecursively());
    QVERIFY(QFile::remove(shelf.keptFile()));
    const auto again = shelf.repair();
    VERIFY_OK(again);
    QCOMPARE(again->problems, QStringList());
    QVERIFY(again->lost.join(u' ').contains(u"resume \"r1\""_s));
}

void CheckTest::soundWorkspaceIsLeftAlone()
{
    Shelf shelf;
    QCOMPARE(shelf.check()->problems, QStringList()); // never used
    QVERIFY(!QFileInfo::exists(shelf.database()));
    VERIFY_OK(shelf.fill(5));
    const QByteArray database = bytesOf(shelf.database());
    const auto files = filesBelow(shelf.folder() + u"/files"_s);
    const auto repaired = shelf.repair();
    VERIFY_OK(repaired);
    QCOMPARE(repaired->backup, QString());
    QVERIFY(bytesOf(shelf.database()) == database);
    QVERIFY(filesBelow(shelf.folder() + u"/files"_s) == files);
    QCOMPARE(QDir(shelf.folder()).entryList(QDir::Dirs | QDir::NoDotAndDotDot), QStringList {u"files"_s});
}

void CheckTest::cancelledItChangesNothing()
{
    Shelf shelf;
    VERIFY_OK(shelf.fill(5));
    QVERIFY(shelf.sql("UPDATE contact SET body=substr(body,2) WHERE rid=2"));
    std::stop_source stop;
    stop.request_stop();
    const auto before = filesBelow(shelf.folder());
    const auto checked = test::await(flows::checkHealth(shelf.workspace(), stop.get_token()));
    QVERIFY(!checked && checked.error().kind == ErrorKind::cancelled);
    const auto repaired = test::await(
            flows::repairWorkspace(shelf.workspace(), u"2026-03-01T09:00:00.000Z"_s, stop.get_token()));
    QVERIFY(!repaired && repaired.error().kind == ErrorKind::cancelled);
    QVERIFY(filesBelow(shelf.folder()) == before);
}

void CheckTest::wrongHeaderIsNamedAndMended_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QString>("words");
    // 0 is what a file has that no program has numbered; the last bit of 5 makes it 4.
    for (const int number : {0, 1, 4, 7, 13}) {
        QTest::addRow("the format is %d", number)
                << "PRAGMA user_version=" + QByteArray::number(number)
                << u"it says %1, the tables are those of format"_s.arg(number);
    }
    QTest::newRow("whose it is") << QByteArray("PRAGMA application_id=7") << u"database of Crema"_s;
}

/// One byte of a header is wrong: all that was kept is there, and is told from another version's.
void CheckTest::wrongHeaderIsNamedAndMended()
{
    QFETCH(QByteArray, sql);
    QFETCH(QString, words);
    Shelf shelf;
    VERIFY_OK(shelf.fill(20));
    const Dump then = dumpOf(shelf.database());
    QVERIFY(shelf.sql(sql));
    const QByteArray damaged = bytesOf(shelf.database());
    const auto found = shelf.check();
    VERIFY_OK(found);
    QCOMPARE(found->problems.size(), 1);
    QVERIFY2(found->problems.first().contains(words), qPrintable(found->problems.first()));
    QVERIFY(found->isRepairable);
    const auto refused = shelf.open();
    QVERIFY(!refused && refused.error().kind == ErrorKind::storage);
    QVERIFY(bytesOf(shelf.database()) == damaged);
    const auto backup = shelf.backUp(u"a.zip"_s);
    VERIFY_OK(backup);
    QVERIFY(backup->manifest.problems.join(u'\n').contains(words)); // no backup like the others
    Shelf other;
    VERIFY_OK(other.fill(3));
    const Dump own = dumpOf(other.database());
    QVERIFY(!other.restore(shelf.beside(u"a.zip"_s)));
    QVERIFY(dumpOf(other.database()) == own);
    const auto repaired = shelf.repair();
    VERIFY_OK(repaired);
    QCOMPARE(repaired->problems, QStringList());
    QCOMPARE(repaired->lost, QStringList());
    QVERIFY(dumpOf(shelf.database()) == then);
    VERIFY_OK(shelf.add(u"later"_s));
    QCOMPARE(shelf.check()->problems, QStringList());
}

void CheckTest::newerFormatIsNotMended()
{
    Shelf shelf;
    VERIFY_OK(shelf.fill(3));
    QVERIFY(shelf.sql("PRAGMA user_version=7; CREATE TABLE later(a)"));
    const QByteArray before = bytesOf(shelf.database());
    const auto found = shelf.check();
    VERIFY_OK(found);
    QCOMPARE(found->problems.size(), 1);
    QVERIFY(found->problems.first().contains(u"newer version"_s));
    QVERIFY(!found->isRepairable);
    const auto repaired = shelf.repair();
    QVERIFY(!repaired && repaired.error().kind == ErrorKind::conflict);
    QVERIFY(bytesOf(shelf.database()) == before);
}
