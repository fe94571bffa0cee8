// SPDX-License-Identifier: GPL-3.0-or-later
#include "duplicatestests.h"
#include "people.h"

#include "contacts/duplicates.h"
#include "contacts/mergechoice.h"

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::contacts;

namespace {

MergeField fieldOf(const Contact &keep, const Contact &other, const QString &key)
{
    for (const MergeField &field : mergeFields(keep, other)) {
        if (field.key == key) {
            return field;
        }
    }
    return {};
}

} // namespace

void MergeChoiceTest::suggestionsLoseNothing()
{
    Contact keep = person(
            u"Bob Smith | id=a | company=Acme | title=Analyst | email=bob@x.example | notes=met in May"_s);
    Contact other = person(
            u"Robert Smith | id=b | company=Globex | email=rob@y.example | phone=030 1234567 | notes=likes tea | city=Bern | linkedin=rob"_s);
    keep.tags = {u"warm"_s};
    other.tags = {u"alumni"_s};
    other.extra["shoe"] = "44";
    const Contact whole = merged(keep, other);
    QCOMPARE(whole.id, u"a"_s);
    QCOMPARE(whole.name(), u"Bob Smith"_s);
    QCOMPARE(whole.company(), u"Acme"_s);
    QCOMPARE(whole.positions.size(), 2);
    QCOMPARE(whole.addresses.size(), 2);
    QCOMPARE(whole.email(), u"bob@x.example"_s);
    QCOMPARE(whole.phone(), u"030 1234567"_s);
    QVERIFY(!whole.linkedinUrl().isEmpty());
    QCOMPARE(whole.city, u"Bern"_s);
    QCOMPARE(whole.notes, u"met in May\n\nlikes tea"_s);
    QCOMPARE(whole.tags, (QStringList {u"warm"_s, u"alumni"_s}));
    QCOMPARE(textAt(whole.extra, "shoe"), u"44"_s);
}

void MergeChoiceTest::choicesAreFollowed()
{
    Contact keep = person(
            u"Bob Smith | id=a | company=Acme | email=bob@x.example | notes=met in May | city=Bern | country=Switzerland"_s);
    Contact other = person(
            u"Robert Smith | id=b | company=Globex | email=rob@y.example | notes=likes tea | city=Basel"_s);
    const Contact result = merged(keep, other,
                                  {{u"name"_s, MergeChoice::other},
                                   {u"addresses"_s, MergeChoice::other},
                                   {u"positions"_s, MergeChoice::keep},
                                   {u"place"_s, MergeChoice::other},
                                   {u"notes"_s, MergeChoice::keep}});
    QCOMPARE(result.name(), u"Robert Smith"_s);
    QCOMPARE(result.addresses, other.addresses);
    QCOMPARE(result.positions, keep.positions);
    QCOMPARE(result.city, u"Basel"_s);
    QCOMPARE(result.country,
             QString()); // a place is taken whole: Basel of one and a country of the other would be guessed
    QCOMPARE(result.notes, u"met in May"_s);
}

void MergeChoiceTest::whatIsTheSameNeedsNoChoice()
{
    const Contact keep = person(u"Ann Lee | id=a | company=Acme | email=ann@x.example"_s);
    const Contact other = person(u"Ann Lee | id=b | company=ACME | email=ANN@x.example | city=Bern"_s);
    QVERIFY(fieldOf(keep, other, u"name"_s).same);
    QVERIFY(fieldOf(keep, other, u"addresses"_s).same);
    QVERIFY(fieldOf(keep, other, u"positions"_s).same);
    const MergeField place = fieldOf(keep, other, u"place"_s);
    QVERIFY(!place.same);
    QVERIFY(!place.canBoth);
    QCOMPARE(place.suggested, MergeChoice::other);
    QCOMPARE(place.other, QStringList {u"Bern"_s});
    QVERIFY(fieldOf(keep, other, u"notes"_s).key.isEmpty()); // nobody has any
}

void MergeChoiceTest::statusAndDates_data()
{
    QTest::addColumn<QString>("keep");
    QTest::addColumn<QString>("other");
    QTest::addColumn<QString>("expected");
    QTest::newRow("the other is further") << u"Not Contacted"_s << u"Replied"_s << u"Replied"_s;
    QTest::newRow("the kept one is further") << u"Met"_s << u"Contacted"_s << u"Met"_s;
    QTest::newRow("a word of another program wins over nothing")
            << u"Not Contacted"_s << u"In talks"_s << u"In talks"_s;
    QTest::newRow("a word of another program is kept") << u"In talks"_s << u"Contacted"_s << u"In talks"_s;
}

