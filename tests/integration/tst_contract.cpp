// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli.h"
#include "tests.h"

#include <QBuffer>
#include <QDir>
#include <QFileInfo>
#include <QPdfDocument>

using namespace crema;
using namespace Qt::StringLiterals;

namespace {

constexpr const char *people =
        "Notes:\n\"When exporting your connection data, ...\"\n\n"
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\r\n"
        "Zoë,Müller,https://www.linkedin.com/in/zoe-m,zoe@x.example,Acme,Product Manager,12 Mar 2024\r\n"
        "王,小明,https://www.linkedin.com/in/xm,,Bolt,Analyst,1 Jan 2024\r\n"
        ",,,,,,\r\n"
        ",,,,Acme,Nobody,\r\n";

/// Of the first page, in points.
QSize pageSize(QByteArray pdf)
{
    QBuffer buffer(&pdf);
    QPdfDocument document;
    if (buffer.open(QIODevice::ReadOnly)) {
        document.load(&buffer);
    }
    return document.pagePointSize(0).toSize();
}

} // namespace

void ContractTest::demo()
{
    const Cli cli;
    const Answer answer = cli.run(words(u"--json demo --out results"_s));
    VERIFY_EXIT(answer, 0);
    const Json json = answer.json();
    VERIFY_FIELDS(json, "runId:text contacts:number drafts:list prepPdf:text");
    QVERIFY(intAt(json, "contacts") > 0);
    const QStringList drafts = textsAt(json, "drafts");
    QCOMPARE(drafts.size(), intAt(json, "contacts"));
    for (const QString &draft : drafts) {
        QVERIFY2(QFileInfo(draft).size() > 500, qPrintable(draft));
        QVERIFY(draft.startsWith(cli.path(u"results"_s)));
    }
    QFile pdf(textAt(json, "prepPdf"));
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    QVERIFY(pdf.read(5) == "%PDF-");
    const Answer again = cli.run(words(u"--json demo --out results"_s));
    VERIFY_EXIT(again, 0);
}

void ContractTest::profileAndResume()
{
    const Cli cli;
    const QStringList fields = words(
            u"name email phone linkedinUrl university degree major graduationYear hometown "
            "interests signature"_s);
    const Json empty = cli.json(words(u"profile show"_s));
    for (const QString &field : fields) {
        QVERIFY2(member(empty, field.toUtf8().constData()).is_string(), qPrintable(field));
    }
    cli.write(u"cv.txt"_s,
              "Ann Lee\nann@x.example\n\nEDUCATION\nUniversity of Michigan\nB.A. Economics, May 2026\n\n"
              "EXPERIENCE\nAcme Inc., Analyst, June 2023 - August 2023\n- Built a forecast\n");
    const Answer none = cli.run(words(u"--json resume show"_s));
    VERIFY_EXIT(none, 1);
    QCOMPARE(textAt(member(none.json(), "error"), "code"), u"not_found"_s);
    const Answer set = cli.run(words(u"--json resume set cv.txt"_s));
    VERIFY_EXIT(set, 0);
    VERIFY_FIELDS(set.json(),
                  "name:text university:text major:text year:text hometown:text companies:list "
                  "experience:list text:text");
    QCOMPARE(textsAt(set.json(), "companies"), QStringList {u"Acme Inc."_s});
    VERIFY_FIELDS(arrayAt(set.json(), "experience")[0], "text:text line:number");
    QCOMPARE(cli.json(words(u"resume show"_s)), set.json());
    QCOMPARE(textAt(cli.json(words(u"profile show"_s)), "university"), u"University of Michigan"_s);
    const Json corrected = cli.json(
            {u"profile"_s, u"set"_s, u"major"_s + u"=Ökonomie"_s, u"hometown=Köln"_s});
    QCOMPARE(textAt(corrected, "major"), u"Ökonomie"_s);
    VERIFY_EXIT(cli.run(words(u"resume set cv.txt"_s)), 0);
    QCOMPARE(textAt(cli.json(words(u"profile show"_s)), "major"), u"Ökonomie"_s); // set by hand stays
    VERIFY_EXIT(cli.run({u"profile"_s, u"set"_s, u"shoeSize=40"_s}), 2);
}

