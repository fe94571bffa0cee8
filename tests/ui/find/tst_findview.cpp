// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "support/spin.h"
#include "support/support.h"
#include "ui/find/findview.h"
#include "ui/support/reach.h"
#include "ui/support/workdesk.h"

#include <QAction>
#include <QCheckBox>
#include <QCompleter>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace crema;
using test::somebody;
using test::spinUntil;
using test::WorkDesk;

namespace {

/// A shown Find page.
struct Find
{
    WorkDesk desk;
    std::unique_ptr<ui::FindPresenter> presenter;
    ui::FindView *view = nullptr;

    ~Find() { desk.closeView(); }

    bool open()
    {
        if (!desk.open()) {
            return false;
        }
        presenter = std::make_unique<ui::FindPresenter>(desk.services());
        view = new ui::FindView(*presenter);
        return desk.show(view);
    }

    QLineEdit *field(const QString &kind) { return desk.child<QLineEdit>(u"find_"_s + kind); }
    QTableView *table() { return desk.child<QTableView>(u"foundTable"_s); }
    QListWidget *runs() { return desk.child<QListWidget>(u"findRuns"_s); }
    int rows() { return table()->isVisible() ? table()->model()->rowCount() : 0; }
    bool isBusy() { return desk.isShown(u"busyCancel"_s); }

    /// Types a title and presses Enter; waits for the answer.
    bool search(const QString &title)
    {
        field(u"job_title"_s)->clear();
        field(u"job_title"_s)->setFocus();
        QTest::keyClicks(field(u"job_title"_s), title);
        QTest::keyClick(field(u"job_title"_s), Qt::Key_Return);
        return spinUntil([this] { return !isBusy(); });
    }
};

} // namespace

void TestFindView::aNewUserIsToldWhatToDo()
{
    Find find;
    QVERIFY(find.open());
    QVERIFY(find.desk.allText().contains(u"Who would you like to talk to?"_s));
    QVERIFY(find.desk.allText().contains(u"Free:"_s)); // the price before the click
    QVERIFY(!find.desk.isShown(u"find.write.button"_s)); // nothing to act on yet
}

void TestFindView::nothingTypedIsNoSearch()
{
    Find find;
    QVERIFY(find.open());
    QVERIFY(find.desk.click(u"findSearch"_s));
    QVERIFY(find.desk.allText().contains(u"Whom are you looking for?"_s));
    QVERIFY(find.field(u"job_title"_s)->hasFocus());
    QVERIFY(!find.isBusy());
}

void TestFindView::searchesAndSaysWhy()
{
    Find find;
    QVERIFY(find.open());
    QVERIFY(find.desk.add({somebody(0)}));
    find.desk.child<QSpinBox>(u"findLimit"_s)->setValue(4);
    QVERIFY(find.search(u"consultant"_s));
    QCOMPARE(find.rows(), 4);
    for (int row = 0; row < find.rows(); ++row) {
        const auto why = static_cast<int>(ui::FoundModel::Column::why);
        QVERIFY(!find.table()->model()->index(row, why).data().toString().isEmpty());
    }
    QVERIFY(find.desk.text(u"findSummary"_s).startsWith(u"4 people found"_s));
    find.desk.child<QCheckBox>(u"findSample"_s)->click();
    QVERIFY(find.desk.click(u"findSearch"_s));
    QVERIFY(spinUntil([&] { return !find.isBusy() && find.rows() == 1; }));
    QCOMPARE(find.table()->model()->index(0, 0).data().toString(), u"Zoë Müller"_s);
}

void TestFindView::nobodyFoundSaysWhatToDo()
{
    Find find;
    QVERIFY(find.open());
    find.desk.child<QCheckBox>(u"findSample"_s)->setChecked(false);
    QVERIFY(find.search(u"lighthouse keeper"_s));
    QVERIFY(find.desk.allText().contains(u"Nobody matches"_s));
    QSignalSpy import(find.view, &ui::FindView::importRequested);
    QVERIFY(find.desk.click(u"emptyPrimary"_s));
    QCOMPARE(import.size(), 1);
}

void TestFindView::completesWhileTyping()
{
    Find find;
    QVERIFY(find.open());
    QLineEdit *title = find.field(u"job_title"_s);
    title->setFocus();
    QTest::keyClicks(title, u"consul"_s);
    const QAbstractItemModel *completions = title->completer()->model();
    QVERIFY(spinUntil([&] { return completions->rowCount() > 0; }));
    QVERIFY(completions->index(0, 0).data().toString().contains(u"consul"_s, Qt::CaseInsensitive));
}

void TestFindView::savesTheChosen()
{
    Find find;
    QVERIFY(find.open());
    QVERIFY(find.search(u"consultant"_s));
    QVERIFY(find.rows() > 2);
    find.table()->setFocus();
    find.table()->setCurrentIndex(find.table()->model()->index(0, 0));
    QTest::keyClick(find.table(), Qt::Key_Down, Qt::ShiftModifier);
    auto *save = find.desk.child<QPushButton>(u"find.save.button"_s);
    QCOMPARE(save->text(), u"Save 2 to contacts"_s);
    QSignalSpy toast(find.presenter.get(), &ui::FindPresenter::toast);
    QVERIFY(find.desk.click(u"find.save.button"_s));
    QVERIFY(spinUntil([&] { return toast.size() == 1; }));
    QCOMPARE(toast.constFirst().at(0).toString(), u"2 people saved to contacts"_s);
    QCOMPARE(find.desk.services().reader.countContacts({}).value_or(-1), 2);
    const auto known = static_cast<int>(ui::FoundModel::Column::known);
    QCOMPARE(find.table()->model()->index(1, known).data().toString(), u"In contacts"_s);
    QCOMPARE(find.table()->selectionModel()->selectedRows().size(), 2); // still chosen, for the next step
}

