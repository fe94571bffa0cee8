// SPDX-License-Identifier: GPL-3.0-or-later
#include "page.h"
#include "tests.h"

#include "flows/draftversions.h"
#include "flows/profileflow.h"
#include "flows/resumeflow.h"
#include "support/spin.h"
#include "support/support.h"
#include "ui/drafts/diffview.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTextBrowser>

using namespace Qt::StringLiterals;
using namespace crema;
using test::spinUntil;

namespace {

/// The text's context menu at a position, still open; null when it has no such entry.
QAction *menuEntry(DraftsPage &page, qsizetype position, const QString &name)
{
    ui::MarkedTextEdit *body = page.body();
    QTextCursor cursor = body->textCursor();
    cursor.setPosition(static_cast<int>(position));
    body->setTextCursor(cursor);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
    QCoreApplication::sendEvent(body, &event);
    auto *menu = body->findChild<QMenu *>(u"draftTextMenu"_s);
    return menu == nullptr ? nullptr : menu->findChild<QAction *>(name);
}

void closeMenu(DraftsPage &page)
{
    if (auto *menu = page.body()->findChild<QMenu *>(u"draftTextMenu"_s)) {
        menu->close();
    }
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

bool addResume(DraftsPage &page, const QString &name)
{
    QFile file(page.desk.file(name));
    if (!file.open(QIODevice::WriteOnly)) {
        return false;
    }
    file.write("Robin Sample\nUniversity of Michigan\nExperience\nAnalyst, Harbour Bank, 2024\n"
               + name.toUtf8());
    file.close();
    return test::await(flows::setResume(&page.desk.services(), file.fileName(), {})).has_value();
}

} // namespace

void TestDraftTools::anUnsourcedSentenceGoesWithOneClick()
{
    DraftsPage page;
    QVERIFY(page.open(1));
    const QString before = page.stored(page.ids[0]).body;
    const qsizetype at = before.indexOf(u"\n\n"_s) + 2;
    QTextCursor cursor = page.body()->textCursor();
    cursor.setPosition(static_cast<int>(at));
    cursor.insertText(u"I read your article in Forbes. "_s);
    QVERIFY(page.desk.waitShown(u"finding0Action"_s));
    QVERIFY(page.desk.click(u"finding0Action"_s));
    QCOMPARE(page.body()->text(), before);
    QVERIFY(spinUntil([&] { return page.desk.text(u"draftGate"_s) == u"Ready to send"_s; }));
    QVERIFY(spinUntil([&] { return page.stored(page.ids[0]).body == before; }));
    page.body()->undo(); // in the text
    QVERIFY(page.body()->text().contains(u"Forbes"_s));
    QVERIFY(spinUntil([&] { return page.stored(page.ids[0]).body.contains(u"Forbes"_s); }));
    // A finding about the whole has no sentence to take out.
    auto *subject = page.desk.child<QLineEdit>(u"draftSubject"_s);
    page.body()->redo();
    subject->setText(u"Hi"_s);
    QVERIFY(spinUntil([&] { return !page.desk.isShown(u"finding0Action"_s); }));
    QVERIFY(page.desk.isShown(u"finding0"_s));
}

void TestDraftTools::aSentenceGoesFromTheMenu()
{
    DraftsPage page;
    QVERIFY(page.open(1));
    const Draft before = page.stored(page.ids[0]);
    const Claim claim = before.claims.constFirst();
    QVERIFY(menuEntry(page, 3, u"sentenceRemove"_s) == nullptr); // the greeting
    closeMenu(page);
    QAction *remove = menuEntry(page, before.body.indexOf(claim.text), u"sentenceRemove"_s);
    QVERIFY(remove != nullptr);
    QSignalSpy saved(page.presenter.get(), &ui::DraftsPresenter::saved);
    remove->trigger();
    closeMenu(page);
    QVERIFY(spinUntil([&] { return saved.size() == 1; }));
    QVERIFY(spinUntil([&] { return !page.stored(page.ids[0]).body.contains(claim.text); }));
    QVERIFY(!page.stored(page.ids[0]).claims.contains(claim));
    QVERIFY(page.stored(page.ids[0]).body.startsWith(u"Hi "_s));
    VERIFY_OK(test::await(page.desk.services().store.undo()));
    QVERIFY(spinUntil([&] { return page.body()->text() == before.body; }));
    QCOMPARE(page.stored(page.ids[0]).claims, before.claims);
}

void TestDraftTools::anotherWordingKeepsWhatWasTyped()
{
    DraftsPage page;
    QVERIFY(page.open(2));
    page.view->openDraft(page.ids[1]);
    const QString written = page.stored(page.ids[1]).body;
    page.typeAtEnd(u" typed a moment ago"_s);
    QSignalSpy toast(page.presenter.get(), &ui::DraftsPresenter::toast);
    QVERIFY(page.run(u"another"_s)); // long before the saving pause is over
    QVERIFY(spinUntil([&] { return toast.size() == 1; }));
    const QString now = page.stored(page.ids[1]).body;
    QVERIFY(now != written);
    QVERIFY(!now.contains(u"typed a moment"_s));
    QVERIFY(spinUntil([&] { return page.body()->text() == now; }));
    const auto versions = *flows::draftVersions(page.desk.services().reader, page.ids[1]);
    QCOMPARE(versions.size(), 3);
    QVERIFY(versions[1].draft.body.endsWith(u"typed a moment ago"_s));
    QCOMPARE(page.list()->currentIndex().data(static_cast<int>(ui::DraftListModel::Role::id)).toString(),
             page.ids[1]);
}

void TestDraftTools::versionsAreComparedAndRestored()
{
    DraftsPage page;
    QVERIFY(page.open(1));
    const QString written = page.stored(page.ids[0]).body;
    page.typeAtEnd(u" and some more"_s);
    QVERIFY(page.run(u"versions"_s)); // waits for what was typed
    QVERIFY(spinUntil([&] { return page.desk.isShown(u"versionsList"_s); }));
    auto *list = page.desk.child<QListWidget>(u"versionsList"_s);
    QCOMPARE(list->count(), 2);
    QCOMPARE(list->item(0)->text(), u"Now\nEdited by hand"_s);
    QVERIFY(list->item(1)->text().endsWith(u"\nWritten from a template"_s));
    QCOMPARE(list->currentRow(), 1);
    QVERIFY(page.desk.text(u"versionsSummary"_s)
                    .contains(u"Underlined: only in the present text (3 words)"_s));
    list->setCurrentRow(0);
    QVERIFY(!page.desk.child<QPushButton>(u"versionsRestore"_s)->isEnabled());
    list->setCurrentRow(1);
    QVERIFY(page.desk.click(u"versionsRestore"_s));
    QVERIFY(spinUntil([&] { return page.stored(page.ids[0]).body == written; }));
    QVERIFY(spinUntil([&] { return page.body()->text() == written; }));
    QVERIFY(page.stored(page.ids[0]).writer.startsWith(u"template:"_s));
    VERIFY_OK(test::await(page.desk.services().store.undo()));
    QVERIFY(spinUntil([&] { return page.body()->text().endsWith(u" and some more"_s); }));
}

void TestDraftTools::differencesAreSeenWithoutColours()
{
    ui::DiffView view;
    view.show(wordDiff(u"Hello"_s, u"Hello"_s), wordDiff(u"a short call"_s, u"a quick call"_s));
    QCOMPARE(view.toPlainText(), u"Hello\na shortquick call"_s);
    const auto formatOf = [&](const QString &word) { return view.document()->find(word).charFormat(); };
    QVERIFY(formatOf(u"short"_s).fontStrikeOut());
    QVERIFY(!formatOf(u"short"_s).fontUnderline());
    QVERIFY(formatOf(u"quick"_s).fontUnderline());
    QVERIFY(!formatOf(u"quick"_s).fontStrikeOut());
    QVERIFY(!formatOf(u"call"_s).fontUnderline());
}

void TestDraftTools::previewIsWhatTheRecipientSees()
{
    DraftsPage page;
    QVERIFY(page.open(1));
    QVERIFY(addResume(page, u"cv.txt"_s));
    QSignalSpy attached(page.presenter.get(), &ui::DraftsPresenter::saved); // the editor knows by then
    page.presenter->attachResume(page.ids[0], page.presenter->resumes().constFirst().id);
    QVERIFY(spinUntil([&] { return !attached.isEmpty(); }));
    auto *subject = page.desk.child<QLineEdit>(u"draftSubject"_s);
    subject->setText(u"A <b>bold</b> question"_s); // not handed over yet
    QVERIFY(page.run(u"preview"_s));
    QVERIFY(page.desk.waitShown(u"previewText"_s));
    QCOMPARE(page.desk.text(u"previewSubject"_s), u"A <b>bold</b> question"_s);
    const QString shown = page.desk.child<QTextBrowser>(u"previewText"_s)->toPlainText();
    QVERIFY2(shown.startsWith(u"Hi Zoë"_s), qUtf8Printable(shown));
    QVERIFY(page.desk.allText().contains(u"To: Zoë Müller <"_s));
    QVERIFY(page.desk.text(u"previewFile"_s).startsWith(u"cv.txt ("_s));
    QVERIFY(page.desk.click(u"previewClose"_s));
}

void TestDraftTools::oneOfSeveralResumes()
{
    DraftsPage page;
    QVERIFY(page.open(1));
    QVERIFY(addResume(page, u"finance.txt"_s));
    QVERIFY(addResume(page, u"research.txt"_s));
    page.desk.closeView();
    QVERIFY(page.show());
    auto *list = page.desk.child<QComboBox>(u"draftResumes"_s);
    QVERIFY(list->isVisible());
    QVERIFY(!page.desk.isShown(u"draftResume"_s));
    QCOMPARE(list->count(), 3);
    QCOMPARE(list->currentText(), u"No resume"_s);
    const QVector<Resume> resumes = page.presenter->resumes();
    list->setFocus();
    QTest::keyClick(list, Qt::Key_End);
    QVERIFY(spinUntil([&] { return page.stored(page.ids[0]).resumeId == resumes[1].id; }));
    QVERIFY(page.run(u"another"_s)); // goes along with another wording too
    QVERIFY(spinUntil(
            [&] { return page.stored(page.ids[0]).body.contains(u"resume"_s, Qt::CaseInsensitive); }));
    QCOMPARE(page.stored(page.ids[0]).resumeId, resumes[1].id);
}
