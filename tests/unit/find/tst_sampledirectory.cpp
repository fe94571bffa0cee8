// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "find/directorysearch.h"
#include "find/sampledirectory.h"
#include "support/support.h"
#include "tests.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::find;

namespace {

QByteArray about(const Contact &person)
{
    return person.linkedinUrl().toUtf8();
}

bool hasScript(const QString &text, QChar::Script script)
{
    return std::ranges::any_of(text, [script](QChar c) { return c.script() == script; });
}

} // namespace

void SampleDirectoryTest::initTestCase()
{
    Result<QVector<Contact>> people = sampleDirectory();
    VERIFY_OK(people);
    m_people = std::move(*people);
    Result<truth::DirectoryKnowledge> knowledge = truth::loadKnowledge();
    VERIFY_OK(knowledge);
    m_knowledge = std::move(*knowledge);
}

void SampleDirectoryTest::holdsEnoughPeople()
{
    QVERIFY2(m_people.size() >= 420, QByteArray::number(m_people.size()).constData());
}

void SampleDirectoryTest::everyoneIsMarkedAndComplete()
{
    for (const Contact &person : m_people) {
        QVERIFY2(person.sample, about(person).constData());
        QVERIFY2(!person.firstName.isEmpty() && !person.lastName.isEmpty(), about(person).constData());
        QVERIFY2(!person.positions.isEmpty() && person.positions.size() <= 5, about(person).constData());
        QVERIFY2(!person.schools.isEmpty(), about(person).constData());
        QVERIFY2(!person.company().isEmpty() && !person.jobTitle().isEmpty(), about(person).constData());
        QVERIFY2(!person.industry.isEmpty() && !person.headline.isEmpty(), about(person).constData());
        QVERIFY2(!person.location.isEmpty() && !person.country.isEmpty(), about(person).constData());
        QVERIFY2(person.headline.contains(person.jobTitle()) && person.headline.contains(person.company()),
                 about(person).constData());
        QCOMPARE(person.sources.value(u"positions"_s).kind, SourceKind::sample);
        QCOMPARE(person.sources.contains(u"hometown"_s), !person.hometown.isEmpty());
    }
}

void SampleDirectoryTest::idsLinksAndAddressesAreUnique()
{
    QSet<QString> ids, links, addresses, names;
    qsizetype addressCount = 0;
    for (const Contact &person : m_people) {
        ids << person.id;
        links << person.linkedinUrl();
        names << fold(person.name());
        for (const ContactPoint &address : person.addresses) {
            addresses << fold(address.value);
            ++addressCount;
        }
    }
    QCOMPARE(ids.size(), m_people.size());
    QCOMPARE(links.size(), m_people.size());
    QCOMPARE(names.size(), m_people.size());
    QCOMPARE(addresses.size(), addressCount);
    QVERIFY(addressCount > m_people.size() / 2);
    QVERIFY2(addressCount < m_people.size(), "some people have no address, as in life");
}

void SampleDirectoryTest::nothingReachesRealPeople()
{
    static const QRegularExpression address(u"^[a-z0-9.]+@[a-z0-9]+\\.example$"_s);
    static const QRegularExpression link(u"^https://www\\.linkedin\\.com/in/[a-z0-9-]+-sample$"_s);
    for (const Contact &person : m_people) {
        for (const ContactPoint &point : person.addresses) {
            QVERIFY2(address.match(point.value).hasMatch(), point.value.toUtf8().constData());
        }
        QVERIFY2(link.match(person.linkedinUrl()).hasMatch(), about(person).constData());
        QVERIFY2(person.phones.isEmpty(), about(person).constData());
    }
}

void SampleDirectoryTest::idsAreStable()
{
    // These ids are in people's workspaces: they may not change.
    const auto again = sampleDirectory();
    VERIFY_OK(again);
    QCOMPARE(*again, m_people);
    const auto marisol = std::ranges::find(m_people, u"https://www.linkedin.com/in/marisol-quandahl-sample"_s,
                                           [](const Contact &person) { return person.linkedinUrl(); });
    QVERIFY(marisol != m_people.cend());
    QCOMPARE(marisol->id, u"gxrPih3bo7JP6dIWico0"_s);
}

void SampleDirectoryTest::careersRunForward()
{
    static const QRegularExpression month(u"^(19[89]|20[0-2])\\d-(0[1-9]|1[0-2])$"_s);
    for (const Contact &person : m_people) {
        QVERIFY2(person.positions.constFirst().to.isEmpty(), about(person).constData());
        for (qsizetype i = 0; i < person.positions.size(); ++i) {
            const Position &job = person.positions[i];
            QVERIFY2(month.match(job.from).hasMatch(), about(person).constData());
            QVERIFY2(job.from <= u"2025-10"_s, about(person).constData());
            if (i > 0) {
                QVERIFY2(month.match(job.to).hasMatch() && job.from < job.to, about(person).constData());
                QVERIFY2(job.to <= person.positions[i - 1].from, about(person).constData());
            }
        }
    }
}

