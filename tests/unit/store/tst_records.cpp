// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "store/historyreader.h"
#include "store/patch.h"
#include "store/writesession.h"
#include "tests.h"

#include <QDir>

using namespace crema;
using namespace crema::store;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(crema::Json)
Q_DECLARE_METATYPE(crema::store::Origin)

namespace {

Json json(const char *text)
{
    return parseJson(text).value_or(Json("not JSON"));
}

} // namespace

void RecordsTest::bodyIsStoredInOneForm_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<QByteArray>("stored");
    QTest::newRow("nothing to do") << QByteArray(R"({"city":"Bern","tags":["a","b"]})")
                                   << QByteArray(R"({"city":"Bern","tags":["a","b"]})");
    QTest::newRow("tags in order, each once")
            << QByteArray(R"({"tags":["b","a","b"]})") << QByteArray(R"({"tags":["a","b"]})");
    QTest::newRow("no nulls, no empty lists")
            << QByteArray(R"({"city":null,"tags":[],"phones":[],"extra":[],"deep":{"a":null}})")
            << QByteArray(R"({"deep":{"a":null},"extra":[]})");
    QTest::newRow("a lone value is a list of one")
            << QByteArray(R"({"tags":"a"})") << QByteArray(R"({"tags":["a"]})");
    QTest::newRow("items in the order of their positions")
            << QByteArray(R"({"phones":[{"id":"1","pos":"b"},{"id":"2","pos":"a"}]})")
            << QByteArray(R"({"phones":[{"id":"2","pos":"a"},{"id":"1","pos":"b"}]})");
    QTest::newRow("a tag that is no text stays")
            << QByteArray(R"({"tags":[5,"5","a"]})") << QByteArray(R"({"tags":[5,"a"]})");
}

void RecordsTest::bodyIsStoredInOneForm()
{
    QFETCH(QByteArray, given);
    QFETCH(QByteArray, stored);
    Desk desk;
    VERIFY_OK(desk.open());
    Operation operation;
    operation.create(Kind::contact, u"a"_s, json(given.constData()));
    VERIFY_OK(desk.apply(operation));
    QCOMPARE(toBytes(desk.reader->record(Kind::contact, u"a"_s).value_or(StoredRecord {}).body), stored);
}

void RecordsTest::editsTurnOneBodyIntoTheOther_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *name, const char *before, const char *after) {
        QTest::newRow(name) << QByteArray(before) << QByteArray(after);
    };
    row("scalar changed", R"({"city":"Bern"})", R"({"city":"Basel"})");
    row("scalar removed", R"({"city":"Bern","x":1})", R"({"x":1})");
    row("everything removed", R"({"city":"Bern","tags":["a"]})", R"({})");
    row("tag with a slash", R"({"tags":["a/b"]})", R"({"tags":["a/b","c/d/"]})");
    row("empty tag", R"({"tags":["a"]})", R"({"tags":["","a"]})");
    row("key that looks like a tag", R"({"tags":["a"],"tags/a":1})", R"({"tags":["b"],"tags/a":2})");
    row("key with a slash", R"({"a/b":1})", R"({"a/b":2,"/":3,"":4,"/x":5})");
    row("key that looks like the state", R"({"@state":"live"})", R"({"@state":"trashed"})");
    row("item without an id", R"({"phones":[]})", R"({"phones":[{"value":"1"},{"value":"2"}]})");
    row("items with the same id", R"({"phones":[{"id":"a","pos":"a","value":"1"}]})",
        R"({"phones":[{"id":"a","pos":"a","value":"1"},{"id":"a","pos":"b","value":"2"}]})");
    row("texts where items belong", R"({"phones":["1","2"]})", R"({"phones":["1","3"]})");
    row("list becomes a lone value", R"({"tags":["a","b"]})", R"({"tags":"b"})");
    row("nested value", R"({"x":{"a":[1,{"b":null}]}})", R"({"x":{"a":[1,{"b":2}]}})");
}

void RecordsTest::editsTurnOneBodyIntoTheOther()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const Json from = normalisedBody(Kind::contact, json(before.constData()));
    const Json to = normalisedBody(Kind::contact, json(after.constData()));
    Desk desk;
    VERIFY_OK(desk.open());
    Operation create;
    create.create(Kind::contact, u"a"_s, json(before.constData()));
    VERIFY_OK(desk.apply(create));
    const auto body = [&] {
        return desk.reader->record(Kind::contact, u"a"_s).value_or(StoredRecord {}).body;
    };
    QCOMPARE(toBytes(body()), toBytes(from));
    Operation edit;
    edit.patch(Kind::contact, u"a"_s, from, json(after.constData()));
    VERIFY_OK(desk.apply(edit));
    QCOMPARE(toBytes(body()), toBytes(to));
    const auto undone = desk.undo();
    VERIFY_OK(undone);
    QVERIFY(undone->conflicts.empty());
    QCOMPARE(toBytes(body()), toBytes(from));
    QCOMPARE(desk.reader->record(Kind::contact, u"a"_s).value_or(StoredRecord {}).state, u"live"_s);
}

