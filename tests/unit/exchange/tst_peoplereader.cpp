// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/peoplereader.h"
#include "model/contactdocument.h"
#include "tests.h"
#include "words.h"

#include <QStringEncoder>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::exchange;

Q_DECLARE_METATYPE(crema::exchange::Format)

void PeopleReaderTest::aGuessedEncodingIsTold()
{
    const auto old = peopleOf("First name,Last name,Email\nZo\xEB,M\xFCller,zoe@x.example\n");
    QCOMPARE(old.people.size(), 1U);
    QCOMPARE(old.people.front()->contact.firstName, u"Zoë"_s);
    QCOMPARE(old.warnings.size(), 1);
    QCOMPARE(old.warnings.first().row, 1);
    QVERIFY(old.warnings.first().reason.contains("Windows-1252"_L1));
    QVERIFY(peopleOf("First name,Last name,Email\nZo\xC3\xAB,Roe,zoe@x.example\n").warnings.isEmpty());
    const auto mended = peopleOf("First name,Last name\nZo\xC3\xAB,Roe\nJos\xE9,Paz\n");
    QCOMPARE(mended.people.size(), 2U);
    QCOMPARE(mended.people[0]->contact.firstName, u"Zoë"_s);
    QCOMPARE(mended.people[1]->contact.firstName, u"José"_s);
    QCOMPARE(mended.warnings.size(), 1);
}

