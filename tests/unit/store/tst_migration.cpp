// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "store/databasefile.h"
#include "store/formats.h"
#include "store/migrations.h"
#include "store/migrationsteps.h"
#include "store/peoplesearch.h"
#include "tests.h"

#include <QDir>
#include <QSet>

using namespace crema;
using namespace crema::store;
using namespace Qt::StringLiterals;

namespace {

/// The present steps and one more, as the next version of the program will have.
std::vector<const char *> withNext(const char *step)
{
    std::vector<const char *> steps = migrationSteps();
    steps.push_back(step);
    return steps;
}

QStringList shapeOf(Connection &connection)
{
    QStringList shape;
    Statement select(connection,
                     "SELECT type||' '||name||' '||coalesce(sql,'') FROM sqlite_master ORDER BY 1");
    while (select.step()) {
        shape << select.text(0);
    }
    return shape;
}

} // namespace

void MigrationTest::everyEarlierVersionBecomesTheCurrentOne_data()
{
    QTest::addColumn<int>("version");
    QTest::newRow("empty file") << 0;
    for (int version = 1; version <= currentSchemaVersion(); ++version) {
        QTest::addRow("version %d", version) << version;
    }
}

void MigrationTest::everyEarlierVersionBecomesTheCurrentOne()
{
    QFETCH(int, version);
    Desk fresh;
    VERIFY_OK(fresh.open());
    Desk old;
    {
        const auto steps = migrationSteps();
        const auto connection = Connection::open(old.path(), Access::readWrite);
        VERIFY_OK(connection);
        VERIFY_OK(migrateThrough(**connection, {steps.begin(), steps.begin() + version}));
        QCOMPARE(schemaVersion(**connection).value_or(-1), version);
        if (version >= 1) {
            VERIFY_OK((*connection)->run("INSERT INTO meta(key,value) VALUES('test','kept')"));
        }
    }
    VERIFY_OK(old.open());
    QCOMPARE(schemaVersion(old.reader->connection()).value_or(-1), currentSchemaVersion());
    QCOMPARE(shapeOf(old.reader->connection()), shapeOf(fresh.reader->connection()));
    QCOMPARE(old.reader->metaValue(u"test"_s).value_or(u"?"_s), version >= 1 ? u"kept"_s : QString());
    VERIFY_OK(old.apply(creating(person(u"a"_s, u"Ada"_s, u"Byron"_s, u"Acme"_s))));
    QCOMPARE(old.problems(), QStringList());
    const QString backup = old.folder.filePath(u"crema.before-v%1.db"_s.arg(currentSchemaVersion()));
    QCOMPARE(QFile::exists(backup), version >= 1 && version < currentSchemaVersion());
}

/// By their tables versions are told apart when the number in the header is damaged.
void MigrationTest::newVersionsHaveOtherTables()
{
    QSet<QStringList> shapes;
    constexpr int shared = 2; // changed rows alone
    for (int version = 1; version <= currentSchemaVersion(); ++version) {
        const auto empty = emptyDatabase(version);
        VERIFY_OK(empty);
        const bool isNew = !shapes.contains(shapeOf(**empty));
        QCOMPARE(isNew, version != shared);
        QCOMPARE(versionOfTables(**empty), version);
        shapes.insert(shapeOf(**empty));
    }
}

void MigrationTest::dataIsBackedUpFirst()
{
    QTemporaryDir folder(QDir::tempPath() + u"/name.db.XXXXXX"_s); // the extension in a folder's name too
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.applyBulk(importing(u"p"_s, 200)));
    VERIFY_OK(test::await(desk.store->copyDatabase(folder.filePath(u"crema.db"_s))));
    const auto connection = Connection::open(folder.filePath(u"crema.db"_s), Access::readWrite);
    VERIFY_OK(connection);
    const QString backup = folder.filePath(u"crema.before-v%1.db"_s.arg(currentSchemaVersion() + 1));
    QVERIFY(overwrite(backup, 0, "an older backup, to be replaced"));
    VERIFY_OK(migrateThrough(**connection, withNext("DROP TABLE contact; CREATE TABLE gone(a)")));
    QCOMPARE(schemaVersion(**connection).value_or(-1), currentSchemaVersion() + 1);
    const auto saved = Reader::open(backup);
    VERIFY_OK(saved);
    QCOMPARE((*saved)->countContacts({}).value_or(-1), 200);
    QCOMPARE(difference(snapshotOf(desk.reader->connection()), snapshotOf((*saved)->connection())),
             QByteArray());
    QCOMPARE(QDir(folder.path()).entryList({u"*.new"_s}), QStringList());
}

