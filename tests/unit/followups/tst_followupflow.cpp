// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "tests.h"

#include "flows/contactflow.h"
#include "flows/handoffflow.h"
#include "flows/mergeflow.h"
#include "store/historyreader.h"

using namespace Qt::StringLiterals;
using namespace crema;

void TestFollowUpFlow::setsSnoozesAndFinishes()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const QString ada = desk.add(u"Ada"_s);
    const auto set = test::await(
            flows::setFollowUp(&desk.services(), ada, QDate(2026, 11, 27), u"  Send the\tpaper "_s));
    VERIFY_OK(set);
    QCOMPARE(set->nextAction, u"Send the paper"_s);
    QCOMPARE(set->nextActionDate, u"2026-11-27"_s);
    QCOMPARE(desk.lastLabel(), u"Follow up with Ada Okafor on 27 Nov 2026"_s);
    QCOMPARE(desk.due(desk.today()), QStringList {u"Ada"_s});

    VERIFY_OK(test::await(flows::snoozeFollowUps(&desk.services(), {ada}, QDate(2026, 11, 30))));
    QCOMPARE(desk.lastLabel(), u"Follow-up with Ada Okafor snoozed until 30 Nov 2026"_s);
    QCOMPARE(desk.contact(ada).nextAction, u"Send the paper"_s);
    QCOMPARE(desk.due(desk.today()), QStringList());
    QCOMPARE(desk.due(QDate(2026, 11, 30)), QStringList {u"Ada"_s});

    VERIFY_OK(test::await(flows::finishFollowUps(&desk.services(), {ada}, {})));
    QCOMPARE(desk.lastLabel(), u"Follow-up with Ada Okafor done"_s);
    QCOMPARE(desk.contact(ada).nextAction, QString());
    QCOMPARE(desk.contact(ada).nextActionDate, QString());

    VERIFY_OK(test::await(desk.services().store.undo()));
    QCOMPARE(desk.contact(ada).nextActionDate, u"2026-11-30"_s);
    VERIFY_OK(test::await(desk.services().store.undo()));
    QCOMPARE(desk.contact(ada).nextActionDate, u"2026-11-27"_s);
    VERIFY_OK(test::await(desk.services().store.undo()));
    QCOMPARE(desk.contact(ada).nextActionDate, QString());
}

void TestFollowUpFlow::keepsWordsOrSaysFollowUp()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const QString ada = desk.add(u"Ada"_s);
    VERIFY_OK(test::await(flows::setFollowUp(&desk.services(), ada, desk.today(), {})));
    QCOMPARE(desk.contact(ada).nextAction, u"Follow up"_s);
    VERIFY_OK(test::await(flows::setFollowUp(&desk.services(), ada, desk.today(), u"Ring her"_s)));
    VERIFY_OK(test::await(flows::setFollowUp(&desk.services(), ada, desk.today().addDays(1), {})));
    QCOMPARE(desk.contact(ada).nextAction, u"Ring her"_s);
}

void TestFollowUpFlow::finishesWithANextDay()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const QString ada = desk.add(u"Ada"_s);
    VERIFY_OK(test::await(flows::setFollowUp(&desk.services(), ada, desk.today(), u"Coffee"_s)));
    VERIFY_OK(test::await(flows::finishFollowUps(&desk.services(), {ada}, QDate(2027, 1, 4))));
    QCOMPARE(desk.lastLabel(), u"Follow-up with Ada Okafor done, next on 4 Jan 2027"_s);
    QCOMPARE(desk.contact(ada).nextActionDate, u"2027-01-04"_s);
    QCOMPARE(desk.contact(ada).nextAction, u"Coffee"_s);
}

void TestFollowUpFlow::severalAreOneOperation()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const QStringList ids {desk.add(u"Ada"_s), desk.add(u"Ben"_s), desk.add(u"Cyn"_s)};
    for (const QString &id : ids.first(2)) {
        VERIFY_OK(test::await(flows::setFollowUp(&desk.services(), id, desk.today(), {})));
    }
    VERIFY_OK(test::await(flows::snoozeFollowUps(&desk.services(), ids, QDate(2026, 12, 5))));
    QCOMPARE(desk.lastLabel(), u"2 follow-ups snoozed until 5 Dec 2026"_s);
    QCOMPARE(desk.contact(ids[2]).nextActionDate, QString());
    VERIFY_OK(test::await(desk.services().store.undo()));
    QCOMPARE(desk.due(desk.today()), (QStringList {u"Ada"_s, u"Ben"_s}));
}

void TestFollowUpFlow::withoutAFollowUpNothingHappens()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const QString ada = desk.add(u"Ada"_s);
    const auto done = test::await(flows::finishFollowUps(&desk.services(), {ada}, {}));
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::notFound);
    QCOMPARE(desk.lastLabel(), u"Add Ada"_s);
    const auto unknown = test::await(flows::setFollowUp(&desk.services(), u"nobody"_s, desk.today(), {}));
    QVERIFY(!unknown);
}

void TestFollowUpFlow::listsTheEarliestFirst()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const std::array<std::pair<QString, int>, 4> people {
            {{u"Ada"_s, 3}, {u"Ben"_s, -2}, {u"Cyn"_s, 0}, {u"Dan"_s, 40}}};
    for (const auto &[name, days] : people) {
        const QString id = desk.add(name);
        VERIFY_OK(test::await(flows::setFollowUp(&desk.services(), id, desk.today().addDays(days), {})));
    }
    const auto items = flows::followUpsUntil(desk.services().reader, QDate(9999, 12, 31), desk.today(), 0);
    VERIFY_OK(items);
    QStringList words;
    for (const flows::FollowUpItem &item : *items) {
        words << item.row.name.left(3) + u' ' + contacts::dueWord(item.group);
    }
    QCOMPARE(words, (QStringList {u"Ben overdue"_s, u"Cyn today"_s, u"Ada week"_s, u"Dan later"_s}));
    QCOMPARE(store::countFollowUps(desk.services().reader.connection(), u"2026-11-28"_s).value_or(-1), 2);
    const auto first = flows::followUpsUntil(desk.services().reader, QDate(9999, 12, 31), desk.today(), 1);
    VERIFY_OK(first);
    QCOMPARE(first->size(), 1);
}

