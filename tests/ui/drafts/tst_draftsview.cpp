// SPDX-License-Identifier: GPL-3.0-or-later
#include "page.h"
#include "tests.h"

#include "flows/profileflow.h"
#include "flows/resumeflow.h"
#include "support/spin.h"
#include "support/support.h"
#include "ui/common/segmentedcontrol.h"
#include "ui/drafts/draftmarks.h"
#include "ui/support/reach.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace crema;
using test::somebody;
using test::spinUntil;

namespace {

/// Stands where the system's mail program does: takes the files that are opened.
class MailProgram final : public QObject
{
    Q_OBJECT

public:
    MailProgram() { QDesktopServices::setUrlHandler(u"file"_s, this, "take"); }
    ~MailProgram() override { QDesktopServices::unsetUrlHandler(u"file"_s); }

    QByteArray mail;

public Q_SLOTS:
    void take(const QUrl &url)
    {
        QFile file(url.toLocalFile());
        if (file.open(QIODevice::ReadOnly)) {
            mail = file.readAll();
        }
    }
};

bool addResume(DraftsPage &page)
{
    QFile file(page.desk.file(u"resume.txt"_s));
    if (!file.open(QIODevice::WriteOnly)) {
        return false;
    }
    file.write("Robin Sample\nUniversity of Michigan\nExperience\nAnalyst, Harbour Bank, 2024\n");
    file.close();
    return test::await(flows::setResume(&page.desk.services(), file.fileName(), {})).has_value();
}

} // namespace

void TestDraftsView::emptyPageSaysWhatToDo()
{
    DraftsPage page;
    QVERIFY(page.open(0));
    QVERIFY(page.desk.allText().contains(u"Nothing written yet"_s));
    QVERIFY(!page.desk.isShown(u"draftList"_s));
    QVERIFY(!page.desk.isShown(u"drafts.open.button"_s));
    QSignalSpy find(page.view, &ui::DraftsView::findRequested);
    QVERIFY(page.desk.click(u"emptyPrimary"_s));
    QCOMPARE(find.size(), 1);
}

void TestDraftsView::writesAndOpensTheFirst()
{
    DraftsPage page;
    QVERIFY(page.open(0));
    QVERIFY(page.desk.add({somebody(0), somebody(1)}));
    QSignalSpy toast(page.presenter.get(), &ui::DraftsPresenter::toast);
    page.presenter->writeTo({u"p0"_s, u"p1"_s}, u"first"_s);
    QVERIFY(page.desk.isShown(u"busyCancel"_s));
    QVERIFY(spinUntil(
            [&] { return page.list()->model()->rowCount() == 2 && !page.desk.isShown(u"busyCancel"_s); }));
    QCOMPARE(toast.constFirst().at(0).toString(), u"2 emails written"_s);
    QVERIFY(page.desk.isShown(u"draftBody"_s));
    QVERIFY(page.list()->currentIndex().isValid());
}

void TestDraftsView::thoseLeftOutAreNamed()
{
    DraftsPage page;
    QVERIFY(page.open(0));
    Contact nameless;
    nameless.id = u"n"_s;
    addPoint(nameless.addresses, u"work"_s, u"info@firm.example"_s);
    QVERIFY(page.desk.add({somebody(0), nameless}));
    page.presenter->writeTo({u"p0"_s, u"n"_s}, u"first"_s);
    QVERIFY(page.desk.waitShown(u"bannerClose"_s));
    QVERIFY(page.desk.allText().contains(u"Left out: 1 person"_s));
    QVERIFY(page.desk.allText().contains(u"no name to greet"_s));
}

void TestDraftsView::cancelStopsWriting()
{
    DraftsPage page;
    QVERIFY(page.open(0));
    QVERIFY(page.desk.add({somebody(0), somebody(1)}));
    page.presenter->writeTo({u"p0"_s, u"p1"_s}, u"first"_s);
    QVERIFY(page.desk.click(u"busyCancel"_s));
    QVERIFY(!page.desk.isShown(u"busyCancel"_s));
    QVERIFY(spinUntil([&] {
        const auto jobs = page.desk.services().reader.jobs(true);
        return jobs && jobs->isEmpty();
    }));
    QCOMPARE(page.desk.services().reader.drafts().value_or(QVector<Draft>(1)).size(), 0);
    QVERIFY(!page.desk.isShown(u"bannerClose"_s)); // what the user did is no error
}

