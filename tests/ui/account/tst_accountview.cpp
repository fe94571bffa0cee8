// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountpage.h"
#include "tests.h"

#include "base/dates.h"
#include "store/historyreader.h"
#include "support/spin.h"
#include "support/support.h"
#include "ui/account/profileform.h"
#include "ui/account/receiptsmodel.h"
#include "ui/account/usagechart.h"
#include "ui/support/reach.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace crema;
using test::Account;
using test::resumeText;
using test::somebody;
using test::spinUntil;

void TestAccountView::fieldIsSavedWhenItIsLeft()
{
    Account account;
    QVERIFY(account.open());
    account.fill(u"name"_s, u"Robin Sample"_s);
    QVERIFY(spinUntil([&] { return account.stored().name == u"Robin Sample"_s; }));
    QVERIFY(account.field(u"email"_s)->hasFocus()); // Tab went on in reading order
    account.fill(u"interests"_s, u"sailing, chess"_s);
    QVERIFY(spinUntil([&] { return account.stored().interests.contains(u"chess"_s); }));
    QVERIFY(account.stored().interests.contains(u"sailing"_s));
}

void TestAccountView::signatureIsSavedWhenThePageGoes()
{
    Account account;
    QVERIFY(account.open());
    auto *signature = account.desk.child<QPlainTextEdit>(u"profile_signature"_s);
    signature->setFocus();
    QTest::keyClicks(signature, u"Robin"_s);
    account.desk.closeView();
    QVERIFY(spinUntil([&] { return account.stored().signature == u"Robin"_s; }));
}

void TestAccountView::refusedValueStaysWithItsReason()
{
    Account account;
    QVERIFY(account.open());
    account.fill(u"email"_s, u"robin at home"_s);
    QVERIFY(spinUntil([&] { return !account.field(u"email"_s)->accessibleDescription().isEmpty(); }));
    account.fill(u"name"_s, u"Robin Sample"_s); // another field is saved and everything read again
    QVERIFY(spinUntil([&] { return account.stored().name == u"Robin Sample"_s; }));
    QCOMPARE(account.field(u"email"_s)->text(), u"robin at home"_s);
    QVERIFY(account.stored().email.isEmpty());
    account.fill(u"email"_s, u"robin@home.example"_s);
    QVERIFY(spinUntil([&] { return account.stored().email == u"robin@home.example"_s; }));
    QVERIFY(spinUntil([&] { return account.field(u"email"_s)->accessibleDescription().isEmpty(); }));
}

void TestAccountView::valueIsKeptWhenItCannotBeSaved()
{
    Account account;
    QVERIFY(account.open());
    QVERIFY(account.desk.breakWrites());
    account.fill(u"name"_s, u"Robin Sample"_s);
    QVERIFY(spinUntil([&] { return !account.field(u"name"_s)->accessibleDescription().isEmpty(); }));
    account.presenter->load();
    QCOMPARE(account.field(u"name"_s)->text(), u"Robin Sample"_s);
    QVERIFY(account.desk.mendWrites());
    account.field(u"name"_s)->setFocus();
    QTest::keyClicks(account.field(u"name"_s), u"!"_s);
    QTest::keyClick(account.field(u"name"_s), Qt::Key_Return);
    QVERIFY(spinUntil([&] { return account.stored().name == u"Robin Sample!"_s; }));
}

void TestAccountView::resumeFillsWhatIsEmpty()
{
    Account account;
    QVERIFY(account.open());
    QVERIFY(account.desk.text(u"resumeHint"_s).contains(u"drop it here or choose it"_s));
    QVERIFY(!account.desk.isShown(u"resumes"_s)); // no empty boxes
    account.fill(u"university"_s, u"Typed by hand"_s);
    QVERIFY(spinUntil([&] { return account.stored().university == u"Typed by hand"_s; }));
    QVERIFY(account.choose(account.write(u"resume.txt"_s, resumeText())));
    QVERIFY(spinUntil([&] { return account.field(u"name"_s)->text() == u"Robin Sample"_s; }));
    QVERIFY(account.desk.child<QListWidget>(u"resumes"_s)->item(0)->text().startsWith(u"resume.txt"_s));
    QVERIFY(account.field(u"name"_s)->accessibleDescription().contains(u"line 1"_s));
    QCOMPARE(account.field(u"university"_s)->text(), u"Typed by hand"_s);
}

