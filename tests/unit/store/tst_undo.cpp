// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "randomoperations.h"
#include "store/historyreader.h"
#include "tests.h"

#include <QElapsedTimer>

using namespace crema;
using namespace crema::store;
using namespace Qt::StringLiterals;

void UndoTest::anySequenceComesBackByteForByte_data()
{
    QTest::addColumn<quint32>("seed");
    for (const quint32 seed : {1U, 2U, 3U, 4U, 5U, 6U, 7U, 8U}) {
        QTest::addRow("sequence %u", seed) << seed;
    }
}

void UndoTest::anySequenceComesBackByteForByte()
{
    QFETCH(quint32, seed);
    Desk desk;
    VERIFY_OK(desk.open());
    RandomOperations random(seed, *desk.reader);
    std::vector<Snapshot> states {snapshotOf(desk.reader->connection())};
    const auto now = [&] { return snapshotOf(desk.reader->connection()); };
    for (int i = 0; i < 30; ++i) {
        const Operation operation = random.next();
        const auto done = random.isBulk() ? desk.applyBulk(operation) : desk.apply(operation);
        VERIFY_OK(done);
        if (!done->operationId.isEmpty()) {
            states.push_back(now());
        }
    }
    // All the way back, all the way forth, then to and fro.
    size_t at = states.size() - 1;
    const auto step = [&](bool back) {
        const auto moved = back ? desk.undo() : desk.redo();
        QVERIFY2(moved, moved ? "" : qPrintable(moved.error().text));
        QVERIFY2(moved->conflicts.empty(),
                 qPrintable(moved->label + u": "_s
                            + (moved->conflicts.empty() ? QString() : moved->conflicts.front().field)));
        at = back ? at - 1 : at + 1;
        QCOMPARE(difference(states[at], now()), QByteArray());
    };
    while (at > 0 && !QTest::currentTestFailed()) {
        step(true);
    }
    QCOMPARE(errorOf(desk.undo()), ErrorKind::notFound);
    while (at + 1 < states.size() && !QTest::currentTestFailed()) {
        step(false);
    }
    QCOMPARE(errorOf(desk.redo()), ErrorKind::notFound);
    for (int i = 0; i < 30 && !QTest::currentTestFailed(); ++i) {
        step(at > 0 && (at + 1 == states.size() || random.chance(2)));
    }
    QCOMPARE(desk.problems(), QStringList());
}

void UndoTest::fieldChangedSinceIsAConflict()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.apply(creating(person(u"a"_s, u"Ada"_s, u"Byron"_s, u"Acme"_s))));
    VERIFY_OK(desk.apply(patching(
            Kind::contact, u"a"_s,
            {{u"city"_s, Json("Bern")}, {u"country"_s, Json("Switzerland")}, {u"tags/old"_s, Json("old")}})));
    Operation fromServer = patching(Kind::contact, u"a"_s,
                                    {{u"city"_s, Json("Basel")}, {u"tags/new"_s, Json("new")}});
    fromServer.origin = Origin::sync;
    VERIFY_OK(desk.apply(fromServer));
    const auto undone = desk.undo();
    VERIFY_OK(undone);
    QCOMPARE(undone->label, u"Edit a"_s); // what the server sent is not for the user to undo
    QCOMPARE(undone->conflicts, (std::vector<UndoConflict> {{Kind::contact, u"a"_s, u"city"_s}}));
    const auto contact = desk.reader->contact(u"a"_s);
    VERIFY_OK(contact);
    QCOMPARE(contact->city, u"Basel"_s);
    QCOMPARE(contact->country, QString());
    QCOMPARE(contact->tags, QStringList {u"new"_s});
    // Trashed elsewhere: the create below cannot be taken back, and says so.
    Operation merged = moving(Kind::contact, u"a"_s, u"merged:b"_s);
    merged.origin = Origin::sync;
    VERIFY_OK(desk.apply(merged));
    const auto added = desk.undo();
    VERIFY_OK(added);
    QCOMPARE(added->conflicts, (std::vector<UndoConflict> {{Kind::contact, u"a"_s, u"@state"_s}}));
    QCOMPARE(desk.reader->record(Kind::contact, u"a"_s).value_or(StoredRecord {}).state, u"merged:b"_s);
}

