// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/contactscsv.h"
#include "exchange/contactsjson.h"
#include "exchange/formulaguard.h"
#include "exchange/peoplereader.h"
#include "model/contactdocument.h"
#include "tests.h"

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::exchange;

namespace {

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<size_t>(bytes.size())};
}

/// A contact with everything that a table finds hard.
Contact fullContact()
{
    Contact contact;
    contact.id = u"abcdefghij0123456789"_s;
    contact.firstName = u"Zoë \"Zo\""_s;
    contact.lastName = u"=Müller, MBA"_s;
    addPoint(contact.addresses, u"work"_s, u"zoe@x.example"_s);
    addPoint(contact.addresses, {}, u"zoe@home.example"_s);
    addPoint(contact.phones, u"mobile"_s, u"+49 170 1"_s);
    addPoint(contact.links, u"linkedin"_s, u"https://www.linkedin.com/in/zoe"_s);
    addPosition(contact.positions, {{}, {}, u"Acme; Inc"_s, u"@Head"_s, u"2021"_s, {}});
    addPosition(contact.positions, {{}, {}, u"Bolt"_s, u"Intern"_s, u"2019"_s, u"2020"_s});
    addSchool(contact.schools, {{}, {}, u"ETH Zürich"_s, u"MSc"_s, u"Physics"_s, u"2015"_s, u"2019"_s});
    contact.status = u"Met"_s;
    contact.tags = QStringList {u"a, b"_s, u"c"_s};
    contact.notes = u"'=first\r\n  second \"line\"\n"_s;
    contact.connectedOn = u"2024-03-12"_s;
    contact.muted = true;
    contact.createdAt = u"2026-01-01T00:00:00.000Z"_s;
    contact.extra["credentials"] = "CFA";
    contact.extra["columns"]["Shoe size"] = "38";
    contact.extra["number"] = 7;
    return contact;
}

Contact onlyPerson(const QByteArray &file)
{
    const auto read = readPeople(file);
    return read && read->people.size() == 1 ? read->people[0]->contact : Contact {};
}

} // namespace

void WritersTest::formulas_data()
{
    QTest::addColumn<QString>("raw");
    QTest::addColumn<QByteArray>("cell");
    const auto json = parseJson(fixtureBytes("csv_injection_cases.json"));
    VERIFY_OK(json);
    for (const Json &item : arrayAt(*json, "cases")) {
        const QString raw = textAt(item, "raw");
        QTest::newRow(raw.toUtf8().constData()) << raw << textAt(item, "cell").toUtf8();
    }
    QTest::newRow("behind a blank") << u" =1"_s << QByteArray("\"' =1\"");
    QTest::newRow("behind an apostrophe") << u"'=1"_s << QByteArray("\"''=1\"");
    QTest::newRow("carriage return") << u"\r=1"_s << QByteArray("\"'\r=1\"");
    QTest::newRow("apostrophe of a name") << u"'t Hooft"_s << QByteArray("'t Hooft");
    QTest::newRow("sign inside") << u"a=b"_s << QByteArray("a=b");
    QTest::newRow("semicolon") << u"a;=b"_s << QByteArray("\"a;=b\"");
}

void WritersTest::formulas()
{
    QFETCH(QString, raw);
    QTEST(csvCell(raw, CsvStyle::excelSafe), "cell");
}

void WritersTest::guardRoundTrips_data()
{
    QTest::addColumn<QByteArray>("value");
    for (const char *value :
         {"=1", "'=1", "''=1", "' =1", " =1", "'", "''", "'t Hooft", "+1 202", "＝1", "'＠x", "-", ""}) {
        QTest::newRow(value) << QByteArray(value);
    }
}

void WritersTest::guardRoundTrips()
{
    QFETCH(QByteArray, value);
    const QByteArray written = needsGuard(viewOf(value)) ? '\'' + value : value;
    const std::string_view back = withoutGuard(viewOf(written));
    QCOMPARE(QByteArray(back.data(), static_cast<qsizetype>(back.size())), value);
}

