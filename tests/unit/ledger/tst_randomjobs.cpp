// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "tests.h"

#include <map>

using namespace crema;
using namespace crema::ledger;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr int jobs = 1000;
constexpr quint32 seed = 20260301;

/// What the ledger must say, kept beside it in the plainest way.
struct Books
{
    int available = 0;
    int granted = 0;
    int spent = 0;
    std::map<QString, int> open; ///< by job: what it reserved

    [[nodiscard]] int reserved() const
    {
        int sum = 0;
        for (const auto &[job, credits] : open) {
            sum += credits;
        }
        return sum;
    }
};

} // namespace

void RandomJobsTest::aThousandJobsSumToZero()
{
    qInfo() << "seed" << seed;
    QRandomGenerator random(seed);
    Desk desk;
    VERIFY_OK(desk.open());
    Books books;
    int refused = 0;
    int lowest = 0;
    for (int number = 0; number < jobs; ++number) {
        desk.clock.advance(std::chrono::hours(random.bounded(48)) - 10h); // sometimes set back
        const auto granted = desk.grant();
        VERIFY_OK(granted);
        books.available += *granted;
        books.granted += *granted;
        const QString job = u"job%1"_s.arg(number);
        const int credits = random.bounded(60);
        const auto begun = desk.reserved(job, credits);
        QCOMPARE(begun.has_value(), credits <= books.available);
        if (begun) {
            books.available -= credits;
            books.open[job] = credits;
        } else {
            QCOMPARE(begun.error().kind, ErrorKind::outOfCredits);
            ++refused;
        }
        // Some end: done in part, failed or cancelled (nothing delivered); others stay open for a while.
        while (!books.open.empty() && random.bounded(3) > 0) {
            const auto ending = std::next(books.open.begin(),
                                          random.bounded(static_cast<int>(books.open.size())));
            const int charged = random.bounded(2) == 0 ? 0 : random.bounded(ending->second + 1);
            VERIFY_OK(desk.settled(ending->first, ending->second, charged));
            books.spent += charged;
            books.available += ending->second - charged;
            books.open.erase(ending);
        }
        QCOMPARE(desk.balance(), books.available);
        lowest = qMin(lowest, desk.balance());
    }
    for (const auto &[job, credits] : books.open) {
        VERIFY_OK(desk.settled(job, credits, 0));
        books.available += credits;
    }
    QCOMPARE(lowest, 0);
    QVERIFY2(refused > 0, "no job was ever refused: the balance was never put to the test");
    QCOMPARE(desk.sum(), 0);
    QCOMPARE(desk.lopsided(), 0);
    QCOMPARE(desk.wrongBalances(), 0);
    QCOMPARE(desk.balance(), books.available);
    QCOMPARE(desk.of(u"spent"_s), books.spent);
    QCOMPARE(desk.of(u"granted"_s), -books.granted);
    QCOMPARE(books.available + books.spent, books.granted);
    QCOMPARE(desk.number(
                     "SELECT count(*) FROM ledger_account WHERE account LIKE 'reserved:%' AND balance <> 0"),
             0);
    QCOMPARE(desk.number("SELECT sum(charged) FROM receipt"), books.spent);
    QCOMPARE(desk.number("SELECT count(*) FROM receipt"), jobs - refused);
    QCOMPARE(desk.number("SELECT count(*) FROM receipt WHERE charged + released <> reserved"), 0);
}
