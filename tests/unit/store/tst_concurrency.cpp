// SPDX-License-Identifier: GPL-3.0-or-later
#include "async/taskscope.h"
#include "desk.h"
#include "store/peoplesearch.h"
#include "tests.h"

#include <stop_token>
#include <thread>

using namespace crema;
using namespace crema::store;
using namespace Qt::StringLiterals;

void ConcurrencyTest::editIsAnsweredBetweenTheStepsOfABulk()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.apply(creating(person(u"a"_s, u"Ada"_s, u"Byron"_s, u"Acme"_s))));
    TaskScope scope;
    QStringList order;
    int edits = 0;
    bool bulkDone = false;
    const auto edit = [&](int total) {
        const QString city = u"City %1"_s.arg(++edits);
        scope.launch(desk.store->apply(patching(Kind::contact, u"a"_s, {{u"city"_s, Json(city)}})),
                     [&, total](const Result<Change> &done) {
                         QVERIFY(done);
                         order << u"edit"_s;
                         QCOMPARE(bulkDone, false);
                         QCOMPARE(desk.reader->countContacts({}).value_or(-1), 1); // still nothing of `total`
                         QVERIFY(total > 0);
                     });
    };
    const auto progress = [&](int done, int total) {
        order << u"step"_s;
        if (done < total) {
            edit(total);
        }
    };
    scope.launch(desk.store->applyBulk(importing(u"p"_s, 65'000), progress, {}),
                 [&](const Result<Change> &done) {
                     QVERIFY(done);
                     bulkDone = true;
                     order << u"bulk"_s;
                 });
    edit(65'000);
    QVERIFY(test::spinUntil([&] { return bulkDone && scope.running() == 0; }));
    QVERIFY2(edits == stepsOfImport(65'000), qPrintable(order.join(u' ')));
    QCOMPARE(order.count(u"edit"_s), edits);
    QCOMPARE(order.count(u"step"_s), edits); // one after each but the last, and the first
    QCOMPARE(order.constLast(), u"bulk"_s);
    QVERIFY(order.indexOf(u"edit"_s) < 3); // answered after a step or two, not at the end
    QCOMPARE(desk.reader->contact(u"a"_s).value_or(Contact {}).city, u"City %1"_s.arg(edits));
    QCOMPARE(desk.reader->countContacts({}).value_or(-1), 65'001);
    // What the user did last is what undo takes first.
    QCOMPARE(desk.undo().value_or(UndoOutcome {}).label, u"Edit a"_s);
}

void ConcurrencyTest::readerSeesAllOrNothing()
{
    Desk desk;
    VERIFY_OK(desk.open());
    constexpr int people = 8000;
    std::stop_source stop;
    QStringList seen;
    std::thread watcher([&, path = desk.path()] {
        const auto reader = Reader::open(path);
        while (reader && !stop.stop_requested()) {
            const auto whole = [&](qint64 count) { return count == 0 || count == people; };
            const qint64 counted = (*reader)->countContacts({}).value_or(-1);
            const qint64 listed = (*reader)->contactRowIds({}).value_or(QVector<qint64>(1)).size();
            const auto search = PeopleSearch::load((*reader)->connection());
            if (!whole(counted) || !whole(listed) || !search || !whole(search->count())) {
                seen << u"%1 %2"_s.arg(counted).arg(listed);
            }
        }
    });
    const auto done = desk.applyBulk(importing(u"p"_s, people));
    const auto undone = desk.undo();
    const auto redone = desk.redo();
    stop.request_stop();
    watcher.join();
    VERIFY_OK(done);
    VERIFY_OK(undone);
    VERIFY_OK(redone);
    QCOMPARE(seen, QStringList());
}

void ConcurrencyTest::closingFinishesWhatWasAsked()
{
    Desk desk;
    VERIFY_OK(desk.open());
    TaskScope scope;
    int answered = 0;
    for (int i = 0; i < 20; ++i) {
        scope.launch(desk.store->apply(creating(person(u"p%1"_s.arg(i), u"P"_s, u"Q"_s, u"Acme"_s))),
                     [&](const Result<Change> &done) { answered += done.has_value(); });
    }
    desk.close();
    QVERIFY(test::spinUntil([&] { return scope.running() == 0; }));
    QCOMPARE(answered, 20);
    VERIFY_OK(desk.open());
    QCOMPARE(desk.reader->countContacts({}).value_or(-1), 20);
}

void ConcurrencyTest::storeGoneDuringABulk()
{
    Desk desk;
    VERIFY_OK(desk.open());
    TaskScope scope;
    std::optional<Result<Change>> answer;
    scope.launch(desk.store->applyBulk(importing(u"p"_s, 10'000), {}, {}),
                 [&](Result<Change> done) { answer = std::move(done); });
    desk.close();
    QVERIFY(test::spinUntil([&] { return answer.has_value(); }));
    QCOMPARE(errorOf(*answer), ErrorKind::cancelled);
    VERIFY_OK(desk.open());
    QCOMPARE(desk.number("SELECT count(*) FROM contact"), 0);
    QCOMPARE(desk.number("SELECT count(*) FROM staging"), 0);
    QCOMPARE(desk.problems(), QStringList());
}
