// SPDX-License-Identifier: GPL-3.0-or-later
#include "chats.h"
#include "tests.h"

#include "contacts/followups.h"
#include "flows/chatflow.h"
#include "flows/followupflow.h"
#include "ui/common/banner.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPdfDocument>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace crema;
using test::Chats;
using test::somebody;
using test::spinUntil;

namespace {

void typeInto(Chats &chats, const QString &name, const QString &text)
{
    auto *line = chats.desk.child<QLineEdit>(name);
    QVERIFY2(line != nullptr, qPrintable(name));
    chats.desk.bringIntoView(line);
    line->setFocus();
    QTest::keyClicks(line, text);
    QTest::keyClick(line, Qt::Key_Return);
}

Contact contactOf(Chats &chats)
{
    return chats.desk.services().reader.contact(u"p0"_s).value_or(Contact {});
}

/// Chooses a path in the dialog that asks where to save.
bool saveAs(Chats &chats, const QString &path)
{
    auto *dialog = chats.view->findChild<QFileDialog *>(u"prepExportDialog"_s);
    if (dialog == nullptr) {
        return false;
    }
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
    return true;
}

} // namespace

void TestChat::itsTimeIsKeptAndTheListGivesWay()
{
    Chats chats;
    QVERIFY(chats.open());
    QVERIFY(chats.list()->isVisible());
    QVERIFY(chats.trigger(u"preps.chat"_s));
    QVERIFY(!chats.list()->isVisible());
    QVERIFY(chats.desk.isShown(u"chatEnd"_s));
    QVERIFY(chats.desk.text(u"chatTime"_s).startsWith(u"0:0"_s));
    QVERIFY(chats.desk.click(u"chatEnd"_s));
    QVERIFY(chats.list()->isVisible());
    QVERIFY(spinUntil([&] { return chats.stored().chatMinutes == 1; }));
    QCOMPARE(chats.desk.text(u"chatTime"_s), u"1 min"_s);
    QCOMPARE(QApplication::focusWidget(), chats.desk.child<QLineEdit>(u"chatOutcome"_s));
}

void TestChat::theTimeStaysWithItsPerson()
{
    Chats chats;
    QVERIFY(chats.open());
    const QString other = chats.desk.prepare(u"p1"_s);
    chats.presenter->load();
    QVERIFY(spinUntil([&] { return chats.list()->model()->rowCount() == 2; }));
    chats.view->openPrep(chats.id);
    QVERIFY(chats.trigger(u"preps.chat"_s));
    chats.view->openPrep(other);
    QVERIFY(spinUntil([&] { return chats.stored().chatMinutes == 1; }));
    QCOMPARE(chats.desk.services().reader.prep(other)->chatMinutes, 0);
    QVERIFY(!chats.desk.isShown(u"chatEnd"_s));
}

void TestChat::whatIsHalfTypedIsHandedOver()
{
    Chats chats;
    QVERIFY(chats.open());
    chats.desk.child<QLineEdit>(u"ownQuestion"_s)->setText(u"Is the canteen any good?"_s);
    chats.desk.child<QLineEdit>(u"promiseText"_s)->setText(u"Send the deck"_s);
    chats.view->handOver();
    QVERIFY(chats.view->awaitsAnswer());
    QVERIFY(spinUntil([&] { return !chats.view->awaitsAnswer(); }));
    QCOMPARE(chats.stored().questions.constLast().text, u"Is the canteen any good?"_s);
    QCOMPARE(chats.stored().promises.size(), 1);
    QVERIFY(chats.view->refused().isEmpty());
}

void TestChat::typingDoesNotBringBackWhatWasUndone()
{
    Chats chats;
    QVERIFY(chats.open());
    QVERIFY(chats.desk.click(u"chatMet"_s));
    QVERIFY(spinUntil([&] { return !flows::metOn(chats.stored()).isEmpty(); }));
    QVERIFY(spinUntil([&] { return !chats.view->awaitsAnswer(); }));
    chats.type(u"Loves tea"_s);
    TaskScope scope;
    scope.launch(chats.desk.services().store.undo(), [](Result<store::UndoOutcome>) { });
    QVERIFY(spinUntil([&] { return flows::metOn(chats.stored()).isEmpty(); }));
    chats.view->handOver();
    QVERIFY(spinUntil([&] { return chats.stored().notes == u"Loves tea"_s; }));
    QCOMPARE(flows::metOn(chats.stored()), QString());
}

