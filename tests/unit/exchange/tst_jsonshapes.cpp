// SPDX-License-Identifier: GPL-3.0-or-later
#include "quirktests.h"
#include "words.h"

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::exchange;

namespace {

const QByteArray ann = R"({"name":"Ann Lee","email":"ann@x.example"})";
const QByteArray bob = R"({"name":"Bob Roe","email":"bob@x.example"})";
const QString annRead = u"Ann Lee <ann@x.example>"_s;
const QString bobRead = u"Bob Roe <bob@x.example>"_s;
const QString bothRead = annRead + u" + "_s + bobRead;

QString linesOf(const ReadPeople &read)
{
    QStringList people;
    for (const auto &person : read.people) {
        people << inWords(person->contact);
    }
    return people.join(u" + "_s);
}

void row(const char *what, const QByteArray &bytes, const QString &expected)
{
    QTest::newRow(what) << bytes << expected;
}

/// Somebody else in a record is neither its person nor one whose address it takes.
void othersInRecords()
{
    row("a manager", R"({"name":"Ann Lee","manager":)" + bob + "}", u"Ann Lee"_s);
    row("a manager and an address", R"([{"name":"Ann Lee","email":"ann@x.example","manager":)" + bob + "}]",
        annRead);
    row("an assistant at another firm",
        R"([{"name":"Ann Lee","title":"PM","assistant":{"name":"Bob Roe","company":"Bolt","phone":"+1 202 555 0101"}}])",
        u"Ann Lee PM @"_s);
    row("references", R"([{"name":"Ann Lee","references":[)" + bob + "]}]", u"Ann Lee"_s);
    row("references by keys", R"([{"name":"Ann Lee","references":{"first":)" + bob + "}}]", u"Ann Lee"_s);
    row("an address without a name", R"([{"name":"Ann Lee","accountOwner":{"email":"bob@x.example"}}])",
        u"Ann Lee"_s);
    row("by an unknown word", R"([{"name":"Ann Lee","buddy":)" + bob + "}]", u"Ann Lee"_s);
    row("several by an unknown word", R"([{"name":"Ann Lee","buddies":[)" + bob + "]}]", u"Ann Lee"_s);
    row("in a container", R"([{"properties":{"name":"Ann Lee","createdBy":)" + bob + "}}]", u"Ann Lee"_s);
    row("a user of another name", R"([{"name":"Ann Lee","email":"ann@x.example","user":)" + bob + "}]",
        annRead);
    row("an employer",
        R"([{"name":"Ann Lee","employer":{"name":"Acme","email":"info@acme.example","phone":"+1 202 555 0101"}}])",
        u"Ann Lee  @ Acme"_s);

    row("her own by an unknown word", R"([{"name":"Ann Lee","reach":{"email":"ann@x.example"}}])", annRead);
    row("her own user", R"([{"name":"Ann Lee","user":)" + ann + "}]", annRead);
    row("her own name otherwise", R"([{"name":"Lee, Ann","login":)" + ann + "}]", annRead);
    row("her job",
        R"([{"name":"Ann Lee","organization":{"name":"Acme","title":"VP","email":"ann@x.example"}}])",
        annRead + u" VP @ Acme"_s);
    row("a firm and its contact",
        R"([{"name":"Acme","contact":{"name":"Bob Roe","email":"bob@acme.example"}},)"
        R"({"name":"Bolt","contact":{"name":"Cy Doe","email":"cy@bolt.example"}}])",
        u"Bob Roe <bob@acme.example>  @ Acme + Cy Doe <cy@bolt.example>  @ Bolt"_s);
}

void containers()
{
    for (const char *word :
         {"node", "contact", "person", "user", "member", "profile", "item", "resource", "_source", "buddy"}) {
        row(word,
            QByteArray("[{\"id\":1,\"") + word + "\":" + ann + "},{\"id\":2,\"" + word + "\":" + bob + "}]",
            bothRead);
    }
    row("edges",
        R"({"data":{"contacts":{"edges":[{"cursor":"a","node":)" + ann + R"(},{"cursor":"b","node":)" + bob
                + R"(}],"pageInfo":{"hasNextPage":false}}}})",
        bothRead);
    row("HubSpot",
        R"({"results":[{"id":"1","properties":{"firstname":"Ann","lastname":"Lee","email":"ann@x.example"},)"
        R"("createdAt":"2026-01-02T03:04:05Z","archived":false}]})",
        annRead);
    row("Airtable", R"({"records":[{"id":"rec1","fields":{"Name":"Ann Lee","Email":"ann@x.example"}}]})",
        annRead);
    row("Salesforce",
        R"({"records":[{"attributes":{"type":"Contact","url":"/sobjects/Contact/1"},"Name":"Ann Lee",)"
        R"("Email":"ann@x.example","Account":{"Name":"Acme"},"Owner":{"Name":"Bob Roe"}}]})",
        annRead + u"  @ Acme"_s);
    row("a title with a name of its own",
        R"([{"name":"Ann Lee","email":"ann@x.example",)"
        R"("experience":[{"company":{"name":"Acme"},"title":{"name":"VP"}}]}])",
        u"Ann Lee <ann@x.example> VP @ Acme"_s);
    row("JSON Resume",
        R"({"basics":{"name":"Ann Lee","email":"ann@x.example"},"work":[{"name":"Acme","position":"VP"},)"
        R"({"name":"Bolt","position":"PM"}]})",
        annRead + u" VP @ Acme"_s);
    row("experience", R"([{"name":"Ann Lee","experience":[{"company":{"name":"Acme"},"title":"VP"}]}])",
        u"Ann Lee VP @ Acme"_s);
}

void lists()
{
    row("two lists", R"({"contractors":[)" + ann + R"(],"employees":[)" + bob + "]}", bothRead);
    row("two lists and firms",
        R"({"people":[)" + ann + R"(],"sponsors":[{"name":"Goldman Sachs","email":"info@gs.example"}],)"
                + R"("volunteers":[)" + bob + "]}",
        bothRead);
    row("the same people again", R"({"members":[)" + ann + ',' + bob + R"(],"people":[)" + bob + "]}",
        bothRead + u" + "_s + bobRead);
    row("groups",
        R"({"departments":[{"name":"Sales","members":[)" + ann + R"(]},{"name":"Legal","members":[)" + bob
                + "]}]}",
        bothRead);
    row("groups with names alone",
        R"([{"name":"Sales","members":[{"name":"Ann Lee"}]},{"name":"Legal","members":[{"name":"Bob Roe"}]}])",
        u"Ann Lee + Bob Roe"_s);
    row("firms and their contacts",
        R"({"companies":[{"name":"Acme","contacts":[)" + ann + R"(]},{"name":"Bolt","contacts":[)" + bob
                + "]}]}",
        annRead + u"  @ Acme + "_s + bobRead + u"  @ Bolt"_s);
    row("people and their friends", R"([{"name":"Ann Lee","email":"ann@x.example","friends":[)" + bob + "]}]",
        annRead);
    row("lists of lists", "[[" + ann + "],[" + bob + "]]", bothRead);
    row("far below", R"({"a":{"b":{"c":{"d":{"e":{"people":[)" + ann + ',' + bob + "]}}}}}}", bothRead);
}

void texts()
{
    row("recipients", R"(["Ann Lee <ann@x.example>","bob@x.example"])", annRead + u" + <bob@x.example>"_s);
    row("addresses", R"( [ "ann@x.example", "bob@x.example" ] )", u"<ann@x.example> + <bob@x.example>"_s);
    row("subscribers", R"({"list":"Spring","subscribers":["Ann Lee <ann@x.example>","bob@x.example"]})",
        annRead + u" + <bob@x.example>"_s);
    row("addresses of one person", R"({"name":"Ann Lee","emails":["ann@x.example","ann@y.example"]})",
        annRead + u" <ann@y.example>"_s);
    row("a table that begins like JSON", "[1],Name\n1,Ann Lee\n", u"Ann Lee"_s);
    row("members of one name", R"({"name":"Ann Lee","email":"ann@x.example","email":"ann@y.example"})",
        annRead + u" <ann@y.example>"_s);
    row("lists of one name", R"({"people":[)" + ann + R"(],"people":[)" + bob + "]}", bothRead);
    row("objects of one name", R"({"person":)" + ann + R"(,"person":)" + bob + '}', bothRead);
}

} // namespace

