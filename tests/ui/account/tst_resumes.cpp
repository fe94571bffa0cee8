// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountpage.h"
#include "tests.h"

#include "flows/modelserver.h"
#include "support/modelserver.h"
#include "support/support.h"
#include "ui/account/resumedialog.h"
#include "ui/account/resumedocument.h"
#include "ui/account/textdialog.h"
#include "ui/common/pdfview.h"
#include "ui/common/promptdialog.h"
#include "ui/support/reach.h"

#include <QInputDialog>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QStandardPaths>
#include <QStyledItemDelegate>
#include <QTableWidget>
#include <QTextBlock>

using namespace Qt::StringLiterals;
using namespace crema;
using test::Account;
using test::resumeText;
using test::spinUntil;

namespace {

QVector<Resume> resumesOf(Account &account)
{
    return account.desk.services().reader.resumes().value_or(QVector<Resume>());
}

QString path(const QString &name)
{
    return test::fixture(u"resume/files/"_s + name);
}

/// The side-by-side view of the chosen resume, with its parts.
struct View
{
    Account &account;
    ui::ResumeDialog *dialog = nullptr;

    bool open()
    {
        if (!account.desk.click(u"resumeOpen"_s)) {
            return false;
        }
        return shown();
    }
    bool shown()
    {
        dialog = account.desk.child<ui::ResumeDialog>(u"resumeView"_s);
        if (dialog == nullptr || !dialog->isVisible()) {
            return false;
        }
        dialog->activateWindow(); // offscreen nothing does it
        return QTest::qWaitForWindowActive(dialog);
    }
    template <typename T>
    T *child(const char *name)
    {
        return dialog->findChild<T *>(QLatin1StringView(name));
    }
    QTableWidget *facts() { return child<QTableWidget>("resumeFacts"); }
    QPlainTextEdit *edit() { return child<QPlainTextEdit>("factEdit"); }
    void click(const char *name) { QTest::mouseClick(child<QPushButton>(name), Qt::LeftButton); }

    /// The row of a fact by its name and how many of that name come before it; -1 when it is not there.
    int row(const QString &fact, int which = 0)
    {
        for (int row = 0; row < facts()->rowCount(); ++row) {
            if (facts()->item(row, 0)->text() == fact && which-- == 0) {
                return row;
            }
        }
        return -1;
    }
    QString value(const QString &fact, int which = 0)
    {
        const int at = row(fact, which);
        return at < 0 ? QString() : facts()->item(at, 1)->text();
    }
    QString origin(const QString &fact, int which = 0)
    {
        const int at = row(fact, which);
        return at < 0 ? QString() : facts()->item(at, 2)->text();
    }
    void choose(const QString &fact, int which = 0) { facts()->setCurrentCell(row(fact, which), 1); }
    void type(const QString &text)
    {
        edit()->setFocus(); // as a person who types there: the key that saves is the editor's
        edit()->selectAll();
        QTest::keyClicks(edit(), text);
    }
    void correct(const QString &fact, const QString &text)
    {
        choose(fact);
        type(text);
        click("factSave");
    }
};

bool readIn(Account &account, const QString &file, int count = 1)
{
    return account.choose(file) && spinUntil([&] { return resumesOf(account).size() == count; })
            && spinUntil([&] {
                   return account.desk.child<QListWidget>(u"resumes"_s)->count() == count
                           && account.desk.child<QPushButton>(u"resumeChoose"_s)->isEnabled();
               });
}

} // namespace

