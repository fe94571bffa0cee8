// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "model/draft.h"
#include "model/prep.h"
#include "store/search.h"
#include "tests.h"

using namespace crema;
using namespace crema::store;
using namespace Qt::StringLiterals;

struct SearchDesk : Desk
{
    std::optional<PeopleSearch> people;
};

namespace {

Contact zoe()
{
    Contact contact = person(u"zoe"_s, u"Zoë"_s, u"Müller-Łukasik"_s, u"Société Générale"_s);
    addPoint(contact.addresses, u"personal"_s, u"zoe.m_l%[x]@uni-köln.de"_s);
    contact.city = u"Zürich"_s;
    contact.tags = QStringList {u"Alumni"_s, u"C++"_s};
    contact.notes = u"Met at the Łódź conference; likes «Straße» photography."_s;
    return contact;
}

Contact tanaka()
{
    Contact contact = person(u"tanaka"_s, u"太郎"_s, u"山田"_s, u"東京銀行"_s);
    contact.notes = u"京都で会いました"_s;
    return contact;
}

Contact obrien()
{
    Contact contact = person(u"obrien"_s, u"Conan"_s, u"O’Brien"_s, u"D'Arcy & Sons"_s);
    contact.positions[0].title = u"Vice-President, M&A"_s;
    School school;
    school.name = u"St. John's College"_s;
    addSchool(contact.schools, school);
    return contact;
}

QStringList idsOf(const Desk &desk, const QVector<qint64> &rids)
{
    QStringList ids;
    const auto rows = desk.reader->contactRows(rids);
    for (const ContactRow &row : rows.value_or(QVector<ContactRow> {})) {
        ids << row.id;
    }
    ids.sort();
    return ids;
}

QStringList found(const Desk &desk, const PeopleSearch &people, const QString &text)
{
    QVector<qint64> rids;
    for (const PeopleSearch::Hit &hit : people.find(text, 100).best) {
        rids << hit.rid;
    }
    return idsOf(desk, rids);
}

QStringList listed(const Desk &desk, const QString &text)
{
    ContactQuery query;
    query.text = text;
    return idsOf(desk, desk.reader->contactRowIds(query).value_or(QVector<qint64> {}));
}

} // namespace

void SearchTest::initTestCase()
{
    m_desk = std::make_shared<SearchDesk>();
    VERIFY_OK(m_desk->open());
    for (const Contact &contact :
         {zoe(), tanaka(), obrien(), person(u"ann"_s, u"Ann"_s, u"Anderson"_s, u"Oakland"_s),
          person(u"muell"_s, u"Bo"_s, u"Mueller"_s, u"General Electric"_s)}) {
        VERIFY_OK(m_desk->apply(creating(contact)));
    }
    auto people = PeopleSearch::load(m_desk->reader->connection());
    VERIFY_OK(people);
    m_desk->people = std::move(*people);
}

void SearchTest::peopleAreFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("ids");
    const auto row = [](const char *name, const QString &text, const QStringList &ids) {
        QTest::newRow(name) << text << ids;
    };
    row("accents typed", u"zoë müll"_s, {u"zoe"_s});
    row("accents left out", u"zoe mull"_s, {u"zoe"_s});
    row("letters that do not decompose", u"lukasik"_s, {u"zoe"_s});
    row("capitals", u"ZOË"_s, {u"zoe"_s});
    row("second half of a double name", u"luk"_s, {u"zoe"_s});
    row("not inside a word", u"oe"_s, {});
    row("umlaut is not ue", u"mueller"_s, {u"muell"_s});
    row("prefix of several", u"gen"_s, {u"muell"_s, u"zoe"_s});
    row("words in different fields", u"zoe societe zur"_s, {u"zoe"_s});
    row("in any order", u"zur societe zoe"_s, {u"zoe"_s});
    row("one word that is nowhere", u"zoe societe bern"_s, {});
    row("second address", u"zoe.m_l%[x]@uni-koln"_s, {u"zoe"_s});
    row("percent and underscore are no wildcards", u"%"_s,
        {u"ann"_s, u"muell"_s, u"obrien"_s, u"tanaka"_s, u"zoe"_s});
    row("bracket and star are no wildcards", u"z*e [a-z]oe"_s, {});
    row("word after an unusual mark", u"x"_s, {u"zoe"_s});
    row("tag", u"alum"_s, {u"zoe"_s});
    row("curly apostrophe", u"o’brien"_s, {u"obrien"_s});
    row("straight apostrophe", u"o'brien"_s, {u"obrien"_s});
    row("no apostrophe", u"obrien darcy"_s, {u"obrien"_s});
    row("school", u"st johns"_s, {u"obrien"_s});
    row("title with signs", u"vice m&a"_s, {u"obrien"_s});
    row("beginnings only", u"land"_s, {});
    row("Japanese, surname", u"山田"_s, {u"tanaka"_s});
    row("Japanese, inside", u"銀行"_s, {u"tanaka"_s});
    row("Japanese, wrong order", u"行銀"_s, {});
    row("same word twice", u"ann ann"_s, {u"ann"_s});
    row("two words that one word answers", u"an ann"_s, {u"ann"_s});
}

