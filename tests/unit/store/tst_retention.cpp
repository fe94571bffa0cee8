// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "store/historyreader.h"
#include "store/workspace.h"
#include "tests.h"

using namespace crema;
using namespace crema::store;
using namespace Qt::StringLiterals;

namespace {

constexpr auto day = 24h;

QStringList labelsOf(const Desk &desk)
{
    QStringList labels;
    const auto entries = operations(desk.reader->connection(), 100);
    for (const OperationEntry &entry : entries.value_or(QVector<OperationEntry> {})) {
        labels << entry.label;
    }
    return labels;
}

} // namespace

void RetentionTest::purgeLeavesTombstones()
{
    Desk desk;
    VERIFY_OK(desk.open());
    Contact ada = person(u"a"_s, u"Ada"_s, u"Byron"_s, u"Acme"_s);
    ada.notes = u"wrote the first program"_s;
    VERIFY_OK(desk.apply(creating(ada)));
    VERIFY_OK(desk.apply(creating(person(u"b"_s, u"Ben"_s, u"Cole"_s, u"Acme"_s))));
    VERIFY_OK(desk.apply(moving(Kind::contact, u"a"_s, u"trashed"_s)));
    desk.clock.advance(29 * day);
    QCOMPARE(test::await(desk.store->purgeTrash(30)).value_or(-1), 0);
    QCOMPARE(desk.reader->trash().value_or(QVector<TrashedRecord> {}).size(), 1);
    desk.clock.advance(2 * day);
    int told = 0;
    connect(desk.store.get(), &Store::changed, this, [&](const Change &change) {
        told += change.bulk && change.kinds == std::vector {Kind::contact};
    });
    QCOMPARE(test::await(desk.store->purgeTrash(30)).value_or(-1), 1);
    QCOMPARE(told, 1);
    QCOMPARE(desk.number("SELECT count(*) FROM tombstone WHERE kind=1 AND id='a' AND dirty=1"), 1);
    for (const char *table : {"contact", "lookup", "contact_words"}) {
        QCOMPARE(desk.number(QByteArray("SELECT count(*) FROM ").append(table).constData()), 1);
    }
    QCOMPARE(desk.number("SELECT (SELECT count(*) FROM field_mark)+(SELECT count(*) FROM fulltext)"), 0);
    QCOMPARE(test::await(desk.store->purgeTrash(30)).value_or(-1), 0);
    QCOMPARE(told, 1);
    QCOMPARE(desk.problems(), QStringList());
}

void RetentionTest::purgeKeepsWhatUndoNeeds()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.apply(creating(person(u"a"_s, u"Ada"_s, u"Byron"_s, u"Acme"_s))));
    VERIFY_OK(desk.apply(creating(person(u"b"_s, u"Ben"_s, u"Cole"_s, u"Acme"_s))));
    VERIFY_OK(desk.apply(creating(person(u"c"_s, u"Cleo"_s, u"Dahl"_s, u"Acme"_s))));
    VERIFY_OK(desk.apply(moving(Kind::contact, u"a"_s, u"trashed"_s)));
    VERIFY_OK(desk.apply(moving(Kind::contact, u"b"_s, u"trashed"_s)));
    VERIFY_OK(desk.apply(moving(Kind::contact, u"c"_s, u"merged:b"_s)));
    desk.clock.advance(20 * day);
    VERIFY_OK(desk.apply(patching(Kind::contact, u"a"_s, {{u"city"_s, Json("Bern")}})));
    desk.clock.advance(20 * day);
    QCOMPARE(test::await(desk.store->purgeTrash(30)).value_or(-1), 1); // only b
    QVERIFY(desk.reader->record(Kind::contact, u"a"_s));
    QVERIFY(desk.reader->record(Kind::contact,
                                u"c"_s)); // merged people are never purged: un-merge needs them
    const auto undone = desk.undo();
    VERIFY_OK(undone);
    QVERIFY(undone->conflicts.empty());
    QCOMPARE(test::await(desk.store->purgeTrash(0)).value_or(-1), 1); // emptied by hand: everything goes
    QVERIFY(desk.reader->record(Kind::contact, u"c"_s));
}

