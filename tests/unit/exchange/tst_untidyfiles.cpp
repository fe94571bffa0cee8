// SPDX-License-Identifier: GPL-3.0-or-later
#include "quirktests.h"
#include "words.h"

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::exchange;

namespace {

void row(const char *what, const QByteArray &bytes, const QStringList &people, const QStringList &told = {})
{
    QTest::newRow(what) << bytes << people << told;
}

void tornRows()
{
    row("a note of lines that end in semicolons",
        "Name,Email,Notes\nBo Ek,bo@ek.example,\"met Ann;\ncall Tue;\nsend cv;\nask;\n\"\n",
        {u"2: Bo Ek <bo@ek.example>"_s});
    row("such a note without column names",
        "Bo Ek,bo@ek.example,\"met Ann;\ncall Tue;\nsend cv;\nask;\n\"\nAl Fo,al@fo.example,\n",
        {u"1: Bo Ek <bo@ek.example>"_s, u"2: Al Fo <al@fo.example>"_s});
}

void columnsOfPrograms()
{
    row("an id under Contact, a state under Status",
        "(Do Not Modify) Contact,(Do Not Modify) Row Checksum,Full Name,Email,Status\n"
        "a1b2c3d4-0000-11ec-b6e5-000d3a123456,Xyz==,Yvonne McKay,y@x.example,Active\n",
        {u"2: Yvonne McKay <y@x.example>"_s});
    row("roles in a meeting", "Name,Email,Role\nKen Tan,k@x.example,Organizer\nLu Bo,l@x.example,Attendee\n",
        {u"2: Ken Tan <k@x.example>"_s, u"3: Lu Bo <l@x.example>"_s});
    row("roles at work", "Name,Email,Role\nKen Tan,k@x.example,Organizer\nLu Bo,l@x.example,Analyst\n",
        {u"2: Ken Tan <k@x.example> Organizer @"_s, u"3: Lu Bo <l@x.example> Analyst @"_s});
    row("attendees", "Attendee,Organisation,Country\n\"Roe, Hans-Peter\",TU Berlin,DE\n",
        {u"2: Hans-Peter Roe  @ TU Berlin"_s});
    row("whether somebody is a guest", "Guest,Email,Company\nNo,a@x.example,Acme\n",
        {u"2: <a@x.example>  @ Acme"_s});
    row("names of students", "Student First Name,Student Last Name,Student Email\nAnn,Lee,a@x.example\n",
        {u"2: Ann Lee <a@x.example>"_s});
}

void reports()
{
    row("Teams",
        "1. Summary\nMeeting title\tInfo session\n\n2. Participants\nName\tFirst Join\tEmail\tRole\n"
        "Kenji Tanaka\t6:00 PM\tk@c.example\tOrganizer\nLaura Bianchi (Guest)\t6:03 PM\t\tAttendee\n\n"
        "3. In-Meeting Activities\nName\tJoin Time\tEmail\tRole\nKenji Tanaka\t6:00 "
        "PM\tk@c.example\tOrganizer\n"
        "Laura Bianchi (Guest)\t6:03 PM\t\tAttendee\n",
        {u"6: Kenji Tanaka <k@c.example>"_s, u"7: Laura Bianchi"_s},
        {u"2: stands above the column names"_s, u"9: a part of the file that lists no people"_s,
         u"11: the person of row 6 again, in another table"_s,
         u"12: the person of row 7 again, in another table"_s,
         u"1: the title above the table was not kept: 1. Summary"_s,
         u"4: the title above the table was not kept: 2. Participants"_s});
    row("Zoom",
        "Meeting ID,Topic,User Email,Participants\n812 3456 7890,Mixer,host@u.example,2\n\n"
        "Name (Original Name),User Email,Join Time,Guest\nAlice Wang (alicew),a@w.example,11/20/2026 06:00 "
        "PM,No\n\"O'Brien, Pat\",p@o.example,6:02 PM,Yes\n\"O'Brien, Pat\",p@o.example,6:40 PM,Yes\n",
        {u"5: Alice Wang <a@w.example>"_s, u"6: Pat O'Brien <p@o.example>"_s,
         u"7: Pat O'Brien <p@o.example>"_s},
        {u"1: stands above the column names"_s, u"2: stands above the column names"_s});
    row("two lists with columns of their own",
        "Name,Email,Company\nAnn Lee,a@x.example,Acme\n\nRecruiters\nName,Firm,Phone\nBo Ng,Bolt,555 0100\n",
        {u"2: Ann Lee <a@x.example>  @ Acme"_s, u"6: Bo Ng  @ Bolt"_s},
        {u"4: a part of the file that lists no people"_s});
    row("a numbered list is no report", "Name,Email\n\n1. Ann Lee,\n2. Bo Ng,\n",
        {u"3: Ann Lee"_s, u"4: Bo Ng"_s});
}

void blocks()
{
    row("blocks of keys and values",
        "Name: Hannah Roe\nCompany: New School\nTitle: Professor\nEmail: h@ns.example\n\n"
        "Name: Karl Po\nCompany: Basel\nEmail: k@b.example\nNotes: friend of Hannah\nmet in Bern\n",
        {u"1: Hannah Roe <h@ns.example> Professor @ New School"_s, u"6: Karl Po <k@b.example>  @ Basel"_s});
    row("one block", "Name: Ann Lee\nFirm: Acme\nEmail: a@x.example\n",
        {u"1: Ann Lee <a@x.example>  @ Acme"_s});
    row("blocks without a blank line between",
        "Name: Ann Lee\nEmail: a@x.example\nName: Bo Ng\nEmail: b@x.example\n",
        {u"1: Ann Lee <a@x.example>"_s, u"3: Bo Ng <b@x.example>"_s});
    row("a table drawn with signs",
        "+---------+-------------+\n| Name    | Email       |\n+---------+-------------+\n"
        "| Ann Lee | a@x.example |\n+---------+-------------+\n",
        {u"4: Ann Lee <a@x.example>"_s},
        {u"3: no name, no email address and no LinkedIn URL"_s,
         u"5: no name, no email address and no LinkedIn URL"_s}); // no title above
    row("a title with a colon above a table", "Project: Outreach\nName,Email\nAnn Lee,a@x.example\n",
        {u"3: Ann Lee <a@x.example>"_s}, {u"1: the title above the table was not kept: Project: Outreach"_s});
}

void typedLines()
{
    row("lines parted by dashes",
        "John Carter - Goldman Sachs - VP - jc@gs.example\nAnn Lo – UBS – Analyst – ann@ubs.example\n",
        {u"1: John Carter <jc@gs.example> VP @ Goldman Sachs"_s,
         u"2: Ann Lo <ann@ubs.example> Analyst @ UBS"_s});
    row("bars, and what nobody can tell", "Ann Lee | Springfield | ann@x.example\n",
        {u"1: Ann Lee <ann@x.example>"_s});
    row("a remark behind the address",
        "Priya Shah, McKinsey, priya@mck.example (met at career fair)\nTom Hale, BCG, tom@bcg.example (ask "
        "re: visa)\n",
        {u"1: Priya Shah <priya@mck.example>  @ McKinsey"_s, u"2: Tom Hale <tom@bcg.example>  @ BCG"_s});
    row("each line in its own way",
        "John Carter - Goldman Sachs - VP - jc@gs.example\n\nPriya S., McKinsey, p@mck.example (met)\n"
        "Tunde Bakare <tunde@kpmg.example>\n",
        {u"1: John Carter <jc@gs.example> VP @ Goldman Sachs"_s, u"3: Priya S. <p@mck.example>  @ McKinsey"_s,
         u"4: Tunde Bakare <tunde@kpmg.example>"_s});
    row("a dash within a cell", "Ann Lee,Acme - Berlin,ann@x.example\nBo Ng,Bolt,bo@y.example\n",
        {u"1: Ann Lee <ann@x.example>"_s, u"2: Bo Ng <bo@y.example>"_s});
    row("firm and job without names",
        "Amy Tan,Penguin,a@x.example,Author\nIan Fox,Hachette,i@y.example,Editor\n",
        {u"1: Amy Tan <a@x.example> Author @ Penguin"_s, u"2: Ian Fox <i@y.example> Editor @ Hachette"_s});
    row("the addresses name the firm", "Tom Hale,BCG,tom@bcg.example\n",
        {u"1: Tom Hale <tom@bcg.example>  @ BCG"_s});
}

void bullets()
{
    for (const QString &sign :
         {u"• "_s, u"- "_s, u"* "_s, u"1. "_s, u"1) "_s, u"(1) "_s, u"– "_s, u"•"_s, u"☐ "_s}) {
        row(qPrintable(u"names behind "_s + sign), u"%1Ann Lee\n%1Bob Roe\n"_s.arg(sign).toUtf8(),
            {u"1: Ann Lee"_s, u"2: Bob Roe"_s});
        row(qPrintable(u"under a name, behind "_s + sign),
            u"Name,Company\n%1Ann Lee,Acme\n%1Bob Roe,Bolt\n"_s.arg(sign).toUtf8(),
            {u"2: Ann Lee  @ Acme"_s, u"3: Bob Roe  @ Bolt"_s});
        row(qPrintable(u"addresses behind "_s + sign),
            u"%1Ann Lee <ann@x.example>\n%1Roe, Bob <bob.roe@y.example>\n"_s.arg(sign).toUtf8(),
            {u"2: Ann Lee <ann@x.example>"_s, u"3: Bob Roe <bob.roe@y.example>"_s});
        row(qPrintable(u"cells behind "_s + sign),
            u"%1Ann Lee, Acme Inc, ann@x.example\n%1Bob Roe, Bolt Inc, bob@y.example\n"_s.arg(sign).toUtf8(),
            {u"1: Ann Lee <ann@x.example>  @ Acme Inc"_s, u"2: Bob Roe <bob@y.example>  @ Bolt Inc"_s});
    }
    const QString heading = u"%1: a heading in the table, not a person"_s;
    row("a title of a list", "Met at the fair:\nAnn Lee\nBob Roe\n", {u"2: Ann Lee"_s, u"3: Bob Roe"_s},
        {heading.arg(1)});
    row("a title above typed lines",
        "Met at the fair:\nAnn Lee - Acme Inc - ann@x.example\nBob Roe - Bolt Inc - bob@y.example\n",
        {u"2: Ann Lee <ann@x.example>  @ Acme Inc"_s, u"3: Bob Roe <bob@y.example>  @ Bolt Inc"_s},
        {heading.arg(1)});
    row("a title above cells", "Met at the fair:\nAnn Lee,ann@x.example\nBob Roe,bob@y.example\n",
        {u"2: Ann Lee <ann@x.example>"_s, u"3: Bob Roe <bob@y.example>"_s}, {heading.arg(1)});
    row("names that begin with signs", "Name,Email\n'Abd al-Rahman,a@x.example\n.NET Meetup,b@x.example\n",
        {u"2: 'Abd al-Rahman <a@x.example>"_s, u"3: .NET Meetup <b@x.example>"_s});
}

void phones()
{
    row("a number in a typed line", "- Ann Lee, Acme Inc, tel. +1 202 555 0101, ann@x.example\n",
        {u"1: Ann Lee <ann@x.example>  @ Acme Inc"_s});
    row("a number behind the address", "Ann Lee, ann@x.example +1 202 555 0101\n",
        {u"1: Ann Lee <ann@x.example>"_s});
    row("lines that are not alike", "Ann Lee, Analyst, ann@x.example\nBob Roe, 202-555-0101, bob@y.example\n",
        {u"1: Ann Lee <ann@x.example> Analyst @"_s, u"2: Bob Roe <bob@y.example>"_s},
        {u"2: \"202-555-0101\" under \"Column 2\" was read as a telephone number"_s});
}

void markdown()
{
    row("Markdown",
        "| Name | Company | Role | Email |\n|---|:--|---|---|\n| **Dana Roe** | FBI | Agent \\| MD | "
        "d@x.example |\n",
        {u"3: Dana Roe <d@x.example> Agent | MD @ FBI"_s});
    row("of a wiki", "||Name||Company||Email||\n|Ann Poe|Acme|ann@x.example|\n",
        {u"2: Ann Poe <ann@x.example>  @ Acme"_s});
    const QStringList both {u"2: Ann Poe <ann@x.example>"_s, u"3: Bob Roe <bob@x.example>"_s};
    row("a mark in the title of one",
        "List of the 5\" wafer club\n\n|Name|Email|\n|---|---|\n|Ann Poe|ann@x.example|\n",
        {u"5: Ann Poe <ann@x.example>"_s},
        {u"1: the title above the table was not kept: List of the 5\" wafer club"_s});
    row("a mark above a card",
        "# Contacts of the 5\" wafer club\nBEGIN:VCARD\nVERSION:3.0\nFN:Ann "
        "Poe\nEMAIL:ann@x.example\nEND:VCARD\n",
        {u"1: Ann Poe <ann@x.example>"_s});
    for (const char *line : {"Name,Email,Notes\nAnn Poe,ann@x.example,\"%1\"\nBob Roe,bob@x.example,\n",
                             "Name, Email, Notes\nAnn Poe, ann@x.example, \"%1\"\nBob Roe, bob@x.example,\n",
                             "Name|Email|Notes\nAnn Poe|ann@x.example|\"%1\"\nBob Roe|bob@x.example|\n"}) {
        for (const char *note : {"card:\nBEGIN:VCARD\nFN:X\nEND:VCARD", "|a|b|\n|---|---|\n|c|d|"}) {
            row(qPrintable(u"in a note: %1 %2"_s.arg(QLatin1StringView(line), QLatin1StringView(note))),
                QByteArray(line).replace("%1", note), both);
        }
    }
}

void lists()
{
    row("copied with the name of the header",
        "To: \"Doe, Jane\" <jane@x.example>; 'Lee Chan' <lee@x.example>; =?UTF-8?Q?J=C3=B6rg_Bo?= "
        "<j@x.example>",
        {u"2: Jane Doe <jane@x.example>"_s, u"3: Lee Chan <lee@x.example>"_s, u"4: Jörg Bo <j@x.example>"_s});
    row("encoded in a way that nobody knows", "Ann Poe <ann@x.example>; =?none-such?Q?Bo?= <bo@x.example>\n",
        {u"2: Ann Poe <ann@x.example>"_s, u"3: <bo@x.example>"_s});
    row("labels in front", "Work Email: ann@x.example; Bob Roe <bob@x.example>",
        {u"2: <ann@x.example>"_s, u"3: Bob Roe <bob@x.example>"_s});
    row("of two headers", "To: Ann Poe <ann@x.example>\nCc: Bob Roe <bob@x.example>\n",
        {u"2: Ann Poe <ann@x.example>"_s, u"3: Bob Roe <bob@x.example>"_s});
    row("of two headers without names", "To: ann@x.example; bob@x.example\r\nCc: dora@x.example\r\n",
        {u"2: <ann@x.example>"_s, u"3: <bob@x.example>"_s, u"4: <dora@x.example>"_s});
    row("a header on several lines", "To: Ann Poe\n <ann@x.example>,\n bob@x.example\nBcc: cy@x.example\n",
        {u"2: Ann Poe <ann@x.example>"_s, u"3: <bob@x.example>"_s, u"4: <cy@x.example>"_s});
    row("headers with what is no address", "To: Ann Poe <ann@x.example>; the others\nCc: bob@x.example\n",
        {u"2: Ann Poe <ann@x.example>"_s, u"4: <bob@x.example>"_s},
        {u"3: no name, no LinkedIn URL, and \"the others\" is no email address"_s});
    row("JSON by the line",
        "{\"name\":\"Ann Poe\",\"email\":\"ann@x.example\"}\n{\"name\":\"Bob "
        "Roe\",\"email\":\"bob@x.example\"}\n",
        {u"1: Ann Poe <ann@x.example>"_s, u"2: Bob Roe <bob@x.example>"_s});
    row("a room among cards",
        "BEGIN:VCARD\nVERSION:4.0\nKIND:location\nFN:Room 5\nEND:VCARD\nBEGIN:VCARD\nVERSION:4.0\nFN:Ann "
        "Poe\nEND:VCARD\n",
        {u"2: Ann Poe"_s}, {u"1: a place or a thing, not a person"_s});
}

void rowsOfNobody()
{
    const QString heading = u"%1: a heading in the table, not a person"_s;
    row("headings and a legend",
        "Contact,Firm,Email\nBanking,,\nOmar Roe,Lazard,o@x.example\nTier 2,,\nBo Ng,,\n* = replied,,\n",
        {u"3: Omar Roe <o@x.example>  @ Lazard"_s, u"5: Bo Ng"_s},
        {heading.arg(2), heading.arg(4), u"6: a total or a note below the table, not a person"_s});
    row("what stands where a name is to come",
        "First Name,Last Name,Email\nInfo Requested,Info Requested,e@x.example\nUntitled,,\n",
        {u"2: <e@x.example>"_s}, {u"3: no name, no email address and no LinkedIn URL"_s});
}

void severalPeople()
{
    const QString told = u"%1: \"%2\" may be several people; it was read as one"_s;
    row("two names in a cell, two addresses",
        "Name,Company,Email\n\"Anna Berg, Carl Dahl\",SEB,\"anna@seb.example, carl@seb.example\"\n",
        {u"2: Anna Berg & Carl Dahl <anna@seb.example> <carl@seb.example>  @ SEB"_s},
        {told.arg(u"2"_s, u"Anna Berg, Carl Dahl"_s)});
    row("parted by a semicolon", "Name,Email\n\"Berg, Anna; Dahl, Carl\",anna@seb.example\n",
        {u"2: Anna Berg & Carl Dahl <anna@seb.example>"_s}, {told.arg(u"2"_s, u"Berg, Anna; Dahl, Carl"_s)});
    row("one person of two family names with two addresses",
        "Name,Email\n\"Garcia Lopez, Maria Jose\",\"maria.garcia@x.example, mj@y.example\"\n",
        {u"2: Maria Jose Garcia Lopez <maria.garcia@x.example> <mj@y.example>"_s});
}

} // namespace

