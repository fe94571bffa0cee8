// SPDX-License-Identifier: GPL-3.0-or-later
#include "quirktests.h"
#include "words.h"

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::exchange;

namespace {

void row(const char *what, const char *fileName, const char *bytes, const QStringList &people)
{
    QTest::newRow(what) << QString::fromLatin1(fileName) << QByteArray(bytes) << people;
}

void exports()
{
    row("Google", "contacts.csv",
        "First Name,Middle Name,Last Name,Phonetic First Name,Name Prefix,Name Suffix,Nickname,Organization "
        "Name,Organization Title,Birthday,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - "
        "Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value\nAnn,,Lee,,,,,Acme,Analyst,,met in May,* "
        "myContacts,* Work,ann@acme.example,Home,ann@home.example,Mobile,+1 202 555 "
        "0101\nBob,,Roe,,,,,,,,,Alumni ::: * myContacts,,bob@x.example ::: b.roe@y.example,,,,\n",
        {u"Ann Lee <ann@acme.example> <ann@home.example> Analyst @ Acme"_s,
         u"Bob Roe <bob@x.example> <b.roe@y.example>"_s});
    row("Google of before", "google.csv",
        "Name,Given Name,Additional Name,Family Name,Notes,Group Membership,E-mail 1 - Type,E-mail 1 - "
        "Value,Phone 1 - Type,Phone 1 - Value,Organization 1 - Name,Organization 1 - Title\nAnn "
        "Lee,Ann,,Lee,,* myContacts,* Work,ann@acme.example,Mobile,+1 202 555 0101,Acme,Analyst\n",
        {u"Ann Lee <ann@acme.example> Analyst @ Acme"_s});
    row("Outlook", "outlook.csv",
        "First Name,Middle Name,Last Name,Title,E-mail Address,E-mail 2 Address,Home Phone,Mobile "
        "Phone,Company,Job Title,Business "
        "City,Notes,Categories\nAnn,,Lee,Ms.,ann@acme.example,ann@home.example,,+1 202 555 "
        "0101,Acme,Analyst,Oslo,met in May,Alumni\n",
        {u"Ann Lee <ann@acme.example> <ann@home.example> Analyst @ Acme"_s});
    row("Outlook with display names", "outlook2.csv",
        "First Name,Last Name,E-mail Address,E-mail Type,E-mail Display "
        "Name\nAnn,Lee,'ann@acme.example',SMTP,Ann Lee "
        "(ann@acme.example)\nBob,Roe,Bob.Roe@acme.example,SMTP,Bob Roe (Bob.Roe@acme.example)\n",
        {u"Ann Lee <ann@acme.example>"_s, u"Bob Roe <Bob.Roe@acme.example>"_s});
    row("LinkedIn", "Connections.csv",
        "Notes:\n\"When exporting your connection data, you may notice that some of the email addresses are "
        "missing.\"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected "
        "On\nAnn,Lee,https://www.linkedin.com/in/ann-lee,,Acme,Analyst,12 Mar 2024\nBob,\"Roe, "
        "MBA\",https://www.linkedin.com/in/bob-roe,bob@x.example,Bolt,VP,1 Feb 2023\n",
        {u"Ann Lee [https://www.linkedin.com/in/ann-lee] Analyst @ Acme"_s,
         u"Bob Roe <bob@x.example> [https://www.linkedin.com/in/bob-roe] VP @ Bolt"_s});
    row("Recommendations of LinkedIn", "Recommendations_Received.csv",
        "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\nAnn,Lee,Acme,Analyst,She is "
        "great.,\"05/01/20, 10:00 AM\",VISIBLE\n",
        {u"Ann Lee Analyst @ Acme"_s});
    row("Apple", "Ann Lee.vcf",
        "BEGIN:VCARD\r\nVERSION:3.0\r\nPRODID:-//Apple Inc.//macOS 14.1//EN\r\nN:Lee;Ann;;;\r\nFN:Ann "
        "Lee\r\nORG:Acme;\r\nTITLE:Analyst\r\nEMAIL;type=INTERNET;type=WORK;type=pref:ann@acme."
        "example\r\nitem1.EMAIL;type=INTERNET:ann@home.example\r\nitem1.X-ABLabel:_$!<Home>!$_\r\nTEL;type="
        "CELL;type=VOICE:+1 202 555 0101\r\nEND:VCARD\r\n",
        {u"Ann Lee <ann@acme.example> <ann@home.example> Analyst @ Acme"_s});
    row("cards of a phone", "contacts.vcf",
        "BEGIN:VCARD\r\nVERSION:2.1\r\nN:Roe;Bob;;;\r\nFN:Bob "
        "Roe\r\nTEL;CELL:+12025550102\r\nEMAIL;HOME:bob@x.example\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:2."
        "1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=47=72=6F=C3=9F;=5A=6F=C3=AB;;;\r\nEMAIL:zoe@x."
        "example\r\nEND:VCARD\r\n",
        {u"Bob Roe <bob@x.example>"_s, u"Zoë Groß <zoe@x.example>"_s});
}

void typed()
{
    row("alumni", "alumni.csv",
        "Full Name,Class Year,Degree,Employer,Title,Preferred Email,City\n\"Lee, "
        "Ann\",2012,BA,Acme,Analyst,ann@alumni.example,Boston\nBob "
        "Roe,2014,MBA,Bolt,VP,bob@alumni.example,Oslo\n",
        {u"Ann Lee <ann@alumni.example> Analyst @ Acme"_s, u"Bob Roe <bob@alumni.example> VP @ Bolt"_s});
    row("alumni, semicolons", "alumni2.csv",
        "Name;Abschluss;Firma;E-Mail privat;E-Mail geschäftlich\nAnn "
        "Lee;2012;Acme;ann@home.example;ann@acme.example\n",
        {u"Ann Lee <ann@home.example> <ann@acme.example>  @ Acme"_s});
    row("notes typed by hand", "notes.txt",
        "Ann Lee, Acme, ann@acme.example (met at the fair)\nBob Roe - Bolt - VP - bob@bolt.example\n",
        {u"Ann Lee <ann@acme.example>  @ Acme"_s, u"Bob Roe <bob@bolt.example> VP @ Bolt"_s});
    row("typed in blocks", "people.txt",
        "Name: Ann Lee\nEmail: ann@acme.example\nCompany: Acme\n\nName: Bob Roe\nEmail: "
        "bob@x.example\nPhone: +1 202 555 0102\n",
        {u"Ann Lee <ann@acme.example>  @ Acme"_s, u"Bob Roe <bob@x.example>"_s});
    row("recipients", "to.txt",
        "Ann Lee <ann@acme.example>; 'Bob Roe' <bob@x.example>; \"Poe, Cal\" <cal@x.example>\n",
        {u"Ann Lee <ann@acme.example>"_s, u"Bob Roe <bob@x.example>"_s, u"Cal Poe <cal@x.example>"_s});
    row("recipients with their header", "to2.txt",
        "To: Ann Lee <ann@acme.example>, Bob Roe <bob@x.example>\n",
        {u"Ann Lee <ann@acme.example>"_s, u"Bob Roe <bob@x.example>"_s});
    row("recipients called like a provider", "to3.txt",
        "Mac <mac@x.example>; Ann Lee <ann@x.example>; Google <press@google.example>; Alumni Office "
        "<alumni@uni.example>\n",
        {u"Mac <mac@x.example>"_s, u"Ann Lee <ann@x.example>"_s, u"Google <press@google.example>"_s,
         u"Alumni Office <alumni@uni.example>"_s});
    row("recipients with the last name first", "to4.txt",
        "To: Müller, Jörg <joerg@x.example>; Roe, Jane <jane@x.example>\n",
        {u"Jörg Müller <joerg@x.example>"_s, u"Jane Roe <jane@x.example>"_s});
    row("names and addresses", "pasted.txt",
        "Jan van der Berg jan@x.example\nMaria de la Cruz maria@x.example\nAmy Q Fox amy@x.example\n",
        {u"Jan van der Berg <jan@x.example>"_s, u"Maria de la Cruz <maria@x.example>"_s,
         u"Amy Fox <amy@x.example>"_s});
    row("names, colons and addresses", "pasted2.txt", "Ann Lee: ann@x.example\nBob Roe: bob@x.example\n",
        {u"Ann Lee <ann@x.example>"_s, u"Bob Roe <bob@x.example>"_s});
    row("names and addresses in other scripts", "pasted3.csv",
        "Email\n山田太郎 taro@x.example\nיעל כהן yael@x.example\nИван Петров ivan@x.example\n",
        {u"山田太郎 <taro@x.example>"_s, u"יעל כהן <yael@x.example>"_s, u"Иван Петров <ivan@x.example>"_s});
    row("nothing but addresses", "addresses.txt", "ann@acme.example\nbob@x.example\n",
        {u"<ann@acme.example>"_s, u"<bob@x.example>"_s});
}

void others()
{
    row("Markdown", "people.md",
        "| Name | Company | Email |\n|------|---------|-------|\n| Ann Lee | Acme | ann@acme.example |\n| "
        "Bob Roe | Bolt | bob@x.example |\n",
        {u"Ann Lee <ann@acme.example>  @ Acme"_s, u"Bob Roe <bob@x.example>  @ Bolt"_s});
    row("cells of several", "several.csv",
        "Name,Email\nAnn Lee,\"ann@acme.example, ann@home.example\"\nBob Roe,bob@x.example; "
        "b.roe@y.example\nCy Doe,cy@x.example / cy@y.example\nDi Fox,Di Fox <di@x.example>\nEve "
        "Poe,eve@x.example (work)\nMary Ann Lee,Mary Ann Lee <mary@x.example>\nJörg Bo,Jörg Bo "
        "joerg@x.example\n",
        {u"Ann Lee <ann@acme.example> <ann@home.example>"_s, u"Bob Roe <bob@x.example> <b.roe@y.example>"_s,
         u"Cy Doe <cy@x.example> <cy@y.example>"_s, u"Di Fox <di@x.example>"_s, u"Eve Poe <eve@x.example>"_s,
         u"Mary Ann Lee <mary@x.example>"_s, u"Jörg Bo <joerg@x.example>"_s});
    row("Salesforce", "leads.csv",
        "\"First Name\",\"Last Name\",\"Title\",\"Account Name\",\"Email\",\"Phone\",\"Lead "
        "Source\"\n\"Ann\",\"Lee\",\"Analyst\",\"Acme\",\"ann@acme.example\",\"(202) "
        "555-0101\",\"Web\"\n\"Bob\",\"Roe\",\"VP\",\"Bolt\",\"bob@x.example\",\"\",\"\"\n",
        {u"Ann Lee <ann@acme.example> Analyst @ Acme"_s, u"Bob Roe <bob@x.example> VP @ Bolt"_s});
    row("a form's answers", "form.csv",
        "Timestamp,What is your full name?,Email Address,Where do you work?\n1/2/2024 10:00:00,Ann "
        "Lee,ann@acme.example,Acme\n",
        {u"Ann Lee <ann@acme.example>  @ Acme"_s});
    row("notes with quotes and bars", "notes.csv",
        "Name, Email, Notes\nAnn Lee, ann@acme.example, \"said \"\"call me\"\" | then left\nsecond "
        "line\"\nBob Roe, bob@x.example, 5\" wafers\n",
        {u"Ann Lee <ann@acme.example>"_s, u"Bob Roe <bob@x.example>"_s});
    row("students with courses", "Courses.csv", "Name,Email,Course\nAnn Lee,ann@acme.example,Law\n",
        {u"Ann Lee <ann@acme.example>"_s});
    row("speakers of languages", "speakers.csv", "Name,Proficiency\nAnn Lee,C2\nBob Roe,B1\n",
        {u"Ann Lee"_s, u"Bob Roe"_s});
}

} // namespace

void OrdinaryListsTest::people_data()
{
    QTest::addColumn<QString>("fileName");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("people");
    exports();
    typed();
    others();
}

void OrdinaryListsTest::people()
{
    QFETCH(QString, fileName);
    QFETCH(QByteArray, bytes);
    ReadOptions options;
    options.fileName = fileName;
    const ReadPeople read = peopleOf(bytes, options);
    QStringList people;
    for (const auto &person : read.people) {
        people << inWords(person->contact);
        QCOMPARE(column(person->contact, "Email"), QString());
    }
    QTEST(people, "people");
    QCOMPARE(inWords(read.invalid) + inWords(read.warnings), QStringList());
}
