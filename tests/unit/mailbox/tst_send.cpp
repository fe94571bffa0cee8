// SPDX-License-Identifier: GPL-3.0-or-later
#include "maildesk.h"
#include "tests.h"

#include "base/dates.h"
#include "flows/sendchecks.h"

using namespace crema;
using namespace crema::flows;

namespace {

Json sendFault(const char *kind, int status = 500)
{
    return {{"path", "/drafts/send"}, {"kind", kind}, {"status", status}};
}

/// What a program killed during the send leaves behind.
Result<> leaveSending(MailDesk &desk)
{
    SendMark mark;
    mark.state = SendState::sending;
    mark.account = u"sam.student@example.edu"_s;
    mark.draft = desk.place(0).draft;
    mark.at = toStoredTime(desk.clock.now());
    store::Operation operation;
    note(operation, desk.ids[0], mark);
    const auto applied = test::await(desk.store->apply(operation));
    return applied ? Result<>() : std::unexpected(applied.error());
}

} // namespace

void SendTest::sendsOnce()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    VERIFY_OK(desk.begin(1));
    const auto result = desk.send(desk.ids[0]);
    VERIFY_OK(result);
    QCOMPARE(result->end, SendEnd::sent);
    QCOMPARE(server.sent().size(), 1);
    QCOMPARE(textsAt(server.sent().constFirst(), "to"), QStringList {desk.contact(0).email()});
    QCOMPARE(desk.draft(0).state, u"sent"_s);
    QCOMPARE(desk.contact(0).status, u"Contacted"_s);
    QVERIFY(!desk.contact(0).nextActionDate.isEmpty()); // the follow-up is suggested
    QCOMPARE(desk.mark(0).messageId, textAt(server.sent().constFirst(), "id"));

    const auto again = desk.send(desk.ids[0]);
    VERIFY_OK(again);
    QCOMPARE(again->end, SendEnd::notSent);
    QCOMPARE(server.sent().size(), 1);
    QCOMPARE(desk.unsound(), QString());
}

void SendTest::aLostAnswerIsLookedUp()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    VERIFY_OK(desk.begin(1));
    server.fault(sendFault("done-drop"));
    const auto result = desk.send(desk.ids[0]);
    VERIFY_OK(result);
    QCOMPARE(result->end, SendEnd::sent);
    QCOMPARE(server.sent().size(), 1);
    QCOMPARE(server.asked("POST", u"/drafts/send"_s), 1);
    QCOMPARE(desk.draft(0).state, u"sent"_s);
}

void SendTest::aFaultAfterTheWorkIsLookedUp()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    VERIFY_OK(desk.begin(2));
    server.fault(sendFault("done-status", 502));
    const auto result = desk.send(desk.ids[0]);
    VERIFY_OK(result);
    QCOMPARE(result->end, SendEnd::sent);
    server.fault(sendFault("done-half"));
    const auto second = desk.send(desk.ids[1]);
    VERIFY_OK(second);
    QCOMPARE(second->end, SendEnd::sent);
    QCOMPARE(server.sent().size(), 2);
}

void SendTest::whatNeverArrivedIsSentAgain()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    VERIFY_OK(desk.begin(1));
    server.fault(sendFault("drop"));
    const auto result = desk.send(desk.ids[0]);
    VERIFY_OK(result);
    QCOMPARE(result->end, SendEnd::notSent);
    QCOMPARE(server.sent().size(), 0);
    QCOMPARE(desk.mark(0).state, SendState::none);
    QCOMPARE(desk.draft(0).state, u"pushed"_s);
    const auto again = desk.send(desk.ids[0]);
    VERIFY_OK(again);
    QCOMPARE(again->end, SendEnd::sent);
    QCOMPARE(server.sent().size(), 1);
    QCOMPARE(server.drafts().size(), 0);
}

