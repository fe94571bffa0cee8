// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "tests.h"

#include "flows/contactflow.h"
#include "flows/findflow.h"
#include "flows/handoffflow.h"
#include "flows/profileflow.h"
#include "flows/writeflow.h"

#include <QSet>

#include <algorithm>

using namespace crema;
using namespace crema::flows;
using namespace Qt::StringLiterals;

namespace {

WriteOrder orderFor(const QStringList &ids, const QString &kind = u"first"_s)
{
    WriteOrder order;
    order.contactIds = ids;
    order.kind = kind;
    return order;
}

Result<WriteOutcome> write(const Desk &desk, const WriteOrder &order)
{
    return test::await(writeDrafts(desk.services.get(), order, {}));
}

Result<Draft> edit(const Desk &desk, const QString &id, const std::function<void(Draft &)> &change)
{
    const auto before = desk.reader->draft(id);
    if (!before) {
        return before;
    }
    Draft after = *before;
    change(after);
    return test::await(editDraft(desk.services.get(), *before, after));
}

QString reasonFor(const WriteOutcome &outcome, const QString &contactId)
{
    const auto it = std::ranges::find(outcome.unwritten, contactId, &Unwritten::contactId);
    return it == outcome.unwritten.end() ? QString() : it->reason;
}

bool mentionsResume(const Draft &draft)
{
    return draft.body.contains(u"resume"_s, Qt::CaseInsensitive)
            || draft.body.contains(u"résumé"_s, Qt::CaseInsensitive);
}

} // namespace

void WriteTest::everyoneOfARunGetsAnEmailOfTheirOwn()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.sender());
    Criteria criteria;
    criteria.title = u"analyst"_s;
    criteria.limit = 25;
    const auto run = test::await(findPeople(desk.services.get(), criteria, u"local"_s, {}));
    VERIFY_OK(run);
    WriteOrder order;
    order.runId = run->id;
    const auto written = write(desk, order);
    VERIFY_OK(written);
    QCOMPARE(written->draftIds.size() + written->unwritten.size(), run->people.size());
    QCOMPARE(written->draftIds.size(), run->people.size());
    QSet<QString> bodies;
    for (const QString &id : written->draftIds) {
        const auto draft = desk.reader->draft(id);
        VERIFY_OK(draft);
        const auto contact = desk.reader->contact(draft->contactId);
        VERIFY_OK(contact); // the people of a run are saved with it
        QCOMPARE(draft->runId, run->id);
        QVERIFY(!mentionsResume(*draft));
        QVERIFY(draft->body.contains(contact->firstName) || draft->body.contains(contact->lastName));
        const auto problems = gateOf(*desk.reader, desk.services->knowledge, *draft);
        VERIFY_OK(problems);
        QVERIFY2(problems->isEmpty(),
                 qPrintable(problems->isEmpty() ? QString() : problems->constFirst().text));
        bodies << draft->body.section(u'\n', 1);
    }
    QCOMPARE(bodies.size(), written->draftIds.size()); // not even the same words under another greeting
    QCOMPARE(desk.unsound(), QString());
}

void WriteTest::whoGetsNothingIsListedWithTheReason()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.sender());
    const QStringList ids = desk.people(3);
    QCOMPARE(ids.size(), 3);
    const auto nameless = test::await(
            addContact(desk.services.get(), {{u"email"_s, u"x@nameless.example"_s}}));
    VERIFY_OK(nameless);
    VERIFY_OK(desk.trash(Kind::contact, ids[1]));
    const auto first = write(desk, orderFor({ids[0]}));
    VERIFY_OK(first);
    VERIFY_OK(test::await(markHandedOff(desk.services.get(), first->draftIds)));
    const auto written = write(desk, orderFor({ids[0], ids[1], ids[2], nameless->id, u"nobody"_s}));
    VERIFY_OK(written);
    QCOMPARE(written->draftIds.size(), 1);
    QCOMPARE(desk.reader->draft(written->draftIds[0])->contactId, ids[2]);
    for (const QString &id : {ids[0], ids[1], nameless->id, u"nobody"_s}) {
        QVERIFY2(!reasonFor(*written, id).isEmpty(), qPrintable(id));
    }
    QVERIFY(reasonFor(*written, ids[0]).contains(u"handed off"_s));
    QCOMPARE(desk.drafts().size(), 2);
    QCOMPARE(desk.unsound(), QString());
}

