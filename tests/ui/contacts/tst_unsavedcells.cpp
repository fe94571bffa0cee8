// SPDX-License-Identifier: GPL-3.0-or-later
// The clipboard where a text stands in a cell that is not stored.
#include "fullpage.h"
#include "spreadsheettests.h"

#include "support/support.h"
#include "ui/common/banner.h"

#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace {

const QString bad = u"bad mail"_s;

QClipboard &clipboard()
{
    return *QGuiApplication::clipboard();
}

/// The page with a refused text in the email of one contact, whose cell is the current one.
struct Refused
{
    Full full;

    bool open(const QString &id, const QString &text = bad)
    {
        if (!full.open()) {
            return false;
        }
        const QModelIndex cell = full.cell(id, ContactColumn::email);
        full.desk.model().setData(cell, text, Qt::EditRole);
        full.table->setCurrentIndex(cell);
        full.select({id});
        clipboard().setText(u"before"_s);
        return spinUntil([this] { return !full.desk.page().refused().isEmpty(); });
    }
    [[nodiscard]] bool isTold() { return full.desk.child<Banner>({})->isVisible(); }
    [[nodiscard]] QString shown(const QString &id)
    {
        return full.cell(id, ContactColumn::email).data().toString();
    }
    void paste(const QString &text)
    {
        clipboard().setText(text);
        Q_EMIT full.table->pasteRequested();
    }
    [[nodiscard]] bool isAnswered()
    {
        return spinUntil([this] { return !full.desk.page().awaitsAnswer(); });
    }
};

} // namespace

void TestUnsavedCells::whatIsSeenIsCopied()
{
    Refused refused;
    QVERIFY(refused.open(u"p4"_s));
    Q_EMIT refused.full.table->copyRequested();
    QVERIFY(spinUntil([] { return clipboard().text() == bad; }));
    refused.full.select({u"p0"_s, u"p4"_s});
    Q_EMIT refused.full.table->copyRequested();
    QVERIFY(spinUntil([] { return clipboard().text().startsWith(u"Name\t"_s); }));
    QVERIFY2(clipboard().text().contains(bad), qPrintable(clipboard().text()));
    QVERIFY(!clipboard().text().contains(u"priya.r@meridian.example"_s));
    QVERIFY(clipboard().text().contains(u"amara.okafor@hartwell.example"_s));
    QCOMPARE(refused.full.desk.page().refused().size(), 1); // it is still to be seen to
    // What is stored is copied where nothing else stands.
    refused.full.table->setCurrentIndex(refused.full.cell(u"p0"_s, ContactColumn::email));
    refused.full.select({u"p0"_s});
    Q_EMIT refused.full.table->copyRequested();
    QVERIFY(spinUntil([] { return clipboard().text() == "amara.okafor@hartwell.example"_L1; }));
}

void TestUnsavedCells::aTextOnItsWayIsCopied()
{
    Full full;
    QVERIFY(full.open());
    const QModelIndex cell = full.cell(u"p4"_s, ContactColumn::company);
    full.table->setCurrentIndex(cell);
    full.select({u"p4"_s});
    QVERIFY(full.desk.model().setData(cell, u"Elsewhere Ltd"_s, Qt::EditRole));
    Q_EMIT full.table->copyRequested();
    QCOMPARE(clipboard().text(), u"Elsewhere Ltd"_s);
}

void TestUnsavedCells::whatIsSeenIsCut_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("another text is stored") << u"p4"_s;
    QTest::newRow("nothing is stored") << u"p2"_s;
}

void TestUnsavedCells::whatIsSeenIsCut()
{
    QFETCH(QString, id);
    Refused refused;
    QVERIFY(refused.open(id));
    const QString stored = refused.full.desk.contact(id).email();
    QSignalSpy told(&refused.full.desk.page(), &ContactsPage::toast);
    Q_EMIT refused.full.table->cutRequested();
    QVERIFY(spinUntil([&] { return told.count() == 1; }));
    QCOMPARE(told[0][0].toString(), u"\"Email\" cut"_s);
    QCOMPARE(clipboard().text(), bad);
    QVERIFY(refused.full.desk.page().refused().isEmpty());
    QVERIFY(!refused.isTold());
    QVERIFY(spinUntil([&] { return refused.shown(id).isEmpty(); }));
    QCOMPARE(refused.full.desk.contact(id).email(), QString());
    if (!stored.isEmpty()) {
        QVERIFY(refused.full.desk.undo(told[0][1].toString()));
        QVERIFY(spinUntil([&] { return refused.shown(id) == stored; }));
    }
}

void TestUnsavedCells::onePasteReplacesItAndTells()
{
    Refused refused;
    QVERIFY(refused.open(u"p4"_s));
    QSignalSpy told(&refused.full.desk.page(), &ContactsPage::toast);
    refused.paste(u"priya@new.example"_s);
    QVERIFY(dialogNamed(u"contacts.pasteDialog"_s) == nullptr);
    QVERIFY(spinUntil([&] { return told.count() == 1; }));
    QCOMPARE(told[0][0].toString(), u"1 cell pasted in place of \"bad mail\", which was not saved"_s);
    QVERIFY(refused.full.desk.page().refused().isEmpty());
    QVERIFY(!refused.isTold());
    QVERIFY(spinUntil([&] { return refused.shown(u"p4"_s) == "priya@new.example"_L1; }));
}

