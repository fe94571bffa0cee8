// SPDX-License-Identifier: GPL-3.0-or-later
#include "shownwindow.h"
#include "tests.h"

#include "store/historyreader.h"
#include "store/savedfilters.h"
#include "support/support.h"
#include "ui/contacts/contactfilterbar.h"
#include "ui/contacts/contactpane.h"
#include "ui/shell/searchbox.h"
#include "ui/shell/statusline.h"
#include "ui/shell/toaststrip.h"

#include <QMessageBox>
#include <QPushButton>

namespace {

QStringList filters(ShownWindow &shown)
{
    QStringList names;
    const auto saved = store::savedFilters(shown.desk.services().reader);
    for (const store::SavedFilter &filter : saved.value_or(QVector<store::SavedFilter> {})) {
        names << filter.name;
    }
    return names;
}

bool filtersBecome(ShownWindow &shown, const QStringList &names)
{
    return spinUntil([&] { return filters(shown) == names; });
}

ui::ContactFilterBar &barOf(ShownWindow &shown)
{
    return *shown.page->findChild<ui::ContactFilterBar *>();
}

store::Operation keeping(const QString &name)
{
    return store::keepingFilter({name, {}});
}

/// Triggers it once it is offered.
bool trigger(QAction *action, const QString &words)
{
    const bool isOffered = spinUntil([&] { return action->isEnabled() && action->text() == words; });
    if (!isOffered) {
        qWarning("%s", qPrintable(action->text()));
    }
    action->trigger();
    return isOffered;
}

} // namespace

void TestWindowKeys::undoAndRedoFromTheTable()
{
    ShownWindow shown;
    QVERIFY(shown.open(3));
    QVERIFY(QTest::qWaitForWindowActive(&shown.window()));
    ui::ContactsTableView *table = shown.table;
    const QAction *undo = shown.action(u"edit.undo"_s);
    const QAction *redo = shown.action(u"edit.redo"_s);
    table->setFocus();
    table->setCurrentIndex(shown.page->presenter().model().index(1, 0));
    QTest::keyClick(table, Qt::Key_Delete);
    QVERIFY(shown.rows(2) && spinUntil([&] { return undo->text().contains(u"Delete"_s); }));
    QCOMPARE(shown.window().focusWidget(), table);
    QTest::keySequence(table, QKeySequence::Undo);
    QVERIFY(shown.rows(3) && spinUntil([&] { return redo->isEnabled(); }));
    QTest::keySequence(table, QKeySequence::Redo);
    QVERIFY(shown.rows(2) && spinUntil([&] { return undo->isEnabled() && !redo->isEnabled(); }));
    QTest::keySequence(table, QKeySequence::Undo);
    QVERIFY(shown.rows(3) && spinUntil([&] { return redo->isEnabled(); }));

    // While a cell is typed in, Ctrl+Z is about the text.
    table->setCurrentIndex(
            shown.page->presenter().model().index(0, static_cast<int>(ui::ContactColumn::title)));
    QTest::keyClick(table, Qt::Key_F2);
    auto *line = table->viewport()->findChild<QLineEdit *>(u"contacts.cell.text"_s);
    QVERIFY(line != nullptr);
    const QString before = line->text();
    QTest::keyClicks(line, u"Other"_s);
    QCOMPARE(line->text(), u"Other"_s);
    QTest::keySequence(line, QKeySequence::Undo);
    QCOMPARE(line->text(), before);
    QTest::keyClick(line, Qt::Key_Escape);
    QVERIFY(shown.rows(3));
}

