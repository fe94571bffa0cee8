// SPDX-License-Identifier: GPL-3.0-or-later
#include "fullpage.h"
#include "spreadsheettests.h"

#include "contacts/followups.h"
#include "flows/contactflow.h"
#include "support/support.h"
#include "ui/common/banner.h"
#include "ui/contacts/contactcommands.h"

#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace {

QClipboard &clipboard()
{
    return *QGuiApplication::clipboard();
}

/// The field that is open in a cell.
template <typename Editor>
Editor *openEditor(Full &full)
{
    Editor *open = nullptr;
    for (auto *candidate : full.table->viewport()->findChildren<Editor *>()) {
        open = candidate->isVisible() ? candidate : open;
    }
    return open;
}

void setDetails(Full &full, bool shown)
{
    full.desk.actions().find(u"contacts.details"_s)->setChecked(shown);
}

bool areDetailsShown(Full &full)
{
    return full.desk.actions().find(u"contacts.details"_s)->isChecked();
}

} // namespace

void TestSpreadsheetKeys::oneCellIsCopied()
{
    Full full;
    QVERIFY(full.open());
    clipboard().setText(u"before"_s);
    full.table->setCurrentIndex(full.cell(u"p4"_s, ContactColumn::company));
    QTest::keySequence(full.table, QKeySequence::Copy);
    QVERIFY(spinUntil([] { return clipboard().text() == u"Meridian Capital"_s; }));
    // It goes into a cell as it came out of one.
    full.table->setCurrentIndex(full.cell(u"p1"_s, ContactColumn::company));
    QTest::keySequence(full.table, QKeySequence::Paste);
    QVERIFY(spinUntil([&] { return full.desk.contact(u"p1"_s).company() == "Meridian Capital"_L1; }));
}

void TestSpreadsheetKeys::oneCellComesBackAsItWas_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("outside"); // for other programs
    const auto plain = [](const char *what, const QString &text) { QTest::newRow(what) << text << text; };
    plain("a sum", u"=1+1"_s);
    plain("a number with its country", u"+1 (212) 555-0100"_s);
    plain("an item of a list", u"- met in Bern"_s);
    plain("a handle", u"@ann"_s);
    plain("an apostrophe before it", u"'+1 212"_s);
    plain("lines", u"one\ntwo"_s);
    plain("tabs and quotes", u"a\t\"b\""_s);
    plain("a title of a column above", u"Company\nAcme"_s);
    QTest::newRow("a formula that calls")
            << u"=HYPERLINK(\"https://x.example\")"_s << u"'=HYPERLINK(\"https://x.example\")"_s;
    QTest::newRow("another program") << u"+cmd|' /C calc'!A0"_s << u"'+cmd|' /C calc'!A0"_s;
    QTest::newRow("in a later line") << u"Met\n=HYPERLINK(A1)"_s << u"Met\n'=HYPERLINK(A1)"_s;
    QTest::newRow("behind a tab") << u"a\t=cmd|' /C calc'!A0"_s << u"a\t'=cmd|' /C calc'!A0"_s;
}

void TestSpreadsheetKeys::oneCellComesBackAsItWas()
{
    QFETCH(QString, text);
    QFETCH(QString, outside);
    Full full;
    QVERIFY(full.open());
    VERIFY_OK(test::await(flows::setContactFields(&full.desk.services(), u"p4"_s, {{u"notes"_s, text}})));
    full.table->setColumnHidden(static_cast<int>(ContactColumn::notes), false);
    clipboard().setText(u"before"_s);
    full.table->setCurrentIndex(full.cell(u"p4"_s, ContactColumn::notes));
    QTest::keySequence(full.table, QKeySequence::Copy);
    QVERIFY(spinUntil([&] { return clipboard().text() == outside; }));
    full.table->setCurrentIndex(full.cell(u"p1"_s, ContactColumn::notes));
    QTest::keySequence(full.table, QKeySequence::Paste);
    QVERIFY(spinUntil([&] { return full.desk.contact(u"p1"_s).notes == text; }));
}

void TestSpreadsheetKeys::theCellOfWhoIsGoneIsNotEmpty()
{
    Full full;
    QVERIFY(full.open());
    clipboard().setText(u"before"_s);
    QSignalSpy told(&full.desk.page(), &ContactsPage::toast);
    const qint64 rid = full.desk.page().presenter().rowIdOf(u"p4"_s);
    VERIFY_OK(test::await(flows::trashRecords(&full.desk.services(), Kind::contact, {u"p4"_s})));
    full.desk.child<ContactCommands>({})->copyCell(rid, ContactColumn::company);
    const auto *banner = full.desk.child<Banner>({});
    QVERIFY(spinUntil([&] { return banner->isVisible(); }));
    QVERIFY2(banner->accessibleName().contains(u"This contact is gone"_s),
             qPrintable(banner->accessibleName()));
    QVERIFY(told.isEmpty());
    QCOMPARE(clipboard().text(), u"before"_s);
}

