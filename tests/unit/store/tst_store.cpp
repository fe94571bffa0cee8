// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "store/historyreader.h"
#include "store/logroom.h"
#include "store/preparedrecord.h"
#include "store/search.h"
#include "store/writesession.h"
#include "tests.h"

#include <QFileInfo>
#include <QTemporaryDir>

using namespace crema;
using namespace crema::store;
using namespace Qt::StringLiterals;

void StoreTest::createsAndReadsBack()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const Contact anna = person(u"a1"_s, u"Änna"_s, u"Łukasz"_s, u"Acme"_s);
    Operation operation;
    operation.label = u"Add"_s;
    operation.create(Kind::contact, anna.id, toBody(anna));
    const auto change = desk.apply(operation);
    VERIFY_OK(change);
    QCOMPARE(change->records.size(), size_t(1));
    auto read = desk.reader->contact(u"a1"_s);
    VERIFY_OK(read);
    QCOMPARE(read->sources.value({}).label, u"Add"_s);
    read->sources.clear();
    Contact expected = anna;
    expected.status = u"Not Contacted"_s;
    QCOMPARE(*read, expected);
    const auto byKey = desk.reader->withKey(Kind::contact, u"email:änna@example.com"_s);
    VERIFY_OK(byKey);
    QCOMPARE(*byKey, QStringList {u"a1"_s});
}

void StoreTest::undoAndRedo()
{
    Desk desk;
    VERIFY_OK(desk.open());
    Contact anna = person(u"a1"_s, u"Anna"_s, u"Berg"_s, u"Acme"_s);
    Operation add;
    add.label = u"Add"_s;
    add.create(Kind::contact, anna.id, toBody(anna));
    VERIFY_OK(desk.apply(add));
    const Json before = toBody(anna);
    anna.tags = QStringList {u"x"_s, u"b"_s};
    addPoint(anna.addresses, u"personal"_s, u"second@example.com"_s);
    Operation edit;
    edit.label = u"Edit"_s;
    edit.patch(Kind::contact, u"a1"_s, before, toBody(anna));
    VERIFY_OK(desk.apply(edit));
    const auto edited = desk.reader->record(Kind::contact, u"a1"_s);
    VERIFY_OK(edited);
    const auto undone = desk.undo();
    VERIFY_OK(undone);
    QCOMPARE(undone->label, u"Edit"_s);
    QVERIFY(undone->conflicts.empty());
    QCOMPARE(desk.reader->record(Kind::contact, u"a1"_s)->body, before);
    VERIFY_OK(desk.redo());
    QCOMPARE(desk.reader->record(Kind::contact, u"a1"_s)->body, edited->body);
    VERIFY_OK(desk.undo());
    VERIFY_OK(desk.undo());
    QCOMPARE(desk.reader->countContacts({}).value_or(-1), 0);
    QCOMPARE(desk.undo().error().kind, ErrorKind::notFound);
    VERIFY_OK(desk.redo());
    QCOMPARE(desk.reader->countContacts({}).value_or(-1), 1);
}

void StoreTest::bulkIsInvisibleUntilPublishedAndUndoneAtOnce()
{
    Desk desk;
    VERIFY_OK(desk.open());
    Operation bulk;
    bulk.label = u"Import"_s;
    bulk.origin = Origin::import;
    for (int i = 0; i < 5000; ++i) {
        const Contact contact = person(u"id%1"_s.arg(i), u"First%1"_s.arg(i), u"Last"_s,
                                       u"Firm %1"_s.arg(i % 10));
        bulk.create(Kind::contact, contact.id, toBody(contact));
    }
    bool seenEarly = false;
    const auto progress = [&](int, int) { seenEarly |= desk.reader->countContacts({}).value_or(-1) != 0; };
    VERIFY_OK(test::await(desk.store->applyBulk(bulk, progress, {})));
    QVERIFY(!seenEarly);
    QCOMPARE(desk.reader->countContacts({}).value_or(-1), 5000);
    auto people = PeopleSearch::load(desk.reader->connection());
    VERIFY_OK(people);
    QCOMPARE(people->find(u"first42 la", 10).matches, 111);
    QCOMPARE(people->find(u"irst", 10).matches, 0);
    const auto hits = searchEverything(*desk.reader, *people, u"first4999"_s, 10);
    VERIFY_OK(hits);
    QCOMPARE(hits->size(), 1);
    VERIFY_OK(desk.undo());
    QCOMPARE(desk.reader->countContacts({}).value_or(-1), 0);
    VERIFY_OK(desk.redo());
    QCOMPARE(desk.reader->countContacts({}).value_or(-1), 5000);
    QCOMPARE(desk.problems(), QStringList());
}

