// SPDX-License-Identifier: GPL-3.0-or-later
#include "fullpage.h"
#include "tests.h"

#include "flows/contactflow.h"
#include "flows/tagflow.h"
#include "support/support.h"
#include "ui/common/banner.h"
#include "ui/common/busybar.h"
#include "ui/contacts/contactboard.h"
#include "ui/contacts/contactpane.h"

#include <QAction>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace {

/// What another program does meanwhile, or a reply that comes in.
enum class Elsewhere { leavesTheFilter, isDeleted };

void elsewhere(Full &full, Elsewhere what)
{
    flows::Services &services = full.desk.services();
    QSignalSpy listed(&full.desk.page().presenter(), &ContactsPresenter::listed);
    if (what == Elsewhere::isDeleted) {
        VERIFY_OK(test::await(flows::trashRecords(&services, Kind::contact, {u"p3"_s})));
    } else {
        VERIFY_OK(test::await(flows::setContactFields(&services, u"p3"_s, {{u"company"_s, u"Other"_s}})));
    }
    QVERIFY(spinUntil([&] { return listed.count() > 0; }));
}

/// The keys go to the page, as in the program.
bool opened(Full &full)
{
    return full.open() && QTest::qWaitForWindowActive(&full.desk.page());
}

/// p3 alone is listed, by company.
bool filtered(Full &full)
{
    full.desk.page().presenter().setText(u"baltic"_s);
    return full.desk.waitForRows(1);
}

QString told(Full &full)
{
    QStringList texts;
    for (const QLabel *label : full.desk.child<Banner>({})->findChildren<QLabel *>()) {
        texts << label->text();
    }
    return full.desk.child<Banner>({})->isVisible() ? texts.join(u'\n') : QString();
}

QString problemOf(const QModelIndex &cell)
{
    return cell.data(static_cast<int>(ContactTableModel::Role::problem)).toString();
}

/// Types into a cell and leaves it by a click elsewhere.
void typeInto(Full &full, const QString &id, ContactColumn column, const QString &text)
{
    full.table->editCell(full.desk.page().presenter().rowIdOf(id), column);
    QLineEdit *line = nullptr;
    for (auto *candidate : full.table->viewport()->findChildren<QLineEdit *>()) {
        line = candidate->isVisible() ? candidate : line;
    }
    QVERIFY(line != nullptr);
    line->setText(text);
    full.desk.child<QLineEdit>(u"contacts.filter.text"_s)->setFocus();
}

QWidget *focused(Full &full)
{
    return full.desk.page().focusWidget();
}

} // namespace

void TestContactsHands::openCellKeepsItsRow_data()
{
    QTest::addColumn<int>("what");
    QTest::newRow("the filter takes it") << static_cast<int>(Elsewhere::leavesTheFilter);
    QTest::newRow("somebody deletes it") << static_cast<int>(Elsewhere::isDeleted);
}

