// SPDX-License-Identifier: GPL-3.0-or-later
#include "chats.h"
#include "tests.h"

#include "flows/prepflow.h"
#include "support/spin.h"
#include "support/support.h"
#include "ui/common/busybar.h"
#include "ui/common/pdfview.h"
#include "ui/common/segmentedcontrol.h"
#include "ui/preps/prepsview.h"
#include "ui/support/reach.h"
#include "ui/support/workdesk.h"

#include <QAbstractButton>
#include <QAction>
#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QListView>
#include <QPdfDocument>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace crema;
using test::Chats;
using test::somebody;
using test::spinUntil;
using test::WorkDesk;

namespace {

QString textOf(const QString &pdfFile)
{
    QPdfDocument document;
    if (document.load(pdfFile) != QPdfDocument::Error::None) {
        return {};
    }
    QString text;
    for (int page = 0; page < document.pageCount(); ++page) {
        text += document.getAllText(page).text();
    }
    return text.simplified();
}

/// What was just shown gets its height with the next event, and takes no click before.
bool canBeClicked(const QAbstractButton *button)
{
    return spinUntil([button] { return button->isVisible() && button->height() > 0; });
}

} // namespace

void TestPrepsView::emptyPageSaysWhatToDo()
{
    Chats chats;
    QVERIFY(chats.openEmpty());
    QVERIFY(chats.desk.allText().contains(u"No coffee chats prepared"_s));
    QVERIFY(!chats.desk.isShown(u"preps.export.button"_s));
    QSignalSpy contacts(chats.view, &ui::PrepsView::contactsRequested);
    QVERIFY(chats.desk.click(u"emptyPrimary"_s));
    QCOMPARE(contacts.size(), 1);
}

void TestPrepsView::preparesWithItsStagesAndOpens()
{
    Chats chats;
    QVERIFY(chats.openEmpty());
    QStringList stages;
    QObject::connect(chats.presenter.get(), &ui::PrepsPresenter::preparing, chats.view,
                     [&](const QString &stage) { stages << stage; });
    QSignalSpy toast(chats.presenter.get(), &ui::PrepsPresenter::toast);
    chats.presenter->prepare(u"p1"_s);
    QVERIFY(chats.desk.isShown(u"busyCancel"_s));
    QVERIFY(spinUntil([&] { return toast.size() == 1; }));
    QVERIFY(!chats.desk.isShown(u"busyCancel"_s));
    QVERIFY(stages.contains(u"Reading what is known about the person"_s));
    QVERIFY(stages.contains(u"Laying out the PDF"_s));
    QVERIFY(spinUntil([&] { return chats.pdf()->isLoaded(); }));
    QCOMPARE(chats.list()->currentIndex().data().toString(), u"太郎 山田"_s);
    QVERIFY(chats.question(0)->isVisible());
    QVERIFY(!chats.question(0)->accessibleName().isEmpty());
}

void TestPrepsView::cancelLeavesNoHalf()
{
    Chats chats;
    QVERIFY(chats.openEmpty());
    for (int round = 0; round < 2; ++round) {
        chats.presenter->prepare(u"p1"_s);
        QVERIFY(chats.desk.click(u"busyCancel"_s)); // the second time as well
        QVERIFY(!chats.desk.isShown(u"busyCancel"_s));
        QVERIFY(spinUntil([&] {
            const auto jobs = chats.desk.services().reader.jobs(true);
            return jobs && jobs->isEmpty();
        }));
    }
    QVERIFY(spinUntil([&] {
        const auto preps = chats.desk.services().reader.preps();
        return preps
                && std::ranges::all_of(*preps, [](const Prep &prep) { return prep.status == "failed"_L1; });
    }));
}

void TestPrepsView::thePdfIsTurnedZoomedAndSearched()
{
    Chats chats;
    QVERIFY(chats.open());
    auto *page = chats.desk.child<QSpinBox>(u"pdf.page"_s);
    QVERIFY(page->width() >= page->minimumSizeHint().width()); // the number can be read
    QCOMPARE(page->maximum(), chats.pdf()->canvas().pageCount());
    const double before = chats.pdf()->canvas().zoom();
    QVERIFY(chats.desk.click(u"pdf.zoomIn"_s));
    QVERIFY(chats.pdf()->canvas().zoom() > before);
    QVERIFY(chats.desk.click(u"pdf.fitWidth"_s));
    QCOMPARE(chats.pdf()->canvas().zoom(), before);
    QVERIFY(chats.desk.click(u"pdf.search"_s));
    auto *find = chats.desk.child<QLineEdit>(u"pdf.find"_s);
    QVERIFY(find->hasFocus());
    QTest::keyClicks(find, u"consultant"_s);
    QVERIFY(spinUntil([&] { return chats.pdf()->hitCount() > 0; }));
    QVERIFY(chats.desk.text(u"pdf.findCount"_s).startsWith(u"1 of "_s));
    find->selectAll();
    QTest::keyClicks(find, u"xyzzy"_s);
    QVERIFY(spinUntil([&] { return chats.desk.text(u"pdf.findCount"_s) == u"Not found"_s; }));
    QTest::keyClick(find, Qt::Key_Escape);
    QVERIFY(!find->isVisible());
}