void JsonShapesTest::people_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    othersInRecords();
    containers();
    lists();
    texts();
}

void JsonShapesTest::people()
{
    QFETCH(QByteArray, bytes);
    QTEST(linesOf(peopleOf(bytes)), "expected");
}

void JsonShapesTest::told_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected"); ///< empty for nothing
    const QString others = u"1: people whom the file names in the records of others were kept there as extra "
                           u"fields: "_s;
    row("a manager and references",
        R"([{"name":"Ann Lee","manager":)" + bob + R"(},{"name":"Cy Doe","references":[)" + bob + "]}]",
        others + u"manager, references"_s);
    row("who introduced them", R"([{"name":"Ann Lee","introducedBy":)" + bob + "}]", {});
    row("a firm's address", R"([{"name":"Ann Lee","employer":{"name":"Acme","email":"info@acme.example"}}])",
        {});
    row("two lists", R"({"employees":[)" + ann + R"(],"contractors":[)" + bob + "]}", {});
    row("firms",
        R"({"people":[)" + ann + R"(],"sponsors":[{"name":"Goldman Sachs","email":"info@gs.example"}]})",
        u"1: other lists of the file were not read: sponsors"_s);
    row("groups", R"({"departments":[{"name":"Sales","members":[)" + ann + "]}]}", {});
    row("groups of which more is told",
        R"({"departments":[{"name":"Sales","email":"sales@x.example","members":[)" + ann + "]}]}",
        u"1: other lists of the file were not read: departments"_s);
    row("a text that is no address", R"(["ann@x.example","the others"])", {});
}

