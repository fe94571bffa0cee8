// SPDX-License-Identifier: GPL-3.0-or-later
#include "mergetests.h"

#include "desk.h"

#include "store/mergereader.h"
#include "support/spin.h"
#include "support/support.h"
#include "ui/contacts/contactstableview.h"
#include "ui/contacts/mergeddialog.h"
#include "ui/contacts/mergestudio.h"
#include "ui/shell/toaststrip.h"
#include "ui/support/accessiblenames.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::ui;
using test::spinUntil;

namespace {

Contact somebody(const QString &id, const QString &first, const QString &last, const QString &company)
{
    Contact contact;
    contact.id = id;
    contact.firstName = first;
    contact.lastName = last;
    addPosition(contact.positions, {{}, {}, company, u"Analyst"_s, u"2021"_s, {}});
    addPoint(contact.addresses, u"work"_s, u"%1@%2.example"_s.arg(first.toLower(), company.toLower()));
    return contact;
}

/// Bob and Robert Smith of one firm (a little more is known of Robert), Eve, and a Zoë twice.
std::vector<Contact> people()
{
    std::vector<Contact> all {somebody(u"bob"_s, u"Bob"_s, u"Smith"_s, u"Acme"_s),
                              somebody(u"robert"_s, u"Robert"_s, u"Smith"_s, u"Acme"_s),
                              somebody(u"eve"_s, u"Eve"_s, u"Moreau"_s, u"Globex"_s),
                              somebody(u"zoe"_s, u"Zoë"_s, u"Müller"_s, u"Hooli"_s),
                              somebody(u"zoe2"_s, u"Zoe"_s, u"Muller"_s, u"Hooli"_s)};
    all[1].city = u"Bern"_s;
    return all;
}

struct Studio
{
    Desk desk;
    QPointer<MergeStudio> dialog;

    bool open(const std::vector<Contact> &everyone)
    {
        if (!desk.open()) {
            return false;
        }
        desk.show();
        if (!everyone.empty()) {
            desk.add(everyone);
        }
        dialog = new MergeStudio(desk.services(), &desk.page());
        dialog->open();
        dialog->scan();
        return spinUntil([this] { return dialog->presenter().stage() != StudioStage::scanning; });
    }
    [[nodiscard]] DuplicatesPresenter &presenter() { return dialog->presenter(); }
    [[nodiscard]] int pairs() { return presenter().model().rowCount(); }
    template <typename T = QPushButton>
    [[nodiscard]] T *child(const QString &name)
    {
        T *found = dialog->findChild<T *>(name);
        if (found == nullptr) {
            qFatal("no %s", qUtf8Printable(name));
        }
        return found;
    }
    [[nodiscard]] QString result(const QString &field)
    {
        return child<QLabel>(u"merge.result."_s + field)
                ->text()
                .remove(QChar(0x200B)); // where a line may break
    }
    [[nodiscard]] QString toast() { return dialog->findChild<ToastStrip *>()->text(); }
    [[nodiscard]] bool rest()
    {
        return spinUntil([this] { return !presenter().isBusy(); });
    }
    bool click(const QString &name)
    {
        child(name)->click();
        return rest();
    }
    /// Selects the pair of these names.
    bool show(const QString &names)
    {
        auto *list = child<QListView>(u"merge.pairs"_s);
        for (int row = 0; row < pairs(); ++row) {
            if (list->model()->index(row, 0).data().toString() == names) {
                list->setCurrentIndex(list->model()->index(row, 0));
                return presenter().row() == row;
            }
        }
        return false;
    }
};

const QString bobs = u"Bob Smith · Robert Smith"_s;

} // namespace

void TestMergeStudio::nothingToDecide()
{
    Studio studio;
    QVERIFY(studio.open({somebody(u"a"_s, u"Ann"_s, u"Lee"_s, u"Acme"_s),
                         somebody(u"b"_s, u"Bo"_s, u"Lind"_s, u"Acme"_s)}));
    QCOMPARE(studio.presenter().stage(), StudioStage::none);
    QVERIFY(studio.child<QWidget>(u"merge.none"_s)->isVisible());
    QVERIFY(!studio.child(u"merge.merge"_s)->isVisible());
    QVERIFY(studio.child<QLabel>(u"merge.facts"_s)->text().startsWith(u"2 "_s));
    Studio empty;
    QVERIFY(empty.open({}));
    QCOMPARE(empty.presenter().stage(), StudioStage::none);
}