void PeopleReaderTest::table_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QStringList>("people");
    const QStringList ann {u"2: Ann Lee <ann@x.example> Analyst @ Acme"_s};
    QTest::newRow("short names") << QByteArray(
            "fname,surname,e-mail,organization,role\nAnn,Lee,ann@x.example,Acme,Analyst\n")
                                 << ann;
    QTest::newRow("surnames that look like nothing")
            << QByteArray("First name,Last name,Email\nHosung,Na,na@x.example\nNan,Li,li@x.example\n"
                          "Bea,N/A,bea@x.example\nNa,Na,who@x.example\nCy,null,cy@x.example\n")
            << QStringList {u"2: Hosung Na <na@x.example>"_s, u"3: Nan Li <li@x.example>"_s,
                            u"4: Bea <bea@x.example>"_s, u"5: <who@x.example>"_s, u"6: Cy <cy@x.example>"_s};
    QTest::newRow("in Outlook's apostrophes")
            << QByteArray("First name,Last name,Email\n'Ann',Lee,'ann@x.example'\n")
            << QStringList {u"2: Ann Lee <ann@x.example>"_s};
    QTest::newRow("an account's name is no email where there is one")
            << QByteArray("DisplayName,UserPrincipalName,Mail\nAnn "
                          "Lee,alee@corp.onmicrosoft.example,ann@x.example\n")
            << QStringList {u"2: Ann Lee <ann@x.example>"_s};
    QTest::newRow("an account's name alone")
            << QByteArray("DisplayName,UserPrincipalName\nAnn Lee,ann@x.example\n")
            << QStringList {u"2: Ann Lee <ann@x.example>"_s};
    QTest::newRow("a count in brackets below") << QByteArray("Name,Email\nAnn Lee,ann@x.example\n(1 rows)\n")
                                               << QStringList {u"2: Ann Lee <ann@x.example>"_s};
    QTest::newRow("what database programs leave below") << QByteArray(
            "Name,Email\n----------,-----\nAnn Lee,ann@x.example\nBo Roe,\\N\n2 row(s) returned\n2 rows in "
            "set (0.00 sec)\n"
            "Completion time: 2024-01-01T00:00:00\nTime: 1.234 ms\n-- end of file --\n(2 Zeilen)\n")
                                                        << QStringList {u"3: Ann Lee <ann@x.example>"_s,
                                                                        u"4: Bo Roe"_s};
    QTest::newRow("Airtable's looked-up columns are somebody else's")
            << QByteArray("Name,Email,Email (from Manager)\nAnn Lee,,max@x.example\n")
            << QStringList {u"2: Ann Lee"_s};
    QTest::newRow("semicolons") << QByteArray(
            "Vorname;Nachname;E-Mail-Adresse;Firma;Position\r\nAnn;Lee;ann@x.example;Acme;Analyst\r\n")
                                << ann;
    QTest::newRow("tabs") << QByteArray(
            "prénom\tnom\tcourriel\tsociété\tposte\nAnn\tLee\tann@x.example\tAcme\tAnalyst\n")
                          << ann;
    QTest::newRow("Spanish") << QByteArray(
            "nombre,apellidos,correo electrónico,empresa,cargo\nAnn,Lee,ann@x.example,Acme,Analyst\n")
                             << ann;
    QTest::newRow("last name called Name")
            << QByteArray("Name;Vorname;E-Mail;Firma;Position\nLee;Ann;ann@x.example;Acme;Analyst\n") << ann;
    QTest::newRow("full name beside the first")
            << QByteArray("First name,Name,Email,Company,Role\nAnn,Ann Lee,ann@x.example,Acme,Analyst\n")
            << QStringList {u"2: Ann Lee <ann@x.example> Analyst @ Acme"_s};
    QTest::newRow("nombre alone") << QByteArray(
            "nombre,correo,empresa,cargo\nAnn Lee,ann@x.example,Acme,Analyst\n")
                                  << ann;
    QTest::newRow("sep line") << QByteArray(
            "sep=;\nname;email;company;title\nAnn Lee;ann@x.example;Acme;Analyst\n")
                              << ann;
    QTest::newRow("full name") << QByteArray(
            "Name,Email,Employer,Job\n\"Lee, Ann\",ann@x.example,Acme,Analyst\n")
                               << ann;
    QTest::newRow("titles above") << QByteArray(
            "My contacts,,,\n\nName,Email,Company,Title\nAnn Lee,ann@x.example,Acme,Analyst\n")
                                  << QStringList {u"4: Ann Lee <ann@x.example> Analyst @ Acme"_s};
    QTest::newRow("unknown names above addresses")
            << QByteArray("wer,woher,wohin\nx,y,ann@x.example\nx,y,bob@x.example\n")
            << QStringList {u"2: <ann@x.example>"_s, u"3: <bob@x.example>"_s};
    QTest::newRow("address column of emails") << QByteArray("Name,Address\nAnn Lee,ann@x.example\n")
                                              << QStringList {u"2: Ann Lee <ann@x.example>"_s};
    QTest::newRow("one column") << QByteArray("email\nann@x.example\nbob@x.example\n")
                                << QStringList {u"2: <ann@x.example>"_s, u"3: <bob@x.example>"_s};
    QTest::newRow("short and long rows")
            << QByteArray("name,email,company\nAnn Lee\nBob Roe,bob@x.example,Acme,surplus\n")
            << QStringList {u"2: Ann Lee"_s, u"3: Bob Roe <bob@x.example>  @ Acme"_s};
    QTest::newRow("blank rows between") << QByteArray("name,email\n\nAnn Lee,\n,\n\nBob Roe,\n")
                                        << QStringList {u"3: Ann Lee"_s, u"6: Bob Roe"_s};
    QTest::newRow("line ends in cells")
            << QByteArray("name,notes,company\n\"Ann Lee\",\"one\ntwo\",Acme\nBob Roe,,Bolt\n")
            << QStringList {u"2: Ann Lee  @ Acme"_s, u"3: Bob Roe  @ Bolt"_s};
    QTest::newRow("quote never closed") << QByteArray("name,company\n\"Ann Lee,Acme\nBob Roe,Bolt\n")
                                        << QStringList {u"2: \"Ann Lee  @ Acme"_s, u"3: Bob Roe  @ Bolt"_s};
    QTest::newRow("placeholders") << QByteArray("name,email,company\nAnn Lee,Not available,N/A\n")
                                  << QStringList {u"2: Ann Lee"_s};
    QTest::newRow("two emails in a cell") << QByteArray("name,email\nAnn Lee,a@x.example; b@x.example\n")
                                          << QStringList {u"2: Ann Lee <a@x.example> <b@x.example>"_s};
    QTest::newRow("two email columns")
            << QByteArray("name,Work Email,Personal Email\nAnn Lee,a@x.example,b@x.example\n")
            << QStringList {u"2: Ann Lee <a@x.example> <b@x.example>"_s};
    QTest::newRow("profile in a website column")
            << QByteArray("name,website\nAnn Lee,linkedin.com/in/ann\n")
            << QStringList {u"2: Ann Lee [https://linkedin.com/in/ann]"_s};
    QTest::newRow("profile alone") << QByteArray("company,LinkedIn\nAcme,https://www.linkedin.com/in/ann\n")
                                   << QStringList {u"2: [https://www.linkedin.com/in/ann]  @ Acme"_s};
    QTest::newRow("name in the address") << QByteArray("email,company\nAnn Lee <ann@x.example>,Acme\n")
                                         << QStringList {u"2: Ann Lee <ann@x.example>  @ Acme"_s};
    QTest::newRow("address in the name's place")
            << QByteArray("Name,Company\nann@x.example,Acme\nBob Roe,Bolt\n")
            << QStringList {u"2: <ann@x.example>  @ Acme"_s, u"3: Bob Roe  @ Bolt"_s};
    QTest::newRow("names of other scripts")
            << QByteArray("名,姓,会社\n小明,王,東京\n") << QStringList {u"2: 小明 王  @ 東京"_s};
    QTest::newRow("Excel-safe apostrophes") << QByteArray("name,company,notes\nAnn Lee,'=Acme,'-\n")
                                            << QStringList {u"2: Ann Lee  @ =Acme"_s};
    QTest::newRow("old Mac line ends") << QByteArray("name,email\rAnn Lee,ann@x.example\r")
                                       << QStringList {u"2: Ann Lee <ann@x.example>"_s};
}

