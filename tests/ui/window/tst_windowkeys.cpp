// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "support/spin.h"
#include "ui/contacts/contactspage.h"
#include "ui/contacts/contactstableview.h"
#include "ui/support/workdesk.h"
#include "window/windowcomposition.h"

#include <QAction>
#include <QLineEdit>
#include <QSettings>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace crema;
using test::spinUntil;

void TestWindowKeys::undoAndRedoFromTheTable()
{
    test::WorkDesk desk;
    QVERIFY(desk.open() && desk.add({test::somebody(0), test::somebody(1), test::somebody(2)}));
    QSettings settings(desk.file(u"view.ini"_s), QSettings::IniFormat);
    app::WindowComposition composition(desk.services(), desk.theme(), settings);
    ui::MainWindow &window = composition.window();
    window.show();
    composition.start();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    window.showPage(u"contacts"_s);
    auto *page = qobject_cast<ui::ContactsPage *>(window.page(u"contacts"_s));
    auto *table = page->findChild<ui::ContactsTableView *>(u"contacts.table"_s);
    const auto rows = [page](int count) {
        const bool there = spinUntil([page, count] { return page->presenter().model().rowCount() == count; });
        QTest::qWait(150); // undo and redo are offered a moment after the rows
        return there;
    };
    QVERIFY(rows(3));
    table->setFocus();
    table->setCurrentIndex(page->presenter().model().index(1, 0));
    QTest::keyClick(table, Qt::Key_Delete);
    QVERIFY(rows(2));
    QCOMPARE(window.focusWidget(), table);
    QTest::keySequence(table, QKeySequence::Undo);
    QVERIFY(rows(3));
    QTest::keySequence(table, QKeySequence::Redo);
    QVERIFY(rows(2));
    QTest::keySequence(table, QKeySequence::Undo);
    QVERIFY(rows(3));

    // While a cell is typed in, Ctrl+Z is about the text.
    table->setCurrentIndex(page->presenter().model().index(0, static_cast<int>(ui::ContactColumn::title)));
    QTest::keyClick(table, Qt::Key_F2);
    auto *line = table->viewport()->findChild<QLineEdit *>(u"contacts.cell.text"_s);
    QVERIFY(line != nullptr);
    const QString before = line->text();
    QTest::keyClicks(line, u"Other"_s);
    QCOMPARE(line->text(), u"Other"_s);
    QTest::keySequence(line, QKeySequence::Undo);
    QCOMPARE(line->text(), before);
    QTest::keyClick(line, Qt::Key_Escape);
    QVERIFY(rows(3));
}

void TestWindowKeys::aPageReachedByKeyHasTheKeyboard()
{
    test::WorkDesk desk;
    QVERIFY(desk.open() && desk.add({test::somebody(0), test::somebody(1), test::somebody(2)}));
    QSettings settings(desk.file(u"view.ini"_s), QSettings::IniFormat);
    app::WindowComposition composition(desk.services(), desk.theme(), settings);
    ui::MainWindow &window = composition.window();
    window.show();
    composition.start();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    window.showPage(u"home"_s);
    auto *page = qobject_cast<ui::ContactsPage *>(window.page(u"contacts"_s));
    QLineEdit *search = nullptr; // above the pages
    for (auto *field : window.findChildren<QLineEdit *>()) {
        search = !page->isAncestorOf(field) && field->isVisible() ? field : search;
    }
    QVERIFY(search != nullptr);
    search->setFocus();
    QTest::keyClick(&window, Qt::Key_3, Qt::ControlModifier);
    QVERIFY(page->isVisible());
    QVERIFY(page->isAncestorOf(window.focusWidget()));
    QVERIFY(spinUntil([&] { return page->presenter().model().rowCount() == 3; }));
    auto *table = page->findChild<ui::ContactsTableView *>(u"contacts.table"_s);
    table->setFocus();
    window.showPage(u"home"_s);
    search->setFocus();
    QTest::keyClick(&window, Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(window.focusWidget(), table); // where it was left
    search->setFocus();
    QTest::keyClick(search, Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(window.focusWidget(), page->findChild<QLineEdit *>(u"contacts.filter.text"_s));
}
