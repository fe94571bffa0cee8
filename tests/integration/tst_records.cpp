// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli.h"
#include "tests.h"

using namespace crema;
using namespace Qt::StringLiterals;

namespace {

QString codeOf(const Answer &answer)
{
    return textAt(member(answer.json(), "error"), "code");
}

/// Contacts whose ids begin alike: a file of our own brings its ids along.
void importIds(const Cli &cli, const QStringList &ids)
{
    Json list = Json::array();
    for (const QString &id : ids) {
        list.push_back({{"id", id}, {"firstName", "First"}, {"lastName", "Last" + id.toStdString()}});
    }
    cli.write(u"ids.json"_s, toBytes(list));
    VERIFY_EXIT(cli.run(words(u"import ids.json"_s)), 0);
}

} // namespace

void RecordsTest::prefixes()
{
    const Cli cli;
    importIds(cli, {u"abcdefghij0123456789"_s, u"abcXefghij0123456789"_s, u"zbcdefghij0123456789"_s});
    QCOMPARE(cli.contacts(), 3);
    QCOMPARE(textAt(cli.json(words(u"contacts show z"_s)), "id"), u"zbcdefghij0123456789"_s);
    QCOMPARE(textAt(cli.json(words(u"contacts show abcd"_s)), "id"), u"abcdefghij0123456789"_s);
    const Answer several = cli.run(words(u"--json contacts show abc"_s));
    VERIFY_EXIT(several, 2);
    QCOMPARE(codeOf(several), u"rejected_input"_s);
    const Answer none = cli.run(words(u"--json contacts show ABCD"_s));
    VERIFY_EXIT(none, 1);
    QCOMPARE(codeOf(none), u"not_found"_s);
    VERIFY_EXIT(cli.run({u"contacts"_s, u"show"_s, u"%"_s}), 1);
    // One wrong id among several: nothing is done to the others.
    VERIFY_EXIT(cli.run(words(u"contacts delete zbc nothing"_s)), 1);
    QCOMPARE(cli.contacts(), 3);
    // The same one twice is one.
    const Json deleted = cli.json(words(u"contacts delete z zbc"_s));
    QCOMPARE(textsAt(deleted, "deleted"), QStringList {u"zbcdefghij0123456789"_s});
}

void RecordsTest::trashedIsNotLive()
{
    const Cli cli;
    importIds(cli, {u"abcdefghij0123456789"_s, u"abcXefghij0123456789"_s});
    VERIFY_EXIT(cli.run(words(u"contacts delete abcX"_s)), 0);
    for (const char *line : {"contacts show abcX", "contacts set abcX firstName=Q", "contacts delete abcX",
                             "prep --contact abcX", "write --contact abcX", "contacts merge abcd abcX"}) {
        const Answer answer = cli.run(QStringList {u"--json"_s} + words(QString::fromUtf8(line)));
        VERIFY_EXIT(answer, 1);
        QCOMPARE(codeOf(answer), u"not_found"_s);
        QVERIFY2(answer.err.contains("trash"), answer.inWords().constData());
    }
    // A trashed one does not make the prefix of a live one ambiguous.
    QCOMPARE(textAt(cli.json(words(u"contacts show abc"_s)), "id"), u"abcdefghij0123456789"_s);
    VERIFY_EXIT(cli.run(words(u"contacts restore abcd"_s)), 1); // it is not in the trash
    VERIFY_EXIT(cli.run(words(u"contacts history abcX"_s)), 0);
    QCOMPARE(arrayAt(cli.json(words(u"trash list"_s)), "trash").size(), 1U);
    const Json restored = cli.json(words(u"contacts restore abc"_s));
    QCOMPARE(textsAt(restored, "restored"), QStringList {u"abcXefghij0123456789"_s});
    QCOMPARE(cli.contacts(), 2);
    VERIFY_EXIT(cli.run(words(u"contacts delete abcX"_s)), 0);
    QCOMPARE(intAt(cli.json(words(u"trash empty"_s)), "removed"), 1);
    VERIFY_EXIT(cli.run(words(u"contacts restore abcX"_s)), 1);
}