void PeopleReaderTest::table()
{
    QFETCH(QByteArray, file);
    const auto read = readPeople(file);
    VERIFY_OK(read);
    QTEST(inWords(*read), "people");
    const auto shown = preview(file);
    VERIFY_OK(shown);
    QVERIFY(shown->exactCount);
}

void PeopleReaderTest::encodings_data()
{
    QTest::addColumn<QByteArray>("file");
    const QString text = u"Vorname;Nachname;Firma\r\nJürgen;Größl;Bäckerei\r\n"_s;
    QStringEncoder le(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
    const QByteArray utf16 = le(text);
    QTest::newRow("UTF-8") << text.toUtf8();
    QTest::newRow("UTF-8 with mark") << "\xEF\xBB\xBF" + text.toUtf8();
    QTest::newRow("UTF-16LE") << utf16;
    QTest::newRow("UTF-16LE without mark") << utf16.sliced(2);
    QTest::newRow("Windows-1252") << text.toLatin1();
}

void PeopleReaderTest::encodings()
{
    QFETCH(QByteArray, file);
    QCOMPARE(inWords(peopleOf(file)), QStringList {u"2: Jürgen Größl  @ Bäckerei"_s});
}

void PeopleReaderTest::refused_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<Format>("format");
    QTest::addColumn<QString>("saying");
    QTest::newRow("empty") << QByteArray() << Format::automatic << u"is empty"_s;
    QTest::newRow("only blanks") << QByteArray(" \r\n\n ") << Format::automatic << u"is empty"_s;
    QTest::newRow("only a mark") << QByteArray("\xEF\xBB\xBF") << Format::automatic << u"is empty"_s;
    QTest::newRow("a letter") << QByteArray("Dear Sir or Madam,\nthank you for nothing.\n1 2 3\n")
                              << Format::automatic << u"No column holds a name"_s;
    QTest::newRow("a table of something else") << QByteArray("price,amount\n1,2\n3,4\n") << Format::automatic
                                               << u"(the columns: price, amount)"_s;
    QTest::newRow("not LinkedIn") << QByteArray("Name,Email\nAnn Lee,a@x.example\n") << Format::linkedin
                                  << u"not LinkedIn's Connections.csv"_s;
    QTest::newRow("not a vCard") << QByteArray("Name,Email\nAnn Lee,a@x.example\n") << Format::vcard
                                 << u"\"vcard\"; it looks like \"csv\""_s;
    QTest::newRow("a vCard as CSV") << QByteArray("BEGIN:VCARD\nEND:VCARD\n") << Format::csv
                                    << u"\"csv\"; it looks like \"vcard\""_s;
    QTest::newRow("text of a QR code")
            << QByteArray("MECARD:N:Doe,Sean;EMAIL:s@x.example;;") << Format::automatic << u"QR code"_s;
    QTest::newRow("broken JSON") << QByteArray("[{\"firstName\": ") << Format::automatic
                                 << u"not valid JSON"_s;
    QTest::newRow("one endless line") << QByteArray(3'000'000, 'x') << Format::automatic
                                      << u"Row 1 (line 1), column 1 holds more than"_s;
    QTest::newRow("an endless cell further down")
            << "name\nAnn\n" + QByteArray(3'000'000, 'x') << Format::automatic << u"Row 3 (line 3)"_s;
}

