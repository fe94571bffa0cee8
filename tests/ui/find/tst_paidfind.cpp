// SPDX-License-Identifier: GPL-3.0-or-later
#include "paidpage.h"
#include "tests.h"

#include "support/pdlvendor.h"
#include "support/spin.h"
#include "support/support.h"
#include "ui/common/chip.h"
#include "ui/find/findview.h"
#include "ui/support/reach.h"
#include "ui/support/workdesk.h"

#include <QAbstractButton>
#include <QCompleter>
#include <QDir>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTcpSocket>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace crema;
using test::PdlVendor;
using test::spinUntil;

namespace {

/// One stand-in for all tests; each begins with a fresh state of it.
std::unique_ptr<PdlVendor> stand;

PdlVendor &vendor()
{
    return *stand;
}

/// The page whose vendor is the stand-in.
struct PaidFind : test::PaidFindPage
{
    PaidFind() : PaidFindPage(vendor().baseUrl()) { }
};

} // namespace

void TestPaidFind::initTestCase()
{
    stand = std::make_unique<PdlVendor>();
    if (!vendor().isRunning()) {
        QSKIP("There is no /usr/bin/python3 for the stand-in of the vendor.");
    }
}

void TestPaidFind::cleanupTestCase()
{
    stand.reset();
}

void TestPaidFind::init()
{
    vendor().reset();
    qputenv(test::keyVariable, PdlVendor::key);
}

void TestPaidFind::cleanup()
{
    qunsetenv(test::keyVariable);
}

void TestPaidFind::withoutAKeyItSaysSoAndLeadsToConnections()
{
    qunsetenv(test::keyVariable);
    PaidFind find;
    QVERIFY(find.openPaid());
    QVERIFY(find.desk.waitShown(u"findNoKey"_s));
    QVERIFY(!find.button(u"findSearch"_s)->isEnabled());
    QVERIFY(!find.button(u"findSearch"_s)->toolTip().isEmpty());
    find.field(u"job_title"_s)->setFocus();
    QTest::keyClicks(find.field(u"job_title"_s), u"analyst"_s);
    QTest::keyClick(find.field(u"job_title"_s), Qt::Key_Return); // the keyboard does not get round it
    QVERIFY(!find.isBusy());
    QSignalSpy connections(find.view, &ui::FindView::connectionsRequested);
    QVERIFY(find.desk.click(u"findEnterKey"_s));
    QCOMPARE(connections.size(), 1);
    QTest::mouseClick(find.segments().at(0), Qt::LeftButton);
    QVERIFY(!find.desk.isShown(u"findNoKey"_s));
    QVERIFY(find.button(u"findSearch"_s)->isEnabled());
}

void TestPaidFind::thePriceStandsBeforeTheClick()
{
    PaidFind find;
    QVERIFY(find.openPaid());
    auto *limit = find.desk.child<QSpinBox>(u"findLimit"_s);
    QCOMPARE(limit->maximum(), 3); // of the Free plan
    QCOMPARE(limit->value(), 3);
    QVERIFY(find.desk.text(u"findPrice"_s)
                    .startsWith(u"Up to 3 people: at most 45 credits; you have 150."_s));
    limit->setValue(1);
    QVERIFY(find.desk.text(u"findPrice"_s).startsWith(u"Up to 1 person: at most 15 credits"_s));
    QTest::mouseClick(find.segments().at(0), Qt::LeftButton);
    QCOMPARE(limit->value(), 10); // what stood there before
    QVERIFY(find.desk.text(u"findPrice"_s).startsWith(u"Free:"_s));
    QTest::mouseClick(find.segments().at(1), Qt::LeftButton);
    QCOMPARE(limit->value(), 1);
}

void TestPaidFind::missingCreditsAreNamedAndNothingIsSearched()
{
    Deployment deployment;
    deployment.free.creditsPerPeriod = 20;
    PaidFind find;
    QVERIFY(find.openPaid(deployment));
    QVERIFY(find.desk.text(u"findPrice"_s).startsWith(u"25 credits are missing"_s));
    QVERIFY(find.desk.text(u"findPrice"_s).endsWith(u"They are enough for 1 person."_s));
    QVERIFY(!find.button(u"findSearch"_s)->isEnabled());
    find.desk.child<QSpinBox>(u"findLimit"_s)->setValue(1);
    QVERIFY(find.button(u"findSearch"_s)->isEnabled());
    QVERIFY(find.search(u"software engineer"_s));
    QCOMPARE(find.rows(), 1);
    QCOMPARE(find.balance(), 5);
    QVERIFY(!find.button(u"findSearch"_s)->isEnabled()); // 10 are missing now
    QVERIFY(!find.button(u"findAgain"_s)->isEnabled());
}

