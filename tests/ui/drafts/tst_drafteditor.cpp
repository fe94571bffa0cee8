// SPDX-License-Identifier: GPL-3.0-or-later
#include "page.h"
#include "tests.h"

#include "flows/writeflow.h"
#include "support/spin.h"
#include "support/support.h"
#include "ui/drafts/drafteditor.h"
#include "ui/drafts/draftmarks.h"

#include <QAbstractButton>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace crema;
using test::somebody;
using test::spinUntil;

namespace {

ui::MarkedTextEdit *bodyOf(DraftsPage &page)
{
    return page.desk.child<ui::MarkedTextEdit>(u"draftBody"_s);
}

QString gateOf(DraftsPage &page)
{
    return page.desk.text(u"draftGate"_s);
}

/// Types at the end of the text.
void typeAtEnd(DraftsPage &page, const QString &text)
{
    ui::MarkedTextEdit *body = bodyOf(page);
    body->setFocus();
    QTest::keyClick(body, Qt::Key_End, Qt::ControlModifier);
    QTest::keyClicks(body, text);
}

/// Follows a link with the keyboard.
bool followLink(DraftsPage &page, const QString &name)
{
    auto *link = page.desk.child<QAbstractButton>(name);
    if (link == nullptr || !link->isVisible()) {
        return false;
    }
    link->setFocus(Qt::TabFocusReason);
    QTest::keyClick(link, Qt::Key_Return);
    return true;
}

} // namespace

void TestDraftEditor::claimsLeadToTheirWordsAndSources()
{
    DraftsPage page;
    QVERIFY(page.open(1));
    const Draft draft = page.stored(page.ids[0]);
    QVERIFY(!draft.claims.isEmpty());
    QCOMPARE(gateOf(page), u"Ready to send"_s);
    auto *first = page.desk.child<QAbstractButton>(u"claim0"_s);
    QVERIFY(first != nullptr && first->isVisible());
    QVERIFY(!first->accessibleDescription().isEmpty()); // its source
    QVERIFY(followLink(page, u"claim0"_s));
    QVERIFY(draft.body.contains(bodyOf(page)->textCursor().selectedText()));
    QCOMPARE(bodyOf(page)->textCursor().selectedText(), first->accessibleName());
    QVERIFY(bodyOf(page)->hasFocus());
}

void TestDraftEditor::findingsFollowTheTyping()
{
    DraftsPage page;
    QVERIFY(page.open(1));
    typeAtEnd(page, u" [company]"_s);
    QVERIFY(spinUntil([&] { return page.desk.isShown(u"finding0"_s); }));
    QVERIFY(gateOf(page) != u"Ready to send"_s);
    QVERIFY(page.desk.isShown(u"draftOverride"_s));
    for (int i = 0; i < 10; ++i) {
        QTest::keyClick(bodyOf(page), Qt::Key_Backspace);
    }
    QVERIFY(spinUntil([&] { return gateOf(page) == u"Ready to send"_s; }));
    QVERIFY(!page.desk.isShown(u"draftOverride"_s));
}

void TestDraftEditor::findingLeadsToItsWords()
{
    DraftsPage page;
    QVERIFY(page.open(1));
    auto *subject = page.desk.child<QLineEdit>(u"draftSubject"_s);
    subject->setFocus();
    subject->selectAll();
    QTest::keyClicks(subject, u"Hi"_s);
    QVERIFY(spinUntil([&] { return page.desk.isShown(u"finding0"_s); }));
    QVERIFY(followLink(page, u"finding0"_s));
    QVERIFY(subject->hasFocus());
}

void TestDraftEditor::heldUntilLetPassKnowingly()
{
    DraftsPage page;
    QVERIFY(page.open(1));
    typeAtEnd(page, u" [company]"_s);
    QVERIFY(page.desk.waitShown(u"draftOverride"_s));
    QVERIFY(page.desk.click(u"draftOverride"_s));
    auto *ask = page.desk.child<QInputDialog>(u"draftOverrideDialog"_s);
    QVERIFY(ask != nullptr);
    ask->setTextValue(u"The brackets are meant"_s);
    ask->accept();
    QVERIFY(spinUntil(
            [&] { return page.stored(page.ids[0]).overrideReason == u"The brackets are meant"_s; }));
    QVERIFY(page.stored(page.ids[0]).body.endsWith(u"[company]"_s));
    QVERIFY(spinUntil([&] { return gateOf(page) == u"Let pass: The brackets are meant"_s; }));
    QVERIFY(page.desk.click(u"draftHold"_s));
    QVERIFY(spinUntil([&] { return page.stored(page.ids[0]).overrideReason.isEmpty(); }));
    QVERIFY(page.desk.waitShown(u"draftOverride"_s));
}

