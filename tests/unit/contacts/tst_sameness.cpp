// SPDX-License-Identifier: GPL-3.0-or-later
#include "contacts/sameness.h"
#include "people.h"
#include "tests.h"

using namespace Qt::StringLiterals;
using namespace crema;
using contacts::NameMatch;
using contacts::Verdict;

Q_DECLARE_METATYPE(crema::contacts::Verdict)
Q_DECLARE_METATYPE(crema::contacts::NameMatch)

void SamenessTest::compare_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<Verdict>("verdict");
    const auto row = [](const char *what, const QString &a, const QString &b, Verdict verdict) {
        QTest::newRow(what) << a << b << verdict;
    };
    row("same profile in another spelling", u"Ann Lee | linkedin=Ann-Lee/?trk=1"_s,
        u"Ann Lee-Roe | linkedin=ann-lee"_s, Verdict::same);
    row("same email", u"Ann Lee | email=A.Lee@x.example"_s, u"Ann Lee | email=a.lee@x.example"_s,
        Verdict::same);
    row("same email, one without name", u" | email=ann@x.example"_s, u"Ann Lee | email=ann@x.example"_s,
        Verdict::same);
    row("same email, an initial", u"A. Lee | email=ann@x.example"_s, u"Ann Lee | email=ann@x.example"_s,
        Verdict::same);
    row("same email, different name", u"Ann Lee | email=ann@x.example"_s, u"Bob Roe | email=ann@x.example"_s,
        Verdict::possible);
    row("shared mailbox", u"Ann Lee | email=info@x.example"_s, u"Bob Roe | email=info@x.example"_s,
        Verdict::different);
    row("bare line twice", u"Ann Lee | company=Acme | title=Analyst"_s,
        u"ANN LEE | company=ACME, Inc. | title=analyst"_s, Verdict::same);
    row("email here, profile there", u"Ann Lee | company=Acme | email=ann@x.example"_s,
        u"Ann Lee | company=Acme | linkedin=ann"_s, Verdict::same);
    row("bare beside full", u"Ann Lee | company=Acme"_s,
        u"Ann Lee | company=Acme | title=Analyst | email=ann@x.example"_s, Verdict::same);
    row("different titles", u"Ann Lee | company=Acme | title=Analyst"_s,
        u"Ann Lee | company=Acme | title=Director"_s, Verdict::possible);
    row("different emails", u"Ann Lee | company=Acme | email=ann@x.example"_s,
        u"Ann Lee | company=Acme | email=lee@x.example"_s, Verdict::possible);
    row("different profiles", u"Ann Lee | company=Acme | linkedin=ann-1"_s,
        u"Ann Lee | company=Acme | linkedin=ann-2"_s, Verdict::possible);
    row("different schools", u"Ann Lee | company=Acme | school=Yale University"_s,
        u"Ann Lee | company=Acme | school=Rice University"_s, Verdict::possible);
    row("school in two spellings", u"Ann Lee | company=Acme | school=Yale University"_s,
        u"Ann Lee | company=Acme | school=Yale"_s, Verdict::same);
    row("different cities", u"Ann Lee | company=Acme | city=Berlin"_s,
        u"Ann Lee | company=Acme | city=Paris"_s, Verdict::possible);
    row("both places new", u"Ann Lee | company=Acme | city=New York"_s,
        u"Ann Lee | company=Acme | city=New Delhi"_s, Verdict::possible);
    row("place in two spellings", u"Ann Lee | company=Acme | city=Chicago"_s,
        u"Ann Lee | company=Acme | location=Greater Chicago Area"_s, Verdict::same);
    row("different phones", u"Ann Lee | company=Acme | phone=+1 202 555 0101"_s,
        u"Ann Lee | company=Acme | phone=+1 202 555 0102"_s, Verdict::possible);
    row("phone with and without country", u"Ann Lee | company=Acme | phone=+49 30 1234567"_s,
        u"Ann Lee | company=Acme | phone=030 1234567"_s, Verdict::same);
    row("name alone", u"Ann Lee"_s, u"Ann Lee | company=Acme"_s, Verdict::possible);
    row("name alone twice", u"Ann Lee"_s, u"Ann Lee"_s, Verdict::possible);
    row("namesakes at other firms", u"Ann Lee | company=Acme"_s, u"Ann Lee | company=Bolt"_s,
        Verdict::different);
    row("namesakes of one school", u"Ann Lee | company=Acme | school=Yale"_s,
        u"Ann Lee | company=Bolt | school=Yale University"_s, Verdict::possible);
    row("namesakes with one phone", u"Ann Lee | company=Acme | phone=202 555 0101"_s,
        u"Ann Lee | company=Bolt | phone=(202) 555-0101"_s, Verdict::possible);
    row("lone given name at one firm", u"Ann | company=Acme"_s, u"Ann | company=Acme"_s, Verdict::different);
    row("colleagues", u"Ann Lee | company=Acme"_s, u"Bob Roe | company=Acme"_s, Verdict::different);
    row("accents and case", u"Zoë Müller | company=Acme | title=CEO"_s,
        u"zoe muller | company=acme | title=ceo"_s, Verdict::same);
    row("an old job at the same firm", u"Ann Lee | company=Bolt | company=Acme"_s,
        u"Ann Lee | company=Acme"_s, Verdict::same);
    row("one profile dragged down over another name", u"Ann Lee | linkedin=ann"_s,
        u"Bob Roe | linkedin=ann | email=bob@x.example"_s, Verdict::possible);
    row("one profile, a married name", u"Ann Lee | linkedin=ann"_s, u"Ann Miller | linkedin=ann"_s,
        Verdict::same);
    row("one profile, a name in two scripts", u"Иван Петров | linkedin=ivan"_s,
        u"Ivan Petrov | linkedin=ivan"_s, Verdict::same);
    row("one profile, a name in Chinese", u"李明 | linkedin=ming"_s, u"Ming Li | linkedin=ming"_s,
        Verdict::same);
    row("one profile, a hidden name", u"LinkedIn Member | linkedin=ann"_s, u"Ann Lee | linkedin=ann"_s,
        Verdict::same);
    row("one profile and firm, a short name", u"Bob | linkedin=rs | company=Acme"_s,
        u"Robert Smith | linkedin=rs | company=Acme"_s, Verdict::same);
    row("an address typed to get past a form", u"Bob Roe | email=none@none.com"_s,
        u"Bob | email=none@none.com"_s, Verdict::different);
    row("father and son at one mailbox", u"John Smith | email=smiths@x.example | company=Smith Hardware"_s,
        u"John Smith Jr. | email=smiths@x.example | company=Acme"_s, Verdict::possible);
    row("with and without Jr.", u"John Smith | email=john@x.example"_s,
        u"John Smith Jr. | email=john@x.example | company=Acme"_s, Verdict::same);
    row("two who look for work", u"Ann Lee | company=Seeking New Opportunities"_s,
        u"Ann Lee | company=Seeking new opportunities"_s, Verdict::possible);
    row("two consultants", u"Ann Lee | company=Consultant | email=ann@x.example"_s,
        u"Ann Lee | company=Consultant | phone=202 555 0101"_s, Verdict::possible);
    row("two who hide their name", u"LinkedIn Member | company=Acme"_s, u"LinkedIn Member | company=Acme"_s,
        Verdict::different);
    row("a sample person", u"Ann Lee | linkedin=ann | sample=1"_s, u"Ann Lee | linkedin=ann"_s,
        Verdict::different);
}

void SamenessTest::compare()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    const contacts::Sameness found = contacts::compare(person(a), person(b));
    QTEST(found.verdict, "verdict");
    QCOMPARE(contacts::compare(person(b), person(a)), found);
    QCOMPARE(found.reason.isEmpty(), found.verdict == Verdict::different);
    QCOMPARE(found.score > 0, found.verdict != Verdict::different);
}

void SamenessTest::names_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<NameMatch>("match");
    QTest::newRow("turned round") << u"Lee Ann"_s << u"Ann Lee"_s << NameMatch::same;
    QTest::newRow("first name only") << u"Marisol"_s << u"Marisol Quandahl"_s << NameMatch::agreeing;
    QTest::newRow("middle initial") << u"Ann B. Lee"_s << u"Ann Lee"_s << NameMatch::agreeing;
    QTest::newRow("initials only") << u"A. L."_s << u"Ann Lee"_s << NameMatch::different;
    QTest::newRow("same surname") << u"Tom Lee"_s << u"Ann Lee"_s << NameMatch::different;
    QTest::newRow("no name") << QString() << u"Ann Lee"_s << NameMatch::unknown;
}

void SamenessTest::names()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QTEST(contacts::compareNames(person(a), person(b)), "match");
}
