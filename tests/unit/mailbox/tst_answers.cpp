// SPDX-License-Identifier: GPL-3.0-or-later
#include "maildesk.h"
#include "tests.h"

#include "flows/contactflow.h"
#include "flows/mailwatch.h"
#include "flows/replylog.h"

using namespace crema;
using namespace crema::flows;

namespace {

ContactAnswer answerFor(const AnswersOutcome &outcome, const Contact &contact)
{
    return outcome.answers.value(contact.id);
}

} // namespace

void AnswersTest::aHumanAnswerIsKept()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    VERIFY_OK(desk.begin(2));
    VERIFY_OK(desk.send(desk.ids[0]));
    VERIFY_OK(desk.send(desk.ids[1]));
    auto first = desk.look();
    VERIFY_OK(first);
    QCOMPARE(first->news.size(), 0);
    QCOMPARE(answerFor(*first, desk.contact(0)).state, AnswerState::notReplied);
    QVERIFY(!answerFor(*first, desk.contact(0)).asOf.isEmpty());

    server.answer(desk.mark(0).threadId);
    const auto outcome = desk.look();
    VERIFY_OK(outcome);
    QCOMPARE(outcome->news.size(), 1);
    QCOMPARE(answerFor(*outcome, desk.contact(0)).state, AnswerState::replied);
    QVERIFY(answerFor(*outcome, desk.contact(0)).unread);
    QCOMPARE(answerFor(*outcome, desk.contact(1)).state, AnswerState::notReplied);
    QCOMPARE(desk.contact(0).status, u"Replied"_s);
    QCOMPARE(desk.contact(0).nextActionDate, QString());
    QVERIFY(boolAt(desk.contact(0).extra, "hasUnreadReply"));
    QCOMPARE(desk.draft(0).state, u"answered"_s);
    QCOMPARE(desk.look()->news.size(), 0); // told once

    VERIFY_OK(test::await(markAnswerRead(desk.services.get(), desk.contact(0).id)));
    QVERIFY(!boolAt(desk.contact(0).extra, "hasUnreadReply"));
}

void AnswersTest::automaticAnswersAndBouncesAreToldApart()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    VERIFY_OK(desk.begin(2));
    VERIFY_OK(desk.send(desk.ids[0]));
    VERIFY_OK(desk.send(desk.ids[1]));
    server.answer(desk.mark(0).threadId,
                  {{"subject", "Abwesenheitsnotiz"}, {"headers", {{"Auto-Submitted", "auto-replied"}}}});
    server.answer(
            desk.mark(1).threadId,
            {{"from", "postmaster@firm1.example"},
             {"subject", "Undeliverable: Hello"},
             {"headers", {{"Content-Type", "multipart/report; report-type=delivery-status; boundary=x"}}}});
    const auto outcome = desk.look();
    VERIFY_OK(outcome);
    const ContactAnswer away = answerFor(*outcome, desk.contact(0));
    QCOMPARE(away.state, AnswerState::notReplied);
    QVERIFY(away.automatic);
    QCOMPARE(answerFor(*outcome, desk.contact(1)).state, AnswerState::bounced);
    QCOMPARE(outcome->news.size(), 1);
    QCOMPARE(desk.contact(0).status, u"Contacted"_s);
    QVERIFY(!desk.contact(0).nextActionDate.isEmpty()); // the follow-up stays
    QCOMPARE(desk.contact(1).status, u"Contacted"_s);
}

void AnswersTest::nobodyWroteMeansCannotTell()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    VERIFY_OK(desk.begin(1));
    const auto outcome = desk.look({desk.contact(0).id});
    VERIFY_OK(outcome);
    QCOMPARE(answerFor(*outcome, desk.contact(0)).state, AnswerState::unknown);
    QVERIFY(!answerFor(*outcome, desk.contact(0)).reason.isEmpty());
}

void AnswersTest::offlineMeansCannotTellAndKeepsWhatIsKnown()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    VERIFY_OK(desk.begin(1));
    VERIFY_OK(desk.send(desk.ids[0]));
    server.answer(desk.mark(0).threadId);
    VERIFY_OK(desk.look());
    server.fault({{"path", "/threads/*"}, {"kind", "drop"}, {"times", 9}});
    const auto outcome = desk.look();
    VERIFY_OK(outcome);
    QVERIFY(outcome->error.has_value());
    QCOMPARE(answerFor(*outcome, desk.contact(0)).state, AnswerState::unknown);
    QCOMPARE(answerOf(*desk.reader, desk.contact(0).id)->state, AnswerState::replied);
    QCOMPARE(desk.contact(0).status, u"Replied"_s);
}

void AnswersTest::aStageSetByHandStays()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    VERIFY_OK(desk.begin(1));
    VERIFY_OK(desk.send(desk.ids[0]));
    Contact set = desk.contact(0);
    set.status = u"Followed Up"_s;
    VERIFY_OK(test::await(saveContact(desk.services.get(), desk.contact(0), set)));
    server.answer(desk.mark(0).threadId);
    VERIFY_OK(desk.look());
    QCOMPARE(desk.contact(0).status, u"Followed Up"_s);
    QVERIFY(boolAt(desk.contact(0).extra, "hasUnreadReply"));
}

