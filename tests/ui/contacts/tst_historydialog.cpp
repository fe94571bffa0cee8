// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "desk.h"

#include "flows/contactflow.h"
#include "support/spin.h"
#include "support/support.h"
#include "ui/common/busybar.h"
#include "ui/contacts/historydialog.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::ui;
using test::spinUntil;

namespace {

/// A workspace with an import and three edits, and the dialog on it.
struct Past
{
    Desk desk;
    QPointer<HistoryDialog> dialog;

    bool open()
    {
        if (!desk.open()) {
            return false;
        }
        desk.add(somePeople());
        return set(u"p0"_s, u"city"_s, u"Bern"_s) && set(u"p1"_s, u"city"_s, u"Basel"_s)
                && set(u"p1"_s, u"status"_s, u"Met"_s) && openDialog();
    }

    bool set(const QString &id, const QString &field, const QString &value)
    {
        return test::await(flows::setContactFields(&desk.services(), id, {{field, value}})).has_value();
    }

    bool openDialog()
    {
        dialog = new HistoryDialog(desk.services());
        dialog->open();
        return spinUntil([this] { return rows().size() == 4; });
    }

    ~Past() { delete dialog; }

    template <typename T>
    T *child(const QString &name)
    {
        return dialog->findChild<T *>(name);
    }

    /// The operations shown, without the headings of days.
    QStringList rows()
    {
        QStringList texts;
        for (int i = 0; i < list()->topLevelItemCount(); ++i) {
            const QTreeWidgetItem *item = list()->topLevelItem(i);
            if (!item->isHidden() && (item->flags() & Qt::ItemIsSelectable)) {
                texts << item->text(0);
            }
        }
        return texts;
    }

    QTreeWidget *list() { return child<QTreeWidget>(u"history.list"_s); }

    bool select(const QString &text)
    {
        const auto found = list()->findItems(text, Qt::MatchExactly);
        if (found.isEmpty()) {
            return false;
        }
        list()->setCurrentItem(found.constLast());
        return true;
    }

    QString steps()
    {
        QStringList texts;
        auto *steps = child<QTreeWidget>(u"history.steps"_s);
        for (int i = 0; i < steps->topLevelItemCount(); ++i) {
            texts << steps->topLevelItem(i)->text(0);
            for (int j = 0; j < steps->topLevelItem(i)->childCount(); ++j) {
                texts << steps->topLevelItem(i)->child(j)->text(0);
            }
        }
        return texts.join(u'\n');
    }

    QString labels()
    {
        QStringList texts;
        for (const auto *label : dialog->findChildren<QLabel *>()) {
            if (label->isVisibleTo(dialog)) {
                texts << label->text();
            }
        }
        return texts.join(u'\n');
    }
};

} // namespace

void TestHistoryDialog::listsWhatWasDone()
{
    Past past;
    QVERIFY(past.open());
    QCOMPARE(past.rows(),
             (QStringList {u"Edit Sofía Álvarez-Núñez"_s, u"Edit Sofía Álvarez-Núñez"_s,
                           u"Edit Amara Okafor"_s, u"Import of Connections.csv"_s}));
    QVERIFY(!past.child<QPushButton>(u"history.undo"_s)->isEnabled()); // nothing chosen
    QVERIFY(past.select(u"Edit Amara Okafor"_s));
    QVERIFY(spinUntil([&] { return past.steps() == u"Amara Okafor · Contact\nCity: Bern"_s; }));
    QVERIFY(past.select(u"Import of Connections.csv"_s));
    QVERIFY(spinUntil([&] { return past.steps().count(u"Added"_s) == 12; }));
    past.child<QLineEdit>(u"history.filter"_s)->setText(u"sofia"_s);
    QCOMPARE(past.rows().size(), 2);
    // What is done meanwhile appears.
    past.child<QLineEdit>(u"history.filter"_s)->clear();
    QVERIFY(past.set(u"p2"_s, u"city"_s, u"Osaka"_s));
    QVERIFY(spinUntil([&] { return past.rows().size() == 5; }));
}

void TestHistoryDialog::oneIsTakenBack()
{
    Past past;
    QVERIFY(past.open());
    QVERIFY(past.select(u"Edit Amara Okafor"_s));
    past.child<QPushButton>(u"history.undo"_s)->click();
    QVERIFY(spinUntil([&] { return past.desk.contact(u"p0"_s).city.isEmpty(); }));
    QCOMPARE(past.desk.contact(u"p1"_s).city, u"Basel"_s);
    QVERIFY(spinUntil([&] {
        return past.rows().contains(u"Edit Amara Okafor (taken back)"_s)
                && past.rows().contains(u"Undone: Edit Amara Okafor"_s);
    }));
    QVERIFY(past.select(u"Edit Amara Okafor (taken back)"_s));
    QVERIFY(!past.child<QPushButton>(u"history.undo"_s)->isEnabled());
}