void TestChat::ownQuestionsStayWhenItIsPreparedAgain()
{
    Chats chats;
    QVERIFY(chats.open());
    typeInto(chats, u"ownQuestion"_s, u"Is the canteen any good?"_s);
    const auto has = [&] {
        const QVector<Question> questions = chats.stored().questions;
        return !questions.isEmpty() && questions.constLast().text == "Is the canteen any good?"_L1;
    };
    QVERIFY(spinUntil(has));
    QVERIFY(chats.trigger(u"preps.again"_s));
    QVERIFY(spinUntil(
            [&] { return !chats.desk.isShown(u"busyCancel"_s) && !chats.stored().versions.isEmpty(); }));
    QVERIFY(has());
}

void TestChat::aPromiseBecomesTheNextAction()
{
    Chats chats;
    QVERIFY(chats.open());
    auto *due = chats.desk.child<QLineEdit>(u"promiseDue"_s);
    due->setText(u"+3"_s);
    typeInto(chats, u"promiseText"_s, u"Send the deck"_s);
    QVERIFY(spinUntil([&] { return contactOf(chats).nextAction == "Send the deck"_L1; }));
    QCOMPARE(contactOf(chats).nextActionDate, chats.presenter->today().addDays(3).toString(Qt::ISODate));
    typeInto(chats, u"promiseText"_s, u"Introduce Ada"_s); // due tomorrow: sooner
    QVERIFY(spinUntil([&] { return contactOf(chats).nextAction == "Introduce Ada"_L1; }));
    QVERIFY(chats.desk.click(u"promise1"_s));
    QVERIFY(spinUntil([&] { return contactOf(chats).nextAction == "Send the deck"_L1; }));
    QVERIFY(chats.desk.click(u"promise0"_s));
    QVERIFY(spinUntil([&] { return contactOf(chats).nextAction.isEmpty(); }));
    QVERIFY(contactOf(chats).nextActionDate.isEmpty());
    QCOMPARE(chats.stored().promises.size(), 2);
}

void TestChat::aDayThatIsNoneIsSaid()
{
    Chats chats;
    QVERIFY(chats.open());
    chats.desk.child<QLineEdit>(u"promiseDue"_s)->setText(u"someday"_s);
    typeInto(chats, u"promiseText"_s, u"Send the deck"_s);
    QVERIFY(chats.desk.allText().contains(contacts::dayForms()));
    QCOMPARE(chats.desk.child<QLineEdit>(u"promiseText"_s)->text(), u"Send the deck"_s);
    QVERIFY(chats.stored().promises.isEmpty());
}

void TestChat::afterwardsTheStageMovesAndTheDayIsSet()
{
    Chats chats;
    QVERIFY(chats.open());
    typeInto(chats, u"chatOutcome"_s, u"Will introduce me to Ada"_s);
    QVERIFY(spinUntil([&] { return chats.stored().outcome == "Will introduce me to Ada"_L1; }));
    chats.desk.child<QLineEdit>(u"chatNext"_s)->setText(u"in-two-weeks"_s);
    QVERIFY(chats.desk.click(u"chatMet"_s));
    QVERIFY(spinUntil([&] { return contactOf(chats).status == "Met"_L1; }));
    QCOMPARE(contactOf(chats).nextActionDate, chats.presenter->today().addDays(14).toString(Qt::ISODate));
    QSignalSpy thanks(chats.presenter.get(), &ui::PrepsPresenter::thankYouRequested);
    QVERIFY(chats.desk.click(u"chatThanks"_s));
    QCOMPARE(thanks.value(0).value(0).toString(), u"p0"_s);
}