void RecordsTest::editsMeet_data()
{
    QTest::addColumn<Origin>("origin");
    QTest::addColumn<QByteArray>("seen");
    QTest::addColumn<QByteArray>("present");
    QTest::addColumn<QByteArray>("wanted");
    QTest::addColumn<QByteArray>("stored"); ///< empty: refused
    const auto row = [](const char *name, Origin origin, const char *seen, const char *present,
                        const char *wanted, const char *stored) {
        QTest::newRow(name) << origin << QByteArray(seen) << QByteArray(present) << QByteArray(wanted)
                            << QByteArray(stored);
    };
    row("the later value of a plain field", Origin::user, R"({"city":"Bern"})", R"({"city":"Basel"})",
        R"({"city":"Biel"})", R"({"city":"Biel"})");
    row("an import fills gaps only", Origin::import, R"({})", R"({"city":"Basel"})",
        R"({"city":"Biel","country":"CH"})", R"({"city":"Basel","country":"CH"})");
    row("of an import too what nobody touched", Origin::import, R"({"city":"Bern"})", R"({"city":"Bern"})",
        R"({"city":"Biel"})", R"({"city":"Biel"})");
    row("an empty text is a gap", Origin::import, R"({})", R"({"city":""})", R"({"city":"Biel"})",
        R"({"city":"Biel"})");
    row("tags one by one", Origin::user, R"({"tags":["a","b"]})", R"({"tags":["b","c"]})",
        R"({"tags":["a","b","d"]})", R"({"tags":["b","c","d"]})");
    row("items one by one, ours behind", Origin::import, R"({})",
        R"({"phones":[{"id":"x","pos":"i","value":"1"}]})",
        R"({"phones":[{"id":"y","pos":"i","value":"2"}]})",
        R"({"phones":[{"id":"x","pos":"i","value":"1"},{"id":"y","pos":"r","value":"2"}]})");
    row("lines of a text", Origin::user, R"({"notes":"a\nb"})", R"({"notes":"a\nb\nc"})",
        R"({"notes":"A\nb"})", R"({"notes":"A\nb\nc"})");
    row("two paragraphs added", Origin::user, R"({"notes":"a"})", R"({"notes":"a\n\nb"})",
        R"({"notes":"a\n\nc"})", R"({"notes":"a\n\nb\n\nc"})");
    row("a text begun twice", Origin::user, R"({})", R"({"notes":"b"})", R"({"notes":"c"})",
        R"({"notes":"b\n\nc"})");
    row("the same line twice", Origin::user, R"({"notes":"a"})", R"({"notes":"b"})", R"({"notes":"c"})", "");
    row("a job does not lose its work", Origin::job, R"({"notes":"a"})", R"({"notes":"b"})",
        R"({"notes":"c"})", R"({"notes":"c"})");
    row("the same twice", Origin::user, R"({"notes":"a"})", R"({"notes":"b"})", R"({"notes":"b"})",
        R"({"notes":"b"})");
}

void RecordsTest::editsMeet()
{
    QFETCH(Origin, origin);
    QFETCH(QByteArray, seen);
    QFETCH(QByteArray, present);
    QFETCH(QByteArray, wanted);
    QFETCH(QByteArray, stored);
    Desk desk;
    VERIFY_OK(desk.open());
    Operation create;
    create.create(Kind::contact, u"a"_s, json(present.constData()));
    VERIFY_OK(desk.apply(create));
    Operation edit;
    edit.origin = origin;
    edit.patch(Kind::contact, u"a"_s, json(seen.constData()), json(wanted.constData()));
    const auto edited = desk.apply(edit);
    QCOMPARE(errorOf(edited), stored.isEmpty() ? std::optional(ErrorKind::conflict) : std::nullopt);
    const auto record = desk.reader->record(Kind::contact, u"a"_s);
    QCOMPARE(toBytes(record.value_or(StoredRecord {}).body), stored.isEmpty() ? present : stored);
}