void TestResumes::resumesAreChosenRenamedAndRemoved()
{
    Account account;
    QVERIFY(account.open());
    QVERIFY(readIn(account, account.write(u"first.txt"_s, resumeText())));
    QVERIFY(readIn(account,
                   account.write(u"second.txt"_s,
                                 "Robin Sample\n\nEDUCATION\nTrinity College Dublin, BA "
                                 "History, 2015 - 2019\n"),
                   2));
    auto *list = account.desk.child<QListWidget>(u"resumes"_s);
    QVERIFY(list->item(0)->text().startsWith(u"second.txt\ndefault"_s));
    QVERIFY(!account.desk.child<QPushButton>(u"resumeMakeDefault"_s)->isEnabled());
    list->setCurrentRow(1);
    QVERIFY(account.desk.click(u"resumeMakeDefault"_s));
    QVERIFY(spinUntil([&] { return account.stored().university == u"University of Michigan"_s; }));
    QVERIFY(spinUntil([&] { return list->item(1)->text().contains(u"default"_s); }));
    QCOMPARE(list->currentRow(), 1);
    QVERIFY(account.desk.click(u"resumeRename"_s));
    auto *name = account.desk.child<QInputDialog>(u"resumeNameDialog"_s);
    QVERIFY(name != nullptr);
    name->setTextValue(u"For <b>banks</b>"_s);
    name->accept();
    QVERIFY(spinUntil([&] { return list->item(1)->text().startsWith(u"For <b>banks</b>"_s); }));
    QVERIFY(account.desk.click(u"resumeCopy"_s));
    auto *copy = account.desk.child<QFileDialog>(u"resumeCopyDialog"_s);
    QVERIFY(copy != nullptr);
    Q_EMIT copy->fileSelected(account.desk.file(u"copy.txt"_s));
    QFile written(account.desk.file(u"copy.txt"_s));
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll(), resumeText());
    copy->reject();
    QVERIFY(account.desk.click(u"resumeRemove"_s));
    QVERIFY(spinUntil([&] { return list->count() == 1; }));
    QVERIFY(list->item(0)->text().startsWith(u"second.txt\ndefault"_s));
    QVERIFY(account.desk.click(u"resumeRemove"_s));
    QVERIFY(spinUntil([&] { return !account.desk.isShown(u"resumes"_s); }));
}

