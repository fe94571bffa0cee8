// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "tests.h"

#include "flows/contactflow.h"
#include "flows/findflow.h"

#include <algorithm>

using namespace crema;
using namespace crema::flows;
using namespace Qt::StringLiterals;

namespace {

Criteria consultants(int limit = 8)
{
    Criteria criteria;
    criteria.title = u"consultant"_s;
    criteria.limit = limit;
    return criteria;
}

Result<Run> find(const Desk &desk, const Criteria &criteria)
{
    return test::await(findPeople(desk.services.get(), criteria, u"local"_s, {}));
}

/// A stored run of one person, as a search may have brought them.
Result<QString> runOf(Desk &desk, const Contact &person)
{
    Run run;
    run.id = desk.ids.next();
    run.provider = u"local"_s;
    run.criteria = consultants();
    run.people << FoundPerson {person, {}, {}};
    store::Operation operation;
    operation.label = u"Find"_s;
    operation.create(Kind::run, run.id, toBody(run));
    const auto applied = test::await(desk.store->apply(operation));
    return applied ? Result<QString>(run.id) : std::unexpected(applied.error());
}

} // namespace

void FindTest::everyoneFoundHasAReason()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const auto run = find(desk, consultants());
    VERIFY_OK(run);
    QCOMPARE(run->people.size(), 8);
    for (const FoundPerson &found : run->people) {
        QVERIFY(!found.reasons.isEmpty());
        QVERIFY(!found.reasons.constFirst().text.isEmpty());
        QVERIFY(found.person.sample);
        QVERIFY(found.contactId.isEmpty());
        QVERIFY(!found.person.sources.isEmpty());
    }
    QCOMPARE(*desk.reader->run(run->id), *run);
    QCOMPARE(desk.contacts().size(), 0); // found is not saved
    QCOMPARE(desk.jobs().constFirst().state, u"done"_s);
    QCOMPARE(desk.reader->receipts()->constFirst().charged, 0);
    QCOMPARE(desk.unsound(), QString());
}

void FindTest::samplePeopleCanBeHidden()
{
    Desk desk;
    VERIFY_OK(desk.open());
    QCOMPARE(desk.people(4).size(), 4);
    Criteria criteria = consultants(50);
    criteria.includeSample = false;
    const auto run = find(desk, criteria);
    VERIFY_OK(run);
    QVERIFY(!run->people.isEmpty());
    for (const FoundPerson &found : run->people) {
        QVERIFY(!found.person.sample);
        QCOMPARE(found.contactId, found.person.id);
    }
    criteria.title = u"falconer"_s;
    const auto nobody = find(desk, criteria);
    VERIFY_OK(nobody); // nobody is an answer, not an error
    QVERIFY(nobody->people.isEmpty());
}

void FindTest::refusedCriteria_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<int>("limit");
    QTest::addColumn<QString>("provider");
    QTest::newRow("nothing asked") << QString() << 10 << u"local"_s;
    QTest::newRow("nobody wanted") << u"analyst"_s << 0 << u"local"_s;
    QTest::newRow("less than nobody") << u"analyst"_s << -4 << u"local"_s;
    QTest::newRow("more than the limit") << u"analyst"_s << 501 << u"local"_s;
    QTest::newRow("a provider that is not there") << u"analyst"_s << 10 << u"oracle"_s;
}

void FindTest::refusedCriteria()
{
    QFETCH(QString, title);
    QFETCH(int, limit);
    QFETCH(QString, provider);
    Desk desk;
    VERIFY_OK(desk.open());
    Criteria criteria;
    criteria.title = title;
    criteria.limit = limit;
    const auto run = test::await(findPeople(desk.services.get(), criteria, provider, {}));
    QCOMPARE(run.error().kind, ErrorKind::rejectedInput);
    QVERIFY(desk.jobs().isEmpty());
}

