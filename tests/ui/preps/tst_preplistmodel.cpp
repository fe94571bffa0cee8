// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "ui/preps/preplistmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::ui;

void TestPrepListModel::keepsToTheRules()
{
    PrepListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    for (const QString &ids : {u"abc"_s, u"cb"_s, u"bdca"_s, QString(), u"z"_s}) {
        QVector<Prep> preps;
        for (const QChar c : ids) {
            Prep prep;
            prep.id = c;
            prep.person.firstName = u"Person "_s + c;
            preps << prep;
        }
        model.show(preps);
        QCOMPARE(model.rowCount(), ids.size());
        for (int row = 0; row < model.rowCount(); ++row) {
            QCOMPARE(model.index(row).data(static_cast<int>(PrepListModel::Role::id)).toString(),
                     QString(ids[row]));
        }
    }
    QCOMPARE(reset.size(), 0);
    QCOMPARE(model.index(0).data().toString(), u"Person z"_s);
}
