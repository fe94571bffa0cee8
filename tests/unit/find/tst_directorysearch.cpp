// SPDX-License-Identifier: GPL-3.0-or-later
#include "find/directorysearch.h"
#include "support/support.h"
#include "tests.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::find;

namespace {

Contact person(const QString &name, const QString &title, const QString &city)
{
    Contact person;
    person.id = u"id of "_s + name;
    person.firstName = name;
    person.city = city;
    addPosition(person.positions, {{}, {}, u"Brightmoor Labs"_s, title, u"2020"_s, {}});
    return person;
}

QStringList names(const FindAnswer &answer)
{
    QStringList names;
    for (const FoundPerson &found : answer.people) {
        names << found.person.firstName;
    }
    return names;
}

Criteria productManagersInLosAngeles(int limit)
{
    Criteria criteria;
    criteria.title = u"Product Manager"_s;
    criteria.location = u"Los Angeles"_s;
    criteria.limit = limit;
    return criteria;
}

const QVector<Contact> &people()
{
    static const QVector<Contact> people {
            person(u"Zoe"_s, u"Product Manager"_s, u"Los Angeles"_s),
            person(u"Ämma"_s, u"Product Manager"_s, u"Los Angeles"_s),
            person(u"Bo"_s, u"Associate Product Manager"_s, u"Los Angeles"_s),
            person(u"Cy"_s, u"Product Marketing Manager"_s, u"Los Angeles"_s),
            person(u"Di"_s, u"Product Manager"_s, u"Pasadena"_s),
            person(u"Ed"_s, u"Product Manager"_s, u"Oakland"_s),
            person(u"Flo"_s, u"Paralegal"_s, u"Los Angeles"_s),
    };
    return people;
}

FindAnswer search(const Criteria &criteria, const truth::DirectoryKnowledge &knowledge,
                  const QSet<QString> &excluded = {}, const QVector<Contact> &from = people())
{
    DirectorySearch search(criteria, excluded, knowledge);
    for (const Contact &contact : from) {
        search.offer(contact);
    }
    return search.finish();
}

} // namespace

void DirectorySearchTest::initTestCase()
{
    Result<truth::DirectoryKnowledge> knowledge = truth::loadKnowledge();
    VERIFY_OK(knowledge);
    m_knowledge = std::move(*knowledge);
}

void DirectorySearchTest::keepsTheBestByPointsThenName()
{
    const FindAnswer three = search(productManagersInLosAngeles(3), m_knowledge);
    QCOMPARE(names(three), (QStringList {u"Ämma"_s, u"Zoe"_s, u"Bo"_s}));
    const FindAnswer two = search(productManagersInLosAngeles(2), m_knowledge);
    QCOMPARE(names(two), (QStringList {u"Ämma"_s, u"Zoe"_s}));
    QVERIFY(two.widened.isEmpty());
}

void DirectorySearchTest::orderDoesNotDependOnTheOrderOfOffers()
{
    QVector<Contact> backwards = people();
    std::ranges::reverse(backwards);
    for (const int limit : {1, 2, 3, 8, 20}) {
        const Criteria criteria = productManagersInLosAngeles(limit);
        const FindAnswer forwards = search(criteria, m_knowledge);
        QCOMPARE(search(criteria, m_knowledge, {}, backwards), forwards);
    }
}

void DirectorySearchTest::leavesOutExcludedAndUnwantedSamples()
{
    QVector<Contact> some = people();
    some[1].sample = true;
    Criteria criteria = productManagersInLosAngeles(2);
    QCOMPARE(names(search(criteria, m_knowledge, {some[0].id}, some)), (QStringList {u"Ämma"_s, u"Bo"_s}));
    criteria.includeSample = false;
    QCOMPARE(names(search(criteria, m_knowledge, {some[0].id}, some)), (QStringList {u"Bo"_s}));
}

void DirectorySearchTest::widensTitlesAndSaysSo()
{
    const FindAnswer answer = search(productManagersInLosAngeles(8), m_knowledge);
    QCOMPARE(names(answer), (QStringList {u"Ämma"_s, u"Zoe"_s, u"Bo"_s, u"Cy"_s}));
    QCOMPARE(answer.widened.size(), 1);
    QVERIFY2(answer.widened.constFirst().startsWith(
                     u"Only 3 of 8 found, so the search took in titles near \"Product Manager\", such as "_s),
             qPrintable(answer.widened.constFirst()));
    QVERIFY(answer.people.constLast().reasons.constFirst().text.contains(u"is a job near"_s));
}

void DirectorySearchTest::widensToTheAreaAfterTitles()
{
    const FindAnswer answer = search(productManagersInLosAngeles(20), m_knowledge);
    QCOMPARE(answer.people.size(), 5);
    QVERIFY(names(answer).contains(u"Di"_s));
    QVERIFY(!names(answer).contains(u"Ed"_s));
    QCOMPARE(answer.widened.size(), 2);
    QVERIFY2(answer.widened.constLast().endsWith(u"(Los Angeles area): 1 more"_s),
             qPrintable(answer.widened.constLast()));
}

void DirectorySearchTest::doesNotWidenWhenHalfIsThere()
{
    const FindAnswer answer = search(productManagersInLosAngeles(6), m_knowledge);
    QCOMPARE(answer.people.size(), 3);
    QVERIFY(answer.widened.isEmpty());
}

void DirectorySearchTest::saysWhenWideningFindsNobody()
{
    Criteria criteria;
    criteria.title = u"Paralegal"_s;
    criteria.limit = 10;
    const FindAnswer answer = search(criteria, m_knowledge);
    QCOMPARE(names(answer), (QStringList {u"Flo"_s}));
    QCOMPARE(answer.widened.size(), 1);
    QVERIFY2(answer.widened.constFirst().endsWith(u"found nobody more"_s),
             qPrintable(answer.widened.constFirst()));
}

void DirectorySearchTest::saysNothingWhereNothingCanBeWidened()
{
    Criteria criteria;
    criteria.title = u"Beekeeper"_s;
    criteria.location = u"Ames, Iowa"_s;
    const FindAnswer answer = search(criteria, m_knowledge);
    QVERIFY(answer.people.isEmpty());
    QVERIFY(answer.widened.isEmpty());
}

void DirectorySearchTest::limitOfZeroFindsNobody()
{
    QVERIFY(search(productManagersInLosAngeles(0), m_knowledge).people.isEmpty());
    QVERIFY(search(productManagersInLosAngeles(-3), m_knowledge).people.isEmpty());
}
