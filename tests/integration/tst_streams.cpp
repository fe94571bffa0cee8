// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli.h"
#include "tests.h"

using namespace crema;
using namespace Qt::StringLiterals;

void StreamsTest::messagesAreNotAnswers()
{
    const Cli cli;
    cli.write(u"people.csv"_s, "name,email\nAnn Lee,a@x.example\n,,\n,nothing\n");
    const Answer imported = cli.run(words(u"--json import people.csv"_s));
    VERIFY_EXIT(imported, 0);
    QVERIFY(imported.json().is_object());
    QVERIFY(imported.err.contains("row 4"));
    const Answer failed = cli.run(words(u"contacts show nobody"_s));
    QVERIFY(failed.out.isEmpty());
    QVERIFY(!failed.err.isEmpty() && failed.err.endsWith('\n') && failed.err.count('\n') == 1);
    const Answer list = cli.run(words(u"contacts list"_s));
    QVERIFY(list.out.contains("Ann Lee") && !list.out.contains("of 1 contacts"));
}

void StreamsTest::quiet()
{
    const Cli cli;
    const Answer list = cli.run(words(u"--quiet contacts list"_s));
    VERIFY_EXIT(list, 0);
    QVERIFY(list.err.isEmpty());
    QVERIFY(!cli.run(words(u"--quiet contacts show nobody"_s)).err.isEmpty()); // an error is always told
}

void StreamsTest::answerThatCannotBeWritten_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("saying");
    QTest::newRow("closed") << u"$CLI contacts add firstName=Ann >&-"_s << QByteArray("was carried out");
    QTest::newRow("full") << u"$CLI contacts add firstName=Ann >/dev/full"_s << QByteArray("No space left");
    QTest::newRow("all closed") << u"$CLI contacts add firstName=Ann <&- >&- 2>&-"_s << QByteArray();
    QTest::newRow("full, JSON") << u"$CLI --json contacts add firstName=Ann >/dev/full"_s
                                << QByteArray("No space left");
}

void StreamsTest::answerThatCannotBeWritten()
{
    QFETCH(QString, line);
    QFETCH(QByteArray, saying);
    const Cli cli;
    const Answer answer = cli.shell(line);
    VERIFY_EXIT(answer, 1);
    QVERIFY2(answer.err.contains(saying), answer.inWords().constData());
    QCOMPARE(cli.contacts(), 1); // what was asked for is done, once, and the workspace is whole
    QVERIFY(boolAt(cli.json({u"check"_s}), "ok"));
}

void StreamsTest::readerThatHasEnough()
{
    const Cli cli;
    QByteArray people("name,notes\n");
    for (int i = 0; i < 2000; ++i) {
        people += "Person " + QByteArray::number(i) + "," + QByteArray(100, 'x') + '\n';
    }
    cli.write(u"people.csv"_s, people);
    VERIFY_EXIT(cli.run(words(u"import people.csv"_s)), 0);
    const Answer answer = cli.shell(
            u"$CLI --json contacts list --limit 2000 | head -c 100; echo ${PIPESTATUS[0]} >&2"_s);
    VERIFY_EXIT(answer, 0);
    QCOMPARE(answer.out.size(), 100);
    QVERIFY2(!answer.err.contains("could not be written"), answer.inWords().constData());
    QVERIFY2(answer.err.endsWith("1\n"), answer.inWords().constData());
}

void StreamsTest::pipesAreRead()
{
    const Cli cli;
    cli.write(u"people.csv"_s, "name,email\nAnn Lee,a@x.example\nBob Roe,b@x.example\n");
    VERIFY_EXIT(cli.shell(u"cat people.csv | $CLI import /dev/stdin"_s), 0);
    QCOMPARE(cli.contacts(), 2);
    VERIFY_EXIT(cli.shell(u"$CLI import <(sed s/Ann/Zoë/ people.csv | sed s/a@/z@/)"_s), 0);
    QCOMPARE(cli.contacts(), 3);
    const Answer known = cli.shell(u"cat people.csv | $CLI --json import -"_s);
    VERIFY_EXIT(known, 0);
    QCOMPARE(intAt(known.json(), "skipped"), 2);
    // A command in a loop must not swallow what the loop reads.
    const Answer loop = cli.shell(
            u"printf 'Cy\\nDi\\n' | while read name; do $CLI --quiet contacts add firstName=$name >/dev/null || exit 9; done"_s);
    VERIFY_EXIT(loop, 0);
    QCOMPARE(cli.contacts(), 5);
}

