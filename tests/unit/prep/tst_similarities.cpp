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

void SimilaritiesTest::namesNobodyWhereTheyWereNot_data()
{
    QTest::addColumn<QString>("mine");
    QTest::addColumn<School>("theirs");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &mine, const School &theirs, const QString &text) {
        QTest::newRow(name) << mine << theirs << text;
    };
    const QString harvard = u"Harvard University"_s;
    for (const char *part : {"Harvard Business School", "Harvard Medical School", "Harvard Kennedy School",
                             "Harvard Extension School"}) {
        const QString name = QString::fromUtf8(part);
        row(part, harvard, school(name), u"You studied at Harvard University; Bo was at %1."_s.arg(name));
    }
    row("the other way round", u"Harvard Business School"_s, school(harvard),
        u"You studied at Harvard Business School; Bo was at Harvard University."_s);
    row("a law school", u"Boston College"_s, school(u"Boston College Law School"_s),
        u"You studied at Boston College; Bo was at Boston College Law School."_s);
    row("a business school", u"University of Michigan"_s,
        school(u"University of Michigan - Stephen M. Ross School of Business"_s),
        u"You studied at University of Michigan; Bo was at University of Michigan - Stephen M. Ross School of Business."_s);
    row("a hospital", u"University of Washington"_s, school(u"University of Washington Medical Center"_s),
        {});
    row("the same part", u"HBS"_s, school(u"Harvard Business School"_s),
        u"You both went to Harvard Business School."_s);
    row("another name of the same", u"USC"_s, school(u"University of Southern California"_s),
        u"You both went to University of Southern California."_s);
    row("not begun", harvard, school(harvard, {}, {}, u"2027"_s), {});
}

void SimilaritiesTest::namesNobodyWhereTheyWereNot()
{
    QFETCH(QString, mine);
    QFETCH(School, theirs);
    QFETCH(QString, text);
    Contact contact = person(u"Bo"_s, {});
    addSchool(contact.schools, theirs);
    Profile profile;
    profile.university = mine;
    const auto found = similaritiesOf(profile, contact, knowledge(), someDay().date());
    QCOMPARE(found.isEmpty() ? QString() : found.constFirst().text, text);
}

void SimilaritiesTest::namesFirmsAsTheyAre_data()
{
    QTest::addColumn<QString>("mine");
    QTest::addColumn<Position>("theirs");
    QTest::addColumn<QString>("text");
    QTest::newRow("a division") << u"Barista, Amazon"_s << position(u"Analyst"_s, u"Amazon Web Services"_s)
                                << u"You have worked at Amazon; Bo works at Amazon Web Services today."_s;
    QTest::newRow("a division of the past")
            << u"Amazon"_s << position(u"Analyst"_s, u"AWS"_s, u"2010"_s, u"2012"_s)
            << u"You have worked at Amazon; Bo has worked at AWS."_s;
    QTest::newRow("the same") << u"Amazon"_s << position(u"Analyst"_s, u"Amazon"_s)
                              << u"You know Amazon from inside, where Bo works today."_s;
    QTest::newRow("still in it") << u"Amazon"_s
                                 << position(u"Analyst"_s, u"Amazon"_s, u"2020"_s, u"Present"_s)
                                 << u"You know Amazon from inside, where Bo works today."_s;
    QTest::newRow("not begun") << u"Goldman Sachs"_s
                               << position(u"Incoming Summer Analyst"_s, u"Goldman Sachs"_s, u"2027-06"_s)
                               << QString();
    QTest::newRow("away") << u"Deloitte"_s << position(u"Retired"_s, u"Deloitte"_s, u"2020"_s) << QString();
}

void SimilaritiesTest::namesFirmsAsTheyAre()
{
    QFETCH(QString, mine);
    QFETCH(Position, theirs);
    QFETCH(QString, text);
    Profile profile;
    profile.companies = {{mine, 3}};
    const auto found = similaritiesOf(profile, person(u"Bo"_s, {}, {theirs}), knowledge(), someDay().date());
    QCOMPARE(found.isEmpty() ? QString() : found.constFirst().text, text);
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
