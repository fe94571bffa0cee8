// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "tests.h"

#include "flows/draftreview.h"
#include "flows/draftsbeside.h"
#include "flows/draftversions.h"
#include "flows/writeflow.h"
#include "write/voicerules.h"

#include <QSet>

using namespace crema;
using namespace crema::flows;
using namespace Qt::StringLiterals;

namespace {

/// A desk with a draft to one person; its id, empty when that failed.
QString draftOn(Desk &desk)
{
    if (!desk.open() || !desk.sender()) {
        return {};
    }
    WriteOrder order;
    order.contactIds = desk.people(1);
    const auto outcome = test::await(writeDrafts(desk.services.get(), order, {}));
    return outcome && outcome->draftIds.size() == 1 ? outcome->draftIds[0] : QString();
}

Result<Draft> setBody(const Desk &desk, const QString &id, const QString &body)
{
    const auto before = desk.reader->draft(id);
    if (!before) {
        return before;
    }
    Draft after = *before;
    after.body = body;
    return test::await(editDraft(desk.services.get(), *before, after));
}

QStringList bodiesOf(const Desk &desk, const QString &id)
{
    QStringList bodies;
    for (const DraftVersion &version : draftVersions(*desk.reader, id).value_or(QVector<DraftVersion> {})) {
        bodies << version.draft.body;
    }
    return bodies;
}

} // namespace

void DraftVersionsTest::everyTextIsAVersion()
{
    Desk desk;
    const QString id = draftOn(desk);
    QVERIFY(!id.isEmpty());
    const QString written = desk.reader->draft(id)->body;
    VERIFY_OK(setBody(desk, id, u"By hand"_s));
    VERIFY_OK(test::await(editDraft(desk.services.get(), *desk.reader->draft(id), [&] {
        Draft draft = *desk.reader->draft(id);
        draft.overrideReason = u"meant"_s; // no text
        return draft;
    }())));
    VERIFY_OK(setBody(desk, id, u"By hand, again"_s));
    VERIFY_OK(desk.undo());
    QCOMPARE(bodiesOf(desk, id), (QStringList {written, u"By hand"_s, u"By hand, again"_s, u"By hand"_s}));
    const auto versions = *draftVersions(*desk.reader, id);
    QCOMPARE(versions[0].number, 1);
    QVERIFY(versions[0].draft.writer.startsWith(u"template:"_s));
    QVERIFY(!versions[0].draft.claims.isEmpty());
    QVERIFY(!versions[0].at.isEmpty());
    QCOMPARE(versions[1].draft.writer, u"hand"_s);
    QCOMPARE(draftVersions(*desk.reader, u"nobody"_s).error().kind, ErrorKind::notFound);
}

void DraftVersionsTest::typingStepsAreOneVersion()
{
    const auto version = [](int number, int second, const QString &body) {
        DraftVersion made;
        made.number = number;
        made.at = u"2026-03-02T09:%1:%2.000Z"_s.arg(second / 60, 2, 10, QChar(u'0'))
                          .arg(second % 60, 2, 10, QChar(u'0'));
        made.draft.body = body;
        made.draft.writer = number == 1 ? u"template:x"_s : u"hand"_s;
        return made;
    };
    const QVector<DraftVersion> all {version(1, 0, u"written text"_s),
                                     version(2, 10, u"written text and"_s),
                                     version(3, 12, u"written text and mo"_s),
                                     version(4, 14, u"written text and more"_s),
                                     version(5, 16, u""_s), // wiped: what was there must stay to be had
                                     version(6, 18, u"new"_s),
                                     version(7, 400, u"new after a while"_s)};
    QVector<int> numbers;
    for (const DraftVersion &kept : withoutTypingSteps(all)) {
        numbers << kept.number;
    }
    QCOMPARE(numbers, (QVector<int> {1, 4, 6, 7}));
    QVERIFY(withoutTypingSteps({}).isEmpty());
}

void DraftVersionsTest::restores()
{
    Desk desk;
    const QString id = draftOn(desk);
    QVERIFY(!id.isEmpty());
    const Draft written = *desk.reader->draft(id);
    VERIFY_OK(setBody(desk, id, u"By hand"_s));
    QCOMPARE(test::await(restoreDraftVersion(desk.services.get(), id, 2)).error().kind, ErrorKind::notFound);
    QCOMPARE(test::await(restoreDraftVersion(desk.services.get(), id, 3)).error().kind, ErrorKind::notFound);
    const auto restored = test::await(restoreDraftVersion(desk.services.get(), id, 1));
    VERIFY_OK(restored);
    QCOMPARE(restored->body, written.body);
    QCOMPARE(restored->writer, written.writer);
    QVERIFY(restored->claims == written.claims);
    QCOMPARE(bodiesOf(desk, id).size(), 3); // what was typed is not lost by it
    VERIFY_OK(desk.undo());
    QCOMPARE(desk.reader->draft(id)->body, u"By hand"_s);
    QCOMPARE(desk.unsound(), QString());
}

