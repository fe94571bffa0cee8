// SPDX-License-Identifier: GPL-3.0-or-later
#include "page.h"
#include "tests.h"

#include "flows/modelserver.h"
#include "flows/writeflow.h"
#include "support/modelserver.h"
#include "support/spin.h"
#include "ui/common/busybar.h"
#include "ui/common/promptdialog.h"
#include "ui/drafts/tryoutdialog.h"

#include <QContextMenuEvent>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

#include <algorithm>

using namespace crema;
using namespace crema::test;
using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<ModelServer> stand;

/// From now on this model writes.
bool choose(DraftsPage &page, const QString &model)
{
    auto &services = page.desk.services();
    return await(flows::setModelServer(&services, stand->baseUrl().toString(), model))
            && await(flows::setPreferredWriter(&services, QString(flows::modelWriter)));
}

} // namespace

void TestDraftModel::initTestCase()
{
    stand = std::make_unique<ModelServer>();
    if (!stand->isRunning()) {
        QSKIP("There is no /usr/bin/python3 for the stand-in of the model server.");
    }
}

void TestDraftModel::cleanupTestCase()
{
    stand.reset();
}

void TestDraftModel::aRewriteIsShownAsItComes()
{
    DraftsPage page;
    QVERIFY(page.open(1));
    QVERIFY(choose(page, u"slow"_s));
    const QString before = page.stored(page.ids[0]).body;
    // Looked at when a piece comes: on a busy machine all of them may be there before the test goes on.
    int pieces = 0;
    bool isLocked = false;
    bool isStillLocked = false;
    QString shown;
    QObject::connect(page.presenter.get(), &ui::DraftsPresenter::coming, page.view, [&] {
        if (++pieces == 2) {
            isLocked = page.body()->isReadOnly();
            shown = page.body()->text();
            page.presenter->load(ui::DraftShelf::open); // a list that is read anew unlocks nothing
            isStillLocked = page.body()->isReadOnly();
        }
    });
    QVERIFY(page.run(u"another"_s));
    QVERIFY(spinUntil([&] { return pieces >= 2; }));
    QVERIFY(isLocked);
    QVERIFY(shown != before);
    QVERIFY(isStillLocked);
    QVERIFY(spinUntil([&] { return page.stored(page.ids[0]).writer == u"slow"_s; }));
    QVERIFY(spinUntil([&] { return !page.body()->isReadOnly(); }));
    QCOMPARE(page.body()->text(), page.stored(page.ids[0]).body);
}

// Cancelled or failed, the email is as it was, and can be edited.
void TestDraftModel::theTextStaysWhenItDoesNotWork_data()
{
    QTest::addColumn<QString>("model");
    QTest::newRow("no credit") << u"quota"_s;
    QTest::newRow("broken off") << u"break-1500"_s;
    QTest::newRow("cancelled") << u"slow"_s;
}

void TestDraftModel::theTextStaysWhenItDoesNotWork()
{
    QFETCH(QString, model);
    DraftsPage page;
    QVERIFY(page.open(1));
    QVERIFY(choose(page, model));
    const QString before = page.stored(page.ids[0]).body;
    QSignalSpy ended(page.presenter.get(), &ui::DraftsPresenter::writingEnded);
    QSignalSpy coming(page.presenter.get(), &ui::DraftsPresenter::coming);
    QVERIFY(page.run(u"another"_s));
    if (model == u"slow"_s) {
        QVERIFY(spinUntil([&] { return coming.size() >= 1; }));
        page.presenter->cancelWriting();
    }
    QVERIFY(spinUntil([&] { return !ended.isEmpty() && !page.body()->isReadOnly(); }));
    QCOMPARE(page.body()->text(), before);
    QCOMPARE(page.stored(page.ids[0]).body, before);
    page.typeAtEnd(u" More."_s);
    QVERIFY(page.body()->text().contains(u"More."_s));
}

void TestDraftModel::thePromptIsShownAndNothingLeaves()
{
    DraftsPage page;
    QVERIFY(page.open(1));
    stand->reset();
    QVERIFY(page.run(u"prompt"_s));
    QVERIFY(spinUntil([&] { return page.view->findChild<ui::PromptDialog *>() != nullptr; }));
    const auto *dialog = page.view->findChild<ui::PromptDialog *>();
    const QString text = dialog->findChild<QPlainTextEdit *>(u"promptText"_s)->toPlainText();
    QVERIFY(text.contains(page.desk.services().reader.contact(page.stored(page.ids[0]).contactId)->lastName));
    QCOMPARE(stand->requests(), 0);
}

