// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "tests.h"

#include "flows/contactflow.h"
#include "flows/mailfacts.h"
#include "model/draft.h"
#include "support/spin.h"
#include "support/support.h"
#include "ui/contacts/contactpane.h"
#include "ui/contacts/timeline.h"

#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::ui;
using test::spinUntil;

void TestContactPane::theConversationIsReachedFromTheContact()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.add(somePeople());
    desk.show();
    QVERIFY(desk.waitForRows(12));
    desk.page().showContact(u"p0"_s);
    const auto *pane = desk.child<ContactPane>(u"contacts.pane"_s);
    QVERIFY(spinUntil([&] { return pane->isVisible() && pane->contactId() == "p0"_L1; }));
    auto *conversation = desk.child<QToolButton>(u"contacts.pane.conversation"_s);
    QVERIFY(!conversation->isVisible());
    Draft draft;
    draft.contactId = u"p0"_s;
    draft.state = u"sent"_s;
    store::Operation sending;
    sending.create(Kind::draft, u"d1"_s, toBody(draft));
    VERIFY_OK(test::await(desk.services().store.apply(sending)));
    QVERIFY(spinUntil([&] { return conversation->isVisible(); })); // a mailbox wrote to them
    const QSignalSpy wanted(&desk.page(), &ContactsPage::conversationWith);
    conversation->click();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].toString(), u"p0"_s);
}

void TestContactPane::answersAreInTheTimeline()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.add(somePeople());
    const auto hear = [&desk](flows::AnswerState state, const QString &messageId, bool unread) {
        const Contact before = desk.contact(u"p0"_s);
        Contact after = before;
        after.extra["hasUnreadReply"] = unread;
        flows::ContactAnswer answer;
        answer.state = state;
        answer.messageId = messageId;
        answer.asOf = u"2026-03-02T09:00:00.000Z"_s;
        store::Operation operation;
        operation.origin = store::Origin::mailbox;
        note(operation, before.id, answer);
        operation.patch(Kind::contact, before.id, toBody(before), toBody(after));
        return test::await(desk.services().store.apply(operation)).has_value();
    };
    QVERIFY(hear(flows::AnswerState::notReplied, {}, false));
    QVERIFY(hear(flows::AnswerState::replied, u"m1"_s, true));
    QVERIFY(hear(flows::AnswerState::replied, u"m2"_s, true));
    QVERIFY(hear(flows::AnswerState::replied, u"m2"_s, true)); // looked at again
    QVERIFY(hear(flows::AnswerState::bounced, u"m3"_s, true));
    const auto timeline = readTimeline(desk.services().reader.connection(), u"p0"_s, TimelineFilter::emails,
                                       25);
    VERIFY_OK(timeline);
    QStringList titles;
    for (const TimelineEntry &entry : timeline->entries) {
        titles << entry.title;
    }
    QCOMPARE(titles.count(u"Reply received"_s), 2);
    QCOMPARE(titles.count(u"An email came back"_s), 1);
}

void TestContactPane::notesTypedInOneGoAreOneEntry()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.add(somePeople());
    for (const QString &text : {u"Knows"_s, u"Knows trains"_s, u"Knows trains well"_s}) {
        VERIFY_OK(test::await(flows::setContactFields(&desk.services(), u"p1"_s, {{u"notes"_s, text}})));
    }
    const auto timeline = readTimeline(desk.services().reader.connection(), u"p1"_s, TimelineFilter::notes,
                                       25);
    VERIFY_OK(timeline);
    QCOMPARE(timeline->entries.size(), 1);
    QCOMPARE(timeline->entries[0].title, u"Notes: Knows trains well"_s);
    QCOMPARE(timeline->entries[0].restore, (std::vector<store::FieldEdit> {{u"notes"_s, std::nullopt}}));
}