void MergeChoiceTest::statusAndDates()
{
    QFETCH(QString, keep);
    QFETCH(QString, other);
    QFETCH(QString, expected);
    Contact a = person(u"Ann Lee | id=a"_s);
    Contact b = person(u"Ann Lee | id=b"_s);
    a.status = keep;
    b.status = other;
    a.firstContactDate = u"2026-03-01"_s;
    b.firstContactDate = u"2026-01-01"_s;
    a.lastContactDate = u"2026-03-05"_s;
    b.lastContactDate = u"2026-02-01"_s;
    a.createdAt = u"2026-02-01T00:00:00Z"_s;
    b.createdAt = u"2026-01-01T00:00:00Z"_s;
    b.muted = true;
    const Contact result = merged(a, b);
    QCOMPARE(result.status, expected);
    QCOMPARE(result.firstContactDate, u"2026-01-01"_s);
    QCOMPARE(result.lastContactDate, u"2026-03-05"_s);
    QCOMPARE(result.createdAt, b.createdAt);
    QVERIFY(result.muted);
}

void MergeChoiceTest::theBetterName_data()
{
    QTest::addColumn<QString>("keep");
    QTest::addColumn<QString>("other");
    QTest::addColumn<QString>("expected");
    QTest::newRow("an initial is completed") << u"J. Smith"_s << u"John Smith"_s << u"John Smith"_s;
    QTest::newRow("a whole name stays") << u"John Smith"_s << u"J. Smith"_s << u"John Smith"_s;
    QTest::newRow("a lone name is completed")
            << u"Marisol"_s << u"Marisol Quandahl"_s << u"Marisol Quandahl"_s;
    QTest::newRow("accents are not lost") << u"Lukasz Nowak"_s << u"Łukasz Nowak"_s << u"Łukasz Nowak"_s;
    QTest::newRow("another name is not better for its accents")
            << u"Bob Müller"_s << u"Zoë Müller"_s << u"Bob Müller"_s;
    QTest::newRow("no name") << u""_s << u"Ann Lee"_s << u"Ann Lee"_s;
}

void MergeChoiceTest::theBetterName()
{
    QFETCH(QString, keep);
    QFETCH(QString, other);
    QFETCH(QString, expected);
    QCOMPARE(merged(person(keep + u" | id=a"_s), person(other + u" | id=b"_s)).name(), expected);
}

void MergeChoiceTest::theFullerIsKept()
{
    Contact a = person(u"Ann Lee | id=a"_s);
    Contact b = person(u"Ann Lee | id=b | city=Bern"_s);
    QVERIFY(isFuller(b, a));
    QVERIFY(!isFuller(a, b));
    a.city = u"Bern"_s;
    QVERIFY(!isFuller(a, b) && !isFuller(b, a)); // the same
    b.createdAt = u"2026-01-01T00:00:00Z"_s;
    a.createdAt = u"2026-02-01T00:00:00Z"_s;
    QVERIFY(isFuller(b, a) && !isFuller(a, b)); // the older
}

void MergeChoiceTest::distinctIsJoined()
{
    Contact a = person(u"Ann Lee | id=a"_s);
    Contact b = person(u"Ann Lee | id=b"_s);
    setDistinctFrom(a, {u"b"_s, u"x"_s});
    setDistinctFrom(b, {u"y"_s});
    QCOMPARE(distinctFrom(merged(a, b)), (QStringList {u"x"_s, u"y"_s}));
    setDistinctFrom(a, {u"b"_s});
    setDistinctFrom(b, {});
    QVERIFY(!merged(a, b).extra.contains("distinctFrom"));
}

void MergeChoiceTest::wrongChoicesAreRefused()
{
    VERIFY_OK(checkChoices({{u"notes"_s, MergeChoice::both}, {u"name"_s, MergeChoice::other}}));
    const auto unknown = checkChoices({{u"shoe"_s, MergeChoice::other}});
    QVERIFY(!unknown);
    QVERIFY(unknown.error().text.contains(u"addresses"_s)); // says what there is
    QVERIFY(!checkChoices({{u"name"_s, MergeChoice::both}}));
}
