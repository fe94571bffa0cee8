// SPDX-License-Identifier: GPL-3.0-or-later
#include "modeldesk.h"
#include "tests.h"

#include "flows/draftsbeside.h"
#include "flows/draftversions.h"
#include "flows/findflow.h"
#include "flows/handoffflow.h"
#include "flows/rewriteflow.h"
#include "flows/templateflow.h"
#include "flows/writeflow.h"
#include "write/voicerules.h"

#include <algorithm>

using namespace crema;
using namespace crema::flows;
using namespace crema::test;
using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<ModelServer> stand;

WriteOrder orderFor(const QStringList &ids)
{
    WriteOrder order;
    order.contactIds = ids;
    order.writer = modelWriter;
    return order;
}

Result<WriteOutcome> writeNow(const Desk &desk, const WriteOrder &order, std::stop_token stop = {})
{
    return await(writeDrafts(desk.services.get(), order, std::move(stop)));
}

} // namespace

void ModelWritingTest::initTestCase()
{
    stand = std::make_unique<ModelServer>();
    if (!stand->isRunning()) {
        QSKIP("There is no /usr/bin/python3 for the stand-in of the model server.");
    }
}

void ModelWritingTest::cleanupTestCase()
{
    stand.reset();
}

void ModelWritingTest::init()
{
    stand->reset();
}

void ModelWritingTest::writesABatch()
{
    ModelDesk own(*stand);
    QVERIFY(own.open(u"good"_s));
    const QStringList ids = own.desk.people(3);
    const auto outcome = writeNow(own.desk, orderFor(ids));
    QVERIFY2(outcome, outcome ? "" : describe(outcome.error()).constData());
    QCOMPARE(outcome->draftIds.size(), 3);
    QCOMPARE(outcome->cost, 0);
    QVERIFY(outcome->answerTokens > 0);
    for (const Draft &draft : own.desk.drafts()) {
        const auto problems = gateOf(*own.desk.reader, own.desk.services->knowledge, draft);
        QVERIFY(problems && problems->isEmpty());
    }
    QCOMPARE(own.desk.unsound(), QString());
}

// One that fails does not take the others with it.
void ModelWritingTest::goesOnWhenOneFails()
{
    ModelDesk own(*stand);
    QVERIFY(own.open(u"good"_s));
    const QStringList ids = own.desk.people(3);
    const auto second = own.desk.reader->contact(ids[1]);
    QVERIFY(second);
    QVERIFY(own.choose(u"failsfor-"_s + second->firstName));
    const auto outcome = writeNow(own.desk, orderFor(ids));
    QVERIFY(outcome);
    // The template writer steps in for the one, and the outcome says so.
    QCOMPARE(outcome->draftIds.size(), 3);
    QCOMPARE(outcome->notes.size(), 1);
    QCOMPARE(outcome->notes[0].contactId, ids[1]);
    for (const Draft &draft : own.desk.drafts()) {
        QCOMPARE(draft.writer.startsWith(u"template"_s), draft.contactId == ids[1]);
    }
}

// What no further request would mend ends the batch with the first answer.
void ModelWritingTest::stopsAsking_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("no credit there") << u"quota"_s << ErrorKind::outOfCredits;
    QTest::newRow("no such model") << u"nope"_s << ErrorKind::notFound;
}

void ModelWritingTest::stopsAsking()
{
    QFETCH(QString, model);
    ModelDesk own(*stand);
    QVERIFY(own.open(model));
    const auto outcome = writeNow(own.desk, orderFor(own.desk.people(4)));
    QVERIFY(!outcome);
    QTEST(outcome.error().kind, "kind");
    QCOMPARE(stand->requests(), 1);
    QVERIFY(own.desk.drafts().isEmpty());
    QCOMPARE(own.desk.unsound(), QString());
}

