// SPDX-License-Identifier: GPL-3.0-or-later
#include "maildesk.h"
#include "tests.h"

#include "flows/writeflow.h"
#include "model/resume.h"

using namespace crema;
using namespace crema::flows;

void PushTest::putsDraftsThere()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    VERIFY_OK(desk.begin(3));
    const auto pushed = desk.push(desk.ids);
    VERIFY_OK(pushed);
    QCOMPARE(pushed->there(), 3);
    QCOMPARE(server.drafts().size(), 3);
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(desk.draft(i).state, u"pushed"_s);
        const MailboxPlace place = desk.place(i);
        QVERIFY(place.exists());
        QVERIFY(!place.draft.messageId.isEmpty() && !place.draft.threadId.isEmpty());
        QVERIFY(pushed->results[i].link.toString().contains(place.draft.messageId));
    }
    const Json first = server.drafts().constFirst();
    QVERIFY(textAt(first, "to").contains(desk.contact(0).email()));
}

void PushTest::updatesInsteadOfMakingASecond()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    VERIFY_OK(desk.begin(1));
    VERIFY_OK(desk.push(desk.ids));
    const MailboxPlace before = desk.place(0);
    VERIFY_OK(desk.edit(0, u"A few words about your work"_s));
    const auto pushed = desk.push(desk.ids);
    VERIFY_OK(pushed);
    QCOMPARE(pushed->results[0].end, PushEnd::updated);
    QCOMPARE(server.drafts().size(), 1);
    QCOMPARE(textAt(server.drafts().constFirst(), "subject"), u"A few words about your work"_s);
    QCOMPARE(desk.place(0).draft.id, before.draft.id);
    QVERIFY(desk.place(0).draft.messageId != before.draft.messageId); // Gmail gives it another
}

void PushTest::unchangedIsNotWrittenAgain()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    VERIFY_OK(desk.begin(1));
    VERIFY_OK(desk.push(desk.ids));
    desk.clock.advance(std::chrono::hours(3));
    const auto pushed = desk.push(desk.ids);
    VERIFY_OK(pushed);
    QCOMPARE(pushed->results[0].end, PushEnd::unchanged);
    QCOMPARE(server.asked("PUT", u"/drafts/"_s), 0);
}

void PushTest::aLostAnswerMakesNoSecondDraft()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    VERIFY_OK(desk.begin(2));
    server.fault({{"path", "/drafts"}, {"method", "POST"}, {"kind", "done-drop"}});
    QVERIFY(!desk.push({desk.ids[0]}));
    QVERIFY(desk.place(0).isBeingMade);
    QCOMPARE(server.drafts().size(), 1);
    VERIFY_OK(desk.reopen());
    const auto pushed = desk.push(desk.ids);
    VERIFY_OK(pushed);
    QCOMPARE(pushed->there(), 2);
    QCOMPARE(server.drafts().size(), 2); // found again, not made twice
    QCOMPARE(desk.place(0).draft.id, textAt(server.drafts().constFirst(), "id"));
}

void PushTest::whatTheGateHoldsIsNotPut()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    VERIFY_OK(desk.begin(2));
    VERIFY_OK(desk.edit(0, u"Hi"_s));
    const auto pushed = desk.push(desk.ids);
    VERIFY_OK(pushed);
    QCOMPARE(pushed->results[0].end, PushEnd::held);
    QVERIFY(!pushed->results[0].reason.isEmpty());
    QCOMPARE(pushed->results[1].end, PushEnd::created);
    QCOMPARE(server.drafts().size(), 1);
}

void PushTest::deletedThereIsNoticed()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    VERIFY_OK(desk.begin(1));
    VERIFY_OK(desk.push(desk.ids));
    server.control({{"deleteDraft", desk.place(0).draft.id.toStdString()}});
    const auto noticed = desk.push(desk.ids);
    VERIFY_OK(noticed);
    QCOMPARE(noticed->results[0].end, PushEnd::deletedThere);
    QCOMPARE(desk.draft(0).state, u"draft"_s);
    QCOMPARE(server.drafts().size(), 0);
    const auto again = desk.push(desk.ids);
    VERIFY_OK(again);
    QCOMPARE(again->results[0].end, PushEnd::created);
}

void PushTest::sentThereIsNoticed()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    VERIFY_OK(desk.begin(1));
    VERIFY_OK(desk.push(desk.ids));
    server.control({{"sendDraft", desk.place(0).draft.id.toStdString()}});
    const auto noticed = desk.push(desk.ids);
    VERIFY_OK(noticed);
    QCOMPARE(noticed->results[0].end, PushEnd::sentThere);
    QCOMPARE(desk.draft(0).state, u"sent"_s);
    QCOMPARE(desk.mark(0).state, SendState::sent);
    QVERIFY(desk.mark(0).byUser);
    QCOMPARE(desk.contact(0).status, u"Contacted"_s);
}

