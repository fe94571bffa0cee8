// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/contactsvcard.h"
#include "exchange/peoplereader.h"
#include "model/contactdocument.h"
#include "tests.h"

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::exchange;

namespace {

QByteArray cardOf(const QByteArray &lines)
{
    return "BEGIN:VCARD\r\nVERSION:3.0\r\n" + lines + "\r\nEND:VCARD\r\n";
}

/// The flat document of the only person, without its id.
QByteArray documentOf(const QByteArray &file)
{
    const auto read = readPeople(file);
    if (!read || read->people.size() != 1) {
        return "not one person";
    }
    Json document = toDocument(read->people[0]->contact);
    document.erase("id");
    return toBytes(document);
}

} // namespace

void VcardTest::version3()
{
    const auto read = readPeople(fixtureBytes("contacts_v3.vcf"));
    VERIFY_OK(read);
    QCOMPARE(read->people.size(), 1U);
    const Contact &contact = read->people[0]->contact;
    QCOMPARE(contact.name(), u"Marisol Quandahl"_s);
    QCOMPARE(contact.company(), u"Halvorsen Pike Advisory"_s);
    QCOMPARE(contact.jobTitle(), u"Engagement Manager"_s);
    QCOMPARE(contact.email(), u"marisol.quandahl@halvorsenpike.example"_s);
    QCOMPARE(contact.addresses[0].kind, u"work"_s);
    QCOMPARE(contact.phones[0].kind, u"mobile"_s);
    QCOMPARE(contact.linkedinUrl(), u"https://www.linkedin.com/in/marisol-quandahl-fx"_s);
    QCOMPARE(
            contact.notes,
            u"line one\nline two, with comma; semicolon and a very long tail that has to be folded at 75 octets"_s);
    QCOMPARE(textAt(member(contact.extra, "columns"), "Department"), u"Insurance"_s);
}

void VcardTest::version4()
{
    const auto read = readPeople(fixtureBytes("contacts_v4.vcf"));
    VERIFY_OK(read);
    QCOMPARE(read->people.size(), 1U);
    const Contact &contact = read->people[0]->contact;
    QCOMPARE(contact.name(), u"Zoë O'Dromgoole-Brandt"_s);
    QCOMPARE(contact.phone(), u"+1-202-555-0199"_s);
    QCOMPARE(contact.phones[0].kind, u"mobile"_s);
    QCOMPARE(textAt(contact.extra, "credentials"), u"CFA"_s);
    QCOMPARE(textAt(member(contact.extra, "columns"), "BDAY"), u"--0412"_s);
}

void VcardTest::version21()
{
    const QByteArray card =
            "BEGIN:VCARD\nVERSION:2.1\n"
            "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=BCrgen\n"
            "ORG;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:B=E4ckerei\n"
            "NOTE;ENCODING=QUOTED-PRINTABLE:first=0D=0Asecond, very =\nlong=\n\n"
            "EMAIL;INTERNET;HOME:j@x.example\nTEL;CELL;VOICE:0170 1234567\nTEL;WORK;FAX:030 1\n"
            "PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRg\n ABAQAAAQABAAD\n\nEND:VCARD\n";
    const auto read = readPeople(card);
    VERIFY_OK(read);
    QCOMPARE(read->people.size(), 1U);
    const Contact &contact = read->people[0]->contact;
    QCOMPARE(contact.name(), u"Jürgen Müller"_s);
    QCOMPARE(contact.company(), u"Bäckerei"_s);
    QCOMPARE(contact.notes, u"first\nsecond, very long"_s);
    QCOMPARE(contact.addresses[0].kind, u"personal"_s);
    QCOMPARE(contact.phones[0].kind, u"mobile"_s);
    QCOMPARE(contact.phones[1].kind, u"fax"_s);
    QVERIFY(!contact.extra.contains("columns"));
}

void VcardTest::card_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QByteArray>("document");
    const auto row = [](const char *what, const QByteArray &lines, const QByteArray &document) {
        QTest::newRow(what) << lines << document;
    };
    row("full name only", "FN:Dr. Ann van Lee", R"({"firstName":"Ann","lastName":"van Lee"})");
    row("empty N", "N:;;;;\r\nFN:Ann Lee", R"({"firstName":"Ann","lastName":"Lee"})");
    row("preferred address first", "FN:Ann Lee\r\nEMAIL:a@x.example\r\nEMAIL;TYPE=pref:b@x.example",
        R"({"email":"b@x.example","firstName":"Ann","lastName":"Lee"})");
    row("escapes", "FN:Ann Lee\r\nORG:Acme\\, Inc\\; Ltd;Unit\r\nTITLE:A\\\\B",
        R"({"company":"Acme, Inc; Ltd","firstName":"Ann","jobTitle":"A\\B","lastName":"Lee"})");
    row("folded in a word", "FN:Ann\r\n  Le\r\n e", R"({"firstName":"Ann","lastName":"Lee"})");
    row("lower case and group", "fn:Ann Lee\r\nitem1.email;type=work:a@x.example",
        R"({"email":"a@x.example","firstName":"Ann","lastName":"Lee"})");
    row("address", "FN:Ann Lee\r\nADR;TYPE=home:;;1 Main St;Chicago;IL;60601;USA",
        R"({"city":"Chicago","country":"USA","firstName":"Ann","lastName":"Lee","state":"IL"})");
    row("Apple's profile", "FN:Ann Lee\r\nX-SOCIALPROFILE;type=linkedin:http://www.linkedin.com/in/ann",
        R"({"firstName":"Ann","lastName":"Lee","linkedinUrl":"http://www.linkedin.com/in/ann"})");
    row("categories", "FN:Ann Lee\r\nCATEGORIES:Fair,Alumni",
        R"({"firstName":"Ann","lastName":"Lee","tags":["Fair","Alumni"]})");
    row("role without title", "FN:Ann Lee\r\nORG:Acme\r\nROLE:Analyst",
        R"({"company":"Acme","firstName":"Ann","jobTitle":"Analyst","lastName":"Lee"})");
    row("company card with address", "FN:Acme\r\nORG:Acme\r\nX-ABShowAs:COMPANY\r\nEMAIL:info@acme.example",
        R"({"company":"Acme","email":"info@acme.example"})");
    row("colon in a quoted parameter", "FN:Ann Lee\r\nTEL;X-LABEL=\"a:b\":12345678",
        R"({"firstName":"Ann","lastName":"Lee","phone":"12345678"})");
}