void SearchTest::peopleAreFound()
{
    QFETCH(QString, text);
    QFETCH(QStringList, ids);
    // The list and the search box agree; a text without a word restricts the list by nothing.
    QCOMPARE(listed(*m_desk, text), ids);
    if (ids.size() < 5) {
        QCOMPARE(found(*m_desk, *m_desk->people, text), ids);
    } else {
        QCOMPARE(m_desk->people->find(text, 10).matches, 0);
    }
}

void SearchTest::bestFirst()
{
    Desk desk;
    VERIFY_OK(desk.open());
    Contact byTag = person(u"tag"_s, u"Bea"_s, u"Cole"_s, u"Firm"_s);
    byTag.tags = QStringList {u"acme"_s};
    VERIFY_OK(desk.apply(creating(byTag)));
    VERIFY_OK(desk.apply(creating(person(u"firm"_s, u"Bob"_s, u"Dahl"_s, u"Acme"_s))));
    VERIFY_OK(desk.apply(creating(person(u"name"_s, u"Acme"_s, u"Eden"_s, u"Other"_s))));
    const auto people = PeopleSearch::load(desk.reader->connection());
    VERIFY_OK(people);
    const auto hits = searchEverything(*desk.reader, *people, u"acm"_s, 10);
    VERIFY_OK(hits);
    QStringList ids;
    for (const SearchHit &hit : *hits) {
        ids << hit.id;
    }
    QCOMPARE(ids, (QStringList {u"name"_s, u"firm"_s, u"tag"_s}));
    QCOMPARE(people->find(u"acm", 2).best.size(), 2);
    QCOMPARE(people->find(u"acm", 2).matches, 3);
    QCOMPARE(people->find(u"acm", 0).matches, 3);
}

void SearchTest::searchFollowsChanges()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.applyBulk(importing(u"p"_s, 1500)));
    auto people = PeopleSearch::load(desk.reader->connection());
    VERIFY_OK(people);
    QCOMPARE(people->count(), 1500);
    const auto follow = [&](const Result<Change> &change) {
        for (const ChangedRecord &record : change ? change->records : std::vector<ChangedRecord> {}) {
            QVERIFY(people->refresh(desk.reader->connection(), record.rid));
        }
    };
    follow(desk.apply(patching(Kind::contact, u"p7"_s, {{u"firstName"_s, Json("Renamed")}})));
    QCOMPARE(found(desk, *people, u"renamed last"_s), QStringList {u"p7"_s});
    QCOMPARE(found(desk, *people, u"first7 last"_s).contains(u"p7"_s), false);
    follow(desk.apply(moving(Kind::contact, u"p7"_s, u"trashed"_s)));
    QCOMPARE(people->find(u"renamed", 10).matches, 0);
    QCOMPARE(people->count(), 1499);
    follow(desk.apply(moving(Kind::contact, u"p7"_s, u"live"_s)));
    QCOMPARE(found(desk, *people, u"renamed"_s), QStringList {u"p7"_s});
    follow(desk.apply(creating(person(u"new"_s, u"Brand"_s, u"New"_s, u"Acme"_s))));
    QCOMPARE(found(desk, *people, u"brand"_s), QStringList {u"new"_s});
    // Reading the same contact again and again leaves one of it, and answers do not wear out by it.
    for (int i = 0; i < 2500; ++i) {
        QVERIFY(people->refresh(desk.reader->connection(),
                                desk.number("SELECT rid FROM contact WHERE id='p9'")));
    }
    QCOMPARE(people->count(), 1501);
    QVERIFY(!people->isWorn());
    for (const QString &text : {u"first1"_s, u"brand"_s, u"renamed"_s, u"firm 3"_s, u"first9 last"_s}) {
        QCOMPARE(found(desk, *people, text).size(), qMin(listed(desk, text).size(), 100));
        QCOMPARE(people->find(text, 1).matches, listed(desk, text).size());
    }
}

