// SPDX-License-Identifier: GPL-3.0-or-later
#include "people.h"
#include "tests.h"

#include "truth/checker.h"
#include "write/owntemplate.h"
#include "write/variablelist.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::write;

namespace {

std::optional<TemplateWriter> writer;

const QString filler = u"I would like to hear how you found your way into this work, which of your choices "
                       u"mattered most along "
                       "the way, and what you would do differently if you were to start again today. Would "
                       "you be open to a call "
                       "of 15 minutes in the next few weeks? Thank you for reading this."_s;

OwnTemplate templateOf(const QString &body, const QString &subject = u"A question for you"_s)
{
    OwnTemplate own;
    own.name = u"Mine"_s;
    own.subject = subject;
    own.body = body;
    return own;
}

Contact zoe()
{
    Contact contact;
    contact.id = u"c1"_s;
    contact.firstName = u"Zoë"_s;
    contact.lastName = u"Müller"_s;
    Position position;
    position.company = u"Spotify AB, Stockholm"_s;
    position.company = u"Ernst & Young"_s;
    position.title = u"Product Manager"_s;
    addPosition(contact.positions, position);
    return contact;
}

WriteRequest requestTo(const Contact &contact)
{
    WriteRequest request;
    request.contact = contact;
    request.profile = studentProfile();
    request.createdAt = u"2026-03-02T09:00:00.000Z"_s;
    return request;
}

QString rulesOf(const Draft &draft, const WriteRequest &request)
{
    QStringList found;
    for (const GateProblem &problem : writer->problemsOf(draft, request)) {
        const QString &in = problem.inSubject ? draft.subject : draft.body;
        found << problem.rule + u" <"_s + in.mid(problem.start, problem.length) + u"> "_s + problem.text;
    }
    return found.join(u'\n');
}

} // namespace

void OwnTemplateTest::initTestCase()
{
    auto created = TemplateWriter::create();
    VERIFY_OK(created);
    writer.emplace(std::move(*created));
}

void OwnTemplateTest::findsMistakesBeforeUse_data()
{
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("says");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    const QString fine = u"A question"_s;
    QTest::newRow("an unknown variable")
            << fine << u"You work well.\nAt 🎓 {{frim}}, I hear."_s
            << u"Line 2, column 6: there is no variable \"frim\"; did you mean \"firm\"?"_s << 2 << 6;
    QTest::newRow("a variable of another program")
            << fine << u"Hello {{company_name_of_person}}"_s << u"there is no variable"_s << 1 << 7;
    QTest::newRow("a variable in the subject")
            << u"At {{Frm}}"_s << u"Words."_s << u"Subject, column 4: there is no variable \"Frm\""_s << 1
            << 4;
    QTest::newRow("a mark that is not closed")
            << fine << u"One.\n\nTwo {{firm, three."_s << u"Line 3, column 5: \"}}\" is missing."_s << 3 << 5;
    QTest::newRow("a section that is not closed")
            << fine << u"One {{#firm}}two"_s << u"column 5: \"{{/firm}}\" is missing."_s << 1 << 5;
    QTest::newRow("a mark that closes nothing") << fine << u"One two]]"_s << u"closes nothing"_s << 1 << 8;
    QTest::newRow("a greeting of its own")
            << fine << u"Hi {{name}},\n\nI write to you."_s << u"the program adds the greeting"_s << 1 << 1;
    QTest::newRow("a sign-off of its own")
            << fine << u"I write to you.\n\nBest regards,\nBen"_s << u"the program adds sign-off"_s << 3 << 1;
    QTest::newRow("no text") << fine << u" \n "_s << u"needs a text"_s << 0 << 0;
    QTest::newRow("no subject") << QString() << u"Words."_s << u"needs a subject"_s << 0 << 0;
}