void TestDraftModel::thePromptOfASentence()
{
    DraftsPage page;
    QVERIFY(page.open(1));
    QVERIFY(choose(page, u"good"_s));
    stand->reset();
    QTextCursor cursor = page.body()->textCursor();
    cursor.setPosition(static_cast<int>(page.body()->text().indexOf(u"\n\n"_s)) + 4);
    page.body()->setTextCursor(cursor);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
    QCoreApplication::sendEvent(page.body(), &event);
    auto *menu = page.body()->findChild<QMenu *>(u"draftTextMenu"_s);
    QVERIFY(menu != nullptr);
    auto *show = menu->findChild<QAction *>(u"sentencePrompt"_s);
    QVERIFY(show != nullptr);
    show->trigger();
    menu->close();
    QVERIFY(spinUntil([&] { return page.view->findChild<ui::PromptDialog *>() != nullptr; }));
    const auto *dialog = page.view->findChild<ui::PromptDialog *>();
    const QString text = dialog->findChild<QPlainTextEdit *>(u"promptText"_s)->toPlainText();
    QVERIFY2(text.contains(u"\"sentence\""_s), qPrintable(text));
    QCOMPARE(stand->requests(), 0);
}

void TestDraftModel::aCancelledBatchLeavesNoBusyBar()
{
    DraftsPage page;
    QVERIFY(page.open(3));
    QVERIFY(choose(page, u"slow"_s));
    QStringList people;
    for (const QString &id : std::as_const(page.ids)) {
        people << page.stored(id).contactId;
    }
    auto *busy = page.view->findChild<ui::BusyBar *>();
    QVERIFY(busy != nullptr);
    stand->reset();
    page.presenter->writeTo(people, u"follow_up"_s);
    QVERIFY(spinUntil([&] { return stand->requests() > 0; }));
    QVERIFY(!busy->isHidden());
    page.presenter->cancelWriting();
    QVERIFY(spinUntil([&] { return !page.desk.services().reader.jobs()->isEmpty(); }));
    const auto isOver = [&] {
        return std::ranges::none_of(*page.desk.services().reader.jobs(), [](const store::JobRow &job) {
            return job.state == "running"_L1 || job.state == "queued"_L1;
        });
    };
    QVERIFY(spinUntil(isOver));
    QTest::qWait(50);
    QVERIFY(busy->isHidden());
}

void TestDraftModel::aTryOutKeepsNothing()
{
    DraftsPage page;
    QVERIFY(page.open(2));
    QVERIFY(choose(page, u"partly"_s));
    flows::WriteOrder order;
    order.contactIds = {page.stored(page.ids[0]).contactId, page.stored(page.ids[1]).contactId};
    order.writer = flows::modelWriter;
    order.kind = u"follow_up"_s;
    const auto drafts = page.desk.services().reader.drafts()->size();
    auto *dialog = new ui::TryOutDialog(page.desk.services(), order, page.view);
    QObject::connect(dialog, &ui::TryOutDialog::keepRequested, page.presenter.get(),
                     &ui::DraftsPresenter::keep);
    dialog->open();
    auto *list = dialog->findChild<QListWidget *>(u"tryOutList"_s);
    QVERIFY(spinUntil([&] { return list->count() == 2; }));
    const QString read = dialog->findChild<QPlainTextEdit *>(u"tryOutBody"_s)->toPlainText();
    QVERIFY(!read.isEmpty());
    QCOMPARE(page.desk.services().reader.drafts()->size(), drafts);
    dialog->findChild<QPushButton *>(u"tryOutWrite"_s)->click();
    // What was read is what is kept.
    const qint64 requests = stand->requests();
    QSignalSpy opened(page.presenter.get(), &ui::DraftsPresenter::openRequested);
    QVERIFY(spinUntil([&] { return opened.size() == 1; }));
    QCOMPARE(page.stored(opened[0][0].toString()).body, read);
    QCOMPARE(page.desk.services().reader.drafts()->size(), drafts + 2);
    QCOMPARE(stand->requests(), requests);
}
