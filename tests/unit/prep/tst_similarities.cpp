// SPDX-License-Identifier: GPL-3.0-or-later
#include "people.h"
#include "tests.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::prep;
using namespace crema::test;

void SimilaritiesTest::findsWhatBothRecordsSay()
{
    QStringList kinds;
    for (const Similarity &similarity : similaritiesOf(studentProfile(), mariaSilva(), knowledge())) {
        kinds << similarity.kind;
    }
    QCOMPARE(kinds, (QStringList {u"school"_s, u"employer"_s, u"field"_s}));
}

void SimilaritiesTest::findsNothing_data()
{
    QTest::addColumn<Contact>("contact");
    QTest::addColumn<Profile>("profile");
    QTest::newRow("empty profile") << mariaSilva() << Profile();
    QTest::newRow("empty contact") << person(u"Bo"_s, {}) << studentProfile();
    Contact wide = person(u"Bo"_s, {});
    addSchool(wide.schools, school(u"Elsewhere College"_s, {}, u"Computer Science"_s));
    Profile science;
    science.major = u"Science"_s;
    QTest::newRow("a field too wide to share") << wide << science;
    Contact placeholders = person(u"Bo"_s, {}, {position(u"Clerk"_s, u"N/A"_s)});
    addSchool(placeholders.schools, school(u"N/A"_s, u"N/A"_s, u"N/A"_s));
    Profile empty;
    empty.university = u"N/A"_s;
    empty.major = u"N/A"_s;
    empty.companies = {{u"N/A"_s, 1}};
    QTest::newRow("placeholders on both sides") << placeholders << empty;
}

void SimilaritiesTest::findsNothing()
{
    QFETCH(Contact, contact);
    QFETCH(Profile, profile);
    QVERIFY(similaritiesOf(profile, contact, knowledge()).isEmpty());
}

void SimilaritiesTest::livingInMyTownIsNotASharedHometown()
{
    Contact contact = person(u"Ann"_s, u"Ode"_s);
    contact.city = u"Lyon"_s;
    const QVector<Similarity> found = similaritiesOf(studentProfile(), contact, knowledge());
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0].kind, u"city"_s);
    QCOMPARE(found[0].text, u"Ann lives in Lyon, where you grew up."_s);
}

void SimilaritiesTest::namesBothSources()
{
    for (const Similarity &similarity : similaritiesOf(studentProfile(), mariaSilva(), knowledge())) {
        QCOMPARE(similarity.sources.size(), 2);
        QVERIFY(similarity.sources[0].kind != SourceKind::contactField);
        QCOMPARE(similarity.sources[1].kind, SourceKind::contactField);
        QVERIFY(!similarity.sources[0].label.isEmpty() && !similarity.sources[1].label.isEmpty());
    }
}
