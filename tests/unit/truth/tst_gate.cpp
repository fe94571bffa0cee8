// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "truth/facts.h"
#include "truth/gate.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::truth;

namespace {

const QString goodText = u"I am writing because you are a Product Manager at Spotify. I would like to hear "
                         u"what an ordinary week looks like "
                         "for you, and what you wish you had known at the start.\n\nI study Economics at the "
                         "University of Michigan.\n\n"
                         "Would you be open to a call of 15 to 20 minutes in the next few weeks? If not, "
                         "there is no need to answer. Thank "
                         "you for reading this."_s;

QString bodyWith(const QString &text, const QString &greeting = u"Hi Zoë,"_s)
{
    return greeting + u"\n\n"_s + text + u"\n\nBest regards,\nBen Carter\n+1 312 555 0100"_s;
}

GateInput inputWith(const QString &body, const QString &subject = u"Question about your work at Spotify"_s)
{
    GateInput input;
    input.contact = zoe();
    input.profile = ben();
    input.draft.kind = u"first"_s;
    input.draft.subject = subject;
    input.draft.body = body;
    Claim job;
    job.text = u"you are a Product Manager at Spotify"_s;
    job.sources = {positionSource(input.contact, 0, u"title"_s, u"Product Manager"_s),
                   positionSource(input.contact, 0, u"company"_s, u"Spotify"_s)};
    Claim study;
    study.text = u"I study Economics at the University of Michigan"_s;
    study.sources = {profileSource(input.profile, u"major"_s), profileSource(input.profile, u"university"_s)};
    input.draft.claims = {job, study};
    return input;
}

QStringList rulesOf(const QVector<GateProblem> &problems)
{
    QStringList rules;
    for (const GateProblem &problem : problems) {
        if (!rules.contains(problem.rule)) {
            rules << problem.rule;
        }
    }
    return rules;
}

QString added(const QString &sentence)
{
    return bodyWith(goodText + u' ' + sentence);
}

} // namespace

void GateTest::passesAGoodEmail()
{
    const auto problems = checkDraft(inputWith(bodyWith(goodText)));
    QVERIFY2(problems.isEmpty(), qPrintable(rulesOf(problems).join(u' ')));
}