void TestUnsavedCells::whatCannotBeToldWholeIsAskedAbout_data()
{
    QTest::addColumn<QStringList>("ids");
    QTest::addColumn<QString>("text");
    QTest::newRow("a long one") << QStringList {u"p4"_s} << u"bad mail "_s.repeated(20).trimmed();
    QTest::newRow("several") << QStringList {u"p4"_s, u"p5"_s} << bad;
}

void TestUnsavedCells::whatCannotBeToldWholeIsAskedAbout()
{
    QFETCH(QStringList, ids);
    QFETCH(QString, text);
    Refused refused;
    QVERIFY(refused.open(ids[0], text));
    if (ids.size() > 1) {
        refused.full.desk.model().setData(refused.full.cell(ids[1], ContactColumn::email), u"worse mail"_s,
                                          Qt::EditRole);
        QVERIFY(spinUntil([&] { return refused.full.desk.page().refused().size() == 2; }));
        refused.full.select(ids);
    }
    for (const bool accepts : {false, true}) {
        refused.paste(u"all@new.example"_s);
        QDialog *dialog = dialogNamed(u"contacts.pasteDialog"_s);
        QVERIFY(dialog != nullptr);
        const QString words = dialog->findChild<QLabel *>(u"paste.words"_s)->text();
        QVERIFY2(words.contains(u"could not be saved"_s) && words.contains(u"bad mail"_s), qPrintable(words));
        QCOMPARE(refused.full.desk.page().refused().size(), ids.size());
        accepts ? dialog->findChild<QPushButton *>(u"paste.accept"_s)->click() : dialog->reject();
        QVERIFY(refused.isAnswered());
        QCOMPARE(refused.full.desk.page().refused().size(), accepts ? 0 : ids.size());
    }
    for (const QString &id : std::as_const(ids)) {
        QCOMPARE(refused.full.desk.contact(id).email(), u"all@new.example"_s);
    }
}

void TestUnsavedCells::whatIsPastedElsewhereLeavesIt_data()
{
    QTest::addColumn<ContactColumn>("column");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isAsked");
    QTest::newRow("the cell beside it") << ContactColumn::company << u"New Firm"_s << false;
    QTest::newRow("a wrong text on it") << ContactColumn::email << u"no address"_s << true;
}

void TestUnsavedCells::whatIsPastedElsewhereLeavesIt()
{
    QFETCH(ContactColumn, column);
    QFETCH(QString, text);
    QFETCH(bool, isAsked);
    Refused refused;
    QVERIFY(refused.open(u"p4"_s));
    refused.full.table->setCurrentIndex(refused.full.cell(u"p4"_s, column));
    refused.paste(text);
    const QDialog *dialog = dialogNamed(u"contacts.pasteDialog"_s);
    QCOMPARE(dialog != nullptr, isAsked);
    if (isAsked) {
        const QString words = dialog->findChild<QLabel *>(u"paste.words"_s)->text();
        QVERIFY2(!words.contains(bad), qPrintable(words));
    }
    QVERIFY(refused.isAnswered());
    QCOMPARE(refused.shown(u"p4"_s), bad);
    QCOMPARE(refused.full.desk.page().refused().size(), 1);
    QVERIFY(refused.isTold());
}

void TestUnsavedCells::whatIsNotStoredIsSpokenAsSuch()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.add(somePeople());
    ContactTableModel model(desk.services().reader, desk.services().clock);
    model.setRowIds({1});
    const auto spoken = [&](ContactColumn column) {
        return model.index(0, static_cast<int>(column)).data(Qt::AccessibleTextRole).toString();
    };
    const auto type = [&](ContactColumn column, const QVariant &value) {
        return model.setData(model.index(0, static_cast<int>(column)), value, Qt::EditRole);
    };
    QCOMPARE(spoken(ContactColumn::email), u"amara.okafor@hartwell.example"_s);
    QVERIFY(type(ContactColumn::email, bad));
    QCOMPARE(spoken(ContactColumn::email), u"bad mail (not saved yet)"_s);
    QVERIFY(model.rejected(1, ContactColumn::email, u"No address"_s));
    QCOMPARE(spoken(ContactColumn::email), u"bad mail (not saved: No address)"_s);
    model.dropUnsaved(1, ContactColumn::email);
    QCOMPARE(spoken(ContactColumn::email), u"amara.okafor@hartwell.example"_s);
    QVERIFY(type(ContactColumn::name, QStringList({u"Ama"_s, u"Okafor"_s})));
    QCOMPARE(spoken(ContactColumn::name), u"Ama Okafor (not saved yet)"_s);
    QCOMPARE(spoken(ContactColumn::status), u"Replied"_s);
    QVERIFY(type(ContactColumn::status, u"Met"_s));
    QCOMPARE(spoken(ContactColumn::status), u"Met (not saved yet)"_s);
    QVERIFY(type(ContactColumn::location, QString()));
    QCOMPARE(spoken(ContactColumn::location), u"(not saved yet)"_s);
}
