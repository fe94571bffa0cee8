// SPDX-License-Identifier: GPL-3.0-or-later
#include "framed.h"
#include "tests.h"

#include "support/spin.h"
#include "ui/common/unsavededits.h"

#include "ui/shell/navigation.h"
#include "ui/shell/searchbox.h"
#include "ui/support/accessiblenames.h"

#include <QAbstractButton>
#include <QApplication>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::ui;

namespace {

QAbstractButton *entry(Framed &framed, const QString &page)
{
    return framed.window.findChild<QAbstractButton *>(u"nav."_s + page);
}

QStringList titlesOf(const QMenu *menu)
{
    QStringList titles;
    for (const QAction *action : menu->actions()) {
        titles.append(action->isSeparator() ? u"-"_s : action->text());
    }
    return titles;
}

} // namespace

void TestMainWindow::pagesAreMadeWhenShown()
{
    Framed framed;
    QCOMPARE(framed.peopleMade, 1);
    QCOMPARE(framed.mailMade, 0);
    QSignalSpy shown(&framed.window, &MainWindow::pageShown);
    framed.window.showPage(u"mail"_s);
    framed.window.showPage(u"people"_s);
    framed.window.showPage(u"mail"_s);
    QCOMPARE(framed.mailMade, 1);
    QCOMPARE(shown.size(), 3);
    framed.window.showPage(u"nowhere"_s);
    QCOMPARE(framed.window.currentPage(), u"mail"_s);
    QCOMPARE(framed.window.page(u"nowhere"_s), nullptr);
}