void PeopleReaderTest::refused()
{
    QFETCH(QByteArray, file);
    QFETCH(Format, format);
    QFETCH(QString, saying);
    ReadOptions options;
    options.format = format;
    options.fileName = u"people.csv"_s;
    options.limits.importCellCharacters = 1'000'000;
    const auto read = readPeople(file, options);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::rejectedInput);
    QVERIFY2(read.error().text.contains(saying), qPrintable(read.error().text));
    QVERIFY2(read.error().text.startsWith(u"people.csv"_s), qPrintable(read.error().text));
}

void PeopleReaderTest::ownListsOfLinkedin_data()
{
    QTest::addColumn<QString>("fileName");
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("part"); // none: people
    const auto row = [](const char *what, const QString &fileName, const QByteArray &file,
                        const QString &part) { QTest::newRow(what) << fileName << file << part; };
    row("languages", u"Languages.csv"_s, "Name,Proficiency\nGerman,Native\n", u"Languages"_s);
    row("skills, saved again", u"Skills (1).csv"_s, "Name\nPython\n", u"Skills"_s);
    row("skills of two words", u"Skills.csv"_s,
        "Name\nPython\nFinancial Modeling\nMicrosoft Excel\nPublic Speaking\nData Analysis\nLeadership\n",
        u"Skills"_s);
    row("courses", u"Courses.csv"_s,
        "Name,Number\nCorporate Finance,FIN 401\nOrganic Chemistry,CHEM 201\nIntroduction to Psychology,\n",
        u"Courses"_s);
    row("organizations", u"Organizations (1).csv"_s,
        "Name,Position,Description\nHarvard Consulting Club,Member,\nSociety of Women Engineers,,\n",
        u"Organizations"_s);
    row("job applications", u"Job_Applications_2.csv"_s,
        "Application Date,Contact Email,Contact Phone Number,Company Name\n5/1/26,me@x.example,,Acme\n",
        u"Job Applications"_s);
    row("names and telephones", u"people.csv"_s, "Name,Number\nAnn Lee,+1 202 555 0101\n", {});
    row("speakers", u"speakers.csv"_s, "Name,Position,Description,Email\nAnn Lee,VP,Talks,a@x.example\n", {});
    row("people called courses", u"Courses.csv"_s, "Name,Email\nAnn Lee,a@x.example\n", {});
    const QByteArray certificates =
            "Name,Url,Authority,Started On,Finished On,License Number\nAWS,,Amazon,May 2023,,1\n";
    row("under any name", u"download.csv"_s, certificates, u"Certifications"_s);
    row("a copy", u"Certifications copy.csv"_s, certificates, u"Certifications"_s);
    row("a copy of Windows", u"Languages - Copy.csv"_s, "Name,Proficiency\nGerman,Native\n", u"Languages"_s);
    row("a copy of a browser", u"Languages-1.csv"_s, "Name,Proficiency\nGerman,Native\n", u"Languages"_s);
    row("own addresses", u"Email Addresses.csv"_s,
        "Email Address,Confirmed,Primary,Updated On\nme@x.example,Yes,Yes,1/1/20\n", u"Email Addresses"_s);
    row("own profile", u"Profile.csv"_s,
        "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo "
        "Location,Twitter Handles,Websites,Instant Messengers\nAda,Quill,,,,Boss,,,,,,,\n",
        u"Profile"_s);
    row("who took courses", u"Courses.csv"_s, "Name,Number\nAnn Lee,101\nBob Roe,102\n", {});
    row("who speaks what", u"Languages (1).csv"_s,
        "Name,Proficiency\nJosé García López,B2\nAnna Fleming,C1\n", {});
    row("people of skills", u"Skills.csv"_s, "Name\nAnn Lee\nBob Browning\nDi Manning\nMary-Jo King\n", {});
    row("people of organizations", u"organizations 2.csv"_s,
        "Name,Position,Description\nJan van der Berg,CEO,Nice\nBob Roe,CFO,Met\n", {});
    row("people with a skill", u"Skills.csv"_s, "Name,Email,Skill\nAnn Lee,a@x.example,Python\n", {});
    row("people who speak", u"Languages.csv"_s, "Name,Proficiency,Email\nAnn Lee,B2,a@x.example\n", {});
    row("addresses of others", u"Email Addresses.csv"_s, "Email Address,Name\na@x.example,Ann Lee\n", {});
    row("interns", u"interns.csv"_s, "Name,Position,Description\nAnn Lee,Intern,Fast\n", {});
    row("who has a skill", u"skills workshop.csv"_s, "Name\nAnn Lee\n", {});
}