void StreamsTest::exportsIntoAPipe()
{
    const Cli cli;
    (void)cli.added({u"firstName=Zoë"_s, u"lastName=Lee"_s, u"email=z@x.example"_s});
    const Answer csv = cli.run(words(u"export - --format csv"_s));
    VERIFY_EXIT(csv, 0);
    QVERIFY(csv.out.contains("Zoë") && csv.err.contains("1 person written"));
    VERIFY_EXIT(cli.run(words(u"export people.csv"_s)), 0);
    QCOMPARE(csv.out, cli.bytesOf(u"people.csv"_s)); // to the last byte
    const Answer cards = cli.shell(u"$CLI export /dev/stdout --format vcf | cat"_s);
    VERIFY_EXIT(cards, 0);
    QVERIFY(cards.out.startsWith("BEGIN:VCARD\r\n"));
    const Answer back = cli.shell(u"$CLI export - --format json | $CLI --json import - --format json"_s);
    VERIFY_EXIT(back, 0);
    QCOMPARE(intAt(back.json(), "skipped"), 1);
}

void StreamsTest::noteWithAByteOrderMark()
{
    const Cli cli;
    const QString id = cli.added({u"firstName=Ann"_s});
    VERIFY_EXIT(cli.run({u"notes"_s, u"set"_s, id, u"-"_s}, "\xEF\xBB\xBFhello"), 0);
    QCOMPARE(textAt(cli.json({u"notes"_s, u"show"_s, id}), "notes"), u"hello"_s);
    VERIFY_EXIT(cli.run({u"notes"_s, u"set"_s, id, u"-"_s}, "\xFFno text"), 2);
}

void StreamsTest::extraColumnsAreTold()
{
    const Cli cli;
    cli.write(u"people.csv"_s, "name,email,Favourite Color\nAnn Lee,a@x.example,blue\n");
    const Answer imported = cli.run(words(u"--json import people.csv"_s));
    VERIFY_EXIT(imported, 0);
    QCOMPARE(textsAt(imported.json(), "extraFields"), QStringList {u"Favourite Color"_s});
    QVERIFY2(imported.err.contains("kept as extra fields: Favourite Color"), imported.inWords().constData());
    const QString id = textAt(arrayAt(cli.json(words(u"contacts list"_s)), "contacts")[0], "id");
    const Answer shown = cli.run({u"contacts"_s, u"show"_s, id});
    QVERIFY2(shown.out.contains("\"Favourite Color\"") && shown.out.contains("blue"),
             shown.inWords().constData());
    const Json whole = cli.json({u"contacts"_s, u"show"_s, id});
    QCOMPARE(textAt(member(whole, "columns"), "Favourite Color"), u"blue"_s);
    QCOMPARE(textsAt(cli.json(words(u"import people.csv"_s)), "extraFields"), QStringList()); // kept already
}

void StreamsTest::otherScripts()
{
    const Cli cli;
    const QString id = cli.added(
            {u"firstName=Зоя"_s, u"lastName=王小明"_s, u"company=Škoda & Söhne"_s, u"notes=שלום\nعالم 👋"_s});
    const Json json = cli.json({u"contacts"_s, u"show"_s, id});
    QCOMPARE(textAt(json, "firstName"), u"Зоя"_s);
    QCOMPARE(textAt(json, "lastName"), u"王小明"_s);
    QCOMPARE(textAt(json, "notes"), u"שלום\nعالم 👋"_s);
    QCOMPARE(intAt(cli.json({u"contacts"_s, u"list"_s, u"--query"_s, u"зоя"_s}), "total"), 1);
    cli.write(u"Verträge 2026 – копия.csv"_s, "name\nAnn Lee\n");
    VERIFY_EXIT(cli.run({u"import"_s, u"Verträge 2026 – копия.csv"_s}), 0);
    VERIFY_EXIT(cli.run({u"export"_s, u"выгрузка.json"_s}), 0);
    QVERIFY(cli.bytesOf(u"выгрузка.json"_s).contains("王小明"));
}

void StreamsTest::noEscapeReachesTheTerminal()
{
    const Cli cli;
    cli.write(u"evil.csv"_s,
              "name,email,notes\n\"Ann \x1b]0;owned\x07 Lee\",a@x.example,\"\x1b[2J\xC2\x9B"
              "31m red\"\n");
    VERIFY_EXIT(cli.run(words(u"import evil.csv"_s)), 0);
    const QString id = textAt(arrayAt(cli.json(words(u"contacts list"_s)), "contacts")[0], "id");
    for (const QStringList &arguments :
         {words(u"contacts list"_s), QStringList {u"contacts"_s, u"show"_s, id},
          QStringList {u"contacts"_s, u"history"_s, id}}) {
        const Answer answer = cli.run(arguments);
        VERIFY_EXIT(answer, 0);
        QVERIFY(!answer.out.contains('\x1b') && !answer.out.contains('\x07')
                && !answer.out.contains("\xC2\x9B"));
    }
}

void StreamsTest::oldLocale()
{
    const Cli cli;
    const Answer answer = cli.shell(
            u"LC_ALL=C LANG=C $CLI contacts add firstName=Zoë && LC_ALL=POSIX $CLI contacts list"_s);
    VERIFY_EXIT(answer, 0);
    QVERIFY2(answer.out.contains("Zoë"), answer.inWords().constData());
    QVERIFY2(!answer.err.contains("locale"), answer.inWords().constData());
}
