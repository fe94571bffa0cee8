// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "fullpage.h"

#include "model/status.h"
#include "support/spin.h"
#include "support/support.h"
#include "ui/contacts/contactstableview.h"
#include "ui/support/accessiblenames.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::ui;
using test::spinUntil;

void TestContactsPage::emptyWorkspaceSaysWhatToDo()
{
    Desk desk;
    QVERIFY(desk.open());
    ContactsPage &page = desk.show();
    QSignalSpy find(&page, &ContactsPage::openFind);
    auto *empty = desk.child<QWidget>(u"contacts.empty"_s);
    QVERIFY(spinUntil([empty] { return empty->isVisible(); }));
    const auto buttons = empty->findChildren<QPushButton *>();
    QCOMPARE(buttons.size(), 2);
    buttons[1]->click();
    QCOMPARE(find.count(), 1);
    buttons[0]->click();
    QVERIFY(dialogNamed(u"contacts.importDialog"_s));
    desk.add(somePeople()); // people who come from elsewhere end the empty state
    QVERIFY(desk.waitForRows(everyone));
    QVERIFY(!empty->isVisible());
}

void TestContactsPage::listsEveryone()
{
    Full full;
    QVERIFY(full.open());
    QCOMPARE(full.desk.child<QLabel>(u"contacts.count"_s)->text(), u"12 contacts"_s);
    QStringList names;
    for (int row = 0; row < everyone; ++row) {
        names << full.desk.model().index(row, 0).data().toString();
    }
    QCOMPARE(names.constFirst(), u"Amara Okafor"_s);
    QVERIFY(names.contains(u"山田"_s) == false); // never cut into parts
    QVERIFY(names.contains(u"太郎 山田"_s));
    QCOMPARE(full.cell(u"p0"_s, ContactColumn::company).data().toString(), u"Hartwell & Stone"_s);
    QCOMPARE(full.cell(u"p2"_s, ContactColumn::status).data().toString(), initialStatus());
}

void TestContactsPage::filtersWhileTyping()
{
    Full full;
    QVERIFY(full.open());
    auto *field = full.desk.child<QLineEdit>(u"contacts.filter.text"_s);
    QTest::keyClicks(field, u"nordl"_s);
    QVERIFY(full.desk.waitForRows(2));
    field->clear();
    QVERIFY(full.desk.waitForRows(everyone));
    QTest::keyClicks(field, u"spring mixer"_s); // words of the notes
    QVERIFY(full.desk.waitForRows(1));
    QTest::keyClicks(field, u"xx"_s);
    QVERIFY(spinUntil([&] { return full.isShown(u"contacts.noMatch"_s); }));
    QVERIFY(full.isShown(u"contacts.filter.clear"_s));
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(full.desk.waitForRows(everyone));
    QVERIFY(!full.isShown(u"contacts.noMatch"_s));
    QTest::keyClick(field, Qt::Key_Down); // on to the list
    QVERIFY(full.table->currentIndex().isValid());
}

void TestContactsPage::statusChipsCountAndFilter()
{
    Full full;
    QVERIFY(full.open());
    auto *all = full.desk.child<QAbstractButton>(u"contacts.filter.all"_s);
    auto *contacted = full.desk.child<QAbstractButton>(u"contacts.filter.Contacted"_s);
    QVERIFY(all != nullptr && contacted != nullptr);
    QCOMPARE(all->accessibleName(), u"All: 12"_s);
    QCOMPARE(contacted->accessibleName(), u"Contacted: 2"_s);
    contacted->click();
    QVERIFY(full.desk.waitForRows(2));
    QVERIFY(spinUntil(
            [&] { return full.desk.child<QAbstractButton>(u"contacts.filter.Contacted"_s)->isChecked(); }));
    QCOMPARE(all->accessibleName(), u"All: 12"_s); // the other chips still say what a click would show
    full.desk.child<QAbstractButton>(u"contacts.filter.Contacted"_s)->click();
    QVERIFY(full.desk.waitForRows(everyone));
}

