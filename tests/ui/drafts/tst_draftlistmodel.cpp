// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "ui/drafts/draftlistmodel.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::ui;

namespace {

QVector<DraftItem> items(const QStringList &ids)
{
    QVector<DraftItem> all;
    for (const QString &id : ids) {
        DraftItem item;
        item.id = id;
        item.subject = u"About "_s + id;
        item.name = u"Person "_s + id;
        all << item;
    }
    return all;
}

} // namespace

void TestDraftListModel::keepsToTheRules()
{
    DraftListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    for (const QStringList &ids :
         {QStringList {u"a"_s, u"b"_s, u"c"_s}, QStringList {u"c"_s, u"a"_s},
          QStringList {u"d"_s, u"c"_s, u"e"_s, u"a"_s}, QStringList {}, QStringList {u"a"_s}}) {
        model.show(items(ids));
        QCOMPARE(model.rowCount(), ids.size());
        for (int row = 0; row < model.rowCount(); ++row) {
            QCOMPARE(model.index(row).data(static_cast<int>(DraftListModel::Role::id)).toString(), ids[row]);
        }
    }
    QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(), u"Person a, About a"_s);
}

void TestDraftListModel::thousandsComeAndGoAtOnce()
{
    QStringList many;
    for (int i = 0; i < 5000; ++i) {
        many << u"d%1"_s.arg(i);
    }
    DraftListModel model;
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    model.show(items(many));
    QCOMPARE(inserted.size(), 1);
    model.show(items(many.sliced(4000, 10)));
    QCOMPARE(removed.size(), 2);
    QCOMPARE(model.rowOf(u"d4003"_s), 3);
    QCOMPARE(model.rowOf(u"d1"_s), -1);
    model.show(items(many));
    QCOMPARE(inserted.size(), 3);
    QCOMPARE(model.rowOf(u"d4999"_s), 4999);
}

void TestDraftListModel::rowsFollowTheDrafts()
{
    DraftListModel model;
    model.show(items({u"a"_s, u"b"_s, u"c"_s}));
    const QPersistentModelIndex b = model.index(1);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.show(items({u"x"_s, u"c"_s, u"b"_s}));
    QCOMPARE(b.row(), 2);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(changed.size(), 0);
    QVector<DraftItem> edited = items({u"x"_s, u"c"_s, u"b"_s});
    edited[2].subject = u"New"_s;
    model.show(edited);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(b.data(static_cast<int>(DraftListModel::Role::subject)).toString(), u"New"_s);
}