void TestResumes::aFactLeadsToItsPlaceAndIsCorrected()
{
    Account account;
    QVERIFY(account.open());
    QVERIFY(readIn(account, account.write(u"resume.txt"_s, resumeText())));
    View view {account};
    QVERIFY(view.open());
    auto *text = view.child<QPlainTextEdit>("resumeText");
    view.facts()->setFocus();
    view.choose(u"Employer"_s);
    QVERIFY(text->isVisible());
    QCOMPARE(text->extraSelections().size(), 1);
    QVERIFY(text->textCursor().block().text().contains(u"Harbour Bank"_s));
    view.type(u"Harbour Bank plc"_s);
    QTest::keyClick(view.edit(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(spinUntil([&] { return view.value(u"Employer"_s) == u"Harbour Bank plc"_s; }));
    QCOMPARE(view.origin(u"Employer"_s), u"corrected by you"_s);
    QVERIFY(spinUntil([&] { return account.stored().companies.value(0).text == u"Harbour Bank plc"_s; }));
    QVERIFY(text->textCursor().block().text().contains(u"Harbour Bank"_s)); // its place is still lit
    view.correct(u"University"_s, u"UMich"_s);
    QVERIFY(spinUntil([&] { return account.field(u"university"_s)->text() == u"UMich"_s; }));
    view.click("resumeReadAgain");
    QVERIFY(spinUntil([&] { return view.child<QPushButton>("resumeReadAgain")->isEnabled(); }));
    QCOMPARE(view.value(u"University"_s), u"UMich"_s);
    view.choose(u"University"_s);
    view.click("factRevert");
    QVERIFY(spinUntil([&] { return account.stored().university == u"University of Michigan"_s; }));
    QVERIFY(spinUntil([&] { return view.origin(u"University"_s) == u"line 5"_s; }));
}

void TestResumes::aModelFillsGapsOnceItIsSeenWhatItIsTold()
{
    test::ModelServer server;
    if (!server.isRunning()) {
        QSKIP("python3 is not installed; it runs the stand-in for a model server");
    }
    server.control({{"facts", {{{"field", "companies"}, {"text", "Halden Pike"}, {"line", 5}}}}});
    Account account;
    QVERIFY(account.open());
    QVERIFY(test::await(
            flows::setModelServer(&account.desk.services(), server.baseUrl().toString(), u"good"_s)));
    QVERIFY(readIn(account,
                   account.write(u"cv.txt"_s,
                                 "Robin Sample\nrobin@students.example\n\nEXPERIENCE\nHalden Pike\nLisbon "
                                 "Quay\n2024 - 2025\n- Built a model of ferry prices\n")));
    View view {account};
    QVERIFY(view.open());
    QCOMPARE(view.row(u"Employer"_s), -1);
    view.click("resumeAskModel");
    QVERIFY(spinUntil([&] { return view.child<ui::PromptDialog>("promptDialog") != nullptr; }));
    auto *prompt = view.child<ui::PromptDialog>("promptDialog");
    const auto *text = prompt->findChild<QPlainTextEdit *>(u"promptText"_s);
    QVERIFY(text->toPlainText().contains(u"Halden Pike"_s));
    QVERIFY(!text->toPlainText().contains(u"robin@students.example"_s));
    QCOMPARE(server.requests(), 0);
    QTest::mouseClick(prompt->findChild<QPushButton *>(u"promptSend"_s), Qt::LeftButton);
    QVERIFY(spinUntil([&] { return view.value(u"Employer"_s) == u"Halden Pike"_s; }));
    QCOMPARE(view.origin(u"Employer"_s), u"line 5, by a model"_s);
    QVERIFY(spinUntil(
            [&] { return view.child<QPushButton>("resumeAskModel")->text() == u"Ask a model…"_s; }));
    QCOMPARE(account.stored().companies.size(), 1);
}

void TestResumes::withoutAModelTheViewSaysSo()
{
    Account account;
    QVERIFY(account.open());
    QVERIFY(readIn(account, account.write(u"cv.txt"_s, resumeText())));
    View view {account};
    QVERIFY(view.open());
    view.click("resumeAskModel");
    QVERIFY(spinUntil([&] { return view.child<QWidget>("bannerClose")->isVisible(); }));
    QVERIFY(view.child<ui::PromptDialog>("promptDialog") == nullptr);
}

void TestResumes::aRefusedCorrectionStaysToBeMended()
{
    Account account;
    QVERIFY(account.open());
    QVERIFY(readIn(account, account.write(u"resume.txt"_s, resumeText())));
    View view {account};
    QVERIFY(view.open());
    view.choose(u"Email"_s);
    view.type(u"robin at home"_s);
    view.choose(u"Name"_s); // going on saves
    auto *refusal = view.child<QLabel>("factRefusal");
    QVERIFY(spinUntil([&] { return refusal->isVisible(); }));
    QCOMPARE(view.facts()->currentRow(), view.row(u"Email"_s));
    QCOMPARE(view.edit()->toPlainText(), u"robin at home"_s);
    view.type(u"robin@home.example"_s);
    view.click("factSave");
    QVERIFY(spinUntil([&] { return account.stored().email == u"robin@home.example"_s; }));
    QVERIFY(!refusal->isVisible());
}

void TestResumes::whatIsTypedIsKeptWhenTheViewCloses()
{
    Account account;
    QVERIFY(account.open());
    QVERIFY(readIn(account, account.write(u"resume.txt"_s, resumeText())));
    View view {account};
    QVERIFY(view.open());
    view.choose(u"Hometown"_s);
    view.type(u"Kiel"_s);
    account.presenter->load(); // something else changed meanwhile
    QCOMPARE(view.edit()->toPlainText(), u"Kiel"_s);
    QTest::keyClick(view.dialog, Qt::Key_Escape);
    QVERIFY(spinUntil([&] { return account.stored().hometown == u"Kiel"_s; }));
}

void TestResumes::factsAreAddedAndTakenBack()
{
    Account account;
    QVERIFY(account.open());
    QVERIFY(readIn(account, account.write(u"resume.txt"_s, resumeText())));
    View view {account};
    QVERIFY(view.open());
    view.click("factAddEmployer");
    QVERIFY(view.edit()->hasFocus());
    QTest::keyClicks(view.edit(), u"Contoso"_s);
    view.click("factSave");
    QVERIFY(spinUntil([&] { return view.value(u"Employer"_s, 2) == u"Contoso"_s; }));
    view.choose(u"Employer"_s, 1);
    view.click("factRemove");
    QVERIFY(spinUntil([&] { return view.origin(u"Employer"_s, 1) == u"removed by you"_s; }));
    QCOMPARE(view.value(u"Employer"_s, 1), u"Northwind Traders"_s); // it can be seen and taken back
    QVERIFY(spinUntil([&] { return account.stored().companies.size() == 2; }));
    view.click("factRevert");
    QVERIFY(spinUntil([&] { return account.stored().companies.size() == 3; }));
}

void TestResumes::aFactIsShownOnItsPage()
{
    Account account;
    QVERIFY(account.open());
    QVERIFY(readIn(account, path(u"writer.pdf"_s)));
    View view {account};
    QVERIFY(view.open());
    view.choose(u"University"_s); // at once: the pages are still being opened
    ui::PdfView &pdf = view.dialog->document().pdf();
    QVERIFY(spinUntil([&] { return pdf.isLoaded(); }));
    QCOMPARE(pdf.hitCount(), 1);
    view.choose(u"Name"_s);
    QCOMPARE(pdf.hitCount(), 1);
    view.choose(u"Hometown"_s);
    if (view.origin(u"Hometown"_s).isEmpty()) {
        QCOMPARE(pdf.hitCount(), 0); // nothing was read, nothing is lit
    }
}

void TestResumes::protectedResumeAsksForItsPassword()
{
    Account account;
    QVERIFY(account.open());
    QVERIFY(account.choose(path(u"password.pdf"_s)));
    const auto asking = [&] { return account.desk.child<QInputDialog>(u"resumePasswordDialog"_s); };
    QVERIFY(spinUntil([&] { return asking() != nullptr; }));
    QPointer<QInputDialog> ask = asking();
    QVERIFY(ask->labelText().contains(u"password.pdf"_s));
    QCOMPARE(ask->textEchoMode(), QLineEdit::Password);
    ask->setTextValue(u"wrong"_s);
    ask->accept();
    QVERIFY(spinUntil([&] { return asking() != nullptr && asking() != ask; }));
    QVERIFY(asking()->labelText().contains(u"does not open"_s));
    asking()->setTextValue(u"lisboa"_s);
    asking()->accept();
    QVERIFY(spinUntil([&] { return resumesOf(account).size() == 1; }));
    QVERIFY(resumesOf(account).constFirst().isProtected);
}

void TestResumes::theDocumentAsksForItsPasswordAgain()
{
    Account account;
    QVERIFY(account.open());
    VERIFY_OK(test::await(flows::setResume(&account.desk.services(), path(u"password.pdf"_s), u"lisboa"_s)));
    QVERIFY(spinUntil([&] { return account.desk.isShown(u"resumes"_s); }));
    View view {account};
    QVERIFY(view.open());
    auto *password = view.child<QLineEdit>("documentPassword");
    QVERIFY(password->isVisible());
    QCOMPARE(password->echoMode(), QLineEdit::Password);
    QTest::keyClicks(password, u"wrong"_s);
    QTest::keyClick(password, Qt::Key_Return);
    QVERIFY(spinUntil(
            [&] { return view.child<QLabel>("documentPasswordWhy")->text().contains(u"does not open"_s); }));
    QVERIFY(password->text().isEmpty());
    QTest::keyClicks(password, u"lisboa"_s);
    QTest::keyClick(password, Qt::Key_Return);
    QVERIFY(spinUntil([&] { return view.dialog->document().pdf().isVisible(); }));
    QVERIFY(view.dialog->document().pdf().isLoaded());
    view.click("resumeReadAgain");
    QVERIFY(spinUntil(
            [&] { return account.desk.child<QInputDialog>(u"resumePasswordDialog"_s) != nullptr; }));
}

void TestResumes::aScanIsTypedIn()
{
    Account account;
    QVERIFY(account.open());
    QVERIFY(account.choose(path(u"scan.pdf"_s)));
    QVERIFY(spinUntil([&] { return account.desk.child<ui::TextDialog>(u"resumeTextDialog"_s) != nullptr; }));
    auto *dialog = account.desk.child<ui::TextDialog>(u"resumeTextDialog"_s);
    QVERIFY(dialog->findChild<QLabel *>(u"resumeTextReason"_s)->text().contains(u"scan.pdf"_s));
    auto *use = dialog->findChild<QPushButton *>(u"resumeUseText"_s);
    QVERIFY(!use->isEnabled());
    dialog->findChild<QPlainTextEdit *>(u"resumeTypedText"_s)->setPlainText(QString::fromUtf8(resumeText()));
    QTest::mouseClick(use, Qt::LeftButton);
    QVERIFY(spinUntil([&] { return resumesOf(account).size() == 1; }));
    QCOMPARE(resumesOf(account).constFirst().textOrigin, TextOrigin::typed);
    QVERIFY(spinUntil([&] { return account.desk.isShown(u"resumes"_s); }));
    View view {account};
    QVERIFY(view.shown() || view.open());
    QVERIFY(view.child<QPushButton>("resumeEditText")->isVisible());
    QVERIFY(view.child<QLabel>("resumeViewNote")->text().contains(u"typed"_s));
}

void TestResumes::aScanIsRecognised()
{
    if (QStandardPaths::findExecutable(u"tesseract"_s).isEmpty()) {
        QSKIP("tesseract, which recognises the text, is not installed");
    }
    Account account;
    QVERIFY(account.open());
    QVERIFY(account.choose(path(u"scan.pdf"_s)));
    QVERIFY(spinUntil([&] {
        auto *button = account.desk.child<QPushButton>(u"resumeRecognise"_s);
        return button != nullptr && button->isVisible();
    }));
    QVERIFY(!account.desk.child<QLabel>(u"resumeNoRecognition"_s)->isVisible());
    QTest::mouseClick(account.desk.child<QPushButton>(u"resumeRecognise"_s), Qt::LeftButton);
    QVERIFY(!account.desk.child<QPushButton>(u"resumeRecognise"_s)->isEnabled());
    // The small picture may or may not be readable: either it is marked as recognised, or the reason is said
    // and the text can still be typed.
    QVERIFY(spinUntil([&] {
        auto *problem = account.desk.child<QLabel>(u"resumeTextProblem"_s);
        return !resumesOf(account).isEmpty() || (problem != nullptr && problem->isVisible());
    }));
    if (!resumesOf(account).isEmpty()) {
        QCOMPARE(resumesOf(account).constFirst().textOrigin, TextOrigin::recognised);
        View view {account};
        QVERIFY(spinUntil([&] { return view.shown(); }));
        QVERIFY(view.child<QLabel>("resumeViewNote")->text().contains(u"check"_s));
    }
}

void TestResumes::nothingIsCutInANarrowView()
{
    Account account;
    QVERIFY(account.open());
    const QByteArray address =
            "maximiliane.featherstonehaugh-wellington@students.university-of-somewhere.example";
    QByteArray text = resumeText();
    text.replace("robin@students.example", address);
    QVERIFY(readIn(account, account.write(u"cv.txt"_s, text)));
    View view {account};
    QVERIFY(view.open());
    view.dialog->resize(760, 700);
    QApplication::processEvents();
    QTableWidget &facts = *view.facts();
    QCOMPARE(view.value(u"Email"_s), QString::fromLatin1(address));
    for (int row = 0; row < facts.rowCount(); ++row) {
        for (int column = 0; column < facts.columnCount(); ++column) {
            QStyleOptionViewItem option;
            option.initFrom(&facts);
            option.widget = &facts;
            option.rect = facts.visualItemRect(facts.item(row, column));
            const QSize needed = facts.itemDelegate()->sizeHint(option, facts.model()->index(row, column));
            QVERIFY2(needed.width() <= facts.columnWidth(column),
                     qPrintable(facts.item(row, column)->text()));
            QVERIFY2(needed.height() <= option.rect.height(), qPrintable(facts.item(row, column)->text()));
        }
    }
}

void TestResumes::everyControlOfTheViewIsNamedAndReached()
{
    Account account;
    QVERIFY(account.open());
    QVERIFY(readIn(account, path(u"writer.pdf"_s)));
    View view {account};
    QVERIFY(view.open());
    QVERIFY(spinUntil([&] { return view.dialog->document().pdf().isLoaded(); }));
    view.choose(u"University"_s);
    view.type(u"x"_s);
    QCOMPARE(test::unreachedByTab(view.dialog).join(u' '), QString());
    QCOMPARE(test::namelessFaces(view.dialog).join(u' '), QString());
}
