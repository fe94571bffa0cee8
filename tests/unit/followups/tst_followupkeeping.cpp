// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "tests.h"

#include "flows/bulkedit.h"
#include "flows/contactflow.h"
#include "flows/handoffflow.h"
#include "flows/profileflow.h"

using namespace Qt::StringLiterals;
using namespace crema;

namespace {

Result<> handOff(Desk &desk, const QStringList &draftIds)
{
    return test::await(flows::markHandedOff(&desk.services(), draftIds));
}

} // namespace

void TestFollowUpKeeping::handOffSuggestsAFollowUp()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const QString ada = desk.add(u"Ada"_s);
    const auto outcome = test::await(
            flows::exportDrafts(&desk.services(), {desk.addDraft(ada, u"first"_s)}, desk.file(u"mail"_s)));
    VERIFY_OK(outcome);
    QCOMPARE(outcome->paths.size(), 1);
    QCOMPARE(desk.contact(ada).nextAction, u"Follow up"_s);
    QCOMPARE(desk.contact(ada).nextActionDate, u"2026-12-05"_s);
    QCOMPARE(desk.lastLabel(), u"Hand off 1 email; follow up with Ada Okafor on 5 Dec 2026"_s);
}

void TestFollowUpKeeping::laterMailReplacesTheReminder()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const QString ada = desk.add(u"Ada"_s);
    VERIFY_OK(test::await(flows::setFollowUp(&desk.services(), ada, QDate(2026, 11, 20), u"Nudge"_s)));
    VERIFY_OK(handOff(desk, {desk.addDraft(ada, u"follow_up"_s)}));
    QCOMPARE(desk.due(desk.today()), QStringList());
    QCOMPARE(desk.contact(ada).nextAction, u"Nudge"_s); // the user's own words
    QCOMPARE(desk.contact(ada).nextActionDate, u"2026-12-05"_s);
    QCOMPARE(desk.lastLabel(),
             u"Hand off 1 email; follow-up with Ada Okafor moved to 5 Dec 2026, as an email left"_s);
}

void TestFollowUpKeeping::laterMailRenewsItsOwnReminder()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const QString ada = desk.add(u"Ada"_s);
    VERIFY_OK(handOff(desk, {desk.addDraft(ada, u"first"_s)}));
    QCOMPARE(desk.contact(ada).nextActionDate, u"2026-12-05"_s);
    desk.clock().advance(std::chrono::hours(72));
    VERIFY_OK(handOff(desk, {desk.addDraft(ada, u"follow_up"_s)}));
    QCOMPARE(desk.contact(ada).nextActionDate, u"2026-12-08"_s);
    QCOMPARE(desk.contact(ada).nextAction, flows::usualFollowUp());
}

void TestFollowUpKeeping::plansOfTheUserStay_data()
{
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("kind");
    QTest::newRow("something else, much later")
            << QDate(2027, 3, 1) << u"Ask about the visa sponsorship list"_s << u"first"_s;
    QTest::newRow("something else, tomorrow")
            << QDate(2026, 11, 29) << u"Send the slides"_s << u"follow_up"_s;
    QTest::newRow("something else, and thanks today")
            << QDate(2027, 3, 1) << u"Ask how the launch went"_s << u"thank_you"_s;
    QTest::newRow("later than the program would") << QDate(2027, 3, 1) << QString() << u"first"_s;
}

void TestFollowUpKeeping::plansOfTheUserStay()
{
    QFETCH(QDate, day);
    QFETCH(QString, what);
    QFETCH(QString, kind);
    Desk desk;
    VERIFY_OK(desk.open());
    const QString ada = desk.add(u"Ada"_s, u"Met"_s);
    VERIFY_OK(test::await(flows::setFollowUp(&desk.services(), ada, day, what)));
    const Contact before = desk.contact(ada);
    VERIFY_OK(handOff(desk, {desk.addDraft(ada, kind)}));
    QCOMPARE(desk.contact(ada).nextActionDate, before.nextActionDate);
    QCOMPARE(desk.contact(ada).nextAction, before.nextAction);
    QCOMPARE(desk.lastLabel(), u"Hand off 1 email"_s);
}

void TestFollowUpKeeping::thankYouEndsTheReminder()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const QString ada = desk.add(u"Ada"_s, u"Met"_s);
    VERIFY_OK(test::await(flows::setFollowUp(&desk.services(), ada, desk.today(), u"Say thank you"_s)));
    VERIFY_OK(handOff(desk, {desk.addDraft(ada, u"thank_you"_s)}));
    QCOMPARE(desk.contact(ada).nextActionDate, QString());
    QCOMPARE(desk.contact(ada).nextAction, u"Say thank you"_s);
    QCOMPARE(desk.lastLabel(), u"Hand off 1 email; follow-up with Ada Okafor cancelled, as an email left"_s);
}

