// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "support/spin.h"
#include "support/support.h"
#include "ui/home/homeview.h"
#include "ui/support/reach.h"
#include "ui/support/workdesk.h"

#include <QAccessible>
#include <QDate>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace crema;
using test::somebody;
using test::spinUntil;
using test::WorkDesk;

namespace {

/// A shown Home page.
struct Home
{
    WorkDesk desk;
    std::unique_ptr<ui::HomePresenter> presenter;
    ui::HomeView *view = nullptr;

    ~Home() { desk.closeView(); }

    bool open()
    {
        if (!desk.open()) {
            return false;
        }
        presenter = std::make_unique<ui::HomePresenter>(desk.services());
        view = new ui::HomeView(*presenter);
        const QSignalSpy shown(presenter.get(), &ui::HomePresenter::shown);
        return desk.show(view) && spinUntil([&] { return !shown.isEmpty(); });
    }

    QListWidget *list(const QString &name) { return desk.child<QListWidget>(name); }
    /// The follow-ups as a screen reader says them.
    QStringList dueRows()
    {
        const QAbstractItemModel *model = desk.child<QListView>(u"home.due.list"_s)->model();
        QStringList rows;
        for (int row = 0; row < model->rowCount(); ++row) {
            rows << model->index(row, 0).data(Qt::AccessibleTextRole).toString();
        }
        return rows;
    }
};

Contact dueContact(int number, const QDate &day)
{
    Contact contact = somebody(number);
    contact.nextAction = u"Send thank-you"_s;
    contact.nextActionDate = day.toString(Qt::ISODate);
    return contact;
}

QString describe(QObject *object)
{
    const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(object);
    return face ? face->text(QAccessible::Description) : QString();
}

} // namespace

void TestHomeView::aNewUserIsToldHowToBegin()
{
    Home home;
    QVERIFY(home.open());
    QSignalSpy import(home.view, &ui::HomeView::importRequested);
    QSignalSpy find(home.view, &ui::HomeView::findRequested);
    QVERIFY(home.desk.click(u"emptyPrimary"_s));
    QVERIFY(home.desk.click(u"emptySecondary"_s));
    QCOMPARE(import.size(), 1);
    QCOMPARE(find.size(), 1);
    QVERIFY(!home.desk.isShown(u"homeDrafts"_s));
    QVERIFY(!home.desk.isShown(u"home.find.button"_s)); // the same two are in the middle of the page
}

void TestHomeView::showsWhatWaits()
{
    Home home;
    QVERIFY(home.open());
    const QDate today = QDate::currentDate();
    QVERIFY(home.desk.setSender());
    QVERIFY(home.desk.add(
            {dueContact(0, today), dueContact(1, today.addDays(-3)), dueContact(2, today.addDays(1))}));
    QCOMPARE(home.desk.write({u"p0"_s, u"p2"_s}).size(), 2);
    QListWidget *drafts = home.list(u"homeDrafts"_s);
    QVERIFY(spinUntil([&] { return home.dueRows().size() == 3 && drafts->count() == 2; }));
    const QStringList due = home.dueRows();
    QVERIFY2(due[0].contains(u"山田"_s), qUtf8Printable(due[0])); // overdue comes first
    QVERIFY2(due[1].contains(u"Send thank-you, Today"_s), qUtf8Printable(due[1]));
    QVERIFY2(due[2].endsWith(u"Tomorrow"_s), qUtf8Printable(due[2]));
    QVERIFY(!drafts->item(0)->text().section(u": "_s, 1).isEmpty());
    const QString funnel = describe(home.desk.child<QWidget>(u"homePipeline"_s));
    QVERIFY2(funnel.contains(u"Not contacted: 3"_s) && funnel.contains(u"Met: 0"_s), qUtf8Printable(funnel));
    QVERIFY(home.desk.isShown(u"home.find.button"_s));
}

void TestHomeView::itemsOpenByMouseAndKey()
{
    Home home;
    QVERIFY(home.open());
    QVERIFY(home.desk.setSender());
    QVERIFY(home.desk.add({dueContact(0, QDate::currentDate())}));
    const QStringList drafts = home.desk.write({u"p0"_s});
    QListWidget *list = home.list(u"homeDrafts"_s);
    auto *due = home.desk.child<QListView>(u"home.due.list"_s);
    QVERIFY(spinUntil([&] { return list->count() == 1 && due->isVisible(); }));
    QSignalSpy opened(home.view, &ui::HomeView::opened);
    due->setFocus();
    due->setCurrentIndex(due->model()->index(0, 0));
    QTest::keyClick(due, Qt::Key_Return);
    QVERIFY(!opened.isEmpty());
    QCOMPARE(opened.last(), QVariantList({u"contact"_s, u"p0"_s}));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(0)).center());
    QCOMPARE(opened.last(), QVariantList({u"draft"_s, drafts.constFirst()}));
}