void TestAccountView::unreadableResumeSaysWhy()
{
    Account account;
    QVERIFY(account.open());
    QVERIFY(account.choose(account.write(u"my password list.pdf"_s, "%PDF-1.4\nnot really")));
    QVERIFY(account.desk.waitShown(u"bannerClose"_s));
    QVERIFY2(account.desk.allText().contains(u"my password list.pdf"_s),
             qUtf8Printable(account.desk.allText()));
    QVERIFY(account.desk.child<QInputDialog>(u"resumePasswordDialog"_s) == nullptr); // none would help
    QVERIFY(account.desk.child<QAbstractButton>(u"resumeChoose"_s)->isEnabled());
}

void TestAccountView::receiptsAreListed()
{
    Account account;
    QVERIFY(account.desk.open() && account.desk.setSender() && account.show());
    QVERIFY(account.desk.isShown(u"noReceipts"_s));
    QVERIFY(!account.desk.isShown(u"receipts"_s));
    QVERIFY(account.desk.add({somebody(0)}));
    QVERIFY(!account.desk.prepare(u"p0"_s).isEmpty());
    auto *table = account.desk.child<QTableView>(u"receipts"_s);
    const QAbstractItemModelTester tester(table->model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    QVERIFY(spinUntil([&] { return table->model()->rowCount() == 1; }));
    QVERIFY(table->isVisible());
    QVERIFY(table->model()->index(0, 1).data().toString().contains(u"Zoë Müller"_s));
    QCOMPARE(table->model()->index(0, 3).data().toInt(), 0); // local work costs nothing
    QCOMPARE(account.desk.text(u"creditBalance"_s), u"150 of 150"_s);
    QVERIFY(account.desk.text(u"usageTotal"_s).startsWith(u"Nothing was charged"_s));
    QVERIFY(!account.desk.isShown(u"usageChart"_s)); // thirty empty days say less than the sentence
}

namespace {

store::Operation receiptFor(const QString &jobId, int reserved, int charged)
{
    store::Operation operation;
    operation.receipts.push_back(
            {jobId, u"find_paid"_s, u"Find: <b>engineer</b>"_s, reserved, charged, reserved - charged, {}});
    return operation;
}

} // namespace

void TestAccountView::aReceiptIsOpened()
{
    Account account;
    QVERIFY(account.desk.open());
    QVERIFY(test::await(account.desk.services().store.apply(receiptFor(u"job1"_s, 45, 30))).has_value());
    QVERIFY(account.show());
    account.view->showReceipt(u"another"_s); // of a job that left none
    QVERIFY(account.desk.child<QDialog>(u"receiptDialog"_s) == nullptr);
    account.view->showReceipt(u"job1"_s);
    QPointer<QDialog> dialog = account.desk.child<QDialog>(u"receiptDialog"_s);
    QVERIFY(dialog && dialog->isVisible());
    QStringList words;
    for (const QLabel *label : dialog->findChildren<QLabel *>()) {
        words << label->text();
    }
    QVERIFY2(words.contains(u"Find: <b>engineer</b>"_s), qUtf8Printable(words.join(u'|'))); // never markup
    QVERIFY(words.contains(u"45 credits"_s) && words.contains(u"30 credits"_s)
            && words.contains(u"15 credits"_s));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(spinUntil([&] { return !dialog; }));
    auto *table = account.desk.child<QTableView>(u"receipts"_s);
    account.desk.window().activateWindow(); // offscreen nothing does it
    QVERIFY(spinUntil([&] { return table->hasFocus(); }));
    QTest::keyClick(table, Qt::Key_Return); // and by hand
    QVERIFY(account.desk.child<QDialog>(u"receiptDialog"_s) != nullptr);
}

void TestAccountView::usageIsShownByDay()
{
    Account account;
    QVERIFY(account.open());
    QVERIFY(test::await(account.desk.services().store.apply(receiptFor(u"a"_s, 45, 30))).has_value());
    QVERIFY(test::await(account.desk.services().store.apply(receiptFor(u"b"_s, 15, 15))).has_value());
    QVERIFY(account.desk.waitShown(u"usageChart"_s));
    QVERIFY(spinUntil([&] {
        return account.desk.text(u"usageTotal"_s) == "45 credits charged in the last 30 days"_L1;
    }));
    const auto *chart = account.desk.child<ui::UsageChart>(u"usageChart"_s);
    QVERIFY2(chart->accessibleDescription().endsWith(u": 45 credits"_s),
             qUtf8Printable(chart->accessibleDescription()));
}

void TestAccountView::usageCountsByTheLocalDay()
{
    const QDate today(2026, 3, 30);
    const auto receipt = [](const QDateTime &at, int charged) {
        return store::Receipt {u"j"_s, u"find_paid"_s, {}, charged, charged, 0, toStoredTime(at)};
    };
    const auto usage = ui::usageOf({receipt(QDateTime(today, QTime(0, 0)), 15),
                                    receipt(QDateTime(today, QTime(23, 59, 59)), 30),
                                    receipt(QDateTime(today.addDays(-29), QTime(12, 0)), 5),
                                    receipt(QDateTime(today.addDays(-30), QTime(23, 59)), 100)},
                                   today, 30);
    QCOMPARE(usage.size(), 30);
    QCOMPARE(usage.constFirst(), (ui::UsageDay {today.addDays(-29), 5})); // the day before is out
    QCOMPARE(usage.constLast(), (ui::UsageDay {today, 45}));
}

void TestAccountView::everyControlIsNamedAndReached()
{
    Account account;
    QVERIFY(account.open());
    QVERIFY(account.choose(account.write(u"resume.txt"_s, resumeText())));
    auto *resumes = account.desk.child<QListWidget>(u"resumes"_s);
    auto *choosing = account.desk.child<QAbstractButton>(u"resumeChoose"_s);
    QVERIFY(spinUntil([&] { return resumes->count() == 1 && choosing->isEnabled(); }));
    QVERIFY(account.choose(account.write(u"other.txt"_s, resumeText() + "- Sang\n")));
    QVERIFY(spinUntil([&] { return resumes->count() == 2; }));
    resumes->setCurrentRow(1);
    QCOMPARE(test::unreachedByTab(&account.desk.window()).join(u' '), QString());
    QCOMPARE(test::namelessFaces(&account.desk.window()).join(u' '), QString());
}

void TestAccountView::textIsSavedInAPause()
{
    Account account;
    QVERIFY(account.open());
    auto *signature = account.desk.child<QPlainTextEdit>(u"profile_signature"_s);
    signature->setFocus();
    const auto operations = [&] {
        const auto entries = store::operations(account.desk.services().reader.connection(), 20);
        return entries ? entries->size() : -1;
    };
    const qsizetype before = operations();
    QTest::keyClicks(signature, u"Rob"_s);
    QTest::qWait(1000); // a breath is no end
    QTest::keyClicks(signature, u"in "_s);
    QVERIFY(spinUntil([&] { return account.stored().signature == u"Robin"_s; }));
    QCOMPARE(operations(), before + 1);
    QVERIFY(signature->hasFocus());
    QCOMPARE(signature->toPlainText(), u"Robin "_s); // as it is being typed
    QTest::keyClicks(signature, u"Sample"_s);
    QVERIFY(spinUntil([&] { return account.stored().signature == u"Robin Sample"_s; }));
    QLineEdit *email = account.field(u"email"_s);
    email->setFocus();
    QTest::keyClicks(email, u"robin@"_s);
    QVERIFY(spinUntil([&] {
        return account.view->refused() == QVector<ui::UnsavedEdit> {{u"Email"_s, {}, u"robin@"_s}};
    }));
    QVERIFY(email->accessibleDescription().isEmpty()); // not yet done
    QTest::keyClick(email, Qt::Key_Tab);
    QVERIFY(!email->accessibleDescription().isEmpty());
    QCOMPARE(email->text(), u"robin@"_s);
}

void TestAccountView::whatIsTriedAgainIsWaitedFor()
{
    ui::ProfileForm form;
    form.show(Profile());
    QSignalSpy edited(&form, &ui::ProfileForm::fieldEdited);
    auto *email = form.findChild<QLineEdit *>(u"profile_email"_s);
    email->setText(u"robin@sample.example"_s);
    email->setModified(true);
    form.flush();
    form.showRefusal(u"email"_s, u"The disk is full"_s);
    QVERIFY(!form.awaitsAnswer());
    form.retryRefused();
    QVERIFY(form.awaitsAnswer());
    QCOMPARE(edited.size(), 2);
    QCOMPARE(edited.constLast().at(1).toString(), u"robin@sample.example"_s);
}

void TestAccountView::linkedinMustBeAProfile_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("taken");
    QTest::newRow("short") << u"linkedin.com/in/robin-sample"_s << true;
    QTest::newRow("whole, in another language") << u"https://de.linkedin.com/in/robin/?locale=de"_s << true;
    QTest::newRow("a word") << u"soon"_s << false;
    QTest::newRow("a firm") << u"https://www.linkedin.com/company/acme"_s << false;
}

void TestAccountView::linkedinMustBeAProfile()
{
    QFETCH(QString, typed);
    QFETCH(bool, taken);
    Account account;
    QVERIFY(account.open());
    account.fill(u"linkedinUrl"_s, typed);
    QLineEdit *field = account.field(u"linkedinUrl"_s);
    QVERIFY(spinUntil([&] {
        return taken ? !account.stored().linkedinUrl.isEmpty() : !field->accessibleDescription().isEmpty();
    }));
    QCOMPARE(field->text(), typed);
}