void StoreTest::stoppedBulkLeavesNothing()
{
    Desk desk;
    VERIFY_OK(desk.open());
    Operation bulk;
    bulk.origin = Origin::import;
    for (int i = 0; i < 6000; ++i) {
        bulk.create(Kind::contact, u"id%1"_s.arg(i), toBody(person({}, u"F%1"_s.arg(i), u"L"_s, u"C"_s)));
    }
    std::stop_source stop;
    const auto result = test::await(
            desk.store->applyBulk(bulk, [&](int, int) { stop.request_stop(); }, stop.get_token()));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::cancelled);
    Statement rows(
            desk.reader->connection(),
            "SELECT (SELECT count(*) FROM contact)+(SELECT count(*) FROM lookup)+(SELECT count(*) FROM "
            "operation)+(SELECT count(*) FROM change)");
    QVERIFY(rows.step());
    QCOMPARE(rows.integer(0), 0);
}

void StoreTest::portionsBecomeOneOperation_data()
{
    QTest::addColumn<QVector<int>>("portions"); // how many new people in each; -1 for one that fails
    QTest::addColumn<QString>("ada"); // her title in the end
    QTest::addColumn<int>("people"); // with her
    QTest::newRow("new people and a change") << QVector {2, 3} << u"Countess"_s << 6;
    QTest::newRow("nobody in some of them") << QVector {0, 2, 0, 1, 0} << u"Countess"_s << 4;
    QTest::newRow("only a change") << QVector {0, 0} << u"Countess"_s << 1;
    QTest::newRow("a failure at once") << QVector {-1} << QString() << 1;
    QTest::newRow("a failure behind written ones") << QVector {2, 0, -1} << QString() << 1;
}

void StoreTest::portionsBecomeOneOperation()
{
    QFETCH(QVector<int>, portions);
    QFETCH(QString, ada);
    QFETCH(int, people);
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.apply(creating(person(u"ada"_s, u"Ada"_s, u"Byron"_s, u"Acme"_s))));
    BulkCreates creates;
    creates.count = 10;
    creates.next = [portions, at = 0](size_t) mutable -> Result<BulkPortion> {
        const int rows = portions.takeFirst();
        if (rows < 0) {
            return failure(ErrorKind::storage, u"unreadable"_s);
        }
        BulkPortion portion;
        for (RecordCreate &create : importing(u"p%1-"_s.arg(at++), rows).creates) {
            portion.records.push_back(*prepareRecord(std::move(create), emailKeys));
        }
        portion.isLast = portions.isEmpty();
        return portion;
    };
    creates.complete = [](Operation &rest) {
        rest.patches.push_back({Kind::contact, u"ada"_s, {{u"title"_s, Json("Countess")}}, {}});
    };
    Operation head;
    head.label = u"Import"_s;
    head.origin = Origin::import;
    const auto done = test::await(desk.store->applyBulk(head, creates, {}, {}));
    QCOMPARE(done.has_value(), !ada.isEmpty());
    const auto title = [&] { return textAt(desk.reader->record(Kind::contact, u"ada"_s)->body, "title"); };
    QCOMPARE(title(), ada);
    QCOMPARE(desk.reader->countContacts({}).value_or(-1), people);
    QCOMPARE(desk.number("SELECT count(*) FROM contact"), people);
    QCOMPARE(desk.number("SELECT count(*) FROM operation"), done ? 2 : 1);
    if (done) {
        QCOMPARE(desk.undo()->label, u"Import"_s);
        QCOMPARE(title(), QString());
        QCOMPARE(desk.reader->countContacts({}).value_or(-1), 1);
    }
    QCOMPARE(desk.problems(), QStringList());
}