void VcardTest::card()
{
    QFETCH(QByteArray, lines);
    QTEST(documentOf(cardOf(lines)), "document");
}

void VcardTest::nobody_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<QString>("reason");
    QTest::newRow("empty") << QByteArray("N:;;;;") << u"no name, no email address and no LinkedIn URL"_s;
    QTest::newRow("group") << QByteArray("KIND:group\r\nFN:Friends\r\nMEMBER:urn:uuid:1")
                           << u"a list of people, not a person"_s;
    QTest::newRow("Apple's group") << QByteArray("FN:Friends\r\nX-ADDRESSBOOKSERVER-KIND:group")
                                   << u"a list of people, not a person"_s;
    QTest::newRow("company") << QByteArray("FN:Acme\r\nORG:Acme\r\nTEL:123456789")
                             << u"a company without a person's name or address"_s;
}

void VcardTest::nobody()
{
    QFETCH(QByteArray, lines);
    const auto read = readPeople(cardOf("FN:Ann Lee") + cardOf(lines));
    VERIFY_OK(read);
    QCOMPARE(read->people.size(), 1U);
    QCOMPARE(read->invalid.size(), 1);
    QCOMPARE(read->invalid[0].row, 2);
    QTEST(read->invalid[0].reason, "reason");
}

void VcardTest::cutOff()
{
    const auto read = readPeople(cardOf("FN:Ann Lee") + "BEGIN:VCARD\r\nFN:Bob Roe\r\nEMAIL:bob(at)x.ex");
    VERIFY_OK(read);
    QCOMPARE(read->people.size(), 2U);
    QCOMPARE(read->people[1]->contact.name(), u"Bob Roe"_s);
    QCOMPARE(read->warnings.size(), 2);
}

void VcardTest::roundTrip()
{
    Contact contact;
    contact.firstName = u"Zoë"_s;
    contact.lastName = u"Müller; Roe, \\"_s;
    addPoint(contact.addresses, u"work"_s, u"zoe@x.example"_s);
    addPoint(contact.addresses, u"personal"_s, u"zoe@home.example"_s);
    addPoint(contact.phones, u"mobile"_s, u"+49 170 1"_s);
    addPoint(contact.links, u"linkedin"_s, u"https://www.linkedin.com/in/zoe"_s);
    addPoint(contact.links, u"website"_s, u"https://zoe.example"_s);
    addPosition(contact.positions, {{}, {}, u"Bäckerei; Söhne, GmbH"_s, u"Chefin"_s, {}, {}});
    contact.city = u"Köln"_s;
    contact.country = u"Deutschland"_s;
    contact.tags = QStringList {u"Messe"_s, u"NYC, NY"_s, u"a;b"_s};
    contact.notes = u"erste Zeile\nzweite, mit; allem \\n 東京"_s;
    const auto read = readPeople(contactsVcard({&contact, 1}));
    VERIFY_OK(read);
    QCOMPARE(read->people.size(), 1U);
    QCOMPARE(toBytes(toFullDocument(read->people[0]->contact)), toBytes(toFullDocument(contact)));
}

void VcardTest::keptFieldsReturn_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char *line : {"FN:Jane Roe (née Doe)", "NICKNAME:Janie", "BDAY:--03-15", "ORG:Acme;Research",
                             "ADR:PO Box 5;Suite 2;1 Main St;Salem;MA;01970;USA"}) {
        QTest::newRow(line) << QByteArray(line);
    }
}

void VcardTest::keptFieldsReturn()
{
    QFETCH(QByteArray, line);
    const QByteArray name = line.startsWith("FN:") ? QByteArray() : QByteArray("FN:Jane Roe\r\n");
    const auto read = readPeople("BEGIN:VCARD\r\nVERSION:3.0\r\n" + name + line + "\r\nEND:VCARD\r\n");
    VERIFY_OK(read);
    const QByteArray vcard = contactsVcard({&read->people[0]->contact, 1});
    QVERIFY2(vcard.contains("\r\n" + line + "\r\n"), vcard.constData());
}

// A place that nobody has taken apart stays one.
void VcardTest::aPlaceReturns()
{
    Contact contact;
    contact.firstName = u"Ann"_s;
    contact.location = u"Oslo, Norway"_s;
    const auto read = readPeople(contactsVcard({&contact, 1}));
    VERIFY_OK(read);
    QCOMPARE(read->people[0]->contact.location, contact.location);
}

void VcardTest::foldsWithoutCuttingCharacters()
{
    Contact contact;
    contact.firstName = u"Ann"_s;
    contact.notes = u"東京都渋谷区"_s.repeated(40);
    const QByteArray vcard = contactsVcard({&contact, 1});
    const QByteArrayList lines = vcard.split('\n');
    for (const QByteArray &line : lines) {
        QVERIFY2(line.size() <= 76, line.constData());
        QVERIFY(isValidUtf8({line.constData(), static_cast<size_t>(line.size())}));
    }
    QVERIFY(lines.size() > 10);
}