void RetentionTest::undoOfAPurgedRecordIsAConflict()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.applyBulk(importing(u"p"_s, 5)));
    VERIFY_OK(desk.apply(patching(Kind::contact, u"p2"_s, {{u"city"_s, Json("Bern")}})));
    VERIFY_OK(desk.apply(moving(Kind::contact, u"p2"_s, u"trashed"_s)));
    QCOMPARE(test::await(desk.store->purgeTrash(0)).value_or(-1), 1);
    const std::vector<UndoConflict> gone {{Kind::contact, u"p2"_s, purgedField()}};
    for (int i = 0; i < 2; ++i) { // the trashing, then the edit
        const auto undone = desk.undo();
        VERIFY_OK(undone);
        QCOMPARE(undone->conflicts, gone);
        QVERIFY(undone->change.records.empty());
    }
    const auto importUndone = desk.undo();
    VERIFY_OK(importUndone);
    QVERIFY(importUndone->conflicts.empty()); // gone is what undo wanted
    QCOMPARE(desk.reader->countContacts({}).value_or(-1), 0);
    const auto redone = desk.redo();
    VERIFY_OK(redone);
    QCOMPARE(redone->conflicts, gone);
    QCOMPARE(desk.reader->countContacts({}).value_or(-1), 4);
}

void RetentionTest::rowidsAreNeverUsedTwice()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.apply(creating(person(u"a"_s, u"Ada"_s, u"Byron"_s, u"Acme"_s))));
    VERIFY_OK(desk.apply(patching(Kind::contact, u"a"_s, {{u"city"_s, Json("Bern")}})));
    VERIFY_OK(desk.apply(moving(Kind::contact, u"a"_s, u"trashed"_s)));
    const qint64 first = desk.number("SELECT max(rid) FROM contact");
    QCOMPARE(test::await(desk.store->purgeTrash(0)).value_or(-1), 1);
    desk.close();
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.apply(creating(person(u"b"_s, u"Ben"_s, u"Cole"_s, u"Acme"_s))));
    QVERIFY(desk.number("SELECT max(rid) FROM contact") > first);
    const auto history = recordHistory(desk.reader->connection(), Kind::contact, u"b"_s);
    VERIFY_OK(history);
    QCOMPARE(history->size(), 1);
    // The edit of the purged record must not be taken back on the new one.
    VERIFY_OK(desk.undo());
    VERIFY_OK(desk.undo());
    const auto undone = desk.undo();
    VERIFY_OK(undone);
    QCOMPARE(undone->conflicts, (std::vector<UndoConflict> {{Kind::contact, u"a"_s, purgedField()}}));
    QCOMPARE(desk.reader->record(Kind::contact, u"b"_s).value_or(StoredRecord {}).state, u"trashed"_s);
}

void RetentionTest::recreatedRecordIsNotDeadAnyMore()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.apply(creating(person(u"a"_s, u"Ada"_s, u"Byron"_s, u"Acme"_s))));
    VERIFY_OK(desk.apply(moving(Kind::contact, u"a"_s, u"trashed"_s)));
    QCOMPARE(test::await(desk.store->purgeTrash(0)).value_or(-1), 1);
    QCOMPARE(desk.number("SELECT count(*) FROM tombstone"), 1);
    Operation back = creating(person(u"a"_s, u"Ada"_s, u"Byron"_s, u"Acme"_s));
    back.origin = Origin::sync;
    VERIFY_OK(desk.apply(back));
    QCOMPARE(desk.number("SELECT count(*) FROM tombstone"), 0);
}

void RetentionTest::prunedHistoryKeepsMergesAndPairs()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.apply(creating(person(u"a"_s, u"Ada"_s, u"Byron"_s, u"Acme"_s))));
    VERIFY_OK(desk.apply(creating(person(u"b"_s, u"Ben"_s, u"Cole"_s, u"Acme"_s))));
    Operation merge = moving(Kind::contact, u"b"_s, u"merged:a"_s);
    merge.label = u"Merge"_s;
    merge.keepForGood = true;
    const auto merged = desk.apply(merge);
    VERIFY_OK(merged);
    Operation old = patching(Kind::contact, u"a"_s, {{u"city"_s, Json("Bern")}});
    old.label = u"Old edit"_s;
    VERIFY_OK(desk.apply(old));
    Operation pair = patching(Kind::contact, u"a"_s, {{u"country"_s, Json("Switzerland")}});
    pair.label = u"Undone since"_s;
    VERIFY_OK(desk.apply(pair));
    desk.clock.advance(170 * day);
    VERIFY_OK(desk.undo());
    desk.clock.advance(20 * day);
    QCOMPARE(test::await(desk.store->pruneHistory(180)).value_or(-1), 3); // two creates and the old edit
    QCOMPARE(labelsOf(desk), (QStringList {u"Undone since"_s, u"Undone since"_s, u"Merge"_s}));
    const auto history = recordHistory(desk.reader->connection(), Kind::contact, u"a"_s);
    VERIFY_OK(history);
    QVERIFY(std::ranges::none_of(*history,
                                 [](const RecordChange &change) { return change.field == "city"_L1; }));
    QCOMPARE(history->constLast().label, u"Add Ada Byron"_s); // who brought it stays
    QCOMPARE(desk.reader->contact(u"a"_s).value_or(Contact {}).city, u"Bern"_s);
    const auto origins = fieldOrigins(desk.reader->connection(), Kind::contact, 1);
    VERIFY_OK(origins);
    QCOMPARE(origins->value(u"city"_s).label, u"Old edit"_s);
    // The pair is whole: redo works, and stepping back ends where history was pruned.
    VERIFY_OK(desk.redo());
    VERIFY_OK(desk.undo());
    QCOMPARE(errorOf(desk.undo()), ErrorKind::notFound);
    // A merge is taken back by name even after years.
    const auto unmerged = test::await(desk.store->undoOperation(merged->operationId));
    VERIFY_OK(unmerged);
    QVERIFY(unmerged->conflicts.empty());
    QVERIFY(desk.reader->contact(u"b"_s));
    QCOMPARE(test::await(desk.store->pruneHistory(180)).value_or(-1), 0);
    QCOMPARE(desk.problems(), QStringList());
}