void TestDraftsView::mailProgramGetsWhatWasJustTyped()
{
    DraftsPage page;
    QVERIFY(page.open(2));
    MailProgram program;
    page.view->openDraft(page.ids[0]);
    auto *subject = page.desk.child<QLineEdit>(u"draftSubject"_s);
    subject->setFocus();
    subject->selectAll();
    QTest::keyClicks(subject, u"One question about your work"_s);
    QTest::keyClick(subject, Qt::Key_Return, Qt::ControlModifier); // long before the saving pause is over
    QVERIFY(spinUntil([&] { return !program.mail.isEmpty(); }));
    QVERIFY2(program.mail.contains("Subject: One question about your work"),
             program.mail.left(600).constData());
    QCOMPARE(page.stored(page.ids[0]).state, u"handed_off"_s);
    QCOMPARE(page.stored(page.ids[0]).subject, u"One question about your work"_s);
    QVERIFY(spinUntil([&] { return page.list()->model()->rowCount() == 1; })); // it left the open shelf
}

void TestDraftsView::noMailProgramIsSaid()
{
    DraftsPage page;
    QVERIFY(page.open(1));
    // Offscreen there is no program that opens files.
    QVERIFY(page.desk.click(u"drafts.open.button"_s));
    QVERIFY(page.desk.waitShown(u"bannerClose"_s));
    QVERIFY(page.desk.allText().contains(u"No mail program opened"_s));
    const QString outbox = page.desk.services().workspace.folder() + u"/outbox"_s;
    QVERIFY(page.desk.allText().contains(outbox));
    QCOMPARE(QDir(outbox).entryList({u"*.eml"_s}).size(), 1);
}

void TestDraftsView::heldDraftDoesNotLeave()
{
    DraftsPage page;
    QVERIFY(page.open(1));
    MailProgram program;
    auto *subject = page.desk.child<QLineEdit>(u"draftSubject"_s);
    subject->setFocus();
    subject->selectAll();
    QTest::keyClicks(subject, u"Hi"_s);
    QVERIFY(page.desk.click(u"drafts.open.button"_s));
    QVERIFY(page.desk.waitShown(u"bannerClose"_s));
    QVERIFY2(page.desk.allText().contains(u"Held back: 1 email"_s), qUtf8Printable(page.desk.allText()));
    QVERIFY(program.mail.isEmpty());
    QCOMPARE(page.stored(page.ids[0]).state, u"draft"_s);
}

