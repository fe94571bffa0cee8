// SPDX-License-Identifier: GPL-3.0-or-later
#include "fullpage.h"
#include "tests.h"

#include "flows/contactflow.h"
#include "store/connection.h"
#include "support/support.h"
#include "ui/common/banner.h"
#include "ui/contacts/contactcommands.h"
#include "ui/contacts/contactpane.h"

#include <QAction>
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

/// The pane stays with somebody while it has the focus, also when they are deleted.
QPlainTextEdit *notesOf(Full &full, const QString &id)
{
    full.desk.page().showContact(id);
    const auto *pane = full.desk.child<ContactPane>(u"contacts.pane"_s);
    auto *notes = full.desk.child<QPlainTextEdit>(u"contacts.pane.notes"_s);
    if (!QTest::qWaitForWindowActive(&full.desk.page())
        || !spinUntil([&] { return pane->isVisible() && pane->contactId() == id; })) {
        return nullptr;
    }
    notes->setFocus();
    return notes;
}

void flushPane(Full &full)
{
    full.desk.child<ContactPane>(u"contacts.pane"_s)->flush();
}

void clickTold(Full &full)
{
    auto *action = full.desk.child<QPushButton>(u"bannerAction"_s);
    QVERIFY(action->isVisible());
    action->click();
}

bool answered(Full &full)
{
    return spinUntil([&] { return !full.desk.page().awaitsAnswer(); });
}

QStringList textsOf(const QVector<UnsavedEdit> &edits)
{
    QStringList texts;
    for (const UnsavedEdit &edit : edits) {
        texts << edit.text;
    }
    return texts;
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

void TestTypedTexts::textsOfThePaneAreCopiedWhole()
{
    Full full;
    QVERIFY(full.open());
    QPlainTextEdit *notes = notesOf(full, u"p3"_s);
    QVERIFY(notes != nullptr);
    VERIFY_OK(test::await(flows::trashRecords(&full.desk.services(), Kind::contact, {u"p3"_s})));
    notes->setPlainText(u"what they said"_s);
    flushPane(full);
    QVERIFY(answered(full));
    auto *hometown = full.desk.child<QLineEdit>(u"contacts.pane.hometown"_s);
    hometown->setFocus();
    QTest::keyClicks(hometown, u"Gdynia"_s);
    flushPane(full);
    QVERIFY(answered(full));
    QCOMPARE(full.desk.page().refused().size(), 2);
    QVERIFY2(told(full).startsWith(u"2 texts"_s), qPrintable(told(full)));
    clickTold(full);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"what they said\n\nGdynia"_s);
    QVERIFY(full.desk.page().refused().isEmpty());
    QCOMPARE(notes->toPlainText(), QString()); // as stored
    QCOMPARE(hometown->text(), QString());
    full.desk.page().handOver();
    QVERIFY(!full.desk.page().awaitsAnswer());
}

void TestTypedTexts::whatIsTypedBackIsStoredToo()
{
    Full full;
    QVERIFY(full.open());
    QVERIFY(notesOf(full, u"p3"_s) != nullptr);
    auto *hometown = full.desk.child<QLineEdit>(u"contacts.pane.hometown"_s);
    hometown->setFocus();
    const QString before = hometown->text();
    hometown->selectAll();
    QTest::keyClicks(hometown, u"Gdynia"_s);
    flushPane(full);
    QVERIFY(full.desk.page().awaitsAnswer());
    hometown->selectAll();
    before.isEmpty() ? QTest::keyClick(hometown, Qt::Key_Delete) : QTest::keyClicks(hometown, before);
    flushPane(full);
    QVERIFY(answered(full));
    const auto stored = full.desk.services().reader.contact(u"p3"_s);
    VERIFY_OK(stored);
    QCOMPARE(stored->hometown, before);
    QVERIFY(spinUntil([&] { return hometown->text() == before; }));
}

void TestTypedTexts::whatIsTypedOnIsNotGivenUp_data()
{
    QTest::addColumn<QString>("when");
    for (const char *when : {"while the answer is open", "while it is open, and not yet given out",
                             "and not yet given out", "and given out again"}) {
        QTest::newRow(when) << QString::fromLatin1(when);
    }
}

