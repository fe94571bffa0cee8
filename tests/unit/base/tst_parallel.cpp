// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "base/parallel.h"

#include <QRandomGenerator>

using namespace crema;

void ParallelTest::sorts_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {0, 1, 2, 19'999, 20'000, 40'001}) { // on one thread and on two
        QTest::addRow("%d", count) << count;
    }
}

void ParallelTest::sorts()
{
    QFETCH(int, count);
    QRandomGenerator random(3);
    std::vector<int> items(static_cast<size_t>(count));
    std::ranges::generate(items, [&random] { return random.bounded(1000); });
    std::vector<int> expected = items;
    std::ranges::sort(expected);
    QVERIFY(sortedInParallel(items) == expected);
}
