// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "desk.h"

#include "flows/tagflow.h"
#include "support/spin.h"
#include "support/support.h"
#include "ui/contacts/markedtext.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::ui;

namespace {

using Rids = QVector<qint64>;

/// A model over a dozen people whose rowids are 1 to 12.
struct Table
{
    Desk desk;
    std::unique_ptr<ContactTableModel> model;

    bool open()
    {
        if (!desk.open()) {
            return false;
        }
        desk.add(somePeople());
        model = std::make_unique<ContactTableModel>(desk.services().reader, desk.services().clock);
        return true;
    }
};

} // namespace

void TestContactTableModel::rowsFollowTheIds_data()
{
    QTest::addColumn<Rids>("before");
    QTest::addColumn<Rids>("after");

    QTest::newRow("nothing changes") << Rids {1, 2, 3} << Rids {1, 2, 3};
    QTest::newRow("the first rows come") << Rids {} << Rids {3, 1, 2};
    QTest::newRow("the rest follows the first page") << Rids {1, 2} << Rids {1, 2, 3, 4, 5};
    QTest::newRow("one is added in the middle") << Rids {1, 2, 4} << Rids {1, 2, 3, 4};
    QTest::newRow("one goes") << Rids {1, 2, 3, 4} << Rids {1, 2, 4};
    QTest::newRow("one moves up") << Rids {1, 2, 3, 4} << Rids {4, 1, 2, 3};
    QTest::newRow("the order turns round") << Rids {1, 2, 3, 4, 5} << Rids {5, 4, 3, 2, 1};
    QTest::newRow("some go, some come, some move") << Rids {1, 2, 3, 4, 5, 6} << Rids {6, 8, 2, 9, 4, 1};
    QTest::newRow("all are others") << Rids {1, 2, 3} << Rids {7, 8};
    QTest::newRow("nobody is left") << Rids {1, 2, 3} << Rids {};
}

void TestContactTableModel::rowsFollowTheIds()
{
    QFETCH(Rids, before);
    QFETCH(Rids, after);
    Table table;
    QVERIFY(table.open());
    ContactTableModel &model = *table.model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setRowIds(before);
    QVector<QPersistentModelIndex> held;
    for (int row = 0; row < model.rowCount(); ++row) {
        held << model.index(row, 2);
    }
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);

    model.setRowIds(after);

    QCOMPARE(model.rowIds(), after);
    QCOMPARE(resets.count(), 0);
    for (qsizetype i = 0; i < held.size(); ++i) {
        QCOMPARE(held[i].isValid() ? model.rowIdAt(held[i].row()) : 0,
                 after.contains(before[i]) ? before[i] : 0);
    }
    for (int row = 0; row < model.rowCount(); ++row) {
        QCOMPARE(model.index(row, 0).data(static_cast<int>(ContactTableModel::Role::rowId)).toLongLong(),
                 after[row]);
    }
}

void TestContactTableModel::typedTextStaysUntilItIsSaved()
{
    Table table;
    QVERIFY(table.open());
    ContactTableModel &model = *table.model;
    model.setRowIds({1, 2});
    QSignalSpy asked(&model, &ContactTableModel::editRequested);
    const QModelIndex email = model.index(0, static_cast<int>(ContactColumn::email));
    const QString stored = email.data().toString();

    QVERIFY(model.setData(email, u"new@example.com"_s, Qt::EditRole));
    QCOMPARE(asked.count(), 1);
    QCOMPARE(email.data().toString(), u"new@example.com"_s);
    model.refresh({1}); // the store changed meanwhile
    QCOMPARE(email.data().toString(), u"new@example.com"_s);
    QVERIFY(model.rejected(1, ContactColumn::email, u"not an address"_s));
    QCOMPARE(email.data(Qt::EditRole).toString(), u"new@example.com"_s);
    QCOMPARE(email.data(Qt::ToolTipRole).toString(), u"not an address"_s);
    QVERIFY(!model.setData(email, stored, Qt::EditRole)); // typed back: nothing to save
    QCOMPARE(email.data().toString(), stored);
    QCOMPARE(email.data(static_cast<int>(ContactTableModel::Role::problem)).toString(), QString());
}