void TestChat::theLibraryIsNarrowed()
{
    Chats chats;
    QVERIFY(chats.open());
    const QString other = chats.desk.prepare(u"p1"_s);
    chats.presenter->load();
    QVERIFY(spinUntil([&] { return chats.list()->model()->rowCount() == 2; }));
    auto *filter = chats.desk.child<QLineEdit>(u"prepFilter"_s);
    filter->setText(chats.stored().person.lastName);
    QCOMPARE(chats.list()->model()->rowCount(), 1);
    QCOMPARE(chats.list()->currentIndex().data().toString(), chats.stored().person.name());
    filter->setText(u"nobody of this name"_s);
    QCOMPARE(chats.list()->model()->rowCount(), 0);
    QVERIFY(chats.desk.allText().contains(u"No coffee chat matches the filter."_s));
    chats.view->openPrep(other); // what is opened is shown, whatever the list was narrowed to
    chats.presenter->load();
    QVERIFY(spinUntil([&] { return chats.list()->model()->rowCount() == 2; }));
    chats.desk.child<QComboBox>(u"prepState"_s)->setCurrentIndex(2);
    QCOMPARE(chats.list()->model()->rowCount(), 0);
}

void TestChat::earlierPdfsAreShown()
{
    Chats chats;
    QVERIFY(chats.open());
    QVERIFY(!chats.desk.isShown(u"prepVersions"_s));
    chats.type(u"Loves tea"_s);
    QVERIFY(spinUntil([&] { return !chats.stored().versions.isEmpty(); }));
    auto *versions = chats.desk.child<QToolButton>(u"prepVersions"_s);
    QVERIFY(spinUntil([&] { return versions->isVisible(); }));
    QCOMPARE(versions->menu()->actions().size(), 2);
    QSignalSpy loaded(chats.pdf(), &ui::PdfView::loaded);
    versions->menu()->actions().constLast()->trigger();
    QVERIFY(spinUntil([&] { return loaded.size() == 1; }));
    chats.pdf()->find(u"Loves tea"_s);
    QSignalSpy searched(chats.pdf(), &ui::PdfView::searched);
    QVERIFY(spinUntil([&] { return searched.size() == 1; }));
    QCOMPARE(chats.pdf()->hitCount(), 0);
}

void TestChat::theNoticeTakesBackWhatItTells()
{
    Chats chats;
    QVERIFY(chats.open());
    QSignalSpy toast(chats.presenter.get(), &ui::PrepsPresenter::toast);
    QVERIFY(chats.desk.click(u"chatMet"_s));
    chats.type(u"Loves tea"_s); // an operation of its own
    chats.view->handOver();
    QVERIFY(spinUntil([&] { return toast.size() == 1 && chats.stored().notes == u"Loves tea"_s; }));
    const QString told = toast.constFirst().at(1).toString();
    VERIFY_OK(test::await(chats.desk.services().store.undoOperation(told)));
    QCOMPARE(flows::metOn(chats.stored()), QString());
    QCOMPARE(chats.stored().notes, u"Loves tea"_s);
}

void TestChat::severalAreSavedApartOrAsOne()
{
    Chats chats;
    QVERIFY(chats.open());
    QVERIFY(!chats.desk.prepare(u"p1"_s).isEmpty());
    chats.presenter->load();
    QVERIFY(spinUntil([&] { return chats.list()->model()->rowCount() == 2; }));
    chats.list()->selectAll();
    QSignalSpy toast(chats.presenter.get(), &ui::PrepsPresenter::toast);
    QVERIFY(chats.trigger(u"preps.join"_s));
    const QString joined = chats.desk.file(u"all.pdf"_s);
    QVERIFY(saveAs(chats, joined));
    QVERIFY(spinUntil([&] { return toast.size() == 1; }));
    QPdfDocument document;
    QCOMPARE(document.load(joined), QPdfDocument::Error::None);
    QVERIFY(document.pageCount() >= 2);
    QVERIFY(chats.trigger(u"preps.export"_s));
    const QString folder = chats.desk.file(u"apart"_s);
    QVERIFY(saveAs(chats, folder));
    QVERIFY(spinUntil([&] { return toast.size() == 2; }));
    QCOMPARE(QDir(folder).entryList(QDir::Files).size(), 2);
}

