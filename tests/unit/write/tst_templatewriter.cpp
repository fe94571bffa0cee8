// SPDX-License-Identifier: GPL-3.0-or-later
#include "people.h"
#include "tests.h"

#include "base/text.h"
#include "truth/checker.h"
#include "write/templatewriter.h"

#include <QRegularExpression>
#include <QSet>

#include <cstdio>
#include <optional>

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::write;

namespace {

std::optional<TemplateWriter> writer;

WriteRequest requestFor(const Contact &contact, const Profile &profile)
{
    WriteRequest request;
    request.contact = contact;
    request.profile = profile;
    request.createdAt = u"2026-03-02T09:00:00.000Z"_s;
    return request;
}

QByteArray describe(const QVector<GateProblem> &problems, const Draft &draft)
{
    QString text;
    for (const GateProblem &problem : problems) {
        const QString &in = problem.inSubject ? draft.subject : draft.body;
        text += problem.rule + u": "_s + problem.text + u" <"_s + in.mid(problem.start, problem.length)
                + u">\n"_s;
    }
    return (text + u"--\n"_s + draft.subject + u"\n\n"_s + draft.body).toUtf8();
}

Contact personWith(const QString &company, const QString &title)
{
    Contact contact;
    contact.id = u"c1"_s;
    contact.firstName = u"Zoë"_s;
    contact.lastName = u"Müller"_s;
    Position position;
    position.company = company;
    position.title = title;
    addPosition(contact.positions, position);
    return contact;
}

Contact withSchool(Contact contact, const QString &name, const QString &field = {})
{
    School school;
    school.name = name;
    school.field = field;
    addSchool(contact.schools, school);
    return contact;
}

// Independent of the gate: what no email may contain.
void checkText(const Draft &draft, const Contact &contact)
{
    static const QRegularExpression leftover(
            u"\\{\\{|\\}\\}|\\[\\[|\\]\\]|  | ,|,,|\\.\\.|\\( *\\)|\\bnull\\b|undefined|Not available|N/A"_s);
    const auto match = leftover.match(draft.subject + u'\n' + draft.body);
    QVERIFY2(!match.hasMatch(), qPrintable(match.captured() + u"\n"_s + draft.body));
    for (const Claim &claim : draft.claims) {
        QVERIFY2(draft.body.contains(claim.text), qPrintable(claim.text));
        QVERIFY2(truth::isSupported(claim, &writer->knowledge()),
                 qPrintable(claim.text + u"\n"_s + draft.body));
    }
    const QString name = contact.firstName.section(u" ("_s, 0, 0).remove(u"Dr. "_s);
    // "Null" is what programs write where they know nothing.
    const bool greeted = name == "Null"_L1 || draft.body.section(u'\n', 0, 0).contains(name);
    QVERIFY2(greeted, qPrintable(draft.body));
    QCOMPARE(draft.body.count(u'?') - draft.body.count(u"Crap?"_s), 1);
}

} // namespace

void TemplateWriterTest::initTestCase()
{
    auto created = TemplateWriter::create();
    VERIFY_OK(created);
    writer.emplace(std::move(*created));
}

