// SPDX-License-Identifier: GPL-3.0-or-later
#include "shelf.h"
#include "tests.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace crema;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 pageSize = 16384;

/// Rows of `now` that were not in `then`: what a repair must never make up.
int invented(const Dump &then, const Dump &now, const char *table)
{
    const QList<QByteArray> before = then.contains(table) ? then.at(table) : QList<QByteArray>();
    const QList<QByteArray> after = now.contains(table) ? now.at(table) : QList<QByteArray>();
    return static_cast<int>(
            std::ranges::count_if(after, [&](const QByteArray &row) { return !before.contains(row); }));
}

qsizetype countOf(const Dump &dump, const char *table)
{
    return dump.contains(table) ? dump.at(table).size() : 0;
}

} // namespace

void RepairTest::anyZeroedPageCostsOnlyItself()
{
    Shelf shelf;
    VERIFY_OK(shelf.fill(250));
    const Dump then = dumpOf(shelf.database());
    const QByteArray whole = bytesOf(shelf.database());
    const qint64 pages = whole.size() / pageSize;
    QVERIFY(pages > 40);
    for (qint64 page = 0; page < pages; page += page < 3 ? 1 : 2) {
        QVERIFY(writeBytes(shelf.database(), whole));
        QVERIFY(overwrite(shelf.database(), page * pageSize, QByteArray(pageSize, '\0')));
        const auto found = shelf.check();
        VERIFY_OK(found);
        const auto repaired = shelf.repair();
        VERIFY_OK(repaired);
        QCOMPARE(repaired->problems, QStringList());
        const Dump now = dumpOf(shelf.database());
        for (const char *table : {"contact", "draft", "resume", "prep", "run", "profile", "fact"}) {
            QCOMPARE(invented(then, now, table), 0);
        }
        const qsizetype lost = countOf(then, "contact") - countOf(now, "contact");
        QVERIFY2(lost < 40, QByteArray::number(page).constData());
        // What is gone is said.
        const QString told = repaired->lost.join(u'\n');
        QVERIFY2(lost == 0 || told.contains(u"%1 records of the kind \"contact\""_s.arg(lost)),
                 qPrintable(told));
        QVERIFY(QDir(shelf.folder() + u"/backups"_s).removeRecursively());
    }
}

void RepairTest::damagedFile_data()
{
    QTest::addColumn<int>("damage");
    QTest::addColumn<int>("atLeast"); // contacts that are saved
    QTest::newRow("the header is gone") << 0 << 250;
    QTest::newRow("the last tenth is gone") << 1 << 20;
    QTest::newRow("the last page is cut") << 2 << 200;
    QTest::newRow("the row of the contacts' table in the schema is damaged") << 3 << 250;
    QTest::newRow("the text of the schema is damaged") << 4 << 250;
    QTest::newRow("flipped bytes all over") << 5 << 180;
    QTest::newRow("a stretch of noise") << 6 << 100;
}

void RepairTest::damagedFile()
{
    QFETCH(int, damage);
    QFETCH(int, atLeast);
    Shelf shelf;
    VERIFY_OK(shelf.fill(250));
    const Dump then = dumpOf(shelf.database());
    const QByteArray whole = bytesOf(shelf.database());
    const qsizetype schema = whole.indexOf("contactcontact");
    const qsizetype create = whole.indexOf("CREATE TABLE contact(");
    QVERIFY(schema > 0 && create > 0);
    quint32 state = 7;
    const auto next = [&](qsizetype below) {
        return static_cast<qint64>((state = state * 1664525U + 1013904223U) >> 4) % below;
    };
    switch (damage) {
    case 0:
        QVERIFY(overwrite(shelf.database(), 0, QByteArray(100, '\0')));
        break;
    case 1:
        QVERIFY(QFile::resize(shelf.database(), whole.size() / 10 * 9));
        break;
    case 2:
        QVERIFY(QFile::resize(shelf.database(), whole.size() - 3000));
        break;
    case 3:
        QVERIFY(overwrite(shelf.database(), schema - 3, "\xff\xff\xff"));
        break;
    case 4:
        QVERIFY(overwrite(shelf.database(), create, "CREATE TIBLE c0ntact("));
        break;
    case 5:
        for (int i = 0; i < 60; ++i) {
            QVERIFY(overwrite(shelf.database(), next(whole.size()),
                              QByteArray(1, static_cast<char>(next(256)))));
        }
        break;
    default:
        QVERIFY(overwrite(shelf.database(), whole.size() / 2, QByteArray(200'000, char(0x5a))));
    }
    const QByteArray damaged = bytesOf(shelf.database());
    QVERIFY(!shelf.check()->problems.isEmpty());
    const auto repaired = shelf.repair();
    VERIFY_OK(repaired);
    QCOMPARE(repaired->problems, QStringList());
    const Dump now = dumpOf(shelf.database());
    QVERIFY2(countOf(now, "contact") >= atLeast, QByteArray::number(countOf(now, "contact")).constData());
    QVERIFY(countOf(now, "contact") == 250 || !repaired->lost.isEmpty());
    QVERIFY(damage == 5 || invented(then, now, "contact") == 0);
    VERIFY_OK(shelf.add(u"later"_s));
    // The damaged state itself is in the backup, byte for byte.
    Shelf other;
    VERIFY_OK(other.restore(repaired->backup));
    QVERIFY(bytesOf(other.database()) == damaged);
}

void RepairTest::logIsReadWithoutSqlite()
{
    Shelf shelf;
    VERIFY_OK(shelf.fill(30));
    QByteArray database;
    QByteArray log;
    {
        const auto session = shelf.open();
        VERIFY_OK(session);
        store::Operation operation;
        operation.label = u"Add"_s;
        operation.create(Kind::contact, u"onlyInTheLog"_s, {{"firstName", "Log"}});
        VERIFY_OK(test::await((*session)->services().store.apply(operation)));
        database = bytesOf(shelf.database());
        log = bytesOf(shelf.database() + u"-wal"_s);
    }
    // As after a power cut, with a damaged header on top: SQLite opens neither.
    QVERIFY(!database.contains("onlyInTheLog") && log.contains("onlyInTheLog"));
    QVERIFY(writeBytes(shelf.database(), database));
    QVERIFY(writeBytes(shelf.database() + u"-wal"_s, log));
    QVERIFY(overwrite(shelf.database(), 0, QByteArray(100, '\0')));
    QFile::remove(shelf.database() + u"-shm"_s);
    const auto repaired = shelf.repair();
    VERIFY_OK(repaired);
    QCOMPARE(repaired->problems, QStringList());
    const auto session = shelf.open();
    VERIFY_OK(session);
    VERIFY_OK((*session)->services().reader.contact(u"onlyInTheLog"_s));
    QCOMPARE((*session)->services().reader.countContacts({}).value_or(-1), 31);
}

void RepairTest::nothingReadableIsRefused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("a text") << QByteArray("First Name,Last Name\n").repeated(4000);
    QTest::newRow("zeros") << QByteArray(100'000, '\0');
    QTest::newRow("all ones") << QByteArray(100'000, '\xff');
    QTest::newRow("leaf pages of nothing") << QByteArray("\x0d\x00\x00\xff\xff\x00\x08\x00").repeated(20'000);
}

void RepairTest::nothingReadableIsRefused()
{
    QFETCH(QByteArray, content);
    Shelf shelf;
    VERIFY_OK(shelf.fill(3));
    QVERIFY(writeBytes(shelf.database(), content));
    const auto repaired = shelf.repair();
    QVERIFY(!repaired || repaired->backup.isEmpty());
    QVERIFY(bytesOf(shelf.database()) == content);
}