void SampleDirectoryTest::studiesFitTheCareer()
{
    static const QRegularExpression year(u"^(19[89]|20[0-2])\\d$"_s);
    for (const Contact &person : m_people) {
        for (qsizetype i = 0; i < person.schools.size(); ++i) {
            const School &school = person.schools[i];
            QVERIFY2(year.match(school.from).hasMatch() && year.match(school.to).hasMatch(),
                     about(person).constData());
            const int years = school.to.toInt() - school.from.toInt();
            QVERIFY2(years >= 1 && years <= 5, about(person).constData());
            QVERIFY2(!school.degree.isEmpty() && !school.name.isEmpty(), about(person).constData());
            if (i > 0) {
                QVERIFY2(school.to <= person.schools[i - 1].from, about(person).constData());
            }
        }
        // The first job begins at the earliest with an internship in the summer before the first degree, and
        // never years before it; jobs do not overlap with full-time graduate school that follows work.
        const int firstJob = person.positions.constLast().from.first(4).toInt();
        QVERIFY2(firstJob >= person.schools.constLast().to.toInt() - 1, about(person).constData());
        for (const School &school : person.schools.first(person.schools.size() - 1)) {
            for (const Position &job : person.positions) {
                const bool within = job.from.first(4) > school.from && !job.to.isEmpty()
                        && job.to.first(4) < school.to;
                QVERIFY2(!within, about(person).constData());
            }
        }
    }
}

void SampleDirectoryTest::countriesScriptsAndFieldsAreMany()
{
    QSet<QString> countries, industries;
    int hometowns = 0;
    QSet<QChar::Script> scripts;
    for (const Contact &person : m_people) {
        countries << person.country;
        industries << person.industry;
        hometowns += !person.hometown.isEmpty();
        for (const QChar::Script script :
             {QChar::Script_Han, QChar::Script_Hiragana, QChar::Script_Hangul, QChar::Script_Arabic,
              QChar::Script_Hebrew, QChar::Script_Cyrillic}) {
            if (hasScript(person.name(), script)) {
                scripts << script;
            }
        }
    }
    QVERIFY(countries.size() >= 15);
    QVERIFY(industries.size() >= 20);
    QCOMPARE(scripts.size(), 6);
    QVERIFY(hometowns > 150 && hometowns < m_people.size() - 100);
    for (const QString &name : {u"Łukasz"_s, u"太郎"_s, u"Müllerschön"_s, u"민준"_s, u"محمد"_s, u"Олена"_s}) {
        QVERIFY2(std::ranges::any_of(m_people, [&](const Contact &p) { return p.name().contains(name); }),
                 name.toUtf8().constData());
    }
}

void SampleDirectoryTest::everyPlaceIsUnderstood()
{
    for (const Contact &person : m_people) {
        const truth::Place place = m_knowledge.places.placeOf(person.location, person.city, person.state,
                                                              person.country);
        QVERIFY2(place.country >= 0, about(person).constData());
        QCOMPARE(m_knowledge.places.countryName(place.country), person.country);
        QVERIFY2(!place.city.isEmpty() || place.metro >= 0, about(person).constData());
    }
}

void SampleDirectoryTest::searchesFindPeople_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("location");
    QTest::addColumn<QString>("school");
    QTest::newRow("product managers in Los Angeles") << u"PM"_s << u"LA"_s << QString();
    QTest::newRow("software engineers in the Bay Area")
            << u"software engineer"_s << u"Bay Area"_s << QString();
    QTest::newRow("consultants in New York") << u"consultant"_s << u"NYC"_s << QString();
    QTest::newRow("bankers in New York") << u"investment banking"_s << u"New York"_s << QString();
    QTest::newRow("data scientists anywhere") << u"data scientist"_s << QString() << QString();
    QTest::newRow("engineers in Germany") << u"engineer"_s << u"Deutschland"_s << QString();
    QTest::newRow("people in Tokyo") << QString() << u"東京"_s << QString();
    QTest::newRow("alumni of USC") << QString() << QString() << u"USC"_s;
    QTest::newRow("alumni of Michigan") << QString() << QString() << u"UMich"_s;
    QTest::newRow("people in India") << u"product manager"_s << u"India"_s << QString();
}

void SampleDirectoryTest::searchesFindPeople()
{
    QFETCH(QString, title);
    QFETCH(QString, location);
    QFETCH(QString, school);
    Criteria criteria;
    criteria.title = title;
    criteria.location = location;
    criteria.school = school;
    criteria.limit = 3;
    DirectorySearch search(criteria, {}, m_knowledge);
    for (const Contact &person : m_people) {
        search.offer(person);
    }
    const FindAnswer answer = search.finish();
    QCOMPARE(answer.people.size(), 3);
    QVERIFY2(answer.widened.isEmpty(), qPrintable(answer.widened.join(u'\n')));
}
