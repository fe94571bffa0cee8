// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "tests.h"

#include "ui/home/datechooser.h"
#include "ui/home/duelist.h"
#include "ui/home/duelistmodel.h"
#include "ui/support/accessiblenames.h"

#include <QAbstractItemModelTester>
#include <QCalendarWidget>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace crema;

namespace {

/// The list, shown over a workspace.
struct Shown
{
    Desk desk;
    std::unique_ptr<ui::DuePresenter> presenter;
    std::unique_ptr<ui::DueList> list;
    std::unique_ptr<QAbstractItemModelTester> tester;

    [[nodiscard]] bool open()
    {
        if (!desk.open()) {
            return false;
        }
        presenter = std::make_unique<ui::DuePresenter>(desk.services());
        list = std::make_unique<ui::DueList>(*presenter);
        tester = std::make_unique<QAbstractItemModelTester>(
                view()->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        list->resize(480, 400);
        list->show();
        return QTest::qWaitForWindowActive(list.get());
    }
    [[nodiscard]] QListView *view() const { return list->findChild<QListView *>(u"home.due.list"_s); }
    [[nodiscard]] QPushButton *button(const QString &name) const
    {
        return list->findChild<QPushButton *>(u"home.due."_s + name);
    }
    [[nodiscard]] QString text(int row, ui::DueListModel::Role role) const
    {
        return view()->model()->index(row, 0).data(static_cast<int>(role)).toString();
    }
    [[nodiscard]] QStringList names() const
    {
        QStringList names;
        for (int row = 0; row < view()->model()->rowCount(); ++row) {
            names << text(row, ui::DueListModel::Role::name);
        }
        return names;
    }
    void choose(int row) const
    {
        view()->setCurrentIndex(view()->model()->index(row, 0));
        view()->setFocus();
    }
    [[nodiscard]] bool waitFor(const QStringList &wanted) const
    {
        return test::spinUntil([&] { return names() == wanted; });
    }
};

/// Triggers the entry of a menu that begins with these words, as if it was opened.
bool trigger(QMenu *menu, const QString &words)
{
    Q_EMIT menu->aboutToShow();
    for (QAction *action : menu->actions()) {
        if (action->text().startsWith(words)) {
            action->trigger();
            return true;
        }
    }
    return false;
}

} // namespace

void TestDueList::listsByGroup()
{
    Shown shown;
    QVERIFY(shown.open());
    shown.desk.add(u"Ada Okafor"_s, 0, u"Send the paper"_s, u"Hartwell"_s);
    shown.desk.add(u"Ben Stone"_s, -3);
    shown.desk.add(u"Cyn Wu"_s, 1);
    shown.desk.add(u"Dan Roe"_s, 9);
    QCOMPARE(shown.names(), (QStringList {u"Ben Stone"_s, u"Ada Okafor"_s, u"Cyn Wu"_s}));
    using Role = ui::DueListModel::Role;
    QCOMPARE(shown.text(0, Role::heading), u"Overdue"_s);
    QCOMPARE(shown.text(0, Role::when), u"3 days overdue"_s);
    QCOMPARE(shown.text(0, Role::what), u"Follow up"_s);
    QCOMPARE(shown.text(1, Role::heading), u"Today"_s);
    QCOMPARE(shown.text(1, Role::what), u"Send the paper"_s);
    QCOMPARE(shown.text(1, Role::company), u"Hartwell"_s);
    QCOMPARE(shown.text(2, Role::heading), u"Next 7 days"_s);
    QCOMPARE(shown.text(2, Role::when), u"Tomorrow"_s);
}

void TestDueList::showsNothing()
{
    Shown shown;
    QVERIFY(shown.open());
    auto *nothing = shown.list->findChild<QLabel *>(u"home.due.nothing"_s);
    QVERIFY(nothing->isVisible());
    const QString ada = shown.desk.add(u"Ada Okafor"_s, 0);
    QVERIFY(!nothing->isVisible());
    shown.presenter->finish({ada});
    QVERIFY(test::spinUntil([&] { return nothing->isVisible(); }));
}

void TestDueList::buttonsWorkOnTheChosen()
{
    Shown shown;
    QVERIFY(shown.open());
    const QString ada = shown.desk.add(u"Ada Okafor"_s, -1);
    shown.desk.add(u"Ben Stone"_s, 0);
    for (const QString &name : {u"done"_s, u"snooze"_s, u"write"_s, u"menu"_s}) {
        QVERIFY2(!shown.button(name)->isEnabled(), qPrintable(name)); // nobody is chosen
    }
    shown.choose(0);
    QSignalSpy toasts(shown.presenter.get(), &ui::DuePresenter::toast);
    QTest::mouseClick(shown.button(u"done"_s), Qt::LeftButton);
    QVERIFY(shown.waitFor({u"Ben Stone"_s}));
    QVERIFY(test::spinUntil([&] { return toasts.size() == 1; }));
    QCOMPARE(toasts.first().at(0).toString(), u"Follow-up with Ada Okafor done"_s);
    QVERIFY(!toasts.first().at(1).toString().isEmpty());
    VERIFY_OK(test::await(shown.desk.services().store.undo()));
    QCOMPARE(shown.names(), (QStringList {u"Ada Okafor"_s, u"Ben Stone"_s}));
    QCOMPARE(shown.desk.contact(ada).nextActionDate, shown.desk.today().addDays(-1).toString(Qt::ISODate));
}

void TestDueList::keysWorkInTheList()
{
    Shown shown;
    QVERIFY(shown.open());
    const QString ada = shown.desk.add(u"Ada Okafor"_s, 0);
    const QString ben = shown.desk.add(u"Ben Stone"_s, 0);
    QSignalSpy opened(shown.list.get(), &ui::DueList::openRequested);
    QSignalSpy written(shown.list.get(), &ui::DueList::writeRequested);
    shown.choose(0);
    QTest::keyClick(shown.view(), Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().toString(), ada);
    QTest::keyClick(shown.view(), Qt::Key_Down);
    QTest::keyClick(shown.view(), Qt::Key_W);
    QCOMPARE(written.size(), 1);
    QCOMPARE(written.first().first().toStringList(), QStringList {ben});
    QTest::keyClick(shown.view(), Qt::Key_S);
    auto *days = shown.list->findChild<QMenu *>(u"home.due.days"_s);
    QVERIFY(test::spinUntil([&] { return days->isVisible(); }));
    days->close();
    QTest::keyClick(shown.view(), Qt::Key_D);
    QVERIFY(shown.waitFor({u"Ada Okafor"_s}));
}

void TestDueList::nextRowIsUpAfterDone()
{
    Shown shown;
    QVERIFY(shown.open());
    for (const QString &name : {u"Ada A"_s, u"Ben B"_s, u"Cyn C"_s}) {
        shown.desk.add(name, 0);
    }
    shown.choose(1);
    QTest::keyClick(shown.view(), Qt::Key_D);
    QVERIFY(shown.waitFor({u"Ada A"_s, u"Cyn C"_s}));
    QCOMPARE(shown.view()->currentIndex().row(), 1);
    QTest::keyClick(shown.view(), Qt::Key_D);
    QVERIFY(shown.waitFor({u"Ada A"_s}));
    QTest::keyClick(shown.view(), Qt::Key_D);
    QVERIFY(shown.waitFor({}));
}

void TestDueList::snoozesFromTheMenu()
{
    Shown shown;
    QVERIFY(shown.open());
    const QString ada = shown.desk.add(u"Ada Okafor"_s, -5, u"Nudge"_s);
    const QString ben = shown.desk.add(u"Ben Stone"_s, 0);
    auto *days = shown.list->findChild<QMenu *>(u"home.due.days"_s);
    shown.view()->selectAll();
    QVERIFY(trigger(days, u"In two weeks"_s));
    QVERIFY(shown.waitFor({}));
    const QString until = shown.desk.today().addDays(14).toString(Qt::ISODate);
    QCOMPARE(shown.desk.contact(ada).nextActionDate, until);
    QCOMPARE(shown.desk.contact(ada).nextAction, u"Nudge"_s);
    QCOMPARE(shown.desk.contact(ben).nextActionDate, until);
}

void TestDueList::snoozesToAChosenDay()
{
    Shown shown;
    QVERIFY(shown.open());
    const QString ada = shown.desk.add(u"Ada Okafor"_s, 0);
    shown.choose(0);
    QVERIFY(trigger(shown.list->findChild<QMenu *>(u"home.due.days"_s), u"Choose a day"_s));
    auto *chooser = shown.list->findChild<ui::DateChooser *>(u"dateChooser"_s);
    QVERIFY(chooser != nullptr);
    auto *calendar = chooser->findChild<QCalendarWidget *>(u"dateChooser.calendar"_s);
    QCOMPARE(calendar->minimumDate(), shown.desk.today().addDays(1)); // a day that is over is no choice
    const QDate day = shown.desk.today().addDays(40);
    calendar->setSelectedDate(day);
    QTest::keyClick(calendar, Qt::Key_Return);
    QVERIFY(test::spinUntil(
            [&] { return shown.desk.contact(ada).nextActionDate == day.toString(Qt::ISODate); }));
}

void TestDueList::doneAndAgain()
{
    Shown shown;
    QVERIFY(shown.open());
    const QString ada = shown.desk.add(u"Ada Okafor"_s, 0, u"Coffee"_s);
    shown.choose(0);
    QVERIFY(trigger(shown.list->findChild<QMenu *>(u"home.due.again"_s), u"In a week"_s));
    const QString again = shown.desk.today().addDays(7).toString(Qt::ISODate);
    QVERIFY(test::spinUntil([&] { return shown.desk.contact(ada).nextActionDate == again; }));
    QCOMPARE(shown.desk.contact(ada).nextAction, u"Coffee"_s);
}

void TestDueList::writesToTheChosen()
{
    Shown shown;
    QVERIFY(shown.open());
    const QString ada = shown.desk.add(u"Ada Okafor"_s, -1);
    const QString ben = shown.desk.add(u"Ben Stone"_s, 0);
    QSignalSpy written(shown.list.get(), &ui::DueList::writeRequested);
    shown.view()->selectAll();
    QTest::mouseClick(shown.button(u"write"_s), Qt::LeftButton);
    QCOMPARE(written.size(), 1);
    QCOMPARE(written.first().first().toStringList(), (QStringList {ada, ben}));
}

void TestDueList::manyAreCounted()
{
    Shown shown;
    QVERIFY(shown.open());
    store::Operation operation;
    for (int i = 0; i < 230; ++i) {
        Contact contact;
        contact.id = u"many%1"_s.arg(i);
        contact.firstName = u"Person %1"_s.arg(i);
        contact.nextActionDate = shown.desk.today().toString(Qt::ISODate);
        operation.create(Kind::contact, contact.id, toBody(contact));
    }
    QSignalSpy listed(shown.presenter.get(), &ui::DuePresenter::listed);
    VERIFY_OK(test::await(shown.desk.services().store.apply(std::move(operation))));
    QCOMPARE(listed.last().at(1).toInt(), 230);
    QCOMPARE(shown.view()->model()->rowCount(), 200);
    QVERIFY(shown.list->findChild<QLabel *>(u"home.due.more"_s)->text().startsWith(u"30 more"_s));
}

void TestDueList::theMenuIsNeverAloneOnALine_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {240, 320, 360, 400, 480}) {
        QTest::addRow("%d wide", width) << width;
    }
}