void TestPrepsView::ticksAreSavedAndKeepTheFocus()
{
    Chats chats;
    QVERIFY(chats.open());
    chats.pdf()->canvas().verticalScrollBar()->setValue(90);
    chats.question(1)->setFocus();
    QTest::keyClick(chats.question(1), Qt::Key_Space);
    QCOMPARE(chats.desk.text(u"prepProgress"_s), u"1 of %1 asked"_s.arg(chats.stored().questions.size()));
    const QString pdfBefore = chats.stored().pdfFile;
    QSignalSpy loaded(chats.pdf(), &ui::PdfView::loaded);
    QVERIFY(spinUntil([&] { return chats.stored().questions[1].asked && !loaded.isEmpty(); }));
    QVERIFY(chats.stored().pdfFile != pdfBefore);
    QVERIFY(chats.question(1)->hasFocus()); // to go on with the keyboard
    QCOMPARE(chats.pdf()->canvas().verticalScrollBar()->value(), 90); // the reader's place stays
}

void TestPrepsView::notesAreSavedWhenThePageGoes()
{
    Chats chats;
    QVERIFY(chats.open());
    chats.type(u"Likes sailing"_s);
    chats.desk.closeView(); // before the pause is over
    QVERIFY(spinUntil([&] { return chats.stored().notes == u"Likes sailing"_s; }));
}

void TestPrepsView::notesNeverGoBackToAnOlderText()
{
    Chats chats;
    QVERIFY(chats.open());
    // Each save makes the PDF anew on a worker; the later text must win however long that takes.
    for (int i = 0; i < 6; ++i) {
        Prep edited = chats.stored();
        edited.notes = u"Version %1"_s.arg(i);
        chats.presenter->save(edited);
    }
    QVERIFY(spinUntil([&] { return chats.stored().notes == u"Version 5"_s; }));
    QVERIFY(spinUntil([&] { return chats.notes()->toPlainText() == u"Version 5"_s; }));
    chats.type(u" and more"_s);
    QVERIFY(spinUntil([&] { return chats.stored().notes == u"Version 5 and more"_s; }));
    QCOMPARE(chats.notes()->toPlainText(), u"Version 5 and more"_s);
}

void TestPrepsView::savedPdfHasTheNewestNotes()
{
    Chats chats;
    QVERIFY(chats.open());
    chats.type(u"Promised to send Marlinspike"_s);
    QVERIFY(chats.desk.click(u"preps.export.button"_s)); // long before the saving pause is over
    auto *dialog = chats.desk.child<QFileDialog>(u"prepExportDialog"_s);
    QVERIFY(dialog != nullptr);
    QVERIFY2(dialog->selectedFiles().value(0).contains(u"Zoë-Müller"_s),
             qUtf8Printable(dialog->selectedFiles().join(u' ')));
    dialog->setDirectory(chats.desk.file({}));
    dialog->selectFile(chats.desk.file(u"prep"_s));
    QSignalSpy toast(chats.presenter.get(), &ui::PrepsPresenter::toast);
    QMetaObject::invokeMethod(dialog, "accept");
    QVERIFY(spinUntil([&] { return toast.size() == 1; }));
    const QString text = textOf(chats.desk.file(u"prep.pdf"_s));
    QVERIFY2(text.contains(u"Marlinspike"_s), qUtf8Printable(text.right(400)));
}

void TestPrepsView::notesSurviveAFailingDisk()
{
    Chats chats;
    QVERIFY(chats.open());
    QVERIFY(chats.desk.breakWrites());
    chats.type(u"Dear to me"_s);
    QVERIFY(chats.desk.waitShown(u"bannerClose"_s));
    chats.presenter->load();
    QCOMPARE(chats.notes()->toPlainText(), u"Dear to me"_s);
    QVERIFY(chats.stored().notes.isEmpty());
    QVERIFY(chats.desk.mendWrites());
    QVERIFY(chats.desk.click(u"bannerAction"_s));
    QVERIFY(spinUntil([&] { return chats.stored().notes == u"Dear to me"_s; }));
}

void TestPrepsView::preparingAgainKeepsTicksAndNotes()
{
    Chats chats;
    QVERIFY(chats.open());
    chats.question(0)->click();
    chats.type(u"Likes sailing"_s);
    QSignalSpy prepared(chats.presenter.get(), &ui::PrepsPresenter::prepared);
    QVERIFY(chats.trigger(u"preps.again"_s));
    QVERIFY(spinUntil([&] { return prepared.size() == 1; }));
    QCOMPARE(chats.stored().notes, u"Likes sailing"_s);
    QVERIFY(chats.stored().questions[0].asked);
    QCOMPARE(chats.stored().status, u"completed"_s);
    QCOMPARE(chats.notes()->toPlainText(), u"Likes sailing"_s);
}