void TestChat::aProfileIsOnlyOrderedWhenItIsOne()
{
    Chats chats;
    QVERIFY(chats.open());
    QVERIFY(chats.trigger(u"preps.new"_s));
    auto *dialog = chats.view->findChild<QDialog *>(u"prepareDialog"_s);
    QVERIFY(dialog != nullptr);
    auto *url = dialog->findChild<QLineEdit *>(u"prepareUrl"_s);
    auto *ok = dialog->findChild<QPushButton *>(u"prepareOk"_s);
    QVERIFY(!ok->isEnabled());
    url->setText(u"https://www.linkedin.com/company/acme"_s);
    QVERIFY(!ok->isEnabled());
    url->setText(u"https://www.linkedin.com/in/nobody-here"_s);
    QVERIFY(spinUntil([&] { return ok->isEnabled(); }));
    auto *lookUp = dialog->findChild<QCheckBox *>(u"prepareLookUp"_s);
    auto *price = dialog->findChild<QLabel *>(u"preparePrice"_s);
    QVERIFY2(price->text().startsWith(u"Free"_s), qPrintable(price->text())); // no key: nothing is looked up
    QVERIFY(!lookUp->isEnabled() && !lookUp->isChecked());
    QSignalSpy failed(chats.presenter.get(), &ui::PrepsPresenter::failed);
    ok->click();
    QVERIFY(spinUntil([&] { return failed.size() == 1; }));
}

void TestChat::aMeetingHasACalendarFile()
{
    Chats chats;
    QVERIFY(chats.open());
    QVERIFY(chats.trigger(u"preps.meeting"_s));
    auto *dialog = chats.view->findChild<QDialog *>(u"meetingDialog"_s);
    QVERIFY(dialog != nullptr);
    auto *when = dialog->findChild<QLineEdit *>(u"meetingWhen"_s);
    auto *ok = dialog->findChild<QPushButton *>(u"meetingOk"_s);
    QVERIFY(!ok->isEnabled());
    when->setText(u"some time"_s);
    QVERIFY(!ok->isEnabled());
    QVERIFY(!dialog->findChild<QLabel *>(u"meetingState"_s)->text().isEmpty());
    when->setText(u"tomorrow 9:30"_s);
    dialog->findChild<QLineEdit *>(u"meetingWhere"_s)->setText(u"Cafe Central"_s);
    ok->click();
    const QString path = chats.desk.file(u"chat.ics"_s);
    QVERIFY(saveAs(chats, path));
    QVERIFY(spinUntil([&] { return contactOf(chats).status == "Call Scheduled"_L1; }));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("Cafe Central"));
}

void TestChat::aClockThatRanIsNoMeeting()
{
    Chats chats;
    QVERIFY(chats.open());
    const auto status = [&] {
        return chats.list()
                ->currentIndex()
                .data(static_cast<int>(ui::PrepListModel::Role::status))
                .toString();
    };
    QVERIFY(chats.trigger(u"preps.chat"_s));
    QVERIFY(chats.desk.click(u"chatEnd"_s));
    QVERIFY(spinUntil([&] { return chats.stored().chatMinutes == 1; }));
    QCOMPARE(status(), u"completed"_s);
    QVERIFY(chats.desk.click(u"chatMet"_s));
    QVERIFY(spinUntil([&] { return status() == "Met"_L1; }));
}

void TestChat::weMetIsOneOperation()
{
    Chats chats;
    QVERIFY(chats.open());
    const Contact before = contactOf(chats);
    chats.desk.child<QLineEdit>(u"chatNext"_s)->setText(u"+14"_s);
    QVERIFY(chats.desk.click(u"chatMet"_s));
    QVERIFY(spinUntil([&] { return contactOf(chats).status == "Met"_L1; }));
    QCOMPARE(chats.stored().promises.size(), 1);
    QCOMPARE(contactOf(chats).nextAction, flows::touchAgain());
    TaskScope scope;
    scope.launch(chats.desk.services().store.undo(), [](Result<store::UndoOutcome>) { });
    QVERIFY(spinUntil([&] { return chats.stored().promises.isEmpty(); }));
    QCOMPARE(contactOf(chats).status, before.status);
    QCOMPARE(contactOf(chats).lastContactDate, before.lastContactDate);
    QCOMPARE(contactOf(chats).nextAction, before.nextAction);
    QVERIFY(!flows::wasHeld(chats.stored()));
}

