// SPDX-License-Identifier: GPL-3.0-or-later
#include "page.h"
#include "tests.h"

#include "flows/draftreview.h"
#include "support/spin.h"
#include "support/support.h"

#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace crema;
using test::spinUntil;

namespace {

QString currentId(DraftsPage &page)
{
    return page.list()->currentIndex().data(static_cast<int>(ui::DraftListModel::Role::id)).toString();
}

bool isReviewed(DraftsPage &page, const QString &id)
{
    return flows::isReviewed(page.stored(id));
}

bool accept(DraftsPage &page)
{
    QSignalSpy reviewed(page.presenter.get(), &ui::DraftsPresenter::reviewed);
    const QString id = currentId(page);
    return page.run(u"accept"_s) && spinUntil([&] { return reviewed.size() == 1 && isReviewed(page, id); });
}

} // namespace

void TestDraftReview::acceptsAndGoesOn()
{
    DraftsPage page;
    QVERIFY(page.open(3));
    QCOMPARE(page.desk.text(u"reviewWords"_s), u"0 of 3 reviewed"_s);
    const QString first = currentId(page);
    QTest::keyClick(page.body(), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(spinUntil([&] { return isReviewed(page, first); }));
    QVERIFY(spinUntil([&] { return currentId(page) != first; }));
    QVERIFY(spinUntil([&] { return page.desk.text(u"reviewWords"_s) == u"1 of 3 reviewed"_s; }));
    QVERIFY(accept(page));
    QVERIFY(spinUntil([&] { return page.desk.text(u"reviewWords"_s) == u"2 of 3 reviewed"_s; }));
    const QString last = currentId(page);
    QVERIFY(accept(page));
    QVERIFY(spinUntil([&] { return page.desk.text(u"reviewWords"_s) == u"All 3 reviewed"_s; }));
    QCOMPARE(currentId(page), last); // there is no next one
    QCOMPARE(page.desk.action(u"drafts.accept"_s)->text(), u"Take back"_s);
    QVERIFY(page.run(u"accept"_s));
    QVERIFY(spinUntil([&] { return !isReviewed(page, last); }));
    VERIFY_OK(test::await(page.desk.services().store.undo()));
    QVERIFY(isReviewed(page, last));
}

void TestDraftReview::skipsAndGoesRound()
{
    DraftsPage page;
    QVERIFY(page.open(3));
    page.list()->setCurrentIndex(page.list()->model()->index(1, 0));
    QVERIFY(accept(page));
    QVERIFY(spinUntil([&] { return page.list()->currentIndex().row() == 2; }));
    QVERIFY(page.run(u"skip"_s));
    QCOMPARE(page.list()->currentIndex().row(), 0);
    QVERIFY(page.run(u"skip"_s));
    QCOMPARE(page.list()->currentIndex().row(), 2); // over the accepted one
    QVERIFY(!page.desk.action(u"drafts.next"_s)->isEnabled());
    QVERIFY(page.run(u"previous"_s));
    QCOMPARE(page.list()->currentIndex().row(), 1);
}

void TestDraftReview::typingTakesItBack()
{
    DraftsPage page;
    QVERIFY(page.open(2));
    const QString id = currentId(page);
    QVERIFY(accept(page));
    page.view->openDraft(id);
    page.typeAtEnd(u" More"_s);
    QVERIFY(spinUntil([&] { return page.stored(id).body.endsWith(u" More"_s); }));
    QVERIFY(!isReviewed(page, id));
    QVERIFY(spinUntil([&] { return page.desk.text(u"reviewWords"_s) == u"0 of 2 reviewed"_s; }));
}

void TestDraftReview::theGateIsNotAcceptedAway()
{
    DraftsPage page;
    QVERIFY(page.open(2));
    const QString id = currentId(page);
    page.desk.child<QLineEdit>(u"draftSubject"_s)->setText(u"Hi"_s);
    QVERIFY(page.run(u"accept"_s));
    QVERIFY(page.desk.waitShown(u"bannerClose"_s));
    QVERIFY(page.desk.allText().contains(u"Held back: 1 email"_s));
    QVERIFY(!isReviewed(page, id));
    QCOMPARE(currentId(page), id);
}

void TestDraftReview::onlyTheUnreviewed()
{
    DraftsPage page;
    QVERIFY(page.open(3));
    QVERIFY(page.desk.click(u"draftUnreviewed"_s));
    const QString first = currentId(page);
    QVERIFY(accept(page));
    QVERIFY(spinUntil([&] { return page.list()->model()->rowCount() == 2; }));
    QVERIFY(currentId(page) != first);
    QVERIFY(accept(page));
    QVERIFY(spinUntil([&] { return page.list()->model()->rowCount() == 1; }));
    QVERIFY(accept(page));
    QVERIFY(spinUntil([&] { return page.desk.allText().contains(u"All reviewed"_s); }));
    QVERIFY(page.desk.click(u"draftUnreviewed"_s));
    QCOMPARE(page.list()->model()->rowCount(), 3);
}

void TestDraftReview::theAcceptedAreSaved()
{
    DraftsPage page;
    QVERIFY(page.open(3));
    QVERIFY(!page.run(u"exportAccepted"_s));
    QVERIFY(accept(page));
    QVERIFY(spinUntil([&] { return page.desk.text(u"reviewWords"_s) == u"1 of 3 reviewed"_s; }));
    QVERIFY(page.run(u"exportAccepted"_s));
    auto *dialog = page.desk.child<QFileDialog>(u"draftExportDialog"_s);
    QVERIFY(dialog != nullptr);
    const QString folder = page.desk.file(u"mails"_s);
    QVERIFY(QDir().mkpath(folder));
    dialog->selectFile(folder);
    QMetaObject::invokeMethod(dialog, "accept");
    QVERIFY(spinUntil([&] { return QDir(folder).entryList({u"*.eml"_s}).size() == 1; }));
    QVERIFY(spinUntil([&] { return page.list()->model()->rowCount() == 2; }));
}

void TestDraftReview::aSingleDraftNeedsNoReview()
{
    DraftsPage page;
    QVERIFY(page.open(1));
    QVERIFY(!page.desk.isShown(u"reviewWords"_s));
    QVERIFY(!page.desk.isShown(u"draftUnreviewed"_s));
}

void TestDraftReview::manyAreListedWithoutWaiting()
{
    DraftsPage page;
    QVERIFY(page.open(1));
    page.desk.closeView();
    store::Operation many;
    for (int i = 0; i < 400; ++i) {
        Draft draft = page.stored(page.ids[0]);
        draft.subject += QString::number(i);
        many.create(Kind::draft, u"many%1"_s.arg(i), toBody(draft));
    }
    VERIFY_OK(test::await(page.desk.services().store.apply(std::move(many))));
    QVERIFY(page.show());
    QVERIFY(spinUntil([&] { return page.list()->model()->rowCount() == 401; }));
    QVERIFY(page.desk.isShown(u"draftBody"_s));
    // Nothing is called ready before all of them were read; then it is the same text 400 times.
    QVERIFY(page.desk.text(u"draftGate"_s) != u"Ready to send"_s);
    QVERIFY(spinUntil([&] {
        const auto *finding = page.desk.child<QAbstractButton>(u"finding1"_s);
        return finding != nullptr && finding->accessibleName().contains(u"word for word"_s);
    }));
    page.typeAtEnd(u" More"_s);
    const QString id = currentId(page);
    QVERIFY(spinUntil([&] { return page.stored(id).body.endsWith(u" More"_s); }));
    QCOMPARE(currentId(page), id);
}
