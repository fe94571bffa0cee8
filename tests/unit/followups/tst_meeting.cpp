// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "tests.h"

#include "base/paths.h"
#include "flows/meetingflow.h"

#include <QFile>

using namespace Qt::StringLiterals;
using namespace crema;

namespace {

flows::MeetingRequest requestFor(Desk &desk, const QString &id)
{
    flows::MeetingRequest request;
    request.contactId = id;
    request.start = QDateTime(QDate(2026, 12, 3), QTime(15, 0), QTimeZone::systemTimeZone());
    request.where = u"Café Nero"_s;
    request.path = desk.file(u"call.ics"_s);
    return request;
}

QByteArray bytesOf(const QString &path)
{
    return readFile(path, 1'000'000).value_or(QByteArray());
}

} // namespace

void TestMeeting::moments_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("utc"); // empty: refused
    QTest::newRow("blank between") << u"2026-12-03 15:00"_s << u"2026-12-03T14:00:00Z"_s;
    QTest::newRow("T between") << u"2026-12-03T15:00"_s << u"2026-12-03T14:00:00Z"_s;
    QTest::newRow("with seconds") << u"2026-12-03T15:00:00"_s << u"2026-12-03T14:00:00Z"_s;
    QTest::newRow("UTC") << u"2026-12-03T15:00Z"_s << u"2026-12-03T15:00:00Z"_s;
    QTest::newRow("offset") << u"2026-12-03 15:00 -05:00"_s << u"2026-12-03T20:00:00Z"_s;
    QTest::newRow("offset without a colon") << u"2026-12-03T15:00+0530"_s << u"2026-12-03T09:30:00Z"_s;
    QTest::newRow("month by name") << u"3 Dec 2026 9:05"_s << u"2026-12-03T08:05:00Z"_s;
    QTest::newRow("tomorrow") << u"tomorrow 15:00"_s << u"2026-11-29T14:00:00Z"_s;
    QTest::newRow("summer time") << u"2027-07-01 15:00"_s << u"2027-07-01T13:00:00Z"_s;
    QTest::newRow("an hour that is skipped") << u"2027-03-28 02:30"_s << QString();
    QTest::newRow("no time") << u"2026-12-03"_s << QString();
    QTest::newRow("no such time") << u"2026-12-03 25:00"_s << QString();
    QTest::newRow("no such day") << u"2026-02-30 15:00"_s << QString();
    QTest::newRow("no such offset") << u"2026-12-03T15:00+99:00"_s << QString();
    QTest::newRow("a word") << u"soon"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void TestMeeting::moments()
{
    QFETCH(QString, text);
    QFETCH(QString, utc);
    const auto start = flows::meetingStart(text, QTimeZone("Europe/Berlin"), QDate(2026, 11, 28));
    if (utc.isEmpty()) {
        QVERIFY(!start);
        QCOMPARE(start.error().kind, ErrorKind::rejectedInput);
        return;
    }
    VERIFY_OK(start);
    QCOMPARE(start->toUTC().toString(Qt::ISODate), utc);
    QCOMPARE(start->timeZone().id(), QByteArray("Europe/Berlin"));
}

void TestMeeting::schedulesInOneOperation()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const QString ada = desk.add(u"Ada"_s);
    const auto outcome = test::await(flows::scheduleMeeting(&desk.services(), requestFor(desk, ada)));
    VERIFY_OK(outcome);
    QCOMPARE(outcome->contact.status, u"Call Scheduled"_s);
    QCOMPARE(outcome->contact.nextAction, u"Coffee chat at 15:00, Café Nero"_s);
    QCOMPARE(outcome->contact.nextActionDate, u"2026-12-03"_s);
    QCOMPARE(desk.lastLabel(), u"Meeting with Ada Okafor on 3 Dec 2026, 15:00"_s);
    QVERIFY(bytesOf(desk.file(u"call.ics"_s)).contains("SUMMARY:Coffee chat: Ada Okafor\r\n"));
    VERIFY_OK(test::await(desk.services().store.undo()));
    QCOMPARE(desk.contact(ada).status, u"Contacted"_s);
    QCOMPARE(desk.contact(ada).nextActionDate, QString());
}

void TestMeeting::writtenAgainItIsTheSame()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const QString ada = desk.add(u"Ada"_s);
    flows::MeetingRequest request = requestFor(desk, ada);
    const auto first = test::await(flows::scheduleMeeting(&desk.services(), request));
    const auto second = test::await(flows::scheduleMeeting(&desk.services(), request));
    VERIFY_OK(first);
    VERIFY_OK(second);
    QCOMPARE(second->uid, first->uid);
    request.contactId = desk.add(u"Ben"_s);
    const auto other = test::await(flows::scheduleMeeting(&desk.services(), request));
    VERIFY_OK(other);
    QVERIFY(other->uid != first->uid);
}

void TestMeeting::stageNeverGoesBack()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const QString ada = desk.add(u"Ada"_s, u"Met"_s);
    const auto outcome = test::await(flows::scheduleMeeting(&desk.services(), requestFor(desk, ada)));
    VERIFY_OK(outcome);
    QCOMPARE(outcome->contact.status, u"Met"_s);
    QCOMPARE(outcome->contact.nextActionDate, u"2026-12-03"_s);
}

void TestMeeting::fileThatCannotBeWrittenChangesNothing()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const QString ada = desk.add(u"Ada"_s);
    flows::MeetingRequest request = requestFor(desk, ada);
    request.path = desk.file(u"no/such/folder/call.ics"_s);
    const auto outcome = test::await(flows::scheduleMeeting(&desk.services(), request));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::storage);
    QCOMPARE(desk.contact(ada).status, u"Contacted"_s);
    QCOMPARE(desk.lastLabel(), u"Add Ada"_s);
}