void GateTest::findsFaults_data()
{
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("words"); // what it points at; empty for the whole
    const QString s = u"Question about your work at Spotify"_s;
    QTest::newRow("short subject") << u"Hello there"_s << bodyWith(goodText) << u"subject_length"_s
                                   << u"Hello there"_s;
    QTest::newRow("empty subject") << QString() << bodyWith(goodText) << u"subject_length"_s << QString();
    QTest::newRow("no greeting") << s << bodyWith(goodText, {}) << u"greeting"_s << QString();
    QTest::newRow("greeting in the text")
            << s << bodyWith(goodText, u"Hi Zoë, I hope all is well with you."_s) << u"greeting"_s
            << QString();
    QTest::newRow("somebody else's name")
            << s << bodyWith(goodText, u"Hi Anna,"_s) << u"greeting"_s << u"Hi Anna,"_s;
    QTest::newRow("accents lost") << s << bodyWith(goodText, u"Hi Zoe,"_s) << u"encoding"_s << u"Zoe"_s;
    QTest::newRow("a second question")
            << s << added(u"Is that possible?"_s) << u"one_ask"_s << u"Is that possible?"_s;
    QTest::newRow("a second request") << s << added(u"Please send me the names of your colleagues."_s)
                                      << u"one_ask"_s << u"Please send me the names of your colleagues."_s;
    QTest::newRow("no ask") << s
                            << bodyWith(QString(goodText)
                                                .replace(u"Would you be open to"_s, u"There is"_s)
                                                .replace(u'?', u'.'))
                            << u"one_ask"_s << QString();
    QTest::newRow("a variable") << s << added(u"I like {{firm}} so much."_s) << u"placeholder"_s
                                << u"{{firm}}"_s;
    QTest::newRow("a bracketed blank")
            << s << added(u"I like [Company Name] so much."_s) << u"placeholder"_s << u"[Company Name]"_s;
    QTest::newRow("an angled blank") << s << added(u"I like <first name> so much."_s) << u"placeholder"_s
                                     << u"<first name>"_s;
    QTest::newRow("crosses") << s << added(u"I like XXX so much."_s) << u"placeholder"_s << u"XXX"_s;
    QTest::newRow("a to-do") << s << added(u"I like this TODO so much."_s) << u"placeholder"_s << u"TODO"_s;
    QTest::newRow("a missing value") << s << added(u"You come from Not available."_s) << u"placeholder"_s
                                     << u"Not available"_s;
    QTest::newRow("a null") << s << added(u"That is null for now."_s) << u"placeholder"_s << u"null"_s;
    QTest::newRow("a gap") << s << added(u"I like it , really."_s) << u"placeholder"_s << u" ,"_s;
    QTest::newRow("a blank in the subject") << u"Question about [Company] and you"_s << bodyWith(goodText)
                                            << u"placeholder"_s << u"[Company]"_s;
    QTest::newRow("an unnamed source")
            << s << added(u"That is like the work at Netflix."_s) << u"unsourced"_s << u"Netflix"_s;
    QTest::newRow("a sentence that begins with a name")
            << s << added(u"Goldman Sachs is hiring."_s) << u"unsourced"_s << u"Goldman"_s;
    QTest::newRow("a known firm without a claim")
            << s << added(u"Spotify is hiring."_s) << u"unsourced"_s << u"Spotify"_s;
    QTest::newRow("an invented year")
            << s << added(u"Much has changed since 2019."_s) << u"unsourced"_s << u"2019"_s;
    QTest::newRow("a number of years") << s << added(u"That takes 12 years."_s) << u"unsourced"_s << u"12"_s;
    QTest::newRow("admiration") << s << added(u"I have been following your career closely."_s)
                                << u"unsourced"_s << u"I have been following your"_s;
    QTest::newRow("reading not done")
            << s << added(u"I found your article helpful."_s) << u"unsourced"_s << u"your article"_s;
    QTest::newRow("a fact about the recipient")
            << s << added(u"As always you work in a small team."_s) << u"unsourced"_s << u"you work"_s;
    QTest::newRow("a fact about the sender")
            << s << added(u"By the way, I worked in a bakery."_s) << u"unsourced"_s << u"I worked"_s;
    QTest::newRow("a shared past") << s << added(u"It seems we both like music."_s) << u"unsourced"_s
                                   << u"we both"_s;
    QTest::newRow("an invented subject")
            << u"Your years at Netflix"_s << bodyWith(goodText) << u"unsourced"_s << u"Netflix"_s;
    QTest::newRow("a resume that is not there")
            << s << added(u"My resume tells more."_s) << u"resume"_s << u"resume"_s;
    QTest::newRow("with accents") << s << added(u"My résumé tells more."_s) << u"resume"_s << u"résumé"_s;
    QTest::newRow("an attachment that is not there")
            << s << added(u"More is in the attached file."_s) << u"resume"_s << u"attached"_s;
    QTest::newRow("a CV in the subject")
            << u"My CV for your team"_s << bodyWith(goodText) << u"resume"_s << u"CV"_s;
    QTest::newRow("a resume in German")
            << s << added(u"Der Lebenslauf liegt bei."_s) << u"resume"_s << u"Lebenslauf"_s;
    QTest::newRow("no signature") << s << u"Hi Zoë,\n\n"_s + goodText << u"signature"_s << QString();
    QTest::newRow("somebody else's signature")
            << s << u"Hi Zoë,\n\n"_s + goodText + u"\n\nBest,\nNick"_s << u"signature"_s << QString();
    QTest::newRow("misread bytes") << s << added(u"That is cafÃ© talk."_s) << u"encoding"_s << u"Ã©"_s;
    QTest::newRow("lost characters") << s << added(u"That is caf\uFFFD talk."_s) << u"encoding"_s
                                     << u"\uFFFD"_s;
    QTest::newRow("half a character") << s << added(u"That is "_s + QChar(0xD83D) + u" talk."_s)
                                      << u"encoding"_s << QString(QChar(0xD83D));
    QTest::newRow("an entity") << s << added(u"That is R&amp;D talk."_s) << u"encoding"_s << u"&amp;"_s;
}

void GateTest::findsFaults()
{
    QFETCH(QString, subject);
    QFETCH(QString, body);
    QFETCH(QString, rule);
    QFETCH(QString, words);
    const auto problems = checkDraft(inputWith(body, subject));
    bool found = false;
    QStringList seen;
    for (const GateProblem &problem : problems) {
        const QString &in = problem.inSubject ? subject : body;
        const QString at = in.mid(problem.start, problem.length);
        seen << problem.rule + u" <"_s + at + u'>';
        found = found || (problem.rule == rule && at == words && !problem.text.isEmpty());
    }
    QVERIFY2(found, qPrintable(seen.join(u", "_s)));
}