void TestHomeView::theWholeListIsOneClickAway()
{
    Home home;
    QVERIFY(home.open());
    QVERIFY(home.desk.setSender());
    QVERIFY(home.desk.add({dueContact(0, QDate::currentDate())}));
    QCOMPARE(home.desk.write({u"p0"_s}).size(), 1);
    QVERIFY(home.desk.waitShown(u"homeMoreDrafts"_s));
    QSignalSpy drafts(home.view, &ui::HomeView::draftsRequested);
    QSignalSpy contacts(home.view, &ui::HomeView::contactsRequested);
    QVERIFY(home.desk.click(u"homeMoreDrafts"_s));
    QVERIFY(home.desk.click(u"homeMoreDue"_s));
    QCOMPARE(drafts.size(), 1);
    QCOMPARE(contacts.size(), 1);
}

void TestHomeView::asksForTheNameOnce()
{
    Home home;
    QVERIFY(home.open());
    QVERIFY(!home.desk.isShown(u"bannerAction"_s)); // nobody to write to yet: first things first
    QVERIFY(home.desk.add({somebody(0)}));
    QVERIFY(home.desk.waitShown(u"bannerAction"_s));
    QSignalSpy profile(home.view, &ui::HomeView::profileRequested);
    QVERIFY(home.desk.click(u"bannerAction"_s));
    QCOMPARE(profile.size(), 1);
    QVERIFY(home.desk.setSender());
    QVERIFY(spinUntil([&] { return !home.desk.isShown(u"bannerAction"_s); }));
}

void TestHomeView::stagesOfOneJobAreOneLine()
{
    Home home;
    QVERIFY(home.open());
    QVERIFY(home.desk.setSender());
    QVERIFY(home.desk.add({somebody(0)}));
    QVERIFY(!home.desk.prepare(u"p0"_s).isEmpty());
    QVERIFY(spinUntil([&] { return home.desk.allText().contains(u"Prepare for Zoë Müller"_s); }));
    QTRY_COMPARE(home.desk.allText().count(u"Prepare for Zoë Müller"_s), 1);
}

void TestHomeView::followsTheStoreOnlyWhileItCanBeSeen()
{
    Home home;
    QVERIFY(home.open());
    QSignalSpy shown(home.presenter.get(), &ui::HomePresenter::shown);
    home.view->hide();
    QVERIFY(home.desk.add({somebody(0)}));
    QCOMPARE(shown.size(), 0);
    home.view->show();
    QTRY_COMPARE(shown.size(), 1);
    QCOMPARE(shown.constFirst().at(0).value<ui::HomeBoard>().statusCounts.size(), 1);
}

void TestHomeView::emptyListsSayWhatFillsThem()
{
    Home home;
    QVERIFY(home.open());
    QVERIFY(home.desk.add({somebody(0)}));
    QVERIFY(spinUntil([&] { return home.desk.allText().contains(u"Nothing is due."_s); }));
    QVERIFY(home.desk.allText().contains(u"No email waits for you."_s));
    QVERIFY(!home.desk.isShown(u"homeMoreDue"_s));
}

void TestHomeView::everyControlIsNamedAndReached()
{
    Home home;
    QVERIFY(home.open());
    QCOMPARE(test::unreachedByTab(&home.desk.window()).join(u' '), QString());
    QCOMPARE(test::namelessFaces(&home.desk.window()).join(u' '), QString());
    QVERIFY(home.desk.add({dueContact(0, QDate::currentDate())}));
    QCOMPARE(home.desk.write({u"p0"_s}).size(), 1);
    QVERIFY(home.desk.waitShown(u"homeMoreDrafts"_s));
    QCOMPARE(test::unreachedByTab(&home.desk.window()).join(u' '), QString());
    QCOMPARE(test::namelessFaces(&home.desk.window()).join(u' '), QString());
}

void TestHomeView::itsHeightsFollowTheText()
{
    Home home;
    QVERIFY(home.open() && home.desk.add({dueContact(0, QDate::currentDate())}));
    QVERIFY(spinUntil([&] { return home.dueRows().size() == 1; }));
    const auto *more = home.desk.child<QPushButton>(u"homeMoreDue"_s);
    const QWidget *card = more->parentWidget();
    const int head = more->maximumHeight();
    const int lowest = card->minimumHeight();
    home.desk.theme().setTextPercent(150);
    QTRY_COMPARE(more->maximumHeight(), head * 3 / 2);
    QCOMPARE(card->minimumHeight(), lowest * 3 / 2);
    home.desk.theme().setTextPercent(100);
    QTRY_COMPARE(more->maximumHeight(), head);
}

void TestHomeView::nothingIsCutOff_data()
{
    QTest::addColumn<int>("width");
    QTest::newRow("a window of 760, navigation folded") << 700;
    QTest::newRow("a window of 900") << 684;
    QTest::newRow("a window of 960") << 744;
    QTest::newRow("a window of 1240") << 1024;
}

void TestHomeView::nothingIsCutOff()
{
    QFETCH(int, width);
    Home home;
    QVERIFY(home.open() && home.desk.add({dueContact(0, QDate::currentDate())}));
    home.presenter->load();
    QVERIFY(spinUntil([&] { return home.dueRows().size() == 1; }));
    home.view->window()->resize(width, 640);
    QTest::qWait(20);
    const auto *page = home.view->findChild<QScrollArea *>();
    QVERIFY2(spinUntil([&] { return page->widget()->width() <= page->viewport()->width(); }),
             qPrintable(u"%1 in %2"_s.arg(page->widget()->width()).arg(page->viewport()->width())));
}