void RecordsTest::mergeIsTakenBack()
{
    const Cli cli;
    const QString kept = u"abcdefghij0123456789"_s;
    const QString merged = u"abcXefghij0123456789"_s;
    importIds(cli, {kept, merged});
    for (const QString &written : {merged, merged.first(8), u"abc"_s}) {
        VERIFY_EXIT(cli.run({u"contacts"_s, u"merge"_s, kept, merged}), 0);
        QCOMPARE(cli.contacts(), 1);
        const Json taken = cli.json({u"contacts"_s, u"unmerge"_s, written});
        QCOMPARE(textAt(taken, "id"), merged);
        QCOMPARE(textAt(taken, "mergedInto"), kept);
        QCOMPARE(cli.contacts(), 2);
    }
    const Answer again = cli.run({u"--json"_s, u"contacts"_s, u"unmerge"_s, merged});
    VERIFY_EXIT(again, 1);
    QCOMPARE(codeOf(again), u"not_found"_s);
    QVERIFY2(again.err.contains("was not merged"), again.inWords().constData());
}

void RecordsTest::listPages()
{
    const Cli cli;
    cli.write(u"people.csv"_s,
              "name,email,company,status\n"
              "Ann Lee,c@x.example,Bolt,Replied\nBob Roe,b@x.example,Acme,\nCy Dee,a@x.example,,responded\n");
    VERIFY_EXIT(cli.run(words(u"import people.csv"_s)), 0);
    const auto names = [&](const QString &arguments) {
        QStringList firsts;
        const Json json = cli.json(words(u"contacts list "_s + arguments));
        for (const Json &contact : arrayAt(json, "contacts")) {
            firsts << textAt(contact, "firstName");
        }
        return QString::number(intAt(json, "total", -1)) + u": "_s + firsts.join(u' ');
    };
    QCOMPARE(names(u"--sort email"_s), u"3: Cy Bob Ann"_s);
    QCOMPARE(names(u"--sort -email"_s), u"3: Ann Bob Cy"_s);
    QCOMPARE(names(u"--sort=-name --limit 1"_s), u"3: Cy"_s);
    QCOMPARE(names(u"--sort name --limit 2 --offset 1"_s), u"3: Bob Cy"_s);
    QCOMPARE(names(u"--offset 3"_s), u"3: "_s);
    QCOMPARE(names(u"--offset 100000000"_s), u"3: "_s);
    QCOMPARE(names(u"--limit 1000000"_s).left(2), u"3:"_s);
    QCOMPARE(names(u"--status Replied --sort email"_s), u"2: Cy Ann"_s);
    QCOMPARE(names(u"--status replied --sort email"_s), u"2: Cy Ann"_s);
    QCOMPARE(names(u"--status Responded"_s).left(2), u"2:"_s);
    VERIFY_EXIT(cli.run(words(u"contacts list --status Nowhere"_s)), 2); // nobody has it
    QCOMPARE(names(u"--query bol"_s), u"1: Ann"_s);
    for (const QString &key :
         words(u"name email company jobTitle college location status nextActionDate lastContactDate createdAt"_s)) {
        QCOMPARE(names(u"--sort "_s + key).left(2), u"3:"_s);
    }
}

void RecordsTest::undoRedoHistory()
{
    const Cli cli;
    VERIFY_EXIT(cli.run(words(u"undo"_s)), 1);
    VERIFY_EXIT(cli.run(words(u"redo"_s)), 1);
    (void)cli.added({u"firstName=Ann"_s});
    (void)cli.added({u"firstName=Bob"_s});
    const Answer undone = cli.run(words(u"--json undo 2"_s));
    VERIFY_EXIT(undone, 0);
    VERIFY_FIELDS(undone.json(), "operationId:text label:text operations:list");
    QCOMPARE(cli.contacts(), 0);
    VERIFY_EXIT(cli.run(words(u"redo"_s)), 0);
    QCOMPARE(cli.contacts(), 1);
    const Answer rest = cli.run(words(u"--json redo 5"_s)); // as many as there are
    VERIFY_EXIT(rest, 0);
    QCOMPARE(arrayAt(rest.json(), "operations").size(), 1U);
    QCOMPARE(cli.contacts(), 2);
    const Json history = cli.json(words(u"history --limit 3"_s));
    QCOMPARE(arrayAt(history, "operations").size(), 3U);
    VERIFY_FIELDS(arrayAt(history, "operations")[0],
                  "operationId:text label:text origin:text at:text undone:flag");
    VERIFY_EXIT(cli.run(words(u"undo 99999999999999"_s)), 2);
    VERIFY_EXIT(cli.run({u"undo"_s, u"-1"_s}), 2);
}