void TestSpreadsheetKeys::emptyCellIsNotCopied()
{
    Full full;
    QVERIFY(full.open());
    clipboard().setText(u"before"_s);
    QSignalSpy told(&full.desk.page(), &ContactsPage::toast);
    full.table->setCurrentIndex(full.cell(u"p2"_s, ContactColumn::email));
    QTest::keySequence(full.table, QKeySequence::Copy);
    QVERIFY(spinUntil([&] { return told.count() == 1; }));
    QCOMPARE(clipboard().text(), u"before"_s);
}

void TestSpreadsheetKeys::cutTakesWhatCopyTakes()
{
    Full full;
    QVERIFY(full.open());
    full.table->setCurrentIndex(full.cell(u"p0"_s, ContactColumn::title));
    full.select({u"p0"_s, u"p4"_s, u"p6"_s});
    QTest::keySequence(full.table, QKeySequence::Copy);
    QVERIFY(spinUntil([] { return clipboard().text().startsWith(u"Name\t"_s); }));
    const QString copied = clipboard().text();
    clipboard().clear();
    QSignalSpy told(&full.desk.page(), &ContactsPage::toast);
    QTest::keySequence(full.table, QKeySequence::Cut);
    QVERIFY(full.desk.waitForRows(everyone - 3));
    QVERIFY(spinUntil([&] { return told.count() == 1; }));
    QCOMPARE(clipboard().text(), copied);
    QCOMPARE(told[0][0].toString(), u"3 contacts cut: copied and moved to the trash"_s);
    QVERIFY(full.desk.undo(told[0][1].toString()));
    QVERIFY(full.desk.waitForRows(everyone));
    QCOMPARE(full.desk.contact(u"p4"_s).name(), u"Priya Raghunathan"_s);
}

void TestSpreadsheetKeys::namesAreNotCut_data()
{
    QTest::addColumn<ContactColumn>("column");
    QTest::newRow("the name") << ContactColumn::name;
    QTest::newRow("the first name") << ContactColumn::firstName;
    QTest::newRow("the last name") << ContactColumn::lastName;
}

void TestSpreadsheetKeys::namesAreNotCut()
{
    QFETCH(ContactColumn, column);
    Full full;
    QVERIFY(full.open());
    full.table->setColumnHidden(static_cast<int>(column), false);
    full.table->setCurrentIndex(full.cell(u"p4"_s, column));
    QSignalSpy told(&full.desk.page(), &ContactsPage::toast);
    QTest::keySequence(full.table, QKeySequence::Cut);
    QVERIFY(spinUntil([&] { return told.count() == 1; }));
    QVERIFY(told[0][0].toString().startsWith(u"Nothing was cut"_s));
    QCOMPARE(full.desk.contact(u"p4"_s).name(), u"Priya Raghunathan"_s);
}

void TestSpreadsheetKeys::enterGoesToTheNextRow_data()
{
    QTest::addColumn<ContactColumn>("column");
    QTest::addColumn<QString>("typed"); // nothing: Enter alone
    QTest::newRow("text") << ContactColumn::title << u"Partner"_s;
    QTest::newRow("nothing changed") << ContactColumn::company << QString();
    QTest::newRow("a name, in its second field") << ContactColumn::name << u"Raghu"_s;
    QTest::newRow("notes") << ContactColumn::notes << u"Call in May"_s;
}

void TestSpreadsheetKeys::enterGoesToTheNextRow()
{
    QFETCH(ContactColumn, column);
    QFETCH(QString, typed);
    Full full;
    QVERIFY(full.open() && QTest::qWaitForWindowActive(&full.desk.page()));
    setDetails(full, false);
    full.table->setColumnHidden(static_cast<int>(column), false);
    full.table->setFocus();
    const QModelIndex cell = full.cell(u"p4"_s, column);
    full.table->setCurrentIndex(cell);
    QTest::keyClick(full.table, Qt::Key_F2);
    QWidget *editor = QApplication::focusWidget();
    if (column == ContactColumn::name) {
        editor = editor->parentWidget()->findChildren<QLineEdit *>().constLast();
        editor->setFocus();
        static_cast<QLineEdit *>(editor)->selectAll();
    }
    QVERIFY(editor != full.table);
    QTest::keyClicks(editor, typed);
    QTest::keyClick(editor, Qt::Key_Return);
    QCOMPARE(full.table->currentIndex(), cell.siblingAtRow(cell.row() + 1));
    QTest::qWait(0);
    QVERIFY(!areDetailsShown(full));
    QCOMPARE(QApplication::focusWidget(), full.table);
    if (!typed.isEmpty()) {
        QVERIFY(spinUntil([&] { return cell.data().toString().contains(typed); }));
    }
}