void TestDraftsView::filesAreWrittenForTheChosen()
{
    DraftsPage page;
    QVERIFY(page.open(3));
    page.list()->setFocus();
    page.list()->setCurrentIndex(page.list()->model()->index(0, 0));
    QTest::keyClick(page.list(), Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(page.desk.click(u"drafts.export.button"_s));
    auto *dialog = page.desk.child<QFileDialog>(u"draftExportDialog"_s);
    QVERIFY(dialog != nullptr);
    const QString folder = page.desk.file(u"mails"_s);
    QVERIFY(QDir().mkpath(folder));
    dialog->selectFile(folder);
    QSignalSpy toast(page.presenter.get(), &ui::DraftsPresenter::toast);
    QMetaObject::invokeMethod(dialog, "accept");
    QVERIFY(spinUntil([&] { return toast.size() == 1; }));
    QCOMPARE(toast.constFirst().at(0).toString(), u"2 emails written as files"_s);
    QCOMPARE(QDir(folder).entryList({u"*.eml"_s}).size(), 2);
}

void TestDraftsView::copies()
{
    DraftsPage page;
    QVERIFY(page.open(1));
    QVERIFY(page.desk.click(u"drafts.copy.button"_s));
    const QString copied = QApplication::clipboard()->text();
    QVERIFY(copied.contains(page.stored(page.ids[0]).subject));
    QVERIFY(copied.contains(u"Zoë"_s));
}

void TestDraftsView::attachesTheResume()
{
    DraftsPage page;
    QVERIFY(page.open(1));
    QVERIFY(page.desk.isShown(u"draftNoResume"_s)); // what to do first
    QVERIFY(!page.desk.isShown(u"draftResume"_s));
    QVERIFY(addResume(page));
    page.desk.closeView();
    QVERIFY(page.show());
    MailProgram program;
    auto *attach = page.desk.child<QCheckBox>(u"draftResume"_s);
    QVERIFY(attach->isVisible());
    attach->setFocus();
    QTest::keyClick(attach, Qt::Key_Space);
    QVERIFY(spinUntil([&] { return !page.stored(page.ids[0]).resumeId.isEmpty(); }));
    QVERIFY(attach->isChecked());
    QVERIFY(page.desk.click(u"drafts.open.button"_s));
    QVERIFY(spinUntil([&] { return !program.mail.isEmpty(); }));
    QVERIFY(program.mail.contains("resume.txt"));
}

void TestDraftsView::shelves()
{
    DraftsPage page;
    QVERIFY(page.open(2));
    MailProgram program;
    page.view->openDraft(page.ids[0]);
    QVERIFY(page.desk.click(u"drafts.open.button"_s));
    QVERIFY(spinUntil([&] { return page.list()->model()->rowCount() == 1; }));
    auto *shelf = page.desk.child<ui::SegmentedControl>(u"draftShelf"_s);
    const auto buttons = shelf->findChildren<QAbstractButton *>();
    QCOMPARE(buttons[0]->text(), u"Open  1"_s);
    QCOMPARE(buttons[1]->text(), u"Gone out  1"_s);
    QTest::mouseClick(buttons[1], Qt::LeftButton);
    QCOMPARE(page.list()->model()->rowCount(), 1);
    QCOMPARE(
            page.list()->model()->index(0, 0).data(static_cast<int>(ui::DraftListModel::Role::id)).toString(),
            page.ids[0]);
    page.view->openDraft(page.ids[1]); // one of another shelf
    QCOMPARE(page.list()->model()->rowCount(), 2);
    QCOMPARE(page.list()->currentIndex().data(static_cast<int>(ui::DraftListModel::Role::id)).toString(),
             page.ids[1]);
}

void TestDraftsView::deletesByKeyAndOnlyInTheList()
{
    DraftsPage page;
    QVERIFY(page.open(2));
    auto *body = page.desk.child<ui::MarkedTextEdit>(u"draftBody"_s);
    body->setFocus();
    QTest::keyClick(body, Qt::Key_Home, Qt::ControlModifier);
    QTest::keyClick(body, Qt::Key_Delete);
    QCOMPARE(page.list()->model()->rowCount(), 2);
    page.list()->setFocus();
    page.list()->setCurrentIndex(page.list()->model()->index(0, 0));
    QSignalSpy toast(page.presenter.get(), &ui::DraftsPresenter::toast);
    QTest::keyClick(page.list(), Qt::Key_Delete);
    QVERIFY(spinUntil([&] { return page.list()->model()->rowCount() == 1 && toast.size() == 1; }));
    QVERIFY(!toast.constFirst().at(1).toString().isEmpty()); // can be undone
    QVERIFY(!page.desk.isShown(u"bannerClose"_s)); // no error about the draft that is gone
    QVERIFY(page.list()->currentIndex().isValid());
    VERIFY_OK(test::await(page.desk.services().store.undo()));
    QVERIFY(spinUntil([&] { return page.list()->model()->rowCount() == 2; }));
}

void TestDraftsView::whatIsBeingTypedIsHandedOver()
{
    DraftsPage page;
    QVERIFY(page.open(1));
    page.view->openDraft(page.ids[0]);
    page.typeAtEnd(u" Đến hẹn."_s);
    page.view->handOver(); // as when the window closes
    QVERIFY(page.view->awaitsAnswer());
    QVERIFY(spinUntil([&] { return !page.view->awaitsAnswer(); }));
    QVERIFY(page.stored(page.ids[0]).body.contains(u"Đến hẹn."_s));
    QVERIFY(page.view->refused().isEmpty());
}

void TestDraftsView::followUpIsWritten()
{
    DraftsPage page;
    QVERIFY(page.open(1));
    MailProgram program;
    QVERIFY(page.desk.click(u"drafts.open.button"_s));
    QVERIFY(spinUntil([&] { return page.list()->model()->rowCount() == 0; }));
    QVERIFY(page.desk.allText().contains(u"The other shelves hold 1 email."_s));
    page.view->openDraft(page.ids[0]);
    QAction *followUp = page.desk.action(u"drafts.followUp"_s);
    QVERIFY(followUp != nullptr && followUp->isEnabled());
    followUp->trigger();
    QVERIFY(spinUntil([&] {
        const auto drafts = page.desk.services().reader.drafts();
        return drafts && drafts->size() == 2 && drafts->constFirst().kind == "follow_up"_L1;
    }));
}

void TestDraftsView::everyControlIsNamedAndReached()
{
    DraftsPage page;
    QVERIFY(page.open(2));
    QCOMPARE(test::unreachedByTab(&page.desk.window()).join(u' '), QString());
    QCOMPARE(test::namelessFaces(&page.desk.window()).join(u' '), QString());
    auto *subject = page.desk.child<QLineEdit>(u"draftSubject"_s);
    subject->setFocus();
    subject->selectAll();
    QTest::keyClicks(subject, u"Hi"_s);
    QVERIFY(page.desk.waitShown(u"finding0"_s));
    QCOMPARE(test::unreachedByTab(&page.desk.window()).join(u' '), QString());
    QCOMPARE(test::namelessFaces(&page.desk.window()).join(u' '), QString());
    QTest::keyClick(subject, Qt::Key_Down, Qt::AltModifier); // to the next email without leaving the text
    QCOMPARE(page.list()->currentIndex().row(), 1);
}

#include "tst_draftsview.moc"
