// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli.h"
#include "tests.h"

#include "support/workbooks.h"

#include <QDir>

using namespace crema;
using namespace Qt::StringLiterals;

namespace {

/// A refused file: exit 1, the file named, nothing changed.
void verifyRefused(const Cli &cli, const QStringList &arguments, const QString &name, const QString &saying)
{
    const Answer answer = cli.run(QStringList {u"--json"_s} + arguments);
    VERIFY_EXIT(answer, 1);
    const QString message = textAt(member(answer.json(), "error"), "message");
    QVERIFY2(message.contains(name), qPrintable(message));
    QVERIFY2(message.contains(saying), qPrintable(message));
    QVERIFY(arrayAt(cli.json({u"history"_s}), "operations").empty());
}

} // namespace

void FilesTest::unusableImports_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("saying");
    QTest::newRow("empty") << QByteArray() << u"empty"_s;
    QTest::newRow("blank lines") << QByteArray("\n\n  \n") << u"empty"_s;
    QTest::newRow("a program") << QByteArray("\x7F"
                                             "ELF\2\1\1\0",
                                             8)
                    + QByteArray(5000, '\0')
                               << u"not a table"_s;
    QTest::newRow("a PDF") << QByteArray("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n") << u"PDF"_s;
    QTest::newRow("a zip") << QByteArray("PK\x03\x04\x14\0\0\0", 8) + QByteArray(100, 'x') << u"ZIP"_s;
    QTest::newRow("a letter") << QByteArray("Dear Sir or Madam,\nthank you for nothing.\n1 2 3\n")
                              << u"No column"_s;
    QTest::newRow("another table") << QByteArray("price,amount\n1,2\n") << u"price, amount"_s;
    QTest::newRow("old Cyrillic") << QByteArray(
            "\xC8\xEC\xFF;Email\n\xC8\xE2\xE0\xED;i@x.example\n\xCF\xE5\xF2\xF0\xEE\xE2;p@x.example\n")
                                  << u"UTF-8"_s;
}

void FilesTest::unusableImports()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, saying);
    const Cli cli;
    cli.write(u"people.csv"_s, bytes);
    verifyRefused(cli, words(u"import people.csv"_s), u"people.csv"_s, saying);
}

void FilesTest::otherKindsOfFiles_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("told");
    // Profile.csv and Connections.csv
    QTest::newRow("LinkedIn's ZIP")
            << u"Basic_LinkedInDataExport_01-02-2026.zip"_s
            << QByteArray::fromBase64("UEsDBBQAAAAIAIMYIlyOFHiPGwAAAB8AAAALAAAAUHJvZmlsZS5jc3ZzyywqLlHwS8xN1f"
                                      "FJhLK4fFN1fCuLU3PS"
                                      "uABQSwMEFAAAAAgAgxgiXCGTToKAAAAAkwAAAA8AAABDb25uZWN0aW9ucy5jc3Y1jUEKwj"
                                      "AQAO95RR6wNqXopbcg"
                                      "eiiliuADlmbBxWRTugulv7cXb8MwMFM10t65O69qfsJCMOKf3q8RbgU5+"
                                      "5jSSqpwrWVB2eFZlY2rHEKEZqPkH+Ki"
                                      "CIxE8DFbtA9h27Yms3wpsTRzLYEloMgpHw3E+"
                                      "ThEwbyrQXvxA4rv2u7sflBLAQIUAxQAAAAIAIMYIlyOFHiPGwAA"
                                      "AB8AAAALAAAAAAAAAAAAAACAAQAAAABQcm9maWxlLmNzdlBLAQIUAxQAAAAIAIMYIlwhk0"
                                      "6CgAAAAJMAAAAPAAAA"
                                      "AAAAAAAAAACAAUQAAABDb25uZWN0aW9ucy5jc3ZQSwUGAAAAAAIAAgB2AAAA8QAAAAAA")
            << u"linkedin"_s << u"of this ZIP \"Connections.csv\" was read, and not: Profile.csv"_s;
    QTest::newRow("Thunderbird's address book")
            << u"people.ldif"_s
            << QByteArray("dn: cn=Ann Lee,mail=a@x.example\nobjectclass: mozillaAbPersonAlpha\ncn: Ann Lee\n"
                          "mail: a@x.example\n\ndn: cn=Friends\nobjectclass: groupOfNames\ncn: Friends\n")
            << u"ldif"_s << u"row 6: a list (Friends"_s;
    QTest::newRow("a page called .xls")
            << u"people.xls"_s
            << QByteArray("<html><h1>Members</h1><table><tr><th>Name<th>Email<tr><td>Ann Lee"
                          "<td><a href=\"mailto:a@x.example\">write</a></table>")
            << u"csv"_s << u"what stands beside the table was not read"_s;
}