void WriteTest::refusedOrders()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.sender());
    const QStringList ids = desk.people(1);
    QCOMPARE(write(desk, orderFor({})).error().kind, ErrorKind::rejectedInput);
    QCOMPARE(write(desk, orderFor(ids, u"love_letter"_s)).error().kind, ErrorKind::rejectedInput);
    WriteOrder order = orderFor(ids);
    order.writer = u"oracle"_s;
    QCOMPARE(write(desk, order).error().kind, ErrorKind::rejectedInput);
    order = orderFor({});
    order.runId = u"no such run"_s;
    QCOMPARE(write(desk, order).error().kind, ErrorKind::notFound);
    QVERIFY(desk.jobs().isEmpty());
    QVERIFY(desk.drafts().isEmpty());
}

void WriteTest::namedTwiceIsOneEmail()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.sender());
    const QStringList ids = desk.people(2);
    const auto written = write(desk, orderFor({ids[0], ids[1], ids[0]}));
    VERIFY_OK(written);
    QCOMPARE(written->draftIds.size(), 2);
    QCOMPARE(desk.drafts().size(), 2);
    QCOMPARE(desk.unsound(), QString());
}

void WriteTest::twoOrdersAtOnce()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.sender());
    const QStringList ids = desk.people(6);
    Together<WriteOutcome> both;
    both.launch(writeDrafts(desk.services.get(), orderFor(ids), {}));
    both.launch(writeDrafts(desk.services.get(), orderFor(ids), {}));
    QVERIFY(both.wait());
    VERIFY_OK(*both.results[0]);
    VERIFY_OK(*both.results[1]);
    QCOMPARE(desk.drafts().size(), 6);
    QSet<QString> bodies;
    for (const Draft &draft : desk.drafts()) {
        bodies << draft.body.section(u'\n', 1);
    }
    QCOMPARE(bodies.size(), 6);
    QCOMPARE(desk.unsound(), QString());
}

void WriteTest::theResumeIsMentionedWhenAttachedAndOnlyThen()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.sender());
    const QStringList ids = desk.people(4);
    WriteOrder order = orderFor(ids);
    order.attachResume = true;
    QCOMPARE(write(desk, order).error().kind, ErrorKind::rejectedInput); // there is none
    const auto resume = desk.resume();
    VERIFY_OK(resume);
    VERIFY_OK(desk.sender());
    const auto with = write(desk, order);
    VERIFY_OK(with);
    QCOMPARE(with->draftIds.size(), 4);
    for (const Draft &draft : desk.drafts()) {
        QCOMPARE(draft.resumeId, *resume);
        QVERIFY2(mentionsResume(draft), qPrintable(draft.body));
    }
    const auto without = write(desk, orderFor(ids));
    VERIFY_OK(without);
    QCOMPARE(without->draftIds.size(), 4);
    QCOMPARE(desk.drafts().size(), 4); // the same drafts, written anew
    for (const Draft &draft : desk.drafts()) {
        QVERIFY(draft.resumeId.isEmpty());
        QVERIFY2(!mentionsResume(draft), qPrintable(draft.body));
    }
}