void TemplateWriterTest::choosesByConnection_data()
{
    QTest::addColumn<Contact>("contact");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("says");
    const Contact manager = personWith(u"Spotify"_s, u"Product Manager"_s);
    QTest::newRow("same school") << withSchool(personWith(u"Canva"_s, u"Designer"_s),
                                               u"University of Michigan"_s)
                                 << u"shared-school"_s << u"we have the University of Michigan in common"_s;
    Contact neighbour = personWith(u"Canva"_s, u"Designer"_s);
    neighbour.hometown = u"Evanston, Illinois"_s;
    QTest::newRow("same hometown") << neighbour << u"shared-hometown"_s << u"we are both from Evanston"_s;
    Contact livesThere = personWith(u"Canva"_s, u"Designer"_s);
    livesThere.city = u"Evanston"_s;
    QTest::newRow("lives in the sender's hometown") << livesThere << u"role"_s << u"at Canva"_s;
    QTest::newRow("school in the sender's hometown")
            << withSchool(personWith(u"Canva"_s, u"Designer"_s), u"Evanston Township High School"_s)
            << u"hometown-school"_s << u"you went to Evanston Township High School"_s;
    QTest::newRow("works where the sender has worked")
            << personWith(u"Deloitte"_s, u"Analyst"_s) << u"shared-employer"_s
            << u"we have both worked at Deloitte"_s;
    QTest::newRow("the sender's interest") << manager << u"shared-interest"_s << u"product management"_s;
    Contact mover = personWith(u"Canva"_s, u"Designer"_s);
    mover.positions[0].from = u"2022-05"_s;
    addPosition(mover.positions,
                {.id = {},
                 .pos = {},
                 .company = u"IBM"_s,
                 .title = u"Analyst"_s,
                 .from = u"2018"_s,
                 .to = u"2022-04"_s});
    QTest::newRow("a change of firm with dates") << mover << u"career-path"_s << u"from IBM"_s;
    Contact undated = personWith(u"Canva"_s, u"Designer"_s);
    addPosition(undated.positions,
                {.id = {}, .pos = {}, .company = u"IBM"_s, .title = u"Analyst"_s, .from = {}, .to = {}});
    QTest::newRow("two firms without dates") << undated << u"role"_s << u"at Canva"_s;
    QTest::newRow("studies") << personWith(u"NYU Stern"_s, u"MBA Student"_s) << u"studies"_s
                             << u"you are an MBA Student at NYU Stern"_s;
    QTest::newRow("a firm only") << personWith(u"Canva"_s, {}) << u"firm"_s << u"you work at Canva"_s;
    Contact bare;
    bare.firstName = u"Zoë"_s;
    bare.lastName = u"Müller"_s;
    QTest::newRow("nothing but the name") << bare << u"minimal"_s << u"Zoë Müller"_s;
}

void TemplateWriterTest::choosesByConnection()
{
    QFETCH(Contact, contact);
    QFETCH(QString, name);
    QFETCH(QString, says);
    const WriteRequest request = requestFor(contact, studentProfile());
    const auto draft = writer->write(request);
    VERIFY_OK(draft);
    QCOMPARE(draft->writer, u"template:"_s + name);
    QVERIFY2(draft->body.contains(says, Qt::CaseInsensitive), qPrintable(draft->body));
    const auto problems = writer->problemsOf(*draft, request);
    QVERIFY2(problems.isEmpty(), describe(problems, *draft).constData());
    checkText(*draft, contact);
}

void TemplateWriterTest::writesForMixedPeople_data()
{
    QTest::addColumn<Profile>("profile");
    QTest::addColumn<bool>("resume");
    QTest::newRow("a student with everything on record") << studentProfile() << false;
    QTest::newRow("a student who attaches a resume") << studentProfile() << true;
    QTest::newRow("a graduate with a signature of her own") << graduateProfile() << false;
    QTest::newRow("a sender known by name only") << nameOnlyProfile() << false;
}

void TemplateWriterTest::writesForMixedPeople()
{
    QFETCH(Profile, profile);
    QFETCH(bool, resume);
    BatchMemory memory(writer->knowledge());
    QVector<truth::BatchItem> items;
    QSet<QString> bodies;
    QSet<QString> texts;
    // A long run looks at more people: CREMA_PEOPLE=10000.
    const int people = std::max(500, qEnvironmentVariableIntValue("CREMA_PEOPLE"));
    for (const Contact &contact : mixedPeople(people, 7)) {
        WriteRequest request = requestFor(contact, profile);
        request.memory = &memory;
        request.resumeId = resume ? u"r1"_s : QString();
        const auto draft = writer->write(request);
        VERIFY_OK(draft);
        const auto problems = writer->problemsOf(*draft, request);
        QVERIFY2(problems.isEmpty(), describe(problems, *draft).constData());
        checkText(*draft, contact);
        if (QTest::currentTestFailed()) {
            return;
        }
        QVERIFY2(!bodies.contains(draft->body), qPrintable(draft->body));
        bodies.insert(draft->body);
        QCOMPARE(draft->body.contains(u"resume is attached"_s)
                         || draft->body.contains(u"attached my resume"_s),
                 resume);
        QVERIFY(draft->body.endsWith(signatureOf(profile)));
        memory.add(*draft, contact, signatureOf(profile));
        items << truth::BatchItem {*draft, contact, signatureOf(profile)};
    }
    const auto repeats = truth::checkBatch(items, &writer->knowledge());
    if (!repeats.isEmpty()) {
        const auto &first = repeats.constFirst();
        const QByteArray text = describe({first.problem}, items[first.item].draft) + "\n==\n"
                + items[first.other].draft.body.toUtf8();
        QFAIL(text.constData());
    }
}

