// SPDX-License-Identifier: GPL-3.0-or-later
#include "modeldesk.h"
#include "paidprepdesk.h"
#include "tests.h"

#include "flows/contactflow.h"
#include "flows/prepflow.h"

#include <QProcess>

using namespace crema;
using namespace crema::flows;
using namespace Qt::StringLiterals;

void PaidPrepTest::whoIsLookedUpBecomesAContact()
{
    WITH_VENDOR(vendor);
    PaidPrepDesk desk(vendor);
    VERIFY_OK(desk.prepare());
    const auto prep = desk.lookUp(desk.somebody.linkedinUrl() + u"?trk=people"_s);
    VERIFY_OK(prep);
    QCOMPARE(prep->status, u"completed"_s);
    QCOMPARE(prep->person.name(), desk.somebody.name());
    QCOMPARE(prep->cost, 5);
    QVERIFY(!prep->profileNote.isEmpty());
    QCOMPARE(desk.balance(), desk.afterFinding - 5);
    QCOMPARE(desk.reserved(), 0);
    QCOMPARE(desk.chargedForPreps(), 5);
    QCOMPARE(desk.contacts().size(), 1);
    QCOMPARE(desk.contacts()[0].id, prep->contactId);
    const QString text = pdfText(prepPdf(*desk.workspace, *prep).value_or(QByteArray()));
    QVERIFY2(text.contains(desk.somebody.lastName), qPrintable(text));
    const auto second = desk.lookUp(desk.somebody.linkedinUrl());
    VERIFY_OK(second);
    QCOMPARE(second->contactId, prep->contactId);
    QCOMPARE(desk.contacts().size(), 1);
    QCOMPARE(desk.unsound(), QString());
}

void PaidPrepTest::whatTheUserKnowsStays()
{
    WITH_VENDOR(vendor);
    PaidPrepDesk desk(vendor);
    VERIFY_OK(desk.prepare());
    const auto own = test::await(addContact(desk.services.get(),
                                            {{u"firstName"_s, desk.somebody.firstName},
                                             {u"lastName"_s, desk.somebody.lastName},
                                             {u"company"_s, u"Nightingale Tea"_s},
                                             {u"linkedinUrl"_s, desk.somebody.linkedinUrl()}}));
    VERIFY_OK(own);
    const auto prep = test::await(makePrep(desk.services.get(), {own->id, {}, true}, {}));
    VERIFY_OK(prep);
    QCOMPARE(prep->person.company(), u"Nightingale Tea"_s);
    QVERIFY(prep->person.positions.size() > 1);
    QCOMPARE(*desk.reader->contact(own->id), *own);
    const int paid = desk.balance();
    const auto again = desk.again(prep->id); // free: what the vendor said is kept
    VERIFY_OK(again);
    QCOMPARE(again->person.positions.size(), prep->person.positions.size());
    QCOMPARE(desk.balance(), paid);
    QCOMPARE(desk.lookUps(vendor), 1);
}

void PaidPrepTest::nobodyThereIsFree()
{
    WITH_VENDOR(vendor);
    PaidPrepDesk desk(vendor);
    VERIFY_OK(desk.prepare());
    const auto prep = desk.lookUp(nobodysProfile);
    QVERIFY(!prep);
    QCOMPARE(prep.error().kind, ErrorKind::notFound);
    QVERIFY(desk.isFree());
    QVERIFY(desk.contacts().isEmpty());
    QCOMPARE(desk.preps().size(), 1);
    QCOMPARE(desk.preps()[0].status, u"failed"_s);
    QCOMPARE(desk.preps()[0].title(), u"nobody-knows-them-fx"_s);
    // With data of one's own that is enough.
    const auto own = test::await(addContact(
            desk.services.get(),
            {{u"firstName"_s, u"Ada"_s}, {u"lastName"_s, u"Quill"_s}, {u"linkedinUrl"_s, nobodysProfile}}));
    VERIFY_OK(own);
    const auto local = test::await(makePrep(desk.services.get(), {own->id, {}, true}, {}));
    VERIFY_OK(local);
    QCOMPARE(local->cost, 0);
    QVERIFY2(local->profileNote.contains(u"nobody"_s), qPrintable(local->profileNote));
    QVERIFY(desk.isFree());
}