void RecordsTest::draftsAreSet()
{
    const Cli cli;
    const QString person = cli.added(
            {u"firstName=Ann"_s, u"lastName=Lee"_s, u"company=Acme"_s, u"email=ann@x.example"_s});
    VERIFY_EXIT(cli.run({u"profile"_s, u"set"_s, u"name=Bob Roe"_s, u"email=bob@x.example"_s}), 0);
    const Json written = cli.json({u"write"_s, u"--contact"_s, person});
    const QString id = textAt(arrayAt(written, "drafts")[0], "id");
    const Answer set = cli.run({u"--json"_s, u"drafts"_s, u"set"_s, id.left(6), u"subject=Grüße"_s,
                                u"body=Hi Ann,\n\nYou won a prize.\n\nBob Roe"_s});
    VERIFY_EXIT(set, 0);
    QCOMPARE(textAt(set.json(), "subject"), u"Grüße"_s);
    QVERIFY(!boolAt(member(set.json(), "gate"), "ok", true));
    const Answer held = cli.run({u"--json"_s, u"drafts"_s, u"export"_s, u"mails"_s, id});
    VERIFY_EXIT(held, 6);
    QVERIFY(arrayAt(held.json(), "files").empty());
    QVERIFY(!textAt(arrayAt(held.json(), "held")[0], "reason").isEmpty());
    VERIFY_EXIT(cli.run({u"drafts"_s, u"set"_s, id, u"state=sent"_s}), 2);
    VERIFY_EXIT(cli.run({u"drafts"_s, u"set"_s, id, u"resumeId=nothing"_s}), 1);
    VERIFY_EXIT(cli.run({u"drafts"_s, u"set"_s, id}), 2);
    VERIFY_EXIT(cli.run({u"drafts"_s, u"set"_s, id, u"overrideReason=I know her"_s}), 0);
    VERIFY_EXIT(cli.run({u"drafts"_s, u"export"_s, u"mails"_s, id}), 0);
    QCOMPARE(textAt(cli.json({u"drafts"_s, u"show"_s, id}), "state"), u"handed_off"_s);
    QCOMPARE(arrayAt(cli.json(words(u"drafts list --state handed_off"_s)), "drafts").size(), 1U);
    // Its recipient is in the trash: it is changed all the same, and said to be.
    VERIFY_EXIT(cli.run({u"contacts"_s, u"delete"_s, person}), 0);
    const Answer unexamined = cli.run({u"--json"_s, u"drafts"_s, u"set"_s, id, u"subject=Salut"_s});
    VERIFY_EXIT(unexamined, 0);
    QCOMPARE(textAt(unexamined.json(), "subject"), u"Salut"_s);
    VERIFY_EXIT(cli.run({u"drafts"_s, u"delete"_s, id}), 0);
    VERIFY_EXIT(cli.run({u"drafts"_s, u"show"_s, id}), 1);
}