void TestTypedTexts::whatIsTypedOnIsNotGivenUp()
{
    QFETCH(QString, when);
    Full full;
    QVERIFY(full.open());
    QPlainTextEdit *notes = notesOf(full, u"p3"_s);
    QVERIFY(notes != nullptr);
    VERIFY_OK(test::await(flows::trashRecords(&full.desk.services(), Kind::contact, {u"p3"_s})));
    notes->setPlainText(u"one"_s);
    flushPane(full);
    const bool isOpen = when.contains(u"open"_s);
    QVERIFY(isOpen || answered(full));
    notes->setPlainText(u"one two"_s);
    if (!when.contains(u"not yet"_s)) {
        flushPane(full);
    }
    if (!isOpen) {
        clickTold(full);
        flushPane(full);
    }
    QVERIFY(answered(full));
    QCOMPARE(textsOf(full.desk.page().refused()), QStringList {u"one two"_s});
    QVERIFY2(told(full).contains(u"one two"_s), qPrintable(told(full)));
    clickTold(full);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"one two"_s);
    QVERIFY(full.desk.page().refused().isEmpty());
}

void TestTypedTexts::whatIsToldFollowsTheTyping()
{
    Full full;
    QVERIFY(full.open());
    QPlainTextEdit *notes = notesOf(full, u"p3"_s);
    QVERIFY(notes != nullptr);
    VERIFY_OK(test::await(flows::trashRecords(&full.desk.services(), Kind::contact, {u"p3"_s})));
    notes->setPlainText(u"one"_s);
    flushPane(full);
    QVERIFY(answered(full));
    notes->setPlainText(u"one two"_s);
    flushPane(full);
    QVERIFY(full.desk.page().awaitsAnswer()); // and already:
    QVERIFY2(told(full).contains(u"one two"_s), qPrintable(told(full)));
    QVERIFY(full.desk.page().refused().isEmpty());
    QCOMPARE(textsOf(full.desk.page().underWay()), QStringList {u"one two"_s});
    clickTold(full);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"one two"_s);
    QVERIFY(answered(full));
}

void TestTypedTexts::whatIsSavedIsToldNoMore()
{
    Full full;
    QVERIFY(full.open());
    typeTooLate(full, u"p3"_s, u"Gdynia"_s);
    typeTooLate(full, u"p4"_s, u"Sopot"_s);
    QVERIFY2(told(full).startsWith(u"2 texts"_s), qPrintable(told(full)));
    VERIFY_OK(test::await(flows::restoreRecords(&full.desk.services(), Kind::contact, {u"p3"_s})));
    QVERIFY(spinUntil([&] { return full.rowOf(u"p3"_s) >= 0; }));
    typeInto(full, u"p3"_s, ContactColumn::location, u"Gdynia"_s);
    QVERIFY(answered(full));
    QCOMPARE(full.desk.contact(u"p3"_s).location, u"Gdynia"_s);
    QVERIFY2(told(full).startsWith(u"1 text "_s) && !told(full).contains(u"Gdynia"_s),
             qPrintable(told(full)));
    VERIFY_OK(test::await(flows::restoreRecords(&full.desk.services(), Kind::contact, {u"p4"_s})));
    QVERIFY(spinUntil([&] { return full.rowOf(u"p4"_s) >= 0; }));
    typeInto(full, u"p4"_s, ContactColumn::location, u"Sopot"_s);
    QVERIFY(answered(full));
    QVERIFY2(told(full).isEmpty(), qPrintable(told(full)));
}

void TestTypedTexts::aFieldThatIsGivenUpIsToldNoMore()
{
    Full full;
    QVERIFY(full.open());
    QVERIFY(notesOf(full, u"p3"_s) != nullptr);
    VERIFY_OK(test::await(flows::trashRecords(&full.desk.services(), Kind::contact, {u"p3"_s})));
    auto *hometown = full.desk.child<QLineEdit>(u"contacts.pane.hometown"_s);
    hometown->setFocus();
    QTest::keyClicks(hometown, u"Gdynia"_s);
    flushPane(full);
    QVERIFY(answered(full));
    QVERIFY2(told(full).contains(u"Gdynia"_s), qPrintable(told(full)));
    QTest::keyClick(hometown, Qt::Key_Escape);
    QVERIFY2(told(full).isEmpty(), qPrintable(told(full)));
    QVERIFY(full.desk.page().refused().isEmpty());
}

void TestTypedTexts::notesTypedTwiceAreStoredOnce()
{
    Full full;
    QVERIFY(full.open());
    const QModelIndex cell = full.cell(u"p4"_s, ContactColumn::notes);
    for (const QString &text : {u"one"_s, u"one two"_s, u"one two three"_s}) {
        QVERIFY(full.desk.model().setData(cell, text, Qt::EditRole));
    }
    QVERIFY(answered(full));
    QCOMPARE(full.desk.contact(u"p4"_s).notes, u"one two three"_s);
    QVERIFY(full.desk.page().refused().isEmpty());
}