void RecordsTest::whatAnImportLeftAloneIsTold()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const Contact planned = person(u"a"_s, u"Ada"_s, u"Byron"_s, u"Acme"_s);
    VERIFY_OK(desk.apply(creating(planned)));
    Operation import = importing(u"p"_s, 3000);
    Contact filled = planned;
    filled.city = u"File city"_s;
    filled.headline = u"File headline"_s;
    import.patch(Kind::contact, u"a"_s, toBody(planned), toBody(filled));
    VERIFY_OK(desk.apply(patching(Kind::contact, u"a"_s, {{u"city"_s, Json("My city")}})));
    const auto done = desk.applyBulk(import);
    VERIFY_OK(done);
    QCOMPARE(done->kept, (std::vector<UndoConflict> {{Kind::contact, u"a"_s, u"city"_s}}));
    const auto contact = desk.reader->contact(u"a"_s);
    VERIFY_OK(contact);
    QCOMPARE(contact->city, u"My city"_s);
    QCOMPARE(contact->headline, u"File headline"_s);
}

void RecordsTest::paragraphsAreAppendedToWhatIsThere()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.apply(creating(person(u"a"_s, u"Ada"_s, u"Byron"_s, u"Acme"_s))));
    for (const QString &text : {u"one"_s, u"two"_s}) {
        Operation note;
        note.append(Kind::contact, u"a"_s, u"notes"_s, text);
        VERIFY_OK(desk.apply(note));
    }
    const auto notes = [&] { return desk.reader->contact(u"a"_s).value_or(Contact {}).notes; };
    QCOMPARE(notes(), u"one\n\ntwo"_s);
    VERIFY_OK(desk.undo());
    QCOMPARE(notes(), u"one"_s);
}

void RecordsTest::sameIdTwiceIsAConflict()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const Operation operation = creating(person(u"a"_s, u"Ada"_s, u"Byron"_s, u"Acme"_s));
    VERIFY_OK(desk.apply(operation));
    const Snapshot before = snapshotOf(desk.reader->connection());
    Operation two = creating(person(u"b"_s, u"Ben"_s, u"Cole"_s, u"Acme"_s));
    two.create(Kind::contact, u"a"_s, Json::object());
    const auto refused = desk.apply(two);
    QCOMPARE(errorOf(refused), ErrorKind::conflict);
    QVERIFY(refused.error().text.contains(u"\"a\""_s));
    Operation bulk = importing(u"p"_s, 2500);
    bulk.create(Kind::contact, u"a"_s, Json::object());
    QCOMPARE(errorOf(desk.applyBulk(bulk)), ErrorKind::conflict);
    // Many rows are one statement: the id that stands in the way is named all the same.
    Operation inside = importing(u"q"_s, 45);
    inside.create(Kind::contact, u"a"_s, Json::object());
    for (RecordCreate &create : importing(u"r"_s, 60).creates) {
        inside.creates.push_back(std::move(create));
    }
    const auto among = desk.applyBulk(inside);
    QCOMPARE(errorOf(among), ErrorKind::conflict);
    QVERIFY2(among.error().text.contains(u"\"a\""_s), qPrintable(among.error().text));
    QCOMPARE(difference(before, snapshotOf(desk.reader->connection())), QByteArray());
    QCOMPARE(desk.number("SELECT count(*) FROM contact"), 1);
    // The refused statement is the one that the next operation uses.
    VERIFY_OK(desk.apply(creating(person(u"b"_s, u"Ben"_s, u"Cole"_s, u"Acme"_s))));
    VERIFY_OK(desk.applyBulk(importing(u"p"_s, 10)));
    QCOMPARE(desk.reader->countContacts({}).value_or(-1), 12);
    VERIFY_OK(desk.apply(moving(Kind::contact, u"a"_s, u"trashed"_s)));
    QCOMPARE(errorOf(desk.apply(operation)), ErrorKind::conflict);
}

void RecordsTest::refusedOperationLeavesNothing_data()
{
    QTest::addColumn<int>("what");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("patch of nobody") << 0 << ErrorKind::notFound;
    QTest::newRow("state of nobody") << 1 << ErrorKind::notFound;
    QTest::newRow("unknown state") << 2 << ErrorKind::internal;
    QTest::newRow("no id") << 3 << ErrorKind::internal;
    QTest::newRow("body that is no object") << 4 << ErrorKind::internal;
    QTest::newRow("field of the store itself") << 5 << ErrorKind::internal;
    QTest::newRow("item without an id") << 6 << ErrorKind::internal;
    QTest::newRow("lopsided posting") << 7 << ErrorKind::internal;
    QTest::newRow("not enough credits") << 8 << ErrorKind::outOfCredits;
}