void TestFindView::writingSavesFirst()
{
    Find find;
    QVERIFY(find.open());
    find.desk.child<QSpinBox>(u"findLimit"_s)->setValue(3);
    QVERIFY(find.search(u"consultant"_s));
    QSignalSpy write(find.presenter.get(), &ui::FindPresenter::writeRequested);
    QVERIFY(find.desk.click(u"find.write.button"_s));
    QVERIFY(spinUntil([&] { return write.size() == 1; }));
    QCOMPARE(write.constFirst().at(0).toStringList().size(), 3);
    QCOMPARE(find.desk.services().reader.countContacts({}).value_or(-1), 3);
}

void TestFindView::exportsToAFile()
{
    Find find;
    QVERIFY(find.open());
    find.desk.child<QSpinBox>(u"findLimit"_s)->setValue(3);
    QVERIFY(find.search(u"consultant"_s));
    QVERIFY(find.desk.click(u"find.export.button"_s));
    auto *dialog = find.desk.child<QFileDialog>(u"findExportDialog"_s);
    QVERIFY(dialog != nullptr);
    dialog->setDirectory(find.desk.file({}));
    dialog->selectFile(find.desk.file(u"people"_s)); // without an ending, as people type it
    QSignalSpy toast(find.presenter.get(), &ui::FindPresenter::toast);
    QMetaObject::invokeMethod(dialog, "accept");
    QVERIFY(spinUntil([&] { return toast.size() == 1; }));
    QFile file(find.desk.file(u"people.csv"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().trimmed().count('\n'), 3);
}

void TestFindView::earlierSearchesComeBack()
{
    Find find;
    QVERIFY(find.open());
    QVERIFY(find.search(u"consultant"_s));
    QVERIFY(find.search(u"engineer"_s));
    QListWidget *runs = find.runs();
    QVERIFY(spinUntil([&] { return runs->count() == 2; }));
    QCOMPARE(runs->currentItem()->text(), u"engineer"_s); // the shown one is marked
    runs->setFocus();
    runs->setCurrentRow(1);
    QTest::keyClick(runs, Qt::Key_Return);
    QVERIFY(find.desk.text(u"findSummary"_s).contains(u"consultant"_s));
    QCOMPARE(find.field(u"job_title"_s)->text(), u"consultant"_s);
    find.desk.closeView();
    find.presenter = std::make_unique<ui::FindPresenter>(find.desk.services());
    find.view = new ui::FindView(*find.presenter);
    QVERIFY(find.desk.show(find.view));
    QVERIFY(find.desk.text(u"findSummary"_s).contains(u"engineer"_s)); // back where the user was
}

void TestFindView::deletedSearchIsClosed()
{
    Find find;
    QVERIFY(find.open());
    QVERIFY(find.search(u"consultant"_s));
    QVERIFY(spinUntil([&] { return find.runs()->count() == 1; }));
    find.runs()->setFocus();
    find.runs()->setCurrentRow(0);
    QTest::keyClick(find.runs(), Qt::Key_Delete);
    QVERIFY(spinUntil([&] { return find.runs()->count() == 0; }));
    QVERIFY(find.desk.allText().contains(u"Who would you like to talk to?"_s));
    QVERIFY(!find.desk.isShown(u"find.write.button"_s)); // its people cannot be saved or written to any more
    QVERIFY(find.presenter->shownRun().id.isEmpty());
}

void TestFindView::cancelEndsTheSearchAndCanBeUsedAgain()
{
    Find find;
    QVERIFY(find.open());
    for (int round = 0; round < 2; ++round) {
        find.field(u"job_title"_s)->setText(u"consultant"_s);
        QVERIFY(find.desk.click(u"findSearch"_s));
        QVERIFY(find.desk.allText().contains(u"Searching people on this computer"_s));
        QVERIFY(find.desk.click(u"busyCancel"_s)); // the second time as well
        QVERIFY(!find.isBusy());
        QVERIFY(find.desk.child<QPushButton>(u"findSearch"_s)->isEnabled());
        QCOMPARE(find.rows(), 0);
    }
}

void TestFindView::failureKeepsTheFormAndTriesAgain()
{
    Find find;
    QVERIFY(find.open());
    QVERIFY(find.desk.breakWrites());
    QVERIFY(find.search(u"consultant"_s));
    QVERIFY(find.desk.isShown(u"bannerClose"_s));
    QCOMPARE(find.field(u"job_title"_s)->text(), u"consultant"_s);
    QVERIFY(find.desk.mendWrites());
    if (find.desk.isShown(u"bannerAction"_s)) {
        QVERIFY(find.desk.click(u"bannerAction"_s));
    } else {
        QVERIFY(find.desk.click(u"findSearch"_s));
    }
    QVERIFY(spinUntil([&] { return !find.isBusy() && find.rows() > 0; }));
    QVERIFY(!find.desk.isShown(u"bannerClose"_s));
}

void TestFindView::everyControlIsNamedAndReached()
{
    Find find;
    QVERIFY(find.open());
    QCOMPARE(test::unreachedByTab(&find.desk.window()).join(u' '), QString());
    QVERIFY(find.search(u"consultant"_s));
    QVERIFY(spinUntil([&] { return find.runs()->count() == 1; }));
    QCOMPARE(test::unreachedByTab(&find.desk.window()).join(u' '), QString());
    QCOMPARE(test::namelessFaces(&find.desk.window()).join(u' '), QString());
}