void TestFollowUpFlow::mutedTrashedAndMergedPeopleGiveNone()
{
    Desk desk;
    VERIFY_OK(desk.open());
    QStringList ids;
    for (const QString &name : {u"Muted"_s, u"Trashed"_s, u"Merged"_s, u"Kept"_s}) {
        ids << desk.add(name);
        VERIFY_OK(test::await(flows::setFollowUp(&desk.services(), ids.constLast(), desk.today(), {})));
    }
    desk.edit(ids[0], [](Contact &contact) { contact.muted = true; });
    VERIFY_OK(test::await(flows::trashRecords(&desk.services(), Kind::contact, {ids[1]})));
    VERIFY_OK(test::await(flows::mergeContacts(&desk.services(), ids[3], ids[2], {})));
    QCOMPARE(desk.due(desk.today()), QStringList {u"Kept"_s});
    QCOMPARE(store::countFollowUps(desk.services().reader.connection(), u"2026-11-28"_s).value_or(-1), 1);
    VERIFY_OK(test::await(flows::restoreRecords(&desk.services(), Kind::contact, {ids[1]})));
    QCOMPARE(desk.due(desk.today()), (QStringList {u"Kept"_s, u"Trashed"_s}));
}

void TestFollowUpFlow::aTextThatIsNoDateIsNotDue()
{
    Desk desk;
    VERIFY_OK(desk.open());
    for (const QString &text : {u"12/01/2026"_s, u"asap"_s, u"2026"_s}) {
        desk.edit(desk.add(u"Odd"_s), [&](Contact &contact) { contact.nextActionDate = text; });
    }
    desk.edit(desk.add(u"Stamp"_s),
              [](Contact &contact) { contact.nextActionDate = u"2026-11-28T22:00:00.000Z"_s; });
    QCOMPARE(desk.due(desk.today()), QStringList {u"Stamp"_s});
}

void TestFollowUpFlow::replyIsOneOperation()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const QString ada = desk.add(u"Ada"_s);
    VERIFY_OK(test::await(flows::setFollowUp(&desk.services(), ada, desk.today(), u"Nudge"_s)));
    const auto replied = test::await(flows::noteReply(&desk.services(), ada, desk.clock().now()));
    VERIFY_OK(replied);
    QCOMPARE(replied->status, u"Replied"_s);
    QCOMPARE(replied->nextActionDate, QString());
    QCOMPARE(desk.lastLabel(), u"Ada Okafor replied, follow-up cancelled"_s);
    QCOMPARE(desk.services().reader.fact(ada, u"reply"_s).value_or(QString()), u"2026-11-28T10:00:00.000Z"_s);

    // A second answer ends a reminder set since, although the stage stays.
    VERIFY_OK(test::await(flows::setFollowUp(&desk.services(), ada, desk.today(), u"Nudge"_s)));
    VERIFY_OK(test::await(flows::noteReply(&desk.services(), ada, desk.clock().now())));
    QCOMPARE(desk.due(desk.today()), QStringList());
    VERIFY_OK(test::await(desk.services().store.undo()));
    QCOMPARE(desk.contact(ada).nextAction, u"Nudge"_s);
    QCOMPARE(desk.contact(ada).status, u"Replied"_s);
}

void TestFollowUpFlow::anAnswerDoesNotUndoWhatCameAfterIt()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const QString ada = desk.add(u"Ada"_s, u"Not Contacted"_s);
    const QDateTime longAgo(QDate(2018, 3, 2), QTime(9, 0), Qt::UTC);
    VERIFY_OK(test::await(flows::setFollowUp(&desk.services(), ada, QDate(2026, 12, 18), u"Second try"_s)));
    VERIFY_OK(test::await(flows::noteReply(&desk.services(), ada, longAgo)));
    QCOMPARE(desk.contact(ada).nextActionDate, u"2026-12-18"_s);
    QCOMPARE(desk.contact(ada).status, u"Replied"_s); // nothing had moved them before
    QCOMPARE(desk.lastLabel(), u"Ada Okafor replied"_s);

    const QString ben = desk.add(u"Ben"_s, u"Not Contacted"_s);
    VERIFY_OK(test::await(flows::markHandedOff(&desk.services(), {desk.addDraft(ben, u"first"_s)})));
    store::Operation sent; // as sending does
    sent.origin = store::Origin::job;
    Contact contacted = desk.contact(ben);
    contacted.status = u"Contacted"_s;
    sent.patch(Kind::contact, ben, toBody(desk.contact(ben)), toBody(contacted));
    VERIFY_OK(test::await(desk.services().store.apply(std::move(sent))));
    QCOMPARE(desk.contact(ben).nextActionDate, u"2026-12-05"_s);
    VERIFY_OK(test::await(flows::noteReply(&desk.services(), ben, longAgo)));
    QCOMPARE(desk.contact(ben).status, u"Replied"_s); // the stage says only that they answered
    QCOMPARE(desk.contact(ben).nextActionDate, QString()); // the usual words, not a plan of the user's own
}
