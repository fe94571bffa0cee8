// SPDX-License-Identifier: GPL-3.0-or-later
#include "quirktests.h"
#include "words.h"

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::exchange;

namespace {

QString linesOf(const ReadPeople &read)
{
    QStringList people;
    for (const auto &person : read.people) {
        people << inWords(person->contact);
    }
    return people.join(u" + "_s);
}

} // namespace

void JsonPeopleTest::people_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *what, const QByteArray &bytes, const QString &expected) {
        QTest::newRow(what) << bytes << expected;
    };
    const QString ann = u"Ann Lee <ann@x.example>"_s;
    const QString bob = u"Bob Roe <bob@x.example>"_s;
    const QByteArray annIs = R"({"name":"Ann Lee","email":"ann@x.example",)";
    const QByteArray bobs = R"(:[{"name":"Bob Roe","email":"bob@x.example"}]})";

    // Whoever surely is a person is read, and those of their list.
    for (const char *list : {R"("friends")", R"("connections")", R"("users")", R"("Users")", R"("contacts")",
                             R"("jobTitle":"PM","team")", R"("jobTitle":"Product Manager","employees")"}) {
        const QString job = QByteArrayView(list).contains("Product") ? u" Product Manager @ "_s
                : QByteArrayView(list).contains("PM")                ? u" PM @ "_s
                                                                     : QString();
        row(list, annIs + list + bobs, bob + u" + "_s + ann + job.chopped(job.isEmpty() ? 0 : 1));
    }
    row("with an employer", annIs + R"("company":"Acme","friends")" + bobs,
        bob + u" + "_s + ann + u"  @ Acme"_s);
    row("in two parts", R"({"first_name":"Ann","last_name":"Lee","email":"ann@x.example","users")" + bobs,
        bob + u" + "_s + ann);
    row("of a profile",
        R"({"profile":{"firstName":"Ann","lastName":"Lee"},"network":[{"firstName":"Bob",)"
        R"("lastName":"Roe"}]})",
        u"Bob Roe + Ann Lee"_s);

    // What is hers, and what is nobody.
    row("accounts",
        R"({"first_name":"Ann","last_name":"Lee","email":"ann@x.example",)"
        R"("users":[{"name":"annlee","email":"ann@github.example"}]})",
        ann);
    row("entries", annIs + R"("data":[{"name":"visits","value":3}]})", ann);
    row("colleagues", annIs + R"("colleagues")" + bobs, ann);
    row("a firm and its people", R"({"name":"Goldman Sachs","email":"contact@gs.example","employees")" + bobs,
        bob);
    row("a club at a firm",
        R"({"name":"Chess Club","company":"Acme","email":"chess@x.example","members")" + bobs, bob);
    row("somebody called Club with a job",
        R"({"name":"Ann League","title":"Analyst","email":"ann@x.example","members")" + bobs,
        bob + u" + Ann League <ann@x.example> Analyst @"_s);
    row("a class", R"({"name":"Class of 09","email":"c09@x.example","members")" + bobs, bob);
    row("an owner without a full name", R"({"name":"Me","email":"me@x.example","contacts")" + bobs, bob);
    row("first names in a list", annIs + R"("contacts":[{"name":"Bob","email":"bob@x.example"}]})",
        u"Bob <bob@x.example> + "_s + ann);
    row("addresses of one person", annIs + R"("contacts":[{"type":"phone","value":"+1 202 555 0101"}]})",
        ann);

    // Members in our words.
    row("our words", R"({"people":[{"firstName":"Bob","lastName":"Roe","email":"bob@x.example"}]})", bob);
    row("our words below", R"({"data":{"contacts":[{"firstName":"Bob","email":"bob@x.example"}]}})",
        u"Bob <bob@x.example>"_s);
    row("our words and somebody else's",
        R"({"exportedBy":{"firstName":"Ann","lastName":"Lee"},"contacts":[{"firstName":"Bob",)"
        R"("lastName":"Roe","email":"bob@x.example"}]})",
        bob);
    row("our words beside somebody", annIs + R"("contacts":[{"firstName":"Bob","lastName":"Roe"}]})",
        u"Bob Roe + "_s + ann);

    // By their keys, at any depth.
    const QByteArray two = R"({"u1":{"name":"Ann Lee","email":"ann@x.example"},"u2":{"name":"Bob Roe",)"
                           R"("email":"bob@x.example"}})";
    row("by keys below", R"({"users":)" + two + "}", ann + u" + "_s + bob);
    row("by keys in two lists of which one is larger",
        R"({"admins":{"7":{"name":"Cy Doe"},"8":{"name":"Di Fox"}},"users":)" + two + "}",
        ann + u" + "_s + bob);
    row("by keys beside an owner", R"({"owner":{"name":"Me","email":"me@x.example"},"people":)" + two + "}",
        ann + u" + "_s + bob);
    row("by keys beside somebody", R"({"name":"Cy Doe","email":"cy@x.example","friends":)" + two + "}",
        ann + u" + "_s + bob + u" + Cy Doe <cy@x.example>"_s);
    row("by keys with names alone", R"({"people":{"a":{"name":"Ann Lee"},"b":{"name":"Bob Roe"}}})",
        u"Ann Lee + Bob Roe"_s);
    row("by their names",
        R"({"people":{"Ann Lee":{"email":"ann@x.example"},"王小明":{"email":"w@x.example"}}})",
        ann + u" + 王小明 <w@x.example>"_s);
    row("accounts by their names",
        R"({"name":"Ann Lee","mail":{"Work account":{"email":"ann@x.example"},)"
        R"("Home address":{"email":"ann@y.example"}}})",
        u"Ann Lee <ann@y.example> <ann@x.example>"_s);
    row("addresses by keys",
        R"({"name":"Ann Lee","contact":{"home":{"email":"ann@x.example"},"work":{"email":"ann@y.example"}}})",
        u"Ann Lee <ann@x.example> <ann@y.example>"_s);
    row("accounts by keys",
        annIs
                + R"("profiles":{"github":{"name":"annlee","email":"a@g.example"},"x":{"name":"annl",)"
                  R"("url":"https://x.example/annl"}}})",
        ann);
    row("parts of one person", R"({"profile":{"name":"Ann Lee"},"contact":{"email":"ann@x.example"}})", ann);
    row("jobs by keys", annIs + R"("jobs":{"now":{"name":"Acme"},"before":{"name":"Bolt"}}})", ann);
}