void PaidPrepTest::aProfileOfSomebodyElseIsRefused()
{
    WITH_VENDOR(vendor);
    PaidPrepDesk desk(vendor);
    VERIFY_OK(desk.prepare());
    const auto own = test::await(addContact(desk.services.get(),
                                            {{u"firstName"_s, u"Zebulon"_s},
                                             {u"lastName"_s, u"Unlikely"_s},
                                             {u"linkedinUrl"_s, desk.somebody.linkedinUrl()}}));
    VERIFY_OK(own);
    const auto prep = test::await(makePrep(desk.services.get(), {own->id, {}, true}, {}));
    QVERIFY(!prep);
    QCOMPARE(prep.error().kind, ErrorKind::notFound); // no fault of the order: that is exit 1, not 2
    QVERIFY2(prep.error().text.contains(desk.somebody.name()), qPrintable(prep.error().text));
    QVERIFY(desk.isFree());
    // The address is mended: the same prep goes through.
    VERIFY_OK(test::await(
            setContactFields(desk.services.get(), own->id, {{u"linkedinUrl"_s, nobodysProfile}})));
    VERIFY_OK(desk.again(desk.preps()[0].id));
    QCOMPARE(desk.preps().size(), 1);
}

void PaidPrepTest::aVendorThatFailsCostsNothing_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("401") << uR"({"kind":401})"_s << ErrorKind::unauthorised;
    QTest::newRow("402") << uR"({"kind":402})"_s << ErrorKind::outOfCredits;
    QTest::newRow("500") << uR"({"kind":500})"_s << ErrorKind::badAnswer;
    QTest::newRow("garbage") << uR"({"kind":"garbage"})"_s << ErrorKind::badAnswer;
}

void PaidPrepTest::aVendorThatFailsCostsNothing()
{
    QFETCH(QString, fault);
    WITH_VENDOR(vendor);
    PaidPrepDesk desk(vendor);
    VERIFY_OK(desk.prepare());
    Json one = *parseJson(fault.toUtf8());
    one["path"] = "/v5/person/enrich";
    vendor.fault(one);
    const auto prep = desk.lookUp(desk.somebody.linkedinUrl());
    QVERIFY(!prep);
    QTEST(prep.error().kind, "kind");
    QVERIFY(desk.isFree());
    QCOMPARE(desk.preps().size(), 1);
    QCOMPARE(desk.preps()[0].status, u"failed"_s);
    vendor.control({{"faults", Json::array()}});
    VERIFY_OK(desk.again(desk.preps()[0].id));
    QCOMPARE(desk.balance(), desk.afterFinding - 5);
    QCOMPARE(desk.preps().size(), 1);
    QCOMPARE(desk.preps()[0].status, u"completed"_s);
    QCOMPARE(desk.unsound(), QString());
}

void PaidPrepTest::withoutItsPdfItIsFreeAndGoesOnThere()
{
    WITH_VENDOR(vendor);
    PaidPrepDesk desk(vendor);
    VERIFY_OK(desk.prepare());
    {
        const FilesBlocked blocked(desk);
        const auto prep = desk.lookUp(desk.somebody.linkedinUrl());
        QVERIFY(!prep);
        QCOMPARE(prep.error().kind, ErrorKind::storage);
    }
    QVERIFY(desk.isFree());
    QCOMPARE(desk.contacts().size(), 1); // what was paid for at the vendor is kept
    QCOMPARE(desk.preps().size(), 1);
    const auto prep = desk.again(desk.preps()[0].id);
    VERIFY_OK(prep);
    QCOMPARE(prep->contactId, desk.contacts()[0].id);
    QCOMPARE(desk.balance(), desk.afterFinding - 5);
    QCOMPARE(desk.lookUps(vendor), 1);
    QCOMPARE(desk.unsound(), QString());
}