void PeopleReaderTest::ownListsOfLinkedin()
{
    QFETCH(QString, fileName);
    QFETCH(QByteArray, file);
    QFETCH(QString, part);
    ReadOptions options;
    options.fileName = fileName;
    const auto read = readPeople(file, options);
    QCOMPARE(read.has_value(), part.isEmpty());
    QCOMPARE(preview(file, options).has_value(), part.isEmpty()); // which comes first in the window
    if (!read) {
        QVERIFY2(read.error().text.contains(u"These are the %1 of"_s.arg(part)),
                 qPrintable(read.error().text));
    }
}

void PeopleReaderTest::chosenInSpiteOfFileName()
{
    ReadOptions options;
    options.fileName = u"Skills.csv"_s;
    options.format = Format::csv;
    const auto read = readPeople("Name\nMadonna\nCher\n", options);
    QVERIFY(read);
    QCOMPARE(read->people.size(), size_t {2});
}

void PeopleReaderTest::invalidRowsAreListed()
{
    const ReadPeople read = peopleOf("name,email,company\n"
                                     ",,Acme\n"
                                     "Ann Lee,,\n"
                                     ",nobody(at)x.example,Acme\n"
                                     "n/a,none,Bolt\n"
                                     "name,email,company\n"
                                     "\"Bob Roe,,Acme\n");
    QCOMPARE(inWords(read), QStringList({u"3: Ann Lee"_s, u"7: \"Bob Roe  @ Acme"_s}));
    QCOMPARE(inWords(read.invalid),
             QStringList({u"2: no name, no email address and no LinkedIn URL"_s,
                          u"4: no name, no LinkedIn URL, and \"nobody(at)x.example\" is no email address"_s,
                          u"5: no name, no email address and no LinkedIn URL"_s,
                          u"6: the column names once more"_s}));
    QCOMPARE(inWords(read.warnings),
             QStringList {u"7: a quotation mark opens a cell and never closes; it was taken as text"_s});
}

void PeopleReaderTest::nothingIsLost()
{
    const ReadPeople read = peopleOf(
            "name,email,linkedin,Connected On,degree,Shoe size,Shoe size,\n"
            "Ann Lee,ann(at)x.example,none of it,some day,MSc,38,39,unnamed,surplus\n");
    QCOMPARE(read.people.size(), 1U);
    const Contact &contact = read.people[0]->contact;
    QCOMPARE(column(contact, "email"), u"ann(at)x.example"_s);
    QCOMPARE(column(contact, "linkedin"), u"none of it"_s);
    QCOMPARE(column(contact, "Connected On"), u"some day"_s);
    QCOMPARE(column(contact, "Shoe size"), u"38"_s);
    QCOMPARE(column(contact, "Shoe size (2)"), u"39"_s);
    QCOMPARE(column(contact, "Column 8"), u"unnamed"_s);
    QCOMPARE(column(contact, "Column 9"), u"surplus"_s);
    QCOMPARE(textAt(contact.extra, "degree"), u"MSc"_s);
    QCOMPARE(inWords(read.warnings),
             QStringList({u"2: \"none of it\" is no web address; it was kept as an extra field"_s,
                          u"2: \"some day\" is no date we can read; it was kept as an extra field"_s,
                          u"2: the row has 9 cells and the table 8 columns; a comma may not be quoted"_s,
                          u"2: \"ann(at)x.example\" is no email address; it was kept as an extra field"_s}));
}