void TestPaidFind::findsPeopleAndSaysWhatTheyCost()
{
    PaidFind find;
    QVERIFY(find.openPaid());
    QSignalSpy stages(find.presenter.get(), &ui::FindPresenter::progressed);
    QVERIFY(find.search(u"software engineer"_s));
    QCOMPARE(find.rows(), 3);
    QStringList seen;
    for (const QList<QVariant> &stage : std::as_const(stages)) {
        seen << stage.at(0).toString();
    }
    QVERIFY2(seen.contains(u"Looking up how the records spell it"_s), qUtf8Printable(seen.join(u'|')));
    QVERIFY2(seen.contains(u"Searching: 3 of 3 found"_s), qUtf8Printable(seen.join(u'|')));
    QCOMPARE(find.balance(), 105);
    QCOMPARE(find.button(u"findReceipt"_s)->text(), u"Charged 45 credits"_s);
    QSignalSpy receipt(find.view, &ui::FindView::receiptRequested);
    QVERIFY(find.desk.click(u"findReceipt"_s));
    const auto receipts = find.desk.services().reader.receipts();
    QVERIFY(receipts && receipts->size() == 1);
    QCOMPARE(receipt.value(0).value(0).toString(), receipts->constFirst().jobId);
    QVERIFY(find.desk.text(u"findPrice"_s).contains(u"you have 105"_s));
    find.table()->selectRow(0);
    QVERIFY(find.desk.isShown(u"findReasons"_s));
    QVERIFY(spinUntil([&] { return find.desk.allText().contains(u"+"_s); })); // reasons with their points
}

void TestPaidFind::thoseWithoutAnAddressAreMarked()
{
    vendor().control({{"plan", "free"}}); // the vendor's plan hides every address
    PaidFind find;
    QVERIFY(find.openPaid());
    QVERIFY(find.search(u"software engineer"_s));
    QCOMPARE(find.rows(), 3);
    const QModelIndex reach = find.table()->model()->index(0,
                                                           static_cast<int>(ui::FoundModel::Column::reach));
    QCOMPARE(reach.data().toString(), u"No address"_s);
    QVERIFY(reach.data(Qt::DecorationRole).isValid()); // not by colour alone
    QVERIFY(reach.data(Qt::ToolTipRole).toString().startsWith(u"No address"_s));
}

void TestPaidFind::whatWasWidenedIsSaid()
{
    PaidFind find;
    QVERIFY(find.openPaid());
    find.field(u"company"_s)->setText(u"Larkmoor Software"_s);
    QVERIFY(find.search(u"chief executive officer"_s, u"Portland, Maine"_s));
    QVERIFY2(find.desk.text(u"findWidened"_s).startsWith(u"Only "_s), qUtf8Printable(find.desk.allText()));
    find.field(u"company"_s)->clear();
    QVERIFY(find.search(u"software engineer"_s, u"Evanston, Illinois"_s)); // there are many
    QVERIFY(!find.desk.isShown(u"findWidened"_s));
}