void TestSpreadsheetKeys::enterOnARowLeadsToItsDetails()
{
    Full full;
    QVERIFY(full.open() && QTest::qWaitForWindowActive(&full.desk.page()));
    setDetails(full, false);
    full.table->setFocus();
    full.table->setCurrentIndex(full.cell(u"p4"_s, ContactColumn::title));
    QTest::keyClick(full.table, Qt::Key_Return);
    QVERIFY(areDetailsShown(full));
    // Where the keyboard is can be seen.
    QCOMPARE(QApplication::focusWidget(), full.desk.child<QWidget>(u"contacts.pane.status"_s));
}

void TestSpreadsheetKeys::downFromTheFilterSelects()
{
    Full full;
    QVERIFY(full.open() && QTest::qWaitForWindowActive(&full.desk.page()));
    auto *field = full.desk.child<QLineEdit>(u"contacts.filter.text"_s);
    field->setFocus();
    QTest::keyClicks(field, u"priya"_s);
    QVERIFY(full.desk.waitForRows(1));
    QTest::keyClick(field, Qt::Key_Down);
    QCOMPARE(full.table->selectedRowIds().size(), 1);
    QCOMPARE(QApplication::focusWidget(), full.table);
}

void TestSpreadsheetKeys::dueTakesDaysAsTyped_data()
{
    QTest::addColumn<QString>("typed");
    for (const char *typed : {"tomorrow", "+3", "20 May", "Dec 3", "2026-12-01", "in a week"}) {
        QTest::newRow(typed) << QString::fromLatin1(typed);
    }
}

void TestSpreadsheetKeys::dueTakesDaysAsTyped()
{
    QFETCH(QString, typed);
    Full full;
    QVERIFY(full.open());
    const QDate today = contacts::localDay(full.desk.services().clock.now());
    const auto day = contacts::dayFrom(typed, today);
    VERIFY_OK(day);
    full.table->editCell(full.desk.page().presenter().rowIdOf(u"p1"_s), ContactColumn::due);
    auto *line = openEditor<QLineEdit>(full);
    line->setText(typed);
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY(spinUntil(
            [&] { return full.desk.contact(u"p1"_s).nextActionDate == day->toString(Qt::ISODate); }));
}

void TestSpreadsheetKeys::pasteTellsWhatDoesNotFit()
{
    Full full;
    QVERIFY(full.open());
    full.table->setCurrentIndex(full.cell(u"p4"_s, ContactColumn::location));
    clipboard().setText(
            u"Paris\t2027-01-02\tx\tbeyond\tfar beyond\t\n"_s); // Location, Due and Added are left
    QTest::keySequence(full.table, QKeySequence::Paste);
    const QDialog *dialog = dialogNamed(u"contacts.pasteDialog"_s);
    QVERIFY(dialog != nullptr);
    const QString words = dialog->findChild<QLabel *>(u"paste.words"_s)->text();
    QVERIFY2(words.contains(u"2 columns more"_s), qPrintable(words));
    QVERIFY(full.desk.contact(u"p4"_s).location != "Paris"_L1); // not before it is said
}

void TestSpreadsheetKeys::pasteTellsNewStatuses()
{
    Full full;
    QVERIFY(full.open());
    full.table->setCurrentIndex(full.cell(u"p4"_s, ContactColumn::status));
    clipboard().setText(u"responded\n"_s); // ours in another spelling
    QTest::keySequence(full.table, QKeySequence::Paste);
    QVERIFY(spinUntil([&] { return full.desk.contact(u"p4"_s).status == "Replied"_L1; }));
    clipboard().setText(u"Bogus\n"_s);
    QTest::keySequence(full.table, QKeySequence::Paste);
    QDialog *dialog = nullptr; // who else has that status is looked up first
    QVERIFY(spinUntil([&] { return (dialog = dialogNamed(u"contacts.pasteDialog"_s)) != nullptr; }));
    const QString words = dialog->findChild<QLabel *>(u"paste.words"_s)->text();
    QVERIFY2(words.contains(u"\"Bogus\""_s), qPrintable(words));
    QCOMPARE(full.desk.contact(u"p4"_s).status, u"Replied"_s);
    dialog->findChild<QPushButton *>(u"paste.accept"_s)->click(); // and it may be meant
    QVERIFY(spinUntil([&] { return full.desk.contact(u"p4"_s).status == "Bogus"_L1; }));
}