void TestContactsPage::samplePeopleCanBeHidden()
{
    Full full;
    QVERIFY(full.open());
    auto *hide = full.desk.child<QAbstractButton>(u"contacts.filter.hideSample"_s);
    QVERIFY(hide->isVisible());
    hide->click();
    QVERIFY(full.desk.waitForRows(everyone - 2));
    full.desk.child<QPushButton>(u"contacts.filter.clear"_s)->click();
    QVERIFY(full.desk.waitForRows(everyone));
    QVERIFY(!hide->isChecked());
}

void TestContactsPage::sortsByHeader()
{
    Full full;
    QVERIFY(full.open());
    full.select({u"p4"_s});
    QHeaderView *header = full.table->horizontalHeader();
    QSignalSpy listed(&full.desk.page().presenter(), &ContactsPresenter::listed);
    const int x = header->sectionViewportPosition(static_cast<int>(ContactColumn::company)) + 20;
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, QPoint(x, 10));
    QVERIFY(listed.wait());
    QCOMPARE(full.desk.model().index(0, 2).data().toString(), u"Aegean Studio"_s);
    QCOMPARE(full.table->selectedRowIds(), QVector<qint64> {full.desk.page().presenter().rowIdOf(u"p4"_s)});
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, QPoint(x, 10));
    QVERIFY(listed.wait());
    QCOMPARE(full.desk.model().index(0, 2).data().toString(), u"Savanna Partners"_s);
}

void TestContactsPage::escapeGivesTheCellUp()
{
    Full full;
    QVERIFY(full.open());
    full.table->setCurrentIndex(full.cell(u"p4"_s, ContactColumn::title));
    QTest::keyClick(full.table, Qt::Key_F2);
    auto *line = qobject_cast<QLineEdit *>(full.editor("contacts.cell.text"));
    QVERIFY(line != nullptr);
    QTest::keyClicks(line, u"Nothing of it"_s);
    QTest::keyClick(line, Qt::Key_Escape);
    QVERIFY(spinUntil([&] { return full.editor("contacts.cell.text") == nullptr; }));
    QCOMPARE(full.cell(u"p4"_s, ContactColumn::title).data().toString(), u"Equity Research Associate"_s);
    QCOMPARE(full.desk.contact(u"p4"_s).jobTitle(), u"Equity Research Associate"_s);
    QCOMPARE(full.desk.page().focusWidget(), full.table); // the keys go on from there
}

void TestContactsPage::selectionAndPlaceSurviveChanges()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.add(manyPeople(300));
    desk.show();
    QVERIFY(desk.waitForRows(300));
    auto *table = desk.child<ContactsTableView>(u"contacts.table"_s);
    table->selectContact(desk.model().rowIdAt(150));
    const qint64 chosen = table->currentRowId();
    QSignalSpy listed(&desk.page().presenter(), &ContactsPresenter::listed);
    QVERIFY(spinUntil([&] { return desk.page().presenter().counts().all == 300; }));
    const int before = table->rowViewportPosition(desk.model().rowOf(chosen));
    Contact first;
    first.id = u"first"_s;
    first.firstName = u"Aaron"_s;
    desk.add({first});
    QVERIFY(desk.waitForRows(301));
    QVERIFY(spinUntil([&] { return listed.count() > 0; }));
    QCOMPARE(desk.model().rowIdAt(151), chosen);
    QCOMPARE(table->selectedRowIds(), QVector<qint64> {chosen});
    QCOMPARE(table->currentRowId(), chosen);
    QCOMPARE(table->rowViewportPosition(desk.model().rowOf(chosen)), before);
}