void RecordsTest::refusedOperationLeavesNothing()
{
    QFETCH(int, what);
    QFETCH(ErrorKind, kind);
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.apply(creating(person(u"a"_s, u"Ada"_s, u"Byron"_s, u"Acme"_s))));
    const Snapshot before = snapshotOf(desk.reader->connection());
    Operation operation = creating(person(u"b"_s, u"Ben"_s, u"Cole"_s, u"Acme"_s));
    operation.patches.push_back({Kind::contact, u"a"_s, {{u"city"_s, Json("Bern")}}, {}});
    switch (what) {
    case 0:
        operation.patches.push_back({Kind::contact, u"nobody"_s, {{u"city"_s, Json("Bern")}}, {}});
        break;
    case 1:
        operation.setState(Kind::contact, u"nobody"_s, u"trashed"_s);
        break;
    case 2:
        operation.setState(Kind::contact, u"a"_s, u"binned"_s);
        break;
    case 3:
        operation.create(Kind::contact, {}, Json::object());
        break;
    case 4:
        operation.create(Kind::contact, u"c"_s, Json::array());
        break;
    case 5:
        operation.patches.push_back({Kind::contact, u"a"_s, {{u"@state"_s, Json("trashed")}}, {}});
        break;
    case 6:
        operation.patches.push_back({Kind::contact, u"a"_s, {{u"phones/"_s, Json::object()}}, {}});
        break;
    case 7:
        operation.ledger = {{u"p"_s, u"available"_s, 5, {}, {}}};
        break;
    default:
        operation.ledger = {{u"p"_s, u"available"_s, -5, {}, {}}, {u"p"_s, u"spent"_s, 5, {}, {}}};
    }
    QCOMPARE(errorOf(desk.apply(operation)), kind);
    QCOMPARE(snapshotOf(desk.reader->connection()), before);
    QCOMPARE(desk.number("SELECT count(*) FROM operation"), 1);
    QCOMPARE(desk.number("SELECT count(*) FROM lookup"), 1);
    QCOMPARE(desk.problems(), QStringList());
    // And the door is open for the next one.
    VERIFY_OK(desk.apply(creating(person(u"b"_s, u"Ben"_s, u"Cole"_s, u"Acme"_s))));
}

void RecordsTest::trashedRecordIsChangedInTheTrash()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.apply(creating(person(u"a"_s, u"Ada"_s, u"Byron"_s, u"Acme"_s))));
    VERIFY_OK(desk.apply(moving(Kind::contact, u"a"_s, u"trashed"_s)));
    // An edit that was under way when the record was deleted is not lost.
    VERIFY_OK(desk.apply(patching(Kind::contact, u"a"_s, {{u"notes"_s, Json("typed while deleted")}})));
    QCOMPARE(desk.reader->countContacts({}).value_or(-1), 0);
    QCOMPARE(errorOf(desk.reader->contact(u"a"_s)), ErrorKind::notFound);
    const auto trash = desk.reader->trash();
    VERIFY_OK(trash);
    QCOMPARE(trash->size(), 1);
    QCOMPARE(trash->constFirst().title, u"Ada Byron"_s);
    VERIFY_OK(desk.apply(moving(Kind::contact, u"a"_s, u"live"_s)));
    QCOMPARE(desk.reader->contact(u"a"_s).value_or(Contact {}).notes, u"typed while deleted"_s);
}