void JsonShapesTest::told()
{
    QFETCH(QByteArray, bytes);
    QTEST(inWords(peopleOf(bytes).warnings).join(u" + "_s), "expected");
}

void JsonShapesTest::kept_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("expected");
    const auto keeps = [](const char *what, const QByteArray &bytes, const QString &column,
                          const QString &expected) { QTest::newRow(what) << bytes << column << expected; };
    keeps("a manager",
          R"([{"name":"Ann Lee","manager":{"name":"Bob Roe","email":"bob@x.example","title":"VP"}}])",
          u"manager"_s, u"Bob Roe <bob@x.example>; title: VP"_s);
    keeps("references", R"([{"name":"Ann Lee","references":[)" + bob + R"(,{"name":"Cy Doe"}]}])",
          u"references"_s, u"Bob Roe <bob@x.example>\nCy Doe"_s);
    keeps("a firm's address",
          R"([{"name":"Ann Lee","employer":{"name":"Acme","email":"info@acme.example"}}])",
          u"employer email"_s, u"info@acme.example"_s);
    keeps("the group", R"({"departments":[{"name":"Sales","members":[)" + ann + "]}]}", u"department name"_s,
          u"Sales"_s);
    keeps("the list", R"({"employees":[)" + ann + R"(],"contractors":[)" + bob + "]}", u"In list"_s,
          u"contractors"_s);
    keeps("what is true or false",
          R"([{"name":"Ann Lee","organizations":[{"current":true,"name":"Acme"}],"email":false}])", u"More"_s,
          u"email: false; organization 1 current: true"_s);
    keeps("a second name", R"({"name":"Ann Lee","email":"ann@x.example","colour":"red","colour":"blue"})",
          u"colour (2)"_s, u"blue"_s);
}

void JsonShapesTest::kept()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, column);
    const ReadPeople read = peopleOf(bytes);
    QVERIFY(!read.people.empty());
    QTEST(::column(read.people.front()->contact, column.toUtf8().constData()), "expected");
    const ReadPeople introduced = peopleOf(R"([{"name":"Ann Lee","introducedBy":)" + bob + "}]");
    QCOMPARE(introduced.people.front()->contact.introducedBy, bobRead);
}