void TestFollowUpKeeping::mutedPeopleGetNoSuggestion()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const QString ada = desk.add(u"Ada"_s);
    desk.edit(ada, [](Contact &contact) { contact.muted = true; });
    VERIFY_OK(handOff(desk, {desk.addDraft(ada, u"first"_s)}));
    QCOMPARE(desk.contact(ada).nextActionDate, QString());
    QCOMPARE(desk.lastLabel(), u"Hand off 1 email"_s);
}

void TestFollowUpKeeping::daysAreTheUsers()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const QString ada = desk.add(u"Ada"_s);
    Profile profile;
    profile.name = u"Sam Sender"_s;
    contacts::setFollowUpDays(profile, 3);
    VERIFY_OK(test::await(flows::saveProfile(&desk.services(), {}, profile)));
    VERIFY_OK(handOff(desk, {desk.addDraft(ada, u"first"_s)}));
    QCOMPARE(desk.contact(ada).nextActionDate, u"2026-12-01"_s);

    Profile never = profile;
    contacts::setFollowUpDays(never, 0);
    VERIFY_OK(test::await(flows::saveProfile(&desk.services(), profile, never)));
    const QString ben = desk.add(u"Ben"_s);
    VERIFY_OK(handOff(desk, {desk.addDraft(ben, u"first"_s)}));
    QCOMPARE(desk.contact(ben).nextActionDate, QString());
}

void TestFollowUpKeeping::theSameMailCountsOnce()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const QString ada = desk.add(u"Ada"_s);
    const QString draft = desk.addDraft(ada, u"first"_s);
    VERIFY_OK(handOff(desk, {draft}));
    VERIFY_OK(test::await(flows::finishFollowUps(&desk.services(), {ada}, {})));
    // Saved as a file again, or known to be sent: still the same email.
    VERIFY_OK(handOff(desk, {draft}));
    store::Operation sent;
    sent.label = u"Sent"_s;
    sent.patches.push_back({Kind::draft, draft, {{u"state"_s, Json("sent")}}, {}});
    VERIFY_OK(flows::keepFollowUps(desk.services().reader, desk.today(), sent));
    QCOMPARE(sent.label, u"Sent"_s);
    QCOMPARE(desk.contact(ada).nextActionDate, QString());
}

void TestFollowUpKeeping::severalMailsAreOneLabel()
{
    Desk desk;
    VERIFY_OK(desk.open());
    QStringList drafts;
    for (const QString &name : {u"Ada"_s, u"Ben"_s, u"Cyn"_s}) {
        drafts << desk.addDraft(desk.add(name), u"first"_s);
    }
    VERIFY_OK(handOff(desk, drafts));
    QCOMPARE(desk.lastLabel(), u"Hand off 3 emails; 3 follow-ups on 5 Dec 2026"_s);
    QCOMPARE(desk.due(QDate(2026, 12, 5)).size(), 3);
    VERIFY_OK(test::await(desk.services().store.undo()));
    QCOMPARE(desk.due(QDate(2026, 12, 5)).size(), 0);
    QCOMPARE(desk.services().reader.drafts({{}, {}, u"draft"_s}).value_or(QVector<Draft> {}).size(), 3);
}

void TestFollowUpKeeping::answerEndsTheReminder()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const QString ada = desk.add(u"Ada"_s);
    VERIFY_OK(test::await(flows::setFollowUp(&desk.services(), ada, desk.today(), u"Nudge"_s)));
    // Back, or to a stage before the answer: the reminder stays.
    VERIFY_OK(test::await(flows::setContactFields(&desk.services(), ada, {{u"status"_s, u"Followed Up"_s}})));
    QCOMPARE(desk.due(desk.today()), QStringList {u"Ada"_s});
    VERIFY_OK(test::await(flows::setContactFields(&desk.services(), ada, {{u"status"_s, u"Replied"_s}})));
    QCOMPARE(desk.contact(ada).nextActionDate, QString());
    QCOMPARE(desk.contact(ada).nextAction, u"Nudge"_s); // the user's own words outlive their date
    QCOMPARE(desk.lastLabel(),
             u"Edit Ada Okafor; follow-up with Ada Okafor cancelled, as there is an answer"_s);
}