void TestContactsHands::openCellKeepsItsRow()
{
    QFETCH(int, what);
    Full full;
    QVERIFY(opened(full) && filtered(full));
    const QString name = full.desk.contact(u"p3"_s).name();
    full.table->editCell(full.desk.page().presenter().rowIdOf(u"p3"_s), ContactColumn::email);
    const QPointer line = qobject_cast<QLineEdit *>(full.editor("contacts.cell.text"));
    QVERIFY(line);
    QTest::keyClicks(line, u"cleo@"_s);
    elsewhere(full, static_cast<Elsewhere>(what));
    QCOMPARE(full.desk.model().rowCount(), 1);
    QVERIFY(line && line->isVisible());
    QTest::keyClicks(line, u"mail.com"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY(spinUntil([&] { return !full.desk.page().awaitsAnswer(); }));
    QVERIFY(full.desk.waitForRows(0)); // now it goes
    if (static_cast<Elsewhere>(what) == Elsewhere::leavesTheFilter) {
        QCOMPARE(full.desk.contact(u"p3"_s).email(), u"cleo@mail.com"_s);
        QVERIFY(full.desk.page().refused().isEmpty());
        return;
    }
    const QVector<UnsavedEdit> expected {{u"Email"_s, name, u"cleo@mail.com"_s}};
    QCOMPARE(full.desk.page().refused(), expected);
    QVERIFY2(told(full).contains(u"cleo@mail.com"_s), qPrintable(told(full)));
    full.desk.child<QPushButton>(u"bannerAction"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"cleo@mail.com"_s);
}

void TestContactsHands::tabKeepsTheRowThatLeaves()
{
    Full full;
    QVERIFY(opened(full) && filtered(full));
    full.table->editCell(full.desk.page().presenter().rowIdOf(u"p3"_s), ContactColumn::company);
    auto *company = qobject_cast<QLineEdit *>(full.editor("contacts.cell.text"));
    company->setText(u"Other"_s);
    QSignalSpy listed(&full.desk.page().presenter(), &ContactsPresenter::listed);
    QTest::keyClick(company, Qt::Key_Tab);
    QVERIFY(spinUntil([&] { return full.desk.contact(u"p3"_s).company() == "Other"_L1; }));
    QVERIFY(spinUntil([&] { return listed.count() > 0; }));
    QCOMPARE(full.desk.model().rowCount(), 1);
    auto *next = qobject_cast<QLineEdit *>(focused(full));
    QVERIFY(next != nullptr && full.table->isAncestorOf(next));
    QTest::keyClick(next, Qt::Key_Escape);
    QVERIFY(full.desk.waitForRows(0));
}

void TestContactsHands::paneStaysWhileItHasTheFocus_data()
{
    openCellKeepsItsRow_data();
}

void TestContactsHands::paneStaysWhileItHasTheFocus()
{
    QFETCH(int, what);
    Full full;
    QVERIFY(opened(full) && filtered(full));
    const QString name = full.desk.contact(u"p3"_s).name();
    full.desk.page().showContact(u"p3"_s);
    const auto *pane = full.desk.child<ContactPane>(u"contacts.pane"_s);
    QVERIFY(spinUntil([&] { return pane->isVisible() && pane->contactId() == "p3"_L1; }));
    auto *notes = full.desk.child<QPlainTextEdit>(u"contacts.pane.notes"_s);
    notes->setFocus();
    QTest::keyClicks(notes, u"first words"_s);
    elsewhere(full, static_cast<Elsewhere>(what));
    QVERIFY(pane->isVisible());
    QCOMPARE(focused(full), notes);
    QTest::keyClicks(notes, u" second"_s);
    full.desk.child<QLineEdit>(u"contacts.filter.text"_s)->setFocus();
    QVERIFY(spinUntil([&] { return !pane->isVisible() && !full.desk.page().awaitsAnswer(); }));
    if (static_cast<Elsewhere>(what) == Elsewhere::leavesTheFilter) {
        QCOMPARE(full.desk.contact(u"p3"_s).notes, u"first words second"_s);
        return;
    }
    const QVector<UnsavedEdit> expected {{u"Notes"_s, name, u"first words second"_s}};
    QCOMPARE(full.desk.page().refused(), expected);
    QVERIFY2(told(full).contains(u"first words second"_s), qPrintable(told(full)));
}

void TestContactsHands::notesOfTwoWritersAreBothKept_data()
{
    QTest::addColumn<bool>("inTheTable");
    QTest::newRow("in the pane") << false;
    QTest::newRow("in the table") << true;
}

void TestContactsHands::notesOfTwoWritersAreBothKept()
{
    QFETCH(bool, inTheTable);
    Full full;
    QVERIFY(opened(full));
    const QString before = full.desk.contact(u"p0"_s).notes;
    full.desk.page().showContact(u"p0"_s);
    QPlainTextEdit *notes = nullptr;
    if (inTheTable) {
        full.table->setColumnHidden(static_cast<int>(ContactColumn::notes), false);
        full.table->editCell(full.desk.page().presenter().rowIdOf(u"p0"_s), ContactColumn::notes);
        notes = qobject_cast<QPlainTextEdit *>(full.editor("contacts.cell.notes"));
    } else {
        const auto *pane = full.desk.child<ContactPane>(u"contacts.pane"_s);
        QVERIFY(spinUntil([&] { return pane->isVisible() && pane->contactId() == "p0"_L1; }));
        full.desk.child<QAbstractButton>(u"contacts.pane.notes.mode"_s)->click();
        notes = full.desk.child<QPlainTextEdit>(u"contacts.pane.notes"_s);
    }
    QVERIFY(notes != nullptr);
    QTest::keyClicks(notes, u" alpha"_s);
    QSignalSpy listed(&full.desk.page().presenter(), &ContactsPresenter::listed);
    VERIFY_OK(test::await(flows::addNote(&full.desk.services(), u"p0"_s, u"From elsewhere"_s)));
    QVERIFY(spinUntil([&] { return listed.count() > 0; }));
    QTest::keyClicks(notes, u" beta"_s);
    const QString expected = before + u" alpha beta\n\nFrom elsewhere"_s;
    if (inTheTable) {
        QTest::keyClick(notes, Qt::Key_Return);
    }
    QVERIFY(spinUntil([&] { return full.desk.contact(u"p0"_s).notes == expected; }));
    if (!inTheTable) {
        QVERIFY(spinUntil([&] { return notes->toPlainText() == expected; }));
    }
}

void TestContactsHands::refusedTextIsGivenUpWithEscape_data()
{
    QTest::addColumn<bool>("inTheEditor");
    QTest::newRow("on the cell") << false;
    QTest::newRow("in its editor") << true;
}

void TestContactsHands::refusedTextIsGivenUpWithEscape()
{
    QFETCH(bool, inTheEditor);
    Full full;
    QVERIFY(opened(full));
    const QString stored = full.desk.contact(u"p4"_s).email();
    typeInto(full, u"p4"_s, ContactColumn::email, u"bad mail"_s);
    const auto cell = [&] { return full.cell(u"p4"_s, ContactColumn::email); };
    QVERIFY(spinUntil([&] { return !problemOf(cell()).isEmpty(); }));
    QVERIFY(!told(full).isEmpty());
    typeInto(full, u"p5"_s, ContactColumn::company, u"Elsewhere Ltd"_s);
    QVERIFY(spinUntil([&] { return full.desk.contact(u"p5"_s).company() == "Elsewhere Ltd"_L1; }));
    QVERIFY(!told(full).isEmpty()); // it is still not saved
    full.table->setFocus();
    full.table->setCurrentIndex(cell());
    if (inTheEditor) {
        full.table->editCell(full.desk.page().presenter().rowIdOf(u"p4"_s), ContactColumn::email);
        QTest::keyClick(focused(full), Qt::Key_Escape);
    } else {
        QTest::keyClick(full.table, Qt::Key_Escape);
    }
    QVERIFY(problemOf(cell()).isEmpty());
    QCOMPARE(cell().data().toString(), stored);
    QVERIFY(full.desk.page().refused().isEmpty());
    QVERIFY(told(full).isEmpty());
}

void TestContactsHands::refusedFieldIsGivenUpLater()
{
    Full full;
    QVERIFY(opened(full));
    const auto *pane = full.desk.child<ContactPane>(u"contacts.pane"_s);
    const auto show = [&](const QString &id) {
        full.desk.page().showContact(id);
        return spinUntil([&] { return pane->contactId() == id && pane->isVisible(); });
    };
    QVERIFY(show(u"p4"_s));
    auto *due = full.desk.child<QLineEdit>(u"contacts.pane.nextActionDate"_s);
    const QString stored = due->text();
    due->setFocus();
    due->selectAll();
    QTest::keyClicks(due, u"whenever"_s);
    full.desk.page().handOver();
    QVERIFY(spinUntil([&] { return !full.desk.page().refused().isEmpty(); }));
    QVERIFY(show(u"p5"_s));
    QVERIFY(show(u"p4"_s));
    QCOMPARE(due->text(), u"whenever"_s);
    due->setFocus();
    QTest::keyClick(due, Qt::Key_Escape);
    QCOMPARE(due->text(), stored);
    QVERIFY(full.desk.page().refused().isEmpty());
}

void TestContactsHands::cancelLeavesTheFocusInTheList()
{
    Full full;
    QVERIFY(opened(full));
    full.table->setFocus();
    auto *busy = full.desk.child<BusyBar>(u"contacts.busy"_s);
    busy->setProgress(u"Setting the status"_s, 10);
    busy->show();
    auto *cancel = full.desk.child<QPushButton>(u"busyCancel"_s);
    cancel->setFocus();
    cancel->click();
    QCOMPARE(focused(full), full.table);
}

void TestContactsHands::hidingTheDetailsLeavesTheFocusInTheList()
{
    Full full;
    QVERIFY(opened(full));
    full.desk.page().showContact(u"p1"_s);
    auto *notes = full.desk.child<QPlainTextEdit>(u"contacts.pane.notes"_s);
    QVERIFY(spinUntil([&] { return notes->isVisible(); }));
    notes->setFocus();
    full.desk.actions().find(u"contacts.details"_s)->trigger();
    QVERIFY(!notes->isVisible());
    QCOMPARE(focused(full), full.table);
}

void TestContactsHands::whoComesBackIsSelected_data()
{
    QTest::addColumn<bool>("onTheBoard");
    QTest::newRow("a delete is undone") << false;
    QTest::newRow("a move on the board is undone") << true;
}

void TestContactsHands::whoComesBackIsSelected()
{
    QFETCH(bool, onTheBoard);
    Full full;
    QVERIFY(opened(full));
    full.desk.page().showAs(onTheBoard ? ContactsLayout::board : ContactsLayout::table);
    const qint64 rid = full.desk.services().reader.record(Kind::contact, u"p3"_s)->rid;
    auto *board = full.desk.child<ContactBoard>(u"contacts.board"_s);
    QSignalSpy listed(&full.desk.page().presenter(), &ContactsPresenter::listed);
    QVERIFY(!onTheBoard || listed.wait());
    const auto selected = [&] { return onTheBoard ? board->selectedRowIds() : full.table->selectedRowIds(); };
    full.desk.page().showContact(u"p3"_s);
    QCOMPARE(selected(), QVector<qint64> {rid});
    listed.clear();
    if (onTheBoard) {
        Q_EMIT board->moveRequested({rid}, u"Met"_s);
    } else {
        QTest::keyClick(full.table, Qt::Key_Delete);
    }
    QVERIFY(listed.wait());
    QVERIFY(onTheBoard || selected().isEmpty());
    listed.clear();
    VERIFY_OK(test::await(full.desk.services().store.undo()));
    QVERIFY(spinUntil([&] { return listed.count() > 0 && selected() == QVector<qint64> {rid}; }));
    if (onTheBoard) {
        return;
    }
    full.table->clearSelection(); // by hand: that stays
    full.desk.page().presenter().setText(u"priya"_s); // also when they leave the list and come back
    QVERIFY(full.desk.waitForRows(1));
    full.desk.page().presenter().clearFilters();
    QVERIFY(full.desk.waitForRows(everyone));
    full.desk.page().presenter().reload();
    QVERIFY(listed.wait());
    QVERIFY(selected().isEmpty());
}
