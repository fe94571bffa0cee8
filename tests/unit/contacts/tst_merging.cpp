// SPDX-License-Identifier: GPL-3.0-or-later
#include "contacts/merging.h"
#include "people.h"
#include "tests.h"

using namespace Qt::StringLiterals;
using namespace crema;

void MergingTest::fillsGapsOnly()
{
    Contact own = person(u"Ann Lee | company=Acme | title=Analyst | notes=mine"_s);
    own.status = u"Met"_s;
    Contact other = person(u"Ann Lee | company=Acme | title=Analyst | city=Berlin | notes=theirs"_s);
    other.status = u"Contacted"_s;
    other.industry = u"Banking"_s;
    other.extra["columns"]["Nickname"] = "Annie";
    const auto [contact, changed] = contacts::filled(own, other);
    QVERIFY(changed);
    QCOMPARE(contact.notes, u"mine"_s);
    QCOMPARE(contact.status, u"Met"_s);
    QCOMPARE(contact.industry, u"Banking"_s);
    QCOMPARE(contact.city, u"Berlin"_s);
    QCOMPARE(textAt(member(contact.extra, "columns"), "Nickname"), u"Annie"_s);
}

void MergingTest::addsToListsAtTheEnd()
{
    Contact own = person(u"Ann Lee | company=Acme | title=Analyst | email=a@x.example | school=Yale"_s);
    own.tags = QStringList {u"Alumni"_s};
    Contact other = person(
            u"Ann Lee | company=Bolt | title=Director | email=b@x.example | school=Rice | phone=202 555 0101"_s);
    other.tags = QStringList {u"alumni"_s, u"Fair"_s};
    const Contact contact = contacts::filled(own, other).contact;
    QCOMPARE(contact.email(), u"a@x.example"_s);
    QCOMPARE(contact.addresses.size(), 2);
    QCOMPARE(contact.company(), u"Acme"_s);
    QCOMPARE(contact.positions.value(1).company, u"Bolt"_s);
    QCOMPARE(contact.schools.value(1).name, u"Rice"_s);
    QCOMPARE(contact.phone(), u"202 555 0101"_s);
    QCOMPARE(contact.tags, QStringList({u"Alumni"_s, u"Fair"_s}));
}

void MergingTest::theSameThingAgainChangesNothing()
{
    const Contact own = person(
            u"Ann Lee | company=Acme, Inc. | title=Analyst | email=Ann@x.example | linkedin=ann | school=Yale"_s);
    const Contact again = person(
            u"Ann Lee | company=ACME | title=analyst | email=ann@X.example | linkedin=Ann/?trk=1 | school=yale"_s);
    const auto [contact, changed] = contacts::filled(own, again);
    QVERIFY(!changed);
    QCOMPARE(contact, own);
}

void MergingTest::placesAreNotMixed()
{
    const Contact own = person(u"Ann Lee | city=Chicago"_s);
    QCOMPARE(contacts::filled(own, person(u"Ann Lee | city=Berlin | country=Germany"_s)).contact.country,
             QString());
    QCOMPARE(contacts::filled(own, person(u"Ann Lee | city=Chicago | country=USA"_s)).contact.country,
             u"USA"_s);
}

void MergingTest::namesAreCompletedNotReplaced()
{
    QCOMPARE(contacts::filled(person(u"Marisol"_s), person(u"Marisol Quandahl"_s)).contact.lastName,
             u"Quandahl"_s);
    QCOMPARE(contacts::filled(person(u"Mari"_s), person(u"Marisol Quandahl"_s)).contact.name(), u"Mari"_s);
    QCOMPARE(contacts::filled(person(u" | email=a@x.example"_s), person(u"Ann Lee"_s)).contact.name(),
             u"Ann Lee"_s);
}

void MergingTest::samePositionIsCompleted()
{
    const Contact contact = contacts::filled(person(u"Ann Lee | company=Acme"_s),
                                             person(u"Ann Lee | company=Acme Inc | title=Analyst"_s))
                                    .contact;
    QCOMPARE(contact.positions.size(), 1);
    QCOMPARE(contact.jobTitle(), u"Analyst"_s);
    QCOMPARE(contact.company(), u"Acme"_s);
}
