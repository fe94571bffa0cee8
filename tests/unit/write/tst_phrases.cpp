// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "write/phrases.h"

using namespace Qt::StringLiterals;
using namespace crema;
using namespace crema::write;

void PhrasesTest::wordsNames_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    QTest::addColumn<QString>("greeting");
    QTest::addColumn<QString>("full");
    QTest::newRow("plain") << u"Zoë"_s << u"Müller"_s << u"Zoë"_s << u"Zoë Müller"_s;
    QTest::newRow("one word, as first name") << u"Suharto"_s << QString() << u"Suharto"_s << u"Suharto"_s;
    QTest::newRow("one word, as last name") << QString() << u"Suharto"_s << u"Suharto"_s << u"Suharto"_s;
    QTest::newRow("nothing") << QString() << QString() << QString() << QString();
    QTest::newRow("placeholder") << u"Not available"_s << u"Smith"_s << u"Smith"_s << u"Smith"_s;
    QTest::newRow("Chinese") << u"伟"_s << u"王"_s << u"王伟"_s << u"王伟"_s;
    QTest::newRow("Korean") << u"민준"_s << u"김"_s << u"김민준"_s << u"김민준"_s;
    QTest::newRow("Arabic") << u"محمد"_s << u"الأحمد"_s << u"محمد"_s << u"محمد الأحمد"_s;
    QTest::newRow("nickname and degree") << u"Li (Lisa)"_s << u"Johnson, CFA"_s << u"Li"_s << u"Li Johnson"_s;
    QTest::newRow("title") << u"Dr. Grace"_s << u"Lee"_s << u"Grace"_s << u"Grace Lee"_s;
    QTest::newRow("emoji") << u"Sarah 🚀"_s << u"Lee"_s << u"Sarah"_s << u"Sarah Lee"_s;
    QTest::newRow("template leftover") << u"{{first_name}}"_s << u"Lee"_s << u"Lee"_s << u"Lee"_s;
}

void PhrasesTest::wordsNames()
{
    QFETCH(QString, first);
    QFETCH(QString, last);
    Contact contact;
    contact.firstName = first;
    contact.lastName = last;
    QTEST(greetingName(contact), "greeting");
    QTEST(fullName(contact), "full");
}

void PhrasesTest::wordsFirms_data()
{
    QTest::addColumn<QString>("record");
    QTest::addColumn<QString>("said");
    QTest::newRow("legal form") << u"Apple Inc."_s << u"Apple"_s;
    QTest::newRow("legal form after a comma") << u"Acme, LLC"_s << u"Acme"_s;
    QTest::newRow("two legal forms") << u"Toyota Co., Ltd."_s << u"Toyota"_s;
    QTest::newRow("ampersand form stays") << u"Tiffany & Co."_s << u"Tiffany & Co."_s;
    QTest::newRow("company in the name stays") << u"Bain & Company"_s << u"Bain & Company"_s;
    QTest::newRow("a name that is a form") << u"The Limited"_s << u"The Limited"_s;
    QTest::newRow("not a firm") << u"Self-employed"_s << QString();
    QTest::newRow("placeholder") << u"N/A"_s << QString();
    QTest::newRow("web address") << u"https://example.com"_s << QString();
    QTest::newRow("domain as name") << u"Booking.com"_s << u"Booking.com"_s;
    QTest::newRow("other script") << u"株式会社日立製作所"_s << u"株式会社日立製作所"_s;
    QTest::newRow("far too long") << u"a "_s.repeated(40) << QString();
}

void PhrasesTest::wordsFirms()
{
    QFETCH(QString, record);
    QTEST(firmName(record), "said");
}

void PhrasesTest::wordsJobs_data()
{
    QTest::addColumn<QString>("record");
    QTest::addColumn<QString>("said"); // after "you"
    QTest::newRow("a") << u"Product Manager"_s << u"are a Product Manager"_s;
    QTest::newRow("an") << u"Analyst"_s << u"are an Analyst"_s;
    QTest::newRow("spelled letters") << u"MBA Associate"_s << u"are an MBA Associate"_s;
    QTest::newRow("u as in you") << u"UX Designer"_s << u"are a UX Designer"_s;
    QTest::newRow("university") << u"University Lecturer"_s << u"are a University Lecturer"_s;
    QTest::newRow("letters with ampersand") << u"FP&A Analyst"_s << u"are an FP&A Analyst"_s;
    QTest::newRow("one of its kind") << u"Head of Growth"_s << u"are Head of Growth"_s;
    QTest::newRow("CEO") << u"CEO & Co-Founder"_s << u"are CEO & Co-Founder"_s;
    QTest::newRow("director of") << u"Director of Engineering"_s << u"are Director of Engineering"_s;
    QTest::newRow("plain director") << u"Managing Director"_s << u"are a Managing Director"_s;
    QTest::newRow("department") << u"Sales"_s << u"work in Sales"_s;
    QTest::newRow("department in -ing") << u"Investment Banking"_s << u"work in Investment Banking"_s;
    QTest::newRow("a rank before a department") << u"VP Sales"_s << u"are a VP Sales"_s;
    QTest::newRow("a department in another language")
            << u"Directora de Marketing"_s << u"are a Directora de Marketing"_s;
    QTest::newRow("department before a dash") << u"Analyst - Marketing"_s << u"are an Analyst - Marketing"_s;
    QTest::newRow("other script") << u"产品经理"_s << u"work as 产品经理"_s;
    QTest::newRow("headline as title") << u"Consultant at Deloitte | Speaker"_s << u"are a Consultant"_s;
    QTest::newRow("too long, cut at a comma")
            << u"Vice President, Global Markets, Equities Derivatives Sales and Structuring, EMEA"_s
            << u"are a Vice President, Global Markets"_s;
    QTest::newRow("not a job") << u"Looking for opportunities"_s << QString();
    QTest::newRow("student") << u"Student"_s << QString();
    QTest::newRow("retired") << u"Retired"_s << QString();
}

void PhrasesTest::wordsJobs()
{
    QFETCH(QString, record);
    QTEST(doing(record), "said");
}

void PhrasesTest::wordsSchoolsAndTowns()
{
    QCOMPARE(schoolName(u"University of Michigan"_s), u"the University of Michigan"_s);
    QCOMPARE(schoolName(u"Yale University"_s), u"Yale University"_s);
    QCOMPARE(schoolName(u"none"_s), QString());
    QCOMPARE(townName(u"Evanston, IL"_s), u"Evanston"_s);
    QCOMPARE(townName(u"Remote"_s), QString());
    QCOMPARE(townName(u"Greater Chicago Area"_s), QString());
}
