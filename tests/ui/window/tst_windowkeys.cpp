// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "support/spin.h"
#include "support/support.h"
#include "ui/contacts/contactspage.h"
#include "ui/contacts/contactstableview.h"
#include "ui/support/workdesk.h"
#include "window/windowcomposition.h"

#include "store/savedfilters.h"
#include "ui/contacts/contactfilterbar.h"
#include "ui/shell/toaststrip.h"

#include <QAction>
#include <QLineEdit>
#include <QPushButton>
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

namespace {

/// The whole window on the contacts page, with three people.
struct Shown
{
    test::WorkDesk desk;
    std::unique_ptr<QSettings> settings;
    std::unique_ptr<app::WindowComposition> composition;
    ui::ContactsPage *page = nullptr;

    bool open()
    {
        if (!desk.open()) {
            return false;
        }
        for (int i = 0; i < 3; ++i) { // an operation each
            if (!desk.add({test::somebody(i)})) {
                return false;
            }
        }
        settings = std::make_unique<QSettings>(desk.file(u"view.ini"_s), QSettings::IniFormat);
        composition = std::make_unique<app::WindowComposition>(desk.services(), desk.theme(), *settings);
        composition->window().show();
        composition->start();
        composition->window().showPage(u"contacts"_s);
        page = qobject_cast<ui::ContactsPage *>(composition->window().page(u"contacts"_s));
        return rows(3);
    }
    bool rows(int count)
    {
        return spinUntil([this, count] { return page->presenter().model().rowCount() == count; });
    }
    QAction *action(const QString &id)
    {
        for (QAction *action : composition->window().findChildren<QAction *>()) {
            if (action->objectName() == id) {
                return action;
            }
        }
        for (QWidget *widget : composition->window().findChildren<QWidget *>()) {
            for (QAction *action : widget->actions()) {
                if (action->objectName() == id) {
                    return action;
                }
            }
        }
        return nullptr;
    }
    QStringList filters()
    {
        QStringList names;
        const auto saved = store::savedFilters(desk.services().reader);
        for (const store::SavedFilter &filter : saved.value_or(QVector<store::SavedFilter> {})) {
            names << filter.name;
        }
        return names;
    }
    bool filtersBecome(const QStringList &names)
    {
        return spinUntil([&] { return filters() == names; });
    }
};

} // namespace

void TestWindowKeys::oneStepIsTakenBackAtATime()
{
    Shown shown;
    QVERIFY(shown.open());
    QAction *undo = shown.action(u"edit.undo"_s);
    QVERIFY(undo != nullptr && undo->isEnabled());
    undo->trigger();
    QVERIFY(!undo->isEnabled()); // nothing was seen yet: a second press must not go further back
    undo->trigger();
    QVERIFY(shown.rows(2));
    QVERIFY(spinUntil([&] { return undo->isEnabled(); }));
    QTest::qWait(200);
    QVERIFY(shown.rows(2));
}

void TestWindowKeys::savedFiltersAreSteps()
{
    Shown shown;
    QVERIFY(shown.open());
    QAction *undo = shown.action(u"edit.undo"_s);
    QAction *redo = shown.action(u"edit.redo"_s);
    const store::SavedFilter kept {u"To look up"_s, {}};
    VERIFY_OK(test::await(shown.desk.services().store.apply(store::keepingFilter(kept))));
    auto *bar = shown.page->findChild<ui::ContactFilterBar *>();
    Q_EMIT bar->forgetRequested(kept);
    QVERIFY(shown.filtersBecome({}));
    QVERIFY(spinUntil([&] { return undo->text().contains(u"To look up"_s); }));
    undo->trigger();
    QVERIFY(shown.filtersBecome({kept.name}));
    QCOMPARE(redo->text(), u"Redo: Delete the filter \"To look up\""_s);
    redo->trigger();
    QVERIFY(shown.filtersBecome({}));

    // What is done afterwards goes back first.
    QVERIFY(shown.desk.add({test::somebody(3)}));
    QVERIFY(shown.rows(4));
    QVERIFY(spinUntil([&] { return !undo->text().contains(u"To look up"_s); }));
    undo->trigger();
    QVERIFY(shown.rows(3));
    QVERIFY(spinUntil([&] { return undo->isEnabled() && undo->text().contains(u"To look up"_s); }));
    undo->trigger();
    QVERIFY(shown.filtersBecome({kept.name}));
    QVERIFY(shown.rows(3)); // nobody went with it

    // The notice does the same, once.
    Q_EMIT bar->forgetRequested(kept);
    QVERIFY(shown.filtersBecome({}));
    ui::ToastStrip &toasts = shown.composition->window().toasts();
    QVERIFY(spinUntil([&] { return toasts.text() == "Filter \"To look up\" deleted"_L1; }));
    toasts.findChild<QPushButton *>(u"toastAction"_s)->click();
    QVERIFY(shown.filtersBecome({kept.name}));
    QVERIFY(!undo->text().contains(u"To look up"_s));
}