void TestMergeStudio::showsPairsWithTheReason()
{
    Studio studio;
    QVERIFY(studio.open(people()));
    QCOMPARE(studio.pairs(), 2);
    QVERIFY(studio.show(bobs));
    const QString reason = studio.child<QLabel>(u"merge.reason"_s)->text();
    QVERIFY2(reason.contains(u"Bob and Robert are forms of one name"_s), qUtf8Printable(reason));
    QCOMPARE(studio.presenter().keep().contact.id, u"robert"_s); // more is known of him
    QCOMPARE(studio.child<QLabel>(u"merge.mark.name"_s)->text(), u"differs"_s);
    QCOMPARE(studio.child<QLabel>(u"merge.mark.place"_s)->text(), u"only one has it"_s);
    QVERIFY(studio.dialog->findChild<QLabel *>(u"merge.result.positions"_s) == nullptr); // the same in both
    QCOMPARE(studio.result(u"name"_s), u"Robert Smith"_s);
    QCOMPARE(studio.result(u"addresses"_s), u"robert@acme.example (work)\nbob@acme.example (work)"_s);
}

void TestMergeStudio::mergesWithTheChoices()
{
    Studio studio;
    QVERIFY(studio.open(people()));
    QVERIFY(studio.show(bobs));
    studio.child<QAbstractButton>(u"merge.other.name"_s)->click();
    studio.child<QAbstractButton>(u"merge.other.addresses"_s)->click(); // of both: not his
    QCOMPARE(studio.result(u"name"_s), u"Bob Smith"_s);
    QCOMPARE(studio.result(u"addresses"_s), u"robert@acme.example (work)"_s);
    QVERIFY(studio.click(u"merge.merge"_s));
    QCOMPARE(studio.pairs(), 1);
    QVERIFY(studio.toast().contains(u"is now part of Bob Smith"_s));
    const Contact kept = studio.desk.contact(u"robert"_s);
    QCOMPARE(kept.name(), u"Bob Smith"_s);
    QCOMPARE(kept.addresses.size(), 1);
    QCOMPARE(kept.city, u"Bern"_s);
    QVERIFY(!studio.desk.services().reader.contact(u"bob"_s));
}

void TestMergeStudio::oneOfTwoMustStayChosen()
{
    Studio studio;
    QVERIFY(studio.open(people()));
    QVERIFY(studio.show(bobs));
    auto *keep = studio.child<QAbstractButton>(u"merge.keep.addresses"_s);
    auto *other = studio.child<QAbstractButton>(u"merge.other.addresses"_s);
    QVERIFY(keep->isChecked() && other->isChecked());
    other->click();
    keep->click(); // the last one: the other comes back
    QVERIFY(!keep->isChecked());
    QVERIFY(other->isChecked());
    QCOMPARE(studio.result(u"addresses"_s), u"bob@acme.example (work)"_s);
    auto *keepName = studio.child<QAbstractButton>(u"merge.keep.name"_s);
    keepName->click();
    QVERIFY(keepName->isChecked()); // one name there must be
}

void TestMergeStudio::theOtherCanBeKept()
{
    Studio studio;
    QVERIFY(studio.open(people()));
    QVERIFY(studio.show(bobs));
    studio.child<QAbstractButton>(u"merge.other.name"_s)->click();
    studio.child(u"merge.swap"_s)->click();
    QVERIFY(spinUntil([&] { return studio.presenter().keep().contact.id == "bob"_L1; }));
    QCOMPARE(studio.result(u"name"_s), u"Bob Smith"_s); // what was chosen by hand stays chosen
    QCOMPARE(studio.result(u"place"_s), u"Bern"_s);
    QVERIFY(studio.click(u"merge.merge"_s));
    QCOMPARE(studio.desk.contact(u"bob"_s).city, u"Bern"_s);
}