void PeopleReaderTest::noHeader_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QStringList>("people");
    QTest::newRow("full name and email")
            << QByteArray("Ann Lee,ann@x.example\nBob Roe,bob@x.example\n")
            << QStringList {u"1: Ann Lee <ann@x.example>"_s, u"2: Bob Roe <bob@x.example>"_s};
    QTest::newRow("two names, email, profile")
            << QByteArray("Ann,Lee,ann@x.example,linkedin.com/in/ann\nBob,Roe,bob@x.example,linkedin.com/in/"
                          "bob\n")
            << QStringList {u"1: Ann Lee <ann@x.example> [https://linkedin.com/in/ann]"_s,
                            u"2: Bob Roe <bob@x.example> [https://linkedin.com/in/bob]"_s};
    QTest::newRow("emails alone") << QByteArray("ann@x.example\nbob@x.example\n")
                                  << QStringList {u"1: <ann@x.example>"_s, u"2: <bob@x.example>"_s};
    QTest::newRow("with firm and title") << QByteArray(
            "ann@x.example;Ann Lee;Acme GmbH;Sales Manager\nbob@x.example;Bob Roe;Bolt AG;Engineer\n")
                                         << QStringList {
                                                    u"1: Ann Lee <ann@x.example> Sales Manager @ Acme GmbH"_s,
                                                    u"2: Bob Roe <bob@x.example> Engineer @ Bolt AG"_s};
}

void PeopleReaderTest::noHeader()
{
    QFETCH(QByteArray, file);
    const auto shown = preview(file);
    VERIFY_OK(shown);
    QCOMPARE(shown->mapping.headerRow, 0);
    QVERIFY(shown->headers.isEmpty());
    QTEST(inWords(peopleOf(file)), "people");
}

void PeopleReaderTest::mappingCanBeCorrected()
{
    const QByteArray file = "alpha;beta;gamma\nAnn Lee;Acme;1\nBob Roe;Bolt;2\n";
    QVERIFY(!readPeople(file));
    const auto shown = preview(file);
    VERIFY_OK(shown);
    ReadOptions options;
    options.mapping = shown->mapping;
    options.mapping->headerRow = 1;
    options.mapping->columns = {{Field::fullName, 1, {}}, {Field::company, 1, {}}, {Field::ignored, 1, {}}};
    const ReadPeople read = peopleOf(file, options);
    QCOMPARE(inWords(read), QStringList({u"2: Ann Lee  @ Acme"_s, u"3: Bob Roe  @ Bolt"_s}));
    QVERIFY(!read.people[0]->contact.extra.contains("columns"));
    // What was corrected is what the next preview shows.
    const auto again = preview(file, options);
    VERIFY_OK(again);
    QCOMPARE(again->mapping, *options.mapping);
    QCOMPARE(again->rows.size(), 2);
    options.mapping->headerRow = 0;
    QCOMPARE(peopleOf(file, options).people.size(), 3U);
    options.mapping->headerRow = 9;
    QVERIFY(!readPeople(file, options));
}

void PeopleReaderTest::previewShowsTheTable()
{
    const auto shown = preview(fixtureBytes("linkedin_Connections.csv"));
    VERIFY_OK(shown);
    QCOMPARE(formatName(shown->format), u"linkedin"_s);
    QCOMPARE(shown->mapping.delimiter, ',');
    QCOMPARE(shown->mapping.headerRow, 4);
    QCOMPARE(shown->headers,
             QStringList({u"First Name"_s, u"Last Name"_s, u"URL"_s, u"Email Address"_s, u"Company"_s,
                          u"Position"_s, u"Connected On"_s}));
    QStringList fields;
    for (const FieldTarget &target : shown->mapping.columns) {
        fields << fieldName(target.field);
    }
    QCOMPARE(fields,
             QStringList({u"firstName"_s, u"lastName"_s, u"linkedinUrl"_s, u"email"_s, u"company"_s,
                          u"jobTitle"_s, u"connectedOn"_s}));
    QCOMPARE(shown->rowCount, 4);
    QCOMPARE(shown->rows[1][5], u"Engineer \"II\""_s);
    const auto vcard = preview(fixtureBytes("contacts_v3.vcf"));
    VERIFY_OK(vcard);
    QCOMPARE(vcard->rowCount, 1);
    QVERIFY(vcard->headers.contains(u"email"_s));
    QCOMPARE(vcard->rows[0].size(), vcard->headers.size());
}