void TestDraftEditor::typedTextIsSaved()
{
    DraftsPage page;
    QVERIFY(page.open(2));
    page.view->openDraft(page.ids[0]);
    typeAtEnd(page, u" More"_s);
    QVERIFY(spinUntil([&] { return page.stored(page.ids[0]).body.endsWith(u" More"_s); }));
    // The place in the text stays, although the list was read again.
    QVERIFY(bodyOf(page)->textCursor().atEnd());
    typeAtEnd(page, u" still"_s);
    page.desk.closeView(); // before the pause is over
    QVERIFY(spinUntil([&] { return page.stored(page.ids[0]).body.endsWith(u" More still"_s); }));
}

void TestDraftEditor::lookingChangesNothing()
{
    DraftsPage page;
    QVERIFY(page.open(2));
    const Draft before = page.stored(page.ids[1]);
    Draft french = before;
    french.body = before.body + u"\nÀ bientôt\u00A0!"_s;
    VERIFY_OK(test::await(flows::editDraft(&page.desk.services(), before, french)));
    QSignalSpy saved(page.presenter.get(), &ui::DraftsPresenter::saved);
    page.view->openDraft(page.ids[1]);
    QCOMPARE(bodyOf(page)->text(), french.body);
    page.view->openDraft(page.ids[0]);
    page.view->openDraft(page.ids[1]);
    page.view->hide();
    QCOMPARE(saved.size(), 0);
    QCOMPARE(page.stored(page.ids[1]).body, french.body);
}

void TestDraftEditor::textIsKeptWhenItCannotBeSaved()
{
    DraftsPage page;
    QVERIFY(page.open(1));
    QVERIFY(page.desk.breakWrites());
    typeAtEnd(page, u" Dear to me"_s);
    QVERIFY(page.desk.waitShown(u"bannerClose"_s)); // it is said
    QVERIFY(!page.stored(page.ids[0]).body.endsWith(u"Dear to me"_s));
    page.presenter->load(ui::DraftShelf::open); // the list is read again meanwhile
    QVERIFY(bodyOf(page)->text().endsWith(u"Dear to me"_s));
    QVERIFY(page.desk.mendWrites());
    QVERIFY(page.desk.click(u"bannerAction"_s));
    QVERIFY(spinUntil([&] { return page.stored(page.ids[0]).body.endsWith(u"Dear to me"_s); }));
    QVERIFY(!page.desk.isShown(u"bannerClose"_s));
}

void TestDraftEditor::switchingWhileSavingFailsLosesNothing()
{
    DraftsPage page;
    QVERIFY(page.open(2));
    page.view->openDraft(page.ids[0]);
    QVERIFY(page.desk.breakWrites());
    typeAtEnd(page, u" Dear to me"_s);
    page.view->openDraft(page.ids[1]);
    QVERIFY(page.desk.waitShown(u"bannerClose"_s));
    QVERIFY(!bodyOf(page)->text().endsWith(u"Dear to me"_s));
    page.view->openDraft(page.ids[0]);
    QVERIFY(bodyOf(page)->text().endsWith(u"Dear to me"_s));
    QVERIFY(page.desk.mendWrites());
    QVERIFY(page.desk.click(u"bannerAction"_s));
    QVERIFY(spinUntil([&] { return page.stored(page.ids[0]).body.endsWith(u"Dear to me"_s); }));
}

void TestDraftEditor::aMissingAddressIsSaid()
{
    DraftsPage page;
    QVERIFY(page.desk.open() && page.desk.setSender());
    Contact contact = somebody(0);
    contact.addresses.clear();
    QVERIFY(page.desk.add({contact}));
    page.ids = page.desk.write({contact.id});
    QCOMPARE(page.ids.size(), 1);
    QVERIFY(page.show());
    QCOMPARE(page.desk.text(u"draftName"_s), u"Zoë Müller"_s);
    QVERIFY(page.desk.text(u"draftAddress"_s).startsWith(u"No email address is known"_s));
    QSignalSpy contactAsked(page.presenter.get(), &ui::DraftsPresenter::contactRequested);
    QVERIFY(page.desk.click(u"draftRecipient"_s));
    QCOMPARE(contactAsked.constFirst().at(0).toString(), contact.id);
}

void TestDraftEditor::goesBelowInANarrowWindow()
{
    DraftsPage page;
    QVERIFY(page.open(1));
    auto *gate = page.desk.child<QLabel>(u"draftGate"_s);
    const auto placeOf = [&](QWidget *widget) { return widget->mapTo(&page.desk.window(), QPoint()); };
    QVERIFY(placeOf(gate).x() > placeOf(bodyOf(page)).x() + bodyOf(page)->width());
    page.desk.window().resize(760, 700);
    QVERIFY(spinUntil(
            [&] { return placeOf(gate).y() > placeOf(bodyOf(page)).y() + bodyOf(page)->height(); }));
    QVERIFY(bodyOf(page)->width() > 250);
}