void TestMainWindow::keysGoToPages()
{
    Framed framed;
    QVERIFY(framed.isActive());
    QTest::keyClick(&framed.window, Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(framed.window.currentPage(), u"mail"_s);
    QVERIFY(entry(framed, u"mail"_s)->isChecked());
    QVERIFY(!entry(framed, u"people"_s)->isChecked());
    QTest::keyClick(&framed.window, Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(framed.window.currentPage(), u"people"_s);
    QTest::keyClick(&framed.window, Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(framed.window.searchBox().hasFocus());
}

void TestMainWindow::navigationIsSteeredByKeyboard()
{
    Framed framed;
    QVERIFY(framed.isActive());
    entry(framed, u"people"_s)->setFocus();
    QTest::keyClick(entry(framed, u"people"_s), Qt::Key_Down);
    QCOMPARE(framed.window.currentPage(), u"mail"_s);
    QVERIFY(entry(framed, u"mail"_s)->hasFocus());
    // The Tab key leads through the whole window and back to where it began.
    const QWidget *start = QApplication::focusWidget();
    bool metField = false;
    int steps = 0;
    do {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        metField = metField || QApplication::focusWidget()->accessibleName() == u"Filter mail"_s;
        ++steps;
    } while (QApplication::focusWidget() != start && steps < 60);
    QVERIFY(metField);
    QVERIFY(steps < 60);
}

void TestMainWindow::actionsOfThePageStandInItsHeader()
{
    Framed framed;
    QWidget *people = framed.window.page(u"people"_s);
    QAction *add = framed.actions.add({u"people.add"_s, u"Add person..."_s, Glyph::add});
    add->setPriority(QAction::HighPriority);
    people->addAction(add);
    auto *button = framed.window.findChild<QPushButton *>(u"people.add.button"_s);
    QVERIFY(button != nullptr);
    QCOMPARE(button->text(), u"Add person"_s);
    QSignalSpy triggered(add, &QAction::triggered);
    button->click();
    QCOMPARE(triggered.size(), 1);
    add->setEnabled(false);
    QVERIFY(!button->isEnabled());
    framed.window.showPage(u"mail"_s);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(framed.window.findChild<QPushButton *>(u"people.add.button"_s) == nullptr);
}

void TestMainWindow::menusFollowTheRegistry()
{
    Framed framed;
    framed.actions.add(
            {u"contacts.import"_s, u"Import..."_s, Glyph::importFile, {}, MenuPlace::file, {}, 10});
    framed.actions.add(
            {u"contacts.export"_s, u"Export..."_s, Glyph::exportFile, {}, MenuPlace::file, {}, 10});
    framed.actions.add({u"data.backup"_s, u"Back up..."_s, Glyph::save, {}, MenuPlace::file, {}, 20});
    const QMenu *file = nullptr;
    const QMenu *go = nullptr;
    for (const QMenu *menu : framed.window.menuBar()->findChildren<QMenu *>()) {
        file = menu->title() == u"&File"_s ? menu : file;
        go = menu->title() == u"&Go"_s ? menu : go;
    }
    QVERIFY(file != nullptr && go != nullptr);
    QCOMPARE(titlesOf(file).join(u' '), u"Import... Export... - Back up... - &Quit"_s);
    QCOMPARE(titlesOf(go).join(u' '), u"People Mail"_s);
    QAction *known = framed.actions.find(u"data.backup"_s);
    QCOMPARE(framed.actions.add({u"data.backup"_s, u"Other"_s}), known);
}

void TestMainWindow::navigationFoldsByItselfInANarrowWindow()
{
    Framed framed;
    auto *navigation = framed.window.findChild<Navigation *>(u"navigation"_s);
    framed.window.resize(1200, 700);
    QVERIFY(!navigation->isCollapsed());
    framed.window.resize(800, 700);
    QTRY_VERIFY(navigation->isCollapsed());
    framed.window.resize(1200, 700);
    QTRY_VERIFY(!navigation->isCollapsed());
    framed.actions.find(u"view.navigation"_s)->trigger();
    QVERIFY(navigation->isCollapsed());
    framed.window.resize(800, 700);
    framed.window.resize(1300, 700);
    QTest::qWait(0);
    QVERIFY(navigation->isCollapsed()); // as the user left it
}

void TestMainWindow::stateComesBack()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(u"window.ini"_s), QSettings::IniFormat);
    {
        Framed framed;
        framed.window.resize(1111, 707);
        framed.window.showPage(u"mail"_s);
        framed.theme.setTextPercent(120);
        framed.actions.find(u"view.scheme.dark"_s)->trigger();
        framed.actions.find(u"view.navigation"_s)->trigger();
        writeViewState(framed.window.viewState(), settings);
    }
    const ViewState state = readViewState(settings);
    QCOMPARE(state.scheme, u"dark"_s);
    QCOMPARE(state.textPercent, 120);
    Framed framed;
    framed.window.restore(state);
    QCOMPARE(framed.window.currentPage(), u"mail"_s);
    QCOMPARE(framed.window.size(), QSize(1111, 707));
    QVERIFY(framed.window.findChild<Navigation *>(u"navigation"_s)->isCollapsed());
}

void TestMainWindow::damagedStateReadsAsDefaults()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(u"window.ini"_s), QSettings::IniFormat);
    QCOMPARE(readViewState(settings).textPercent, 100);
    settings.setValue(u"window/geometry"_s, u"not geometry"_s);
    settings.setValue(u"window/page"_s, u"gone"_s);
    settings.setValue(u"appearance/textPercent"_s, u"huge"_s);
    const ViewState state = readViewState(settings);
    QCOMPARE(state.textPercent, 100);
    Framed framed;
    framed.window.restore(state);
    QCOMPARE(framed.window.currentPage(), u"people"_s);
}

void TestMainWindow::undoHasNoMeaningAtFirst()
{
    Framed framed;
    QVERIFY(!framed.actions.find(u"edit.undo"_s)->isEnabled());
    QVERIFY(!framed.actions.find(u"edit.redo"_s)->isEnabled());
}

void TestMainWindow::quitTellsBeforeClosing()
{
    Framed framed;
    QSignalSpy closing(&framed.window, &MainWindow::closing);
    framed.actions.find(u"file.quit"_s)->trigger();
    QCOMPARE(closing.size(), 1);
    QVERIFY(!framed.window.isVisible());
    framed.window.present();
    QVERIFY(framed.window.isVisible());
}

void TestMainWindow::controlsHaveNames()
{
    Framed framed;
    framed.window.showPage(u"mail"_s);
    QCOMPARE(test::unnamedControls(&framed.window).join(u' '), QString());
}