void TestContactsPage::cellIsEdited()
{
    Full full;
    QVERIFY(full.open());
    full.table->setCurrentIndex(full.cell(u"p4"_s, ContactColumn::title));
    QTest::keyClick(full.table, Qt::Key_F2);
    auto *line = qobject_cast<QLineEdit *>(full.editor("contacts.cell.text"));
    QVERIFY(line != nullptr);
    QCOMPARE(line->selectedText(), u"Equity Research Associate"_s);
    QTest::keyClicks(line, u"Vice President"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY(spinUntil([&] { return full.desk.contact(u"p4"_s).jobTitle() == "Vice President"_L1; }));
    QVERIFY(spinUntil(
            [&] { return full.cell(u"p4"_s, ContactColumn::title).data() == u"Vice President"_s; }));
    QCOMPARE(full.desk.contact(u"p4"_s).company(), u"Meridian Capital"_s);
}

void TestContactsPage::wrongCellKeepsWhatWasTyped()
{
    Full full;
    QVERIFY(full.open());
    const QString stored = full.desk.contact(u"p4"_s).email();
    full.table->editCell(full.desk.page().presenter().rowIdOf(u"p4"_s), ContactColumn::email);
    auto *line = qobject_cast<QLineEdit *>(full.editor("contacts.cell.text"));
    QVERIFY(line != nullptr);
    line->setText(u"priya at meridian"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY(line->isVisible()); // Enter does not close over a wrong value
    QVERIFY(!line->accessibleDescription().isEmpty());

    full.desk.child<QLineEdit>(u"contacts.filter.text"_s)->setFocus(); // a click elsewhere does
    const QModelIndex cell = full.cell(u"p4"_s, ContactColumn::email);
    QVERIFY(spinUntil([&] {
        return !cell.data(static_cast<int>(ContactTableModel::Role::problem)).toString().isEmpty();
    }));
    QCOMPARE(cell.data().toString(), u"priya at meridian"_s);
    QCOMPARE(full.desk.contact(u"p4"_s).email(), stored);

    full.table->editCell(full.desk.page().presenter().rowIdOf(u"p4"_s), ContactColumn::email);
    line = nullptr;
    for (auto *candidate : full.table->viewport()->findChildren<QLineEdit *>()) {
        line = candidate->isVisible() ? candidate : line;
    }
    QVERIFY(line != nullptr);
    QCOMPARE(line->text(), u"priya at meridian"_s);
    line->setText(u"priya@meridian.example"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY(spinUntil([&] { return full.desk.contact(u"p4"_s).email() == "priya@meridian.example"_L1; }));
    QVERIFY(spinUntil([&] {
        return cell.data(static_cast<int>(ContactTableModel::Role::problem)).toString().isEmpty();
    }));
}

void TestContactsPage::nameCellHasTwoParts()
{
    Full full;
    QVERIFY(full.open());
    full.table->editCell(full.desk.page().presenter().rowIdOf(u"p9"_s), ContactColumn::name);
    QWidget *editor = full.editor("contacts.cell.name");
    QVERIFY(editor != nullptr);
    const auto parts = editor->findChildren<QLineEdit *>();
    QCOMPARE(parts.size(), 2);
    QCOMPARE(parts[1]->text(), u"Whitfield-Cavanaugh III"_s);
    parts[1]->setText(u"Whitfield"_s);
    QTest::keyClick(parts[1], Qt::Key_Return);
    QVERIFY(spinUntil([&] { return full.desk.contact(u"p9"_s).name() == "Jonathan Whitfield"_L1; }));
}

void TestContactsPage::statusCellIsAList()
{
    Full full;
    QVERIFY(full.open());
    full.table->editCell(full.desk.page().presenter().rowIdOf(u"p10"_s), ContactColumn::status);
    auto *box = qobject_cast<QComboBox *>(full.editor("contacts.cell.status"));
    QVERIFY(box != nullptr);
    QCOMPARE(box->count(), static_cast<int>(contactStatuses().size()));
    QCOMPARE(box->currentData().toString(), initialStatus());
    box->setCurrentIndex(box->findData(u"Replied"_s));
    Q_EMIT box->activated(box->currentIndex());
    QVERIFY(spinUntil([&] { return full.desk.contact(u"p10"_s).status == "Replied"_L1; }));
}

void TestContactsPage::deleteGoesToTheTrashAndBack()
{
    Full full;
    QVERIFY(full.open());
    QSignalSpy told(&full.desk.page(), &ContactsPage::toast);
    full.select({u"p1"_s, u"p3"_s});
    QTest::keyClick(full.table, Qt::Key_Delete);
    QVERIFY(full.desk.waitForRows(everyone - 2));
    QVERIFY(spinUntil([&] { return told.count() == 1; }));
    QCOMPARE(told[0][0].toString(), u"2 contacts moved to the trash"_s);
    QVERIFY(!full.desk.services().reader.contact(u"p1"_s));
    QVERIFY(full.desk.undo(told[0][1].toString()));
    QVERIFY(full.desk.waitForRows(everyone));
    QVERIFY(full.desk.services().reader.contact(u"p1"_s).has_value());
}

void TestContactsPage::manyAtOnce()
{
    Full full;
    QVERIFY(full.open());
    full.select({u"p1"_s, u"p2"_s, u"p3"_s});
    const auto choices = full.desk.actions().find(u"contacts.status"_s)->menu<QMenu *>()->actions();
    for (QAction *choice : choices) {
        if (choice->text() == "Met"_L1) {
            choice->trigger();
        }
    }
    QVERIFY(spinUntil([&] { return full.desk.contact(u"p3"_s).status == "Met"_L1; }));
    QCOMPARE(full.desk.contact(u"p1"_s).status, u"Met"_s);
    QCOMPARE(full.desk.contact(u"p0"_s).status, u"Replied"_s);

    full.select({u"p0"_s, u"p1"_s});
    full.desk.actions().find(u"contacts.tag"_s)->trigger();
    QDialog *dialog = dialogNamed(u"contacts.tagDialog"_s);
    QVERIFY(dialog != nullptr);
    auto *tag = dialog->findChild<QLineEdit *>(u"form.tag"_s);
    auto *accept = dialog->findChild<QPushButton *>(u"form.accept"_s);
    tag->setText(u"a, b"_s);
    accept->click();
    QVERIFY(dialog->isVisible());
    tag->setText(u"Alumni"_s); // p0 has it in another case
    accept->click();
    QVERIFY(spinUntil([&] { return full.desk.contact(u"p1"_s).tags == QStringList {u"Alumni"_s}; }));
    QCOMPARE(full.desk.contact(u"p0"_s).tags, (QStringList {u"alumni"_s, u"banking"_s}));
}

void TestContactsPage::rowsAreCopiedAsATable()
{
    Full full;
    QVERIFY(full.open());
    for (int column = 3; column < contactColumnCount; ++column) {
        full.table->setColumnHidden(column, true);
    }
    full.select({u"p0"_s, u"p4"_s});
    QApplication::clipboard()->clear();
    QTest::keySequence(full.table, QKeySequence::Copy);
    QVERIFY(spinUntil([] { return !QApplication::clipboard()->text().isEmpty(); }));
    QCOMPARE(QApplication::clipboard()->text(),
             u"Name\tTitle\tCompany\n"
             "Amara Okafor\tInvestment Banking Analyst\tHartwell & Stone\n"
             "Priya Raghunathan\tEquity Research Associate\tMeridian Capital\n"_s);
}

void TestContactsPage::addsByHand()
{
    Full full;
    QVERIFY(full.open());
    store::PeopleFilter met;
    met.statuses = {u"Met"_s};
    full.desk.page().presenter().setFilter(met);
    QVERIFY(full.desk.waitForRows(1));
    full.desk.actions().find(u"contacts.add"_s)->trigger();
    QDialog *dialog = dialogNamed(u"contacts.addDialog"_s);
    QVERIFY(dialog != nullptr);
    auto *accept = dialog->findChild<QPushButton *>(u"form.accept"_s);
    dialog->findChild<QLineEdit *>(u"form.company"_s)->setText(u"Nordlicht Systems"_s);
    accept->click(); // nobody yet: refused by the flow, and nothing typed is lost
    QVERIFY(spinUntil([&] { return accept->isEnabled(); }));
    QVERIFY(dialog->isVisible());
    dialog->findChild<QLineEdit *>(u"form.email"_s)->setText(u"not an address"_s);
    accept->click();
    QVERIFY(dialog->isVisible());
    dialog->findChild<QLineEdit *>(u"form.email"_s)->setText(u"ines@nordlicht.example"_s);
    dialog->findChild<QLineEdit *>(u"form.firstName"_s)->setText(u"Inês"_s);
    accept->click();
    // The filter would hide her: it goes, she is selected.
    QVERIFY(full.desk.waitForRows(everyone + 1));
    QVERIFY(spinUntil([&] {
        const auto row = full.desk.model().contactAt(full.table->currentIndex().row());
        return row && row->name == u"Inês"_s;
    }));
}

void TestContactsPage::columnsAreRemembered()
{
    Full full;
    QVERIFY(full.open());
    const QAction *school = full.table->columnsMenu()->actions().at(static_cast<int>(ContactColumn::school));
    const_cast<QAction *>(school)->trigger();
    full.table->setColumnWidth(1, 333);
    full.table->horizontalHeader()->moveSection(2, 1);
    QVERIFY(full.table->isColumnHidden(static_cast<int>(ContactColumn::school)));
    full.tester.reset();
    full.desk.close();
    full.desk.show();
    auto *again = full.desk.child<ContactsTableView>(u"contacts.table"_s);
    QVERIFY(again->isColumnHidden(static_cast<int>(ContactColumn::school)));
    QVERIFY(!again->columnsMenu()->actions().at(static_cast<int>(ContactColumn::school))->isChecked());
    QCOMPARE(again->columnWidth(1), 333);
    QCOMPARE(again->horizontalHeader()->visualIndex(2), 1);
}

void TestContactsPage::trashRestoresAndEmpties()
{
    Full full;
    QVERIFY(full.open());
    full.select({u"p1"_s, u"p3"_s, u"p5"_s});
    QTest::keyClick(full.table, Qt::Key_Delete);
    QVERIFY(full.desk.waitForRows(everyone - 3));
    full.desk.actions().find(u"contacts.trash"_s)->trigger();
    QDialog *dialog = dialogNamed(u"contacts.trashDialog"_s);
    QVERIFY(dialog != nullptr);
    bool isLimitTold = false;
    for (const QLabel *label : dialog->findChildren<QLabel *>()) {
        isLimitTold = isLimitTold || label->text() == "Deleted items are kept for 30 days."_L1;
    }
    QVERIFY(isLimitTold);
    auto *list = dialog->findChild<QTreeWidget *>(u"trash.list"_s);
    QVERIFY(spinUntil([list] { return list->topLevelItemCount() == 3; }));
    list->topLevelItem(0)->setSelected(true);
    dialog->findChild<QPushButton *>(u"trash.restore"_s)->click();
    QVERIFY(full.desk.waitForRows(everyone - 2));
    QVERIFY(spinUntil([list] { return list->topLevelItemCount() == 2; }));
    dialog->findChild<QPushButton *>(u"trash.empty"_s)->click();
    QMessageBox *ask = nullptr;
    QVERIFY(spinUntil(
            [&] { return (ask = dialog->findChild<QMessageBox *>()) != nullptr && ask->isVisible(); }));
    QVERIFY2(ask->informativeText().contains(u"Backups"_s), qPrintable(ask->informativeText()));
    for (QAbstractButton *button : ask->buttons()) {
        if (ask->buttonRole(button) == QMessageBox::DestructiveRole) {
            button->click();
            break;
        }
    }
    QVERIFY(spinUntil([list] { return list->topLevelItemCount() == 0; }));
    QVERIFY(full.desk.services().reader.trash()->isEmpty());
}

void TestContactsPage::commandsKnowTheSelection()
{
    Full full;
    QVERIFY(full.open());
    QAction *write = full.desk.actions().find(u"contacts.write"_s);
    QAction *prepare = full.desk.actions().find(u"contacts.prepare"_s);
    QSignalSpy written(&full.desk.page(), &ContactsPage::writeTo);
    QSignalSpy prepared(&full.desk.page(), &ContactsPage::prepareFor);
    full.table->clearSelection();
    QVERIFY(!write->isEnabled());
    full.select({u"p4"_s, u"p0"_s});
    QVERIFY(write->isEnabled());
    QVERIFY(!prepare->isEnabled());
    write->trigger();
    QVERIFY(spinUntil([&] { return written.count() == 1; }));
    QCOMPARE(written[0][0].toStringList(), (QStringList {u"p0"_s, u"p4"_s})); // in the order of the list
    full.select({u"p4"_s});
    prepare->trigger();
    QVERIFY(spinUntil([&] { return prepared.count() == 1; }));
    QCOMPARE(prepared[0][0].toString(), u"p4"_s);
}

void TestContactsPage::controlsHaveNames()
{
    Full full;
    QVERIFY(full.open());
    full.desk.page().showContact(u"p0"_s);
    QVERIFY(spinUntil([&] { return full.isShown(u"contacts.pane"_s); }));
    QCOMPARE(test::unnamedControls(&full.desk.page()).join(u' '), QString());
}