void JsonPeopleTest::people()
{
    QFETCH(QByteArray, bytes);
    QTEST(linesOf(peopleOf(bytes)), "expected");
}

void JsonPeopleTest::told_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words"); ///< empty for nothing
    QTest::newRow("a club") << QByteArray(R"({"name":"Chess Club","email":"club@x.example",)"
                                          R"("members":[{"name":"Ann Lee","email":"a@x.example"}]})")
                            << u"not \"Chess Club\""_s;
    QTest::newRow("whose list it is") << QByteArray(R"({"owner":{"name":"Me","email":"me@x.example"},)"
                                                    R"("people":[{"name":"Ann Lee","email":"a@x.example"}]})")
                                      << u"not \"Me <me@x.example>\""_s;
    QTest::newRow("an event") << QByteArray(R"({"event":{"name":"Mixer"},"total":1,)"
                                            R"("guests":[{"name":"Ann Lee","email":"a@x.example"}]})")
                              << QString();
    QTest::newRow("somebody who was read")
            << QByteArray(R"({"name":"Ann Lee","email":"a@x.example","friends":[{"name":"Bo Roe"}],)"
                          R"("projects":[{"name":"Crema"}]})")
            << QString();
    QTest::newRow("a list of people that was not read")
            << QByteArray(R"({"name":"Ann Lee","email":"a@x.example","friends":[{"name":"Bo Roe",)"
                          R"("email":"b@x.example"}],"persons":[{"name":"Cy Doe"}]})")
            << u"not read: persons"_s;
}

void JsonPeopleTest::told()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    const ReadPeople read = peopleOf(bytes);
    QCOMPARE(read.warnings.size(), words.isEmpty() ? 0 : 1);
    QVERIFY(words.isEmpty() || read.warnings.constFirst().reason.contains(words));
}

void JsonPeopleTest::ownRecordsInside()
{
    const ReadPeople read = peopleOf(
            R"({"backup":{"people":[{"id":"abcdefghij0123456789","createdAt":"2026-01-02T03:04:05Z",)"
            R"("status":"Met","firstName":"Ann","positions":[{"company":"Acme","from":"2020"}]}]}})");
    QCOMPARE(read.people.size(), size_t {1});
    QCOMPARE(read.people.front()->contact.positions.value(0).from, u"2020"_s);
    QCOMPARE(read.people.front()->contact.name(), u"Ann"_s);
    const ReadPeople odd = peopleOf(
            R"({"name":"Ann Lee","email":"a@x.example","friends":[{"name":"Bo Roe"}],)"
            R"("projects":[{"name":"Crema"}]})");
    QCOMPARE(column(odd.people.back()->contact, "project 1 name"), u"Crema"_s);
}
