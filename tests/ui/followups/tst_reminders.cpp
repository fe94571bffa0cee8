// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "tests.h"

#include "contacts/followups.h"
#include "ui/home/reminders.h"
#include "ui/settings/reminderscard.h"

#include <QCheckBox>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace crema;

namespace {

flows::FollowUpItem itemOf(const QString &name, QDate due)
{
    flows::FollowUpItem item;
    item.row.id = u"id-"_s + name;
    item.row.name = name;
    item.row.company = u"Hartwell"_s;
    item.row.nextAction = u"Send the paper"_s;
    item.due = due;
    return item;
}

} // namespace

void TestReminders::oneNoticeAPerson()
{
    const QDate today(2026, 11, 28);
    const auto notices = ui::noticesOf(
            {itemOf(u"Ada Okafor"_s, today), itemOf(u"Ben Stone"_s, today.addDays(-2))}, today);
    QCOMPARE(notices.size(), 2);
    QCOMPARE(notices[0].title, u"Follow up with Ada Okafor"_s);
    QCOMPARE(notices[0].text, u"Send the paper · Hartwell"_s);
    QCOMPARE(notices[1].text, u"Send the paper · Hartwell · 2 days overdue"_s);
    QVERIFY(notices[0].id != notices[1].id);
}

void TestReminders::manyAreOneNotice()
{
    const QDate today(2026, 11, 28);
    QVector<flows::FollowUpItem> items;
    for (int i = 0; i < 12; ++i) {
        items << itemOf(u"Person %1"_s.arg(i), today);
    }
    const auto notices = ui::noticesOf(items, today);
    QCOMPARE(notices.size(), 1);
    QCOMPARE(notices[0].title, u"12 follow-ups are due"_s);
    QCOMPARE(notices[0].text, u"Person 0, Person 1, Person 2 and 9 more"_s);
}

void TestReminders::withoutADesktopTheWindowTells()
{
    Desk desk;
    QVERIFY(desk.open());
    const QString ada = desk.add(u"Ada Okafor"_s, 0);
    ui::Reminders reminders(desk.services(), desk.settings());
    QVector<ui::Notice> told;
    connect(&reminders, &ui::Reminders::notShown, this, [&](const ui::Notice &notice) { told << notice; });
    reminders.start();
    QVERIFY(test::spinUntil([&] { return told.size() == 1; }));
    QCOMPARE(told[0].title, u"Follow up with Ada Okafor"_s);
    QSignalSpy opened(&reminders, &ui::Reminders::contactRequested);
    reminders.open(told[0].id);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().toString(), ada);
}

void TestReminders::switchedOffTellsNothing()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.add(u"Ada Okafor"_s, 0);
    int told = 0;
    {
        ui::Reminders reminders(desk.services(), desk.settings());
        connect(&reminders, &ui::Reminders::notShown, this, [&] { ++told; });
        QVERIFY(reminders.isOn());
        reminders.setOn(false);
    }
    ui::Reminders reminders(desk.services(), desk.settings());
    connect(&reminders, &ui::Reminders::notShown, this, [&] { ++told; });
    QVERIFY(!reminders.isOn()); // it is kept
    reminders.start();
    desk.add(u"Ben Stone"_s, 0);
    QCoreApplication::processEvents();
    QCOMPARE(told, 0);
    reminders.setOn(true);
    QVERIFY(test::spinUntil([&] { return told == 2; }));
}

void TestReminders::clickOpensTheContact()
{
    Desk desk;
    QVERIFY(desk.open());
    ui::Reminders reminders(desk.services(), desk.settings());
    QSignalSpy list(&reminders, &ui::Reminders::listRequested);
    const QDate today = desk.today();
    const QVector<flows::FollowUpItem> items {itemOf(u"A"_s, today), itemOf(u"B"_s, today),
                                              itemOf(u"C"_s, today), itemOf(u"D"_s, today)};
    reminders.open(ui::noticesOf(items, today).first().id);
    QCOMPARE(list.size(), 1);
}

void TestReminders::settingsKeepTheDays()
{
    Desk desk;
    QVERIFY(desk.open());
    const auto kept = [&] {
        return contacts::followUpDays(desk.services().reader.profile().value_or(Profile {}));
    };
    auto card = std::make_unique<ui::RemindersCard>(desk.services(), true);
    card->show();
    auto *days = card->findChild<QSpinBox *>(u"settingsFollowUpDays"_s);
    QCOMPARE(days->value(), 7);
    days->setValue(10);
    QVERIFY(test::spinUntil([&] { return kept() == 10; }));
    VERIFY_OK(test::await(desk.services().store.undo()));
    QVERIFY(test::spinUntil([&] { return days->value() == 7; })); // follows what is stored
    days->setValue(3);
    card.reset(); // closed right after typing
    QVERIFY(test::spinUntil([&] { return kept() == 3; }));
    ui::RemindersCard again(desk.services(), false);
    QSignalSpy switched(&again, &ui::RemindersCard::switched);
    auto *notices = again.findChild<QCheckBox *>(u"settingsReminders"_s);
    QVERIFY(!notices->isChecked());
    notices->click();
    QCOMPARE(switched.size(), 1);
}