void TestMainWindow::theNavigationFoldsForLargerText()
{
    Framed framed;
    framed.window.resize(1000, 700);
    const auto *navigation = framed.window.findChild<Navigation *>();
    QVERIFY(!navigation->isCollapsed());
    framed.theme.setTextPercent(150);
    QTRY_VERIFY(navigation->isCollapsed());
    framed.theme.setTextPercent(100);
    QTRY_VERIFY(!navigation->isCollapsed());
}

void TestMainWindow::everythingGrowsWithTheText()
{
    Framed framed;
    const int before = entry(framed, u"people"_s)->sizeHint().height();
    const int field = framed.window.searchBox().sizeHint().height();
    framed.theme.setTextPercent(200);
    QTRY_VERIFY(entry(framed, u"people"_s)->sizeHint().height() > before);
    QVERIFY(framed.window.searchBox().sizeHint().height() > field);
    framed.theme.setTextPercent(100);
}

namespace {

/// A page that holds something.
class HoldingPage final : public QWidget, public UnsavedEdits
{
public:
    void handOver() override { ++handedOver; }
    [[nodiscard]] bool awaitsAnswer() const override { return isSlow; }
    [[nodiscard]] QVector<UnsavedEdit> refused() const override { return texts; }
    [[nodiscard]] QVector<UnsavedEdit> underWay() const override { return {}; }

    int handedOver = 0;
    bool isSlow = false;
    QVector<UnsavedEdit> texts;
};

} // namespace

void TestMainWindow::whatIsNotSavedIsAskedAbout()
{
    Framed framed;
    auto *page = new HoldingPage;
    framed.window.addPage({u"holding"_s, u"Holding"_s, Glyph::contacts, [page] { return page; }});
    framed.window.showPage(u"holding"_s);
    framed.window.showPage(u"people"_s);
    page->texts = {{u"Due"_s, u"Đức Hoàng"_s, u"blurgh"_s}};
    framed.window.close();
    QVERIFY(framed.window.isVisible());
    QMessageBox *box = nullptr;
    QTRY_VERIFY((box = framed.window.findChild<QMessageBox *>(u"unsavedQuestion"_s)) != nullptr);
    QCOMPARE(page->handedOver, 1);
    QVERIFY(box->informativeText().contains(u"Due of Đức Hoàng: blurgh"_s));
    QTest::keyClick(box, Qt::Key_Escape);
    QVERIFY(framed.window.isVisible());
    QCOMPARE(framed.window.currentPage(), u"holding"_s); // where it can be mended
    page->texts.clear();
    framed.window.close();
    QVERIFY(!framed.window.isVisible());
}

void TestMainWindow::whatIsSavedLateIsAskedAbout()
{
    Framed framed;
    auto *page = new HoldingPage;
    framed.window.addPage({u"holding"_s, u"Holding"_s, Glyph::contacts, [page] { return page; }});
    framed.window.showPage(u"holding"_s);
    page->isSlow = true;
    framed.window.close();
    QPointer<QMessageBox> box; // after three seconds of its clock, longer on a busy machine
    QVERIFY(test::spinUntil(
            [&] { return (box = framed.window.findChild<QMessageBox *>(u"unsavedQuestion"_s)) != nullptr; }));
    QVERIFY(framed.window.isVisible());
    QCOMPARE(page->handedOver, 1);
    QVERIFY(box->defaultButton() != nullptr);
    page->isSlow = false;
    box->defaultButton()->click(); // waits on, and closes once it is saved
    QTRY_VERIFY(!framed.window.isVisible());
}

void TestMainWindow::buttonsOfThePageComeBeforeItByKey()
{
    Framed framed;
    QVERIFY(framed.isActive());
    QWidget *people = framed.window.page(u"people"_s);
    QAction *add = framed.actions.add({u"people.add"_s, u"Add person..."_s, Glyph::add});
    people->addAction(add);
    auto *button = framed.window.findChild<QPushButton *>(u"people.add.button"_s);
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), people->findChild<QLineEdit *>());
}