void ModelWritingTest::tellsWhenTheTemplatesHadTo()
{
    ModelDesk own(*stand);
    QVERIFY(own.open(u"cut"_s));
    const auto outcome = writeNow(own.desk, orderFor(own.desk.people(1)));
    QVERIFY(outcome);
    QCOMPARE(outcome->notes.size(), 1);
    QVERIFY(own.desk.drafts()[0].writer.startsWith(u"template"_s));
}

// What was written before a cancel was asked for and stays.
void ModelWritingTest::aCancelKeepsWhatIsWritten()
{
    ModelDesk own(*stand);
    QVERIFY(own.open(u"slow"_s));
    std::stop_source stop;
    const auto onChange = QObject::connect(own.desk.store.get(), &store::Store::changed, own.desk.store.get(),
                                           [&] {
                                               if (!own.desk.drafts().isEmpty()) {
                                                   stop.request_stop();
                                               }
                                           });
    int late = 0; // who cancelled is not shown any more how far it is
    const auto onProgress = QObject::connect(
            own.desk.engine.get(), &jobs::JobEngine::progressed, own.desk.engine.get(),
            [&](const jobs::JobProgress &progress) { late += progress.done > 1 ? 1 : 0; });
    const auto outcome = writeNow(own.desk, orderFor(own.desk.people(4)), stop.get_token());
    QObject::disconnect(onChange);
    QObject::disconnect(onProgress);
    QCOMPARE(late, 0);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::cancelled);
    QCOMPARE(own.desk.drafts().size(), 1);
    QCOMPARE(own.desk.unsound(), QString());
}

void ModelWritingTest::aDryRunKeepsNothing()
{
    ModelDesk own(*stand);
    QVERIFY(own.open(u"partly"_s));
    const QStringList ids = own.desk.people(2);
    const qint64 before = own.desk.operations();
    int steps = 0;
    const auto run = await(dryRun(own.desk.services.get(), orderFor(ids), [&](int, int) { ++steps; }, {}));
    QVERIFY(run);
    QCOMPARE(run->drafts.size(), 2);
    QCOMPARE(steps, 2);
    QVERIFY(run->drafts[0].problems.isEmpty());
    QVERIFY(!run->drafts[0].note.isEmpty()); // a sentence was left out
    QVERIFY(run->promptTokens > 0);
    QVERIFY(own.desk.drafts().isEmpty());
    QVERIFY(own.desk.jobs().isEmpty());
    QCOMPARE(own.desk.number("SELECT count(*) FROM ledger_entry"), 0);
    QCOMPARE(own.desk.operations(), before);
}

// What was read is what is stored: nothing is asked, and paid for, again.
void ModelWritingTest::keepsADryRunAsItWasRead()
{
    ModelDesk own(*stand);
    QVERIFY(own.open(u"partly"_s));
    const WriteOrder order = orderFor(own.desk.people(2));
    const auto run = await(dryRun(own.desk.services.get(), order, [](int, int) { }, {}));
    QVERIFY(run);
    const qint64 requests = stand->requests();
    const auto kept = await(keepDryRun(own.desk.services.get(), order, *run));
    QVERIFY2(kept, kept ? "" : describe(kept.error()).constData());
    QCOMPARE(stand->requests(), requests);
    QCOMPARE(kept->draftIds.size(), 2);
    QCOMPARE(kept->notes.size(), 2);
    for (qsizetype i = 0; i < 2; ++i) {
        const auto draft = own.desk.reader->draft(kept->draftIds[i]);
        QVERIFY(draft);
        QCOMPARE(draft->body, run->drafts[i].draft.body);
        QCOMPARE(draft->subject, run->drafts[i].draft.subject);
        QCOMPARE(write::suggestionOf(*draft)->body, draft->body);
        const auto problems = gateOf(*own.desk.reader, own.desk.services->knowledge, *draft);
        QVERIFY(problems && problems->isEmpty());
    }
    const auto twice = await(keepDryRun(own.desk.services.get(), order, *run));
    QVERIFY(twice);
    QVERIFY(twice->draftIds.isEmpty());
    QCOMPARE(twice->unwritten.size(), 2);
    QVERIFY(own.desk.undo());
    QVERIFY(own.desk.drafts().isEmpty());
    QCOMPARE(own.desk.unsound(), QString());
}

