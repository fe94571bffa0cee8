// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "support/spin.h"
#include "ui/settings/egressmodel.h"
#include "ui/settings/settingsview.h"
#include "ui/support/workdesk.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace crema;
using test::spinUntil;
using test::WorkDesk;

namespace {

store::EgressRow request(int number)
{
    store::EgressRow row;
    row.key = u"k%1"_s.arg(number);
    row.at = u"2026-03-30T09:%1:00.000Z"_s.arg(number, 2, 10, QLatin1Char('0'));
    row.service = u"People Data Labs"_s;
    row.host = u"vendor.example"_s;
    row.request = u"POST /v5/person/search"_s;
    row.why = number % 2 == 0 ? u"Search for people"_s : u"Suggestions while typing"_s;
    row.personal = number % 2 == 0 ? QString() : u"profile link"_s;
    row.bytesOut = 420;
    row.bytesIn = 18'300;
    row.cost = number;
    row.status = 200;
    row.outcome = u"answered"_s;
    return row;
}

QVector<store::EgressRow> newestFirst(int count)
{
    QVector<store::EgressRow> rows;
    for (int number = count; number > 0; --number) {
        rows << request(number);
    }
    return rows;
}

/// A shown Settings page, at what left this computer.
struct Privacy
{
    WorkDesk desk;
    ui::SettingsView *view = nullptr;

    ~Privacy() { desk.closeView(); }

    bool open()
    {
        if (!desk.open()) {
            return false;
        }
        view = new ui::SettingsView(desk.services(), desk.theme());
        return desk.show(view);
    }

    bool record(const store::EgressRow &row)
    {
        store::Operation operation;
        operation.egress.push_back(row);
        return test::await(desk.services().store.apply(std::move(operation))).has_value();
    }
    QTableView *table() { return desk.child<QTableView>(u"egressTable"_s); }
    int rows() { return desk.isShown(u"egressTable"_s) ? table()->model()->rowCount() : 0; }
};

} // namespace

void TestEgress::modelKeepsToTheRules()
{
    ui::EgressModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.show(newestFirst(3));
    model.show(newestFirst(5)); // two more at the top
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(inserted.size(), 2);
    QVector<store::EgressRow> rows = newestFirst(5);
    rows[1].outcome = u"timeout"_s;
    model.show(rows);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(reset.size(), 0);
    const auto outcome = static_cast<int>(ui::EgressModel::Column::outcome);
    QCOMPARE(model.index(1, outcome).data().toString(), u"The service took too long"_s);
    model.show({request(2)}); // of a search
    QCOMPARE(model.rowCount(), 1);
    model.show({});
    QCOMPARE(model.rowCount(), 0);
}

void TestEgress::outcomesAreWords()
{
    store::EgressRow row = request(1);
    QCOMPARE(ui::outcomeInWords(row), u"Answered"_s);
    row.status = 429;
    QCOMPARE(ui::outcomeInWords(row), u"Refused (429)"_s);
    row.outcome = u"under way"_s;
    QCOMPARE(ui::outcomeInWords(row), u"Under way"_s);
    row.outcome = u"offline"_s;
    QCOMPARE(ui::outcomeInWords(row), u"No connection"_s);
    row.outcome = u"a word of a later version"_s;
    QCOMPARE(ui::outcomeInWords(row), row.outcome);
}

void TestEgress::nothingHasLeftThisComputer()
{
    Privacy page;
    QVERIFY(page.open());
    QCOMPARE(page.desk.text(u"egressEmpty"_s), u"Nothing has left this computer."_s);
    QVERIFY(!page.desk.isShown(u"egressTable"_s));
    QVERIFY(!page.desk.isShown(u"egressSearch"_s)); // nothing to search
}

void TestEgress::everyRequestIsListedAndSearched()
{
    Privacy page;
    QVERIFY(page.open());
    QVERIFY(page.record(request(1)));
    QVERIFY(page.record(request(2)));
    QVERIFY(spinUntil([&] { return page.rows() == 2; })); // by itself
    const QAbstractItemModel *model = page.table()->model();
    QStringList cells;
    for (int column = 1; column < ui::EgressModel::columns; ++column) {
        cells << model->index(0, column).data().toString();
    }
    QCOMPARE(cells.mid(0, 3), (QStringList {u"People Data Labs"_s, u"Search for people"_s, u"None"_s}));
    QVERIFY(cells.at(4).contains(u"kB"_s));
    QCOMPARE(cells.at(5), u"2"_s);
    QCOMPARE(model->index(1, 3).data().toString(), u"profile link"_s);
    auto *search = page.desk.child<QLineEdit>(u"egressSearch"_s);
    search->setText(u"TYPING"_s);
    QVERIFY(spinUntil([&] { return page.rows() == 1; }));
    search->setText(u"nowhere"_s);
    QVERIFY(spinUntil([&] { return page.rows() == 0; }));
    QVERIFY(page.desk.text(u"egressEmpty"_s).contains(u"nowhere"_s));
    QVERIFY(page.desk.isShown(u"egressSearch"_s)); // to take it back
    search->clear();
    QVERIFY(spinUntil([&] { return page.rows() == 2; }));
}

/// Not a check: with CREMA_PICTURES=DIR it pictures the section for whoever looks at it.
void TestEgress::inPictures()
{
    const QString folder = qEnvironmentVariable("CREMA_PICTURES");
    if (folder.isEmpty()) {
        QSKIP("CREMA_PICTURES names no folder.");
    }
    Privacy page;
    QVERIFY(page.open());
    const auto keep = [&](const QString &name) {
        for (const auto &[scheme, word] :
             {std::pair(ui::SchemeChoice::light, u"light"_s), std::pair(ui::SchemeChoice::dark, u"dark"_s)}) {
            page.desk.theme().setChoice(scheme);
            QTest::qWait(250);
            QVERIFY(page.desk.window().grab().save(QDir(folder).filePath(name + u'-' + word + u".png"_s)));
        }
    };
    page.view->showConnections();
    keep(u"connections"_s);
    page.view->showPrivacy();
    keep(u"privacy-empty"_s);
    for (int number = 1; number < 9; ++number) {
        store::EgressRow row = request(number);
        row.outcome = number == 3 ? u"timeout"_s : row.outcome;
        row.status = number == 5 ? 429 : row.status;
        QVERIFY(page.record(row));
    }
    QVERIFY(spinUntil([&] { return page.rows() == 8; }));
    page.view->showPrivacy();
    keep(u"privacy"_s);
    page.desk.window().resize(640, 700);
    page.view->showPrivacy();
    keep(u"privacy-narrow"_s);
}