void ContractTest::importFindWriteExport()
{
    const Cli cli;
    cli.write(u"Connections.csv"_s, people);
    const Json dry = cli.json(words(u"import Connections.csv --dry-run"_s));
    VERIFY_FIELDS(dry,
                  "format:text created:number updated:number skipped:number invalid:list operationId:any");
    QVERIFY(member(dry, "operationId").is_null());
    QCOMPARE(cli.contacts(), 0);
    const Answer imported = cli.run(words(u"--json import Connections.csv"_s));
    VERIFY_EXIT(imported, 0);
    QCOMPARE(textAt(imported.json(), "format"), u"linkedin"_s);
    QCOMPARE(intAt(imported.json(), "created"), 2);
    QVERIFY(!textAt(imported.json(), "operationId").isEmpty());
    const Json &invalid = arrayAt(imported.json(), "invalid");
    QCOMPARE(invalid.size(), 1U);
    VERIFY_FIELDS(invalid[0], "row:number reason:text");
    QCOMPARE(intAt(invalid[0], "row"), 8); // as a spreadsheet counts

    const Answer found = cli.run(words(u"--json find --title analyst --no-sample --limit 5 --save"_s));
    VERIFY_EXIT(found, 0);
    VERIFY_FIELDS(found.json(),
                  "runId:text provider:text widened:list contacts:list cost:number balance:number");
    QCOMPARE(intAt(found.json(), "cost"), 0);
    const QString run = textAt(found.json(), "runId");
    QCOMPARE(textAt(arrayAt(cli.json(words(u"runs list"_s)), "runs")[0], "runId"), run);
    QCOMPARE(textAt(cli.json({u"runs"_s, u"show"_s, run.left(8)}), "runId"), run);

    VERIFY_EXIT(cli.run({u"profile"_s, u"set"_s, u"name=Ann Lee"_s, u"email=ann@y.example"_s,
                         u"university=UCLA"_s}),
                0);
    const Answer written = cli.run({u"--json"_s, u"write"_s, u"--run"_s, run});
    VERIFY_EXIT(written, 0);
    VERIFY_FIELDS(written.json(), "drafts:list cost:number balance:number");
    const Json &draft = arrayAt(written.json(), "drafts")[0];
    VERIFY_FIELDS(draft, "id:text contactId:text subject:text body:text gate:object claims:list");
    VERIFY_FIELDS(member(draft, "gate"), "ok:flag problems:list");
    for (const Json &claim : arrayAt(draft, "claims")) {
        VERIFY_FIELDS(claim, "text:text source:text");
    }
    const Answer files = cli.run(words(u"--json drafts export mails"_s));
    QVERIFY2(files.exitCode == 0 || files.exitCode == 6, files.inWords().constData());
    const auto held = arrayAt(files.json(), "held").size();
    QCOMPARE(files.exitCode == 6, held > 0U);

    for (const QString &name : {u"all.csv"_s, u"all.vcf"_s, u"all.json"_s}) {
        VERIFY_EXIT(cli.run({u"export"_s, name}), 0);
        QVERIFY(cli.bytesOf(name).contains("Müller"));
    }
    VERIFY_EXIT(cli.run({u"export"_s, u"run.csv"_s, u"--run"_s, run}), 0);
    QVERIFY(cli.bytesOf(u"run.csv"_s).contains("王"));
    VERIFY_EXIT(cli.run({u"runs"_s, u"delete"_s, run}), 0);
    VERIFY_EXIT(cli.run({u"runs"_s, u"show"_s, run}), 1);
}