void PaidPrepTest::refusedBeforeAnythingBegins()
{
    WITH_VENDOR(vendor);
    PaidPrepDesk desk(vendor);
    VERIFY_OK(desk.prepare());
    const qsizetype jobs = desk.jobs().size();
    QCOMPARE(desk.lookUp(u"https://www.linkedin.com/company/halvorsen"_s).error().kind,
             ErrorKind::rejectedInput);
    QCOMPARE(test::await(makePrep(desk.services.get(), {{}, nobodysProfile, false}, {})).error().kind,
             ErrorKind::notFound);
    const auto bare = test::await(
            addContact(desk.services.get(), {{u"firstName"_s, u"Ada"_s}, {u"lastName"_s, u"Quill"_s}}));
    VERIFY_OK(bare);
    QCOMPARE(test::await(makePrep(desk.services.get(), {bare->id, {}, true}, {})).error().kind,
             ErrorKind::rejectedInput);
    const QString old = u"https://www.linkedin.com/pub/ada-quill/1/2a/3b4"_s;
    VERIFY_OK(test::await(setContactFields(desk.services.get(), bare->id, {{u"linkedinUrl"_s, old}})));
    const auto ofBefore = test::await(makePrep(desk.services.get(), {bare->id, {}, true}, {}));
    QCOMPARE(ofBefore.error().kind, ErrorKind::rejectedInput);
    QVERIFY2(ofBefore.error().text.contains(old), qPrintable(ofBefore.error().text)); // there is a profile
    QCOMPARE(desk.jobs().size(), jobs);
    QVERIFY(desk.isFree());
    PaidPrepDesk unconnected(vendor, false);
    VERIFY_OK(unconnected.open());
    QCOMPARE(unconnected.lookUp(nobodysProfile).error().kind, ErrorKind::unauthorised);
    QVERIFY(unconnected.jobs().isEmpty());
}

void PaidPrepTest::tooFewCreditsSayHowMany()
{
    WITH_VENDOR(vendor);
    PaidPrepDesk desk(vendor);
    VERIFY_OK(desk.prepare());
    desk.deployment.costs.paidPrep = 1000;
    const auto prep = desk.lookUp(desk.somebody.linkedinUrl());
    QVERIFY(!prep);
    QCOMPARE(prep.error().kind, ErrorKind::outOfCredits);
    QVERIFY2(prep.error().text.contains(QString::number(1000 - desk.afterFinding)),
             qPrintable(prep.error().text));
    QCOMPARE(desk.lookUps(vendor), 0);
    QVERIFY(desk.isFree());
}

void PaidPrepTest::whatWasPaidForNeedsNoCredits()
{
    WITH_VENDOR(vendor);
    PaidPrepDesk desk(vendor);
    VERIFY_OK(desk.prepare());
    VERIFY_OK(desk.lookUp(desk.somebody.linkedinUrl()));
    const int left = desk.balance();
    desk.deployment.costs.paidPrep = 1000; // more than is left
    const auto second = desk.lookUp(desk.somebody.linkedinUrl());
    VERIFY_OK(second);
    QCOMPARE(second->cost, 0);
    QCOMPARE(desk.balance(), left);
    QCOMPARE(desk.lookUps(vendor), 1);
    QCOMPARE(desk.unsound(), QString());
}

void PaidPrepTest::whatAnEarlierVersionBoughtIsPaidFor()
{
    WITH_VENDOR(vendor);
    PaidPrepDesk desk(vendor);
    VERIFY_OK(desk.prepare());
    const FoundPerson found {desk.somebody, {}, {}};
    store::JobRow job;
    job.id = u"job of before"_s;
    job.kind = u"prep"_s;
    job.state = u"failed"_s;
    job.input = {{"prepId", "prep of before"}, {"news", false}, {"mostCost", 5}};
    job.results = {{"enriching_profile", {{"person", toJson(found)}, {"lookedUp", true}}}};
    store::Operation operation;
    operation.origin = store::Origin::job;
    operation.jobs.push_back(job);
    VERIFY_OK(test::await(desk.store->apply(std::move(operation))));
    VERIFY_OK(test::await(desk.engine->repeat(job.id, {})));
    QCOMPARE(desk.chargedForPreps(), 5);
}

