// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "randomoperations.h"
#include "store/recordevents.h"
#include "tests.h"

#include <QElapsedTimer>

#include <algorithm>

using namespace crema;
using namespace crema::store;
using namespace Qt::StringLiterals;

namespace {

Result<UndoOutcome> restore(Desk &desk, const QString &operationId)
{
    return test::await(desk.store->restoreTo(operationId, u"Back to then"_s), std::chrono::minutes(5));
}

Contact contactOf(Desk &desk, const QString &id)
{
    return desk.reader->contact(id).value_or(Contact {});
}

QString stateOf(Desk &desk, Kind kind, const QString &id)
{
    return desk.reader->record(kind, id).value_or(StoredRecord {}).state;
}

/// How often the newest operation wrote the same field of the same record again.
qint64 stepsTooMany(Desk &desk)
{
    return desk.number("SELECT count(*) FROM change a JOIN change b ON b.op=a.op AND b.kind=a.kind AND "
                       "b.field=a.field AND b.seq>a.seq AND b.rid<=a.last_rid AND b.last_rid>=a.rid "
                       "WHERE a.op=(SELECT max(seq) FROM operation)");
}

/// A workspace that is changed by random operations, undo, redo and going back, with a picture after each.
struct Wanderer
{
    Desk desk;
    std::optional<RandomOperations> random;
    struct Point
    {
        QString operationId;
        Snapshot picture;
    };
    std::vector<Point> points;

    [[nodiscard]] bool open(quint32 seed)
    {
        if (!desk.open()) {
            return false;
        }
        random.emplace(seed, *desk.reader);
        return true;
    }

    [[nodiscard]] Snapshot now() { return snapshotOf(desk.reader->connection()); }

    void note(const QString &operationId)
    {
        if (!operationId.isEmpty()) {
            points.push_back({operationId, now()});
        }
    }

    /// One step of any sort; an error only when it was none that may be refused.
    [[nodiscard]] Result<> step()
    {
        if (points.size() > 3 && random->chance(4)) {
            const auto moved = random->chance(2) ? desk.undo() : desk.redo();
            if (moved) {
                note(moved->change.operationId);
            }
            return moved || moved.error().kind == ErrorKind::notFound ? Result<> {}
                                                                      : std::unexpected(moved.error());
        }
        const Operation operation = random->next();
        const auto done = random->isBulk() ? desk.applyBulk(operation) : desk.apply(operation);
        if (done) {
            note(done->operationId);
        }
        return done ? Result<> {} : std::unexpected(done.error());
    }
};

} // namespace

void RestoreTest::anyPointComesBackByteForByte_data()
{
    QTest::addColumn<quint32>("seed");
    for (const quint32 seed : {11U, 12U, 13U, 14U, 15U, 16U, 17U, 18U}) {
        QTest::addRow("sequence %u", seed) << seed;
    }
}

void RestoreTest::anyPointComesBackByteForByte()
{
    QFETCH(quint32, seed);
    Wanderer wanderer;
    QVERIFY(wanderer.open(seed));
    for (int round = 0; round < 5; ++round) {
        for (int i = 0; i < 14; ++i) {
            VERIFY_OK(wanderer.step());
        }
        QVERIFY(wanderer.points.size() > 2);
        size_t at = wanderer.points.size() - 2;
        while (at > 0 && !wanderer.random->chance(5)) {
            --at; // any of them, near ones more often
        }
        const Wanderer::Point point = wanderer.points[at];
        const Snapshot before = wanderer.now();
        const auto restored = restore(wanderer.desk, point.operationId);
        if (!restored) {
            // Undo and redo may have led to the very same state: then there is nothing to do, and it says so.
            QCOMPARE(errorOf(restored), ErrorKind::notFound);
            QCOMPARE(difference(point.picture, before), QByteArray());
            continue;
        }
        QVERIFY2(restored->conflicts.empty(),
                 restored->conflicts.empty() ? "" : qPrintable(restored->conflicts.front().field));
        QCOMPARE(difference(point.picture, wanderer.now()), QByteArray());
        QCOMPARE(stepsTooMany(wanderer.desk), 0);
        const Snapshot after = wanderer.now();
        const auto undone = wanderer.desk.undo();
        VERIFY_OK(undone);
        QVERIFY(undone->conflicts.empty());
        QCOMPARE(difference(before, wanderer.now()), QByteArray());
        const auto redone = wanderer.desk.redo();
        VERIFY_OK(redone);
        QVERIFY(redone->conflicts.empty());
        QCOMPARE(difference(after, wanderer.now()), QByteArray());
        wanderer.note(restored->change.operationId); // a point as good as any other
    }
    QCOMPARE(wanderer.desk.problems(), QStringList());
}