void TestPaidFind::theSameAgainIsComparedAndFree()
{
    PaidFind find;
    QVERIFY(find.openPaid());
    find.desk.child<QSpinBox>(u"findLimit"_s)->setValue(1);
    QVERIFY(find.search(u"software engineer"_s));
    QCOMPARE(find.balance(), 135);
    QVERIFY(!find.desk.isShown(u"findNew"_s)); // nothing to compare with
    find.desk.child<QSpinBox>(u"findLimit"_s)->setValue(3);
    QVERIFY(find.search(u"software engineer"_s));
    QVERIFY(find.desk.waitShown(u"findNew"_s));
    const auto newOnes = [&] {
        int count = 0;
        for (int row = 0; row < find.rows(); ++row) {
            count += find.cell(row, ui::FoundModel::Column::known) == "New"_L1;
        }
        return count;
    };
    QCOMPARE(find.desk.child<ui::Badge>(u"findNew"_s)->text(), u"2 new"_s);
    QCOMPARE(newOnes(), 2);
    QCOMPARE(find.button(u"findReceipt"_s)->text(), u"Charged 30 credits, 15 given back"_s);
    QCOMPARE(find.balance(), 105);
    QCOMPARE(find.button(u"findAgain"_s)->text(), u"Search again, at most 45 credits"_s);
    QVERIFY(find.desk.click(u"findAgain"_s));
    QVERIFY(spinUntil([&] { return !find.isBusy(); }));
    QVERIFY(find.desk.waitShown(u"findNew"_s));
    QCOMPARE(find.desk.child<ui::Badge>(u"findNew"_s)->text(), u"Nobody new"_s);
    QCOMPARE(find.button(u"findReceipt"_s)->text(), u"Nothing charged, 45 credits given back"_s);
    QCOMPARE(find.balance(), 105);
    QVERIFY(find.desk.click(u"find.save.button"_s));
    QVERIFY(spinUntil([&] { return find.cell(0, ui::FoundModel::Column::known) == "In contacts"_L1; }));
    QVERIFY(test::await(find.desk.services().store.undo()).has_value());
    QVERIFY(spinUntil([&] { return find.cell(0, ui::FoundModel::Column::known).isEmpty(); }));
}

void TestPaidFind::nobodyFoundCostsNothing()
{
    PaidFind find;
    QVERIFY(find.openPaid());
    find.field(u"company"_s)->setText(u"Lighthouse Keepers Guild of Nowhere"_s);
    QVERIFY(find.search(u"lighthouse keeper"_s));
    QVERIFY(find.desk.allText().contains(u"Nobody matches"_s));
    QCOMPARE(find.button(u"findReceipt"_s)->text(), u"Nothing charged, 45 credits given back"_s);
    QCOMPARE(find.balance(), 150);
    QVERIFY(!find.desk.isShown(u"bannerClose"_s)); // nothing found is no failure
}

void TestPaidFind::cancelGivesEverythingBack()
{
    PaidFind find;
    QVERIFY(find.openPaid());
    for (const char *path : {"/v5/job_title", "/v5/person/search"}) { // one of each stage
        const bool paid = QLatin1String(path) == "/v5/person/search"_L1;
        vendor().reset();
        vendor().fault({{"path", path}, {"kind", "slow"}, {"ms", paid ? 4000 : 8000}, {"times", 9}});
        find.field(u"job_title"_s)->setText(u"engagement manager"_s);
        const QString stage = paid ? u"Searching People Data Labs"_s
                                   : u"Looking up how the records spell it"_s;
        QVERIFY(find.desk.click(u"findSearch"_s));
        QVERIFY(spinUntil([&] { return find.desk.allText().contains(stage); }));
        QVERIFY(!paid || spinUntil([&] { return vendor().spent() == 3; }));
        QVERIFY(find.desk.click(u"busyCancel"_s));
        QCOMPARE(find.desk.allText().contains(
                         u"Waiting for the page that is on its way; it is paid for already"_s),
                 paid);
        QVERIFY(spinUntil([&] { return !find.isBusy(); }));
        QVERIFY2(find.desk.allText().contains(u"Nothing was charged; the 45 credits set aside are back."_s),
                 qUtf8Printable(find.desk.allText()));
        QCOMPARE(find.balance(), 150);
        QVERIFY(find.button(u"findSearch"_s)->isEnabled());
        QCOMPARE(find.rows(), paid ? 3 : 0); // whom the vendor was paid for is shown
    }
    QVERIFY(find.search(u"engagement manager"_s)); // what came all the same is not paid for twice
    QCOMPARE(find.rows(), 3);
    QCOMPARE(find.balance(), 150);
    QCOMPARE(vendor().spent(), 3);
    vendor().reset();
    QVERIFY(find.search(u"software engineer"_s)); // and it works again
    QCOMPARE(find.rows(), 3);
}