void TestContactTableModel::refusedNotesKeepWhatTheyWereMadeOf()
{
    Table table;
    QVERIFY(table.open());
    ContactTableModel &model = *table.model;
    model.setRowIds({1});
    QVector<CellEdit> edits;
    connect(&model, &ContactTableModel::editRequested, &model,
            [&edits](const CellEdit &edit) { edits << edit; });
    const QModelIndex notes = model.index(0, static_cast<int>(ContactColumn::notes));
    const QString stored = notes.data(Qt::EditRole).toString();
    model.hold(1);
    QVERIFY(model.setData(notes, u"mine"_s, Qt::EditRole));
    QCOMPARE(edits.constLast().base, stored);
    QVERIFY(model.rejected(1, ContactColumn::notes, u"the disk is full"_s));
    model.hold(0);

    VERIFY_OK(test::await(flows::addNote(&table.desk.services(), u"p0"_s, u"From elsewhere"_s)));
    model.refresh({1});
    model.hold(1);
    QVERIFY(model.setData(notes, u"mine, better"_s, Qt::EditRole));
    QCOMPARE(edits.constLast().base, stored); // what came meanwhile is no part of it
}

namespace {

/// What is typed into the notes of one contact, and what is asked for.
struct Typing
{
    Table table;
    QVector<CellEdit> asked;
    QModelIndex notes;
    QString stored;

    bool open()
    {
        if (!table.open()) {
            return false;
        }
        table.model->setRowIds({1});
        notes = table.model->index(0, static_cast<int>(ContactColumn::notes));
        stored = notes.data(Qt::EditRole).toString();
        QObject::connect(table.model.get(), &ContactTableModel::editRequested, table.model.get(),
                         [this](const CellEdit &edit) { asked << edit; });
        return true;
    }
    bool type(const QString &text) { return table.model->setData(notes, text, Qt::EditRole); }
};

} // namespace

void TestContactTableModel::oneTextOfACellIsOnItsWayAtATime_data()
{
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("the first is taken") << true;
    QTest::newRow("the first is refused") << false;
}

void TestContactTableModel::oneTextOfACellIsOnItsWayAtATime()
{
    QFETCH(bool, isTaken);
    Typing typing;
    QVERIFY(typing.open());
    ContactTableModel &model = *typing.table.model;
    QVERIFY(typing.type(u"one"_s) && typing.type(u"one two"_s) && typing.type(u"one two three"_s));
    QCOMPARE(typing.asked.size(), 1);
    QCOMPARE(model.underWay().size(), 1);
    QCOMPARE(model.underWay()[0].text, u"one two three"_s);
    model.setRowIds({}); // a filter takes the row away
    if (isTaken) {
        model.accepted(1, ContactColumn::notes);
    } else {
        QVERIFY(!model.rejected(1, ContactColumn::notes, u"the disk is full"_s));
    }
    QCOMPARE(typing.asked.size(), 2);
    QCOMPARE(typing.asked[1].contactId, u"p0"_s);
    QCOMPARE(typing.asked[1].text(), u"one two three"_s);
    QCOMPARE(typing.asked[1].base, isTaken ? u"one"_s : typing.stored);
    QVERIFY(model.refused().isEmpty());
    model.accepted(1, ContactColumn::notes);
    QCOMPARE(typing.asked.size(), 2);
    QVERIFY(model.underWay().isEmpty());
}

void TestContactTableModel::theOpenCellIsMadeOfWhatWasStored()
{
    Typing typing;
    QVERIFY(typing.open());
    ContactTableModel &model = *typing.table.model;
    QVERIFY(typing.type(u"one"_s));
    model.hold(1); // opened with that text
    model.accepted(1, ContactColumn::notes);
    QVERIFY(typing.type(u"one two"_s));
    QCOMPARE(typing.asked.constLast().base, u"one"_s);
}