void SendTest::killedBetweenMarkAndCall()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    VERIFY_OK(desk.begin(1));
    VERIFY_OK(desk.push(desk.ids));
    VERIFY_OK(leaveSending(desk));
    VERIFY_OK(desk.reopen());
    const auto open = test::await(settleSends(desk.services.get(), {}));
    VERIFY_OK(open);
    QCOMPARE(*open, 0);
    QCOMPARE(desk.mark(0).state, SendState::none);
    QCOMPARE(server.sent().size(), 0); // looking sends nothing
    const auto sent = desk.send(desk.ids[0]);
    VERIFY_OK(sent);
    QCOMPARE(sent->end, SendEnd::sent);
    QCOMPARE(server.sent().size(), 1);
}

void SendTest::killedAfterTheCall()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    VERIFY_OK(desk.begin(1));
    VERIFY_OK(desk.push(desk.ids));
    VERIFY_OK(leaveSending(desk));
    server.control({{"sendDraft", desk.place(0).draft.id.toStdString()}});
    VERIFY_OK(desk.reopen());
    const auto sent = desk.send(desk.ids[0]); // whoever sends again finds out first
    VERIFY_OK(sent);
    QCOMPARE(sent->end, SendEnd::sent);
    QCOMPARE(server.sent().size(), 1);
    QCOMPARE(desk.draft(0).state, u"sent"_s);
}

void SendTest::withoutReadingTheUserIsAsked()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    VERIFY_OK(desk.begin(1, false));
    server.fault(sendFault("done-drop"));
    const auto result = desk.send(desk.ids[0]);
    VERIFY_OK(result);
    QCOMPARE(result->end, SendEnd::unknown);
    QVERIFY(!result->reason.isEmpty());
    const auto again = desk.send(desk.ids[0]);
    VERIFY_OK(again);
    QCOMPARE(again->end, SendEnd::unknown);
    QCOMPARE(server.sent().size(), 1);
    VERIFY_OK(test::await(settleByHand(desk.services.get(), desk.ids[0], true)));
    QCOMPARE(desk.draft(0).state, u"sent"_s);
    QVERIFY(!test::await(settleByHand(desk.services.get(), desk.ids[0], false)).has_value());
}

void SendTest::anAnswerStopsAFollowUp()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    VERIFY_OK(desk.begin(1));
    VERIFY_OK(desk.send(desk.ids[0]));
    const auto followUp = desk.followUp(0);
    VERIFY_OK(followUp);
    server.answer(desk.mark(0).threadId);
    const auto stopped = desk.send(*followUp);
    VERIFY_OK(stopped);
    QCOMPARE(stopped->end, SendEnd::answered);
    QCOMPARE(server.sent().size(), 1);
    const auto forced = desk.send(*followUp, true);
    VERIFY_OK(forced);
    QCOMPARE(forced->end, SendEnd::sent);
}

void SendTest::aBounceStopsTheNext()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    VERIFY_OK(desk.begin(1));
    VERIFY_OK(desk.send(desk.ids[0]));
    const auto followUp = desk.followUp(0);
    VERIFY_OK(followUp);
    server.answer(desk.mark(0).threadId,
                  {{"from", "Mail Delivery Subsystem <mailer-daemon@googlemail.com>"},
                   {"subject", "Delivery Status Notification (Failure)"},
                   {"headers",
                    {{"Auto-Submitted", "auto-replied"},
                     {"X-Failed-Recipients", desk.contact(0).email().toStdString()},
                     {"Content-Type", "multipart/report; report-type=delivery-status; boundary=x"}}}});
    const auto stopped = desk.send(*followUp);
    VERIFY_OK(stopped);
    QCOMPARE(stopped->end, SendEnd::answered);
    QVERIFY(stopped->reason.contains(desk.contact(0).email()));
    QCOMPARE(server.sent().size(), 1);
}

void SendTest::theDaysLimitHolds()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    desk.deployment.sending.perDay = 2;
    VERIFY_OK(desk.begin(3));
    const auto results = test::await(
            sendDrafts(desk.services.get(), desk.ids, {}, false, std::chrono::milliseconds(0), {}, {}));
    VERIFY_OK(results);
    QCOMPARE(results->at(0).end, SendEnd::sent);
    QCOMPARE(results->at(1).end, SendEnd::sent);
    QCOMPARE(results->at(2).end, SendEnd::full);
    QCOMPARE(server.sent().size(), 2);
    desk.clock.advance(std::chrono::hours(25));
    const auto tomorrow = desk.send(desk.ids[2]);
    VERIFY_OK(tomorrow);
    QCOMPARE(tomorrow->end, SendEnd::sent);
}