void SearchTest::oddQueriesNeverFail_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text : {u"\""_s,
                                u"\"\"\""_s,
                                u"*"_s,
                                u"zoe*"_s,
                                u"-zoe"_s,
                                u"zoe AND"_s,
                                u"AND"_s,
                                u"OR OR"_s,
                                u"NOT"_s,
                                u"NEAR(a b)"_s,
                                u"title:zoe"_s,
                                u"^zoe"_s,
                                u"{zoe}"_s,
                                u"(zoe"_s,
                                u"zoe + "_s,
                                u"'; DROP TABLE contact"_s,
                                u"%"_s,
                                u"_"_s,
                                u"?1"_s,
                                u"\\"_s,
                                u""_s,
                                u" "_s,
                                u"\t\n"_s,
                                u"\u0301"_s,
                                u"🎉"_s,
                                u"👩‍🚀"_s,
                                QString(QChar(0)),
                                QString(QChar(0xd800)),
                                u"x"_s.repeated(100'000),
                                u"ab "_s.repeated(20'000),
                                u"東"_s.repeated(2000),
                                u"« »"_s,
                                u"’"_s}) {
        QTest::newRow(text.left(12).toUtf8().constData()) << text;
    }
    QString many;
    for (int i = 0; i < 3000; ++i) {
        many += u"word%1 "_s.arg(i);
    }
    QTest::newRow("three thousand words") << many;
}

void SearchTest::oddQueriesNeverFail()
{
    QFETCH(QString, text);
    ContactQuery query;
    query.text = text;
    VERIFY_OK(m_desk->reader->countContacts(query));
    VERIFY_OK(m_desk->reader->contactRowIds(query));
    VERIFY_OK(searchEverything(*m_desk->reader, *m_desk->people, text, 20));
}

void SearchTest::everythingIsSearched()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.apply(creating(zoe())));
    VERIFY_OK(desk.apply(creating(tanaka())));
    Draft draft;
    draft.id = u"d"_s;
    draft.contactId = u"zoe"_s;
    draft.subject = u"Coffee in Zürich?"_s;
    draft.body = u"Dear Zoë, I read about the lighthouse project and its keepers."_s;
    Prep prep;
    prep.id = u"p"_s;
    prep.notes = u"Ask about lighthouse keepers"_s;
    Operation operation;
    operation.create(Kind::draft, u"d"_s, toBody(draft));
    operation.create(Kind::prep, u"p"_s, toBody(prep));
    VERIFY_OK(desk.apply(operation));
    auto people = PeopleSearch::load(desk.reader->connection());
    VERIFY_OK(people);
    const auto follow = [&] {
        QVERIFY(people->refresh(desk.reader->connection(),
                                desk.number("SELECT rid FROM contact WHERE id='zoe'")));
    };
    const auto hits = [&](const QString &text) {
        QStringList lines;
        for (const SearchHit &hit :
             searchEverything(*desk.reader, *people, text, 10).value_or(QVector<SearchHit> {})) {
            lines << kindName(hit.kind) + u' ' + hit.id;
        }
        lines.sort();
        return lines;
    };
    QCOMPARE(hits(u"lighth keep"_s), (QStringList {u"draft d"_s, u"prep p"_s}));
    QCOMPARE(hits(u"coffee zurich"_s), QStringList {u"draft d"_s});
    QCOMPARE(hits(u"zoe"_s), (QStringList {u"contact zoe"_s, u"draft d"_s}));
    QCOMPARE(hits(u"lodz"_s), QStringList {u"contact zoe"_s}); // from the notes
    QCOMPARE(hits(u"strasse"_s), QStringList {u"contact zoe"_s});
    QCOMPARE(hits(u"京都"_s), QStringList {u"contact tanaka"_s});
    QCOMPARE(listed(desk, u"lodz zoe"_s), QStringList {u"zoe"_s}); // notes and short fields together
    QCOMPARE(listed(desk, u"会"_s), QStringList {u"tanaka"_s});
    QCOMPARE(listed(desk, u"lighthouse"_s), QStringList());
    const auto snippet = searchEverything(*desk.reader, *people, u"lodz"_s, 10);
    VERIFY_OK(snippet);
    QVERIFY(snippet->constFirst().subtitle.contains(u"Łódź conference"_s));
    QCOMPARE(snippet->constFirst().title, u"Zoë Müller-Łukasik"_s);
    // Changed and removed texts.
    VERIFY_OK(desk.apply(patching(Kind::draft, u"d"_s, {{u"body"_s, Json("Nothing of it")}})));
    VERIFY_OK(desk.apply(patching(Kind::contact, u"zoe"_s, {{u"notes"_s, {}}})));
    follow();
    QCOMPARE(hits(u"lighth"_s), QStringList {u"prep p"_s});
    QCOMPARE(hits(u"lodz"_s), QStringList());
    VERIFY_OK(desk.undo());
    follow();
    QCOMPARE(hits(u"lodz"_s), QStringList {u"contact zoe"_s});
}