void TestFollowUpKeeping::meetingEndsTheReminder()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const QString ada = desk.add(u"Ada"_s);
    VERIFY_OK(test::await(flows::setFollowUp(&desk.services(), ada, desk.today(), u"Nudge"_s)));
    VERIFY_OK(test::await(flows::setContactFields(&desk.services(), ada, {{u"status"_s, u"Met"_s}})));
    QCOMPARE(desk.contact(ada).nextActionDate, QString());
    QCOMPARE(desk.lastLabel(), u"Edit Ada Okafor; follow-up with Ada Okafor cancelled, as you met"_s);
}

void TestFollowUpKeeping::theUsualWordsGoWithTheDate()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const QString ada = desk.add(u"Ada"_s);
    VERIFY_OK(test::await(flows::setFollowUp(&desk.services(), ada, desk.today(), {})));
    QCOMPARE(desk.contact(ada).nextAction, flows::usualFollowUp());
    VERIFY_OK(test::await(flows::setContactFields(&desk.services(), ada, {{u"status"_s, u"Replied"_s}})));
    QCOMPARE(desk.contact(ada).nextActionDate, QString());
    QCOMPARE(desk.contact(ada).nextAction, QString());
}

void TestFollowUpKeeping::stageOfManyEndsTheirReminders()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const QStringList ids {desk.add(u"Ada"_s), desk.add(u"Ben"_s), desk.add(u"Cyn"_s, u"Met"_s)};
    for (const QString &id : ids) {
        VERIFY_OK(test::await(flows::setFollowUp(&desk.services(), id, desk.today(), {})));
    }
    flows::BulkEdit edit;
    edit.label = [](int) { return u"Set 3 contacts to Call Scheduled"_s; };
    for (const QString &id : ids) {
        const auto record = desk.services().reader.record(Kind::contact, id);
        VERIFY_OK(record);
        edit.rows << flows::RowEdit {record->rid, {{u"status"_s, u"Call Scheduled"_s}}};
    }
    VERIFY_OK(test::await(flows::editMany(&desk.services(), edit, {}, {})));
    // Cyn went back a stage: no answer of hers.
    QCOMPARE(desk.due(desk.today()), QStringList {u"Cyn"_s});
    QVERIFY2(desk.lastLabel().endsWith(u"; 2 follow-ups cancelled, as there are answers"_s),
             qPrintable(desk.lastLabel()));
}

void TestFollowUpKeeping::ownNextActionStays()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const QString ada = desk.add(u"Ada"_s);
    VERIFY_OK(test::await(flows::setFollowUp(&desk.services(), ada, desk.today(), u"Nudge"_s)));
    VERIFY_OK(test::await(flows::setContactFields(&desk.services(), ada,
                                                  {{u"status"_s, u"Replied"_s},
                                                   {u"nextAction"_s, u"Book a room"_s},
                                                   {u"nextActionDate"_s, u"2026-12-02"_s}})));
    QCOMPARE(desk.contact(ada).nextAction, u"Book a room"_s);
    QCOMPARE(desk.contact(ada).nextActionDate, u"2026-12-02"_s);
    QCOMPARE(desk.lastLabel(), u"Edit Ada Okafor"_s);
}

void TestFollowUpKeeping::undoBringsTheReminderBack()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const QString ada = desk.add(u"Ada"_s);
    VERIFY_OK(test::await(flows::setFollowUp(&desk.services(), ada, desk.today(), u"Nudge"_s)));
    VERIFY_OK(test::await(flows::setContactFields(&desk.services(), ada, {{u"status"_s, u"Replied"_s}})));
    VERIFY_OK(test::await(desk.services().store.undo()));
    QCOMPARE(desk.contact(ada).status, u"Contacted"_s);
    QCOMPARE(desk.contact(ada).nextAction, u"Nudge"_s);
    QCOMPARE(desk.due(desk.today()), QStringList {u"Ada"_s});
}

void TestFollowUpKeeping::mailOfATrashedPersonStillLeaves()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const QString ada = desk.add(u"Ada"_s);
    const QString draft = desk.addDraft(ada, u"first"_s);
    VERIFY_OK(test::await(flows::trashRecords(&desk.services(), Kind::contact, {ada})));
    VERIFY_OK(handOff(desk, {draft}));
    QCOMPARE(desk.services().reader.draft(draft).value_or(Draft {}).state, u"handed_off"_s);
    QCOMPARE(desk.lastLabel(), u"Hand off 1 email"_s);
}