void TestDueList::theMenuIsNeverAloneOnALine()
{
    QFETCH(int, width);
    Shown shown;
    QVERIFY(shown.open());
    shown.desk.add(u"Ada Okafor"_s, 0);
    QVERIFY(test::spinUntil([&] { return shown.view()->isVisible(); }));
    shown.list->resize(width, 400);
    QTest::qWait(20);
    const auto middle = [&](const QString &name) {
        const QPushButton *button = shown.button(name);
        return button->mapTo(shown.list.get(), button->rect().center()).y();
    };
    QVERIFY(test::spinUntil([&] { return middle(u"menu"_s) == middle(u"done"_s); }));
}

void TestDueList::words_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("words");
    QTest::newRow("long ago") << -400 << u"400 days overdue"_s;
    QTest::newRow("yesterday") << -1 << u"1 day overdue"_s;
    QTest::newRow("today") << 0 << u"Today"_s;
    QTest::newRow("tomorrow") << 1 << u"Tomorrow"_s;
    QTest::newRow("within the week") << 6 << u"Friday"_s;
    QTest::newRow("a week on") << 7 << u"Sat 5 Dec"_s;
}

void TestDueList::words()
{
    QFETCH(int, days);
    const QDate saturday(2026, 11, 28);
    QTEST(ui::dueWords(saturday.addDays(days), saturday), "words");
}

void TestDueList::everyControlHasAName()
{
    Shown shown;
    QVERIFY(shown.open());
    shown.desk.add(u"Ada Okafor"_s, 0);
    QCOMPARE(test::unnamedControls(shown.list.get()), QStringList());
}