void FilesTest::otherKindsOfFiles()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, format);
    QFETCH(QString, told);
    const Cli cli;
    cli.write(name, bytes);
    const Answer answer = cli.run({u"import"_s, name});
    VERIFY_EXIT(answer, 0);
    QVERIFY2(answer.out.startsWith(format.toUtf8() + ": 1 new"), answer.inWords().constData());
    QVERIFY2(answer.err.contains(told.toUtf8()), answer.inWords().constData());
    const Json contact = arrayAt(cli.json(words(u"contacts list"_s)), "contacts")[0];
    QCOMPARE(textAt(contact, "firstName") + u' ' + textAt(contact, "lastName"), u"Ann Lee"_s);
    const Answer known = cli.run(words(u"--json import -"_s), bytes);
    VERIFY_EXIT(known, 0);
    QCOMPARE(intAt(known.json(), "skipped"), 1);
}

void FilesTest::filesThatAreNone()
{
    const Cli cli;
    for (const QString &command : {u"import"_s, u"resume set"_s}) {
        verifyRefused(cli, words(command) << u"missing.csv"_s, u"missing.csv"_s, u"no file"_s);
        verifyRefused(cli, words(command) << u"."_s, cli.path(QString()).chopped(1), u"folder"_s);
    }
}

void FilesTest::oneEndlessLine()
{
    const Cli cli;
    cli.write(u"line.csv"_s, QByteArray(200'000'000, 'x'));
    verifyRefused(cli, words(u"import line.csv"_s), u"line.csv"_s, u"16000000 characters"_s);
    verifyRefused(cli, words(u"resume set line.csv"_s), u"line.csv"_s, u"too large"_s);
    verifyRefused(cli, words(u"import /dev/zero"_s), u"/dev/zero"_s, u"too large"_s);
}

void FilesTest::unusableResumes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("saying");
    const auto fileOf = [](const QString &name) {
        QFile file(test::fixture(u"resume/files/"_s + name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray pdf = fileOf(u"writer.pdf"_s);
    const QByteArray docx = fileOf(u"writer.docx"_s);
    QTest::newRow("empty") << QByteArray() << u"empty"_s;
    QTest::newRow("scan") << fileOf(u"scan.pdf"_s) << u"no text"_s;
    QTest::newRow("password") << fileOf(u"password.pdf"_s) << u"password"_s;
    QTest::newRow("half a PDF") << pdf.first(pdf.size() / 2) << u"damaged"_s;
    QTest::newRow("only a beginning") << QByteArray("%PDF-1.7\n") << u"damaged"_s;
    QTest::newRow("half a DOCX") << docx.first(docx.size() / 2) << u"damaged"_s;
    QTest::newRow("renamed zip") << QByteArray::fromHex(
            "504b0304140000000000000000003610a686050000000500000001000000"
            "6168656c6c6f504b01021403140000000000000000003610a68605000000"
            "05000000010000000000000000000000800100000000"
            "61504b050600000000010001002f000000240000000000")
                                 << u"no word/document.xml"_s;
    QTest::newRow("picture") << QByteArray("\x89PNG\r\n\x1a\n", 8) + QByteArray(200, '\0')
                             << u"PDF, a DOCX"_s;
}

void FilesTest::unusableResumes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, saying);
    const Cli cli;
    cli.write(u"cv.docx"_s, bytes);
    verifyRefused(cli, words(u"resume set cv.docx"_s), u"cv.docx"_s, saying);
    QVERIFY(!QDir(cli.path(u"ws/files"_s)).exists()); // nor is the file kept
}

