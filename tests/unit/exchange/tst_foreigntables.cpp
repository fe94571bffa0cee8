// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of other programs in which somebody else's address, a title or a number stands where a person's
// could.
#include "quirktests.h"
#include "words.h"

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::exchange;

namespace {

QString linesOf(const ReadPeople &read)
{
    QStringList lines;
    for (const auto &person : read.people) {
        lines << inWords(person->contact);
    }
    return lines.join(u" + "_s);
}

QStringList phonesOf(const Contact &contact)
{
    QStringList phones;
    for (const ContactPoint &phone : contact.phones) {
        phones << phone.kind + u':' + phone.value;
    }
    return phones;
}

} // namespace

void ForeignTablesTest::people_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *what, const QByteArray &bytes, const QString &expected) {
        QTest::newRow(what) << bytes << expected;
    };
    row("Eventbrite: who bought the ticket",
        "Order ID,Buyer First Name,Buyer Last Name,Buyer Email,First Name,Last Name,Email\n"
        "1,Zed,Boss,zed@boss.example,Ann,Lee,ann@x.example\n",
        u"Ann Lee <ann@x.example>"_s);
    row("who is in charge",
        "Name,Employer,Assignee,Collaborator\nAnn Lee,Acme,Me <me@self.example>,z@b.example\n",
        u"Ann Lee  @ Acme"_s);
    row("Calendly",
        "User Name,User Email,Invitee Name,Invitee Email\nMe,me@self.example,Ann Lee,ann@x.example\n"
        "Me,me@self.example,Bo Roe,bo@x.example\n",
        u"Ann Lee <ann@x.example> + Bo Roe <bo@x.example>"_s);
    row("mentors", "Name,Email,Mentor Name,Mentor Email\nAnn Lee,ann@x.example,Zed Boss,zed@b.example\n",
        u"Ann Lee <ann@x.example>"_s);
    row("only the recruiter's address", "Name,Company,Recruiter Email\nAnn Lee,Acme,rita@acme.example\n",
        u"Ann Lee  @ Acme"_s);
    row("one address for all under a strange name",
        "Name,Zuständigkeit\nAnn Lee,z@x.example\nBo Roe,z@x.example\n", u"Ann Lee + Bo Roe"_s);
    row("their own under a strange name", "Name,Kontaktdaten\nAnn Lee,a@x.example\nBo Roe,b@x.example\n",
        u"Ann Lee <a@x.example> + Bo Roe <b@x.example>"_s);
    row("attendees", "Attendee Name,Attendee Email,Attendee Status\nAnn Lee,a@x.example,Checked in\n",
        u"Ann Lee <a@x.example>"_s);
    row("years among the names", "Name,Employer,Email,2023,2024\nAnn Lee,Acme,a@x.example,Y,N\n",
        u"Ann Lee <a@x.example>  @ Acme"_s);
    row("dates among the names", "Name,Employer,Email,01/15/2024\nAnn Lee,Acme,a@x.example,Y\n",
        u"Ann Lee <a@x.example>  @ Acme"_s);
    row("Italian", "Nome;Cognome;Email;Azienda\nGiò;Rossi;g@x.example;Acme\n",
        u"Giò Rossi <g@x.example>  @ Acme"_s);
    row("Portuguese, one column", "Nome,Email\nMaria Souza,m@x.example\n", u"Maria Souza <m@x.example>"_s);
    row("title of courtesy", "Title,First Name,Last Name,Company,Email\nMr,Bob,Roe,Acme,bob@x.example\n",
        u"Bob Roe <bob@x.example>  @ Acme"_s);
    row("two titles", "Anrede;Titel;Vorname;Name;Firma;Funktion\nHerr;Dr.;Jan;Groß;Acme;Leiter\n",
        u"Jan Groß Leiter @ Acme"_s);
    row("a title that is a job", "Title,Name,Email\nDirector,Ann Lee,a@x.example\n",
        u"Ann Lee <a@x.example> Director @"_s);
    row("Turkish", "Ad;Soyad;E-posta;Unvan\nAyşe;Çelik;a@x.example;Müdür\n",
        u"Ayşe Çelik <a@x.example> Müdür @"_s);
    row("Vietnamese", "Họ;Tên;Email\nNguyễn;Hoa;a@x.example\n", u"Hoa Nguyễn <a@x.example>"_s);
    row("Romanian", "Nume;Prenume\nPopescu;Ioana\n", u"Ioana Popescu"_s);
    row("Greek", "Όνομα;Επώνυμο\nΓιώργος;Παππάς\n", u"Γιώργος Παππάς"_s);
    row("Armenian", "Անուն;Ազգանուն;Էլ. փոստ\nԱնի;Պետրոսյան;a@x.example\n", u"Անի Պետրոսյան <a@x.example>"_s);
    row("Georgian", "სახელი;გვარი\nნინო;ბერიძე\n", u"ნინო ბერიძე"_s);
    row("Hindi", "नाम;उपनाम;ईमेल\nराम;शर्मा;r@x.example\n", u"राम शर्मा <r@x.example>"_s);
    row("Bengali", "নাম;ইমেইল\nরহিম খান;r@x.example\n", u"রহিম খান <r@x.example>"_s);
    row("Tamil", "பெயர்;மின்னஞ்சல்\nகமலா தேவி;k@x.example\n", u"கமலா தேவி <k@x.example>"_s);
    row("two firms of Google",
        "Name,Organization Name,Organization Title\nAnn Lee,Acme ::: Bolt,VP ::: Tutor\n",
        u"Ann Lee VP @ Acme"_s);
    row("a title of the second firm only",
        "Name,Organization Name,Organization Title\nAnn Lee,Acme ::: Bolt, ::: Tutor\n",
        u"Ann Lee  @ Acme"_s);
    row("a firm as a list", "Name,Company\nAnn Lee,\"[\"\"Acme, Inc.\"\"]\"\n", u"Ann Lee  @ Acme, Inc."_s);
    row("a list of Python", "Name,Personal Emails\nAnn Lee,\"['a@x.example', 'b@x.example']\"\n",
        u"Ann Lee <a@x.example> <b@x.example>"_s);
    row("a handle", "Name,LinkedIn\nAnn Lee,@annlee\n", u"Ann Lee [https://www.linkedin.com/in/annlee]"_s);
    row("a bare handle and an answer", "Name,LinkedIn\nAnn Lee,annlee\nBo Roe,connected\n",
        u"Ann Lee [https://www.linkedin.com/in/annlee] + Bo Roe"_s);
    row("a first name twice is no handle",
        "First Name,Last Name,LinkedIn\nDee,Fox,dee\nDee,Hale,dee\nJo,May,may\n",
        u"Dee Fox + Dee Hale + Jo May"_s);
    row("a first name under Twitter as well",
        "First Name,Last Name,LinkedIn,Twitter\nTobi,Roe,tobi,tobi\nBo,Lee,connected,connected\n",
        u"Tobi Roe [https://www.linkedin.com/in/tobi] + Bo Lee"_s);
    row("a column of handles", "Name,LinkedIn Handle\nAnn Lee,editor\nBo Roe,none\n",
        u"Ann Lee [https://www.linkedin.com/in/editor] + Bo Roe"_s);
    row("a profile among web addresses",
        "Name,URLs\nAnn Lee,https://www.linkedin.com/in/ann-lee; https://twitter.example/ann\n",
        u"Ann Lee [https://www.linkedin.com/in/ann-lee]"_s);
    row("a name beside a surname", "Name,Surname,Email\nOtto Karl,Weber,o@x.example\nAnn,Lee,a@x.example\n",
        u"Otto Karl Weber <o@x.example> + Ann Lee <a@x.example>"_s);
    row("a surname beside a name", "Family Name;Name\nWeber;Otto Karl\n", u"Otto Karl Weber"_s);
    row("the whole name beside a surname", "Name,Last Name\nOtto Weber,Weber\nAnn Lee,Lee\nCy,Doe\n",
        u"Otto Weber + Ann Lee + Cy Doe"_s);
    row("what a program shows beside a surname",
        "Display Name,Last Name,Email\nOweber,Weber,o@x.example\nAcme,Lee,a@x.example\n",
        u"Weber <o@x.example> + Lee <a@x.example>"_s);
    row("a longer surname beside a surname", "Name,Last Name\nWeber-Schmidt,Weber\nAnn Lee,Lee\nCy,Doe\n",
        u"Weber + Ann Lee + Cy Doe"_s);
    row("a firm behind the name",
        "Name,Company,Email\nAnn Lee - Acme,Acme,a@x.example\nBo Roe - Bolt,,b@bolt.example\n"
        "Ana Garcia - Lopez,,ana.lopez@lopez.example\n",
        u"Ann Lee <a@x.example>  @ Acme + Bo Roe <b@bolt.example> + Ana Garcia - Lopez "
        "<ana.lopez@lopez.example>"_s);
    row("the last name twice", "First Name,Last Name\nCy Doe,Doe\nMary Ann,Lee\n",
        u"Cy Doe + Mary Ann Lee"_s);
    row("Dutch", "Voornaam;Tussenvoegsel;Achternaam\nJan;van den;Berg\n", u"Jan van den Berg"_s);
    row("distance on LinkedIn", "Name,School,Degree\nAnn Lee,Yale,2nd\n", u"Ann Lee"_s);
    row("what a form asks",
        "What is your full name?,What is your email?,Where do you work?\nAnn Lee,a@x.example,Acme\n",
        u"Ann Lee <a@x.example>  @ Acme"_s);
    row("recipients on one line",
        "Ann Lee <ann@x.example>; Bob Roe <bob@x.example>; \"Poe, Cal\" <cal@x.example>\n",
        u"Ann Lee <ann@x.example> + Bob Roe <bob@x.example> + Cal Poe <cal@x.example>"_s);
    row("recipients on lines", "Ann Lee <ann@x.example>\nBob Roe <bob@x.example>\n",
        u"Ann Lee <ann@x.example> + Bob Roe <bob@x.example>"_s);
    row("an address in the name",
        "Name,Company\nAnn Lee <ann@x.example>,Acme\nBob Roe (bob@x.example),Acme\n",
        u"Ann Lee <ann@x.example>  @ Acme + Bob Roe <bob@x.example>  @ Acme"_s);
    row("somebody else among the addresses",
        "Name,Email\nAnn Lee,\"Ann Lee <ann@x.example>; Bob Roe <bob@x.example>\"\n",
        u"Ann Lee <ann@x.example>"_s);
    row("an address with a question", "Name,Email\nJay Poe,jay@x.example?subject=hi\n",
        u"Jay Poe <jay@x.example>"_s);
    row("two addresses and a stroke", "Name,Email\nEve Poe,eve@x.example/eve@y.example\n",
        u"Eve Poe <eve@x.example> <eve@y.example>"_s);
    row("objects of another program",
        R"([{"name":"Bob Roe","work_email":"bob@x.example","company":"Acme","title":"VP"}])",
        u"Bob Roe <bob@x.example> VP @ Acme"_s);
    row("answer of a vendor", R"({"total":1,"data":[{"full_name":"Ann Lee","emails":["ann@x.example"]}]})",
        u"Ann Lee <ann@x.example>"_s);
    row("Google's people",
        R"({"connections":[{"names":[{"givenName":"Ann","familyName":"Lee"}],"emailAddresses":[{"value":"ann@x.example"}],)"
        R"("organizations":[{"name":"Acme","title":"CEO"}]}]})",
        u"Ann Lee <ann@x.example> CEO @ Acme"_s);
    row("lists of lists", R"([["Name","Email"],["Ann Lee","ann@x.example"]])", u"Ann Lee <ann@x.example>"_s);
    row("only some of its names are ours",
        R"([{"email":"ann@x.example","city":"Rome"},{"name":"Bo Roe","city":"Oslo"}])",
        u"<ann@x.example> + Bo Roe"_s);
    row("gaps in the first member",
        R"([{"email":"a@x.example","name":"Ann Lee"},{"email":null,"name":"Bob Roe"},{"name":"Cy Doe"}])",
        u"Ann Lee <a@x.example> + Bob Roe + Cy Doe"_s);
    row("one person with lists",
        R"({"name":"Ann Lee","emails":[{"value":"ann@x.example"},{"value":"ann2@x.example"}]})",
        u"Ann Lee <ann@x.example> <ann2@x.example>"_s);
    row("people beside other lists",
        R"({"meta":{"fields":[{"name":"id"},{"name":"mail"}]},"people":[{"name":"Ann Lee","mail":"ann@x.example"}]})",
        u"Ann Lee <ann@x.example>"_s);
    row("later people have more than the first",
        R"({"contacts":[{"name":"Ann Lee","email":"a@x.example"},{"name":"Bo Roe","email":"b@x.example",)"
        R"("company":"Acme"},{"name":"Cy Doe","phone":"+1 202 555 0003"}]})",
        u"Ann Lee <a@x.example> + Bo Roe <b@x.example>  @ Acme + Cy Doe"_s);
    row("people beside firms and tags",
        R"({"data":{"contacts":[{"name":"Ann Lee","email":"a@x.example"},{"name":"Bo Roe"}],)"
        R"("companies":[{"name":"Acme"}]},"tags":["a"]})",
        u"Ann Lee <a@x.example> + Bo Roe"_s);
    row("people by their key beside a number",
        R"({"ann":{"name":"Ann Lee"},"bo":{"name":"Bo Roe","email":"b@x.example"},"total":2})",
        u"Ann Lee + Bo Roe <b@x.example>"_s);
    row("people of somebody who is named as well",
        R"({"name":"Me","email":"me@self.example","contacts":[{"name":"Ann Lee","email":"a@x.example"}]})",
        u"Ann Lee <a@x.example>"_s);
    const QString two = u"Ann Lee <a@x.example> + Bo Roe <b@x.example>"_s;
    row("a club and its people",
        R"({"name":"Chess Club","email":"club@x.example","team":[{"name":"Ann Lee","email":"a@x.example"},)"
        R"({"name":"Bo Roe","email":"b@x.example"}]})",
        two);
    row("somebody with a job and their team",
        R"({"name":"Cy Doe","email":"c@x.example","title":"Director","team":[{"name":"Ann Lee",)"
        R"("email":"a@x.example"}]})",
        u"Cy Doe <c@x.example> Director @"_s);
    row("an event and its mentors",
        R"({"name":"Mixer 2026","phone":"+1 202 555 0101","mentors":[{"name":"Ann Lee","email":"a@x.example"},)"
        R"({"name":"Bo Roe","email":"b@x.example"}]})",
        two);
    row("whose list it is",
        R"({"profile":{"fullName":"Me Self","email":"me@self.example"},)"
        R"("network":[{"name":"Ann Lee","email":"a@x.example"},{"name":"Bo Roe","email":"b@x.example"}]})",
        two + u" + Me Self <me@self.example>"_s);
    row("one person and their references",
        R"({"name":"Ann Lee","email":"a@x.example","references":[{"name":"Bo Roe","email":"b@x.example"}]})",
        u"Ann Lee <a@x.example>"_s);
    row("one person and their offices",
        R"({"name":"Ann Lee","email":"a@x.example","offices":[{"name":"New York","phone":"+1 202 555 0101"}]})",
        u"Ann Lee <a@x.example>"_s);
    row("people by a key that is a word of ours",
        R"({"Mark":{"name":"Mark Lee","email":"a@x.example"},"Title":{"name":"Title Roe","email":"b@x.example"},)"
        R"("count":2})",
        u"Mark Lee <a@x.example> + Title Roe <b@x.example>"_s);
    row("people by their address and one by a word",
        R"({"a@x.example":{"name":"Ann Lee"},"b@x.example":{"name":"Bo Roe"},"owner":{"name":"Cy Doe"},"v":1})",
        u"Ann Lee <a@x.example> + Bo Roe <b@x.example> + Cy Doe"_s);
    row("two people of one record",
        R"({"lead":{"name":"Ann Lee","email":"a@x.example"},"owner":{"name":"Me","email":"me@x.example"},"v":1})",
        u"Ann Lee <a@x.example>"_s);
    row("one person whose jobs have names",
        R"({"basics":{"name":"Ann Lee","email":"a@x.example"},)"
        R"("work":[{"name":"Acme","position":"VP","url":"https://acme.example"}]})",
        u"Ann Lee <a@x.example> VP @ Acme"_s);
    row("one person whose name is a list",
        R"({"names":[{"givenName":"Ann","familyName":"Lee"}],"emailAddresses":[{"value":"a@x.example"}]})",
        u"Ann Lee <a@x.example>"_s);
    row("numbered people with jobs",
        R"({"1":{"name":"Ann Lee","jobs":[{"company":"X"}]},"2":{"name":"Bo Roe"}})",
        u"Ann Lee  @ X + Bo Roe"_s);
    row("a single document of ours",
        R"({"firstName":"Ann","lastName":"Lee","positions":[{"company":"Acme","title":"CEO"}]})",
        u"Ann Lee CEO @ Acme"_s);
    row("one name in two members",
        R"([{"name":"Ann Lee","email":"a@x.example","profile":{"email":"b@x.example"}}])",
        u"Ann Lee <a@x.example> <b@x.example>"_s);
    row("an id like ours", R"([{"id":"abcdefghij0123456789","fullName":"Ann Lee","email":"ann@x.example"}])",
        u"Ann Lee <ann@x.example>"_s);
    row("very deep",
        "[{\"name\":\"Ann Lee\",\"email\":\"a@x.example\",\"x\":" + QByteArray(500, '[')
                + QByteArray(500, ']') + "}]",
        u"Ann Lee <a@x.example>"_s);
    row("a comment behind an address", "Name,Email\nAnn Lee,ann@x.example (work)\n",
        u"Ann Lee <ann@x.example>"_s);
    row("a name behind an address", "Email\nann@x.example (Ann Lee)\n", u"Ann Lee <ann@x.example>"_s);
    row("what addresses are for", "Name,Email\nAnn Lee,\"Work <a@x.example>; Home <a@y.example>\"\n",
        u"Ann Lee <a@x.example> <a@y.example>"_s);
    row("a professor", "Name,Job Title,Company\nAnn Lee,Professor,MIT\n", u"Ann Lee Professor @ MIT"_s);
    row("Dutch with one name column", "Naam,Tussenvoegsel,Email\nJan Berg,van den,jan@x.example\n",
        u"Jan van den Berg <jan@x.example>"_s);
    row("notes above the names", "From: list of people\nDate: 2024\nName,Email\nAnn,ann@x.example\n",
        u"Ann <ann@x.example>"_s);
    row("an escape in UTF-8", "Name,Email,Notes\nJos\xC3\xA9,a@x.example,\"\x1b$ here\"\n",
        u"José <a@x.example>"_s);
    row("people by their key", R"({"ann@x.example":{"name":"Ann Lee"},"bo@x.example":{"name":"Bo Roe"}})",
        u"Ann Lee <ann@x.example> + Bo Roe <bo@x.example>"_s);
    row("an address of Exchange", "Name,Email\nAnn Lee,SMTP:ann@x.example\n", u"Ann Lee <ann@x.example>"_s);
    row("an address in brackets", "Name,Email\nAnn Lee,Ann Lee (ann@x.example)\n",
        u"Ann Lee <ann@x.example>"_s);
    row("our own way to write", R"([{"firstName":"Ann","lastName":"Lee","positions":[{"company":"Acme"}]}])",
        u"Ann Lee  @ Acme"_s);
}