void TestMergeStudio::undoBringsThePairBack()
{
    Studio studio;
    QVERIFY(studio.open(people()));
    QVERIFY(studio.show(bobs));
    const auto before = studio.presenter().model().pairs();
    QVERIFY(studio.click(u"merge.merge"_s));
    QVERIFY(studio.click(u"merge.apart"_s)); // the next pair
    QCOMPARE(studio.presenter().stage(), StudioStage::none);
    auto *undo = studio.dialog->findChild<QPushButton *>(u"toastAction"_s);
    QVERIFY(undo->isVisible());
    undo->click();
    QVERIFY(spinUntil([&] { return studio.pairs() == 1; }));
    QTest::keyClick(studio.dialog, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(spinUntil([&] { return studio.pairs() == 2; }));
    QCOMPARE(studio.presenter().model().pairs(), before);
    QCOMPARE(studio.desk.contact(u"bob"_s).name(), u"Bob Smith"_s);
    QCOMPARE(studio.desk.services().reader.countContacts({}).value_or(-1), 5);
}

void TestMergeStudio::notTheSameStays()
{
    Studio studio;
    QVERIFY(studio.open(people()));
    QVERIFY(studio.show(bobs));
    QVERIFY(studio.click(u"merge.apart"_s));
    QCOMPARE(studio.pairs(), 1);
    studio.dialog->scan();
    QVERIFY(spinUntil([&] { return studio.presenter().stage() != StudioStage::scanning; }));
    QCOMPARE(studio.pairs(), 1);
    QCOMPARE(studio.desk.services().reader.countContacts({}).value_or(-1), 5);
}

void TestMergeStudio::keysDecide()
{
    Studio studio;
    QVERIFY(studio.open(people()));
    QVERIFY(studio.show(bobs));
    auto *list = studio.child<QListView>(u"merge.pairs"_s);
    QTRY_VERIFY(list->hasFocus());
    const int row = studio.presenter().row();
    QTest::keyClick(list, Qt::Key_S);
    QCOMPARE(studio.presenter().row(), 1 - row);
    QTest::keyClick(list, Qt::Key_S);
    QCOMPARE(studio.presenter().row(), row); // round
    QCOMPARE(studio.presenter().keep().contact.id, u"robert"_s);
    QTest::keyClick(list, Qt::Key_X);
    QCOMPARE(studio.presenter().keep().contact.id, u"bob"_s);
    QTest::keyClick(list, Qt::Key_Return); // Enter decides nothing
    QCOMPARE(studio.pairs(), 2);
    QTest::keyClick(list, Qt::Key_M);
    QVERIFY(studio.rest());
    QCOMPARE(studio.pairs(), 1);
    QCOMPARE(studio.desk.contact(u"bob"_s).city, u"Bern"_s);
    QTest::keyClick(studio.dialog, Qt::Key_N);
    QVERIFY(studio.rest());
    QCOMPARE(studio.presenter().stage(), StudioStage::none);
}

void TestMergeStudio::mergingMovesTheOtherPairs()
{
    std::vector<Contact> three = people();
    three.push_back(somebody(u"rob"_s, u"Rob"_s, u"Smith"_s, u"Acme"_s));
    Studio studio;
    QVERIFY(studio.open(three));
    QCOMPARE(studio.pairs(), 4); // three Smiths, two Zoës
    QVERIFY(studio.show(bobs));
    QVERIFY(studio.click(u"merge.merge"_s));
    QCOMPARE(studio.pairs(), 2);
    for (const contacts::DuplicatePair &pair : studio.presenter().model().pairs()) {
        QVERIFY(pair.a != "bob"_L1 && pair.b != "bob"_L1);
    }
}

void TestMergeStudio::cancelLeavesEverything()
{
    Studio studio;
    QVERIFY(studio.desk.open());
    studio.desk.show();
    studio.desk.add(manyPeople(3000));
    studio.dialog = new MergeStudio(studio.desk.services(), &studio.desk.page());
    studio.dialog->open();
    studio.dialog->scan();
    QCOMPARE(studio.presenter().stage(), StudioStage::scanning);
    QVERIFY(studio.child<QWidget>(u"merge.busy"_s)->isVisible());
    studio.presenter().cancelScan();
    QVERIFY(spinUntil([&] { return studio.presenter().stage() == StudioStage::failed; }));
    QCOMPARE(studio.desk.services().reader.countContacts({}).value_or(-1), 3000);
    studio.dialog->scan(); // and closed while it runs
    studio.dialog->reject();
    QVERIFY(spinUntil([&] { return studio.dialog.isNull(); }));
}

void TestMergeStudio::twoSelectedContacts()
{
    Desk desk;
    QVERIFY(desk.open());
    desk.show();
    desk.add(people());
    QVERIFY(desk.waitForRows(5));
    QAction *merge = desk.actions().find(u"contacts.merge"_s);
    auto *table = desk.child<ContactsTableView>(u"contacts.table"_s);
    table->selectAll();
    QVERIFY(!merge->isEnabled());
    table->clearSelection();
    for (const QString &id : {u"eve"_s, u"zoe"_s}) {
        const int row = desk.model().rowOf(desk.page().presenter().rowIdOf(id));
        table->selectionModel()->select(desk.model().index(row, 0),
                                        QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    QVERIFY(merge->isEnabled());
    merge->trigger();
    QPointer<MergeStudio> studio;
    QVERIFY(spinUntil([&] {
        studio = desk.page().findChild<MergeStudio *>();
        return studio && studio->presenter().hasPair();
    }));
    QCOMPARE(studio->presenter().model().rowCount(), 1);
    const QSet<QString> shown {studio->presenter().keep().contact.id, studio->presenter().other().contact.id};
    QCOMPARE(shown, (QSet<QString> {u"eve"_s, u"zoe"_s}));
    studio->reject();
    desk.actions().find(u"contacts.duplicates"_s)->trigger();
    QVERIFY(spinUntil([&] {
        const auto *all = qobject_cast<MergeStudio *>(QApplication::activeModalWidget());
        return all != nullptr && all != studio;
    }));
    QApplication::activeModalWidget()->close();
}

void TestMergeStudio::mergedContactsAreTakenApart()
{
    Studio studio;
    QVERIFY(studio.open(people()));
    QVERIFY(studio.show(bobs));
    QVERIFY(studio.click(u"merge.merge"_s));
    studio.child(u"merge.earlier"_s)->click();
    QPointer<MergedDialog> merged = studio.dialog->findChild<MergedDialog *>();
    QVERIFY(merged);
    auto *list = merged->findChild<QTreeWidget *>(u"merged.list"_s);
    QCOMPARE(list->topLevelItemCount(), 1);
    QCOMPARE(list->topLevelItem(0)->text(0), u"Bob Smith"_s);
    QCOMPARE(list->topLevelItem(0)->text(1), u"Robert Smith"_s);
    auto *out = merged->findChild<QPushButton *>(u"merged.out"_s);
    QVERIFY(!out->isEnabled());
    list->setCurrentItem(list->topLevelItem(0));
    out->click();
    QVERIFY(spinUntil([&] { return list->topLevelItemCount() == 0; }));
    QCOMPARE(studio.desk.contact(u"bob"_s).name(), u"Bob Smith"_s);
    QCOMPARE(studio.desk.contact(u"robert"_s).addresses.size(), 1);
}

void TestMergeStudio::listModel()
{
    DuplicateListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const auto pair = [](const QString &a, const QString &b) {
        return contacts::DuplicatePair {a, b, u"Name "_s + a, u"Name "_s + b, u"Firm"_s, {}, u"why"_s, 80};
    };
    model.setPairs({pair(u"a"_s, u"b"_s), pair(u"b"_s, u"c"_s), pair(u"a"_s, u"c"_s), pair(u"b"_s, u"d"_s)});
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.joinPeople(u"a"_s, u"Ann"_s, u"Acme"_s, u"b"_s);
    QCOMPARE(removed.size(), 2); // their own, and b-c, since a-c is there
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.pairAt(0)->b, u"c"_s);
    QCOMPARE(model.pairAt(1)->a, u"a"_s);
    QCOMPARE(model.index(1).data().toString(), u"Ann · Name d"_s);
    model.removePair(7); // there is none
    QCOMPARE(model.rowCount(), 2);
    model.removePair(0);
    QCOMPARE(model.pairAt(0)->b, u"d"_s);
    QVERIFY(model.pairAt(1) == nullptr);
}

void TestMergeStudio::everyControlHasAName()
{
    Studio studio;
    QVERIFY(studio.open(people()));
    QCOMPARE(test::unnamedControls(studio.dialog), QStringList());
    studio.child(u"merge.earlier"_s)->click();
    QCOMPARE(test::unnamedControls(studio.dialog->findChild<MergedDialog *>()), QStringList());
}