void FilesTest::passwordOnStandardInput()
{
    const Cli cli;
    const QString file = test::fixture(u"resume/files/password.pdf"_s);
    VERIFY_EXIT(cli.run({u"resume"_s, u"set"_s, file, u"--password-stdin"_s}, "wrong\n"), 1);
    const Answer answer = cli.run({u"--json"_s, u"resume"_s, u"set"_s, file, u"--password-stdin"_s},
                                  "lisboa\n");
    VERIFY_EXIT(answer, 0);
    QVERIFY(!textAt(answer.json(), "text").isEmpty());
}

void FilesTest::exportsThatCannotBeWritten()
{
    const Cli cli;
    (void)cli.added({u"firstName=Ann"_s});
    for (const QString &path : {u"missing/all.csv"_s, u"/dev/full/all.csv"_s, u"/proc/all.csv"_s}) {
        const Answer answer = cli.run({u"--json"_s, u"export"_s, path});
        VERIFY_EXIT(answer, 1);
        QVERIFY2(answer.err.contains(path.toUtf8()), answer.inWords().constData());
    }
    QDir(cli.path(QString())).mkdir(u"folder.csv"_s);
    VERIFY_EXIT(cli.run({u"export"_s, u"folder.csv"_s}), 1);
    // The file that was there stays when the new one cannot be written.
    cli.write(u"old.csv"_s, "precious");
    VERIFY_EXIT(cli.shell(u"trap '' XFSZ; ulimit -f 0; $CLI export old.csv"_s), 1);
    QCOMPARE(cli.bytesOf(u"old.csv"_s), QByteArray("precious"));
    const Answer mails = cli.run({u"drafts"_s, u"export"_s, u"old.csv"_s});
    VERIFY_EXIT(mails, 1);
    QVERIFY(mails.err.contains("old.csv"));
    const Answer demo = cli.run({u"demo"_s, u"--out"_s, u"old.csv"_s});
    VERIFY_EXIT(demo, 1);
    QVERIFY(demo.err.contains("old.csv"));
}

void FilesTest::exportsSayWhatTheyLeaveOut()
{
    const Cli cli;
    (void)cli.added({u"firstName=Ann"_s});
    for (const auto &[command, says] :
         {std::pair {u"export a.vcf"_s, true}, std::pair {u"export a.csv"_s, true},
          std::pair {u"export a.csv --raw"_s, false}, std::pair {u"export a.json"_s, false}}) {
        const Answer answer = cli.run(words(command));
        VERIFY_EXIT(answer, 0);
        QCOMPARE(answer.err.contains("all of it is in .json"), says);
    }
}

void FilesTest::nothingIsWrittenOverTheWorkspace_data()
{
    QTest::addColumn<QString>("target"); // of the link
    QTest::addColumn<bool>("refused");
    QTest::newRow("the database") << u"ws/crema.db"_s << true;
    QTest::newRow("a log that is not there") << u"ws/crema.db-wal"_s << true;
    QTest::newRow("the lock") << u"ws/lock"_s << true;
    QTest::newRow("a kept file") << u"ws/files/ab/kept"_s << true;
    QTest::newRow("a file of the user's in that folder") << u"ws/mine"_s << false;
    QTest::newRow("a file beside") << u"mine"_s << false;
}