void SendTest::theGateHolds()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    VERIFY_OK(desk.begin(1));
    VERIFY_OK(desk.edit(0, u"Hi"_s));
    const auto result = desk.send(desk.ids[0]);
    VERIFY_OK(result);
    QCOMPARE(result->end, SendEnd::held);
    QCOMPARE(server.sent().size(), 0);
    QCOMPARE(server.drafts().size(), 0);
}

void SendTest::aFollowUpGoesOnWithTheConversation()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    const auto followUp = desk.followUpInConversation();
    VERIFY_OK(followUp);
    const auto pushed = desk.push({*followUp});
    VERIFY_OK(pushed);
    QCOMPARE(pushed->there(), 1);
    const Json draft = server.drafts().constFirst();
    QCOMPARE(textAt(draft, "threadId"), desk.mark(0).threadId);
    QVERIFY(textAt(draft, "subject").startsWith(u"Re: "_s));
    QVERIFY(!textAt(draft, "inReplyTo").isEmpty());
    QCOMPARE(textAt(draft, "references"), textAt(draft, "inReplyTo"));
    QCOMPARE(textAt(server.sent().constFirst(), "messageId"), textAt(draft, "inReplyTo"));
}

void SendTest::aSecondFollowUpFollowsTheFirst()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    const auto first = desk.followUpInConversation();
    VERIFY_OK(first);
    VERIFY_OK(desk.send(*first));
    const auto second = desk.followUp(0);
    VERIFY_OK(second);
    QVERIFY(*second != *first);
    const Draft draft = desk.reader->draft(*second).value_or(Draft {});
    QCOMPARE(draft.subject, u"Re: "_s + desk.draft(0).subject);
    QVERIFY2(draft.body.contains(u"I wrote to you on 2 March"_s), qPrintable(draft.body)); // by the send mark
    VERIFY_OK(desk.send(*second));
    const QVector<Json> sent = server.sent();
    QCOMPARE(sent.size(), 3);
    for (const Json &one : sent) {
        QCOMPARE(textAt(one, "threadId"), desk.mark(0).threadId);
    }
}

void SendTest::severalWithOneFailing()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    VERIFY_OK(desk.begin(3));
    VERIFY_OK(desk.edit(1, u"Hi"_s));
    int told = 0;
    const auto results = test::await(sendDrafts(desk.services.get(), desk.ids, {}, false,
                                                std::chrono::milliseconds(0),
                                                [&told](int done) { told = done; }, {}));
    VERIFY_OK(results);
    QCOMPARE(results->at(0).end, SendEnd::sent);
    QCOMPARE(results->at(1).end, SendEnd::held);
    QCOMPARE(results->at(2).end, SendEnd::sent);
    QCOMPARE(told, 3);
}

void SendTest::twoAtOnceSendOnce()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    VERIFY_OK(desk.begin(1));
    QVector<SendEnd> ends;
    TaskScope scope;
    for (int i = 0; i < 3; ++i) {
        scope.launch(
                sendDraft(desk.services.get(), {desk.ids[0], {}, false}, {}),
                [&ends](Result<SendResult> result) { ends << (result ? result->end : SendEnd::unknown); });
    }
    QVERIFY(test::spinUntil([&] { return ends.size() == 3; }));
    QCOMPARE(ends.count(SendEnd::sent), 1);
    QCOMPARE(ends.count(SendEnd::notSent), 2);
    QCOMPARE(server.sent().size(), 1);
}

void SendTest::undoDoesNotUnsend()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    VERIFY_OK(desk.begin(1));
    VERIFY_OK(desk.send(desk.ids[0]));
    while (desk.undo()) { } // all that can be undone
    QCOMPARE(desk.mark(0).state, SendState::sent);
    QCOMPARE(desk.unsound(), QString());
}