void PaidPrepTest::killedAtEachStepItIsPaidOnce_data()
{
    QTest::addColumn<QString>("when");
    QTest::newRow("begun") << u"commit:1"_s;
    int commit = 1;
    for (const char *stage : {"enriching_profile", "fetching_news", "generating_content", "generating_pdf"}) {
        const QString name = QString::fromLatin1(stage);
        QTest::addRow("%s begins", stage) << u"stage:%1:0"_s.arg(name);
        QTest::addRow("%s is under way", stage) << u"stage:%1:3000"_s.arg(name);
        QTest::addRow("%s is written", stage) << u"commit:%1"_s.arg(++commit);
    }
}

void PaidPrepTest::killedAtEachStepItIsPaidOnce()
{
    QFETCH(QString, when);
    WITH_VENDOR(vendor);
    QTemporaryDir place;
    const QString folder = place.filePath(u"workspace"_s);
    PaidPrepDesk asking(vendor);
    VERIFY_OK(asking.prepare());
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"CREMA_TEST_VENDOR"_s, vendor.baseUrl().toString());
    environment.insert(u"CREMA_TEST_VENDOR_KEY"_s, QString::fromLatin1(test::PdlVendor::key));
    environment.insert(u"CREMA_TEST_PROFILE"_s, asking.somebody.linkedinUrl());
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QCoreApplication::applicationFilePath(),
                  {u"--run-until-killed"_s, folder, u"paidPrep"_s, when, u"1"_s});
    QVERIFY(process.waitForFinished(60'000));
    PaidDesk desk(vendor, folder);
    VERIFY_OK(desk.open());
    QCOMPARE(desk.unsound(), QString());
    const auto left = desk.engine->interrupted();
    VERIFY_OK(left);
    for (const store::JobRow &job : *left) {
        QVERIFY(desk.preps().isEmpty()); // all of it or nothing
        QCOMPARE(desk.reserved(), 5);
        VERIFY_OK(test::await(desk.engine->resume(job.id, {})));
    }
    QCOMPARE(desk.preps().size(), 1);
    QCOMPARE(desk.preps()[0].status, u"completed"_s);
    QCOMPARE(desk.contacts().size(), 1);
    QCOMPARE(desk.reader->balance(u"spent"_s).value_or(-1), 5);
    QCOMPARE(desk.reserved(), 0);
    QVERIFY(PaidPrepDesk::lookUps(vendor) <= 2); // asked again only where the answer had not come
    QCOMPARE(desk.unsound(), QString());
}

void PaidPrepTest::questionsOfAModelRestOnFacts_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<bool>("isOfUse");
    QTest::newRow("good") << u"good"_s << true;
    QTest::newRow("invents first, then learns") << u"learns"_s << true;
    QTest::newRow("invents one of them") << u"partly"_s << true;
    QTest::newRow("invents always") << u"invented"_s << false;
    QTest::newRow("has no credit") << u"quota"_s << false;
    QTest::newRow("is down") << u"down"_s << false;
    QTest::newRow("refuses") << u"refuse"_s << false;
}

void PaidPrepTest::questionsOfAModelRestOnFacts()
{
    QFETCH(QString, model);
    QFETCH(bool, isOfUse);
    test::ModelServer server;
    if (!server.isRunning()) {
        QSKIP("python3 is not installed; it runs the stand-in for a language model");
    }
    ModelDesk own(server);
    QVERIFY(own.open(model));
    const QString person = own.desk.people(1).value(0);
    PrepOrder order {person};
    order.model = true;
    const auto prep = test::await(makePrep(own.desk.services.get(), order, {}));
    VERIFY_OK(prep);
    QCOMPARE(prep->questions.size(), 8);
    const bool has = std::ranges::any_of(prep->questions, [](const Question &question) {
        return question.text.startsWith(u"What would you add to this"_s);
    });
    QCOMPARE(has, isOfUse);
    for (const Question &question : prep->questions) {
        QVERIFY2(!question.text.contains(u"Globex"_s), qPrintable(question.text));
    }
    QVERIFY(!textAt(prep->extra, "questionsNote").isEmpty());
    QCOMPARE(prep->cost, 0); // the model is on this computer
    QCOMPARE(own.desk.unsound(), QString());
}
