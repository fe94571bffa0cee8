// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "tests.h"

#include "flows/contactflow.h"
#include "flows/handoffflow.h"
#include "flows/profileflow.h"
#include "flows/templateflow.h"
#include "flows/voiceflow.h"
#include "flows/writeflow.h"
#include "store/templatereader.h"
#include "write/templatewriter.h"

#include <algorithm>

using namespace crema;
using namespace crema::flows;
using namespace Qt::StringLiterals;

namespace {

const QString words =
        u"I am writing because you work at {{firm}}. I would like to hear how you found your way into this "
        "work, which of your choices mattered most along the way, and what you would do differently if you "
        "were to start again today.\n\nWould you be open to a call of 15 minutes in the next few weeks? "
        "Thank you for reading this."_s;

struct VoiceDesk : Desk
{
    QStringList contactIds;

    [[nodiscard]] Result<> prepare(int count)
    {
        const auto opened = open();
        const auto known = opened ? sender() : opened;
        contactIds = known ? people(count) : QStringList();
        return known;
    }
    [[nodiscard]] Result<OwnTemplate> save(const QString &body, const QString &name = u"Mine"_s,
                                           const QString &id = {})
    {
        OwnTemplate own;
        own.id = id;
        own.name = name;
        own.subject = u"Your work at {{firm}}"_s;
        own.body = body;
        const auto stored = store::ownTemplate(*reader, id);
        return test::await(saveTemplate(services.get(), stored.value_or(OwnTemplate {}), own));
    }
    [[nodiscard]] Result<WriteOutcome> write(const QStringList &ids, const QString &templateName = {},
                                             const QString &kind = u"first"_s)
    {
        WriteOrder order;
        order.contactIds = ids;
        order.templateName = templateName;
        order.kind = kind;
        return test::await(writeDrafts(services.get(), order, {}));
    }
    [[nodiscard]] Result<Draft> replace(const QString &id, const QString &from, const QString &to)
    {
        const Draft before = reader->draft(id).value_or(Draft {});
        Draft after = before;
        after.body.replace(from, to);
        return test::await(editDraft(services.get(), before, after));
    }
};

} // namespace

void VoiceTest::keepsTemplatesWithUndoAndTrash()
{
    VoiceDesk desk;
    VERIFY_OK(desk.prepare(1));
    const auto bad = desk.save(u"You work at {{frim}}."_s);
    QVERIFY(!bad && bad.error().kind == ErrorKind::rejectedInput);
    QVERIFY2(bad.error().text.contains(u"did you mean \"firm\"?"_s), qPrintable(bad.error().text));
    auto own = desk.save(words);
    VERIFY_OK(own);
    const auto twin = desk.save(words, u"mine"_s);
    QVERIFY(!twin && twin.error().kind == ErrorKind::conflict);
    VERIFY_OK(desk.save(words + u" Goodbye."_s, u"Mine"_s, own->id));
    QVERIFY(templateFor(*desk.reader, u"MINE"_s)->body.endsWith(u"Goodbye."_s));
    VERIFY_OK(desk.undo());
    QCOMPARE(store::ownTemplate(*desk.reader, own->id)->body, words);
    VERIFY_OK(desk.trash(Kind::mailTemplate, own->id));
    QVERIFY(store::ownTemplates(*desk.reader)->isEmpty());
    QVERIFY(!store::ownTemplate(*desk.reader, own->id));
    VERIFY_OK(desk.save(words)); // the name is free again
    QCOMPARE(desk.unsound(), QString());
}

void VoiceTest::keepsWhatWasChangedElsewhere()
{
    VoiceDesk desk;
    VERIFY_OK(desk.prepare(1));
    const auto opened = desk.save(words);
    VERIFY_OK(opened);
    const auto change = [&](const OwnTemplate &from, QString OwnTemplate::*field, const QString &value) {
        OwnTemplate own = from;
        own.*field = value;
        return test::await(saveTemplate(desk.services.get(), from, own));
    };
    VERIFY_OK(change(*opened, &OwnTemplate::subject, u"Elsewhere at {{firm}}"_s));
    const auto merged = change(*opened, &OwnTemplate::body, words + u" Goodbye."_s);
    VERIFY_OK(merged);
    QCOMPARE(merged->subject, u"Elsewhere at {{firm}}"_s);
    const auto lost = change(*opened, &OwnTemplate::subject, u"Mine at {{firm}}"_s);
    QVERIFY(!lost && lost.error().kind == ErrorKind::conflict);
    QCOMPARE(store::ownTemplate(*desk.reader, opened->id)->subject, u"Elsewhere at {{firm}}"_s);
    // To be written to, only a whole name or id names a template.
    QVERIFY(templateFor(*desk.reader, opened->id.first(8)));
    QVERIFY(!templateFor(*desk.reader, opened->id.first(1)));
    QVERIFY(!templateNamed(*desk.reader, opened->id.first(8)).value());
    QVERIFY(templateNamed(*desk.reader, opened->id).value());
    // A preview is not accused of repeating the draft it would replace.
    const auto written = desk.write(desk.contactIds, u"Mine"_s);
    VERIFY_OK(written);
    const auto writer = write::TemplateWriter::create();
    const auto shown = previewOf(*desk.reader, *writer, *merged, desk.contactIds[0],
                                 u"2026-03-02T09:00:00.000Z"_s);
    VERIFY_OK(shown);
    const auto problems = gateOf(*desk.reader, desk.services->knowledge, *shown);
    QVERIFY2(problems && problems->isEmpty(), problems ? qPrintable(problems->value(0).text) : "");
}

