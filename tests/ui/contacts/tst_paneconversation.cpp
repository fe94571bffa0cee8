// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "tests.h"

#include "model/draft.h"
#include "support/spin.h"
#include "support/support.h"
#include "ui/contacts/contactpane.h"

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