void RestoreTest::whatCameBySyncStays()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const auto point = desk.apply(creating(person(u"a"_s, u"Ada"_s, u"Byron"_s, u"Acme"_s)));
    VERIFY_OK(point);
    VERIFY_OK(desk.apply(patching(Kind::contact, u"a"_s, {{u"city"_s, Json("Basel")}})));
    VERIFY_OK(desk.apply(patching(Kind::contact, u"a"_s,
                                  {{u"city"_s, Json("Bern")}, {u"country"_s, Json("Switzerland")}})));
    Operation fromServer = patching(Kind::contact, u"a"_s, {{u"city"_s, Json("Basel")}});
    fromServer.create(Kind::contact, u"s"_s, toBody(person(u"s"_s, u"Sven"_s, u"Holm"_s, u"Acme"_s)));
    fromServer.origin = Origin::sync;
    VERIFY_OK(desk.apply(fromServer));
    const auto restored = restore(desk, point->operationId);
    VERIFY_OK(restored);
    // Basel is the server's now: that an older edit of ours had left the same word there changes nothing.
    QCOMPARE(restored->conflicts, (std::vector<UndoConflict> {{Kind::contact, u"a"_s, u"city"_s}}));
    QCOMPARE(contactOf(desk, u"a"_s).city, u"Basel"_s);
    QCOMPARE(contactOf(desk, u"a"_s).country, QString());
    QCOMPARE(stateOf(desk, Kind::contact, u"s"_s), u"live"_s);
}

void RestoreTest::mergeAndTrashAreTakenBack()
{
    Desk desk;
    VERIFY_OK(desk.open());
    Operation both = creating(person(u"a"_s, u"Ada"_s, u"Byron"_s, u"Acme"_s));
    both.create(Kind::contact, u"b"_s, toBody(person(u"b"_s, u"Ada"_s, u"Lovelace"_s, {})));
    both.create(Kind::contact, u"c"_s, toBody(person(u"c"_s, u"Cleo"_s, u"Dahl"_s, {})));
    const auto point = desk.apply(both);
    VERIFY_OK(point);
    const Snapshot then = snapshotOf(desk.reader->connection());
    Operation merge = moving(Kind::contact, u"b"_s, u"merged:a"_s);
    merge.patches.push_back({Kind::contact, u"a"_s, {{u"headline"_s, Json("Analyst")}}, {}});
    VERIFY_OK(desk.apply(merge));
    // Somebody who came later and went up in Ada.
    VERIFY_OK(desk.apply(creating(person(u"d"_s, u"Ada"_s, u"King"_s, u"Acme"_s))));
    VERIFY_OK(desk.apply(moving(Kind::contact, u"d"_s, u"merged:a"_s)));
    VERIFY_OK(desk.apply(moving(Kind::contact, u"c"_s, u"trashed"_s)));
    const auto restored = restore(desk, point->operationId);
    VERIFY_OK(restored);
    QVERIFY(restored->conflicts.empty());
    QCOMPARE(difference(then, snapshotOf(desk.reader->connection())), QByteArray());
    QCOMPARE(stateOf(desk, Kind::contact, u"d"_s), u"trashed"_s);
    VERIFY_OK(desk.undo());
    QCOMPARE(stateOf(desk, Kind::contact, u"d"_s), u"merged:a"_s);
    QCOMPARE(stateOf(desk, Kind::contact, u"b"_s), u"merged:a"_s);
    QCOMPARE(stateOf(desk, Kind::contact, u"c"_s), u"trashed"_s);
}

