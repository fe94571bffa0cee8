// SPDX-License-Identifier: GPL-3.0-or-later
#include "async/leaves.h"
#include "async/taskscope.h"
#include "async/turns.h"
#include "support/spin.h"
#include "tests.h"

using namespace crema;
using namespace Qt::StringLiterals;

namespace {

using Turn = Result<Turns::Turn>;

/// Someone who asks for a turn and keeps it until told.
struct Asker
{
    std::stop_source stop;
    std::optional<Turn> turn;
    TaskScope scope;

    void ask(Turns &turns, const QString &name)
    {
        scope.launch(turns.take(name, stop.get_token()),
                     [this](Turn given) { turn.emplace(std::move(given)); });
    }
    [[nodiscard]] bool has() const { return turn && *turn; }
};

/// Lets everything that can go on go on.
void settle()
{
    QVERIFY(test::spinUntil([] {
        QCoreApplication::sendPostedEvents();
        return true;
    }));
}

} // namespace

void TurnsTest::theyComeInTheOrderOfAsking()
{
    Turns turns;
    Asker a;
    Asker b;
    Asker c;
    for (Asker *asker : {&a, &b, &c}) {
        asker->ask(turns, u"import"_s);
    }
    QVERIFY(test::spinUntil([&] { return a.has(); }));
    QVERIFY(!b.turn && !c.turn);
    a.turn.reset();
    QVERIFY(test::spinUntil([&] { return b.has(); }));
    QVERIFY(!c.turn);
    b.turn.reset();
    QVERIFY(test::spinUntil([&] { return c.has(); }));
    c.turn.reset();
    Asker again;
    again.ask(turns, u"import"_s);
    QVERIFY(test::spinUntil([&] { return again.has(); }));
}

void TurnsTest::otherNamesDoNotWait()
{
    Turns turns;
    Asker a;
    Asker b;
    a.ask(turns, u"import"_s);
    b.ask(turns, u"write"_s);
    QVERIFY(test::spinUntil([&] { return a.has() && b.has(); }));
}

void TurnsTest::whoIsStoppedWhileWaitingIsPassedOver()
{
    Turns turns;
    Asker a;
    Asker b;
    Asker c;
    for (Asker *asker : {&a, &b, &c}) {
        asker->ask(turns, u"import"_s);
    }
    QVERIFY(test::spinUntil([&] { return a.has(); }));
    b.stop.request_stop();
    QVERIFY(test::spinUntil([&] { return b.turn.has_value(); }));
    QCOMPARE(b.turn->error().kind, ErrorKind::cancelled);
    settle();
    QVERIFY(!c.turn);
    a.turn.reset();
    QVERIFY(test::spinUntil([&] { return c.has(); }));
}

void TurnsTest::aTurnMayOutliveThem()
{
    Asker a;
    Asker b;
    {
        Turns turns;
        a.ask(turns, u"import"_s);
        b.ask(turns, u"import"_s);
        QVERIFY(test::spinUntil([&] { return a.has(); }));
    }
    a.turn.reset();
    QVERIFY(test::spinUntil([&] { return b.has(); }));
    b.turn.reset();
    QCOMPARE(async::pendingLeaves(), 0U);
}