// What the user changed is seen against the text it was made of, not against the one that was replaced.
void DraftVersionsTest::restoresWhatWasSuggested()
{
    Desk desk;
    const QString id = draftOn(desk);
    QVERIFY(!id.isEmpty());
    const Draft first = *desk.reader->draft(id);
    VERIFY_OK(setBody(desk, id, first.body + u" By hand."_s));
    WriteOrder order;
    order.contactIds = {first.contactId};
    order.another = true;
    VERIFY_OK(test::await(writeDrafts(desk.services.get(), order, {})));
    QVERIFY(write::suggestionOf(*desk.reader->draft(id))->body != first.body);
    VERIFY_OK(test::await(restoreDraftVersion(desk.services.get(), id, 2)));
    const Draft byHand = *desk.reader->draft(id);
    QCOMPARE(byHand.writer, u"hand"_s);
    QCOMPARE(write::suggestionOf(byHand)->body, first.body);
    VERIFY_OK(test::await(restoreDraftVersion(desk.services.get(), id, 1)));
    QCOMPARE(write::suggestionOf(*desk.reader->draft(id))->body, first.body);
}

void DraftVersionsTest::anotherWordingKeepsTheRest()
{
    Desk desk;
    const QString id = draftOn(desk);
    QVERIFY(!id.isEmpty());
    const Draft written = *desk.reader->draft(id);
    WriteOrder order;
    order.contactIds = {written.contactId};
    order.another = true;
    QSet<QString> seen {written.body};
    for (int i = 0; i < 3; ++i) {
        const auto outcome = test::await(writeDrafts(desk.services.get(), order, {}));
        VERIFY_OK(outcome);
        QCOMPARE(outcome->draftIds, QStringList {id});
        const Draft now = *desk.reader->draft(id);
        QVERIFY(!seen.contains(now.body));
        seen.insert(now.body);
        QCOMPARE(now.createdAt, written.createdAt);
        QCOMPARE(now.runId, written.runId);
        const auto problems = gateOf(*desk.reader, desk.services->knowledge, now);
        QVERIFY(problems && problems->isEmpty());
    }
    QCOMPARE(bodiesOf(desk, id).size(), 4);
}

void DraftVersionsTest::acceptedUntilTheTextChanges()
{
    Desk desk;
    const QString id = draftOn(desk);
    QVERIFY(!id.isEmpty());
    QVERIFY(!isReviewed(*desk.reader->draft(id)));
    VERIFY_OK(test::await(reviewDrafts(desk.services.get(), {id}, true)));
    QVERIFY(isReviewed(*desk.reader->draft(id)));
    const auto row = store::draftRow(*desk.reader, id);
    VERIFY_OK(row);
    QCOMPARE(row->acceptedText, textMark(row->subject, row->body));
    VERIFY_OK(setBody(desk, id, u"By hand"_s));
    QVERIFY(!isReviewed(*desk.reader->draft(id)));
    VERIFY_OK(desk.undo());
    QVERIFY(isReviewed(*desk.reader->draft(id))); // the text that was read
    VERIFY_OK(test::await(reviewDrafts(desk.services.get(), {id}, false)));
    QVERIFY(!isReviewed(*desk.reader->draft(id)));
    QVERIFY(!desk.reader->draft(id)->extra.contains(reviewedField));
}

void DraftVersionsTest::besideFollowsTheDrafts()
{
    Desk desk;
    VERIFY_OK(desk.open());
    VERIFY_OK(desk.sender());
    WriteOrder order;
    order.contactIds = desk.people(3);
    VERIFY_OK(test::await(writeDrafts(desk.services.get(), order, {})));
    const QVector<Draft> drafts = desk.drafts();
    QCOMPARE(drafts.size(), 3);
    auto beside = DraftsBeside::read(*desk.reader);
    VERIFY_OK(beside);
    QCOMPARE(beside->count(), 3);
    const auto rules = [&](const Draft &draft) {
        QStringList names;
        const auto problems = beside->problemsOf(*desk.reader, desk.services->knowledge, draft);
        for (const GateProblem &problem : problems.value_or(QVector<GateProblem> {})) {
            names << problem.rule;
        }
        return names;
    };
    Draft copy = drafts[0];
    copy.body = drafts[1].body;
    QVERIFY(rules(copy).contains(u"identical"_s));
    QVERIFY(!rules(drafts[0]).contains(u"identical"_s)); // not with itself
    beside->remove(drafts[1].id);
    QVERIFY(!rules(copy).contains(u"identical"_s));
    VERIFY_OK(setBody(desk, drafts[2].id, copy.body));
    beside->put(*store::draftRow(*desk.reader, drafts[2].id));
    QVERIFY(rules(copy).contains(u"identical"_s));
    QCOMPARE(rules(copy).size(),
             rules(copy).count(u"identical"_s) + rules(copy).count(u"greeting"_s)
                     + rules(copy).count(u"unsourced"_s) + rules(copy).count(u"opener"_s));
}