void TestTypedTexts::aPasteIsAwaited()
{
    Full full;
    QVERIFY(full.open());
    full.table->setCurrentIndex(full.cell(u"p4"_s, ContactColumn::status));
    VERIFY_OK(test::await(
            flows::setContactFields(&full.desk.services(), u"p1"_s, {{u"status"_s, u"Bogus"_s}})));
    QGuiApplication::clipboard()->setText(u"Bogus\n"_s);
    full.desk.actions().find(u"contacts.paste"_s)->trigger(); // keys would leave Ctrl held for what follows
    QVERIFY(full.desk.page().awaitsAnswer()); // who else has that status is looked up first
    QVERIFY(answered(full));
    QCOMPARE(full.desk.contact(u"p4"_s).status, u"Bogus"_s);
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
    clickTold(full);
    QVERIFY(spinUntil([&] { return full.table->isVisible() && openLine(full) != nullptr; }));
    QCOMPARE(openLine(full)->text(), u"bad mail"_s);
    QCOMPARE(full.table->currentIndex(), full.cell(u"p4"_s, ContactColumn::email));
}

void TestTypedTexts::theWayBackToSomebodyGoneTellsTheText_data()
{
    QTest::addColumn<QString>("where");
    for (const char *where :
         {"in the table", "the board is shown", "a filter hides them", "in the details"}) {
        QTest::newRow(where) << QString::fromLatin1(where);
    }
}

void TestTypedTexts::theWayBackToSomebodyGoneTellsTheText()
{
    QFETCH(QString, where);
    Full full;
    QVERIFY(full.open());
    ContactsPresenter &presenter = full.desk.page().presenter();
    if (where.contains(u"details"_s)) {
        QVERIFY(notesOf(full, u"p1"_s) != nullptr);
        const QString address = full.desk.contact(u"p1"_s).addresses[0].id;
        auto *line = full.desk.child<QLineEdit>(u"contacts.pane.addresses/"_s + address);
        line->selectAll();
        QTest::keyClicks(line, u"bad mail"_s);
        full.desk.child<ContactPane>(u"contacts.pane"_s)->showContact(*presenter.detail(u"p4"_s));
    } else {
        typeInto(full, u"p4"_s, ContactColumn::email, u"bad mail"_s);
    }
    QVERIFY(answered(full));
    QCOMPARE(full.desk.page().refused().size(), 1);
    VERIFY_OK(test::await(flows::trashRecords(&full.desk.services(), Kind::contact, {u"p1"_s, u"p4"_s})));
    if (where.contains(u"filter"_s)) {
        presenter.setText(u"okafor"_s);
    } else if (where.contains(u"board"_s)) {
        full.desk.page().showAs(ContactsLayout::board);
    }
    const int left = where.contains(u"filter"_s) ? 1 : everyone - 2;
    QVERIFY(spinUntil([&] { return presenter.count() == left; }));
    clickTold(full);
    QVERIFY(spinUntil([&] { return told(full).startsWith(u"1 text "_s); }));
    QVERIFY2(told(full).contains(u"bad mail"_s), qPrintable(told(full)));
    clickTold(full);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"bad mail"_s);
    QVERIFY(full.desk.page().refused().isEmpty());
}

void TestTypedTexts::theWayBackIsGivenUp_data()
{
    QTest::addColumn<QString>("why");
    for (const char *why : {"the list cannot be read", "the text is given up", "the board is chosen"}) {
        QTest::newRow(why) << QString::fromLatin1(why);
    }
}

void TestTypedTexts::theWayBackIsGivenUp()
{
    QFETCH(QString, why);
    Full full;
    QVERIFY(full.open());
    ContactsPresenter &presenter = full.desk.page().presenter();
    const qint64 rid = presenter.rowIdOf(u"p4"_s);
    typeInto(full, u"p4"_s, ContactColumn::email, u"bad mail"_s);
    QVERIFY(spinUntil([&] { return !full.desk.page().refused().isEmpty(); }));
    presenter.setText(u"okafor"_s);
    QVERIFY(full.desk.waitForRows(1));
    clickTold(full); // reads the whole list first
    QVERIFY(openLine(full) == nullptr);
    if (why.contains(u"read"_s)) {
        Q_EMIT presenter.failed({ErrorKind::storage, u"Another problem."_s, {}, {}, 0});
    } else if (why.contains(u"text"_s)) {
        full.desk.model().dropUnsaved(rid, ContactColumn::email);
    } else {
        full.desk.page().showAs(ContactsLayout::board);
        QVERIFY(spinUntil([&] { return !presenter.columns().isEmpty(); }));
        QCoreApplication::processEvents();
        full.desk.page().showAs(ContactsLayout::table);
    }
    QVERIFY(full.desk.waitForRows(everyone));
    QCoreApplication::processEvents();
    QVERIFY(openLine(full) == nullptr);
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