void TestSpreadsheetKeys::statusesInUseAreNotNewWhateverIsFiltered()
{
    Full full;
    QVERIFY(full.open());
    VERIFY_OK(test::await(
            flows::setContactFields(&full.desk.services(), u"p1"_s, {{u"status"_s, u"Bogus"_s}})));
    full.desk.page().presenter().setText(u"priya"_s);
    QVERIFY(full.desk.waitForRows(1));
    full.table->setCurrentIndex(full.cell(u"p4"_s, ContactColumn::status));
    full.select({u"p4"_s});
    clipboard().setText(u"Bogus\n"_s);
    QTest::keySequence(full.table, QKeySequence::Paste);
    QVERIFY(spinUntil([&] { return full.desk.contact(u"p4"_s).status == "Bogus"_L1; }));
}

namespace {

constexpr int school = static_cast<int>(ContactColumn::school);

/// The tick of the column in the menu, which is opened.
QAction *schoolTick(QMenu &menu)
{
    menu.popup({0, 0});
    return menu.findChild<QAction *>(u"contacts.column.%1"_s.arg(school));
}

} // namespace

void TestSpreadsheetKeys::columnsAreTickedInOneGo()
{
    Full full;
    QVERIFY(full.open());
    QMenu *menu = full.table->columnsMenu();
    QAction *action = schoolTick(*menu);
    QVERIFY(action != nullptr && action->isChecked());
    QTest::mouseMove(menu, menu->actionGeometry(action).center());
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
    QVERIFY(full.table->isColumnHidden(school));
    QVERIFY(menu->isVisible());
    menu->setActiveAction(action);
    QTest::keyClick(menu, Qt::Key_Space);
    QVERIFY(!full.table->isColumnHidden(school));
    QVERIFY(menu->isVisible());
    // Short enough for a small screen: the rest is one step further.
    QVERIFY(menu->actions().size() < 16);
    menu->close();
}

void TestSpreadsheetKeys::theOpeningClickTicksNothing()
{
    Full full;
    QVERIFY(full.open());
    QMenu *menu = full.table->columnsMenu();
    QAction *action = schoolTick(*menu);
    QVERIFY(action != nullptr);
    // The button that is let go over the menu was pressed on what opened it.
    QTest::mouseRelease(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
    QVERIFY(action->isChecked() && !full.table->isColumnHidden(school));
    QVERIFY(menu->isVisible());
    menu->close();
}

void TestSpreadsheetKeys::theNameAtTheEdgeIsSortedBy()
{
    Full full;
    QVERIFY(full.open() && QTest::qWaitForWindowActive(&full.desk.page()));
    full.desk.page().presenter().setSort(ContactColumn::company, Qt::AscendingOrder);
    full.table->scrollTo(full.cell(u"p4"_s, ContactColumn::added));
    auto *frozen = full.desk.child<QWidget>(u"contacts.frozen"_s);
    QVERIFY(frozen->isVisible());
    const QHeaderView *header = full.table->horizontalHeader();
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        QTest::mouseClick(frozen, Qt::LeftButton, {}, {20, header->height() / 2});
        QCOMPARE(header->sortIndicatorSection(), static_cast<int>(ContactColumn::name));
        QCOMPARE(header->sortIndicatorOrder(), order);
        QCOMPARE(full.desk.page().presenter().query().descending, order == Qt::DescendingOrder);
    }
}

void TestSpreadsheetKeys::theNameStaysInSight()
{
    Full full;
    QVERIFY(full.open() && QTest::qWaitForWindowActive(&full.desk.page()));
    auto *frozen = full.desk.child<QWidget>(u"contacts.frozen"_s);
    QVERIFY(!frozen->isVisible()); // the column itself is there
    full.table->setCurrentIndex(full.cell(u"p4"_s, ContactColumn::added));
    full.table->scrollTo(full.table->currentIndex());
    QVERIFY(frozen->isVisible());
    const QRect cell = full.table->visualRect(full.cell(u"p0"_s, ContactColumn::added));
    QTest::mouseClick(frozen, Qt::LeftButton, {},
                      {20, cell.center().y() + full.table->viewport()->y() - frozen->y()});
    QCOMPARE(full.table->selectedRowIds(), QVector<qint64> {full.desk.page().presenter().rowIdOf(u"p0"_s)});
    QVERIFY(frozen->isVisible()); // and the list has not run away
    // What the keys go to is never under it.
    for (int steps = 0; steps < 12 && frozen->isVisible(); ++steps) {
        const QRect place = full.table->visualRect(full.table->currentIndex());
        QVERIFY2(place.left() >= frozen->width() - 1, qPrintable(QString::number(place.left())));
        QTest::keyClick(full.table, Qt::Key_Left);
    }
    full.table->setCurrentIndex(full.cell(u"p4"_s, ContactColumn::name));
    QVERIFY(!frozen->isVisible());
}