void GateTest::acceptsInnocentWords_data()
{
    QTest::addColumn<QString>("sentence");
    QTest::newRow("a weekday and a time")
            << u"Tuesday at 10:30 or Friday after 3pm both work, on Zoom or Teams."_s;
    QTest::newRow("a date") << u"From 12 May on I am free."_s;
    QTest::newRow("resume as a verb") << u"After that I will resume the search."_s;
    QTest::newRow("attached to a place") << u"People there are attached to their work."_s;
    QTest::newRow("not available in a sentence") << u"I am not available on Monday."_s;
    QTest::newRow("none and unknown") << u"None of this is urgent, and much is still unknown."_s;
    QTest::newRow("a condition") << u"If you are too busy, I understand."_s;
    QTest::newRow("an indirect question")
            << u"What interests me most is how you came to it and what you would change."_s;
    QTest::newRow("the recipient's name") << u"Thank you again, Zoë."_s;
    QTest::newRow("the sender's name") << u"My name is Ben."_s;
    QTest::newRow("an emoji") << u"It would make my week 🙂."_s;
    QTest::newRow("a quote and brackets")
            << u"It is (I think) what people call \"craft\" and nothing else."_s;
    QTest::newRow("a sentence that starts with an ordinary word")
            << u"Networking does not come easily to everybody."_s;
}

void GateTest::acceptsInnocentWords()
{
    QFETCH(QString, sentence);
    const auto problems = checkDraft(inputWith(added(sentence)));
    QString text;
    for (const GateProblem &problem : problems) {
        text += problem.rule + u": "_s + problem.text + u'\n';
    }
    QVERIFY2(problems.isEmpty(), qPrintable(text));
}

void GateTest::holdsTheBoundsExactly()
{
    const auto problemsAt = [](int words) {
        const QString filler = u"word "_s.repeated(words - 6);
        return rulesOf(checkDraft(inputWith(bodyWith(filler + u"and could we talk about this?"_s))));
    };
    QCOMPARE(problemsAt(49), QStringList {u"length"_s});
    QCOMPARE(problemsAt(50), QStringList {});
    QCOMPARE(problemsAt(140), QStringList {});
    QCOMPARE(problemsAt(141), QStringList {u"length"_s});
    const auto subjectWith = [](int words) {
        return rulesOf(checkDraft(inputWith(bodyWith(goodText), u"word "_s.repeated(words).trimmed())));
    };
    QCOMPARE(subjectWith(2), QStringList {u"subject_length"_s});
    QCOMPARE(subjectWith(3), QStringList {});
    QCOMPARE(subjectWith(9), QStringList {});
    QCOMPARE(subjectWith(10), QStringList {u"subject_length"_s});
}

void GateTest::leavesRealLettersAlone()
{
    for (const QString &text :
         {u"The sign says NÃO PARE."_s, u"In ESPAÑA and Århus, ÂGE and Øre."_s, u"Ðóra Ñandú “quoted”"_s}) {
        QVERIFY2(!rulesOf(checkDraft(inputWith(added(text)))).contains(u"encoding"_s), qPrintable(text));
    }
}

void GateTest::pointsAtTheWords()
{
    const QString body = added(u"They know Netflix 🙂 and Hulu there."_s);
    const auto problems = checkDraft(inputWith(body));
    QCOMPARE(problems.size(), 2);
    QCOMPARE(body.mid(problems[0].start, problems[0].length), u"Netflix"_s);
    QCOMPARE(body.mid(problems[1].start, problems[1].length), u"Hulu"_s);
}

void GateTest::checksClaimsAgainstTheirSources()
{
    GateInput input = inputWith(bodyWith(QString(goodText).replace(u"Spotify"_s, u"Netflix"_s)),
                                u"A question about your work"_s);
    input.draft.claims[0].text.replace(u"Spotify"_s, u"Netflix"_s);
    const auto problems = checkDraft(input);
    QCOMPARE(rulesOf(problems), QStringList {u"unsourced"_s});
    QCOMPARE(input.draft.body.mid(problems[0].start, problems[0].length), u"Netflix"_s);
    input = inputWith(bodyWith(goodText));
    input.draft.claims[0].sources.clear();
    QCOMPARE(rulesOf(checkDraft(input)), QStringList {u"unsourced"_s});
}