void RetentionTest::purgeForgetsTextsAndFiles()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const auto workspace = Workspace::at(desk.folder.path());
    VERIFY_OK(workspace);
    const auto own = workspace->keepFile("a resume");
    const auto shared = workspace->keepFile("a resume that is there twice");
    VERIFY_OK(own);
    VERIFY_OK(shared);
    VERIFY_OK(desk.apply(creating(person(u"a"_s, u"Ada"_s, u"Byron"_s, u"Acme"_s))));
    const auto edited = desk.apply(patching(
            Kind::contact, u"a"_s, {{u"notes"_s, Json("SECRET")}, {u"tags/SECRET"_s, Json("SECRET")}}));
    VERIFY_OK(edited);
    Operation resumes;
    resumes.create(Kind::resume, u"r"_s, {{"file", *own}});
    resumes.create(Kind::resume, u"s"_s, {{"file", *shared}});
    resumes.create(Kind::resume, u"t"_s, {{"file", *shared}});
    VERIFY_OK(desk.apply(resumes));
    VERIFY_OK(desk.apply(moving(Kind::contact, u"a"_s, u"trashed"_s)));
    VERIFY_OK(desk.apply(moving(Kind::resume, u"r"_s, u"trashed"_s)));
    VERIFY_OK(desk.apply(moving(Kind::resume, u"s"_s, u"trashed"_s)));
    QCOMPARE(test::await(desk.store->purgeTrash(0)).value_or(-1), 3);
    QCOMPARE(desk.number("SELECT count(*) FROM change WHERE before LIKE '%SECRET%' OR after LIKE '%SECRET%' "
                         "OR field LIKE '%SECRET%'"),
             0);
    QVERIFY(!QFile::exists(workspace->filePath(*own)));
    QVERIFY(QFile::exists(workspace->filePath(*shared)));
    QCOMPARE(desk.problems(), QStringList());
    const auto undone = test::await(desk.store->undoOperation(edited->operationId));
    VERIFY_OK(undone);
    QCOMPARE(undone->conflicts, (std::vector<UndoConflict> {{Kind::contact, u"a"_s, purgedField()}}));
    desk.close();
    QVERIFY(!bytesOf(desk.path()).contains("SECRET"));
}

void RetentionTest::tidiesOnceADayByWhatTheClockSaidBefore()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.apply(creating(person(u"a"_s, u"Ada"_s, u"Byron"_s, u"Acme"_s))));
    VERIFY_OK(desk.apply(patching(Kind::contact, u"a"_s, {{u"city"_s, Json("Bern")}})));
    VERIFY_OK(desk.apply(moving(Kind::contact, u"a"_s, u"trashed"_s)));
    const auto tidy = [&] {
        const auto tidied = test::await(desk.store->tidyWhenDue(30, 180));
        return tidied ? std::pair(tidied->records, tidied->operations) : std::pair(-1, -1);
    };
    const std::pair nothing(0, 0);
    desk.clock.advance(100 * day);
    QCOMPARE(tidy(), nothing); // the first time
    desk.clock.advance(20 * 365 * day);
    QCOMPARE(tidy(), (std::pair(1, 0))); // by the look before, a hundred days
    VERIFY_OK(desk.apply(creating(person(u"b"_s, u"Ben"_s, u"Cole"_s, u"Acme"_s))));
    VERIFY_OK(desk.apply(moving(Kind::contact, u"b"_s, u"trashed"_s)));
    desk.clock.advance(20 * 365 * day); // a clock that jumps
    QCOMPARE(tidy().first, 0);
    QCOMPARE(desk.reader->trash().value_or(QVector<TrashedRecord> {}).size(), 1);
    QCOMPARE(tidy(), nothing); // not twice a day
    desk.clock.advance(-10 * 365 * day);
    QCOMPARE(tidy(), nothing);
}