void TemplateWriterTest::writesTheSameTwice()
{
    for (const Contact &contact : mixedPeople(60, 11)) {
        const WriteRequest request = requestFor(contact, studentProfile());
        const auto first = writer->write(request);
        const auto second = writer->write(request);
        VERIFY_OK(first);
        VERIFY_OK(second);
        QCOMPARE(first->body, second->body);
        QCOMPARE(first->subject, second->subject);
        QVERIFY(first->claims == second->claims);
    }
}

void TemplateWriterTest::findsOtherWordingsUntilThereAreNone()
{
    int most = 0;
    for (const Contact &contact : mixedPeople(12, 5)) {
        WriteRequest request = requestFor(contact, studentProfile());
        QSet<QString> seen;
        Result<Draft> draft = writer->write(request);
        for (int i = 0; draft && i < 40; ++i) {
            QVERIFY2(!seen.contains(draft->body), qPrintable(draft->body));
            QVERIFY2(writer->problemsOf(*draft, request).isEmpty(),
                     describe(writer->problemsOf(*draft, request), *draft).constData());
            seen.insert(draft->body);
            request.avoid << draft->body;
            draft = writer->write(request);
        }
        QVERIFY(seen.size() > 1);
        QVERIFY(draft || draft.error().kind == ErrorKind::notFound);
        most = std::max(most, static_cast<int>(seen.size()));
    }
    QVERIFY(most > 5);
    // What was typed counts as well.
    WriteRequest request = requestFor(mixedPeople(1, 5)[0], studentProfile());
    const auto first = writer->write(request);
    request.avoid = {u"Something typed"_s, first->body};
    VERIFY_OK(writer->write(request));
    QVERIFY(writer->write(request)->body != first->body);
}

void TemplateWriterTest::mentionsAnAttachedResumeOnlyThen()
{
    WriteRequest request = requestFor(personWith(u"Canva"_s, u"Designer"_s), studentProfile());
    const auto without = writer->write(request);
    VERIFY_OK(without);
    QVERIFY(!without->body.contains(u"resume"_s, Qt::CaseInsensitive));
    request.resumeId = u"r1"_s;
    const auto with = writer->write(request);
    VERIFY_OK(with);
    QVERIFY(with->body.contains(u"resume"_s));
    QCOMPARE(with->resumeId, u"r1"_s);
}

void TemplateWriterTest::namesAFellowByTheMascotOfTheirSchool()
{
    int named = 0;
    for (int i = 0; i < 24; ++i) {
        Contact contact = withSchool(personWith(u"Canva"_s, u"Designer"_s),
                                     i % 2 == 0 ? u"University of Michigan"_s : u"Stanford University"_s);
        contact.lastName = QString(QChar(static_cast<char16_t>(u'A' + i))) + u"son"_s;
        const WriteRequest request = requestFor(contact, studentProfile());
        const auto draft = writer->write(request);
        VERIFY_OK(draft);
        QVERIFY(i % 2 == 0 || !draft->body.contains(u"Cardinal"_s));
        if (draft->body.contains(u"a fellow Wolverine"_s)) {
            ++named;
            const auto it = std::ranges::find(draft->claims, u"a fellow Wolverine"_s, &Claim::text);
            QVERIFY(it != draft->claims.end());
            QCOMPARE(it->sources.size(), 2);
            QVERIFY(!truth::isSupported({it->text, {it->sources[0]}}, &writer->knowledge()));
            QVERIFY(!truth::isSupported({u"a fellow Trojan"_s, it->sources}, &writer->knowledge()));
            QVERIFY(!draft->body.contains(u"University of Michigan in common"_s));
        }
    }
    QVERIFY(named > 0);
}