void JsonShapesTest::schoolsOfResumes()
{
    const auto people = peopleOf(R"({"basics":{"name":"Ann Lee"},"education":[{"institution":"Yale",)"
                                 R"("studyType":"BA","area":"History"},{"institution":"INSEAD"}]})");
    QCOMPARE(people.people.size(), size_t {1});
    const QVector<School> &schools = people.people.front()->contact.schools;
    QCOMPARE(schools.size(), 2);
    QCOMPARE(schools[0].name, u"Yale"_s);
    QCOMPARE(schools[0].degree, u"BA"_s);
    QCOMPARE(schools[0].field, u"History"_s);
    QCOMPARE(schools[1].name, u"INSEAD"_s);
}

void JsonShapesTest::refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("told");
    const QString texts = u"a list of texts or numbers"_s;
    row("texts", R"(["a","b"])", texts);
    row("names", R"(["Ann Lee","Bob Roe"])", texts);
    row("numbers", "[1, 2, 3]", texts);
    row("negative numbers", "[-1]", texts);
    row("this and that", R"([null, true, "a"])", texts);
    row("texts with one address", R"(["a","b","ann@x.example"])", texts);
    row("a million brackets", QByteArray(1'000'000, '['),
        u"more than 512 deep in this JSON (line 1, column 513)"_s);
    row("a million brackets in a person", R"([{"name":"Ann Lee","x":)" + QByteArray(1'000'000, '['),
        u"more than 512 deep"_s);
    row("lines of which one is none", ann + '\n' + bob + "\n{\"name\":\n", u"Line 3 of this file"_s);
    row("a card", R"(["vcard",[["fn",{},"text","Ann Lee"]]])", u"jCard"_s);
    row("settings", R"({"theme":"dark","size":3})", u"No column holds a name"_s);
    row("only others", R"([{"manager":)" + bob + "}]", u"No column holds a name"_s);
}

void JsonShapesTest::refused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, told);
    const auto read = readPeople(bytes);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::rejectedInput);
    QVERIFY2(read.error().text.contains(told), qPrintable(read.error().text));
}

/// What cannot have a column of its own is kept with the rest, and told.
void JsonShapesTest::manyFields()
{
    constexpr int count = 1200;
    QByteArray list = "[";
    for (int i = 0; i < count; ++i) {
        const QByteArray number = QByteArray::number(i);
        list += R"({"x)" + number + R"(":"v)" + number + R"("},)";
    }
    list += R"({"x1199":"again","name":"Ann Lee","email":"ann@x.example"}])";
    const ReadPeople read = peopleOf(list);
    QCOMPARE(linesOf(read), annRead);
    QCOMPARE(read.invalid.size(), count);
    QCOMPARE(column(read.people.front()->contact, "x1199"), u"again"_s);
    QCOMPARE(read.warnings.size(), 1);
    QVERIFY2(read.warnings.constFirst().reason.contains(
                     u"202 of them were put into the extra field \"More\""_s),
             qPrintable(read.warnings.constFirst().reason));

    QByteArray one = R"({"z_name":"Ann","zip":"1","name":"Ann Lee","email":"ann@x.example")";
    for (int i = 0; i < 20'000; ++i) {
        one += R"(,"a)" + QByteArray::number(i) + R"(":1)"; // before "name" in the order of names
    }
    const ReadPeople wide = peopleOf(one + '}');
    QCOMPARE(linesOf(wide), annRead);
    QVERIFY(column(wide.people.front()->contact, "More").contains(u"; a9999: 1"_s));
    QCOMPARE(wide.warnings.size(), 1);
    QVERIFY(wide.warnings.constFirst().reason.contains(u"the extra field \"More\""_s));
}

/// Objects of two in each other: looked at so many times only, not for each level anew.
void JsonShapesTest::manyLevels()
{
    QByteArray json = R"({"name":"Ann Lee","email":"ann@x.example"})";
    for (int i = 0; i < 450; ++i) {
        json = R"({"name":"Ann Lee","b":{"name":"B"},"a":)" + json + '}';
    }
    const ReadPeople read = peopleOf(json);
    QCOMPARE(read.people.size(), size_t {1});
}

void JsonShapesTest::stops()
{
    std::stop_source source;
    source.request_stop();
    ReadOptions options;
    options.stop = source.get_token();
    for (const QByteArray &json : {'[' + ann + ']', R"({"u1":)" + ann + R"(,"u2":)" + bob + '}'}) {
        const auto read = readPeople(json, options);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::cancelled);
    }
}