void StoreTest::keysOfABulkComeAndGoWithIt_data()
{
    QTest::addColumn<bool>("published");
    QTest::newRow("published") << true;
    QTest::newRow("abandoned, with keys on disk already") << false;
}

void StoreTest::keysOfABulkComeAndGoWithIt()
{
    QFETCH(bool, published);
    Desk desk;
    const auto session = WriteSession::open(desk.path(), emailKeys, desk.clock, desk.ids);
    VERIFY_OK(session);
    Connection &connection = (*session)->connection();
    const auto keys = [&connection] {
        Statement count(connection, "SELECT count(*) FROM lookup");
        return count.step() ? count.integer(0) : -1;
    };
    VERIFY_OK((*session)->apply(creating(person(u"other"_s, u"Other"_s, u"One"_s, u"Acme"_s))));
    const Operation bulk = importing(u"p"_s, 3);
    std::vector<PreparedRecord> records;
    for (const RecordCreate &create : bulk.creates) {
        auto record = prepareRecord(create, emailKeys);
        VERIFY_OK(record);
        records.push_back(std::move(*record));
    }
    const auto seq = (*session)->beginStaged(bulk);
    VERIFY_OK(seq);
    VERIFY_OK((*session)->stage(*seq, Origin::import, records));
    QCOMPARE(keys(), 1); // written at the end, or in long runs
    Statement synchronous(connection, "PRAGMA synchronous");
    QVERIFY(synchronous.step());
    QCOMPARE(synchronous.integer(0), 2); // FULL: what is committed between two steps is on the disk
    synchronous.reset();
    Operation rest;
    rest.origin = Origin::import;
    if (published) {
        VERIFY_OK((*session)->publish(*seq, rest));
        QCOMPARE(keys(), 4);
        return;
    }
    VERIFY_OK(connection.run(
            "INSERT INTO lookup(key,kind,rid) SELECT 7, 1, rid FROM contact WHERE id<>'other'"));
    for (bool done = false; !done;) {
        const auto removed = (*session)->abandon(*seq);
        VERIFY_OK(removed);
        done = *removed;
    }
    QCOMPARE(keys(), 1);
}

void StoreTest::creditsNeverGoBelowZero()
{
    Desk desk;
    VERIFY_OK(desk.open());
    Operation grant;
    grant.ledger = {{u"p1"_s, u"granted"_s, -10, {}, u"grant"_s},
                    {u"p1"_s, u"available"_s, 10, {}, u"grant"_s}};
    VERIFY_OK(desk.apply(grant));
    Operation spend;
    spend.create(Kind::contact, u"a"_s, toBody(person(u"a"_s, u"A"_s, u"B"_s, u"C"_s)));
    spend.ledger = {{u"p2"_s, u"available"_s, -11, {}, u"x"_s}, {u"p2"_s, u"spent"_s, 11, {}, u"x"_s}};
    const auto refused = desk.apply(spend);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::outOfCredits);
    QCOMPARE(desk.reader->balance(u"available"_s).value_or(-1), 10);
    QCOMPARE(desk.reader->countContacts({}).value_or(-1), 0);
}

void StoreTest::nothingChangedIsNoStepForUndo()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.apply(creating(person(u"a"_s, u"Ada"_s, u"Byron"_s, u"Acme"_s))));
    const auto same = desk.apply(patching(Kind::contact, u"a"_s, {{u"firstName"_s, Json("Ada")}}));
    VERIFY_OK(same);
    QVERIFY(same->operationId.isEmpty());
    QVERIFY(same->records.empty());
    QVERIFY(!same->undoChanged);
    const auto empty = desk.applyBulk({});
    VERIFY_OK(empty);
    QVERIFY(empty->operationId.isEmpty());
    const auto undone = desk.undo();
    VERIFY_OK(undone);
    QCOMPARE(undone->label, u"Add Ada Byron"_s);
}