void TemplateWriterTest::writesInToneAndLength_data()
{
    QTest::addColumn<QString>("tone");
    QTest::addColumn<QString>("length");
    QTest::addColumn<QString>("greeting");
    QTest::addColumn<QString>("signOff");
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("most");
    QTest::newRow("brief") << u"neutral"_s << u"brief"_s << u"Hi Zoë,"_s << u"Best regards,"_s << 50 << 90;
    QTest::newRow("formal") << u"formal"_s << u"medium"_s << u"Dear Zoë Müller,"_s << u"Kind regards,"_s << 50
                            << 140;
    QTest::newRow("warm and full") << u"warm"_s << u"full"_s << u"Hi Zoë,"_s << u"Warm regards,"_s << 90
                                   << 140;
}

void TemplateWriterTest::writesInToneAndLength()
{
    QFETCH(QString, tone);
    QFETCH(QString, length);
    Profile profile = studentProfile();
    profile.writing.tone = toneFromName(tone);
    profile.writing.length = lengthFromName(length);
    for (int i = 0; i < 12; ++i) {
        Contact contact = withSchool(personWith(u"Canva"_s, u"Designer"_s), u"Yale University"_s,
                                     u"History"_s);
        contact.city = u"Oslo"_s;
        contact.addresses.clear();
        contact.industry = QString(QChar(static_cast<char16_t>(u'A' + i)));
        const WriteRequest request = requestFor(contact, profile);
        const auto draft = writer->write(request);
        VERIFY_OK(draft);
        const auto problems = writer->problemsOf(*draft, request);
        QVERIFY2(problems.isEmpty(), describe(problems, *draft).constData());
        QTEST(draft->body.section(u'\n', 0, 0), "greeting");
        const int words = truth::bodyWords(draft->body, signatureOf(profile));
        QFETCH(int, least);
        QFETCH(int, most);
        QVERIFY2(words >= least && words <= most, qPrintable(QString::number(words) + u'\n' + draft->body));
        QFETCH(QString, signOff);
        QVERIFY2(draft->body.contains(u"\n\n"_s + signOff + u'\n'), qPrintable(draft->body));
    }
}

void TemplateWriterTest::followsWhatWasLearned()
{
    WriteRequest request = requestFor(personWith(u"Canva"_s, u"Designer"_s), studentProfile());
    const auto plain = writer->write(request);
    VERIFY_OK(plain);
    const QString text =
            truth::partsOf(plain->body, signatureOf(request.profile)).text.of(plain->body).toString();
    const auto sentences = truth::sentencesOf(text);
    const QString last = sentences.constLast().of(text).toString();
    request.voice.signOff = u"Cheers"_s;
    request.voice.dropped = {last};
    const auto draft = writer->write(request);
    VERIFY_OK(draft);
    QVERIFY2(!draft->body.contains(last), qPrintable(draft->body));
    QVERIFY(draft->body.contains(u"\n\nCheers,\n"_s));
    const auto problems = writer->problemsOf(*draft, request);
    QVERIFY2(problems.isEmpty(), describe(problems, *draft).constData());
    request.profile.writing.signOff = u"All the best"_s; // what the user says wins over what was learned
    const auto own = writer->write(request);
    VERIFY_OK(own);
    QVERIFY(own->body.contains(u"\n\nAll the best,\n"_s));
}

void TemplateWriterTest::leavesTheNameOutOfAnUnsignedEmail()
{
    const WriteRequest request = requestFor(personWith(u"Canva"_s, u"Designer"_s), {});
    const auto draft = writer->write(request);
    VERIFY_OK(draft);
    QVERIFY(draft->body.endsWith(u"Best regards,"_s));
    const auto problems = writer->problemsOf(*draft, request);
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.constFirst().rule, u"signature"_s);
}

void TemplateWriterTest::tellsNamesakesApart()
{
    BatchMemory memory(writer->knowledge());
    QSet<QString> texts;
    for (int i = 0; i < 12; ++i) {
        Contact contact = personWith(u"Goldman Sachs"_s, u"Analyst"_s);
        contact.id = QString::number(i);
        contact.lastName = QString(u"ABCDEFGHIJKL"_s[i]) + u"son"_s;
        WriteRequest request = requestFor(contact, nameOnlyProfile());
        request.memory = &memory;
        const auto draft = writer->write(request);
        VERIFY_OK(draft);
        const QString opener = truth::openerOf(draft->body, signatureOf(request.profile));
        QVERIFY2(!texts.contains(opener), qPrintable(opener));
        texts.insert(opener);
        QVERIFY2(!memory.hasSubject(draft->subject, contact), qPrintable(draft->subject));
        memory.add(*draft, contact, signatureOf(request.profile));
    }
}