void RestoreTest::importUndoneAndRepeated()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const auto imported = desk.applyBulk(importing(u"p"_s, 40));
    VERIFY_OK(imported);
    const auto trashed = desk.apply(moving(Kind::contact, u"p5"_s, u"trashed"_s));
    VERIFY_OK(trashed);
    VERIFY_OK(desk.undo());
    const Snapshot whole = snapshotOf(desk.reader->connection());
    const auto gone = desk.undo(); // the import: all forty at once
    VERIFY_OK(gone);
    QCOMPARE(desk.reader->countContacts({}).value_or(-1), 0);
    // Between the range of the import and what was done to one of it alone the order counts.
    VERIFY_OK(restore(desk, trashed->operationId));
    QCOMPARE(desk.reader->countContacts({}).value_or(-1), 39);
    QCOMPARE(stateOf(desk, Kind::contact, u"p5"_s), u"trashed"_s);
    VERIFY_OK(restore(desk, imported->operationId));
    QCOMPARE(difference(whole, snapshotOf(desk.reader->connection())), QByteArray());
    VERIFY_OK(restore(desk, gone->change.operationId));
    QCOMPARE(desk.reader->countContacts({}).value_or(-1), 0);
    VERIFY_OK(desk.undo());
    QCOMPARE(difference(whole, snapshotOf(desk.reader->connection())), QByteArray());
}

void RestoreTest::goingToAndFroStaysSmall()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const auto first = desk.apply(creating(person(u"a"_s, u"Ada"_s, u"Byron"_s, u"Acme"_s)));
    VERIFY_OK(first);
    const auto imported = desk.applyBulk(importing(u"p"_s, 40));
    VERIFY_OK(imported);
    const Snapshot whole = snapshotOf(desk.reader->connection());
    for (int round = 0; round < 12; ++round) {
        VERIFY_OK(restore(desk, first->operationId));
        QCOMPARE(desk.reader->countContacts({}).value_or(-1), 1);
        VERIFY_OK(restore(desk, imported->operationId));
        QCOMPARE(difference(whole, snapshotOf(desk.reader->connection())), QByteArray());
        QCOMPARE(desk.number("SELECT count(*) FROM change WHERE op=(SELECT max(seq) FROM operation)"), 1);
    }
    const auto undone = desk.undo();
    VERIFY_OK(undone);
    QCOMPARE(undone->change.records.size(), size_t(40));
    QCOMPARE(desk.reader->countContacts({}).value_or(-1), 1);
    QCOMPARE(desk.problems(), QStringList());
}

void RestoreTest::stoppedItLeavesEverything()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const auto point = desk.apply(creating(person(u"a"_s, u"Ada"_s, u"Byron"_s, u"Acme"_s)));
    VERIFY_OK(point);
    VERIFY_OK(desk.apply(patching(Kind::contact, u"a"_s, {{u"city"_s, Json("Bern")}})));
    VERIFY_OK(test::await(desk.store->applyBulk(importing(u"p"_s, 3000), {}, {}), std::chrono::minutes(5)));
    const Snapshot all = snapshotOf(desk.reader->connection());
    std::stop_source stop;
    stop.request_stop();
    const auto goBack = [&](BulkProgress progress, std::stop_token token) {
        return test::await(desk.store->restoreTo(point->operationId, u"Back"_s, progress, token),
                           std::chrono::minutes(5));
    };
    QCOMPARE(errorOf(goBack({}, stop.get_token())), ErrorKind::cancelled);
    QCOMPARE(difference(all, snapshotOf(desk.reader->connection())), QByteArray());
    int reports = 0;
    VERIFY_OK(goBack(
            [&](int done, int total) {
                ++reports;
                QVERIFY(done > 0 && done <= total);
            },
            {}));
    QVERIFY(reports > 0);
    QCOMPARE(desk.reader->countContacts({}).value_or(-1), 1);
}