void ForeignTablesTest::people()
{
    QFETCH(QByteArray, bytes);
    QTEST(linesOf(peopleOf(bytes)), "expected");
}

void ForeignTablesTest::phones_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *what, const QByteArray &bytes, const QStringList &expected) {
        QTest::newRow(what) << bytes << expected;
    };
    row("the same number twice", "Name,Phone,Mobile\nAnn Lee,2125550100,(212) 555-0100\n",
        {u"mobile:2125550100"_s});
    row("several in one cell", "Name,Phone\nAnn Lee,+1 917 555 0100 / +1 212 555 0100\n",
        {u":+1 917 555 0100"_s, u":+1 212 555 0100"_s});
    row("an extension", "Name,Phone\nAnn Lee,\"212-555-0100, ext. 12\"\n", {u":212-555-0100, ext. 12"_s});
    row("numbers in letters", "Name,Email,Phone,Mobile\nAnn Lee,a@x.example,1-800-FLOWERS,1-800-CONTACTS\n",
        {u":1-800-FLOWERS"_s, u"mobile:1-800-CONTACTS"_s});
    row("of nine digits without names of columns",
        "Luc\xC3\xAD"
        "a Garc\xC3\xAD"
        "a,lucia@x.example,612345678\n",
        {u":612345678"_s});
    row("of eight digits without names of columns", "Tan Wei Ling,weiling@x.example,91234567\n",
        {u":91234567"_s});
    row("in a typed line", "Ann Lee - Acme - ann@x.example - 612345678\n", {u":612345678"_s});
    row("with its country", "Name,Home Phone,Work Phone\nAnn Lee,030 1234567,+49 30 1234567\n",
        {u"home:+49 30 1234567"_s});
    row("words", "Name,Email,Phone\nAnn Lee,a@x.example,ask Cal\n", {});
    row("fax last",
        "First Name,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,E-mail 1 - Value\n"
        "Ann,Work Fax,212 555 0199,Mobile,212 555 0100,a@x.example\n",
        {u"mobile:212 555 0100"_s, u"work fax:212 555 0199"_s});
    row("the same in a card",
        "BEGIN:VCARD\nVERSION:3.0\nFN:Ann Lee\nTEL;TYPE=FAX:+12125550199\nTEL:+12125550100\n"
        "TEL;TYPE=CELL:(212) 555-0100\nEND:VCARD\n",
        {u"mobile:+12125550100"_s, u"fax:+12125550199"_s});
}