void UntidyFilesTest::people_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("people");
    QTest::addColumn<QStringList>("told"); ///< rows left out, then warnings
    tornRows();
    columnsOfPrograms();
    reports();
    blocks();
    typedLines();
    bullets();
    phones();
    markdown();
    lists();
    rowsOfNobody();
    severalPeople();
}

void UntidyFilesTest::people()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QStringList, people);
    const ReadPeople read = peopleOf(bytes);
    QCOMPARE(inWords(read), people);
    QTEST(inWords(read.invalid) + inWords(read.warnings), "told");
}

void UntidyFilesTest::keptBeside()
{
    const ReadPeople typed = peopleOf("Priya Shah, McKinsey, p@mck.example (met at career fair)\n");
    QCOMPARE(typed.people[0]->contact.notes, u"met at career fair"_s);
    for (const char *line : {"- Ann Lee, Acme Inc, tel. +1 202 555 0101, ann@x.example\n",
                             "Ann Lee, ann@x.example +1 202 555 0101\n",
                             "Ann Lee, Analyst, ann@x.example\nAnn Roe, +1 202 555 0101, roe@y.example\n"}) {
        QCOMPARE(peopleOf(line).people.back()->contact.phones.value(0).value, u"+1 202 555 0101"_s);
    }
    const ReadPeople bounced = peopleOf("Priya Shah, McKinsey, priya@mck.example - bounced\n");
    QVERIFY(bounced.people[0]->contact.addresses.isEmpty());
    QCOMPARE(column(bounced.people[0]->contact, "Email"), u"priya@mck.example bounced"_s);
    const ReadPeople blocks = peopleOf("Name: Ann Lee\nEmail: a@x.example\nNotes: one\ntwo\n");
    QCOMPARE(blocks.people[0]->contact.notes, u"one\ntwo"_s);
    const ReadPeople outlook = peopleOf("Name,E-mail Address,E-mail Type\nAnn Lee,/o=Labs/cn=ann,EX\n");
    QCOMPARE(column(outlook.people[0]->contact, "E-mail Address"), u"/o=Labs/cn=ann"_s);
    const ReadPeople school = peopleOf("Name,School,Program\nAnn Lee,Yale,MBA\nBo Ng,Yale,Economics\n");
    QCOMPARE(school.people[0]->contact.schools[0].degree, u"MBA"_s);
    QCOMPARE(school.people[1]->contact.schools[0].field, u"Economics"_s);
}