void RestoreTest::refusesWhatItCannotDo()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const auto first = desk.apply(creating(person(u"a"_s, u"Ada"_s, u"Byron"_s, u"Acme"_s)));
    VERIFY_OK(first);
    const Snapshot then = snapshotOf(desk.reader->connection());
    QCOMPARE(errorOf(restore(desk, u"nothing"_s)), ErrorKind::notFound);
    QCOMPARE(errorOf(restore(desk, first->operationId)), ErrorKind::notFound); // nothing since
    desk.clock.advance(std::chrono::days(100));
    const auto second = desk.apply(patching(Kind::contact, u"a"_s, {{u"city"_s, Json("Bern")}}));
    VERIFY_OK(second);
    desk.clock.advance(std::chrono::days(100));
    VERIFY_OK(desk.apply(patching(Kind::contact, u"a"_s, {{u"city"_s, Json("Basel")}})));
    VERIFY_OK(test::await(desk.store->pruneHistory(50))); // forgets the first two
    QCOMPARE(errorOf(restore(desk, first->operationId)), ErrorKind::conflict);
    QCOMPARE(contactOf(desk, u"a"_s).city, u"Basel"_s);
    VERIFY_OK(restore(desk, second->operationId));
    QCOMPARE(contactOf(desk, u"a"_s).city, u"Bern"_s);
    // A refused one leaves no trace in the history.
    QCOMPARE(desk.number("SELECT count(*) FROM operation"), 4);
}

void RestoreTest::purgedRecordIsAConflict()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.apply(creating(person(u"a"_s, u"Ada"_s, u"Byron"_s, u"Acme"_s))));
    const auto point = desk.apply(creating(person(u"b"_s, u"Ben"_s, u"Cole"_s, u"Acme"_s)));
    VERIFY_OK(point);
    VERIFY_OK(desk.apply(moving(Kind::contact, u"a"_s, u"trashed"_s)));
    VERIFY_OK(desk.apply(patching(Kind::contact, u"b"_s, {{u"city"_s, Json("Bern")}})));
    VERIFY_OK(test::await(desk.store->purgeTrash(0)));
    const auto restored = restore(desk, point->operationId);
    VERIFY_OK(restored);
    QCOMPARE(restored->conflicts, (std::vector<UndoConflict> {{Kind::contact, u"a"_s, purgedField()}}));
    QCOMPARE(contactOf(desk, u"b"_s).city, QString());
}