void SearchTest::longTextsOfABulkAreIndexedBehind()
{
    Desk desk;
    VERIFY_OK(desk.open());
    Operation bulk;
    for (int i = 0; i < 2500; ++i) {
        Draft draft;
        draft.id = u"d%1"_s.arg(i);
        draft.body = u"met at the harbour"_s;
        bulk.create(Kind::draft, draft.id, toBody(draft));
    }
    const auto found = [&](const char *word) {
        const QByteArray sql = QByteArray("SELECT count(*) FROM fulltext WHERE fulltext MATCH '") + word
                + '\'';
        return desk.number(sql.constData());
    };
    bool told = false;
    connect(desk.store.get(), &Store::changed, this,
            [&](const Change &change) { told |= change.bulk && change.operationId.isEmpty(); });
    VERIFY_OK(desk.applyBulk(bulk));
    // Edited before its turn came: what counts is what it says now.
    VERIFY_OK(desk.apply(patching(Kind::draft, u"d2499"_s, {{u"body"_s, Json("met at the castle")}})));
    VERIFY_OK(desk.apply(patching(Kind::draft, u"d2498"_s, {{u"body"_s, {}}})));
    QVERIFY(test::spinUntil([&] { return told; }));
    QCOMPARE(desk.number("SELECT count(*) FROM unindexed"), 0);
    QCOMPARE(found("harbour"), 2498);
    QCOMPARE(found("castle"), 1);
    // Closed before it was done: the next start goes on.
    for (RecordCreate &create : bulk.creates) {
        create.id += u'b';
    }
    VERIFY_OK(desk.applyBulk(bulk));
    desk.close();
    VERIFY_OK(desk.open());
    QVERIFY(desk.waitForIndex());
    QCOMPARE(found("harbour"), 4998);
}

void SearchTest::notesOfABulkAreFoundAtOnce()
{
    Desk desk;
    VERIFY_OK(desk.open());
    Operation bulk = importing(u"p"_s, 1200);
    for (RecordCreate &create : bulk.creates) {
        create.body["notes"] = "met at the Häfen, 京都で";
    }
    VERIFY_OK(desk.applyBulk(bulk));
    const auto people = PeopleSearch::load(desk.reader->connection());
    VERIFY_OK(people);
    for (const QString &text : {u"hafe"_s, u"京都"_s, u"met the ha"_s, u"first1 met"_s, u"都で"_s}) {
        QVERIFY2(people->find(text, 10).matches > 0, qPrintable(text));
        QCOMPARE(people->find(text, 10).matches, listed(desk, text).size());
    }
    QCOMPARE(people->find(u"京で", 10).matches, 0);
}

void SearchTest::trashIsNotFound()
{
    Desk desk;
    VERIFY_OK(desk.open());
    Operation many;
    for (int i = 0; i < 60; ++i) {
        Draft draft;
        draft.id = u"d%1"_s.arg(i);
        draft.body = u"the lighthouse"_s;
        many.create(Kind::draft, draft.id, toBody(draft));
    }
    VERIFY_OK(desk.apply(many));
    Operation trash;
    for (int i = 0; i < 59; ++i) {
        trash.setState(Kind::draft, u"d%1"_s.arg(i), u"trashed"_s);
    }
    VERIFY_OK(desk.apply(trash));
    const auto people = PeopleSearch::load(desk.reader->connection());
    VERIFY_OK(people);
    const auto hits = searchEverything(*desk.reader, *people, u"lighthouse"_s, 5);
    VERIFY_OK(hits);
    QCOMPARE(hits->size(), 1); // however many trashed ones rank before it
    QCOMPARE(hits->constFirst().id, u"d59"_s);
}