void RecordsTest::draftsHaveVersions()
{
    const Cli cli;
    VERIFY_EXIT(
            cli.run({u"profile"_s, u"set"_s, u"name=Robin Sample"_s, u"university=University of Michigan"_s}),
            0);
    const QString contact = cli.added(
            {u"firstName=Zoë"_s, u"lastName=Müller"_s, u"company=Acme"_s, u"jobTitle=Analyst"_s});
    const Json written = cli.json({u"write"_s, u"--contact"_s, contact});
    const QString id = textAt(arrayAt(written, "drafts")[0], "id");
    const QString first = textAt(arrayAt(written, "drafts")[0], "body");
    VERIFY_EXIT(cli.run({u"drafts"_s, u"set"_s, id, u"body=By hand"_s}), 0);
    const Answer rewritten = cli.run({u"--json"_s, u"drafts"_s, u"rewrite"_s, id});
    VERIFY_EXIT(rewritten, 0);
    QVERIFY(textAt(rewritten.json(), "body") != first);
    const Json versions = cli.json({u"drafts"_s, u"versions"_s, id});
    VERIFY_FIELDS(versions, "id:text versions:list");
    QCOMPARE(arrayAt(versions, "versions").size(), 3U);
    VERIFY_FIELDS(arrayAt(versions, "versions")[1],
                  "number:number at:text subject:text body:text writer:text label:text origin:text "
                  "operationId:text");
    QCOMPARE(textAt(arrayAt(versions, "versions")[1], "body"), u"By hand"_s);
    VERIFY_EXIT(cli.run({u"drafts"_s, u"set"_s, id, u"subject=Hi"_s}), 0);
    VERIFY_EXIT(cli.run({u"drafts"_s, u"accept"_s, id}), 6); // the gate holds it
    QVERIFY(!boolAt(cli.json({u"drafts"_s, u"show"_s, id}), "reviewed"));
    VERIFY_EXIT(cli.run({u"undo"_s}), 0);
    VERIFY_EXIT(cli.run({u"drafts"_s, u"restore"_s, id}), 2);
    VERIFY_EXIT(cli.run({u"drafts"_s, u"restore"_s, id, u"--version"_s, u"9"_s}), 1);
    VERIFY_EXIT(cli.run({u"drafts"_s, u"restore"_s, id, u"--version"_s, u"1"_s}), 0);
    QCOMPARE(textAt(cli.json({u"drafts"_s, u"show"_s, id}), "body"), first);
    VERIFY_EXIT(cli.run({u"drafts"_s, u"accept"_s, id}), 0);
    QVERIFY(boolAt(cli.json({u"drafts"_s, u"show"_s, id}), "reviewed"));
    VERIFY_EXIT(cli.run({u"undo"_s, u"2"_s}), 0);
    const Json undone = cli.json({u"drafts"_s, u"show"_s, id});
    QVERIFY(!boolAt(undone, "reviewed"));
    QCOMPARE(textAt(undone, "body"), textAt(rewritten.json(), "body"));
}

void RecordsTest::severalContactsAreWrittenTo()
{
    const Cli cli;
    VERIFY_EXIT(cli.run({u"profile"_s, u"set"_s, u"name=Bob Roe"_s, u"email=bob@x.example"_s}), 0);
    QStringList ids;
    for (const QString &name : {u"Ann"_s, u"Cy"_s, u"Di"_s}) {
        ids << cli.added({u"firstName="_s + name, u"lastName=Lee"_s, u"company="_s + name + u" Works"_s});
    }
    const Answer answer = cli.run(
            {u"--json"_s, u"write"_s, u"--contact"_s, ids[0], u"--contact"_s, ids[1], ids[2]});
    QVERIFY2(answer.exitCode == 0 || answer.exitCode == 6, answer.inWords().constData());
    QStringList asked;
    for (const char *list : {"drafts", "unwritten"}) {
        for (const Json &one : arrayAt(answer.json(), list)) {
            asked << textAt(one, "contactId");
        }
    }
    asked.sort();
    ids.sort();
    QCOMPARE(asked, ids); // nobody is passed over in silence
}

void RecordsTest::mutes()
{
    const Cli cli;
    const QString id = cli.added({u"firstName=Ann"_s});
    QVERIFY(boolAt(cli.json({u"replies"_s, u"mute"_s, id}), "muted"));
    QVERIFY(boolAt(cli.json({u"contacts"_s, u"show"_s, id}), "notificationsMuted"));
    QVERIFY(!boolAt(cli.json({u"replies"_s, u"unmute"_s, id}), "muted", true));
    QVERIFY(!boolAt(cli.json({u"contacts"_s, u"show"_s, id}), "notificationsMuted"));
    VERIFY_EXIT(cli.run(words(u"replies mute nobody"_s)), 1);
}

void RecordsTest::loggedAnswerTellsOfTheStage()
{
    const Cli cli;
    const QString id = cli.added({u"firstName=Ann"_s, u"email=ann@x.example"_s});
    cli.write(u"r.eml"_s,
              "From: Ann <ann@x.example>\r\nTo: me@y.example\r\nSubject: Re: Coffee\r\n"
              "Date: Mon, 2 Mar 2020 09:00:00 +0000\r\n\r\nGladly.\r\n");
    VERIFY_EXIT(cli.run({u"contacts"_s, u"set"_s, id, u"status=Contacted"_s}), 0);
    const Answer answer = cli.run(words(u"replies log r.eml"_s));
    VERIFY_EXIT(answer, 0);
    QVERIFY2(answer.err.contains("The stage stays \"Contacted\", as set by hand."),
             answer.inWords().constData());
    QCOMPARE(textAt(cli.json({u"contacts"_s, u"show"_s, id}), "status"), u"Contacted"_s);
}