void PushTest::aDraftInAConversationThatIsDeletedWasNotSent()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    const auto followUp = desk.followUpInConversation();
    VERIFY_OK(followUp);
    VERIFY_OK(desk.push({*followUp}));
    const MailboxPlace place = placeOf(*desk.reader, *followUp).value_or(MailboxPlace {});
    QCOMPARE(place.draft.threadId, desk.mark(0).threadId);
    server.control({{"deleteDraft", place.draft.id.toStdString()}});
    const auto noticed = desk.push({*followUp}); // the first email of the conversation was sent, not this one
    VERIFY_OK(noticed);
    QCOMPARE(noticed->results[0].end, PushEnd::deletedThere);
    QCOMPARE(desk.reader->draft(*followUp)->state, u"draft"_s);
}

void PushTest::aDraftLiesInOneMailboxOnly()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    VERIFY_OK(desk.begin(1));
    VERIFY_OK(desk.push(desk.ids));
    server.signIn(u"second@example.org"_s);
    VERIFY_OK(desk.connect());
    const auto elsewhere = test::await(
            pushDrafts(desk.services.get(), desk.ids, u"second@example.org"_s, {}));
    VERIFY_OK(elsewhere);
    QCOMPARE(elsewhere->results[0].end, PushEnd::failed);
    QVERIFY(elsewhere->results[0].reason.contains(u"sam.student@example.edu"_s));
    QCOMPARE(desk.place(0).account, u"sam.student@example.edu"_s);
}

void PushTest::withoutReadingNobodyCanTell()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    VERIFY_OK(desk.begin(1, false));
    VERIFY_OK(desk.push(desk.ids));
    server.control({{"sendDraft", desk.place(0).draft.id.toStdString()}});
    const auto noticed = desk.push(desk.ids);
    VERIFY_OK(noticed);
    QCOMPARE(noticed->results[0].end, PushEnd::failed);
    QCOMPARE(desk.mark(0).state, SendState::unknown);
    const auto settled = test::await(settleByHand(desk.services.get(), desk.ids[0], true));
    VERIFY_OK(settled);
    QCOMPARE(desk.draft(0).state, u"sent"_s);
}

void PushTest::oneFailureLeavesTheOthers()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    VERIFY_OK(desk.begin(3));
    server.fault({{"path", "/drafts"},
                  {"method", "POST"},
                  {"kind", "status"},
                  {"status", 400},
                  {"after", 1},
                  {"reason", "invalidArgument"},
                  {"message", "Invalid raw message."}});
    const auto pushed = desk.push(desk.ids);
    VERIFY_OK(pushed);
    QVERIFY2(pushed->there() == 2,
             qPrintable(pushed->results[1].reason + u" / "_s + pushed->results[2].reason));
    QCOMPARE(pushed->results[1].end, PushEnd::failed);
    QVERIFY(!pushed->results[1].reason.isEmpty());
    QCOMPARE(desk.draft(1).state, u"draft"_s);
}

void PushTest::offlineTriesNoMore()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    VERIFY_OK(desk.begin(3));
    server.fault({{"path", "/drafts"},
                  {"method", "POST"},
                  {"kind", "status"},
                  {"status", 429},
                  {"after", 1},
                  {"times", 99},
                  {"headers", {{"Retry-After", "600"}}}});
    const auto pushed = desk.push(desk.ids);
    VERIFY_OK(pushed);
    QCOMPARE(pushed->results[0].end, PushEnd::created);
    QCOMPARE(pushed->results[1].end, PushEnd::failed);
    QCOMPARE(pushed->results[2].end, PushEnd::notTried);
    QCOMPARE(server.asked("POST", u"/drafts"_s), 2);
}

void PushTest::aLargeAttachmentIsUploaded()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    VERIFY_OK(desk.begin(1));
    const auto id = desk.resume();
    VERIFY_OK(id);
    const auto file = desk.workspace->keepFile(QByteArray(4'000'000, 'x'));
    const auto before = desk.reader->resume(*id);
    QVERIFY(file.has_value() && before.has_value());
    Resume large = *before;
    large.file = *file;
    store::Operation operation;
    operation.label = u"Larger"_s;
    operation.patch(Kind::resume, *id, toBody(*before), toBody(large));
    VERIFY_OK(test::await(desk.store->apply(operation)));
    Draft after = desk.draft(0);
    after.resumeId = *id;
    after.overrideReason = u"only its size matters"_s;
    VERIFY_OK(test::await(editDraft(desk.services.get(), desk.draft(0), after)));
    const auto pushed = desk.push(desk.ids);
    VERIFY_OK(pushed);
    QVERIFY2(pushed->there() == 1, qPrintable(pushed->results[0].reason));
    QCOMPARE(server.asked("POST", u"/upload/gmail/v1/users/me/drafts"_s), 1);
    QVERIFY(intAt(server.drafts().constFirst(), "size") > 4'000'000);
    QVERIFY(textAt(server.drafts().constFirst(), "to").contains(desk.contact(0).email()));
}