void TestContactTableModel::whatIsTypedBackMeanwhileGoesToo()
{
    Typing typing;
    QVERIFY(typing.open());
    QVERIFY(typing.type(u"one"_s) && typing.type(typing.stored));
    QCOMPARE(typing.asked.size(), 1);
    typing.table.model->accepted(1, ContactColumn::notes);
    QCOMPARE(typing.asked.size(), 2);
    QCOMPARE(typing.asked[1].text(), typing.stored);
}

void TestContactTableModel::aNewerTextIsNotForgotten()
{
    Typing typing;
    QVERIFY(typing.open());
    ContactTableModel &model = *typing.table.model;
    QVERIFY(typing.type(u"one"_s));
    model.forget(1, ContactColumn::notes, u"one"_s); // is on its way
    QCOMPARE(model.underWay().size(), 1);
    QVERIFY(model.rejected(1, ContactColumn::notes, u"gone"_s));
    model.forget(1, ContactColumn::notes, u"on"_s);
    QCOMPARE(model.refused().size(), 1);
    model.forget(1, ContactColumn::notes, u"one"_s);
    QVERIFY(model.refused().isEmpty());
    QCOMPARE(typing.notes.data(Qt::EditRole).toString(), typing.stored);
}

void TestContactTableModel::goneRowsAreBlankNotWrong()
{
    Table table;
    QVERIFY(table.open());
    ContactTableModel &model = *table.model;
    model.setRowIds({1, 999, 2});
    QVERIFY(!model.index(1, 0).data().isValid());
    QVERIFY(!model.contactAt(1));
    QVERIFY(model.contactAt(2));
    QVERIFY(!model.contactAt(-1));
    QVERIFY(!model.contactAt(3));
}

void TestContactTableModel::matches_data()
{
    using Spans = QVector<std::pair<int, int>>;
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<Spans>("spans");

    QTest::newRow("the beginning of a word") << u"Amara Okafor"_s << QStringList {u"ok"_s} << Spans {{6, 2}};
    QTest::newRow("not inside a word") << u"Oakland"_s << QStringList {u"la"_s} << Spans {};
    QTest::newRow("two words") << u"Hartwell & Stone"_s << QStringList {u"st"_s, u"hart"_s}
                               << Spans {{0, 4}, {11, 2}};
    QTest::newRow("accents are no hindrance")
            << u"Sofía Álvarez"_s << QStringList {u"sofi"_s, u"al"_s} << Spans {{0, 4}, {6, 2}};
    QTest::newRow("one letter that folds to two")
            << u"Straße"_s << QStringList {u"strass"_s} << Spans {{0, 5}};
    QTest::newRow("the longest of two that fit")
            << u"Nordlicht"_s << QStringList {u"n"_s, u"nord"_s} << Spans {{0, 4}};
    QTest::newRow("a script without spaces") << u"山田太郎"_s << QStringList {u"山田"_s} << Spans {{0, 2}};
    QTest::newRow("an apostrophe is no end of a word")
            << u"Aoife O'Brien"_s << QStringList {u"obri"_s} << Spans {{6, 5}};
    QTest::newRow("a curly one") << u"D’Angelo"_s << QStringList {u"dan"_s} << Spans {{0, 4}};
    QTest::newRow("quotes around a word") << u"the 'Big' one"_s << QStringList {u"big"_s} << Spans {{5, 3}};
    QTest::newRow("no words") << u"Amara"_s << QStringList {} << Spans {};
}

void TestContactTableModel::matches()
{
    using Spans = QVector<std::pair<int, int>>;
    QFETCH(QString, text);
    QFETCH(QStringList, words);
    QFETCH(Spans, spans);
    QCOMPARE(matchesIn(text, words), spans);
}