void UndoTest::fieldChangedTwiceInOneOperation()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.apply(creating(person(u"a"_s, u"Ada"_s, u"Byron"_s, u"Acme"_s))));
    const Snapshot before = snapshotOf(desk.reader->connection());
    Operation twice = patching(
            Kind::contact, u"a"_s,
            {{u"city"_s, Json("Bern")}, {u"city"_s, Json("Basel")}, {u"tags/x"_s, Json("x")}});
    twice.patches.push_back({Kind::contact, u"a"_s, {{u"city"_s, Json("Biel")}, {u"tags/x"_s, {}}}, {}});
    twice.setState(Kind::contact, u"a"_s, u"trashed"_s);
    twice.setState(Kind::contact, u"a"_s, u"merged:z"_s);
    VERIFY_OK(desk.apply(twice));
    const Snapshot after = snapshotOf(desk.reader->connection());
    const auto undone = desk.undo();
    VERIFY_OK(undone);
    QVERIFY(undone->conflicts.empty());
    QCOMPARE(difference(before, snapshotOf(desk.reader->connection())), QByteArray());
    const auto redone = desk.redo();
    VERIFY_OK(redone);
    QVERIFY(redone->conflicts.empty());
    QCOMPARE(difference(after, snapshotOf(desk.reader->connection())), QByteArray());
}

void UndoTest::createdAndEditedInOneOperation()
{
    Desk desk;
    VERIFY_OK(desk.open());
    Operation both = creating(person(u"a"_s, u"Ada"_s, u"Byron"_s, u"Acme"_s));
    both.patches.push_back({Kind::contact, u"a"_s, {{u"city"_s, Json("Bern")}}, {}});
    VERIFY_OK(desk.apply(both));
    const Snapshot after = snapshotOf(desk.reader->connection());
    for (int i = 0; i < 2; ++i) {
        const auto undone = desk.undo();
        VERIFY_OK(undone);
        QVERIFY(undone->conflicts.empty());
        QCOMPARE(desk.reader->countContacts({}).value_or(-1), 0);
        const auto redone = desk.redo();
        VERIFY_OK(redone);
        QVERIFY(redone->conflicts.empty());
        QCOMPARE(difference(after, snapshotOf(desk.reader->connection())), QByteArray());
    }
}

void UndoTest::undoOfAnEarlierOperation()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.apply(creating(person(u"a"_s, u"Ada"_s, u"Byron"_s, u"Acme"_s))));
    const auto first = desk.apply(patching(Kind::contact, u"a"_s, {{u"city"_s, Json("Bern")}}));
    VERIFY_OK(first);
    VERIFY_OK(desk.apply(patching(Kind::contact, u"a"_s, {{u"country"_s, Json("Switzerland")}})));
    VERIFY_OK(test::await(desk.store->undoOperation(first->operationId)));
    const auto contact = desk.reader->contact(u"a"_s);
    VERIFY_OK(contact);
    QCOMPARE(contact->city, QString());
    QCOMPARE(contact->country, u"Switzerland"_s);
    QCOMPARE(errorOf(test::await(desk.store->undoOperation(first->operationId))), ErrorKind::notFound);
    QCOMPARE(errorOf(test::await(desk.store->undoOperation(u"nothing"_s))), ErrorKind::notFound);
    VERIFY_OK(desk.redo());
    QCOMPARE(desk.reader->contact(u"a"_s).value_or(Contact {}).city, u"Bern"_s);
}

void UndoTest::stackSurvivesARestart()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.apply(creating(person(u"a"_s, u"Ada"_s, u"Byron"_s, u"Acme"_s))));
    VERIFY_OK(desk.apply(patching(Kind::contact, u"a"_s, {{u"city"_s, Json("Bern")}})));
    VERIFY_OK(desk.undo());
    desk.close();
    VERIFY_OK(desk.open());
    const auto state = undoState(desk.reader->connection());
    VERIFY_OK(state);
    QCOMPARE(state->undoLabel, u"Add Ada Byron"_s);
    QCOMPARE(state->redoLabel, u"Edit a"_s);
    VERIFY_OK(desk.redo());
    QCOMPARE(desk.reader->contact(u"a"_s).value_or(Contact {}).city, u"Bern"_s);
    const auto history = recordHistory(desk.reader->connection(), Kind::contact, u"a"_s);
    VERIFY_OK(history);
    QCOMPARE(history->size(), 4); // created, edited, undone, redone
    QCOMPARE(history->constLast().field, QString());
}

