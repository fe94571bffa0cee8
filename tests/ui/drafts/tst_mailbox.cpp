// SPDX-License-Identifier: GPL-3.0-or-later
// Gmail on the Drafts page, against the stand-in.
#include "page.h"
#include "tests.h"

#include "flows/answersflow.h"
#include "flows/gmailflow.h"
#include "flows/sendqueue.h"
#include "support/gmailbox.h"
#include "support/plainrequest.h"
#include "support/spin.h"
#include "ui/support/album.h"
#include "ui/support/reach.h"

#include <QApplication>
#include <QDialog>
#include <QPushButton>
#include <QSignalSpy>
#include <QTimer>

using namespace crema;
using namespace crema::test;
using namespace Qt::StringLiterals;

namespace {

/// The page with a mailbox connected, or to connect.
struct MailPage : DraftsPage
{
    GmailBox box;

    bool begin(int people, bool connects = true)
    {
        Deployment deployment;
        deployment.google = box.client();
        deployment.sending.undoSeconds = 1;
        deployment.sending.secondsBetween = 0;
        if (!box.isRunning() || !desk.open(deployment) || !desk.setSender()) {
            return false;
        }
        std::vector<Contact> contacts;
        QStringList contactIds;
        for (int i = 0; i < people; ++i) {
            contacts.push_back(somebody(i));
            contactIds << contacts.back().id;
        }
        if (!desk.add(contacts)) {
            return false;
        }
        ids = desk.write(contactIds);
        return ids.size() == people && (!connects || connect()) && show();
    }
    bool connect()
    {
        const auto browser = [](const QUrl &url) {
            QTimer::singleShot(0, qApp, [url] {
                const PlainReply there = plainRequest("GET", url);
                (void)plainRequest("GET", there.location);
            });
            return true;
        };
        return await(flows::connectGmail(&desk.services(), {}, browser, {})).has_value();
    }
    flows::SendMark mark(int i)
    {
        return flows::sendMarkOf(desk.services().reader, ids[i]).value_or(flows::SendMark {});
    }
    bool take(ui::MailStep step)
    {
        const QString button = u"mailStep%1"_s.arg(static_cast<int>(step));
        return desk.waitShown(button) && desk.click(button);
    }
    /// It was sent, and the list has heard of it.
    bool leavesTheShelf(int i)
    {
        return spinUntil([&] {
            return stored(ids[i]).state == u"sent"_s && list()->model()->rowCount() == ids.size() - 1;
        });
    }
    QString line() { return desk.isShown(u"mailLine"_s) ? desk.text(u"mailLine"_s) : QString(); }
};

#define WITH_PAGE(page, people, connects)                                                                    \
    MailPage page;                                                                                           \
    if (!page.box.isRunning()) {                                                                             \
        QSKIP("python3 is not installed; it runs the stand-in for Gmail");                                   \
    }                                                                                                        \
    QVERIFY(page.begin(people, connects))

} // namespace

void TestMailbox::withoutGmailTheMailProgramComesFirst()
{
    WITH_PAGE(page, 1, false);
    QVERIFY(!page.run(u"send"_s));
    QVERIFY(!page.run(u"push"_s));
    QCOMPARE(page.desk.action(u"drafts.open"_s)->priority(), QAction::HighPriority);
    bool asked = false;
    QObject::connect(page.view, &ui::DraftsView::gmailRequested, page.view, [&asked] { asked = true; });
    QVERIFY(page.run(u"connectGmail"_s));
    QVERIFY(asked);
    QCOMPARE(page.line(), QString());
}

void TestMailbox::putsEmailsIntoGmail()
{
    WITH_PAGE(page, 2, true);
    QCOMPARE(page.desk.action(u"drafts.send"_s)->priority(), QAction::HighPriority);
    page.list()->selectAll();
    QVERIFY(page.run(u"push"_s));
    QVERIFY(spinUntil([&] { return page.box.drafts().size() == 2; }));
    QVERIFY(spinUntil([&] { return page.line().contains(u"sam.student@example.edu"_s); }));
    QVERIFY(spinUntil([&] {
        return page.stored(page.ids[0]).state == u"pushed"_s && page.stored(page.ids[1]).state == u"pushed"_s;
    }));
}

void TestMailbox::sendsAndTellsHowItStands()
{
    WITH_PAGE(page, 1, true);
    flows::SendQueue queue(page.desk.services());
    const QSignalSpy queued(&page.view->mailbox(), &ui::MailboxPresenter::queued);
    QVERIFY(page.run(u"send"_s));
    QVERIFY(page.desk.waitShown(u"sendConfirm"_s));
    if (auto *atNight = page.desk.child<QAbstractButton>(u"sendAtNight"_s); atNight->isVisible()) {
        atNight->click();
    }
    QVERIFY(page.desk.click(u"sendConfirm"_s));
    QVERIFY(spinUntil([&] { return page.line().contains(u"in a moment"_s); }));
    QVERIFY(spinUntil([&] { return queued.count() == 1; }));
    queue.start(); // not before it was seen: a busy machine may take longer than the moment
    QVERIFY(spinUntil([&] { return page.box.sent().size() == 1; }, std::chrono::seconds(20)));
    QVERIFY(page.leavesTheShelf(0));
    page.view->openDraft(page.ids[0]);
    QVERIFY(spinUntil([&] { return page.line().startsWith(u"Sent on"_s); }));
    QVERIFY(!page.desk.action(u"drafts.send"_s)->isEnabled());

    page.box.answer(page.mark(0).threadId, {{"text", "Does Tuesday work?"}});
    QVERIFY(await(flows::checkAnswers(&page.desk.services(), {}, {}, {})).has_value());
    QVERIFY2(spinUntil([&] { return page.line().contains(u"Answered on"_s); }), qPrintable(page.line()));
    QVERIFY(page.run(u"conversation"_s));
    QVERIFY(page.desk.waitShown(u"conversationSubject"_s));
    QVERIFY(spinUntil([&] { return page.desk.allText().contains(u"Does Tuesday work?"_s); }));
    QVERIFY(spinUntil([&] { return page.desk.child<QPushButton>(u"conversationAnswer"_s)->isEnabled(); }));
    QVERIFY(page.desk.click(u"conversationAnswer"_s));
    QVERIFY(spinUntil([&] { return page.body()->text().contains(u"Thank you for your answer."_s); }));
}