void WriteTest::aHandEditedEmailIsKeptByABatch()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.sender());
    const QStringList ids = desk.people(2);
    const auto written = write(desk, orderFor(ids));
    VERIFY_OK(written);
    const QString own = u"Dear Ana,\n\nmy own words."_s;
    VERIFY_OK(edit(desk, written->draftIds[0], [&](Draft &draft) { draft.body = own; }));
    const QString contactId = desk.reader->draft(written->draftIds[0])->contactId;
    const auto batch = write(desk, orderFor(ids));
    VERIFY_OK(batch);
    QCOMPARE(batch->draftIds, QStringList({written->draftIds[1]}));
    QVERIFY(!reasonFor(*batch, contactId).isEmpty());
    QCOMPARE(desk.reader->draft(written->draftIds[0])->body, own);
    const auto alone = write(desk, orderFor({contactId})); // asked for by name it is written anew
    VERIFY_OK(alone);
    QVERIFY(desk.reader->draft(written->draftIds[0])->body != own);
    VERIFY_OK(desk.undo());
    QCOMPARE(desk.reader->draft(written->draftIds[0])->body, own);
}

void WriteTest::anEditMadeWhileItIsWrittenAgainStays()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.sender());
    const QStringList ids = desk.people(8);
    const auto written = write(desk, orderFor(ids));
    VERIFY_OK(written);
    const QString own = u"Dear you,\n\nmy own words."_s;
    const Draft before = *desk.reader->draft(written->draftIds[3]);
    Draft after = before;
    after.body = own;
    Together<WriteOutcome> writing;
    Together<Draft> editing;
    QObject::connect(desk.engine.get(), &jobs::JobEngine::progressed, desk.engine.get(),
                     [&](const jobs::JobProgress &) {
                         if (editing.results.empty()) {
                             editing.launch(editDraft(desk.services.get(), before, after));
                         }
                     });
    writing.launch(writeDrafts(desk.services.get(), orderFor(ids), {}));
    QVERIFY(writing.wait() && editing.wait());
    VERIFY_OK(*writing.results[0]);
    VERIFY_OK(*editing.results[0]);
    QCOMPARE(desk.reader->draft(before.id)->body, own);
    QVERIFY(!reasonFor(**writing.results[0], before.contactId).isEmpty());
    QCOMPARE((*writing.results[0])->draftIds.size(), 7);
}

void WriteTest::aContactDeletedWhileItIsWrittenTo()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.sender());
    const QStringList ids = desk.people(8);
    Together<WriteOutcome> writing;
    Together<store::Change> trashing;
    QObject::connect(desk.engine.get(), &jobs::JobEngine::progressed, desk.engine.get(),
                     [&](const jobs::JobProgress &) {
                         if (trashing.results.empty()) {
                             trashing.launch(trashRecords(desk.services.get(), Kind::contact, {ids[7]}));
                         }
                     });
    writing.launch(writeDrafts(desk.services.get(), orderFor(ids), {}));
    QVERIFY(writing.wait() && trashing.wait());
    VERIFY_OK(*writing.results[0]);
    VERIFY_OK(*trashing.results[0]);
    QCOMPARE((*writing.results[0])->draftIds.size(), 7);
    QVERIFY(!reasonFor(**writing.results[0], ids[7]).isEmpty());
    QVERIFY(desk.reader->drafts({ids[7], {}, {}})->isEmpty());
    QCOMPARE(desk.unsound(), QString());
}

void WriteTest::cancelledWritesNothing()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.sender());
    const QStringList ids = desk.people(10);
    std::stop_source stop;
    QObject::connect(desk.engine.get(), &jobs::JobEngine::progressed, desk.engine.get(),
                     [&](const jobs::JobProgress &) { stop.request_stop(); });
    const auto written = test::await(writeDrafts(desk.services.get(), orderFor(ids), stop.get_token()));
    QCOMPARE(written.error().kind, ErrorKind::cancelled);
    QVERIFY(desk.drafts().isEmpty());
    QCOMPARE(desk.jobs().constFirst().state, u"cancelled"_s);
    QCOMPARE(desk.unsound(), QString());
}