void MigrationTest::notesOfVersionOneAreFound()
{
    Desk desk;
    {
        const auto connection = Connection::open(desk.path(), Access::readWrite);
        VERIFY_OK(connection);
        VERIFY_OK(migrateThrough(**connection, {migrationSteps().front()}));
        // One contact whose notes were indexed, one that was waiting for it, as that version wrote them.
        VERIFY_OK((*connection)
                          ->run("INSERT INTO device(num,id,fingerprint) VALUES(1,'d','f');"
                                "INSERT INTO operation(seq,id,label,origin,at) "
                                "VALUES(1,'o','Import','import','2026-01-01T00:00:00Z');"
                                "INSERT INTO "
                                "contact(rid,id,schema,state,dirty,stamp,device,op,name,sort_name,status,"
                                "body) VALUES"
                                "(1,'a',1,'live',1,1,1,1,'Ann','ann','Not "
                                "Contacted','{\"firstName\":\"Ann\",\"notes\":\"Harbour café\"}'),"
                                "(2,'b',1,'live',1,1,1,1,'Bob','bob','Not "
                                "Contacted','{\"firstName\":\"Bob\",\"notes\":\"Harbour inn\"}');"
                                "INSERT INTO contact_words(rid,words) VALUES(1,' ann' || "
                                "char(9,9,9,9,9,9)),(2,' bob' || char(9,9,9,9,9,9));"
                                "INSERT INTO fulltext(rowid,title,text) VALUES(17,' ann',' harbour cafe');"
                                "INSERT INTO unindexed(kind,rid,last_rid) VALUES(1,2,2)"));
    }
    VERIFY_OK(desk.open());
    QVERIFY(desk.waitForIndex());
    const auto people = PeopleSearch::load(desk.reader->connection());
    VERIFY_OK(people);
    QCOMPARE(people->find(u"harbour", 10).matches, 2);
    QCOMPARE(people->find(u"ann cafe", 10).matches, 1);
    QCOMPARE(desk.number("SELECT count(*) FROM fulltext"), 0);
}

void MigrationTest::failedStepChangesNothing()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.applyBulk(importing(u"p"_s, 20)));
    const Snapshot before = snapshotOf(desk.reader->connection());
    desk.close();
    {
        const auto connection = Connection::open(desk.path(), Access::readWrite);
        VERIFY_OK(connection);
        const QStringList shape = shapeOf(**connection);
        QVERIFY(!migrateThrough(**connection, withNext("DROP TABLE contact; CREATE TABLE broken(")));
        QCOMPARE(schemaVersion(**connection).value_or(-1), currentSchemaVersion());
        QCOMPARE(shapeOf(**connection), shape);
    }
    VERIFY_OK(desk.open());
    QCOMPARE(difference(before, snapshotOf(desk.reader->connection())), QByteArray());
}

void MigrationTest::newerVersionIsNotTouched()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.applyBulk(importing(u"p"_s, 20)));
    desk.close();
    {
        const auto connection = Connection::open(desk.path(), Access::readWrite);
        VERIFY_OK(connection);
        VERIFY_OK(migrateThrough(**connection, withNext("CREATE TABLE later(a)")));
    }
    const QByteArray before = bytesOf(desk.path());
    const auto refused = Store::open(desk.path(), emailKeys, desk.clock, desk.ids);
    QCOMPARE(errorOf(refused), ErrorKind::conflict);
    QVERIFY(refused.error().text.contains(desk.path()));
    QVERIFY(refused.error().text.contains(u"newer"_s));
    QCOMPARE(errorOf(Reader::open(desk.path())), ErrorKind::conflict);
    QCOMPARE(desk.problems().size(), 1);
    QVERIFY(bytesOf(desk.path()) == before);
}