void TestPaidFind::quittingKeepsWhatIsPaidFor()
{
    PaidFind find;
    QVERIFY(find.openPaid());
    vendor().fault({{"path", "/v5/person/search"}, {"kind", "slow"}, {"ms", 4000}});
    find.field(u"job_title"_s)->setText(u"engagement manager"_s);
    QVERIFY(find.desk.click(u"findSearch"_s));
    QVERIFY(spinUntil([&] { return vendor().spent() == 3; }));
    QVERIFY(find.reopenPaid());
    QCOMPARE(find.balance(), 150);
    QVERIFY(find.desk.services().jobs.interrupted().value_or(QVector<store::JobRow> {{}}).isEmpty());
    QCOMPARE(find.desk.services().reader.runs().value_or(QVector<Run>()).size(), 1); // and there they are
    QVERIFY(find.search(u"engagement manager"_s));
    QCOMPARE(find.rows(), 3);
    QCOMPARE(find.balance(), 150);
    QCOMPARE(vendor().spent(), 3);
    const Json state = vendor().control();
    QCOMPARE(std::ranges::count_if(
                     arrayAt(state, "requests"),
                     [](const Json &one) { return textAt(one, "path") == "/v5/person/search"_L1; }),
             1);
}

void TestPaidFind::withoutANetworkItSaysSo()
{
    QTcpSocket taken; // where nobody listens, and no other program can meanwhile
    QVERIFY(taken.bind(QHostAddress(QHostAddress::LocalHost)));
    const QUrl nowhere(u"http://127.0.0.1:%1/v5"_s.arg(taken.localPort()));
    test::PaidFindPage find(nowhere);
    QVERIFY(find.openPaid());
    QVERIFY(find.search(u"software engineer"_s));
    const QString words = find.desk.allText();
    QVERIFY2(words.contains(u"No connection"_s), qUtf8Printable(words));
    QVERIFY2(words.contains(u"Try again when you are online."_s), qUtf8Printable(words));
    QVERIFY2(words.contains(u"Nothing was charged; the 45 credits set aside are back."_s),
             qUtf8Printable(words));
    QCOMPARE(find.balance(), 150);
    QCOMPARE(find.field(u"job_title"_s)->text(), u"software engineer"_s);
    QVERIFY(find.button(u"bannerAction"_s)->isVisible());
    QTest::mouseClick(find.segments().at(0), Qt::LeftButton); // this computer answers as ever
    QVERIFY(find.search(u"engineer"_s));
    QVERIFY(find.rows() > 0);
}

void TestPaidFind::failureInWords_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<QString>("heading");
    QTest::addColumn<QString>("advice");
    const auto add = [](const char *name, const char *fault, const QString &heading, const QString &advice) {
        QTest::newRow(name) << QByteArray(fault) << heading << advice;
    };
    add("a key that is refused", R"({"kind": 401, "times": 9})", u"The key was not accepted"_s,
        u"Settings, Connections"_s);
    add("an account there without credits", R"({"kind": 402, "times": 9})",
        u"No credits left at the service"_s, u"not Crema's credits"_s);
    add("too many requests, with the time",
        R"({"kind": 429, "times": 9, "headers": {"Retry-After": "3600"}})",
        u"The service asks to slow down"_s, u"It works again "_s);
    add("a fault of the vendor", R"({"kind": 500, "times": 9})", u"The service has a fault"_s,
        u"Nothing is wrong with what you asked."_s);
    add("time-out", R"({"kind": 504, "times": 9})", u"The service took too long"_s, u"Wait a moment"_s);
    add("a connection that breaks off", R"({"kind": "drop", "times": 9})", u"No connection"_s,
        u"Try again when you are online."_s);
    add("garbage", R"({"kind": "garbage", "times": 9})", u"The service answered something unexpected"_s,
        u"cannot be read"_s);
    add("nothing found", R"({"kind": 404, "times": 9})", QString(), QString());
}