void ForeignTablesTest::phones()
{
    QFETCH(QByteArray, bytes);
    const ReadPeople read = peopleOf(bytes);
    QCOMPARE(read.people.size(), size_t {1});
    QTEST(phonesOf(read.people.front()->contact), "expected");
}

void ForeignTablesTest::told_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    QTest::newRow("two people in a cell")
            << QByteArray("Name,Email\nAnn Lee and Bob Roe,a@x.example\n") << u"may be several people"_s;
    QTest::newRow("somebody else's address")
            << QByteArray("Name,Email\nAnn Lee,\"Ann Lee <ann@x.example>; Bob Roe <bob@x.example>\"\n")
            << u"bears another name, Bob Roe"_s;
    QTest::newRow("no number") << QByteArray("Name,Email,Phone\nAnn Lee,a@x.example,ask Cal\n")
                               << u"\"ask Cal\" is no telephone number"_s;
    QTest::newRow("a title above the table") << QByteArray("Spring list\nName,Email\nAnn Lee,a@x.example\n")
                                             << u"title above the table was not kept: Spring list"_s;
    QTest::newRow("lists that are not read")
            << QByteArray(R"({"contacts":[{"name":"Ann Lee"}],"companies":[{"name":"Acme"}]})")
            << u"not read: companies"_s;
    QTest::newRow("who is named beside a list")
            << QByteArray(R"({"name":"Chess Club","members":[{"name":"Ann Lee"}]})")
            << u"not \"Chess Club\""_s;
    QTest::newRow("an answer under LinkedIn")
            << QByteArray("Name,Email,LinkedIn\nAnn Lee,a@x.example,connected\n")
            << u"\"connected\" is no web address"_s;
    QTest::newRow("no rows") << QByteArray("Name,Email\n") << u"no row below the column names"_s;
}

