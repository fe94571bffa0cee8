// SPDX-License-Identifier: GPL-3.0-or-later
#include "fullpage.h"
#include "tests.h"

#include "flows/contactflow.h"
#include "store/connection.h"
#include "support/support.h"
#include "ui/common/banner.h"
#include "ui/contacts/contactcommands.h"
#include "ui/contacts/contactpane.h"

#include <QClipboard>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

namespace {

QString told(Full &full)
{
    const auto *banner = full.desk.child<Banner>({});
    return banner->isVisible() ? banner->accessibleName() : QString();
}

QLineEdit *openLine(Full &full)
{
    QLineEdit *open = nullptr;
    for (auto *line : full.table->viewport()->findChildren<QLineEdit *>()) {
        open = line->isVisible() ? line : open;
    }
    return open;
}

/// Types into a cell and leaves it by a click elsewhere.
void typeInto(Full &full, const QString &id, ContactColumn column, const QString &text)
{
    full.table->editCell(full.desk.page().presenter().rowIdOf(id), column);
    openLine(full)->setText(text);
    full.table->flush();
}

/// Types into a cell of somebody who is deleted meanwhile.
void typeTooLate(Full &full, const QString &id, const QString &text)
{
    full.table->editCell(full.desk.page().presenter().rowIdOf(id), ContactColumn::location);
    openLine(full)->setText(text);
    VERIFY_OK(test::await(flows::trashRecords(&full.desk.services(), Kind::contact, {id})));
    full.table->flush();
    QVERIFY(spinUntil([&] { return !full.desk.page().awaitsAnswer(); }));
}

} // namespace

void TestTypedTexts::textsOfTheDeletedAreCopiedWhole()
{
    Full full;
    QVERIFY(full.open());
    const QString first = u"first "_s.repeated(80) + u"end"_s; // longer than what is told of it
    const QString second = u"second "_s.repeated(80) + u"end"_s;
    typeTooLate(full, u"p3"_s, first);
    typeTooLate(full, u"p4"_s, second);
    QCOMPARE(full.desk.page().refused().size(), 2);
    QVERIFY2(told(full).startsWith(u"2 texts"_s), qPrintable(told(full)));
    QVERIFY2(told(full).contains(u"first first"_s) && told(full).contains(u"second second"_s),
             qPrintable(told(full)));
    Q_EMIT full.desk.child<ContactCommands>({})->failed(
            {ErrorKind::storage, u"Another problem."_s, {}, {}, 0});
    QVERIFY2(told(full).contains(u"Another problem."_s), qPrintable(told(full)));
    full.desk.child<QToolButton>(u"bannerClose"_s)->click();
    QVERIFY2(told(full).startsWith(u"2 texts"_s), qPrintable(told(full))); // still
    full.desk.child<QPushButton>(u"bannerAction"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), first + u"\n\n"_s + second);
    QVERIFY(full.desk.page().refused().isEmpty()); // asked for no more
    full.desk.page().handOver();
    QVERIFY2(told(full).isEmpty(), qPrintable(told(full)));
}

void TestTypedTexts::otherProblemsStayTold()
{
    Full full;
    QVERIFY(full.open());
    Q_EMIT full.desk.child<ContactCommands>({})->failed(
            {ErrorKind::storage, u"Another problem."_s, {}, {}, 0});
    typeInto(full, u"p5"_s, ContactColumn::company, u"Elsewhere Ltd"_s);
    QVERIFY(spinUntil([&] { return full.desk.contact(u"p5"_s).company() == "Elsewhere Ltd"_L1; }));
    QVERIFY(spinUntil([&] { return !full.desk.page().awaitsAnswer(); }));
    QVERIFY2(told(full).contains(u"Another problem."_s), qPrintable(told(full)));
}

void TestTypedTexts::theWayBackLeadsToTheCell_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"nothing else", "the board is shown", "the column is hidden",
                             "a filter hides them", "the board is shown and a filter hides them"}) {
        QTest::newRow(what) << QString::fromLatin1(what);
    }
}

void TestTypedTexts::theWayBackLeadsToTheCell()
{
    QFETCH(QString, what);
    Full full;
    QVERIFY(full.open());
    typeInto(full, u"p4"_s, ContactColumn::email, u"bad mail"_s);
    QVERIFY(spinUntil([&] { return !full.desk.page().refused().isEmpty(); }));
    if (what.contains(u"column"_s)) {
        full.table->setColumnHidden(static_cast<int>(ContactColumn::email), true);
    }
    if (what.contains(u"filter"_s)) {
        full.desk.page().presenter().setText(u"okafor"_s);
        QVERIFY(full.desk.waitForRows(1));
    }
    if (what.contains(u"board"_s)) {
        full.desk.page().showAs(ContactsLayout::board);
        QVERIFY(spinUntil([&] { return !full.desk.page().presenter().columns().isEmpty(); }));
    }
    full.desk.child<QPushButton>(u"bannerAction"_s)->click();
    QVERIFY(spinUntil([&] { return full.table->isVisible() && openLine(full) != nullptr; }));
    QCOMPARE(openLine(full)->text(), u"bad mail"_s);
    QCOMPARE(full.table->currentIndex(), full.cell(u"p4"_s, ContactColumn::email));
}

void TestTypedTexts::anUnreadableContactIsTold()
{
    Full full;
    QVERIFY(full.open() && QTest::qWaitForWindowActive(&full.desk.page()));
    full.desk.page().showContact(u"p4"_s);
    const auto *pane = full.desk.child<ContactPane>(u"contacts.pane"_s);
    QVERIFY(spinUntil([&] { return pane->isVisible() && pane->contactId() == "p4"_L1; }));
    full.desk.child<QPlainTextEdit>(u"contacts.pane.notes"_s)->setFocus();
    full.desk.page().presenter().setText(u"okafor"_s); // takes them away, the pane stays with its focus
    QVERIFY(full.desk.waitForRows(1));
    QVERIFY2(told(full).isEmpty(), qPrintable(told(full)));
    const auto connection = store::Connection::open(full.desk.services().workspace.databasePath(),
                                                    store::Access::readWrite);
    VERIFY_OK(connection);
    VERIFY_OK((*connection)->run("ALTER TABLE prep RENAME TO prep_away"));
    Q_EMIT full.desk.page().presenter().contactsTouched({u"p4"_s});
    QVERIFY(spinUntil([&] { return !told(full).isEmpty(); }));
}
