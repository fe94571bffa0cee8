// SPDX-License-Identifier: GPL-3.0-or-later
#include "fullpage.h"
#include "tests.h"

#include "model/status.h"
#include "support/support.h"
#include "ui/contacts/boardlist.h"
#include "ui/contacts/contactboard.h"

#include <QAbstractButton>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QTest>

namespace {

void toBoard(Full &full)
{
    full.desk.page().showAs(ContactsLayout::board);
    (void)spinUntil([&] { return full.desk.page().presenter().count() == everyone; });
}

BoardColumn *columnOf(Full &full, const QString &status)
{
    return full.desk.child<ContactBoard>(u"contacts.board"_s)->column(status);
}

qint64 ridOf(Full &full, const QString &id)
{
    return full.desk.services().reader.record(Kind::contact, id)->rid;
}

} // namespace

void TestContactsBoard::boardShowsStages()
{
    Full full;
    QVERIFY(full.open());
    toBoard(full);
    auto *board = full.desk.child<ContactBoard>(u"contacts.board"_s);
    QVERIFY(board->isVisible());
    for (const QString &status : contactStatuses()) {
        QVERIFY2(columnOf(full, status) != nullptr, qUtf8Printable(status));
    }
    QCOMPARE(columnOf(full, u"Contacted"_s)->countText(), u"2"_s);
    QCOMPARE(columnOf(full, u"Contacted"_s)->list().contacts().rowCount(), 2);
    QCOMPARE(columnOf(full, u"Contacted"_s)->list().accessibleName(), u"Contacted: 2 contacts"_s);
    std::vector<std::unique_ptr<QAbstractItemModelTester>> testers;
    for (const QString &status : contactStatuses()) {
        testers.push_back(std::make_unique<QAbstractItemModelTester>(
                &columnOf(full, status)->list().contacts(),
                QAbstractItemModelTester::FailureReportingMode::Fatal));
    }
    full.desk.child<QAbstractButton>(u"contacts.filter.Contacted"_s)->click(); // the same filters
    QVERIFY(spinUntil([&] { return !columnOf(full, u"Met"_s)->isVisible(); }));
    QVERIFY(columnOf(full, u"Contacted"_s)->isVisible());
    full.desk.page().presenter().clearFilters();
    QVERIFY(spinUntil([&] { return columnOf(full, u"Met"_s)->isVisible(); }));
    testers.clear();
    full.tester.reset();
    full.desk.close(); // remembered
    full.desk.show();
    QVERIFY(spinUntil([&] { return full.desk.child<ContactBoard>(u"contacts.board"_s)->isVisible(); }));
}

void TestContactsBoard::cardsMoveWithKeys()
{
    Full full;
    QVERIFY(full.open());
    toBoard(full);
    full.desk.page().showContact(u"p1"_s);
    BoardList &contacted = columnOf(full, u"Contacted"_s)->list();
    QVERIFY(spinUntil([&] { return contacted.selectedRowIds().size() == 1; }));
    contacted.setFocus();
    QTest::keyClick(&contacted, Qt::Key_Right, Qt::ControlModifier);
    BoardList &followed = columnOf(full, u"Followed Up"_s)->list();
    QVERIFY(spinUntil([&] { return followed.selectedRowIds() == QVector<qint64> {ridOf(full, u"p1"_s)}; }));
    QCOMPARE(full.desk.contact(u"p1"_s).status, u"Followed Up"_s);
    QCOMPARE(columnOf(full, u"Contacted"_s)->countText(), u"1"_s);
    QTest::keyClick(&followed, Qt::Key_Left); // without Ctrl only the eye goes
    QCOMPARE(contacted.selectedRowIds().size(), 1);
    QCOMPARE(followed.selectedRowIds().size(), 0);
    QCOMPARE(full.desk.contact(u"p1"_s).status, u"Followed Up"_s);
    VERIFY_OK(test::await(full.desk.services().store.undo()));
    QVERIFY(spinUntil([&] { return contacted.contacts().rowCount() == 2; }));
}

void TestContactsBoard::cardsAreDropped()
{
    Full full;
    QVERIFY(full.open());
    toBoard(full);
    auto *board = full.desk.child<ContactBoard>(u"contacts.board"_s);
    BoardList &contacted = columnOf(full, u"Contacted"_s)->list();
    BoardList &replied = columnOf(full, u"Replied"_s)->list();
    (void)contacted.selectRows({contacted.contacts().rowIdAt(0), contacted.contacts().rowIdAt(1)});
    (void)replied.selectRows({replied.contacts().rowIdAt(0)}); // Ctrl+click in another column
    const auto dragged = board->selectedRowIds();
    QCOMPARE(dragged.size(), 3);
    const std::unique_ptr<QMimeData> mime(contacted.dragData());
    QCOMPARE(BoardList::draggedRows(mime.get()).size(), 2);
    BoardColumn *met = columnOf(full, u"Met"_s);
    QDragEnterEvent enter({10, 10}, Qt::MoveAction, mime.get(), Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(met, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({10, 10}, Qt::MoveAction, mime.get(), Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(met, &drop);
    QVERIFY(drop.isAccepted());
    QVERIFY(spinUntil([&] { return met->list().contacts().rowCount() == 4; }));
    QCOMPARE(contacted.contacts().rowCount(), 0);
    VERIFY_OK(test::await(full.desk.services().store.undo())); // one operation for all three
    QVERIFY(spinUntil([&] { return met->list().contacts().rowCount() == 1; }));
    QCOMPARE(full.desk.contact(u"p0"_s).status, u"Replied"_s);
    QMimeData other;
    other.setText(u"no contact"_s);
    QDragEnterEvent foreign({10, 10}, Qt::MoveAction, &other, Qt::LeftButton, Qt::NoModifier);
    foreign.ignore();
    QApplication::sendEvent(met, &foreign);
    QVERIFY(!foreign.isAccepted());
}

void TestContactsBoard::lastCardIsReachedAtOnce()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.add(manyPeople(5000));
    desk.show();
    QVERIFY(desk.waitForRows(5000));
    desk.page().showAs(ContactsLayout::board);
    auto *board = desk.child<ContactBoard>(u"contacts.board"_s);
    QVERIFY(spinUntil([&] { return board->isVisible() && desk.page().presenter().count() == 5000; }));
    BoardList &list = board->column(u"Met"_s)->list();
    QVERIFY(list.contacts().rowCount() > 500);
    QTest::keyClick(&list, Qt::Key_End);
    QCOMPARE(list.currentIndex().row(), list.contacts().rowCount() - 1);
    QVERIFY(list.viewport()->rect().intersects(list.visualRect(list.currentIndex())));
}
