// SPDX-License-Identifier: GPL-3.0-or-later
#include "contacts/statusrules.h"
#include "tests.h"

using namespace Qt::StringLiterals;
using crema::contacts::SetBy;
using crema::contacts::StageEvent;

Q_DECLARE_METATYPE(crema::contacts::SetBy)
Q_DECLARE_METATYPE(crema::contacts::StageEvent)

void StatusRulesTest::statusAfter_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<SetBy>("setBy");
    QTest::addColumn<StageEvent>("event");
    QTest::addColumn<QString>("after"); // empty: stays
    const auto row = [](const char *what, const QString &status, SetBy by, StageEvent event,
                        const QString &after) { QTest::newRow(what) << status << by << event << after; };
    row("first mail", u"Not Contacted"_s, SetBy::program, StageEvent::mailSent, u"Contacted"_s);
    row("no status yet", QString(), SetBy::program, StageEvent::mailSent, u"Contacted"_s);
    row("follow-up", u"Contacted"_s, SetBy::program, StageEvent::followUpSent, u"Followed Up"_s);
    row("reply skips stages", u"Contacted"_s, SetBy::program, StageEvent::replyReceived, u"Replied"_s);
    row("old word for replied", u"Responded"_s, SetBy::program, StageEvent::replyReceived, QString());
    row("second mail does not go back", u"Replied"_s, SetBy::program, StageEvent::mailSent, QString());
    row("follow-up after a reply", u"Replied"_s, SetBy::program, StageEvent::followUpSent, QString());
    row("set by hand stays", u"Not Contacted"_s, SetBy::hand, StageEvent::mailSent, QString());
    row("closed stays closed", u"Closed"_s, SetBy::program, StageEvent::met, QString());
    row("rejected stays", u"Rejected"_s, SetBy::program, StageEvent::replyReceived, QString());
    row("hired stays", u"Hired"_s, SetBy::program, StageEvent::replyReceived, QString());
    row("a stage of another program", u"Warm lead"_s, SetBy::program, StageEvent::replyReceived, QString());
    row("call", u"Replied"_s, SetBy::program, StageEvent::callScheduled, u"Call Scheduled"_s);
    row("met", u"Call Scheduled"_s, SetBy::program, StageEvent::met, u"Met"_s);
}

void StatusRulesTest::statusAfter()
{
    QFETCH(QString, status);
    QFETCH(SetBy, setBy);
    QFETCH(StageEvent, event);
    QTEST(crema::contacts::statusAfter(status, setBy, event).value_or(QString()), "after");
}