void StoreTest::changedIsReportedBeforeTheCallerGoesOn()
{
    Desk desk;
    VERIFY_OK(desk.open());
    QStringList heard;
    connect(desk.store.get(), &Store::changed, this, [&](const Change &change) { heard << change.label; });
    VERIFY_OK(desk.apply(creating(person(u"a"_s, u"Ada"_s, u"Byron"_s, u"Acme"_s))));
    QCOMPARE(heard, QStringList {u"Add Ada Byron"_s});
    VERIFY_OK(desk.undo());
    QCOMPARE(heard.size(), 2);
    QVERIFY(!desk.apply(patching(Kind::contact, u"nobody"_s, {{u"firstName"_s, Json("X")}})));
    QCOMPARE(heard.size(), 2);
}

void StoreTest::copyIsAWholeWorkspace()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.applyBulk(importing(u"p"_s, 300)));
    Desk copy;
    VERIFY_OK(test::await(desk.store->copyDatabase(copy.path())));
    const auto twice = test::await(desk.store->copyDatabase(copy.path()));
    QVERIFY(!twice);
    QVERIFY(twice.error().text.contains(copy.path()));
    VERIFY_OK(copy.open());
    QCOMPARE(difference(snapshotOf(desk.reader->connection()), snapshotOf(copy.reader->connection())),
             QByteArray());
    QCOMPARE(copy.problems(), QStringList());
    VERIFY_OK(copy.undo());
    QCOMPARE(copy.reader->countContacts({}).value_or(-1), 0);
    const auto nowhere = test::await(desk.store->copyDatabase(u"/proc/crema/copy.db"_s));
    QVERIFY(!nowhere);
    QCOMPARE(nowhere.error().kind, ErrorKind::storage);
}

void StoreTest::jobKeepsItsBeginning()
{
    Desk desk;
    VERIFY_OK(desk.open());
    Operation operation;
    operation.jobs.push_back({});
    operation.jobs[0].id = u"j1"_s;
    operation.jobs[0].state = u"running"_s;
    VERIFY_OK(desk.apply(operation));
    const auto begun = desk.reader->job(u"j1"_s);
    VERIFY_OK(begun);
    desk.clock.advance(1h);
    operation.jobs[0].state = u"done"_s;
    VERIFY_OK(desk.apply(operation));
    const auto done = desk.reader->job(u"j1"_s);
    VERIFY_OK(done);
    QCOMPARE(done->createdAt, begun->createdAt);
    QVERIFY(done->updatedAt > begun->updatedAt);
    QCOMPARE(done->state, u"done"_s);
}

void StoreTest::onlyAFullDiskNeedsTheLogsRoom()
{
    const QTemporaryDir folder;
    const auto connection = Connection::open(folder.filePath(u"a.db"_s), Access::readWrite);
    VERIFY_OK(connection);
    VERIFY_OK((*connection)->run("CREATE TABLE t(a); PRAGMA max_page_count=4"));
    const auto full = (*connection)->run("INSERT INTO t VALUES(zeroblob(1000000))");
    QVERIFY(!full && isDiskFull(full.error()));
    const auto refused = (*connection)->run("INSERT INTO nothing VALUES(1)");
    QVERIFY(!refused && refused.error().kind == ErrorKind::storage && !isDiskFull(refused.error()));
}

void StoreTest::readersKeepTheLog()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.db"_s);
    const auto writer = Connection::open(path, Access::readWrite);
    VERIFY_OK(writer);
    VERIFY_OK((*writer)->run("PRAGMA busy_timeout=0; CREATE TABLE t(a)"));
    const auto reader = Connection::open(path, Access::readOnly);
    VERIFY_OK(reader);
    VERIFY_OK((*reader)->run("BEGIN; SELECT * FROM t"));
    VERIFY_OK((*writer)->run("INSERT INTO t VALUES(1)"));
    QVERIFY(!giveBackLog(**writer));
    VERIFY_OK((*reader)->run("COMMIT"));
    VERIFY_OK(giveBackLog(**writer));
    QCOMPARE(QFileInfo(path + u"-wal"_s).size(), 0);
}