void ContractTest::prepares()
{
    const Cli cli;
    const QString id = cli.added({u"firstName=Zoë"_s, u"lastName=Müller"_s, u"company=Acme"_s,
                                  u"jobTitle=Analyst"_s, u"linkedinUrl=https://www.linkedin.com/in/zoe-m"_s});
    const Answer made = cli.run({u"--json"_s, u"prep"_s, u"--linkedin"_s, u"linkedin.com/in/Zoe-M/?trk=x"_s,
                                 u"--out"_s, u"zoe.pdf"_s});
    VERIFY_EXIT(made, 0);
    QCOMPARE(textAt(made.json(), "contactId"), id);
    QCOMPARE(textAt(made.json(), "status"), u"completed"_s);
    QVERIFY(cli.bytesOf(u"zoe.pdf"_s).startsWith("%PDF-"));
    const QString prep = textAt(made.json(), "id");
    QCOMPARE(textAt(arrayAt(cli.json(words(u"preps list"_s)), "preps")[0], "id"), prep);
    QCOMPARE(textAt(cli.json({u"preps"_s, u"show"_s, prep.left(6)}), "id"), prep);
    const Json exported = cli.json({u"preps"_s, u"export"_s, prep, u"."_s});
    QVERIFY(QFileInfo::exists(textAt(exported, "pdf")));
    VERIFY_EXIT(cli.run({u"prep"_s, u"--contact"_s, id, u"--no-news"_s}), 0);
    const QString second = textAt(arrayAt(cli.json(words(u"preps list"_s)), "preps")[0], "id");
    VERIFY_EXIT(cli.run({u"preps"_s, u"export"_s, u"--joined"_s, prep, second, u"both.pdf"_s}), 0);
    QVERIFY(cli.bytesOf(u"both.pdf"_s).startsWith("%PDF-"));
    for (const auto &[paper, size] :
         {std::pair(u"A4"_s, QSize(595, 842)), std::pair(u"letter"_s, QSize(612, 792))}) {
        VERIFY_EXIT(cli.run({u"prep"_s, u"--contact"_s, id, u"--local"_s, u"--paper"_s, paper, u"--out"_s,
                             u"paper.pdf"_s}),
                    0);
        QCOMPARE(pageSize(cli.bytesOf(u"paper.pdf"_s)), size);
    }
    VERIFY_EXIT(cli.run({u"prep"_s, u"--contact"_s, id, u"--paper"_s, u"a5"_s}), 2);
    VERIFY_EXIT(cli.run({u"preps"_s, u"retry"_s, prep}), 0);
    VERIFY_EXIT(cli.run({u"preps"_s, u"delete"_s, prep}), 0);
    VERIFY_EXIT(cli.run({u"preps"_s, u"show"_s, prep}), 1);
    const QString stranger = u"https://www.linkedin.com/in/somebody-else"_s;
    VERIFY_EXIT(cli.run({u"prep"_s, u"--linkedin"_s, stranger}), 3); // to be looked up, and there is no key
    VERIFY_EXIT(cli.run({u"prep"_s, u"--linkedin"_s, stranger, u"--local"_s}), 1);
    VERIFY_EXIT(cli.run({u"prep"_s, u"--linkedin"_s, u"https://x.example/zoe"_s}), 2);
    VERIFY_EXIT(cli.run({u"prep"_s}), 2);
}

void ContractTest::creditsPlanJobs()
{
    const Cli cli;
    VERIFY_EXIT(cli.run(words(u"find --title consultant --limit 2"_s)), 0);
    const Json credits = cli.json(words(u"credits --receipts"_s));
    VERIFY_FIELDS(credits, "balance:number max:number plan:text resetsAt:text receipts:list");
    VERIFY_FIELDS(arrayAt(credits, "receipts")[0],
                  "jobId:text kind:text reserved:number charged:number released:number at:text");
    const Json plan = cli.json(words(u"plan"_s));
    QCOMPARE(textAt(plan, "plan"), u"free"_s);
    const Json jobs = cli.json(words(u"jobs list"_s));
    const QString id = textAt(arrayAt(jobs, "jobs")[0], "id");
    QCOMPARE(textAt(cli.json({u"jobs"_s, u"show"_s, id.left(8)}), "state"), u"done"_s);
    VERIFY_EXIT(cli.run({u"jobs"_s, u"resume"_s, id}), 2);
    VERIFY_EXIT(cli.run({u"jobs"_s, u"cancel"_s, id}), 2);
    VERIFY_EXIT(cli.run({u"jobs"_s, u"show"_s, u"zzz"_s}), 1);
    const Json check = cli.json(words(u"check"_s));
    VERIFY_FIELDS(check, "ok:flag problems:list");
    QVERIFY(boolAt(check, "ok"));
}

void ContractTest::suggestions()
{
    const Cli cli;
    for (const QString &kind : words(u"job_title company location school skill industry role sub_role"_s)) {
        const Answer answer = cli.run({u"--json"_s, u"suggest"_s, kind, u"co"_s, u"--limit"_s, u"3"_s});
        VERIFY_EXIT(answer, 0);
        VERIFY_FIELDS(answer.json(), "suggestions:list");
        QVERIFY(arrayAt(answer.json(), "suggestions").size() <= 3U);
    }
    const Json titles = cli.json(words(u"title Sr. Product Manager"_s));
    VERIFY_FIELDS(titles, "title:text similar:list near:list role:text");
    QVERIFY(!textsAt(titles, "near").isEmpty());
    const Json unknown = cli.json(words(u"title Grand Panjandrum"_s));
    QVERIFY(textsAt(unknown, "similar").isEmpty());
    QVERIFY(!unknown.contains("role"));
}

