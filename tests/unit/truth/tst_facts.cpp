// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "truth/facts.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::truth;

namespace {

QString valueOf(const QVector<Fact> &facts, const QString &name)
{
    const auto it = std::ranges::find_if(facts, [&](const Fact &fact) { return fact.name == name; });
    return it == facts.end() ? QString() : it->value;
}

} // namespace

void FactsTest::listsWhatIsKnown()
{
    const auto recipient = recipientFacts(zoe());
    QCOMPARE(valueOf(recipient, u"firstName"_s), u"Zoë"_s);
    QCOMPARE(valueOf(recipient, u"company"_s), u"Spotify"_s);
    QCOMPARE(valueOf(recipient, u"title"_s), u"Product Manager"_s);
    QCOMPARE(valueOf(recipient, u"school"_s), u"Lund University"_s);
    const auto sender = senderFacts(ben());
    QCOMPARE(valueOf(sender, u"university"_s), u"University of Michigan"_s);
    QCOMPARE(valueOf(sender, u"companies"_s), u"Deloitte | Chicago, IL"_s);
    for (const Fact &fact : recipient + sender) {
        QCOMPARE(fact.source.quote, fact.value);
        QVERIFY(!fact.source.label.isEmpty());
        QVERIFY2(fact.text.endsWith(fact.value), qPrintable(fact.text));
    }
}

void FactsTest::leavesOutPrivateRemarksAndPlaceholders()
{
    Contact contact = zoe();
    contact.notes = u"Divorced last year"_s;
    contact.tags = QStringList {u"difficult"_s};
    contact.city = u"Not available"_s;
    contact.hometown = u"{{city}}"_s;
    contact.industry = u"-"_s;
    for (const Fact &fact : recipientFacts(contact)) {
        QVERIFY(fact.name != "city"_L1 && fact.name != "hometown"_L1 && fact.name != "industry"_L1);
        QVERIFY(!fact.value.contains(u"Divorced"_s) && !fact.value.contains(u"difficult"_s));
    }
}

void FactsTest::namesTheResumeLine()
{
    Resume resume;
    resume.id = u"r1"_s;
    resume.facts.university = ResumeLine {u"Lund University"_s, 7};
    Profile profile;
    fillFromResume(profile, resume);
    const Source source = profileSource(profile, u"university"_s);
    QCOMPARE(source.kind, SourceKind::resume);
    QCOMPARE(source.recordId, u"r1"_s);
    QCOMPARE(source.quote, u"Lund University"_s);
    QVERIFY(source.label.contains(u"line 7"_s));
}

void FactsTest::prefersTheProfileToAResumeThatSaysSomethingElse()
{
    Resume resume;
    resume.id = u"r1"_s;
    resume.facts.university = ResumeLine {u"Lund University"_s, 7};
    Profile profile;
    fillFromResume(profile, resume);
    profile.university = u"Yale University"_s;
    const Source source = profileSource(profile, u"university"_s);
    QCOMPARE(source.kind, SourceKind::profileField);
    QCOMPARE(source.quote, u"Yale University"_s);
}

void FactsTest::tellsFirmsAndJobs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("firm");
    QTest::addColumn<bool>("job");
    QTest::newRow("a firm") << u"Spotify"_s << true << true;
    QTest::newRow("self-employed") << u"Self-employed"_s << false << false;
    QTest::newRow("freelance") << u"Freelance"_s << false << false;
    QTest::newRow("freelance writer is a job") << u"Freelance Writer"_s << true << true;
    QTest::newRow("a student") << u"Student"_s << false << false;
    QTest::newRow("a student job") << u"Student Assistant"_s << true << true;
    QTest::newRow("looking") << u"Looking for new opportunities"_s << true << false;
    QTest::newRow("placeholder") << u"N/A"_s << false << false;
    QTest::newRow("empty") << QString() << false << false;
    QTest::newRow("only marks") << u"***"_s << false << false;
}

void FactsTest::tellsFirmsAndJobs()
{
    QFETCH(QString, text);
    QTEST(isFirm(text), "firm");
    QTEST(isJob(text), "job");
}
