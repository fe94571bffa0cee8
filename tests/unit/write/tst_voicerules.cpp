// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "write/envelope.h"
#include "write/voicerules.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::write;

namespace {

const QString signature = u"Ben Carter\nben@example.com"_s;

Draft mail(const QString &text, const QString &greeting = u"Hi Zoë,"_s,
           const QString &signOff = u"Best regards,"_s)
{
    Draft draft;
    draft.id = u"d1"_s;
    draft.subject = u"A question"_s;
    draft.body = greeting + u"\n\n"_s + text + u"\n\n"_s + signOff + u'\n' + signature;
    Source source;
    source.quote = u"Canva"_s;
    draft.claims << Claim {u"you work at Canva"_s, {source}};
    return draft;
}

const QString text =
        u"I am writing because you work at Canva. I would like to hear how you came to that work. "
        "Would you have 15 minutes for a call? Thank you for your time."_s;

QStringList textsOf(const QVector<VoiceRule> &rules)
{
    QStringList texts;
    for (const VoiceRule &rule : rules) {
        texts << ruleText(rule);
    }
    return texts;
}

} // namespace

void VoiceRulesTest::findsHabits_data()
{
    QTest::addColumn<Draft>("sent");
    QTest::addColumn<QStringList>("rules");
    const auto with = [](const QString &from, const QString &to) {
        return mail(QString(text).replace(from, to));
    };
    QTest::newRow("nothing") << mail(text) << QStringList();
    QTest::newRow("another sign-off")
            << mail(text, u"Hi Zoë,"_s, u"Best,"_s)
            << QStringList {u"You sign off with “Best” instead of “Best regards”."_s};
    QTest::newRow("another greeting")
            << mail(text, u"Hello Zoë,"_s) << QStringList {u"You greet with “Hello” instead of “Hi”."_s};
    QTest::newRow("another way to say it") << with(u"I would like to hear"_s, u"I want to hear"_s)
                                           << QStringList {u"You replace “would like” by “want”."_s};
    QTest::newRow("a phrase with a contraction")
            << with(u"I would like to hear"_s, u"I'd love to hear"_s)
            << QStringList {u"You use contractions, as in “I'm” and “don't”."_s,
                            u"You replace “I would like” by “I'd love”."_s};
    QTest::newRow("only contracted") << with(u"I am writing"_s, u"I'm writing"_s)
                                     << QStringList {u"You use contractions, as in “I'm” and “don't”."_s};
    QTest::newRow("a sentence dropped")
            << with(u" Thank you for your time."_s, QString())
            << QStringList {u"You shorten: about 16 % fewer words."_s,
                            u"You drop the sentence “Thank you for your time.”"_s};
}

void VoiceRulesTest::findsHabits()
{
    QFETCH(Draft, sent);
    QFETCH(QStringList, rules);
    QCOMPARE(textsOf(habitsIn(mail(text), sent, signature)), rules);
}

void VoiceRulesTest::learnsNothingAboutPeople_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::newRow("a claim taken out") << u"I am writing because you work at Canva. "_s << QString();
    QTest::newRow("a number") << u"15 minutes"_s << u"20 minutes"_s;
    QTest::newRow("a name put in") << u"how you came"_s << u"how Anna came"_s;
}

void VoiceRulesTest::learnsNothingAboutPeople()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    for (const VoiceRule &rule : habitsIn(mail(text), mail(QString(text).replace(from, to)), signature)) {
        QVERIFY2(rule.kind != "drop"_L1 && rule.kind != "replace"_L1, qPrintable(ruleText(rule)));
    }
}

void VoiceRulesTest::holdsWhenSeenTwice()
{
    const auto habits = habitsIn(mail(text), mail(text, u"Hi Zoë,"_s, u"Best,"_s), signature);
    QVector<VoiceRule> known = learned({}, habits, u"d1"_s, u"2026-03-01T00:00:00.000Z"_s);
    QCOMPARE(known.size(), 1);
    QVERIFY(!isActive(known[0]));
    QVERIFY(activeTexts(known).isEmpty());
    QVERIFY(learned(known, habits, u"d1"_s, u"2026-03-02T00:00:00.000Z"_s).isEmpty()); // the same email again
    known = learned(known, habits, u"d2"_s, u"2026-03-03T00:00:00.000Z"_s);
    QVERIFY(isActive(known[0]));
    QCOMPARE(known[0], voiceRuleFrom(toJson(known[0])));
    QCOMPARE(activeTexts(known), QStringList {u"You sign off with “Best” instead of “Best regards”."_s});
    VoiceRule pinned = habits[0];
    pinned.pinned = true;
    QVERIFY(isActive(pinned));
}

void VoiceRulesTest::staysDeleted()
{
    const auto habits = habitsIn(mail(text), mail(text, u"Hi Zoë,"_s, u"Best,"_s), signature);
    VoiceRule rule = habits[0];
    rule.deleted = true;
    QVERIFY(learned({rule}, habits, u"d2"_s, {}).isEmpty());
    rule.drafts = {u"a"_s, u"b"_s};
    rule.pinned = true;
    QVERIFY(!isActive(rule));
}

void VoiceRulesTest::tellsWhatCanBeFollowedToTheLetter()
{
    const auto rule = [](const QString &kind, const QString &from, const QString &to) {
        VoiceRule made;
        made.id = kind + from + to;
        made.kind = kind;
        made.from = from;
        made.to = to;
        made.drafts = {u"a"_s, u"b"_s};
        return made;
    };
    QVector<VoiceRule> rules {rule(u"sign_off"_s, u"Best regards"_s, u"Cheers"_s),
                              rule(u"sign_off"_s, u"Best regards"_s, u"Best"_s),
                              rule(u"drop"_s, u"Thank you for your time."_s, {}),
                              rule(u"replace"_s, u"would like"_s, u"want"_s)};
    QCOMPARE(learnedVoice(rules), (LearnedVoice {u"Cheers"_s, {}, {u"Thank you for your time."_s}}));
    rules[1].pinned = true;
    QCOMPARE(learnedVoice(rules).signOff, u"Best"_s);
    rules[1].words = u"Never sign off formally"_s;
    QCOMPARE(learnedVoice(rules).signOff, u"Cheers"_s);
    QCOMPARE(activeTexts(rules)[1], u"Never sign off formally"_s);
    rules = {rule(u"greeting"_s, u"Hi"_s, u"Hey"_s), rule(u"greeting"_s, u"Hi"_s, u"Hello"_s),
             rule(u"greeting"_s, u"Dear"_s, u"Hello"_s)};
    WriteRequest request;
    request.voice = learnedVoice(rules);
    QCOMPARE(request.voice.greetings.value(u"Hi"_s), u"Hey"_s);
    const Variables names {{u"name"_s, {u"Zoë"_s, {}}}, {u"fullName"_s, {u"Zoë Müller"_s, {}}}};
    QCOMPARE(greetingFor(request, names), u"Hey Zoë,"_s);
    rules[1].pinned = true;
    request.voice = learnedVoice(rules);
    QCOMPARE(greetingFor(request, names), u"Hello Zoë,"_s);
    request.profile.writing.tone = Tone::formal;
    QCOMPARE(greetingFor(request, names), u"Hello Zoë Müller,"_s);
}
