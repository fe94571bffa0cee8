// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "tests.h"

#include "flows/contactflow.h"
#include "store/historyreader.h"
#include "store/mergereader.h"

using namespace Qt::StringLiterals;
using namespace crema;

void MergeTest::everythingGoesAlong()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.add(somebody(u"a"_s, u"Ann"_s, u"Lee"_s, u"Acme"_s));
    desk.add(somebody(u"b"_s, u"Anna"_s, u"Lee"_s, u"Globex"_s));
    desk.addDraft(u"d1"_s, u"b"_s);
    desk.addDraft(u"d2"_s, u"b"_s);
    desk.addDraft(u"mine"_s, u"a"_s);
    desk.addPrep(u"p1"_s, u"b"_s);
    store::Operation trash;
    trash.label = u"Delete"_s;
    trash.setState(Kind::draft, u"d2"_s, u"trashed"_s);
    desk.apply(std::move(trash));
    const auto merged = desk.merge(u"a"_s, u"b"_s);
    VERIFY_OK(merged);
    QCOMPARE(merged->drafts, 2);
    QCOMPARE(merged->preps, 1);
    QCOMPARE(merged->contact.addresses.size(), 2);
    QCOMPARE(desk.ownerOf(Kind::draft, u"d1"_s), u"a"_s);
    QCOMPARE(desk.ownerOf(Kind::draft, u"d2"_s),
             u"a"_s); // restored from the trash later, it hangs on nobody hidden
    QCOMPARE(desk.ownerOf(Kind::prep, u"p1"_s), u"a"_s);
    QCOMPARE(desk.services().reader.drafts({u"a"_s, {}, {}})->size(), 2);
    QCOMPARE(desk.services().reader.countContacts({}).value_or(-1), 1);
    const auto hidden = desk.services().reader.contact(u"b"_s);
    QVERIFY(!hidden);
    QVERIFY(hidden.error().text.contains(u"merged into \"a\""_s));
}

void MergeTest::valuesKeepTheirSource()
{
    Desk desk;
    QVERIFY(desk.open());
    Contact a = somebody(u"a"_s, u"Ann"_s, u"Lee"_s, u"Acme"_s);
    store::Operation byHand;
    byHand.label = u"Add Ann Lee"_s;
    byHand.create(Kind::contact, a.id, toBody(a));
    desk.apply(std::move(byHand));
    Contact b = somebody(u"b"_s, u"Ann"_s, u"Lee"_s, u"Acme"_s);
    b.city = u"Bern"_s;
    desk.add(b);
    VERIFY_OK(desk.merge(u"a"_s, u"b"_s));
    const Contact now = desk.contact(u"a"_s);
    QCOMPARE(now.city, u"Bern"_s);
    QCOMPARE(now.sources.value(u"city"_s).kind, SourceKind::importFile);
    QCOMPARE(now.sources.value(u"city"_s).label, u"Import of people.csv"_s);
}

void MergeTest::bothHistoriesStay()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.add(somebody(u"a"_s, u"Ann"_s, u"Lee"_s, u"Acme"_s));
    desk.add(somebody(u"b"_s, u"Anna"_s, u"Lee"_s, u"Globex"_s));
    desk.edit(u"b"_s, [](Contact &contact) { contact.city = u"Bern"_s; });
    VERIFY_OK(desk.merge(u"a"_s, u"b"_s));
    const auto labels = [&](const QString &id) {
        QStringList found;
        const auto changes = store::recordHistory(desk.services().reader.connection(), Kind::contact, id);
        for (const store::RecordChange &change : changes.value_or(QVector<store::RecordChange> {})) {
            if (!found.contains(change.label)) {
                found << change.label;
            }
        }
        return found;
    };
    QCOMPARE(labels(u"a"_s), (QStringList {u"Merge Anna Lee into Ann Lee"_s, u"Import of people.csv"_s}));
    QCOMPARE(labels(u"b"_s),
             (QStringList {u"Merge Anna Lee into Ann Lee"_s, u"Edit"_s, u"Import of people.csv"_s}));
    const auto ids = store::everyIdOf(desk.services().reader.connection(), u"a"_s);
    VERIFY_OK(ids);
    QCOMPARE(*ids, (QStringList {u"a"_s, u"b"_s}));
}