void ForeignTablesTest::told()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    const ReadPeople read = peopleOf(bytes);
    QCOMPARE(read.warnings.size(), 1);
    QVERIFY2(read.warnings.constFirst().reason.contains(words),
             qPrintable(read.warnings.constFirst().reason));
}

void ForeignTablesTest::keptColumns()
{
    const ReadPeople read = peopleOf(
            "Name,Email,Priority,Private,Initials\nAnn Lee,a@x.example,High,p@x.example,AL\n");
    QCOMPARE(read.people.size(), size_t {1});
    const Contact &contact = read.people.front()->contact;
    QCOMPARE(column(contact, "Priority"), u"High"_s);
    QCOMPARE(column(contact, "Initials"), u"AL"_s);
    const ReadPeople tags = peopleOf(
            "Name,Email,Tags\nAnn,a@x.example,\"\"\"Alumni\"\",\"\"Speaker, VIP\"\"\"\n");
    QCOMPARE(peopleOf("Name,Email,Tags\nAnn,a@x.example,\"5\"\" wafers, Alumni\"\n")
                     .people.front()
                     ->contact.tags,
             (QStringList {u"5\" wafers"_s, u"Alumni"_s}));
    QCOMPARE(tags.people.front()->contact.tags, (QStringList {u"Alumni"_s, u"Speaker, VIP"_s}));
    const ReadPeople classes = peopleOf("Name,School,Class Year(s)\nAnn Lee,Yale,\"2009, 2013\"\n");
    QCOMPARE(column(classes.people.front()->contact, "Class Year(s)"), u"2009, 2013"_s);
    QCOMPARE(classes.people.front()->contact.schools.constFirst().to, u"2009"_s);
    const auto tagsOf = [](const QByteArray &cell) {
        return peopleOf("Name,Tags\nAnn Lee," + cell + "\n").people.front()->contact.tags;
    };
    QCOMPARE(tagsOf("#alumni #nyc"), (QStringList {u"alumni"_s, u"nyc"_s}));
    QCOMPARE(tagsOf("\"[\"\"alumni\"\",\"\"NYC, NY\"\"]\""), (QStringList {u"alumni"_s, u"NYC, NY"_s}));
    const ReadPeople firms = peopleOf("Name,Companies\nAnn Lee,Acme; Bolt\n");
    QCOMPARE(firms.people.front()->contact.positions.value(1).company, u"Bolt"_s);
    const Contact tutor = peopleOf("Name,Organization Name,Organization Title\nAnn Lee,Acme ::: Bolt, ::: "
                                   "Tutor\n")
                                  .people.front()
                                  ->contact;
    QCOMPARE(tutor.positions.value(1).title, u"Tutor"_s);
    const ReadPeople described = peopleOf("Name,Description,Notes\nAnn Lee,Builder,met\n");
    QCOMPARE(described.people.front()->contact.notes, u"met"_s);
    QCOMPARE(column(described.people.front()->contact, "Description"), u"Builder"_s);
    const auto workOf = [](const QByteArray &cell) {
        return peopleOf("First,Last,Work\nAnn,Lee," + cell + "\n").people.front()->contact.phone();
    };
    QCOMPARE(workOf("+1 202 555 0101"), u"+1 202 555 0101"_s);
    QCOMPARE(workOf("2025550101"), u"2025550101"_s);
    QCOMPARE(workOf("2019-2023"), QString());
    QCOMPARE(workOf("20231234"), QString());
    QCOMPARE(workOf("612345678"), u"612345678"_s);
    QCOMPARE(workOf("4711001\nBo,Roe,4711002\nCy,Doe,4711003"), QString());
    QCOMPARE(workOf("4711001\nBo,Roe,4892642\nCy,Doe,4655103"), u"4711001"_s);
    QVERIFY(peopleOf("Name,Email\n\"Ann Lee, she/her\",a@x.example\n").warnings.isEmpty());
    QVERIFY(peopleOf("Name,Email\nAnn Lee (she/her),a@x.example\n").warnings.isEmpty());
    const ReadPeople halves = peopleOf("First Name,Last Name,Email\n???,-/-,a@x.example\n");
    QCOMPARE(column(halves.people.front()->contact, "First name"), u"???"_s);
    QCOMPARE(column(halves.people.front()->contact, "Last name"), u"-/-"_s);
    const ReadPeople signs = peopleOf("Name,Email\n???,a@x.example\n");
    QCOMPARE(column(signs.people.front()->contact, "Name"), u"???"_s);
    QCOMPARE(signs.people.front()->contact.name(), QString());
}