void RestoreTest::hundredThousandPeopleGoAtOnce()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const auto point = desk.apply(creating(person(u"a"_s, u"Ada"_s, u"Byron"_s, u"Acme"_s)));
    VERIFY_OK(point);
    VERIFY_OK(
            test::await(desk.store->applyBulk(importing(u"p"_s, 100'000), {}, {}), std::chrono::minutes(5)));
    VERIFY_OK(desk.apply(patching(Kind::contact, u"p7"_s, {{u"city"_s, Json("Bern")}})));
    const Snapshot all = snapshotOf(desk.reader->connection());
    QElapsedTimer timer;
    timer.start();
    const auto restored = restore(desk, point->operationId);
    VERIFY_OK(restored);
    qInfo() << "back before 100,000 people:" << timer.elapsed() << "ms";
    QVERIFY(restored->change.bulk);
    QCOMPARE(desk.reader->countContacts({}).value_or(-1), 1);
    const qint64 ranges = desk.number(
            "SELECT count(*) FROM change WHERE op=(SELECT max(seq) FROM operation)");
    QCOMPARE(ranges, stepsOfImport(100'000)); // one a step
    timer.restart();
    VERIFY_OK(test::await(desk.store->undo(), std::chrono::minutes(5)));
    qInfo() << "and forth again:" << timer.elapsed() << "ms";
    QCOMPARE(difference(all, snapshotOf(desk.reader->connection())), QByteArray());
}

void RestoreTest::contactsHistoryIsOneList()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.apply(creating(person(u"a"_s, u"Ada"_s, u"Byron"_s, u"Acme"_s))));
    VERIFY_OK(desk.applyBulk(importing(u"p"_s, 3)));
    Operation draft;
    draft.label = u"Write"_s;
    draft.create(Kind::draft, u"d"_s, {{"contactId", "p1"}, {"subject", "Hello"}});
    VERIFY_OK(desk.apply(draft));
    VERIFY_OK(desk.apply(patching(Kind::contact, u"p1"_s, {{u"city"_s, Json("Bern")}})));
    Operation merge = moving(Kind::contact, u"p1"_s, u"merged:a"_s);
    merge.patches.push_back({Kind::contact, u"a"_s, {{u"city"_s, Json("Bern")}}, {}});
    merge.patches.push_back({Kind::draft, u"d"_s, {{u"contactId"_s, Json("a")}}, {}});
    VERIFY_OK(desk.apply(merge));
    VERIFY_OK(desk.undo());
    VERIFY_OK(desk.redo());
    const auto events = contactEvents(desk.reader->connection(), u"a"_s, 100);
    VERIFY_OK(events);
    QStringList told;
    for (const RecordEvent &event : *events) {
        static const QStringList sorts {u""_s, u"undo "_s, u"redo "_s};
        told << sorts[static_cast<int>(event.sort)] + kindName(event.kind) + u' ' + event.recordId
                        + (event.created ? u" new"_s : QString()) + (event.alone ? u" alone"_s : QString());
    }
    const QStringList expected {u"redo contact p1"_s,    u"redo contact a"_s,    u"redo draft d"_s,
                                u"undo contact p1"_s,    u"undo contact a"_s,    u"undo draft d"_s,
                                u"contact p1"_s,         u"contact a"_s,         u"draft d"_s,
                                u"contact p1 alone"_s,   u"draft d new alone"_s, u"contact p1 new"_s,
                                u"contact a new alone"_s};
    QCOMPARE(told, expected);
    QCOMPARE((*events)[9].steps.size(), size_t(1));
    QVERIFY((*events)[9].undoable);
    QVERIFY(!(*events)[0].undoable);
    const auto some = contactEvents(desk.reader->connection(), u"a"_s, 2);
    VERIFY_OK(some);
    QCOMPARE(some->size(), 2);
    QCOMPARE(some->constFirst().operationId, events->constFirst().operationId);
}

void RestoreTest::operationsAreToldStepByStep()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const auto imported = desk.applyBulk(importing(u"p"_s, 30));
    VERIFY_OK(imported);
    const auto edited = desk.apply(patching(Kind::contact, u"p3"_s, {{u"city"_s, Json("Bern")}}));
    VERIFY_OK(edited);
    const auto people = operationSteps(desk.reader->connection(), imported->operationId, 12);
    VERIFY_OK(people);
    QCOMPARE(people->size(), 12);
    QVERIFY(people->constLast().created);
    QCOMPARE(people->constLast().recordId, u"p11"_s);
    const auto edits = operationSteps(desk.reader->connection(), edited->operationId, 12);
    VERIFY_OK(edits);
    QCOMPARE(edits->size(), 1);
    QCOMPARE(edits->constFirst().step.after, std::optional(Json("Bern")));
    QCOMPARE(resolveOperation(desk.reader->connection(), edited->operationId.left(15)).value_or(QString()),
             edited->operationId);
    QCOMPARE(errorOf(resolveOperation(desk.reader->connection(), u"?"_s)), ErrorKind::notFound);
    QCOMPARE(tagsInUse(desk.reader->connection()).value_or(QStringList {u"?"_s}), QStringList());
    VERIFY_OK(desk.apply(
            patching(Kind::contact, u"p3"_s,
                     {{u"tags/one, two"_s, Json("one, two")}, {u"tags/Alumni"_s, Json("Alumni")}})));
    QCOMPARE(tagsInUse(desk.reader->connection()).value_or(QStringList()),
             (QStringList {u"Alumni"_s, u"one, two"_s}));
}

void RestoreTest::undoneFieldsKeepTheirSource()
{
    Desk desk;
    VERIFY_OK(desk.open());
    Operation import = creating(person(u"a"_s, u"Ada"_s, u"Byron"_s, u"Acme"_s));
    import.label = u"Import of people.csv"_s;
    import.origin = Origin::import;
    VERIFY_OK(desk.apply(import));
    const auto sourceOf = [&](const QString &field) {
        const auto sources = contactOf(desk, u"a"_s).sources;
        return sources.contains(field) ? sources[field].label : sources[QString()].label;
    };
    const auto edit = [&](const QString &label, const QString &city) {
        Operation operation = patching(Kind::contact, u"a"_s, {{u"city"_s, Json(city)}});
        operation.label = label;
        return desk.apply(operation);
    };
    VERIFY_OK(edit(u"first"_s, u"Bern"_s));
    VERIFY_OK(edit(u"second"_s, u"Basel"_s));
    QCOMPARE(sourceOf(u"city"_s), u"second"_s);
    VERIFY_OK(desk.undo());
    QCOMPARE(sourceOf(u"city"_s), u"first"_s);
    VERIFY_OK(desk.undo());
    QCOMPARE(sourceOf(u"city"_s), u"Import of people.csv"_s);
    VERIFY_OK(desk.redo());
    QCOMPARE(sourceOf(u"city"_s), u"first"_s);
    VERIFY_OK(desk.redo());
    QCOMPARE(sourceOf(u"city"_s), u"second"_s);
    VERIFY_OK(desk.undo());
    QCOMPARE(sourceOf(u"city"_s), u"first"_s);
    QCOMPARE(sourceOf(u"firstName"_s), u"Import of people.csv"_s);
}

void RestoreTest::whatIsPutBackIsTheWordOfWhoSaidIt()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.apply(creating(person(u"a"_s, u"Ada"_s, u"Byron"_s, u"Acme"_s))));
    Operation merge = patching(Kind::contact, u"a"_s, {{u"city"_s, Json("Bern")}});
    merge.keepForGood = true;
    Source file;
    file.kind = SourceKind::importFile;
    file.label = u"people.csv"_s;
    merge.patches.front().source = file;
    merge.patches.push_back({Kind::contact, u"a"_s, {{u"country"_s, Json("CH")}}, {}});
    VERIFY_OK(desk.apply(merge));
    const auto sources = [&] { return contactOf(desk, u"a"_s).sources; };
    const auto merged = sources();
    QCOMPARE(merged[u"city"_s].label, u"people.csv"_s);
    const auto edit = [&] {
        return desk.apply(patching(
                Kind::contact, u"a"_s,
                {{u"city"_s, Json("Basel")}, {u"country"_s, Json("FR")}, {u"headline"_s, Json("Analyst")}}));
    };
    const auto point = edit();
    VERIFY_OK(point);
    const auto edited = sources();
    VERIFY_OK(desk.undo());
    QCOMPARE(sources(), merged);
    VERIFY_OK(desk.undo());
    VERIFY_OK(desk.redo());
    QCOMPARE(sources(), merged);
    VERIFY_OK(desk.redo());
    QCOMPARE(sources(), edited);
    const auto mergePoint = lastOperation(desk.reader->connection(), Kind::contact, u"a"_s, {u"city"_s});
    QVERIFY(!mergePoint.isEmpty());
    VERIFY_OK(desk.apply(patching(Kind::contact, u"a"_s, {{u"city"_s, Json("Biel")}})));
    VERIFY_OK(test::await(desk.store->restoreTo(point->operationId, u"Back"_s)));
    QCOMPARE(sources(), edited);
    QCOMPARE(desk.problems(), QStringList());
}