void FilesTest::nothingIsWrittenOverTheWorkspace()
{
    QFETCH(QString, target);
    QFETCH(bool, refused);
    const Cli cli;
    const QString id = cli.added({u"firstName=Ann"_s});
    QVERIFY(QDir(cli.path(QString())).mkpath(u"ws/files/ab"_s));
    cli.write(u"ws/files/ab/kept"_s, "kept");
    QVERIFY(QFile::link(cli.path(target), cli.path(u"link.csv"_s)));
    QVERIFY(QFile::link(cli.path(target), cli.path(u"link.ics"_s)));
    const QByteArray before = cli.bytesOf(target);
    VERIFY_EXIT(cli.run(words(u"export link.csv"_s)), refused ? 2 : 0);
    VERIFY_EXIT(cli.run({u"meeting"_s, id, u"--at"_s, u"2030-05-06 10:00"_s, u"--out"_s, u"link.ics"_s}),
                refused ? 2 : 0);
    QVERIFY(!refused || target == "ws/crema.db"_L1 || cli.bytesOf(target) == before);
    QCOMPARE(cli.contacts(), 1);
}

void FilesTest::exportsReplaceNothingButFiles_data()
{
    QTest::addColumn<QString>("command"); // with the place for the file
    QTest::newRow("contacts") << u"export %1"_s;
    QTest::newRow("meeting") << u"meeting ID --at \"2027-01-05 10:00\" --out %1"_s;
    QTest::newRow("backup") << u"backup %1"_s;
    QTest::newRow("prep") << u"prep --local --contact ID --out %1"_s;
}

void FilesTest::exportsReplaceNothingButFiles()
{
    QFETCH(QString, command);
    const Cli cli;
    command.replace("ID"_L1, cli.added({u"firstName=Ann"_s, u"company=Acme"_s}));
    const QString name = command.startsWith("backup"_L1) ? u"pipe.zip"_s : u"pipe.csv"_s;
    VERIFY_EXIT(cli.shell(u"mkfifo %1"_s.arg(name)), 0);
    const Answer answer = cli.shell(u"$CLI "_s + command.arg(name));
    VERIFY_EXIT(answer, 1);
    QVERIFY2(answer.err.contains("is a pipe, not a file"), answer.inWords().constData());
    VERIFY_EXIT(cli.shell(u"test -p %1"_s.arg(name)), 0);
    if (!command.startsWith("backup"_L1)
        && !command.startsWith("export"_L1)) { // these go by the ending first
        const Answer dash = cli.shell(u"$CLI "_s + command.arg(u"-"_s));
        VERIFY_EXIT(dash, 1);
        QVERIFY2(dash.err.contains("standard output"), dash.inWords().constData());
        VERIFY_EXIT(cli.shell(u"test -e ./-"_s), 1);
    }
}

void FilesTest::prepIsKeptWhenItsFileCannotBe()
{
    const Cli cli;
    const QString id = cli.added({u"firstName=Ann"_s, u"company=Acme"_s});
    const Answer answer = cli.run(
            {u"--json"_s, u"prep"_s, u"--contact"_s, id, u"--out"_s, u"missing/ann.pdf"_s});
    VERIFY_EXIT(answer, 1);
    QVERIFY2(answer.err.contains("missing/ann.pdf") && answer.err.contains("kept"),
             answer.inWords().constData());
    const QString prep = textAt(arrayAt(cli.json(words(u"preps list"_s)), "preps")[0], "id");
    VERIFY_EXIT(cli.run({u"preps"_s, u"export"_s, prep, u"ann.pdf"_s}), 0);
    QVERIFY(cli.bytesOf(u"ann.pdf"_s).startsWith("%PDF-"));
}