void GateTest::asksForAName()
{
    GateInput input = inputWith(u"Hi Zoë,\n\n"_s + goodText + u"\n\nBest regards,"_s);
    input.profile.name.clear();
    input.profile.signature.clear();
    const auto problems = checkDraft(input);
    QCOMPARE(rulesOf(problems), QStringList {u"signature"_s});
    QVERIFY(problems[0].text.contains(u"name"_s));
}

void GateTest::takesBodiesApart_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("greeting");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("signOff");
    QTest::newRow("plain") << u"Hi Zoë,\n\nOne two.\n\nBest,\nBen\n+1"_s << u"Hi Zoë,"_s << u"One two."_s
                           << u"Best,"_s;
    QTest::newRow("blank line before the signature") << u"Hi Zoë,\nOne two.\n\nKind regards,\n\nBen\n\n+1\n"_s
                                                     << u"Hi Zoë,"_s << u"One two."_s << u"Kind regards,"_s;
    QTest::newRow("German") << u"Liebe Frau Müller,\n\nEins zwei.\n\nViele Grüße\nBen\n+1"_s
                            << u"Liebe Frau Müller,"_s << u"Eins zwei."_s << u"Viele Grüße"_s;
    QTest::newRow("Chinese") << u"王先生您好：\n\n一二。\n\nBest,\nBen\n+1"_s << u"王先生您好："_s
                             << u"一二。"_s << u"Best,"_s;
    QTest::newRow("a comma in the name") << u"Hi Sammy Davis, Jr.,\n\nOne.\n\nBen\n+1"_s
                                         << u"Hi Sammy Davis, Jr.,"_s << u"One."_s << QString();
    QTest::newRow("windows line ends") << u"Hi Zoë,\r\n\r\nOne.\r\n\r\nBest,\r\nBen\r\n+1\r\n"_s
                                       << u"Hi Zoë,"_s << u"One."_s << u"Best,"_s;
    QTest::newRow("no signature") << u"Hi Zoë,\n\nOne.\n\nBest,\nSomebody"_s << u"Hi Zoë,"_s << u"One."_s
                                  << u"Best,"_s;
    QTest::newRow("nothing else") << u"Hi Zoë,"_s << u"Hi Zoë,"_s << QString() << QString();
    QTest::newRow("empty") << QString() << QString() << QString() << QString();
}

void GateTest::takesBodiesApart()
{
    QFETCH(QString, body);
    const BodyParts parts = partsOf(body, u"Ben\n+1"_s);
    QTEST(parts.greeting.of(body).toString(), "greeting");
    QTEST(parts.text.of(body).toString(), "text");
    QTEST(parts.signOff.of(body).toString(), "signOff");
}

void GateTest::survivesAnyText()
{
    QRandomGenerator random(5);
    const QString letters = u"aZ é\n\n.,?!{}[]<>%$&;'’\"()0123 Iyouwe王א\u0301\u200d"_s + QChar(0xD83D)
            + QChar(0xDE42) + QChar(0xDE42);
    for (int i = 0; i < 400; ++i) {
        QString body;
        const int length = random.bounded(120);
        for (int j = 0; j < length; ++j) {
            body += letters[random.bounded(static_cast<int>(letters.size()))];
        }
        GateInput input = inputWith(body, body.left(20));
        input.draft.claims << Claim {body.left(5), {}} << Claim {{}, {}};
        for (const GateProblem &problem : checkDraft(input)) {
            const auto size = problem.inSubject ? input.draft.subject.size() : body.size();
            QVERIFY(problem.start >= 0 && problem.length >= 0 && problem.start + problem.length <= size);
        }
    }
}

void GateTest::leavesAConversationsSubjectAlone()
{
    const QString subject = u"Re: Our Berlin talk in 2019 and the attached resume of [name]"_s;
    GateInput input = inputWith(bodyWith(goodText), subject);
    const QStringList asItsOwn = rulesOf(checkDraft(input));
    for (const QString &rule : {u"unsourced"_s, u"resume"_s, u"placeholder"_s, u"subject_length"_s}) {
        QVERIFY2(asItsOwn.contains(rule), qPrintable(rule));
    }
    input.draft.kind = u"follow_up"_s;
    input.draft.extra[followsMember] = "our Berlin talk in 2019 and the attached resume of [name]";
    QCOMPARE(rulesOf(checkDraft(input)), QStringList());
    input.draft.subject = u"Re: What you promised me in Berlin"_s; // no longer what it follows
    QVERIFY(rulesOf(checkDraft(input)).contains(u"unsourced"_s));
}
