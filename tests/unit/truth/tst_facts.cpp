// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "truth/facts.h"
#include "truth/standing.h"

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
    QTest::newRow("a consultant is a job") << u"Consultant"_s << false << true;
    QTest::newRow("a startup without a name") << u"Startup"_s << false << true;
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

void FactsTest::tellsWhatATitleSays_data()
{
    QTest::addColumn<int>("kind");
    const auto rows = [](TitleKind kind, std::initializer_list<const char *> titles) {
        for (const char *title : titles) {
            QTest::newRow(title) << int(kind);
        }
    };
    rows(TitleKind::away,
         {"Former CEO", "Ex-Google | Ex-Meta", "Retired Chief Engineer", "Engineer (retired)",
          "On maternity leave", "On parental leave from Bosch", "Open to work", "Aspiring Data Scientist",
          "Incoming Summer Analyst", "Between jobs", "Stay-at-home dad", "Parent", "Im Ruhestand",
          "Professor emeritus", "Past President"});
    rows(TitleKind::away,
         {"Product Manager (on maternity leave)",
          "Software Engineer on parental leave",
          "Analyst, on sabbatical",
          "Analyst on leave until March",
          "Emeritus Professor",
          "Professor Emeritus of Law",
          "Partner (ret.)",
          "Ret. Colonel",
          "Laid off",
          "Recently laid off",
          "Career transition",
          "Pensioner",
          "Alum",
          "Founder (exited)",
          "CEO (until 2021)",
          "Former CEO | Speaker",
          "Former CEO, Acme Bank",
          "Ex-CEO | Consultant",
          "Soon to be Analyst",
          "Currently seeking a new role",
          "Looking",
          "Retiree",
          "Gap year",
          "Prospective MBA Student",
          "Prospective Student",
          "Prospective Analyst",
          "Actively interviewing",
          "Between roles",
          "Taking a gap year"});
    rows(TitleKind::studies,
         {"Ph.D. Candidate",
          "M.B.A. Candidate",
          "J.D. Candidate",
          "Juris Doctor Candidate",
          "Master of Finance Candidate",
          "MS in Finance Candidate",
          "MBA/MPP Candidate",
          "MBA Candidate 2027",
          "Student-Athlete",
          "MBA",
          "PhD",
          "Ph.D.",
          "Bachelor of Science",
          "Economics Major",
          "Computer Science Major at Yale",
          "Sophomore",
          "Rising Junior",
          "MD/PhD Candidate",
          "PhD in Physics",
          "JD/MBA Candidate at Yale"});
    rows(TitleKind::job,
         {"Retiree Benefits Specialist",
          "Retiree Services Manager",
          "Prospective Student Advisor",
          "PhD Candidate Recruiter",
          "Past Performance Analyst",
          "Actively Managed Funds Analyst",
          "Gap Year Advisor",
          "Seeking Alpha Contributor",
          "Looking Glass Artist",
          "Leave on Demand Manager",
          "RET Engineer",
          "Deceased Accounts Officer",
          "Pensioner Services Manager",
          "Alumni Relations Manager",
          "Sergeant Major",
          "Rising Star Program Manager",
          "Freshman Coordinator",
          "PhD Recruiter",
          "Student-Athlete Advisor",
          "MD",
          "BA",
          "MBA, Product Manager",
          "MBA | Product Manager",
          "Product Manager | MBA Student",
          "Analyst / MBA Candidate",
          "CEO at Acme | Founder (exited)",
          "Partner | Colonel, US Army (ret.)",
          "Trustee | Professor Emeritus",
          "Learning Consultant at Emeritus",
          "Ex-McKinsey | Product Manager",
          "Ex-Google, Ex-Meta, Software Engineer",
          "Ex Officio Member | Director",
          "Master of Ceremonies"});
    rows(TitleKind::studies,
         {"Student", "PhD Student", "Medical student at Yale", "MBA Candidate", "PhD Candidate in Physics",
          "Undergraduate", "Student, Class of 2027"});
    rows(TitleKind::none, {"Employee", "Freelance", "my own boss", "I help people grow"});
    rows(TitleKind::job,
         {"Analyst", "Student Advisor", "Working Student", "Graduate Student Researcher",
          "Incoming Goods Clerk", "Parent Coordinator", "Ex Officio Member", "Pastor", "Export Manager",
          "I/O Psychologist", "Leave Specialist", "Intern", "Sabbatical Officer Coordinator",
          "Exercise Physiologist"});
}

void FactsTest::tellsWhatATitleSays()
{
    QTEST(int(titleKind(QString::fromUtf8(QTest::currentDataTag()))), "kind");
}

void FactsTest::tellsTheTense_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<bool>("isFirst");
    QTest::addColumn<int>("tense");
    const auto row = [](const char *from, const char *to, bool isFirst, Tense tense) {
        QTest::newRow(qPrintable(u"%1 to %2%3"_s.arg(QString::fromUtf8(from), QString::fromUtf8(to),
                                                     isFirst ? u", first"_s : QString())))
                << QString::fromUtf8(from) << QString::fromUtf8(to) << isFirst << int(tense);
    };
    row("", "", true, Tense::present);
    row("", "", false, Tense::unknown);
    row("2020", "", false, Tense::present);
    for (const char *word : {"Present", "now", "NOW", "heute", "aujourd'hui", "à ce jour", "N/A", "现在"}) {
        row("", word, true, Tense::present);
    }
    row("2020", "2025", true, Tense::past);
    row("2020", "2026-04", true, Tense::past);
    row("2020", "2026", true, Tense::unknown);
    row("2020", "2026-05", true, Tense::unknown);
    row("2020", "2026-06", false, Tense::present);
    row("2020", "2030", false, Tense::present);
    row("2026-06", "", true, Tense::future);
    row("2027", "2030", true, Tense::future);
    row("2020", "2010", true, Tense::unknown);
    row("2020", "some day", true, Tense::unknown);
}

void FactsTest::tellsTheTense()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(bool, isFirst);
    QTEST(int(tenseOf(from, to, QDate(2026, 5, 14), isFirst)), "tense");
}