void TemplateWriterTest::neverSaysThatAnEndedJobIsHeld()
{
    Contact contact = personWith(u"Enron"_s, u"Trader"_s);
    contact.positions[0].from = u"1995"_s;
    contact.positions[0].to = u"2001-12"_s;
    const auto draft = writer->write(requestFor(contact, studentProfile()));
    VERIFY_OK(draft);
    QVERIFY2(draft->body.contains(u"you were a Trader at Enron"_s), qPrintable(draft->body));
    QVERIFY(!draft->body.contains(u"you are"_s));
}

namespace {

/// The first sentence of a draft that was said before.
QString repeatedOf(const Draft &draft, const QString &before, const WriteRequest &request)
{
    const QString text =
            truth::partsOf(draft.body, signatureOf(request.profile)).text.of(draft.body).toString();
    for (const truth::Span &sentence : truth::sentencesOf(text)) {
        if (before.contains(sentence.of(text))) {
            return sentence.of(text).toString();
        }
    }
    return {};
}

} // namespace

void TemplateWriterTest::followsUpWithoutRepeating()
{
    for (const Contact &contact : mixedPeople(120, 3)) {
        WriteRequest request = requestFor(contact, studentProfile());
        auto first = writer->write(request);
        VERIFY_OK(first);
        first->handedOffAt = u"2026-03-03T12:00:00.000Z"_s;
        first->state = u"handed_off"_s;
        request.kind = MailKind::followUp;
        request.earlier = {*first};
        QString before = first->body;
        for (const QString &number : {u"second"_s, u"third"_s, u"fourth"_s}) {
            auto next = writer->write(request);
            VERIFY_OK(next);
            QCOMPARE(next->kind, u"follow_up"_s);
            QCOMPARE(next->subject, u"Re: "_s + first->subject);
            const auto problems = writer->problemsOf(*next, request);
            QVERIFY2(problems.isEmpty(), describe(problems, *next).constData());
            QCOMPARE(repeatedOf(*next, before, request), QString());
            for (const QString &other : {u"second"_s, u"third"_s, u"fourth"_s}) {
                QVERIFY2(other == number || !next->body.contains(other + u" email"_s),
                         qPrintable(next->body));
            }
            next->state = u"sent"_s;
            before += next->body;
            request.earlier << *next;
        }
    }
}

void TemplateWriterTest::thanks()
{
    for (const Contact &contact : mixedPeople(120, 5)) {
        WriteRequest request = requestFor(contact, studentProfile());
        request.kind = MailKind::thankYou;
        request.topic = u"the first year in consulting"_s;
        const auto draft = writer->write(request);
        VERIFY_OK(draft);
        const auto problems = writer->problemsOf(*draft, request);
        QVERIFY2(problems.isEmpty(), describe(problems, *draft).constData());
        QVERIFY(draft->body.contains(request.topic));
    }
}

void TemplateWriterTest::refusesATemplateThatLacksItsFacts()
{
    WriteRequest request = requestFor(personWith(u"Canva"_s, u"Designer"_s), studentProfile());
    request.templateName = u"shared-school"_s;
    const auto draft = writer->write(request);
    QVERIFY(!draft);
    QCOMPARE(draft.error().kind, ErrorKind::rejectedInput);
    QVERIFY(draft.error().text.contains(u"shared-school"_s));
}

int printSamples(int count)
{
    const auto created = TemplateWriter::create();
    if (!created) {
        std::fprintf(stderr, "%s\n", qPrintable(created.error().text));
        return 1;
    }
    BatchMemory memory(created->knowledge());
    for (const Contact &contact : mixedPeople(count, 42)) {
        WriteRequest request = requestFor(contact, studentProfile());
        request.memory = &memory;
        const auto draft = created->write(request);
        if (!draft) {
            return 1;
        }
        memory.add(*draft, contact, signatureOf(request.profile));
        std::printf("---- %s, %d words\nSubject: %s\n\n%s\n\n", qPrintable(draft->writer),
                    truth::bodyWords(draft->body, signatureOf(request.profile)), qPrintable(draft->subject),
                    qPrintable(draft->body));
    }
    return 0;
}