void FilesTest::oddHeadersAreUnderstood_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("person"); // first|last|email|company|jobTitle|college|location
    QTest::newRow("short names") << QByteArray("fname,surname,e-mail,organization,role,university,mobile\n"
                                               "Ann,Lee,a@x.example,Acme,Analyst,UCLA,+1 310 555 0101\n")
                                 << u"Ann|Lee|a@x.example|Acme|Analyst|UCLA|"_s;
    QTest::newRow("two names for one thing") << QByteArray(
            "Contact,Employer / Organization,Role (current),School(s),City/State,Best email to reach\n"
            "Ann Lee,Acme,Analyst,UCLA,\"Chicago, IL\",a@x.example\n")
                                             << u"Ann|Lee|a@x.example|Acme|Analyst|UCLA|Chicago, IL"_s;
    QTest::newRow("alumni list") << QByteArray("NAME,CURRENT EMPLOYER,CURRENT POSITION,EMAIL 1\n"
                                               "\"Roe, Robert B. Jr.\",Bolt,MD,b@x.example\n")
                                 << u"Robert|Roe Jr.|b@x.example|Bolt|MD||"_s;
    QTest::newRow("titles above, semicolons") << QByteArray(
            "Kontakte 2026;;\n;;\nVorname;Nachname;Firma\nJ\xFCrgen;Gro\xDF;M\xFCller & S\xF6hne\n")
                                              << u"Jürgen|Groß||Müller & Söhne|||"_s;
    QTest::newRow("sep line, tabs") << QByteArray(
            "sep=\t\r\nName\tEmail\tCompany\r\nAnn Lee\ta@x.example.\tAcme\r\n")
                                    << u"Ann|Lee|a@x.example|Acme|||"_s;
    QTest::newRow("old Mac") << QByteArray("Name,Email\rRen\x8E Dupr\x8E,r@x.example\r")
                             << u"René|Dupré|r@x.example||||"_s;
    QTest::newRow("LinkedIn before 2019")
            << QByteArray("First Name,Last Name,Email Address,Company,Position,Connected On\n"
                          "Ann,Lee,a@x.example,Acme,Analyst,\"11/23/18, 4:12 PM\"\n")
            << u"Ann|Lee|a@x.example|Acme|Analyst||"_s;
}

void FilesTest::oddHeadersAreUnderstood()
{
    QFETCH(QByteArray, file);
    const Cli cli;
    cli.write(u"people.csv"_s, file);
    const Answer imported = cli.run(words(u"--json import people.csv"_s));
    VERIFY_EXIT(imported, 0);
    // Where the encoding had to be guessed, that is told, a title above the table, and nothing else.
    const bool guessed = QString::fromUtf8(file).contains(QChar::ReplacementCharacter);
    const bool titled = file.startsWith("Kontakte");
    QVERIFY2(arrayAt(imported.json(), "warnings").size() == (guessed ? 1U : 0U) + (titled ? 1U : 0U),
             imported.inWords().constData());
    const Json contacts = arrayAt(cli.json(words(u"contacts list"_s)), "contacts");
    QCOMPARE(contacts.size(), 1U);
    QStringList parts;
    for (const char *field :
         {"firstName", "lastName", "email", "company", "jobTitle", "college", "location"}) {
        parts << textAt(contacts[0], field);
    }
    QTEST(parts.join(u'|'), "person");
}

void FilesTest::workbooksAreRead()
{
    const Cli cli;
    const QStringList columns {u"Name"_s, u"Email"_s};
    cli.write(u"people.xlsx"_s,
              xlsx({{u"Notes"_s, inlineRow({u"All my people"_s}), {}},
                    {u"Work"_s, inlineRow(columns) + inlineRow({u"Ann Lee"_s, u"a@x.example"_s}), {}},
                    {u"Alumni"_s, inlineRow(columns) + inlineRow({u"Bob Roe"_s, u"b@y.example"_s}), {}}}));
    const Answer imported = cli.run(words(u"--json import people.xlsx"_s));
    VERIFY_EXIT(imported, 0);
    const Json warnings = arrayAt(imported.json(), "warnings");
    QCOMPARE(warnings.size(), 1U);
    QVERIFY2(textAt(warnings[0], "reason").contains(u"\"Notes\", \"Alumni\". To read one"_s),
             imported.inWords().constData());
    QCOMPARE(cli.contacts(), 1);
    const Answer piped = cli.shell(u"cat people.xlsx | $CLI --json import - --sheet alumni"_s);
    VERIFY_EXIT(piped, 0);
    QCOMPARE(intAt(piped.json(), "created"), 1);
    const Answer wrong = cli.run(words(u"import people.xlsx --sheet Staff"_s));
    VERIFY_EXIT(wrong, 1);
    QVERIFY2(wrong.err.contains("\"Notes\", \"Work\", \"Alumni\""), wrong.inWords().constData());
    QCOMPARE(cli.contacts(), 2);
}