void TestWindowKeys::aPageReachedByKeyHasTheKeyboard()
{
    ShownWindow shown;
    QVERIFY(shown.open(3));
    ui::MainWindow &window = shown.window();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    window.showPage(u"home"_s);
    const ui::ContactsPage *page = shown.page;
    QLineEdit *search = nullptr; // above the pages
    for (auto *field : window.findChildren<QLineEdit *>()) {
        search = !page->isAncestorOf(field) && field->isVisible() ? field : search;
    }
    QVERIFY(search != nullptr);
    search->setFocus();
    QTest::keyClick(&window, Qt::Key_3, Qt::ControlModifier);
    QVERIFY(page->isVisible());
    QVERIFY(page->isAncestorOf(window.focusWidget()));
    shown.table->setFocus();
    window.showPage(u"home"_s);
    search->setFocus();
    QTest::keyClick(&window, Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(window.focusWidget(), shown.table); // where it was left
    search->setFocus();
    QTest::keyClick(search, Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(window.focusWidget(), page->findChild<QLineEdit *>(u"contacts.filter.text"_s));
}

void TestWindowKeys::oneStepIsTakenBackAtATime()
{
    ShownWindow shown;
    QVERIFY(shown.open(3));
    QAction *undo = shown.action(u"edit.undo"_s);
    QVERIFY(undo != nullptr && undo->isEnabled());
    undo->trigger();
    QVERIFY(!undo->isEnabled()); // nothing was seen yet: a second press must not go further back
    undo->trigger();
    QVERIFY(shown.rows(2));
    QVERIFY(spinUntil([&] { return undo->isEnabled(); }));
    VERIFY_OK(test::await(
            shown.desk.services().store.apply(keeping(u"behind it"_s)))); // whatever was asked for
    QCOMPARE(shown.desk.services().reader.countContacts({}).value_or(-1), 2);
}

void TestWindowKeys::savedFiltersAreSteps()
{
    ShownWindow shown;
    QVERIFY(shown.open(3));
    QAction *undo = shown.action(u"edit.undo"_s);
    QAction *redo = shown.action(u"edit.redo"_s);
    const store::SavedFilter kept {u"To look up"_s, {}};
    VERIFY_OK(test::await(shown.desk.services().store.apply(store::keepingFilter(kept))));
    Q_EMIT barOf(shown).forgetRequested(kept);
    QVERIFY(filtersBecome(shown, {}));
    QVERIFY(trigger(undo, u"Undo: Delete the filter \"To look up\""_s));
    QVERIFY(filtersBecome(shown, {kept.name}));
    QVERIFY(trigger(redo, u"Redo: Delete the filter \"To look up\""_s));
    QVERIFY(filtersBecome(shown, {}));
    QVERIFY(spinUntil([&] { return undo->isEnabled(); }));

    // What is done afterwards goes back first.
    QVERIFY(shown.desk.add({test::somebody(3)}));
    QVERIFY(shown.rows(4));
    QVERIFY(spinUntil([&] { return !undo->text().contains(u"To look up"_s); }));
    undo->trigger();
    QVERIFY(shown.rows(3));
    QVERIFY(trigger(undo, u"Undo: Delete the filter \"To look up\""_s));
    QVERIFY(filtersBecome(shown, {kept.name}));
    QVERIFY(shown.rows(3)); // nobody went with it

    // The notice does the same, once.
    QVERIFY(spinUntil([&] { return undo->isEnabled(); })); // one step at a time
    Q_EMIT barOf(shown).forgetRequested(kept);
    QVERIFY(filtersBecome(shown, {}));
    ui::ToastStrip &toasts = shown.window().toasts();
    QVERIFY(spinUntil([&] { return toasts.text() == "Filter \"To look up\" deleted"_L1; }));
    toasts.findChild<QPushButton *>(u"toastAction"_s)->click();
    QVERIFY(filtersBecome(shown, {kept.name}));
    QVERIFY(spinUntil([&] { return undo->isEnabled() && !undo->text().contains(u"To look up"_s); }));
}

void TestWindowKeys::savedFiltersAreRepeatedInTheirPlace()
{
    ShownWindow shown;
    QVERIFY(shown.open(3));
    QAction *undo = shown.action(u"edit.undo"_s);
    QAction *redo = shown.action(u"edit.redo"_s);
    const QString adding = undo->text().section(u": "_s, 1);
    const store::SavedFilter kept {u"To look up"_s, {}};
    VERIFY_OK(test::await(shown.desk.services().store.apply(store::keepingFilter(kept))));
    Q_EMIT barOf(shown).forgetRequested(kept);
    QVERIFY(trigger(undo, u"Undo: Delete the filter \"To look up\""_s));
    QVERIFY(filtersBecome(shown, {kept.name}));
    QVERIFY(trigger(undo, u"Undo: "_s + adding)); // what was done before it
    QVERIFY(shown.rows(2));
    QVERIFY(trigger(redo, u"Redo: "_s + adding));
    QVERIFY(shown.rows(3));
    QVERIFY(trigger(redo, u"Redo: Delete the filter \"To look up\""_s));
    QVERIFY(filtersBecome(shown, {}));

    // Something else done in between: there is nothing to repeat any more.
    QVERIFY(trigger(undo, u"Undo: Delete the filter \"To look up\""_s));
    QVERIFY(filtersBecome(shown, {kept.name}));
    QVERIFY(shown.desk.add({test::somebody(3)}));
    QVERIFY(spinUntil([&] { return redo->text() == "Redo"_L1 && !redo->isEnabled(); }));
}

void TestWindowKeys::aStepIsDoneWhenItIsToldDone()
{
    ShownWindow shown;
    QVERIFY(shown.open(1));
    QAction *undo = shown.action(u"edit.undo"_s);
    const store::SavedFilter kept {u"To look up"_s, {}};
    VERIFY_OK(test::await(shown.desk.services().store.apply(store::keepingFilter(kept))));
    Q_EMIT barOf(shown).forgetRequested(kept);
    const QString words = u"Undo: Delete the filter \"To look up\""_s;
    QVERIFY(spinUntil([&] { return undo->text() == words; }));
    const auto told = [&] { return shown.window().statusLine().message(); };
    QVERIFY(shown.desk.runSql(
            "CREATE TRIGGER full_disk BEFORE INSERT ON fact BEGIN SELECT RAISE(FAIL, 'the disk "
            "is full'); END"));
    undo->trigger();
    QVERIFY(!told().startsWith(u"Undone"_s)); // not before
    QVERIFY(!undo->isEnabled());
    QVERIFY(spinUntil([&] { return undo->isEnabled(); }));
    QVERIFY2(!told().startsWith(u"Undone"_s), qPrintable(told()));
    auto *box = shown.window().findChild<QMessageBox *>(u"undoProblem"_s);
    QVERIFY(box != nullptr && box->isVisible());
    QVERIFY2(box->informativeText().contains(u"refused a change"_s), qPrintable(box->informativeText()));
    box->close();
    QVERIFY2(!told().startsWith(u"Undoing"_s), qPrintable(told()));
    QCOMPARE(filters(shown), QStringList());
    QVERIFY(shown.desk.mendWrites());
    QVERIFY(trigger(undo, words)); // it is still there to be taken back
    QVERIFY(filtersBecome(shown, {kept.name}));
    QVERIFY(spinUntil([&] { return told() == "Undone: Delete the filter \"To look up\""_L1; }));
}

void TestWindowKeys::onlyTheNewestNoticeOffersTheWayBack()
{
    ShownWindow shown;
    QVERIFY(shown.open(1));
    ui::ToastStrip &toasts = shown.window().toasts();
    for (const QString &name : {u"first"_s, u"second"_s}) {
        VERIFY_OK(test::await(shown.desk.services().store.apply(keeping(name))));
        Q_EMIT barOf(shown).forgetRequested({name, {}});
        QVERIFY(spinUntil([&] { return toasts.text() == u"Filter \"%1\" deleted"_s.arg(name); }));
    }
    QTest::keyClick(&toasts, Qt::Key_Escape);
    QVERIFY2(toasts.text().isEmpty(), qPrintable(toasts.text()));
}

void TestWindowKeys::thePageTakesBackThroughTheWindow()
{
    ShownWindow shown;
    QVERIFY(shown.open(2));
    const auto state = store::undoState(shown.desk.services().reader.connection());
    const QAction *undo = shown.action(u"edit.undo"_s);
    Q_EMIT shown.page->findChild<ui::ContactPane *>()->undoRequested(state->undoId);
    QVERIFY(!undo->isEnabled()); // one step at a time, with its progress and Cancel
    QVERIFY(shown.rows(1));
    QVERIFY(spinUntil(
            [&] { return shown.window().statusLine().message() == u"Undone: "_s + state->undoLabel; }));
}

void TestWindowKeys::foundWordsAreMarked()
{
    ShownWindow shown;
    QVERIFY(shown.open(3));
    const auto picture = [&] { // of the name
        const int row = shown.page->presenter().model().rowOf(shown.table->selectedRowIds().value(0));
        const auto cell = shown.page->presenter().model().index(row,
                                                                static_cast<int>(ui::ContactColumn::name));
        return shown.table->viewport()->grab(shown.table->visualRect(cell)).toImage();
    };
    const QString name = test::somebody(1).firstName;
    shown.page->showContact(test::somebody(1).id);
    QVERIFY(spinUntil([&] { return shown.table->selectedRowIds().size() == 1; }));
    const QImage plain = picture();
    Q_EMIT shown.window().searchBox().activated(u"contact"_s, test::somebody(1).id, name);
    QVERIFY(picture() != plain);
    shown.page->presenter().setText(u"nobody has this"_s); // a search of its own
    shown.page->presenter().setText({});
    QVERIFY(shown.rows(3));
    shown.page->showContact(test::somebody(1).id);
    QCOMPARE(picture(), plain);
}

void TestWindowKeys::aLongUndoIsCancelled()
{
    constexpr int many = 4000;
    ShownWindow shown;
    QVERIFY(shown.open(1));
    std::vector<Contact> people;
    store::Operation edit;
    edit.label = u"Edit everyone"_s;
    for (int i = 1; i <= many; ++i) {
        people.push_back(test::somebody(i));
        edit.patches.push_back({Kind::contact, people.back().id, {{u"location"_s, Json("Moved")}}, {}});
    }
    QVERIFY(shown.desk.add(people));
    VERIFY_OK(test::await(shown.desk.services().store.apply(edit), std::chrono::minutes(5)));
    QVERIFY(trigger(shown.action(u"edit.undo"_s), u"Undo: Edit everyone"_s));
    ui::StatusLine &line = shown.window().statusLine();
    QVERIFY(spinUntil(
            [&] {
                Q_EMIT line.cancelJobRequested(u"undo"_s); // nothing before it is shown
                return line.message() == "Cancelled. Nothing was changed."_L1
                        || line.message().startsWith("Undone"_L1);
            },
            std::chrono::minutes(1)));
    QCOMPARE(line.message(), u"Cancelled. Nothing was changed."_s);
    const auto last = shown.desk.services().reader.contact(people.back().id);
    VERIFY_OK(last);
    QCOMPARE(last->location, u"Moved"_s);
}