void FindTest::cancelledKeepsNoRun()
{
    Desk desk;
    VERIFY_OK(desk.open());
    std::stop_source stop;
    QObject::connect(desk.engine.get(), &jobs::JobEngine::progressed, desk.engine.get(),
                     [&](const jobs::JobProgress &) { stop.request_stop(); });
    const auto run = test::await(
            findPeople(desk.services.get(), consultants(), u"local"_s, stop.get_token()));
    QCOMPARE(run.error().kind, ErrorKind::cancelled);
    QVERIFY(desk.reader->runs()->isEmpty());
    QCOMPARE(desk.jobs().constFirst().state, u"cancelled"_s);
    QCOMPARE(desk.unsound(), QString());
}

void FindTest::savedOnceAndKnownAfterwards()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const auto run = find(desk, consultants());
    VERIFY_OK(run);
    const QStringList two {run->people[0].person.id, run->people[3].person.id};
    const auto some = test::await(savePeople(desk.services.get(), run->id, two));
    VERIFY_OK(some);
    QCOMPARE(some->created, 2);
    const auto all = test::await(savePeople(desk.services.get(), run->id, {}));
    VERIFY_OK(all);
    QCOMPARE(all->created, 6);
    QCOMPARE(all->known, 2);
    QCOMPARE(all->contactIds[two[0]], some->contactIds[two[0]]);
    QCOMPARE(desk.contacts().size(), 8);
    const Contact saved = *desk.reader->contact(all->contactIds[two[0]]);
    QVERIFY(saved.sample);
    QCOMPARE(saved.runId, run->id);
    QCOMPARE(saved.name(), run->people[0].person.name());
    const auto again = find(desk, consultants());
    VERIFY_OK(again);
    QCOMPARE(again->people.size(), 8); // nobody is found twice, as a contact and as a sample
    for (const FoundPerson &found : again->people) {
        QVERIFY(!found.contactId.isEmpty());
    }
    VERIFY_OK(desk.undo());
    VERIFY_OK(desk.undo());
    QCOMPARE(desk.contacts().size(), 2);
}

void FindTest::aDoubleClickSavesOnce()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const auto run = find(desk, consultants());
    VERIFY_OK(run);
    Together<SaveOutcome> both;
    both.launch(savePeople(desk.services.get(), run->id, {}));
    both.launch(savePeople(desk.services.get(), run->id, {}));
    QVERIFY(both.wait());
    QCOMPARE((*both.results[0])->created, 8);
    QCOMPARE((*both.results[1])->known, 8);
    QCOMPARE(desk.contacts().size(), 8);
}

void FindTest::oneAddressWithAnotherNameIsSomebodyElse()
{
    Desk desk;
    VERIFY_OK(desk.open());
    const auto mother = test::await(addContact(desk.services.get(),
                                               {{u"firstName"_s, u"Ana"_s},
                                                {u"lastName"_s, u"Márquez"_s},
                                                {u"email"_s, u"family@marquez.example"_s}}));
    VERIFY_OK(mother);
    Contact son;
    son.id = u"son"_s;
    son.firstName = u"Pablo"_s;
    son.lastName = u"Ibarra"_s;
    addPoint(son.addresses, u"personal"_s, u"family@marquez.example"_s);
    const auto run = runOf(desk, son);
    VERIFY_OK(run);
    const auto saved = test::await(savePeople(desk.services.get(), *run, {}));
    VERIFY_OK(saved);
    QCOMPARE(saved->created, 1);
    QCOMPARE(desk.contacts().size(), 2);
}

void FindTest::suggestionsComeFromContactsAndSample()
{
    Desk desk;
    VERIFY_OK(desk.open());
    QCOMPARE(desk.people(4).size(), 4);
    const auto firms = test::await(suggest(desk.services.get(), u"company"_s, u"halvorsen 2"_s, 5, {}));
    VERIFY_OK(firms);
    QVERIFY(std::ranges::any_of(*firms,
                                [](const Suggestion &one) { return one.text == "Halvorsen 2 Partners"_L1; }));
    const auto titles = test::await(suggest(desk.services.get(), u"job_title"_s, u"consul"_s, 5, {}));
    VERIFY_OK(titles);
    QVERIFY(!titles->isEmpty() && titles->size() <= 5);
    QCOMPARE(test::await(suggest(desk.services.get(), u"colour"_s, u"red"_s, 5, {})).error().kind,
             ErrorKind::rejectedInput);
}