void MergeTest::oneUndoTakesItBack()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.add(somebody(u"a"_s, u"Ann"_s, u"Lee"_s, u"Acme"_s));
    desk.add(somebody(u"b"_s, u"Anna"_s, u"Lee"_s, u"Globex"_s));
    desk.addDraft(u"d1"_s, u"b"_s);
    const Snapshot before = desk.snapshot();
    VERIFY_OK(desk.merge(u"a"_s, u"b"_s));
    QVERIFY(!difference(before, desk.snapshot()).isEmpty());
    const auto undone = desk.undo();
    VERIFY_OK(undone);
    QVERIFY(undone->conflicts.empty());
    QCOMPARE(difference(before, desk.snapshot()), QByteArray());
}

void MergeTest::whatIsNoPairIsRefused()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.add(somebody(u"a"_s, u"Ann"_s, u"Lee"_s, u"Acme"_s));
    Contact sample = somebody(u"s"_s, u"Ann"_s, u"Lee"_s, u"Acme"_s);
    sample.sample = true;
    desk.add(sample);
    const Snapshot before = desk.snapshot();
    QVERIFY(!desk.merge(u"a"_s, u"a"_s));
    QVERIFY(!desk.merge(u"a"_s, u"s"_s));
    QVERIFY(!desk.merge(u"a"_s, u"nobody"_s));
    QVERIFY(!desk.merge(u"a"_s, u"s"_s, {{u"shoe"_s, contacts::MergeChoice::other}}));
    QCOMPARE(difference(before, desk.snapshot()), QByteArray());
}

void MergeTest::whoTheyAreNow()
{
    Desk desk;
    QVERIFY(desk.open());
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s}) {
        desk.add(somebody(id, u"Ann"_s, u"Lee"_s, u"Acme"_s));
    }
    store::Operation facts;
    facts.facts = {
            {u"c"_s, u"reply"_s, u"old"_s}, {u"b"_s, u"reply"_s, u"new"_s}, {u"a"_s, u"other"_s, u"x"_s}};
    desk.apply(std::move(facts));
    VERIFY_OK(desk.merge(u"b"_s, u"c"_s));
    VERIFY_OK(desk.merge(u"a"_s, u"b"_s));
    store::Connection &connection = desk.services().reader.connection();
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s}) {
        const auto present = store::presentContact(connection, id);
        VERIFY_OK(present);
        QCOMPARE(*present, u"a"_s);
    }
    QCOMPARE(store::presentContact(connection, u"nobody"_s).value_or(QString()), u"nobody"_s);
    QCOMPARE(store::factOfPerson(connection, u"a"_s, u"reply"_s).value_or(QString()), u"new"_s);
    VERIFY_OK(desk.unmerge(u"b"_s));
    QCOMPARE(store::presentContact(connection, u"c"_s).value_or(QString()), u"b"_s);
    QCOMPARE(store::factOfPerson(connection, u"a"_s, u"reply"_s).value_or(u"none"_s), QString());
}

void MergeTest::mergedContactsAreNotMovedAlone()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.add(somebody(u"a"_s, u"Ann"_s, u"Lee"_s, u"Acme"_s));
    desk.add(somebody(u"b"_s, u"Ann"_s, u"Lee"_s, u"Acme"_s));
    VERIFY_OK(desk.merge(u"a"_s, u"b"_s));
    const Snapshot before = desk.snapshot();
    for (const auto move : {flows::trashRecords, flows::restoreRecords}) {
        const auto moved = test::await(move(&desk.services(), Kind::contact, {u"b"_s}));
        QVERIFY(!moved);
        QCOMPARE(moved.error().kind, ErrorKind::rejectedInput);
    }
    QCOMPARE(difference(before, desk.snapshot()), QByteArray());
    VERIFY_OK(test::await(flows::trashRecords(&desk.services(), Kind::contact, {u"a"_s})));
}
