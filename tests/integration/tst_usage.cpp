// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli.h"
#include "commands/command.h"
#include "tests.h"

#include <QFileInfo>

using namespace crema;
using namespace Qt::StringLiterals;

void UsageTest::wrongWords_data()
{
    QTest::addColumn<QString>("saying");
    const auto row = [](const char *line, const QString &saying) { QTest::newRow(line) << saying; };
    row("foo", u"no command \"foo\""_s);
    row("contacts", u"contacts list"_s);
    row("contacts lst", u"contacts list"_s);
    row("--foo contacts list", u"--foo"_s);
    row("contacts list --foo", u"--foo"_s);
    row("contacts list extra", u"\"extra\""_s);
    row("contacts list --limit", u"--limit"_s);
    row("contacts list --limit x", u"\"x\""_s);
    row("contacts list --limit 0", u"from 1"_s);
    row("contacts list --limit -3", u"from 1"_s);
    row("contacts list --limit 1e3", u"\"1e3\""_s);
    row("contacts list --limit 99999999999", u"--limit"_s);
    row("contacts list --limit 3 --limit 4", u"twice"_s);
    row("contacts list --offset -1", u"--offset"_s);
    row("contacts list --query --limit 3", u"\"--query\" needs a value"_s);
    row("contacts list --sort shoeSize", u"sorted by"_s);
    row("contacts list --status bogus", u"Not Contacted, Contacted"_s);
    row("drafts list --state bogus", u"draft, handed_off"_s);
    row("contacts add firstName=Ann linkedinUrl=https://www.linkedin.com@evil.example/in/ann",
        u"not a web address"_s);
    row("export -", u"--format"_s);
    row("export - --format excel", u"csv, vcf, json"_s);
    row("help shoes", u"\"shoes\""_s);
    row("contacts show", u"ID is missing"_s);
    row("contacts show a b", u"\"b\""_s);
    row("contacts add", u"missing"_s);
    row("contacts add Ann", u"key=value"_s);
    row("contacts add =Ann", u"key=value"_s);
    row("contacts add shoeSize=40", u"shoeSize"_s);
    row("contacts add email=nobody", u"nobody"_s);
    row("contacts add company=Acme", u"needs a name"_s);
    row("contacts add firstName=Ann nextActionDate=soon", u"soon"_s);
    row("import", u"FILE is missing"_s);
    row("import people.csv --format excel", u"\"excel\""_s);
    row("import people.csv --dry-run=yes", u"--dry-run"_s);
    row("export people.txt", u".csv"_s);
    row("find", u"title"_s);
    row("find --title x --limit 501", u"500"_s);
    row("find --title x --provider google", u"\"google\""_s);
    row("write", u"--run"_s);
    row("write --contact a --writer novelist", u"\"novelist\""_s);
    row("write --contact a --kind love_letter", u"\"love_letter\""_s);
    row("undo x", u"\"x\""_s);
    row("suggest shoes co", u"\"shoes\""_s);
    row("suggest company", u"TEXT is missing"_s);
    row("plan now", u"\"now\""_s);
    row("keys set", u"SERVICE is missing"_s);
    row("jobs show", u"ID is missing"_s);
}

void UsageTest::wrongWords()
{
    QFETCH(QString, saying);
    const Cli cli;
    const Answer answer = cli.run(QStringList {u"--json"_s}
                                  + words(QString::fromUtf8(QTest::currentDataTag())));
    VERIFY_EXIT(answer, 2);
    const Json &error = member(answer.json(), "error");
    VERIFY_FIELDS(error, "code:text message:text retryable:flag");
    QCOMPARE(textAt(error, "code"), u"rejected_input"_s);
    QVERIFY(!boolAt(error, "retryable", true));
    QVERIFY2(textAt(error, "message").contains(saying), qPrintable(textAt(error, "message")));
    QVERIFY(answer.err.contains(textAt(error, "message").toUtf8()));
}

void UsageTest::help()
{
    const Cli cli;
    const Answer bare = cli.run({});
    VERIFY_EXIT(bare, 2);
    QVERIFY(bare.out.isEmpty() && bare.err.contains("contacts list"));
    for (const QString &line : {u"help"_s, u"--help"_s, u"-h"_s}) {
        const Answer help = cli.run({line});
        VERIFY_EXIT(help, 0);
        QVERIFY(help.out.contains("contacts list") && help.out.contains("Exit:") && help.err.isEmpty());
    }
    const Answer topic = cli.run(words(u"help contacts list"_s));
    VERIFY_EXIT(topic, 0);
    QVERIFY(topic.out.contains("contacts list") && !topic.out.contains("contacts add"));
    VERIFY_EXIT(cli.run(words(u"help shoes"_s)), 2);
    const Answer version = cli.run({u"--version"_s});
    VERIFY_EXIT(version, 0);
    QVERIFY(version.out.startsWith("crema-cli "));
    QVERIFY(!QFileInfo::exists(cli.workspace())); // nothing was opened for any of these
}

