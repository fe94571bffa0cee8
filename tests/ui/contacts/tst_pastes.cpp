// SPDX-License-Identifier: GPL-3.0-or-later
// What pasting a table would do, and one paste after another.
#include "fullpage.h"
#include "spreadsheettests.h"

#include "flows/contactflow.h"
#include "support/support.h"
#include "ui/contacts/celltext.h"

#include <QClipboard>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace {

using Table = QVector<QStringList>;
using Rows = QVector<flows::RowEdit>;

void paste(Full &full, const QString &id, ContactColumn column, const QString &text)
{
    full.table->setCurrentIndex(full.cell(id, column));
    full.select({id});
    QGuiApplication::clipboard()->setText(text);
    Q_EMIT full.table->pasteRequested();
}

bool answered(Full &full)
{
    return spinUntil([&] { return !full.desk.page().awaitsAnswer(); });
}

QStringList wordsOf(const QSignalSpy &told)
{
    QStringList words;
    for (const QVariantList &each : told) {
        words << each[0].toString();
    }
    return words;
}

} // namespace

void TestPastes::aRowFillsAll()
{
    const PasteTarget all {
            {7, 8, 9}, {ContactColumn::company, ContactColumn::email, ContactColumn::name}, true};
    const PastePlan plan = planPaste({{u"Acme"_s, u"no address"_s, u"Ada Byron"_s}}, all);
    const flows::FieldValues values {
            {u"company"_s, u"Acme"_s}, {u"firstName"_s, u"Ada"_s}, {u"lastName"_s, u"Byron"_s}};
    QCOMPARE(plan.rows, (Rows {{7, values}, {8, values}, {9, values}}));
    QCOMPARE(plan.cells, 6);
    QCOMPARE(plan.problems.size(), 3);
    for (qsizetype i = 0; i < 3; ++i) {
        QCOMPARE(plan.problems[i].rid, all.rids[i]);
        QCOMPARE(plan.problems[i].column, ContactColumn::email);
        QCOMPARE(plan.problems[i].value, u"no address"_s);
        QVERIFY(!plan.problems[i].problem.isEmpty());
    }
    QVERIFY(!plan.isPlain());
}

void TestPastes::eachTextIsCheckedForItsColumn()
{
    // The same text is one thing in one column and another in the next.
    const PasteTarget below {{7, 8, 9}, {ContactColumn::company, ContactColumn::email}, false};
    const PastePlan plan = planPaste(
            {{u"Acme"_s, u"a@b.example"_s}, {u"a@b.example"_s, u"Acme"_s}, {u"Acme"_s, u"a@b.example"_s}},
            below);
    QCOMPARE(plan.rows,
             (Rows {{7, {{u"company"_s, u"Acme"_s}, {u"email"_s, u"a@b.example"_s}}},
                    {8, {{u"company"_s, u"a@b.example"_s}}},
                    {9, {{u"company"_s, u"Acme"_s}, {u"email"_s, u"a@b.example"_s}}}}));
    QCOMPARE(plan.problems.size(), 1);
    QCOMPARE(plan.problems[0].rid, 8);
    QCOMPARE(plan.cells, 5);
}

void TestPastes::statusesAreNamedOnce()
{
    const PasteTarget below {{7, 8, 9, 10}, {ContactColumn::status}, false};
    const PastePlan plan = planPaste({{u"Bogus"_s}, {u"responded"_s}, {u"Bogus"_s}, {u"Odd"_s}}, below);
    QCOMPARE(plan.otherStatuses, (QStringList {u"Bogus"_s, u"Odd"_s}));
    const PastePlan filled = planPaste({{u"Bogus"_s}}, {{7, 8, 9, 10}, {ContactColumn::status}, true});
    QCOMPARE(filled.otherStatuses, QStringList {u"Bogus"_s});
}

void TestPastes::whatIsReplacedIsKnown_data()
{
    QTest::addColumn<ContactColumn>("refused");
    QTest::addColumn<ContactColumn>("pasted");
    QTest::addColumn<bool>("isReplaced");
    using C = ContactColumn;
    QTest::newRow("the same cell") << C::email << C::email << true;
    QTest::newRow("the cell beside it") << C::email << C::company << false;
    QTest::newRow("the first name, by the whole") << C::firstName << C::name << true;
    QTest::newRow("the whole name, by the first") << C::name << C::firstName << false;
}

void TestPastes::whatIsReplacedIsKnown()
{
    QFETCH(ContactColumn, refused);
    QFETCH(ContactColumn, pasted);
    QFETCH(bool, isReplaced);
    PasteTarget target {{7, 8}, {pasted}, true, {}};
    const CellTexts here {{{8, static_cast<int>(refused)}, u"refused"_s}};
    target.refused = here;
    target.refused.insert({9, static_cast<int>(pasted)}, u"of somebody else"_s);
    const PastePlan plan = planPaste({{u"a@b.example"_s}}, target);
    QCOMPARE(plan.replaced, isReplaced ? here : CellTexts {});
    QVERIFY(plan.isPlain()); // it is told
}

void TestPastes::twoPastesFollowOneAnother()
{
    Full full;
    QVERIFY(full.open());
    VERIFY_OK(test::await(
            flows::setContactFields(&full.desk.services(), u"p1"_s, {{u"status"_s, u"Bogus"_s}})));
    QSignalSpy told(&full.desk.page(), &ContactsPage::toast);
    paste(full, u"p4"_s, ContactColumn::status, u"Bogus\n"_s); // who else has it is looked up first
    paste(full, u"p5"_s, ContactColumn::status, u"Bogus\n"_s);
    paste(full, u"p4"_s, ContactColumn::company, u"New Firm\n"_s); // needs no look
    paste(full, u"p5"_s, ContactColumn::status, u"Met\n"_s);
    QVERIFY(full.desk.page().awaitsAnswer());
    QVERIFY(answered(full));
    QCOMPARE(full.desk.contact(u"p4"_s).status, u"Bogus"_s);
    QCOMPARE(full.desk.contact(u"p4"_s).company(), u"New Firm"_s);
    QCOMPARE(full.desk.contact(u"p5"_s).status, u"Met"_s); // the later one is on top
    QVERIFY(spinUntil([&] { return told.count() == 4; }));
    QCOMPARE(wordsOf(told), QStringList(4, u"1 cell pasted"_s));
    QVERIFY(full.desk.undo(told[3][1].toString()));
    QCOMPARE(full.desk.contact(u"p5"_s).status, u"Bogus"_s);
}

void TestPastes::thePasteBehindAQuestionWaits()
{
    for (const bool accepts : {true, false}) {
        Full full;
        QVERIFY(full.open());
        const QString before = full.desk.contact(u"p4"_s).status;
        paste(full, u"p4"_s, ContactColumn::status, u"Unheard of\n"_s);
        paste(full, u"p5"_s, ContactColumn::company, u"New Firm\n"_s);
        QDialog *dialog = nullptr;
        QVERIFY(spinUntil([&] { return (dialog = dialogNamed(u"contacts.pasteDialog"_s)) != nullptr; }));
        QVERIFY(full.desk.contact(u"p5"_s).company() != "New Firm"_L1);
        accepts ? dialog->findChild<QPushButton *>(u"paste.accept"_s)->click() : dialog->reject();
        QVERIFY(spinUntil([&] { return full.desk.contact(u"p5"_s).company() == "New Firm"_L1; }));
        QCOMPARE(full.desk.contact(u"p4"_s).status, accepts ? u"Unheard of"_s : before);
    }
}
