// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "tests.h"

#include "flows/followupwatch.h"

#include <QSignalSpy>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace crema;

namespace {

/// What a watch tells, by first names, one entry a telling.
class Listener
{
public:
    explicit Listener(Desk &desk) : m_watch(desk.services())
    {
        QObject::connect(&m_watch, &flows::FollowUpWatch::becameDue, &m_watch,
                         [this](const QVector<flows::FollowUpItem> &items) {
                             QStringList names;
                             for (const flows::FollowUpItem &item : items) {
                                 names << item.row.name.section(u' ', 0, 0);
                             }
                             m_told << names.join(u' ');
                         });
        QObject::connect(&m_watch, &flows::FollowUpWatch::failed, &m_watch,
                         [this](const Error &error) { m_told << error.text; });
    }

    [[nodiscard]] flows::FollowUpWatch &watch() { return m_watch; }
    /// Looks, and waits until `count` tellings came in all.
    [[nodiscard]] bool hears(qsizetype count)
    {
        m_watch.check();
        return test::spinUntil([&] { return m_told.size() >= count; });
    }
    /// Looks twice and gives everything under way its turn: a second operation is through after the first.
    void look(Desk &desk)
    {
        for (int turn = 0; turn < 2; ++turn) {
            m_watch.check();
            (void)test::await(desk.services().store.apply({}));
            QCoreApplication::processEvents();
        }
    }
    [[nodiscard]] QStringList told() const { return m_told; }

private:
    flows::FollowUpWatch m_watch;
    QStringList m_told;
};

void remind(Desk &desk, const QString &id, QDate day)
{
    if (const auto set = test::await(flows::setFollowUp(&desk.services(), id, day, {})); !set) {
        qFatal("%s", test::describe(set.error()).constData());
    }
}

/// The user's time zone while it lives.
class Zone
{
public:
    explicit Zone(const char *name) : m_before(qgetenv("TZ")) { set(name); }
    ~Zone()
    {
        m_before.isEmpty() ? qunsetenv("TZ") : qputenv("TZ", m_before);
        tzset();
    }
    Q_DISABLE_COPY_MOVE(Zone)
    static void set(const char *name)
    {
        qputenv("TZ", name);
        tzset();
    }

private:
    QByteArray m_before;
};

} // namespace

void TestFollowUpWatch::tellsOnceADay()
{
    Desk desk;
    VERIFY_OK(desk.open());
    remind(desk, desk.add(u"Ada"_s), desk.today());
    remind(desk, desk.add(u"Ben"_s), desk.today().addDays(-3));
    remind(desk, desk.add(u"Cyn"_s), desk.today().addDays(1));
    Listener listener(desk);
    listener.watch().start();
    QVERIFY(listener.hears(1));
    listener.look(desk);
    QCOMPARE(listener.told(), QStringList {u"Ben Ada"_s});
}

void TestFollowUpWatch::restartRepeatsNothing()
{
    Desk desk;
    VERIFY_OK(desk.open());
    remind(desk, desk.add(u"Ada"_s), desk.today());
    {
        Listener first(desk);
        first.watch().start();
        QVERIFY(first.hears(1));
    }
    VERIFY_OK(desk.reopen());
    Listener second(desk);
    second.watch().start();
    second.look(desk);
    QCOMPARE(second.told(), QStringList());
    desk.clock().advance(24h);
    QVERIFY(second.hears(1)); // overdue by now: once more on the new day
    QCOMPARE(second.told(), QStringList {u"Ada"_s});
}

void TestFollowUpWatch::tellsAtTheChangeOfDay()
{
    Desk desk;
    VERIFY_OK(desk.open());
    remind(desk, desk.add(u"Ada"_s), desk.today().addDays(1));
    Listener listener(desk);
    QSignalSpy days(&listener.watch(), &flows::FollowUpWatch::dayChanged);
    listener.watch().start();
    listener.look(desk);
    QCOMPARE(listener.told(), QStringList());
    QCOMPARE(days.size(), 0);
    desk.clock().advance(14h); // the suspended night is over: 29 November, 0:00
    QVERIFY(listener.hears(1));
    QCOMPARE(days.size(), 1);
}

void TestFollowUpWatch::tellsWhatIsSetToToday()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const QString ada = desk.add(u"Ada"_s);
    Listener listener(desk);
    listener.watch().start();
    remind(desk, ada, desk.today());
    // Nobody asks: the change itself is noticed.
    QVERIFY(test::spinUntil([&] { return listener.told().size() == 1; }));
}

void TestFollowUpWatch::tellsAgainAfterASnooze()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const QString ada = desk.add(u"Ada"_s);
    remind(desk, ada, desk.today());
    Listener listener(desk);
    listener.watch().start();
    QVERIFY(listener.hears(1));
    VERIFY_OK(test::await(flows::snoozeFollowUps(&desk.services(), {ada}, desk.today().addDays(2))));
    desk.clock().advance(24h);
    listener.look(desk);
    QCOMPARE(listener.told().size(), 1);
    desk.clock().advance(24h);
    QVERIFY(listener.hears(2));
}

void TestFollowUpWatch::wrongClockLosesNothing()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const QString ada = desk.add(u"Ada"_s);
    remind(desk, ada, QDate(2026, 12, 1));
    Listener listener(desk);
    listener.watch().start();
    desk.clock().advance(24h * 365 * 5); // an empty battery: it is 2031
    QVERIFY(listener.hears(1));
    desk.clock().advance(-24h * 365 * 5);
    listener.look(desk);
    QCOMPARE(listener.told().size(), 1); // the true day again, and nothing is due
    QCOMPARE(desk.contact(ada).nextActionDate, u"2026-12-01"_s);
    desk.clock().advance(24h * 3);
    QVERIFY(listener.hears(2)); // on the day itself
}

void TestFollowUpWatch::travellingTellsNothingTwice()
{
    const Zone zone("Asia/Tokyo");
    Desk desk;
    VERIFY_OK(desk.open());
    desk.clock().advance(6h); // 29 November, 1:00 in Tokyo
    QCOMPARE(desk.today(), QDate(2026, 11, 29));
    const QString ada = desk.add(u"Ada"_s);
    remind(desk, ada, QDate(2026, 11, 29));
    Listener listener(desk);
    listener.watch().start();
    QVERIFY(listener.hears(1));
    Zone::set("America/Los_Angeles"); // 28 November, 8:00: not due yet
    QCOMPARE(desk.today(), QDate(2026, 11, 28));
    listener.look(desk);
    desk.clock().advance(24h); // 29 November for the second time
    QCOMPARE(desk.today(), QDate(2026, 11, 29));
    listener.look(desk);
    QCOMPARE(listener.told(), QStringList {u"Ada"_s});
    QCOMPARE(desk.contact(ada).nextActionDate, u"2026-11-29"_s);
    desk.clock().advance(24h);
    QVERIFY(listener.hears(2));
}

void TestFollowUpWatch::stoppedTellsNothing()
{
    Desk desk;
    VERIFY_OK(desk.open());
    remind(desk, desk.add(u"Ada"_s), desk.today());
    Listener listener(desk);
    listener.look(desk);
    QCOMPARE(listener.told(), QStringList());
    listener.watch().start();
    QVERIFY(listener.hears(1));
    listener.watch().stop();
    desk.clock().advance(24h);
    listener.look(desk);
    QCOMPARE(listener.told().size(), 1);
}