void OwnTemplateTest::findsMistakesBeforeUse()
{
    QFETCH(QString, subject);
    QFETCH(QString, body);
    QFETCH(QString, says);
    const OwnTemplate own = templateOf(body, subject);
    const auto problems = problemsOf(own);
    QCOMPARE(problems.size(), 1);
    QVERIFY2(problems[0].text.contains(says), qPrintable(problems[0].text));
    QTEST(problems[0].line, "line");
    QTEST(problems[0].column, "column");
    const auto draft = writeFromOwn(own, requestTo(zoe()), *writer);
    QVERIFY(!draft);
    QCOMPARE(draft.error().kind, ErrorKind::rejectedInput);
    QVERIFY(draft.error().text.contains(says));
}

void OwnTemplateTest::fillsInAndSaysItsSources()
{
    const OwnTemplate own = templateOf(
            u"I saw that you {{doing}} at {{firm}}, and I study {{myField}} myself. "_s + filler,
            u"Your work at {{firm}}"_s);
    const WriteRequest request = requestTo(zoe());
    const auto draft = writeFromOwn(own, request, *writer);
    VERIFY_OK(draft);
    QCOMPARE(draft->writer, u"own:Mine"_s);
    QCOMPARE(draft->subject, u"Your work at Ernst & Young"_s);
    QVERIFY(draft->body.startsWith(
            u"Hi Zoë,\n\nI saw that you are a Product Manager at Ernst & Young, and I study Economics myself."_s));
    QVERIFY(draft->body.endsWith(u"\n\nBest regards,\n"_s + signatureOf(request.profile)));
    const auto about = std::ranges::find(draft->claims, u"you are a Product Manager at Ernst & Young"_s,
                                         &Claim::text);
    QVERIFY(about != draft->claims.end());
    QCOMPARE(about->sources.size(), 2);
    QVERIFY(std::ranges::find(draft->claims, u"I study Economics"_s, &Claim::text) != draft->claims.end());
    QCOMPARE(rulesOf(*draft, request), QString());
}

void OwnTemplateTest::neverLeavesABlank_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("says");
    QTest::newRow("no school") << u"You were at {{school}}."_s
                               << u"There is no school on record for Zoë Müller"_s;
    QTest::newRow("nothing shared") << u"Hello from {{sharedSchool}}."_s
                                    << u"You and Zoë Müller have no school in common."_s;
    QTest::newRow("the second of two") << u"You work at {{firm}} in {{city}}."_s
                                       << u"{{city}}: There is no town on record for Zoë Müller."_s;
    QTest::newRow("in a claim") << u"[[You live in {{city}}]]."_s << u"no town"_s;
    QTest::newRow("no resume") << u"See {{resume}}."_s << u"No resume is attached"_s;
}

void OwnTemplateTest::neverLeavesABlank()
{
    QFETCH(QString, body);
    QFETCH(QString, says);
    const auto draft = writeFromOwn(templateOf(body), requestTo(zoe()), *writer);
    QVERIFY(!draft);
    QCOMPARE(draft.error().kind, ErrorKind::rejectedInput);
    QVERIFY2(draft.error().text.contains(says), qPrintable(draft.error().text));
}

void OwnTemplateTest::closesTheGapsOfSections()
{
    const OwnTemplate own = templateOf(
            u"{{#school}}You were at {{school}}.{{/school}}\n\n{{#city}}You live in "
            u"{{city}}.{{/city}}\n\nYou work "
            "{{#city}}in {{city}} {{/city}} at {{firm}}{{^city}}, I think{{/city}}."_s);
    const auto draft = writeFromOwn(own, requestTo(zoe()), *writer);
    VERIFY_OK(draft);
    QVERIFY2(draft->body.startsWith(u"Hi Zoë,\n\nYou work at Ernst & Young, I think.\n\nBest"_s),
             qPrintable(draft->body));
    for (const Claim &claim : draft->claims) {
        QVERIFY2(draft->body.contains(claim.text), qPrintable(claim.text));
    }
}

