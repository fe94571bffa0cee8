// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "truth/gate.h"

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::truth;

namespace {

BatchItem itemFor(const QString &firm, const QString &school, const QString &subject, const QString &opener,
                  const QString &rest)
{
    BatchItem item;
    item.contact.firstName = u"Zoë"_s;
    if (!firm.isEmpty()) {
        Position position;
        position.company = firm;
        addPosition(item.contact.positions, position);
    }
    if (!school.isEmpty()) {
        School one;
        one.name = school;
        addSchool(item.contact.schools, one);
    }
    item.draft.subject = subject;
    item.draft.body = u"Hi Zoë,\n\n"_s + opener + u' ' + rest + u"\n\nBest,\nBen"_s;
    item.signature = u"Ben"_s;
    return item;
}

} // namespace

void BatchTest::findsRepeats_data()
{
    QTest::addColumn<QString>("firm");
    QTest::addColumn<QString>("school");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("opener");
    QTest::addColumn<QString>("rest");
    QTest::addColumn<QStringList>("rules"); // against a first draft to Spotify, Lund University
    const QString s = u"A first subject"_s;
    const QString o = u"I am writing to you."_s;
    const QString r = u"Could we talk?"_s;
    QTest::newRow("identical, elsewhere")
            << u"IBM"_s << u"Yale University"_s << s << o << r << QStringList {u"identical"_s};
    QTest::newRow("identical, same firm") << u"Spotify"_s << u"Yale University"_s << s << o << r
                                          << QStringList {u"identical"_s, u"opener"_s, u"subject"_s};
    QTest::newRow("same opener and subject elsewhere")
            << u"IBM"_s << u"Yale University"_s << s << o << u"Other."_s << QStringList {};
    QTest::newRow("same opener, same firm") << u"Spotify"_s << u"Yale University"_s << u"Another"_s << o
                                            << u"Other."_s << QStringList {u"opener"_s};
    QTest::newRow("same subject, same school")
            << u"IBM"_s << u"Lund University"_s << s << u"Else."_s << r << QStringList {u"subject"_s};
    QTest::newRow("same opener but for case and marks")
            << u"Spotify"_s << QString() << u"Another"_s << u"I am WRITING, to you!"_s << r
            << QStringList {u"opener"_s};
    QTest::newRow("all different") << u"Spotify"_s << u"Lund University"_s << u"Another"_s << u"Else."_s
                                   << u"Other."_s << QStringList {};
}

void BatchTest::findsRepeats()
{
    QFETCH(QString, firm);
    QFETCH(QString, school);
    QFETCH(QString, subject);
    QFETCH(QString, opener);
    QFETCH(QString, rest);
    const BatchItem first = itemFor(u"Spotify"_s, u"Lund University"_s, u"A first subject"_s,
                                    u"I am writing to you."_s, u"Could we talk?"_s);
    QStringList rules;
    for (const BatchProblem &problem :
         checkBatch({first, itemFor(firm, school, subject, opener, rest)}, &knowledge())) {
        QCOMPARE(problem.item, 1);
        QCOMPARE(problem.other, 0);
        rules << problem.problem.rule;
    }
    QTEST(rules, "rules");
}

void BatchTest::aConversationRepeatsItsSubject()
{
    const BatchItem first = itemFor(u"Spotify"_s, {}, u"A first subject"_s, u"I am writing to you."_s,
                                    u"A."_s);
    BatchItem second = itemFor(u"Spotify"_s, {}, u"A first subject"_s, u"I come back to it."_s, u"B."_s);
    QCOMPARE(checkBatch({first, second}, &knowledge()).size(), 1);
    second.draft.extra[followsMember] = "Re: A first subject";
    QCOMPARE(checkBatch({first, second}, &knowledge()).size(), 0);
}