void WriteTest::oneOrderIsOneUndo()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.sender());
    const QStringList ids = desk.people(3);
    VERIFY_OK(write(desk, orderFor(ids)));
    VERIFY_OK(desk.undo());
    QVERIFY(desk.drafts().isEmpty());
    QCOMPARE(desk.contacts().size(), 3);
    VERIFY_OK(write(desk, orderFor(ids))); // what was undone does not stand in the way
    QCOMPARE(desk.drafts().size(), 3);
    QCOMPARE(desk.unsound(), QString());
}

void WriteTest::theGateHoldsWhatIsWrong_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("rule");
    QTest::newRow("a placeholder") << u"\n\n"_s << u"\n\n[Company] is great. "_s << u"placeholder"_s;
    QTest::newRow("a resume that is not attached")
            << u"\n\n"_s << u"\n\nMy resume is attached. "_s << u"resume"_s;
    QTest::newRow("somebody else's signature") << u"Zoë Müller"_s << u"Robin Sample"_s << u"signature"_s;
}

void WriteTest::theGateHoldsWhatIsWrong()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, rule);
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.sender());
    const auto written = write(desk, orderFor(desk.people(1)));
    VERIFY_OK(written);
    const auto edited = edit(desk, written->draftIds[0], [&](Draft &draft) {
        const qsizetype at = rule == "signature"_L1 ? draft.body.lastIndexOf(from) : draft.body.indexOf(from);
        draft.body.replace(at, from.size(), to);
    });
    VERIFY_OK(edited);
    const auto problems = gateOf(*desk.reader, desk.services->knowledge, *edited);
    VERIFY_OK(problems);
    QVERIFY(std::ranges::any_of(*problems, [&](const GateProblem &problem) { return problem.rule == rule; }));
    const QString folder = desk.ownFolder.filePath(u"out"_s);
    const auto held = test::await(exportDrafts(desk.services.get(), written->draftIds, folder));
    VERIFY_OK(held);
    QVERIFY(held->paths.isEmpty());
    QCOMPARE(held->held.size(), 1);
    QVERIFY(!held->held[0].reason.isEmpty());
    QCOMPARE(desk.drafts().constFirst().state, u"draft"_s);
    VERIFY_OK(edit(desk, written->draftIds[0],
                   [](Draft &draft) { draft.overrideReason = u"I know better"_s; }));
    const auto passed = test::await(exportDrafts(desk.services.get(), written->draftIds, folder));
    VERIFY_OK(passed);
    QCOMPARE(passed->paths.size(), 1);
}

void WriteTest::theSameEmailInAnotherRunIsHeld()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.sender());
    const QStringList ids = desk.people(2);
    const auto written = write(desk, orderFor(ids));
    VERIFY_OK(written);
    const Draft first = *desk.reader->draft(written->draftIds[0]);
    // As if each had been written in a run of its own, and one pasted over the other.
    const auto second = edit(desk, written->draftIds[1], [&](Draft &draft) {
        draft.runId = u"another run"_s;
        draft.body = first.body;
    });
    VERIFY_OK(second);
    const auto problems = gateOf(*desk.reader, desk.services->knowledge, *second);
    VERIFY_OK(problems);
    QVERIFY(std::ranges::any_of(*problems,
                                [](const GateProblem &problem) { return problem.rule == "identical"_L1; }));
}

void WriteTest::anOverrideEndsWithTheWordsItWasFor()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.sender());
    const auto written = write(desk, orderFor(desk.people(1)));
    VERIFY_OK(written);
    const QString id = written->draftIds[0];
    VERIFY_OK(edit(desk, id, [](Draft &draft) { draft.overrideReason = u"fine"_s; }));
    QCOMPARE(desk.reader->draft(id)->overrideReason, u"fine"_s);
    const auto edited = edit(desk, id, [](Draft &draft) { draft.body = u"Something else."_s; });
    VERIFY_OK(edited);
    QVERIFY(edited->overrideReason.isEmpty());
    QVERIFY(edited->claims.isEmpty()); // their words are gone
}