void OwnTemplateTest::asksForTheSourceOfWhatTheUserClaims_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("finding"); // the words it points at; empty: none
    QTest::newRow("a fact of the profile by variable") << u"I study {{myField}}."_s << QString();
    QTest::newRow("a fact nobody knows of") << u"I study astrology."_s << u"I study"_s;
    QTest::newRow("a name nobody knows of") << u"My friends at Globex sent me."_s << u"Globex"_s;
    QTest::newRow("praise around a variable")
            << u"I have long admired your work at {{firm}}."_s << u"I have long admired"_s;
    QTest::newRow("the recipient's firm as one's own")
            << u"I work at {{firm}}."_s << u"I work at Ernst & Young"_s;
    QTest::newRow("more than the variable says") << u"You run Globex and {{firm}}."_s << u"Globex"_s;
    QTest::newRow("a wish is no fact") << u"I would like to ask about your work at {{firm}}."_s << QString();
    QTest::newRow("a firm with an and and a comma")
            << u"Since you are at {{firm}}, you may know."_s << QString();
    QTest::newRow("an end nobody knows of") << u"You left {{firm}}."_s << u"You left"_s;
    QTest::newRow("a beginning nobody knows of") << u"You started at {{firm}}."_s << u"You started"_s;
    QTest::newRow("a value at the start") << u"{{firm}} must be a good place to learn."_s << QString();
}

void OwnTemplateTest::asksForTheSourceOfWhatTheUserClaims()
{
    QFETCH(QString, body);
    QFETCH(QString, finding);
    const WriteRequest request = requestTo(zoe());
    const auto draft = writeFromOwn(templateOf(body + u' ' + filler), request, *writer);
    VERIFY_OK(draft);
    const QString found = rulesOf(*draft, request);
    if (finding.isEmpty()) {
        QCOMPARE(found, QString());
    } else {
        QVERIFY2(found.contains(u"unsourced"_s) && found.contains(finding), qPrintable(found));
    }
}

// A job that is over is not held today, whichever of its variables the template names.
void OwnTemplateTest::whatHasEndedIsNotToday()
{
    Contact contact = zoe();
    contact.positions[0].to = u"2024-05"_s;
    const WriteRequest request = requestTo(contact);
    const auto rules = [&](const QString &body) {
        const auto draft = writeFromOwn(templateOf(body + u' ' + filler), request, *writer);
        return draft ? rulesOf(*draft, request) : draft.error().text;
    };
    QVERIFY2(rules(u"You work at {{pastFirm}}."_s).contains(u"You work"_s),
             qPrintable(rules(u"You work at {{pastFirm}}."_s)));
    QCOMPARE(rules(u"You worked at {{pastFirm}}."_s), QString());
    QCOMPARE(rules(u"You left {{pastFirm}}."_s), QString());
}

void OwnTemplateTest::holdsForMixedPeople()
{
    const OwnTemplate own = templateOf(u"{{#firm}}I am writing because you work at "
                                       u"{{firm}}.{{/firm}}{{^firm}}I found your address and hope "
                                       "that it is still the right one.{{/firm}} "_s
                                               + filler,
                                       u"A short question for {{name}}"_s);
    static const QRegularExpression leftover(u"\\{\\{|\\}\\}|\\[\\[|\\]\\]|  "_s);
    int written = 0;
    for (const Contact &contact : mixedPeople(300, 17)) {
        const WriteRequest request = requestTo(contact);
        const auto draft = writeFromOwn(own, request, *writer);
        if (!draft) {
            QVERIFY2(draft.error().text.contains(u"{{name}}: There is no name on record"_s),
                     qPrintable(draft.error().text));
            continue;
        }
        ++written;
        QVERIFY2(!leftover.match(draft->subject + draft->body).hasMatch(), qPrintable(draft->body));
        for (const GateProblem &problem : writer->problemsOf(*draft, request)) {
            QVERIFY2(problem.rule == "subject_length"_L1, qPrintable(problem.text + u'\n' + draft->body));
        }
    }
    QVERIFY(written > 200);
}

void OwnTemplateTest::explainsEveryVariable()
{
    for (const VariableInfo &variable : variableList()) {
        QVERIFY2(variable.meaning.size() > 8, qPrintable(variable.name));
        const QString why = whyUnknown(variable.name, u"Zoë %1"_s);
        QVERIFY2(why.endsWith(u'.') && !why.contains(u"%1 %1"_s), qPrintable(why));
    }
    QCOMPARE(variableList().size(), variableNames().size());
}
