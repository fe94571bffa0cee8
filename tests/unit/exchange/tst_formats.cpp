// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"
#include "words.h"

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::exchange;

void FormatsTest::linkedin()
{
    const ReadPeople read = peopleOf(fixtureBytes("linkedin_Connections.csv"));
    QCOMPARE(formatName(read.format), u"linkedin"_s);
    QCOMPARE(
            inWords(read),
            QStringList(
                    {u"5: Marisol Quandahl [https://www.linkedin.com/in/marisol-quandahl-fx] Engagement Manager @ Halvorsen Pike Advisory, LLC"_s,
                     u"6: Tobias Ferncastle <tobias@bluefern.example> [https://www.linkedin.com/in/tobias-ferncastle-fx/] Engineer \"II\" @ Bluefern Labs"_s,
                     u"7: Zoë O'Dromgoole-Brandt [https://www.linkedin.com/in/zo%C3%AB-odb-fx]"_s}));
    QCOMPARE(inWords(read.invalid), QStringList {u"8: no name, no email address and no LinkedIn URL"_s});
    QCOMPARE(read.people[0]->contact.connectedOn, u"2024-03-12"_s);
    QCOMPARE(textAt(read.people[2]->contact.extra, "credentials"), u"CFA"_s);
    QVERIFY(read.warnings.isEmpty());
}

void FormatsTest::linkedinOfBefore()
{
    const ReadPeople read = peopleOf("First Name,Last Name,Email Address,Company,Position,Connected On\n"
                                     "Ann,\"Lee, MBA\",,Acme,Analyst,7-Feb-22\n");
    QCOMPARE(formatName(read.format), u"linkedin"_s);
    QCOMPARE(inWords(read), QStringList {u"2: Ann Lee Analyst @ Acme"_s});
    QCOMPARE(read.people[0]->contact.connectedOn, u"2022-02-07"_s);
}

void FormatsTest::google()
{
    const ReadPeople read = peopleOf(fixtureBytes("google_contacts.csv"));
    QCOMPARE(formatName(read.format), u"google"_s);
    QCOMPARE(read.people.size(), 1U);
    const Contact &contact = read.people[0]->contact;
    QCOMPARE(
            inWords(contact),
            u"Marisol Quandahl <marisol.quandahl@halvorsenpike.example> <m.q@example.com> "
            u"<mquandahl.fx@example.com> "
            "[https://www.linkedin.com/in/marisol-quandahl-fx] Engagement Manager @ Halvorsen Pike Advisory"_s);
    QCOMPARE(contact.addresses[0].kind, u"work"_s);
    QCOMPARE(contact.addresses[2].kind, u"other"_s);
    QCOMPARE(contact.phones[0].kind, u"mobile"_s);
    QCOMPARE(contact.phone(), u"+1 202-555-0143"_s);
    QCOMPARE(contact.tags, QStringList {u"Alumni"_s});
    QCOMPARE(contact.notes, u"Met at fair\nsecond line"_s);
    QCOMPARE(contact.location, u"1 Main St Chicago, IL"_s);
}

void FormatsTest::googleOfBefore()
{
    const ReadPeople read = peopleOf("Name,Given Name,Additional Name,Family Name,Group Membership,E-mail 1 "
                                     "- Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - "
                                     "Value,Organization 1 - Type,Organization 1 - Name,Organization 1 - "
                                     "Title,Website 1 - Type,Website 1 - Value\n"
                                     "Ann B Lee,Ann,B,Lee,* myContacts ::: Fair,* Home,ann@x.example,Work,+1 "
                                     "202 555 0101,,Acme,Analyst,Profile,http://www.linkedin.com/in/ann\n");
    QCOMPARE(formatName(read.format), u"google"_s);
    QCOMPARE(inWords(read),
             QStringList {u"2: Ann Lee <ann@x.example> [http://www.linkedin.com/in/ann] Analyst @ Acme"_s});
    const Contact &contact = read.people[0]->contact;
    QCOMPARE(contact.addresses[0].kind, u"personal"_s);
    QCOMPARE(contact.phones[0].kind, u"work"_s);
    QCOMPARE(contact.tags, QStringList {u"Fair"_s});
    QCOMPARE(textAt(contact.extra, "middleName"), u"B"_s);
    QVERIFY2(!contact.extra.contains("columns"), toBytes(contact.extra).constData());
}

void FormatsTest::outlook()
{
    const ReadPeople read = peopleOf(fixtureBytes("outlook_contacts.csv"));
    QCOMPARE(formatName(read.format), u"outlook"_s);
    QCOMPARE(
            inWords(read),
            QStringList {
                    u"2: Tobias Ferncastle <tobias@bluefern.example> Software Engineer II @ Bluefern Labs"_s});
    const Contact &contact = read.people[0]->contact;
    QCOMPARE(contact.city, u"San Francisco"_s);
    QCOMPARE(contact.country, u"United States"_s);
    QCOMPARE(column(contact, "Department"), u"R&D"_s);
    QVERIFY(read.warnings.isEmpty());
}

void FormatsTest::outlookInternalAddress()
{
    const ReadPeople read = peopleOf("\"Title\",\"First Name\",\"Last Name\",\"Job Title\",\"Business "
                                     "City\",\"Home City\",\"Home Country/Region\",\"Birthday\",\"E-mail "
                                     "Address\",\"E-mail Type\",\"E-mail 2 Address\",\"E-mail 2 Type\"\r\n"
                                     "\"Dr.\",\"Ann\",\"Lee\",\"Analyst\",\"Berlin\",\"Potsdam\",\"Germany\","
                                     "\"0/0/00\",\"/o=ExchangeLabs/cn=Recipients/cn=ann\",\"EX\","
                                     "\"ann@x.example\",\"SMTP\"\r\n");
    QCOMPARE(inWords(read), QStringList {u"2: Ann Lee <ann@x.example> Analyst @"_s});
    const Contact &contact = read.people[0]->contact;
    QCOMPARE(contact.addresses[0].kind, QString());
    QCOMPARE(textAt(contact.extra, "namePrefix"), u"Dr."_s);
    // The office's city and the home's country are two places.
    QCOMPARE(contact.city, u"Berlin"_s);
    QCOMPARE(contact.country, QString());
    QCOMPARE(column(contact, "Home Country/Region"), u"Germany"_s);
    QCOMPARE(column(contact, "Birthday"), QString());
    QVERIFY(read.warnings.isEmpty());
}