void ForeignTablesTest::whatIsNotOurs()
{
    const auto onlyOf = [](const QByteArray &bytes) { return peopleOf(bytes).people.at(0)->contact; };
    const Contact attendee = onlyOf("Attendee Name,Attendee Status\nAnn Lee,Checked in\n");
    QCOMPARE(attendee.status, QString());
    QCOMPARE(column(attendee, "Attendee Status"), u"Checked in"_s);
    const Contact record = onlyOf("Full Name,Email,Status\nAnn Lee,a@x.example,Active\n");
    QCOMPARE(record.status, QString());
    const Contact distant = onlyOf("Name,School,Degree\nAnn Lee,Yale,2nd\n");
    QCOMPARE(distant.schools.value(0).degree, QString());
    const Contact employed = onlyOf("Name,Employment - Status,Education - City,Position - City,City\nAnn "
                                    "Lee,Full-time,Rome,Oslo,Bern\n");
    QCOMPARE(employed.status, QString());
    QCOMPARE(column(employed, "Education - City"), u"Rome"_s);
    QCOMPARE(employed.city, u"Bern"_s); // theirs, not their job's, which stands first
    QCOMPARE(column(employed, "Position - City"), u"Oslo"_s);
    QCOMPARE(onlyOf("Name,Current position - City,City\nAnn Lee,Boston,\n").city, u"Boston"_s);
    QCOMPARE(onlyOf("Name,Email,Mailing City\nAnn,a@x.example,Boston\n").city, u"Boston"_s);
}