void TestPaidFind::failureInWords()
{
    QFETCH(QByteArray, fault);
    QFETCH(QString, heading);
    QFETCH(QString, advice);
    Json what = parseJson(fault).value_or(Json());
    what["path"] = "/v5/person/search";
    vendor().fault(what);
    PaidFind find;
    QVERIFY(find.openPaid());
    QVERIFY(find.search(u"software engineer"_s));
    const QString words = find.desk.allText();
    if (heading.isEmpty()) { // the vendor's own 404: nobody, and no failure
        QVERIFY2(words.contains(u"Nobody matches"_s), qUtf8Printable(words));
        return;
    }
    QVERIFY2(words.contains(heading), qUtf8Printable(words));
    QVERIFY2(words.contains(advice), qUtf8Printable(words));
    QVERIFY2(words.contains(u"Nothing was charged"_s), qUtf8Printable(words));
    QCOMPARE(find.balance(), 150);
    QCOMPARE(find.field(u"job_title"_s)->text(), u"software engineer"_s);
    QSignalSpy connections(find.view, &ui::FindView::connectionsRequested);
    if (find.button(u"bannerAction"_s)->isVisible()) {
        vendor().reset();
        QVERIFY(find.desk.click(u"bannerAction"_s));
        QVERIFY(spinUntil([&] { return connections.size() == 1 || (!find.isBusy() && find.rows() == 3); }));
    }
    QCOMPARE(connections.size(), what["kind"] == 401 ? 1 : 0);
}

void TestPaidFind::titlesAreHelpedWith()
{
    PaidFind find;
    QVERIFY(find.openPaid());
    QVERIFY(!find.button(u"findTitleHelp"_s)->isEnabled()); // no title, no question
    find.field(u"job_title"_s)->setText(u"engagement manager"_s);
    QVERIFY(find.desk.click(u"findTitleHelp"_s));
    QVERIFY(find.desk.waitShown(u"titleHelpSimilar"_s));
    QStringList similar;
    for (const auto *button : find.desk.window().findChildren<QAbstractButton *>(u"titleHelpSimilar"_s)) {
        similar << button->text();
    }
    QVERIFY2(similar.contains(u"Case Team Leader"_s, Qt::CaseInsensitive),
             qUtf8Printable(similar.join(u'|')));
    QVERIFY(find.desk.text(u"titleHelpNote"_s).contains(u"People Data Labs"_s));
    QVERIFY(find.desk.click(u"titleHelpSimilar"_s));
    QCOMPARE(find.field(u"job_title"_s)->text(), similar.constFirst());
    QVERIFY(!find.desk.isShown(u"titleHelp"_s));
    QVERIFY(find.field(u"job_title"_s)->hasFocus());
}

void TestPaidFind::completionsComeFromTheVendor()
{
    PaidFind find;
    QVERIFY(find.openPaid());
    QLineEdit *company = find.field(u"company"_s);
    company->setFocus();
    QTest::keyClicks(company, u"brindle"_s);
    const QAbstractItemModel *completions = company->completer()->model();
    QVERIFY(spinUntil([&] { return completions->rowCount() > 0; }));
    QCOMPARE(completions->index(0, 0).data().toString(), u"Brindlecourt Capital"_s);
    const Json state = vendor().control();
    QCOMPARE(arrayAt(state, "requests").size(), size_t(1)); // one question for seven keys
}

void TestPaidFind::notesStayWithTheSearch()
{
    PaidFind find;
    QVERIFY(find.openPaid());
    QVERIFY(find.search(u"software engineer"_s));
    QVERIFY(find.desk.click(u"findAddNote"_s));
    auto *notes = find.desk.child<QPlainTextEdit>(u"findNotes"_s);
    QVERIFY(notes->hasFocus());
    QTest::keyClicks(notes, u"ask about the summer"_s);
    find.table()->setFocus();
    const QString id = find.presenter->shownRun().id;
    const auto stored = [&] { return find.desk.services().reader.run(id).value_or(Run()).notes; };
    QVERIFY(spinUntil([&] { return stored() == "ask about the summer"_L1; }));
    QVERIFY(test::await(find.desk.services().store.undo()).has_value());
    QVERIFY(spinUntil([&] { return notes->toPlainText().isEmpty(); }));
    QVERIFY(find.desk.isShown(u"findAddNote"_s));
    QVERIFY(find.desk.click(u"findAddNote"_s));
    QTest::keyClicks(notes, u"ask again"_s);
    find.view->handOver(); // as when the window closes
    QVERIFY(find.view->awaitsAnswer());
    QVERIFY(spinUntil([&] { return !find.view->awaitsAnswer(); }));
    QCOMPARE(stored(), u"ask again"_s);
    QVERIFY(find.view->refused().isEmpty());
}

