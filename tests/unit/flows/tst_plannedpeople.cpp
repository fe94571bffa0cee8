// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "flows/plannedpeople.h"

#include <QTest>

#include <numeric>
#include <thread>

using namespace crema;
using namespace crema::flows;

namespace {

contacts::People people(int first, int count)
{
    contacts::People some;
    for (int row = first; row < first + count; ++row) {
        some.push_back(std::make_unique<contacts::IncomingPerson>(Contact(), row));
    }
    return some;
}

QVector<int> rowsOf(const contacts::People &people)
{
    QVector<int> rows;
    for (const auto &person : people) {
        rows << person->row;
    }
    return rows;
}

} // namespace

void PlannedPeopleTest::comeInTheirOrder()
{
    PlannedPeople planned;
    planned.give(people(1, 3), 7);
    planned.give(people(4, 2), 9);
    planned.end();
    const auto first = planned.take(2);
    QCOMPARE(rowsOf(first.people), QVector({1, 2}));
    QCOMPARE(first.done, size_t {9});
    QVERIFY(!first.isEnd);
    const auto rest = planned.take(10);
    QCOMPARE(rowsOf(rest.people), QVector({3, 4, 5}));
    QVERIFY(rest.isEnd);
    const auto beyond = planned.take(10);
    QVERIFY(beyond.people.empty() && beyond.isEnd);
}

void PlannedPeopleTest::waitsNotForEver()
{
    PlannedPeople planned;
    const auto none = planned.take(5); // nobody came and nobody said that it was all
    QVERIFY(none.people.empty() && !none.isEnd);
    planned.end();
    QVERIFY(planned.take(5).isEnd);
}

void PlannedPeopleTest::crossThreads()
{
    constexpr int count = 5000;
    PlannedPeople planned;
    std::jthread planning([&planned] {
        for (int row = 0; row < count; row += 50) {
            planned.give(people(row, 50), static_cast<size_t>(row));
        }
        planned.end();
    });
    QVector<int> rows;
    PlannedPeople::Some some;
    while (!some.isEnd) {
        some = planned.take(300);
        rows += rowsOf(some.people);
    }
    QVector<int> expected(count);
    std::iota(expected.begin(), expected.end(), 0);
    QCOMPARE(rows, expected);
}