void ForeignTablesTest::cards_data()
{
    QTest::addColumn<QByteArray>("properties");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a spouse's address")
            << QByteArray("FN:Ann Lee\nEMAIL:a@x.example\nitem1.EMAIL:bo@y.example\n"
                          "item1.X-ABLabel:_$!<Spouse>!$_\n")
            << u"Ann Lee <a@x.example>"_s;
    QTest::newRow("no name") << QByteArray("FN:(No Name)\nEMAIL:a@x.example\n") << u"<a@x.example>"_s;
    QTest::newRow("a number for a name")
            << QByteArray("N:;+12125550100\nEMAIL:a@x.example\n") << u"<a@x.example>"_s;
    QTest::newRow("no firm behind the name")
            << QByteArray("FN:Maria Garcia - Lopez\nORG:Acme\n") << u"Maria Garcia - Lopez  @ Acme"_s;
    QTest::newRow("no aside of what is in the name")
            << QByteArray("FN:Ann (Lee)\nN:Lee;Ann;;;\n") << u"Ann Lee"_s;
    QTest::newRow("one profile twice")
            << QByteArray("FN:Ann Lee\nURL:https://www.linkedin.com/in/ann-lee-1\n"
                          "X-SOCIALPROFILE;TYPE=linkedin:http://linkedin.com/in/ann-lee-1/\n")
            << u"Ann Lee [https://www.linkedin.com/in/ann-lee-1]"_s;
}

void ForeignTablesTest::cards()
{
    QFETCH(QByteArray, properties);
    const ReadPeople read = peopleOf("BEGIN:VCARD\nVERSION:3.0\n" + properties + "END:VCARD\n");
    QCOMPARE(read.people.size(), size_t {1});
    QCOMPARE(read.people.front()->contact.links.size(), properties.contains("URL") ? 1 : 0);
    QTEST(inWords(read.people.front()->contact), "expected");
    QVERIFY(!read.people.front()->contact.extra.contains("nameAside"));
}

void ForeignTablesTest::noteCutAtSoftBreak()
{
    const ReadPeople read = peopleOf("BEGIN:VCARD\nVERSION:2.1\nN:Lee;Ann\nEMAIL:a@x.example\n"
                                     "NOTE;ENCODING=QUOTED-PRINTABLE:met at the fair=\nEND:VCARD\n");
    QCOMPARE(read.people.size(), size_t {1});
    QCOMPARE(read.people.front()->contact.notes, u"met at the fair"_s);
    QVERIFY(read.warnings.isEmpty());
}