void WritersTest::excelSafe()
{
    const Contact contact = fullContact();
    const QByteArray csv = contactsCsv({&contact, 1}, CsvStyle::excelSafe);
    QVERIFY(csv.startsWith("\xEF\xBB\xBF"
                           "firstName,lastName,"));
    QVERIFY(csv.contains("\"'=Müller, MBA\""));
    QVERIFY(csv.contains("\"'+49 170 1\""));
    QVERIFY(csv.contains("\"'@Head\""));
    QVERIFY(csv.endsWith("\r\n"));
    const Contact back = onlyPerson(csv);
    QCOMPARE(back.jobTitle(), u"@Head"_s);
    QCOMPARE(back.phone(), u"+49 170 1"_s);
    QCOMPARE(back.tags, contact.tags);
    QCOMPARE(back.college(), u"ETH Zürich"_s);
    QCOMPARE(back.connectedOn, u"2024-03-12"_s);
}

void WritersTest::chosenFields()
{
    const Contact contact = fullContact();
    QCOMPARE(contactsCsv({&contact, 1}, CsvStyle::excelSafe, {u"email"_s, u"company"_s}),
             QByteArray("\xEF\xBB\xBF"
                        "email,company\r\nzoe@x.example,\"Acme; Inc\"\r\n"));
    QCOMPARE(contactsCsv({}, CsvStyle::excelSafe, {u"email"_s}),
             QByteArray("\xEF\xBB\xBF"
                        "email\r\n"));
}

void WritersTest::rawRoundTrip()
{
    const Contact contact = fullContact();
    const QByteArray csv = contactsCsv({&contact, 1}, CsvStyle::raw);
    const Contact back = onlyPerson(csv);
    QCOMPARE(toBytes(toFullDocument(back)), toBytes(toFullDocument(contact)));
    QCOMPARE(back, contact);
    QCOMPARE(contactsCsv({&back, 1}, CsvStyle::raw), csv);
}

void WritersTest::rawTakesEdits()
{
    const Contact contact = fullContact();
    QByteArray csv = contactsCsv({&contact, 1}, CsvStyle::raw);
    csv.replace("\"Acme; Inc\",", "Edited Firm,");
    csv.replace(",2024-03-12,", ",12.03.2024,"); // a spreadsheet's way of writing the same day
    Contact expected = contact;
    expected.positions[0].company = u"Edited Firm"_s;
    QCOMPARE(onlyPerson(csv), expected);
}

void WritersTest::rawSurvivesADamagedRecord()
{
    const Contact contact = fullContact();
    QByteArray csv = contactsCsv({&contact, 1}, CsvStyle::raw);
    csv.replace("{\"\"addresses", "{addresses");
    const auto read = readPeople(csv);
    VERIFY_OK(read);
    QCOMPARE(read->people.size(), 1U);
    QCOMPARE(read->people[0]->contact.email(), u"zoe@x.example"_s);
    QCOMPARE(read->warnings.size(), 1);
    QVERIFY(read->warnings[0].reason.contains(u"damaged"_s));
}

void WritersTest::jsonRoundTrip()
{
    const std::vector<Contact> contacts {fullContact(), fullContact()};
    const auto read = readPeople(contactsJson(contacts));
    VERIFY_OK(read);
    QCOMPARE(read->people.size(), 2U);
    QCOMPARE(read->people[1]->contact, contacts[1]);
    QCOMPARE(read->people[1]->row, 2);
}

void WritersTest::jsonReads_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("people");
    QTest::addColumn<int>("invalid");
    QTest::newRow("array") << QByteArray(R"([{"firstName":"Ann"},{"email":"a@x.example"}])") << 2 << 0;
    QTest::newRow("wrapped") << QByteArray(R"({"total":1,"contacts":[{"firstName":"Ann"}]})") << 1 << 0;
    QTest::newRow("one document") << QByteArray(R"({"firstName":"Ann"})") << 1 << 0;
    QTest::newRow("empty") << QByteArray("[]") << 0 << 0;
    QTest::newRow("nobody and nonsense")
            << QByteArray(R"([{"company":"Acme"},7,{"linkedinUrl":"https://www.linkedin.com/in/ann"}])") << 1
            << 2;
}

void WritersTest::jsonReads()
{
    QFETCH(QByteArray, file);
    ReadOptions options;
    options.format = Format::json;
    const auto read = readPeople(file, options);
    VERIFY_OK(read);
    QTEST(static_cast<int>(read->people.size()), "people");
    QTEST(static_cast<int>(read->invalid.size()), "invalid");
}