void RecordsTest::longAndOddValues()
{
    Desk desk;
    VERIFY_OK(desk.open());
    Contact contact = person(u"id/with\"odd';characters"_s, u"José 🎉 👩‍🚀"_s,
                             u"O'Neill-Ó Súilleabháin"_s, u"株式会社"_s);
    contact.notes = u"ÄÖ€😀 "_s.repeated(400'000) + QChar(0) + QChar(0xd800) + u"end"_s;
    contact.tags = QStringList {u"100%"_s, u"a, b"_s, u"'"_s};
    VERIFY_OK(desk.apply(creating(contact)));
    const auto read = desk.reader->contact(contact.id);
    VERIFY_OK(read);
    QCOMPARE(read->firstName, contact.firstName);
    QCOMPARE(read->lastName, contact.lastName);
    QCOMPARE(read->company(), contact.company());
    QCOMPARE(read->notes.size(), contact.notes.size());
    QCOMPARE(read->notes.left(1'000'000), contact.notes.left(1'000'000));
    QVERIFY(read->notes.endsWith(u"end"_s));
    VERIFY_OK(desk.apply(patching(Kind::contact, contact.id, {{u"notes"_s, Json("short")}})));
    VERIFY_OK(desk.undo());
    QCOMPARE(desk.reader->contact(contact.id).value_or(Contact {}).notes, read->notes);
    ContactQuery query;
    query.tag = u"a, b"_s;
    QCOMPARE(desk.reader->countContacts(query).value_or(-1), 1);
    query.tag = u"a"_s; // part of a tag, not one
    QCOMPARE(desk.reader->countContacts(query).value_or(-1), 0);
    QCOMPARE(desk.problems(), QStringList());
}

void RecordsTest::syncLeavesUnsentChangesMarked()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const auto dirty = [&](const char *id) {
        return desk.number(
                QByteArray("SELECT dirty FROM contact WHERE id='").append(id).append("'").constData());
    };
    Operation fromServer = creating(person(u"a"_s, u"Ada"_s, u"Byron"_s, u"Acme"_s));
    fromServer.origin = Origin::sync;
    VERIFY_OK(desk.apply(fromServer));
    Operation many = importing(u"p"_s, 20);
    many.origin = Origin::sync;
    VERIFY_OK(desk.applyBulk(many));
    QCOMPARE(desk.number("SELECT max(dirty) FROM contact"), 0);
    VERIFY_OK(desk.apply(patching(Kind::contact, u"a"_s, {{u"city"_s, Json("Bern")}})));
    QCOMPARE(dirty("a"), 1);
    Operation patch = patching(Kind::contact, u"a"_s, {{u"country"_s, Json("Switzerland")}});
    patch.origin = Origin::sync;
    VERIFY_OK(desk.apply(patch));
    QCOMPARE(dirty("a"), 1); // the city has not been sent yet
    QCOMPARE(dirty("p1"), 0);
    QCOMPARE(errorOf(desk.undo()), std::nullopt);
    QCOMPARE(errorOf(desk.undo()), ErrorKind::notFound);
}

void RecordsTest::stampsNeverGoBack()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const auto last = [&] {
        return desk.number(
                "SELECT max(s) FROM (SELECT max(stamp) s FROM contact UNION ALL SELECT max(stamp) FROM "
                "field_mark UNION ALL SELECT max(stamp) FROM tombstone)");
    };
    qint64 stamp = 0;
    const auto grows = [&] {
        const qint64 before = std::exchange(stamp, last());
        return stamp > before;
    };
    VERIFY_OK(desk.apply(creating(person(u"a"_s, u"Ada"_s, u"Byron"_s, u"Acme"_s))));
    QVERIFY(grows());
    desk.clock.advance(-24h * 365);
    VERIFY_OK(desk.apply(patching(Kind::contact, u"a"_s, {{u"city"_s, Json("Bern")}})));
    QVERIFY(grows());
    desk.close();
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.apply(patching(Kind::contact, u"a"_s, {{u"city"_s, Json("Basel")}})));
    QVERIFY(grows());
    VERIFY_OK(desk.applyBulk(importing(u"p"_s, 10)));
    QVERIFY(grows());
    VERIFY_OK(desk.apply(moving(Kind::contact, u"a"_s, u"trashed"_s)));
    QVERIFY(grows());
    QCOMPARE(test::await(desk.store->purgeTrash(0)).value_or(-1), 1);
    QVERIFY(grows());
    desk.close();
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.apply(creating(person(u"b"_s, u"Ben"_s, u"Cole"_s, u"Acme"_s))));
    QVERIFY(grows());
}

void RecordsTest::copiedWorkspaceIsAnotherDevice()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.apply(creating(person(u"a"_s, u"Ada"_s, u"Byron"_s, u"Acme"_s))));
    desk.close();
    Desk copy;
    QVERIFY(QFile::copy(desk.path(), copy.path()));
    VERIFY_OK(desk.open());
    VERIFY_OK(copy.open());
    QCOMPARE(desk.number("SELECT count(*) FROM device"), 1);
    QCOMPARE(copy.number("SELECT count(*) FROM device"), 2);
    VERIFY_OK(copy.apply(patching(Kind::contact, u"a"_s, {{u"city"_s, Json("Bern")}})));
    QCOMPARE(copy.number("SELECT device FROM field_mark"), 2);
    QCOMPARE(copy.number("SELECT device FROM contact"), 1);
    copy.close();
    VERIFY_OK(copy.open());
    QCOMPARE(copy.number("SELECT count(*) FROM device"), 2);
}