// People of a run are nobody's contacts until an email to them is kept; its facts are theirs then.
void ModelWritingTest::keepingADryRunSavesItsPeople()
{
    ModelDesk own(*stand);
    QVERIFY(own.open(u"good"_s));
    Criteria criteria;
    criteria.title = u"analyst"_s;
    criteria.limit = 6;
    const auto found = await(findPeople(own.desk.services.get(), criteria, u"local"_s, {}));
    QVERIFY(found);
    WriteOrder order;
    order.runId = found->id;
    const auto run = await(dryRun(own.desk.services.get(), order, [](int, int) { }, {}));
    QVERIFY(run);
    QCOMPARE(run->drafts.size(), found->people.size());
    QVERIFY(own.desk.contacts().isEmpty());
    const auto kept = await(keepDryRun(own.desk.services.get(), order, *run));
    QVERIFY2(kept, kept ? "" : describe(kept.error()).constData());
    QCOMPARE(kept->draftIds.size(), run->drafts.size());
    QCOMPARE(own.desk.contacts().size(), run->drafts.size());
    const auto beside = DraftsBeside::read(*own.desk.reader);
    QVERIFY(beside);
    for (qsizetype i = 0; i < kept->draftIds.size(); ++i) {
        const auto draft = own.desk.reader->draft(kept->draftIds[i]);
        QVERIFY(draft);
        QCOMPARE(draft->body, run->drafts[i].draft.body);
        QCOMPARE(draft->runId, found->id);
        for (const Claim &claim : draft->claims) {
            for (const Source &source : claim.sources) {
                QVERIFY(source.recordId != run->drafts[i].draft.contactId);
            }
        }
        const auto problems = beside->problemsOf(*own.desk.reader, own.desk.services->knowledge, *draft);
        QVERIFY(problems);
        QCOMPARE(problems->isEmpty(), run->drafts[i].problems.isEmpty());
    }
    QCOMPARE(own.desk.unsound(), QString());
}

// "Ready to send" is said of emails that are right beside each other and beside those that are there.
void ModelWritingTest::aDryRunSeesWhatIsSaidTwice()
{
    ModelDesk own(*stand);
    QVERIFY(own.open(u"good"_s));
    const QStringList ids = own.desk.people(3);
    OwnTemplate plain;
    plain.name = u"Plain"_s;
    plain.subject = u"A question for you"_s;
    plain.body =
            u"I would like to hear how you found your way into this work, which of your choices mattered "
            "most along the way, and what you would do differently if you were to start again today. "
            "Would you be open to a call of 15 minutes in the next few weeks? Thank you for reading "
            "this."_s;
    QVERIFY(await(saveTemplate(own.desk.services.get(), {}, plain)));
    // Two colleagues: the same words to both look like a mass mailing.
    for (int i = 1; i < 3; ++i) {
        const auto before = own.desk.reader->contact(ids[i]);
        QVERIFY(before);
        Contact after = *before;
        after.positions[0].company = own.desk.reader->contact(ids[0])->company();
        store::Operation operation;
        operation.patch(Kind::contact, ids[i], toBody(*before), toBody(after));
        QVERIFY(await(own.desk.store->apply(std::move(operation))));
    }
    WriteOrder order = orderFor({ids[0]});
    order.writer = u"template"_s;
    order.templateName = u"Plain"_s;
    QVERIFY(writeNow(own.desk, order));
    order.contactIds = {ids[1], ids[2]};
    const auto run = await(dryRun(own.desk.services.get(), order, [](int, int) { }, {}));
    QVERIFY(run);
    QCOMPARE(run->drafts.size(), 2);
    for (const DryDraft &one : run->drafts) {
        QVERIFY(std::ranges::any_of(one.problems,
                                    [](const GateProblem &problem) { return problem.rule == "subject"_L1; }));
    }
}