void TestPaidFind::runsAreDeleted()
{
    PaidFind find;
    QVERIFY(find.openPaid());
    QVERIFY(find.search(u"software engineer"_s));
    auto *runs = find.desk.child<QListWidget>(u"findRuns"_s);
    QVERIFY(spinUntil([&] { return runs->count() == 1; }));
    QVERIFY(find.desk.click(u"findDelete"_s));
    QVERIFY(spinUntil([&] { return runs->count() == 0; }));
    QVERIFY(!find.desk.isShown(u"findSummary"_s));
    QVERIFY(find.presenter->shownRun().id.isEmpty());
}

void TestPaidFind::everyControlIsNamedAndReached()
{
    PaidFind find;
    QVERIFY(find.openPaid());
    QVERIFY(find.search(u"software engineer"_s));
    find.table()->selectRow(0);
    QCOMPARE(test::unreachedByTab(&find.desk.window()).join(u' '), QString());
    QCOMPARE(test::namelessFaces(&find.desk.window()).join(u' '), QString());
}

/// Not a check: with CREMA_PICTURES=DIR it pictures the states for whoever looks at them.
void TestPaidFind::inPictures()
{
    const QString folder = qEnvironmentVariable("CREMA_PICTURES");
    if (folder.isEmpty()) {
        QSKIP("CREMA_PICTURES names no folder.");
    }
    const auto keep = [&](PaidFind &find, const QString &name) {
        for (const auto &[scheme, word] :
             {std::pair(ui::SchemeChoice::light, u"light"_s), std::pair(ui::SchemeChoice::dark, u"dark"_s)}) {
            find.desk.theme().setChoice(scheme);
            QTest::qWait(150);
            QVERIFY(find.desk.window().grab().save(QDir(folder).filePath(name + u'-' + word + u".png"_s)));
        }
        find.desk.theme().setChoice(ui::SchemeChoice::light);
    };
    PaidFind find;
    QVERIFY(find.openPaid());
    keep(find, u"paid-empty"_s);
    find.desk.child<QSpinBox>(u"findLimit"_s)->setValue(1);
    QVERIFY(find.search(u"chief executive officer"_s, u"Portland, Maine"_s));
    find.desk.child<QSpinBox>(u"findLimit"_s)->setValue(3);
    QVERIFY(find.search(u"chief executive officer"_s, u"Portland, Maine"_s));
    find.table()->selectRow(0);
    QVERIFY(find.desk.click(u"findAddNote"_s));
    QTest::keyClicks(find.desk.child<QPlainTextEdit>(u"findNotes"_s), u"Ask about the summer programme"_s);
    keep(find, u"paid-found"_s);
    find.desk.window().resize(760, 620);
    keep(find, u"paid-narrow"_s);
    find.desk.window().resize(1180, 800);
    find.field(u"job_title"_s)->setText(u"engagement manager"_s);
    QVERIFY(find.desk.click(u"findTitleHelp"_s));
    QVERIFY(find.desk.waitShown(u"titleHelpSimilar"_s));
    keep(find, u"paid-titles"_s);
    vendor().fault({{"path", "/v5/person/search"}, {"kind", 429}, {"headers", {{"Retry-After", "3600"}}}});
    QTest::keyClick(find.desk.child<QWidget>(u"titleHelp"_s), Qt::Key_Escape);
    QVERIFY(find.search(u"product manager"_s));
    keep(find, u"paid-429"_s);
    find.desk.theme().setTextPercent(150);
    keep(find, u"paid-large"_s);
    find.desk.theme().setTextPercent(100);
    vendor().fault({{"path", "/v5/person/search"}, {"kind", "slow"}, {"ms", 3000}});
    find.field(u"job_title"_s)->setText(u"project leader"_s);
    QVERIFY(find.desk.click(u"findSearch"_s));
    keep(find, u"paid-busy"_s);
    QVERIFY(find.desk.click(u"busyCancel"_s));
    keep(find, u"paid-waiting"_s);
    qunsetenv(test::keyVariable);
    PaidFind keyless;
    QVERIFY(keyless.openPaid());
    keep(keyless, u"paid-nokey"_s);
}