void ContractTest::servicesThatAreNotThere()
{
    const Cli cli;
    for (const char *line : {"gmail connect",
                             "gmail disconnect",
                             "drafts push abc",
                             "drafts send abc def",
                             "replies check",
                             "replies check --contact a --contact b",
                             "replies draft abc",
                             "account sign-up",
                             "account sign-in",
                             "account sign-out",
                             "account status",
                             "account delete",
                             "sync",
                             "sync --watch",
                             "sync status",
                             "billing checkout",
                             "billing status",
                             "billing portal",
                             "keys test pdl",
                             "find --title analyst --provider pdl",
                             "write --contact abc --writer llm",
                             "write --contact abc --push"}) {
        const Answer answer = cli.run(QStringList {u"--json"_s} + words(QString::fromUtf8(line)));
        VERIFY_EXIT(answer, 3);
        const Json &error = member(answer.json(), "error");
        VERIFY_FIELDS(error, "code:text message:text retryable:flag");
        QCOMPARE(textAt(error, "code"), u"unauthorised"_s);
        QVERIFY(QString::fromUtf8(answer.err).contains(textAt(error, "message")));
    }
    const Answer status = cli.run(words(u"--json gmail status"_s));
    VERIFY_EXIT(status, 3); // no error: it is asked how things stand
    VERIFY_FIELDS(status.json(), "connected:flag setUp:flag accounts:list");
    QVERIFY(!boolAt(status.json(), "connected", true));
    // Nothing was begun for any of them.
    QVERIFY(arrayAt(cli.json(words(u"jobs list"_s)), "jobs").empty());
    QVERIFY(arrayAt(cli.json(words(u"history"_s)), "operations").empty());
}

void ContractTest::resumesAndCorrections()
{
    const Cli cli;
    cli.write(u"cv.txt"_s,
              "Ann Lee\n\nEDUCATION\nUniversity of Michigan\nB.A. Economics, May 2026\n\n"
              "EXPERIENCE\nAcme Inc., Analyst, June 2023 - August 2023\n- Built a forecast\n");
    cli.write(u"old.txt"_s, "Ann Lee\n\nEDUCATION\nTrinity College Dublin, BA History, 2015 - 2019\n");
    const QString old = textAt(cli.json(words(u"resume set old.txt"_s)), "id");
    const QString id = textAt(cli.json(words(u"resume set cv.txt"_s)), "id");
    const Json list = cli.json(words(u"resume list"_s));
    QCOMPARE(arrayAt(list, "resumes").size(), 2U);
    VERIFY_FIELDS(arrayAt(list, "resumes")[0], "id:text fileName:text label:text corrections:number");
    const Json right = cli.json({u"resume"_s, u"correct"_s, u"university=UMich"_s, u"companies:1="_s,
                                 u"companies+=Contoso Ltd"_s, u"year=2027"_s});
    QCOMPARE(textAt(right, "university"), u"UMich"_s);
    QCOMPARE(textAt(right, "year"), u"2027"_s);
    QCOMPARE(textsAt(right, "companies"), QStringList {u"Contoso Ltd"_s});
    QCOMPARE(cli.json(words(u"resume read-again"_s)), right);
    QCOMPARE(textAt(cli.json(words(u"profile show"_s)), "university"), u"UMich"_s);
    const Json reset = cli.json(
            {u"resume"_s, u"correct"_s, id.left(8), u"--reset"_s, u"companies"_s, u"--reset"_s, u"year"_s});
    QCOMPARE(textsAt(reset, "companies"), QStringList {u"Acme Inc."_s});
    QCOMPARE(textAt(reset, "year"), u"2026"_s);
    VERIFY_EXIT(cli.run({u"resume"_s, u"correct"_s, u"shoeSize=40"_s}), 2);
    VERIFY_EXIT(cli.run({u"resume"_s, u"correct"_s, u"year=soon"_s}), 2);
    VERIFY_EXIT(cli.run({u"resume"_s, u"correct"_s}), 2);
    VERIFY_EXIT(cli.run({u"resume"_s, u"default"_s, old}), 0);
    QCOMPARE(textAt(cli.json(words(u"resume show"_s)), "id"), old);
    QCOMPARE(textAt(cli.json({u"resume"_s, u"show"_s, id}), "university"), u"UMich"_s);
    VERIFY_EXIT(cli.run({u"resume"_s, u"save"_s, id, u"copy.txt"_s}), 0);
    VERIFY_EXIT(cli.run({u"resume"_s, u"rename"_s, id, u"For banks"_s}), 0);
    VERIFY_EXIT(cli.run({u"resume"_s, u"delete"_s, old}), 0);
    QCOMPARE(textAt(cli.json(words(u"profile show"_s)), "university"), u"UMich"_s);
    VERIFY_EXIT(cli.run(words(u"undo"_s)), 0);
    QCOMPARE(textAt(cli.json(words(u"resume show"_s)), "id"), old);
}