void TestPrepsView::unfinishedPrepSaysSoAndIsTriedAgain()
{
    Chats chats;
    QVERIFY(chats.openEmpty());
    Prep prep;
    prep.id = u"half"_s;
    prep.contactId = u"p1"_s;
    prep.person = somebody(1);
    prep.status = u"failed"_s;
    prep.error = u"The disk is full."_s;
    store::Operation operation;
    operation.label = u"Prepare"_s;
    operation.create(Kind::prep, prep.id, toBody(prep));
    VERIFY_OK(test::await(chats.desk.services().store.apply(std::move(operation))));
    chats.id = prep.id;
    QVERIFY(chats.desk.waitShown(u"prepNoPdf"_s));
    QVERIFY(chats.desk.allText().contains(u"The disk is full."_s));
    auto *again = chats.desk.child<QWidget>(u"prepNoPdf"_s)->findChild<QAbstractButton *>(u"emptyPrimary"_s);
    QVERIFY(canBeClicked(again));
    QTest::mouseClick(again, Qt::LeftButton);
    QVERIFY(spinUntil([&] { return chats.stored().status == "completed"_L1 && chats.pdf()->isLoaded(); }));
    QVERIFY(!chats.desk.isShown(u"prepNoPdf"_s));
}

void TestPrepsView::missingPdfIsMadeAnew()
{
    Chats chats;
    QVERIFY(chats.open());
    chats.desk.closeView();
    QDir files(chats.desk.services().workspace.folder() + u"/files"_s);
    QVERIFY(files.removeRecursively());
    QVERIFY(chats.show());
    QVERIFY(chats.desk.waitShown(u"prepNoPdf"_s));
    QVERIFY(chats.desk.allText().contains(u"The PDF cannot be shown"_s));
    auto *again = chats.desk.child<QWidget>(u"prepNoPdf"_s)->findChild<QAbstractButton *>(u"emptyPrimary"_s);
    QVERIFY(canBeClicked(again));
    QTest::mouseClick(again, Qt::LeftButton);
    QVERIFY(spinUntil([&] { return chats.pdf()->isLoaded(); }));
}

void TestPrepsView::leadsToTheContactAndTheThankYou()
{
    Chats chats;
    QVERIFY(chats.open());
    QSignalSpy thanks(chats.presenter.get(), &ui::PrepsPresenter::thankYouRequested);
    QSignalSpy contact(chats.presenter.get(), &ui::PrepsPresenter::contactRequested);
    QVERIFY(chats.trigger(u"preps.thanks"_s));
    QCOMPARE(thanks.constFirst().at(0).toString(), u"p0"_s);
    chats.desk.action(u"preps.contact"_s)->trigger();
    QCOMPARE(contact.constFirst().at(0).toString(), u"p0"_s);
}

void TestPrepsView::deletesByKey()
{
    Chats chats;
    QVERIFY(chats.open());
    chats.list()->setFocus();
    QTest::keyClick(chats.list(), Qt::Key_Delete);
    QVERIFY(spinUntil([&] { return chats.desk.allText().contains(u"No coffee chats prepared"_s); }));
    QVERIFY(!chats.desk.isShown(u"preps.export.button"_s));
    VERIFY_OK(test::await(chats.desk.services().store.undo()));
    QVERIFY(spinUntil([&] { return chats.pdf()->isLoaded() && chats.desk.isShown(u"prepList"_s); }));
}

void TestPrepsView::narrowWindowShowsOneHalf()
{
    Chats chats;
    QVERIFY(chats.open());
    QVERIFY(!chats.desk.isShown(u"prepHalves"_s));
    QVERIFY(chats.pdf()->isVisible() && chats.notes()->isVisible());
    chats.desk.window().resize(780, 640);
    QVERIFY(chats.desk.waitShown(u"prepHalves"_s));
    QVERIFY(chats.pdf()->isVisible() && !chats.notes()->isVisible());
    auto *halves = chats.desk.child<ui::SegmentedControl>(u"prepHalves"_s);
    auto *last = halves->findChildren<QAbstractButton *>().constLast();
    QVERIFY(canBeClicked(last));
    QTest::mouseClick(last, Qt::LeftButton);
    QVERIFY(!chats.pdf()->isVisible() && chats.notes()->isVisible());
    chats.desk.window().resize(1280, 800);
    QVERIFY(spinUntil([&] { return chats.pdf()->isVisible() && chats.notes()->isVisible(); }));
}

void TestPrepsView::everyControlIsNamedAndReached()
{
    Chats chats;
    QVERIFY(chats.open());
    QVERIFY(chats.desk.click(u"pdf.search"_s));
    QCOMPARE(test::unreachedByTab(&chats.desk.window()).join(u' '), QString());
    QCOMPARE(test::namelessFaces(&chats.desk.window()).join(u' '), QString());
}
