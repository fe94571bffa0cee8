// SPDX-License-Identifier: GPL-3.0-or-later
#include "maildesk.h"
#include "tests.h"

#include "base/dates.h"
#include "flows/sendqueue.h"
#include "flows/sendtimes.h"

#include <QSignalSpy>

using namespace crema;
using namespace crema::flows;

namespace {

Result<QVector<Scheduled>> schedule(MailDesk &desk, const QStringList &ids, QDateTime due = {},
                                    bool atOnce = true)
{
    return test::await(scheduleSends(desk.services.get(), ids, {}, std::move(due), atOnce));
}

} // namespace

void QueueTest::sendsWhatIsDue()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    VERIFY_OK(desk.begin(2));
    SendQueue queue(*desk.services);
    QSignalSpy sent(&queue, &SendQueue::sent);
    VERIFY_OK(schedule(desk, desk.ids));
    queue.start();
    QTest::qWait(50);
    QCOMPARE(server.sent().size(), 0); // there is time to take it back
    desk.clock.advance(std::chrono::seconds(11));
    queue.check();
    QVERIFY(test::spinUntil([&] { return sent.count() == 2; }));
    QCOMPARE(server.sent().size(), 2);
    QCOMPARE(allQueued(*desk.reader)->size(), 0);
    queue.stop();
}

void QueueTest::canBeTakenBack()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    VERIFY_OK(desk.begin(1));
    VERIFY_OK(schedule(desk, desk.ids));
    const auto taken = test::await(cancelSends(desk.services.get(), desk.ids));
    VERIFY_OK(taken);
    QCOMPARE(*taken, 1);
    SendQueue queue(*desk.services);
    queue.start();
    desk.clock.advance(std::chrono::minutes(1));
    queue.check();
    QTest::qWait(100);
    QCOMPARE(server.sent().size(), 0);
    QCOMPARE(desk.draft(0).state, u"draft"_s);
}

void QueueTest::whatIsOnItsWayIsNotSaidToBeTakenBack()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    VERIFY_OK(desk.begin(1));
    VERIFY_OK(schedule(desk, desk.ids));
    server.fault({{"path", "/drafts/send"}, {"kind", "slow"}, {"ms", 700}});
    SendQueue queue(*desk.services);
    desk.clock.advance(std::chrono::seconds(11));
    queue.start();
    QVERIFY(test::spinUntil([&] { return desk.mark(0).state == SendState::sending; }));
    const auto taken = test::await(cancelSends(desk.services.get(), desk.ids));
    VERIFY_OK(taken);
    QCOMPARE(*taken, 0);
    QCOMPARE(server.sent().size(), 1);
    queue.stop();
}

void QueueTest::missedIsAsked()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    VERIFY_OK(desk.begin(1));
    VERIFY_OK(schedule(desk, desk.ids, desk.clock.now().addSecs(3600)));
    desk.clock.advance(std::chrono::hours(5)); // the computer slept
    SendQueue queue(*desk.services);
    QSignalSpy missed(&queue, &SendQueue::missed);
    queue.start();
    QVERIFY(test::spinUntil([&] { return missed.count() == 1; }));
    QCOMPARE(missed[0][0].toStringList(), desk.ids);
    QCOMPARE(server.sent().size(), 0);
    QVERIFY(!queueEntryOf(*desk.reader, desk.ids[0])->held.isEmpty());
    VERIFY_OK(schedule(desk, desk.ids)); // send it now all the same
    desk.clock.advance(std::chrono::seconds(11));
    queue.check();
    QVERIFY(test::spinUntil([&] { return server.sent().size() == 1; }));
    queue.stop();
}

