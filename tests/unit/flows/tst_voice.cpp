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
        return test::await(saveTemplate(services.get(), own));
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
        QVERIFY2(problems->isEmpty(), qPrintable(problems->value(0).text));
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
    VoiceRule rule = listedVoiceRules(*desk.reader)->constFirst();
    rule.deleted = true;
    VERIFY_OK(test::await(keepVoiceRule(desk.services.get(), rule)));
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