void UsageTest::helpAsJson()
{
    const Cli cli;
    VERIFY_FIELDS(cli.json({u"--version"_s}), "name:text version:text");
    VERIFY_FIELDS(cli.json({u"version"_s}), "name:text version:text");
    const auto everything = arrayAt(cli.json({u"help"_s}), "commands");
    QCOMPARE(std::ssize(everything), app::allCommands().size());
    for (const QString &line : {u"help contacts list"_s, u"contacts list --help"_s}) {
        const auto commands = arrayAt(cli.json(words(line)), "commands");
        QCOMPARE(std::ssize(commands), 1);
        VERIFY_FIELDS(commands[0], "name:text usage:text summary:text");
    }
    const Answer bare = cli.run({u"--json"_s});
    VERIFY_EXIT(bare, 2);
    QCOMPARE(textAt(member(bare.json(), "error"), "code"), u"rejected_input"_s);
}

void UsageTest::statusOfAnotherProgram()
{
    const Cli cli;
    VERIFY_EXIT(cli.run({u"contacts"_s, u"add"_s, u"firstName=Ann"_s, u"status=On Hold"_s}), 0);
    QCOMPARE(intAt(cli.json({u"contacts"_s, u"list"_s, u"--status"_s, u"On Hold"_s}), "total"), 1);
}

void UsageTest::everyCommandHasHelp()
{
    const Cli cli;
    for (const app::Command &command : app::allCommands()) {
        QVERIFY2(!command.summary.isEmpty() && (command.run != nullptr || command.runOnWorkspace != nullptr),
                 qPrintable(command.name));
    }
    const Answer family = cli.run(words(u"resume --help"_s));
    VERIFY_EXIT(family, 0);
    QVERIFY(family.out.contains("resume set") && !family.out.contains("contacts list"));
    const Answer answer = cli.run(words(u"drafts export --help"_s));
    VERIFY_EXIT(answer, 0);
    QVERIFY(answer.out.contains("DIR"));
    QVERIFY(!QFileInfo::exists(cli.workspace()));
}

void UsageTest::capitalsNameAnyValue()
{
    const Cli cli;
    const QString keep = cli.added({u"firstName=Ann"_s, u"lastName=Lee"_s, u"city=Bern"_s});
    const QString other = cli.added({u"firstName=Anne"_s, u"lastName=Lee"_s, u"city=Basel"_s});
    VERIFY_EXIT(cli.run({u"notes"_s, u"add"_s, keep, u"Likes **tea** | coffee"_s}), 0);
    VERIFY_EXIT(cli.run({u"contacts"_s, u"merge"_s, keep, other, u"place=other"_s}), 0);
    const Answer shown = cli.run({u"--json"_s, u"contacts"_s, u"show"_s, keep});
    QCOMPARE(textAt(shown.json(), "city"), u"Basel"_s);
    QVERIFY(textAt(shown.json(), "notes").contains(u"Likes **tea** | coffee"_s));
}

void UsageTest::configuration()
{
    const Cli cli;
    cli.write(u"crema.json"_s, R"({"plans": {"free": {"credits": 7}}})");
    const Answer seven = cli.run({u"--config"_s, cli.path(u"crema.json"_s), u"--json"_s, u"credits"_s});
    VERIFY_EXIT(seven, 0);
    QCOMPARE(intAt(seven.json(), "max"), 7);
    cli.write(u"broken.json"_s, R"({"plans": {"free": {"credits": -7}}})");
    for (const QString &name : {u"broken.json"_s, u"missing.json"_s}) {
        const Answer answer = cli.run({u"--config"_s, name, u"--json"_s, u"credits"_s});
        VERIFY_EXIT(answer, 1);
        QVERIFY2(answer.err.contains(name.toUtf8()), answer.inWords().constData());
    }
}

void UsageTest::emptyVariables_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("workspace") << QStringList {u"--workspace"_s, u""_s, u"contacts"_s, u"list"_s};
    QTest::newRow("workspace with =") << QStringList {u"--workspace="_s, u"contacts"_s, u"list"_s};
    QTest::newRow("config") << QStringList {u"--config"_s, u""_s, u"credits"_s};
    QTest::newRow("demo") << QStringList {u"demo"_s, u"--out"_s, u""_s};
    QTest::newRow("import") << QStringList {u"import"_s, u""_s};
    QTest::newRow("drafts export") << QStringList {u"drafts"_s, u"export"_s, u""_s};
    QTest::newRow("prep") << QStringList {u"prep"_s, u"--contact"_s, u""_s};
    QTest::newRow("delete") << QStringList {u"contacts"_s, u"delete"_s, u""_s};
}

/// `crema-cli --workspace "$WS" ...` with WS unset must not make a workspace of the current folder.
void UsageTest::emptyVariables()
{
    QFETCH(QStringList, arguments);
    const Cli cli;
    VERIFY_EXIT(cli.run(arguments), 2);
    QVERIFY(!QFileInfo::exists(cli.path(u"crema.db"_s)));
    QVERIFY(!QFileInfo::exists(cli.path(u"lock"_s)));
}

void UsageTest::styleAtTheEnd()
{
    const Cli cli;
    const Answer answer = cli.run(words(u"contacts list --json --quiet"_s));
    VERIFY_EXIT(answer, 0);
    VERIFY_FIELDS(answer.json(), "total:number contacts:list");
    QVERIFY(answer.err.isEmpty());
    // Behind "--" it is a word like any other.
    const Answer added = cli.run(words(u"contacts add -- firstName=Ann --json"_s));
    VERIFY_EXIT(added, 2);
    QVERIFY2(added.err.contains("\"--json\" is not of the form"), added.inWords().constData());
}