void PeopleReaderTest::previewCountsLargeFiles()
{
    QByteArray file = "name,email\n";
    for (int i = 0; i < 20000; ++i) {
        file += "Ann Lee,ann" + QByteArray::number(10000 + i) + "@x.example\n";
    }
    const auto shown = preview(file);
    VERIFY_OK(shown);
    QVERIFY(!shown->exactCount);
    QCOMPARE(shown->rows.size(), 50);
    QVERIFY2(std::abs(shown->rowCount - 20000) < 1000, QByteArray::number(shown->rowCount).constData());
}

/// Several threads read a large table: what they give is in the order of the rows, and the dates are judged
/// by the whole column.
void PeopleReaderTest::largeTablesStayInOrder()
{
    constexpr int rows = 9000;
    QByteArray file = "first name,last name,email,connected on\n";
    QStringList people;
    QVector<int> invalid;
    QVector<int> warned;
    for (int i = 0; i < rows; ++i) {
        const int row = i + 2;
        if (i % 7 == 3) {
            file += ",,,03/04/2024\n";
            invalid << row;
            continue;
        }
        const bool bad = i % 11 == 5;
        const QByteArray number = QByteArray::number(i);
        file += "Ann,Lee" + number + "," + (bad ? QByteArray("nowhere") : "ann" + number + "@x.example") + ","
                + (i == rows - 1 ? "25/12/2024" : "03/04/2024") + "\n";
        people << QString::number(row) + u" Lee"_s + QString::number(i);
        if (bad) {
            warned << row;
        }
    }
    const auto read = peopleOf(file);
    QStringList found;
    for (const auto &one : read.people) {
        const contacts::IncomingPerson &person = *one;
        found << QString::number(person.row) + u' ' + person.contact.lastName;
        QCOMPARE(person.contact.connectedOn, person.row == rows + 1 ? u"2024-12-25"_s : u"2024-04-03"_s);
        QVERIFY(person.keys && person.keys->plain == contacts::PersonKeys(person.contact).plain);
    }
    QCOMPARE(found, people);
    const auto rowsOf = [](const QVector<RowNote> &notes) {
        QVector<int> numbers;
        std::ranges::transform(notes, std::back_inserter(numbers), &RowNote::row);
        return numbers;
    };
    QCOMPARE(rowsOf(read.invalid), invalid);
    QCOMPARE(rowsOf(read.warnings), warned);
}

void PeopleReaderTest::stopsAndReports()
{
    const QByteArray file = "name\n" + QByteArray("Ann Lee\n").repeated(5000);
    ReadOptions options;
    std::stop_source source;
    qint64 last = 0;
    options.progress = [&](qint64 done, qint64 total) {
        QVERIFY(done > last && done <= total);
        last = done;
    };
    QCOMPARE(peopleOf(file, options).people.size(), 5000U);
    QVERIFY(last > 0);
    options.stop = source.get_token();
    options.progress = [&](qint64, qint64) { source.request_stop(); };
    const auto read = readPeople(file, options);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::cancelled);
}

void PeopleReaderTest::formatNames()
{
    for (const char *name : {"auto", "csv", "linkedin", "google", "outlook", "vcard", "json"}) {
        const auto format = formatFromName(QString::fromLatin1(name));
        VERIFY_OK(format);
        QCOMPARE(formatName(*format), QString::fromLatin1(name));
    }
    QVERIFY(formatFromName(u"xlsx"_s).error().text.contains(u"linkedin"_s));
}

void PeopleReaderTest::manyColumnsOfOneName()
{
    const QByteArray table = "Name" + QByteArray(",Shoe").repeated(2000) + "\nAnn Lee"
            + QByteArray(",x").repeated(2000) + '\n'; // cubic would be hours
    const ReadPeople read = peopleOf(table);
    QCOMPARE(column(read.people[0]->contact, "Shoe"), u"x"_s);
    QCOMPARE(column(read.people[0]->contact, "Shoe (2000)"), u"x"_s);
}