void TestMailbox::canBeTakenBack()
{
    WITH_PAGE(page, 1, true);
    const ui::SendChoice choice {page.ids, {}, QDateTime::currentDateTimeUtc().addSecs(3600), true};
    page.view->mailbox().send(choice);
    QVERIFY(spinUntil([&] { return page.line().contains(u"while Crema is open"_s); }));
    const auto status = [&page] {
        return page.list()
                ->currentIndex()
                .data(static_cast<int>(ui::DraftListModel::Role::status))
                .toString();
    };
    QVERIFY(spinUntil([&] { return status() == u"scheduled"_s; })); // the list follows in its own time
    QVERIFY(page.take(ui::MailStep::takeBack));
    QVERIFY(spinUntil([&] { return page.line().isEmpty(); }));
    QVERIFY(spinUntil([&] { return status().isEmpty(); }));
    QCOMPARE(page.box.sent().size(), 0);
}

void TestMailbox::whatNobodyKnowsIsAsked()
{
    WITH_PAGE(page, 1, true);
    flows::SendMark mark;
    mark.state = flows::SendState::unknown;
    mark.reason = u"Nobody can tell."_s;
    mark.at = u"2026-03-02T09:00:00Z"_s;
    store::Operation operation;
    flows::note(operation, page.ids[0], mark);
    QVERIFY(await(page.desk.services().store.apply(operation)).has_value());
    page.list()->clearSelection();
    Q_EMIT page.view->mailbox().changed();
    QVERIFY(spinUntil([&] { return page.line() == u"Nobody can tell."_s; }));
    QVERIFY(page.take(ui::MailStep::wasSent));
    QVERIFY(page.leavesTheShelf(0));
    page.view->openDraft(page.ids[0]);
    QVERIFY(spinUntil([&] { return page.line().startsWith(u"Sent on"_s); }));
}

void TestMailbox::everythingHasANameAndIsReached()
{
    WITH_PAGE(page, 2, true);
    QCOMPARE(unreachedByTab(&page.desk.window()).join(u' '), QString());
    QCOMPARE(namelessFaces(&page.desk.window()).join(u' '), QString());
    QVERIFY(page.run(u"send"_s));
    QVERIFY(page.desk.waitShown(u"sendConfirm"_s));
    auto *dialog = page.desk.child<QDialog>(u"sendDialog"_s);
    QCOMPARE(namelessFaces(dialog).join(u' '), QString());
    dialog->close();
}

/// Not a check: with CREMA_PICTURES=DIR it pictures the states for whoever looks at them.
void TestMailbox::inPictures()
{
    const QString folder = qEnvironmentVariable("CREMA_PICTURES");
    if (folder.isEmpty()) {
        QSKIP("CREMA_PICTURES names no folder.");
    }
    for (const auto &[scheme, word] : {std::pair(ui::SchemeChoice::light, u"mail-light"_s),
                                       std::pair(ui::SchemeChoice::dark, u"mail-dark"_s)}) {
        WITH_PAGE(page, 6, true);
        page.desk.theme().setChoice(scheme);
        const Album album(folder, word);
        QVERIFY(await(flows::pushDrafts(&page.desk.services(), {page.ids[5]}, {}, {})).has_value());
        page.view->openDraft(page.ids[5]);
        album.keep(page.desk.window(), u"pushed"_s);
        page.view->mailbox().send({{page.ids[3]}, {}, QDateTime::currentDateTimeUtc().addDays(1), true});
        page.view->openDraft(page.ids[3]);
        QVERIFY(spinUntil([&] { return page.line().contains(u"while Crema is open"_s); }));
        album.keep(page.desk.window(), u"scheduled"_s);
        QVERIFY(page.run(u"send"_s));
        settle();
        album.keep(*page.desk.child<QDialog>(u"sendDialog"_s), u"send"_s);
        page.desk.child<QDialog>(u"sendDialog"_s)->close();
        QVERIFY(await(flows::sendDraft(&page.desk.services(), {page.ids[4], {}, false}, {})).has_value());
        page.box.answer(page.mark(4).threadId,
                        {{"text",
                          "Happy to talk. Does Tuesday at 3 work?\r\n\r\nOn Tue, 3 Mar 2026 at 10:00, Sam "
                          "<s@x.example> wrote:\r\n> Hi Ana"}});
        QVERIFY(await(flows::checkAnswers(&page.desk.services(), {}, {}, {})).has_value());
        page.view->openDraft(page.ids[4]);
        settle();
        album.keep(page.desk.window(), u"answered"_s);
        QVERIFY(page.run(u"conversation"_s));
        QVERIFY(spinUntil([&] { return page.desk.allText().contains(u"Tuesday at 3"_s); }));
        settle();
        album.keep(*page.desk.child<QDialog>(u"conversationDialog"_s), u"conversation"_s);
        page.desk.child<QDialog>(u"conversationDialog"_s)->close();
    }
}