void TestHistoryDialog::goesBackToAPoint()
{
    Past past;
    QVERIFY(past.open());
    QVERIFY(past.select(u"Edit Sofía Álvarez-Núñez"_s)); // the older of the two
    past.list()->setCurrentItem(past.list()->topLevelItem(1));
    QVERIFY(!past.child<QPushButton>(u"history.restore"_s)->isEnabled()); // the newest: already there
    QVERIFY(past.select(u"Import of Connections.csv"_s));
    past.child<QPushButton>(u"history.restore"_s)->click();
    auto *ask = past.child<QMessageBox>(u"history.ask"_s);
    QVERIFY(ask != nullptr);
    QVERIFY(ask->informativeText().startsWith(u"3 later operations"_s));
    past.child<QPushButton>(u"history.ask.yes"_s)->click();
    QVERIFY(spinUntil([&] { return past.desk.contact(u"p1"_s).city.isEmpty(); }));
    QCOMPARE(past.desk.contact(u"p0"_s).city, QString());
    QCOMPARE(past.desk.contact(u"p1"_s).status, u"Contacted"_s);
    QVERIFY(spinUntil([&] { return past.rows().contains(u"Back to: Import of Connections.csv"_s); }));
    QVERIFY(past.labels().contains(u"Undo brings it back."_s));
    VERIFY_OK(test::await(past.desk.services().store.undo())); // one step
    QCOMPARE(past.desk.contact(u"p1"_s).status, u"Met"_s);
    QCOMPARE(past.desk.contact(u"p0"_s).city, u"Bern"_s);
}

void TestHistoryDialog::tellsWhatWasLeftAlone()
{
    Past past;
    QVERIFY(past.open());
    store::Operation fromServer;
    fromServer.origin = store::Origin::sync;
    fromServer.patches.push_back({Kind::contact, u"p0"_s, {{u"city"_s, Json("Biel")}}, {}});
    VERIFY_OK(test::await(past.desk.services().store.apply(fromServer)));
    QVERIFY(past.select(u"Import of Connections.csv"_s));
    past.child<QPushButton>(u"history.restore"_s)->click();
    past.child<QPushButton>(u"history.ask.yes"_s)->click();
    QVERIFY(spinUntil([&] { return past.labels().contains(u"Amara Okafor (City)"_s); }));
    QCOMPARE(past.desk.contact(u"p0"_s).city, u"Biel"_s);
    QCOMPARE(past.desk.contact(u"p1"_s).city, QString());
}

namespace {

/// Opens the dialog on an edit of two thousand and begins to take it back.
bool takeBackMany(Past &past)
{
    const auto people = manyPeople(2000);
    if (!past.desk.open()) {
        return false;
    }
    past.desk.add(people);
    store::Operation operation;
    operation.label = u"Edit everyone"_s;
    for (const Contact &person : people) {
        const Contact stored = past.desk.contact(person.id);
        Contact moved = stored;
        moved.location = u"Moved"_s;
        operation.patch(Kind::contact, person.id, toBody(stored), toBody(moved));
    }
    const auto applied = test::await(past.desk.services().store.apply(std::move(operation)),
                                     std::chrono::minutes(5));
    past.dialog = new HistoryDialog(past.desk.services());
    past.dialog->open();
    const bool isChosen = spinUntil([&] { return past.select(u"Edit everyone"_s); });
    past.child<QPushButton>(u"history.undo"_s)->click();
    return applied && isChosen;
}

} // namespace

void TestHistoryDialog::isStopped_data()
{
    QTest::addColumn<bool>("stopped");
    QTest::newRow("with Cancel") << true;
    QTest::newRow("left alone") << false;
}

void TestHistoryDialog::isStopped()
{
    QFETCH(bool, stopped);
    Past past;
    QVERIFY(takeBackMany(past));
    auto *busy = past.child<BusyBar>(u"history.busy"_s);
    QVERIFY(!busy->stage().isEmpty());
    QVERIFY(!past.child<QPushButton>(u"history.undo"_s)->isEnabled());
    if (stopped) {
        Q_EMIT busy->cancelRequested(); // before two thousand are written
    }
    const QString told = stopped ? u"Nothing was changed."_s : u"Taken back: Edit everyone"_s;
    int farthest = -1;
    QVERIFY(spinUntil(
            [&] {
                farthest = std::max(farthest, busy->percent());
                return past.labels().contains(told);
            },
            std::chrono::minutes(1)));
    QCOMPARE(farthest, stopped ? -1 : 100);
    QVERIFY(!busy->isVisible());
    QCOMPARE(past.desk.contact(u"p1999"_s).location == "Moved"_L1, stopped);
    QTRY_COMPARE(past.child<QPushButton>(u"history.undo"_s)->isEnabled(), stopped);
}

void TestHistoryDialog::closedItStopsFirst_data()
{
    QTest::addColumn<QString>("how");
    QTest::newRow("Escape") << u"Escape"_s;
    QTest::newRow("the button") << u"Close"_s;
    QTest::newRow("the frame") << u"X"_s;
}

void TestHistoryDialog::closedItStopsFirst()
{
    QFETCH(QString, how);
    Past past;
    QVERIFY(takeBackMany(past));
    QVERIFY(!past.child<QPushButton>(u"history.trash"_s)->isEnabled());
    if (how == "Escape"_L1) {
        QTest::keyClick(past.dialog, Qt::Key_Escape);
    } else if (how == "Close"_L1) {
        past.child<QPushButton>(u"history.close"_s)->click();
    } else {
        past.dialog->close();
    }
    QVERIFY(past.dialog && past.dialog->isVisible()); // until it has ended
    QVERIFY(spinUntil([&] { return !past.dialog || !past.dialog->isVisible(); }, std::chrono::minutes(1)));
    QCOMPARE(past.desk.contact(u"p1999"_s).location, u"Moved"_s);
}