void VoiceTest::writesFromATemplate()
{
    VoiceDesk desk;
    VERIFY_OK(desk.prepare(3));
    VERIFY_OK(desk.save(words));
    const auto outcome = desk.write(desk.contactIds, u"mine"_s);
    VERIFY_OK(outcome);
    QCOMPARE(outcome->draftIds.size(), 3);
    for (const Draft &draft : desk.drafts()) {
        QCOMPARE(draft.writer, u"own:Mine"_s);
        const auto problems = gateOf(*desk.reader, desk.services->knowledge, draft);
        VERIFY_OK(problems);
        QVERIFY2(problems->isEmpty(),
                 qPrintable(problems->value(0).text + u": "_s
                            + draft.body.mid(problems->value(0).start, problems->value(0).length)));
    }
    const auto wrongKind = desk.write(desk.contactIds, u"Mine"_s, u"follow_up"_s);
    QVERIFY(!wrongKind && wrongKind.error().kind == ErrorKind::rejectedInput);
    const auto unknown = desk.write(desk.contactIds, u"Yours"_s);
    QVERIFY(!unknown && unknown.error().text.contains(u"Mine"_s));
    VERIFY_OK(desk.save(words + u" You were at {{schoolYear}}."_s, u"Year"_s));
    const auto missing = desk.write({desk.contactIds[0]}, u"Year"_s);
    VERIFY_OK(missing);
    QCOMPARE(missing->unwritten.size(), 1);
    QVERIFY2(missing->unwritten[0].reason.contains(u"no year of graduation on record"_s),
             qPrintable(missing->unwritten[0].reason));
    QVERIFY(desk.write({desk.contactIds[0]}, u"role"_s)); // one that comes along
}

void VoiceTest::learnsFromWhatLeaves()
{
    VoiceDesk desk;
    VERIFY_OK(desk.prepare(4));
    const auto outcome = desk.write(desk.contactIds);
    VERIFY_OK(outcome);
    const QStringList ids = outcome->draftIds;
    for (int i = 0; i < 2; ++i) {
        VERIFY_OK(desk.replace(ids[i], u"Best regards,"_s, u"Cheers,"_s));
    }
    VERIFY_OK(test::await(markHandedOff(desk.services.get(), {ids[0], ids[2]})));
    QVERIFY(activeVoiceRules(*desk.reader)->isEmpty());
    QCOMPARE(listedVoiceRules(*desk.reader)->size(), 1);
    VERIFY_OK(test::await(exportDrafts(desk.services.get(), {ids[1]}, desk.ownFolder.filePath(u"out"_s))));
    QCOMPARE(*activeVoiceRules(*desk.reader),
             QStringList {u"You sign off with “Cheers” instead of “Best regards”."_s});
    // The next email follows it, and so teaches nothing new.
    const auto next = desk.write({desk.contactIds[3]});
    VERIFY_OK(next);
    const auto draft = desk.reader->draft(next->draftIds[0]);
    VERIFY_OK(draft);
    QVERIFY2(draft->body.contains(u"\n\nCheers,\n"_s), qPrintable(draft->body));
    const VoiceRule rule = listedVoiceRules(*desk.reader)->constFirst();
    VoiceRuleEdit pin;
    pin.pinned = true;
    VERIFY_OK(test::await(editVoiceRule(desk.services.get(), rule.id, pin)));
    VoiceRuleEdit wording;
    wording.words = u"Sign off with Cheers"_s;
    const auto reworded = test::await(editVoiceRule(desk.services.get(), rule.id, wording));
    VERIFY_OK(reworded);
    QVERIFY(reworded->pinned); // not what the rule was when it was first looked at
    QCOMPARE(reworded->drafts, rule.drafts);
    VoiceRuleEdit gone;
    gone.deleted = true;
    VERIFY_OK(test::await(editVoiceRule(desk.services.get(), rule.id, gone)));
    const auto late = test::await(editVoiceRule(desk.services.get(), rule.id, wording));
    QVERIFY(!late && late.error().kind == ErrorKind::notFound);
    QVERIFY(listedVoiceRules(*desk.reader)->isEmpty());
    QVERIFY(learnedVoice(*desk.reader)->signOff.isEmpty());
    QCOMPARE(desk.unsound(), QString());
}

void VoiceTest::setsTheStyleWithTheProfile()
{
    VoiceDesk desk;
    VERIFY_OK(desk.prepare(1));
    const auto set = test::await(setProfile(desk.services.get(),
                                            {{u"tone"_s, u"formal"_s},
                                             {u"length"_s, u"brief"_s},
                                             {u"signOff"_s, u"Yours,"_s},
                                             {u"withholdSchool"_s, u"yes"_s}}));
    VERIFY_OK(set);
    QCOMPARE(set->writing.tone, Tone::formal);
    QCOMPARE(set->writing.length, MailLength::brief);
    QVERIFY(set->writing.withholdSchool);
    const auto wrong = test::await(setProfile(desk.services.get(), {{u"tone"_s, u"loud"_s}}));
    QVERIFY(!wrong && wrong.error().text.contains(u"neutral, warm, formal"_s));
    const auto outcome = desk.write(desk.contactIds);
    VERIFY_OK(outcome);
    const Draft draft = desk.drafts().constFirst();
    QVERIFY2(draft.body.startsWith(u"Dear "_s) && draft.body.contains(u"\n\nYours,\n"_s),
             qPrintable(draft.body));
}