void ModelWritingTest::showsThePromptWithoutAsking()
{
    ModelDesk own(*stand);
    QVERIFY(own.open(u"good"_s));
    const auto prompts = await(promptsOf(own.desk.services.get(), orderFor(own.desk.people(1))));
    QVERIFY(prompts);
    QCOMPARE(stand->requests(), 0);
    // The words that are shown are the words that leave.
    QVERIFY(writeNow(own.desk, orderFor({prompts->constFirst().contactId})));
    const Json sent = member(stand->control(), "bodies");
    QString all;
    for (const Json &message : arrayAt(sent[0], "messages")) {
        all += (all.isEmpty() ? QString() : u"\n\n"_s) + textAt(message, "content");
    }
    QCOMPARE(all, prompts->constFirst().text);
}

void ModelWritingTest::rewritesAndKeepsTheOldText()
{
    ModelDesk own(*stand);
    QVERIFY(own.open(u"slow"_s));
    WriteOrder order = orderFor(own.desk.people(1));
    order.writer = u"template"_s;
    QVERIFY(writeNow(own.desk, order));
    const Draft before = own.desk.drafts()[0];
    QStringList shown;
    const auto preview = [&shown](const QString &, const QString &body) { shown << body; };
    const auto rewritten = await(rewriteDraft(own.desk.services.get(), before.id, preview, {}));
    QVERIFY2(rewritten, rewritten ? "" : describe(rewritten.error()).constData());
    QCOMPARE(rewritten->draft.writer, u"slow"_s);
    QVERIFY(shown.size() > 3);
    QCOMPARE(shown.constLast(), rewritten->draft.body);
    const auto versions = draftVersions(*own.desk.reader, before.id);
    QVERIFY(versions && versions->size() >= 2);
    QCOMPARE(versions->constFirst().draft.body, before.body);
    QVERIFY(own.desk.undo());
    QCOMPARE(own.desk.drafts()[0].body, before.body);
}

// Two drafts of one kind to one person, as a merge or the trash leaves them.
void ModelWritingTest::rewritesTheOneThatWasMeant()
{
    ModelDesk own(*stand);
    QVERIFY(own.open(u"good"_s));
    WriteOrder order = orderFor(own.desk.people(1));
    order.writer = u"template"_s;
    QVERIFY(writeNow(own.desk, order));
    const Draft first = own.desk.drafts()[0];
    QStringList twins;
    for (const QString &id : {u"aaaa"_s, u"zzzz"_s}) { // before and behind it in any order
        Draft twin = first;
        twin.body.replace(u"Hi "_s, u"Hello "_s);
        store::Operation operation;
        operation.create(Kind::draft, id, toBody(twin));
        QVERIFY(await(own.desk.store->apply(std::move(operation))));
        twins << id;
    }
    for (const QString &id : twins) {
        const auto rewritten = await(rewriteDraft(own.desk.services.get(), id, {}, {}));
        QVERIFY2(rewritten || rewritten.error().kind == ErrorKind::badAnswer,
                 rewritten ? "" : describe(rewritten.error()).constData());
        order.draftId = id;
        order.another = true;
        const auto outcome = writeNow(own.desk, order);
        QVERIFY(outcome);
        QVERIFY(outcome->draftIds.isEmpty() || outcome->draftIds == QStringList {id});
        QCOMPARE(own.desk.reader->draft(first.id)->body, first.body);
    }
}

void ModelWritingTest::needsAKeyElsewhere()
{
    Desk desk;
    QVERIFY(desk.open() && desk.sender());
    const auto outcome = writeNow(desk, orderFor(desk.people(1)));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::unauthorised);
    QVERIFY(desk.jobs().isEmpty());
}
