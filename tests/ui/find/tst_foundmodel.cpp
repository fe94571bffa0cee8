// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "ui/find/foundmodel.h"
#include "ui/support/workdesk.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace crema;
using test::somebody;

namespace {

QVector<FoundPerson> found(int count)
{
    QVector<FoundPerson> people;
    for (int i = 0; i < count; ++i) {
        FoundPerson person;
        person.person = somebody(i);
        person.reasons = {{u"title"_s, u"Title: Consultant"_s, 40}, {u"location"_s, u"Place: Berlin"_s, 20}};
        people << person;
    }
    return people;
}

} // namespace

void TestFoundModel::keepsToTheRules()
{
    ui::FoundModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.show(found(3));
    QCOMPARE(model.rowCount(), 3);
    const auto why = static_cast<int>(ui::FoundModel::Column::why);
    QCOMPARE(model.index(0, why).data().toString(), u"Title: Consultant · Place: Berlin"_s);
    QCOMPARE(model.index(0, 0).data().toString(), u"Zoë Müller"_s);
    model.show(found(2));
    QCOMPARE(model.rowCount(), 2);
    model.show({});
    QCOMPARE(model.rowCount(), 0);
}

void TestFoundModel::selectionStaysWhenOnlyMoreIsKnown()
{
    ui::FoundModel model;
    model.show(found(3));
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QVector<FoundPerson> people = found(3);
    people[1].contactId = u"c1"_s;
    model.show(people);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(changed.size(), 1);
    const auto known = static_cast<int>(ui::FoundModel::Column::known);
    QCOMPARE(model.index(1, known).data().toString(), u"In contacts"_s);
}