void TestChat::aPromiseTakesThePlaceOfTheUsualFollowUp_data()
{
    QTest::addColumn<QString>("planned");
    QTest::addColumn<QString>("then");
    QTest::newRow("what the program set") << flows::usualFollowUp() << u"Send the deck"_s;
    QTest::newRow("what the user set") << u"Ask for the reading list"_s << u"Ask for the reading list"_s;
}

void TestChat::aPromiseTakesThePlaceOfTheUsualFollowUp()
{
    QFETCH(QString, planned);
    QFETCH(QString, then);
    Chats chats;
    QVERIFY(chats.open());
    TaskScope scope;
    scope.launch(
            flows::setFollowUp(&chats.desk.services(), u"p0"_s, chats.presenter->today().addDays(1), planned),
            [](Result<Contact>) { });
    QVERIFY(spinUntil([&] { return contactOf(chats).nextAction == planned; }));
    typeInto(chats, u"promiseText"_s, u"Send the deck"_s);
    QVERIFY(spinUntil([&] { return chats.stored().promises.size() == 1; }));
    QCOMPARE(contactOf(chats).nextAction, then);
}

void TestChat::findGoesToTheFilterOfTheList()
{
    Chats chats;
    QVERIFY(chats.open());
    auto *filter = chats.desk.child<QLineEdit>(u"prepFilter"_s);
    chats.list()->setFocus();
    QTest::keySequence(chats.list(), QKeySequence::Find);
    QVERIFY(filter->hasFocus());
    auto *inPdf = chats.desk.child<QWidget>(u"pdf.search"_s);
    inPdf->setFocus();
    QTest::keySequence(inPdf, QKeySequence::Find);
    QVERIFY(chats.desk.child<QLineEdit>(u"pdf.find"_s)->hasFocus());
}

void TestChat::thePdfOpensInAnotherProgram()
{
    Chats chats;
    QVERIFY(chats.open());
    Opener opener;
    QDesktopServices::setUrlHandler(u"file"_s, &opener, "open");
    QVERIFY(chats.trigger(u"preps.open"_s));
    QVERIFY(spinUntil([&] { return !opener.opened.isEmpty(); }));
    QDesktopServices::unsetUrlHandler(u"file"_s);
    const QString path = opener.opened.toLocalFile();
    QCOMPARE(QFileInfo(path).fileName(), flows::prepFileName(chats.stored()));
    QPdfDocument document;
    QCOMPARE(document.load(path), QPdfDocument::Error::None);
}

void TestChat::aMeetingSaysWhatItDoes()
{
    Chats chats;
    QVERIFY(chats.open());
    const auto words = [&](const QString &when) {
        auto *dialog = chats.view->findChild<QDialog *>(u"meetingDialog"_s);
        dialog->findChild<QLineEdit *>(u"meetingWhen"_s)->setText(when);
        return dialog->findChild<QLabel *>(u"meetingState"_s)->text();
    };
    QVERIFY(chats.trigger(u"preps.meeting"_s));
    QVERIFY(words({}).contains(u"Call scheduled"_s, Qt::CaseInsensitive));
    QVERIFY(words(u"2020-01-01 10:00"_s).contains(u"in the past"_s));
    chats.view->findChild<QDialog *>(u"meetingDialog"_s)->reject();
    QVERIFY(spinUntil([&] { return chats.view->findChild<QDialog *>(u"meetingDialog"_s) == nullptr; }));
    QVERIFY(chats.desk.click(u"chatMet"_s));
    QVERIFY(spinUntil([&] { return contactOf(chats).status == "Met"_L1; }));
    QVERIFY(chats.trigger(u"preps.meeting"_s));
    QVERIFY(words({}).contains(u"stays in their stage"_s));
}

void TestChat::aSuccessTakesTheErrorAway()
{
    Chats chats;
    QVERIFY(chats.open());
    auto *banner = chats.view->findChild<ui::Banner *>();
    chats.presenter->exportTo(chats.id, chats.desk.file(u"no/such/folder/chat.pdf"_s));
    QVERIFY(spinUntil([&] { return banner->isVisible(); }));
    QVERIFY(!banner->accessibleName().contains(u"data folder"_s));
    chats.presenter->exportTo(chats.id, chats.desk.file(u"chat.pdf"_s));
    QVERIFY(spinUntil([&] { return !banner->isVisible(); }));
}