void QueueTest::waitingForATurnIsNotMissed()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    desk.deployment.sending.secondsBetween = 400; // the third is due long before its turn
    VERIFY_OK(desk.begin(3));
    store::Operation operation;
    for (const QString &id : desk.ids) {
        note(operation, id, QueueEntry {toStoredTime(desk.clock.now()), {}, true, {}});
    }
    VERIFY_OK(test::await(desk.store->apply(operation)));
    SendQueue queue(*desk.services);
    QSignalSpy missed(&queue, &SendQueue::missed);
    QSignalSpy sent(&queue, &SendQueue::sent);
    queue.start();
    for (int turn = 1; turn <= 3; ++turn) {
        QVERIFY(test::spinUntil([&] { return sent.count() == turn; }));
        QCOMPARE(allQueued(*desk.reader)->size(), 3 - turn);
        for (int i = 0; i < 4; ++i) {
            desk.clock.advance(std::chrono::seconds(101));
            queue.check();
        }
    }
    QCOMPARE(missed.count(), 0);
    queue.stop();
}

void QueueTest::survivesARestart()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    VERIFY_OK(desk.begin(1));
    VERIFY_OK(schedule(desk, desk.ids, desk.clock.now().addSecs(60)));
    VERIFY_OK(desk.reopen());
    SendQueue queue(*desk.services);
    QSignalSpy sent(&queue, &SendQueue::sent);
    desk.clock.advance(std::chrono::seconds(61));
    queue.start();
    QVERIFY(test::spinUntil([&] { return sent.count() == 1; }));
    queue.stop();
}

void QueueTest::keepsOutOfTheNight()
{
    const Sending sending;
    const QTimeZone chicago("America/Chicago");
    const QDateTime night(QDate(2026, 3, 3), QTime(4, 0), Qt::UTC); // ten in the evening there
    QVERIFY(isQuiet(night, chicago, sending));
    const QDateTime morning = afterQuiet(night, chicago, sending);
    QCOMPARE(morning.toTimeZone(chicago).time(), QTime(8, 0));
    QCOMPARE(morning.toTimeZone(chicago).date(), QDate(2026, 3, 3));
    const QDateTime early(QDate(2026, 3, 3), QTime(12, 0), Qt::UTC); // six in the morning there
    QCOMPARE(afterQuiet(early, chicago, sending).toTimeZone(chicago).date(), QDate(2026, 3, 3));
    const QDateTime noon(QDate(2026, 3, 3), QTime(18, 0), Qt::UTC);
    QVERIFY(!isQuiet(noon, chicago, sending));
    QCOMPARE(afterQuiet(noon, chicago, sending), noon);
}

void QueueTest::zones_data()
{
    QTest::addColumn<QString>("location");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("country");
    QTest::addColumn<QByteArray>("zone");
    QTest::newRow("state") << QString() << u"Illinois"_s << u"United States"_s
                           << QByteArray("America/Chicago");
    QTest::newRow("in the location") << u"Portland, OR, USA"_s << QString() << QString()
                                     << QByteArray("America/Los_Angeles");
    QTest::newRow("one zone") << QString() << QString() << u"Germany"_s << QByteArray("Europe/Berlin");
    QTest::newRow("last part") << u"Paris, France"_s << QString() << QString() << QByteArray("Europe/Paris");
    QTest::newRow("several zones, no state") << QString() << QString() << u"United States"_s << QByteArray();
    QTest::newRow("unknown") << u"Somewhere nice"_s << QString() << QString() << QByteArray();
}

void QueueTest::zones()
{
    QFETCH(QString, location);
    QFETCH(QString, state);
    QFETCH(QString, country);
    QFETCH(QByteArray, zone);
    Contact contact;
    contact.location = location;
    contact.state = state;
    contact.country = country;
    const QTimeZone found = zoneOf(contact);
    QCOMPARE(found.isValid(), !zone.isEmpty());
    if (found.isValid()) {
        const QDateTime day(QDate(2026, 7, 1), QTime(12, 0), Qt::UTC);
        QCOMPARE(found.offsetFromUtc(day), QTimeZone(zone).offsetFromUtc(day));
    }
}

void QueueTest::aTimeThatIsOverIsRefused()
{
    WITH_GMAIL(server);
    MailDesk desk(server.client());
    VERIFY_OK(desk.begin(1));
    const auto scheduled = schedule(desk, desk.ids, desk.clock.now().addSecs(-60));
    QVERIFY(!scheduled);
    QCOMPARE(scheduled.error().kind, ErrorKind::rejectedInput);
    QCOMPARE(allQueued(*desk.reader)->size(), 0);
}