void AnswersTest::sentFromTheWebIsNoticed()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    VERIFY_OK(desk.begin(1));
    VERIFY_OK(desk.push(desk.ids));
    QCOMPARE(desk.look()->sentThere, QStringList());
    server.control({{"sendDraft", desk.place(0).draft.id.toStdString()}});
    const auto outcome = desk.look();
    VERIFY_OK(outcome);
    QCOMPARE(outcome->sentThere, desk.ids);
    QCOMPARE(desk.draft(0).state, u"sent"_s);
    QVERIFY(desk.mark(0).byUser);
    server.answer(desk.mark(0).threadId);
    QCOMPARE(desk.look()->news.size(), 1);
}

void AnswersTest::whatElseTheUserWritesThereIsNotTheDraft()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    const auto followUp = desk.followUpInConversation();
    VERIFY_OK(followUp);
    VERIFY_OK(desk.push({*followUp}));
    server.answer(desk.mark(0).threadId,
                  {{"from", "Sam <sam.student@example.edu>"}, {"labels", Json::array({"SENT"})}});
    const auto looked = desk.look();
    VERIFY_OK(looked);
    QCOMPARE(looked->sentThere, QStringList()); // the draft still lies there
    QCOMPARE(desk.reader->draft(*followUp)->state, u"pushed"_s);
    const MailboxPlace place = placeOf(*desk.reader, *followUp).value_or(MailboxPlace {});
    server.control({{"sendDraft", place.draft.id.toStdString()}});
    QCOMPARE(desk.look()->sentThere, QStringList {*followUp}); // though a sent email shares its conversation
}

void AnswersTest::aSavedAnswerKeepsToTheSameRules()
{
    MailDesk desk(test::Outside::nowhere());
    VERIFY_OK(desk.prepare(1));
    const QByteArray from = "From: Ana <" + desk.contact(0).email().toUtf8() + ">\r\n";
    const QByteArray rest = "To: zoe.mueller@students.example\r\nSubject: Re: Hello\r\n"
                            "Date: Mon, 2 Mar 2026 08:00:00 +0000\r\n\r\nGladly.\r\n";
    const auto log = [&desk](const QByteArray &bytes) {
        return test::await(logReply(desk.services.get(), desk.file(u"answer.eml"_s, bytes)));
    };
    QVERIFY(!log(from + "Auto-Submitted: auto-replied\r\n" + rest));
    QVERIFY(!log("From: Somebody <nobody@else.example>\r\n" + rest));
    QVERIFY(!log("no email at all"));
    QCOMPARE(desk.contact(0).status, u"Not Contacted"_s);
    VERIFY_OK(log(from + rest));
    QCOMPARE(desk.contact(0).status, u"Replied"_s);
    Contact set = desk.contact(0);
    set.status = u"Contacted"_s;
    VERIFY_OK(test::await(saveContact(desk.services.get(), desk.contact(0), set)));
    VERIFY_OK(log(from + rest));
    QCOMPARE(desk.contact(0).status, u"Contacted"_s); // set by hand
}

void AnswersTest::historyIsFollowedAndResynced()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    VERIFY_OK(desk.begin(3));
    for (const QString &id : desk.ids) {
        VERIFY_OK(desk.send(id));
    }
    const auto round = [&] { return test::await(watchOnce(desk.services.get(), {})); };
    VERIFY_OK(round()); // the first looks at everything
    const int before = server.asked("GET", u"/threads/"_s);
    server.answer(desk.mark(1).threadId);
    const auto news = round();
    VERIFY_OK(news);
    QCOMPARE(news->outcome.news.size(), 1);
    QCOMPARE(news->outcome.news[0].contactId, desk.contact(1).id);
    QCOMPARE(server.asked("GET", u"/threads/"_s), before + 1); // only that conversation
    QCOMPARE(round()->outcome.news.size(), 0);
    const qint64 facts = desk.number("SELECT count(*) FROM fact");
    VERIFY_OK(round());
    QCOMPARE(desk.number("SELECT count(*) FROM fact"), facts); // looking again leaves nothing behind

    QVERIFY(boolAt(desk.contact(1).extra, "hasUnreadReply"));
    server.control({{"markRead", answerOf(*desk.reader, desk.contact(1).id)->messageId.toStdString()}});
    VERIFY_OK(round());
    QVERIFY(!boolAt(desk.contact(1).extra, "hasUnreadReply")); // read in the mailbox itself

    server.answer(desk.mark(2).threadId);
    server.control({{"forgetHistory", true}});
    const auto resynced = round();
    VERIFY_OK(resynced);
    QCOMPARE(resynced->outcome.news.size(), 1);
    QVERIFY(!resynced->outcome.error);
}

void AnswersTest::anotherAddressWithTheSameEndIsNoOwner()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    VERIFY_OK(desk.begin(1));
    VERIFY_OK(desk.send(desk.ids[0]));
    server.answer(desk.mark(0).threadId, {{"from", "Pam <pam.sam.student@example.edu>"}});
    const auto outcome = desk.look();
    VERIFY_OK(outcome);
    QCOMPARE(outcome->news.size(), 1);
}