void UndoTest::theOperationOfARecordIsFound()
{
    Desk desk;
    VERIFY_OK(desk.open());
    Connection &connection = desk.reader->connection();
    QCOMPARE(lastOperation(connection, Kind::contact, u"a"_s), QString());
    const NewOperations first(connection, Kind::contact, {u"a"_s});
    const auto created = desk.apply(creating(person(u"a"_s, u"Ada"_s, u"Byron"_s, u"Acme"_s)));
    VERIFY_OK(created);
    VERIFY_OK(desk.apply(creating(person(u"b"_s, u"Ben"_s, u"Cole"_s, u"Acme"_s)))); // newer, of another
    QCOMPARE(first.of(u"a"_s), created->operationId);
    const NewOperations second(connection, Kind::contact, {u"a"_s});
    QCOMPARE(second.of(u"a"_s), QString()); // nothing was done since
    const auto moved = desk.apply(patching(Kind::contact, u"a"_s, {{u"city"_s, Json("Bern")}}));
    VERIFY_OK(moved);
    VERIFY_OK(desk.apply(patching(Kind::contact, u"a"_s, {{u"company"_s, Json("Beta")}})));
    QCOMPARE(lastOperation(connection, Kind::contact, u"a"_s, {u"city"_s}), moved->operationId);
}

void UndoTest::newOperationEndsRedo()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.apply(creating(person(u"a"_s, u"Ada"_s, u"Byron"_s, u"Acme"_s))));
    VERIFY_OK(desk.undo());
    Operation fromServer = creating(person(u"b"_s, u"Ben"_s, u"Cole"_s, u"Acme"_s));
    fromServer.origin = Origin::sync;
    VERIFY_OK(desk.apply(fromServer));
    VERIFY_OK(desk.redo()); // sync is nothing the user did
    VERIFY_OK(desk.undo());
    VERIFY_OK(desk.apply(creating(person(u"c"_s, u"Cleo"_s, u"Dahl"_s, u"Acme"_s))));
    QCOMPARE(errorOf(desk.redo()), ErrorKind::notFound);
    const auto state = undoState(desk.reader->connection());
    VERIFY_OK(state);
    QCOMPARE(state->redoLabel, QString());
}

void UndoTest::hundredThousandPeopleAtOnce()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(
            test::await(desk.store->applyBulk(importing(u"p"_s, 100'000), {}, {}), std::chrono::minutes(5)));
    const Snapshot all = snapshotOf(desk.reader->connection());
    std::stop_source stop;
    int reports = 0;
    const auto stopSoon = [&](int done, int total) {
        ++reports;
        QVERIFY(done <= total);
        stop.request_stop();
    };
    QCOMPARE(errorOf(test::await(desk.store->undo(stopSoon, stop.get_token()), std::chrono::minutes(5))),
             ErrorKind::cancelled);
    QVERIFY(reports > 0);
    QCOMPARE(difference(all, snapshotOf(desk.reader->connection())), QByteArray());
    QElapsedTimer timer;
    timer.start();
    std::pair<int, int> last;
    const auto keep = [&](int done, int total) { last = {done, total}; };
    const auto undone = test::await(desk.store->undo(keep), std::chrono::minutes(5));
    QCOMPARE(last, std::pair(100'000, 100'000));
    VERIFY_OK(undone);
    qInfo() << "undo of 100,000 people:" << timer.elapsed() << "ms";
    QVERIFY(undone->conflicts.empty());
    QVERIFY(undone->change.bulk);
    QCOMPARE(desk.reader->countContacts({}).value_or(-1), 0);
    const qint64 ranges = desk.number(
            "SELECT count(*) FROM change WHERE op=(SELECT max(seq) FROM operation)");
    QCOMPARE(ranges, stepsOfImport(100'000)); // one a step
    const auto history = recordHistory(desk.reader->connection(), Kind::contact, u"p77"_s);
    VERIFY_OK(history);
    QCOMPARE(history->size(), 2);
    QCOMPARE(history->constFirst().field, u"@state"_s);
    const Snapshot none = snapshotOf(desk.reader->connection());
    std::stop_source early;
    early.request_stop();
    QCOMPARE(errorOf(test::await(desk.store->redo({}, early.get_token()), std::chrono::minutes(5))),
             ErrorKind::cancelled);
    QCOMPARE(difference(none, snapshotOf(desk.reader->connection())), QByteArray());
    timer.restart();
    VERIFY_OK(test::await(desk.store->redo(), std::chrono::minutes(5)));
    qInfo() << "redo:" << timer.elapsed() << "ms";
    QCOMPARE(difference(all, snapshotOf(desk.reader->connection())), QByteArray());
}
