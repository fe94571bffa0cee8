// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/role.h"
#include "tests.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace crema::prep;

void RoleTest::readsLevelAndWork_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<int>("level");
    QTest::addColumn<int>("work");
    const auto row = [](const char *title, Level level, Work work) {
        QTest::newRow(title) << QString::fromUtf8(title) << int(level) << int(work);
    };
    row("", Level::unknown, Work::unknown);
    row("Software Engineer", Level::unknown, Work::engineering);
    row("Senior Software Engineer", Level::senior, Work::engineering);
    row("Software Engineering Intern", Level::student, Work::engineering);
    row("Internal Audit Manager", Level::lead, Work::finance);
    row("International Sales Director", Level::head, Work::sales);
    row("Investment Banking Analyst", Level::junior, Work::finance);
    row("Summer Analyst", Level::student, Work::unknown);
    row("Associate", Level::junior, Work::unknown);
    row("Vice President", Level::head, Work::unknown);
    row("President", Level::top, Work::unknown);
    row("Managing Director, M&A", Level::top, Work::finance);
    row("Product Manager", Level::unknown, Work::product);
    row("Group Product Manager", Level::unknown, Work::product);
    row("Head of Product", Level::head, Work::product);
    row("Engineering Manager", Level::lead, Work::engineering);
    row("HR Business Partner", Level::unknown, Work::people);
    row("Partner", Level::top, Work::unknown);
    row("Product Owner", Level::unknown, Work::product);
    row("Owner", Level::top, Work::unknown);
    row("Co-Founder & CEO", Level::founder, Work::unknown);
    row("Executive Assistant to the CEO", Level::junior, Work::unknown);
    row("Chief of Staff", Level::senior, Work::operations);
    row("CTO", Level::top, Work::engineering);
    row("UX Designer", Level::unknown, Work::design);
    row("Product Marketing Manager", Level::lead, Work::marketing);
    row("Geschäftsführer", Level::top, Work::unknown);
    row("Directora de Marketing", Level::head, Work::marketing);
    row("データ部長", Level::head, Work::data);
    row("软件工程师", Level::unknown, Work::engineering);
    row("Барист", Level::unknown, Work::unknown);
    // What somebody is, and what they are there for.
    row("Intern to the Founder", Level::student, Work::unknown);
    row("Assistant to Founder & CEO", Level::junior, Work::unknown);
    row("Founder Relations Manager", Level::lead, Work::unknown);
    row("Head of Founder Success", Level::head, Work::unknown);
    row("Partner, Founder Institute", Level::top, Work::unknown);
    row("Founder in Residence", Level::unknown, Work::unknown);
    row("CEO and Founder", Level::founder, Work::unknown);
    row("Founder/CTO", Level::founder, Work::engineering);
    row("Founding Partner", Level::founder, Work::unknown);
    row("Gründer und Geschäftsführer", Level::founder, Work::unknown);
    row("Student Affairs Director", Level::head, Work::unknown);
    row("Student Recruitment Manager", Level::lead, Work::unknown);
    row("International Student Advisor", Level::unknown, Work::unknown);
    row("Intern Coordinator", Level::unknown, Work::unknown);
    row("Apprentice Program Director", Level::head, Work::unknown);
    row("Apprentice Electrician", Level::student, Work::unknown);
    row("Intern, Data Science", Level::student, Work::data);
    row("Trainee Solicitor", Level::student, Work::law);
    // What they do stands first, for whom or with what behind it.
    row("Senior Consultant, Financial Services", Level::senior, Work::consulting);
    row("Software Engineer, Machine Learning", Level::unknown, Work::engineering);
    row("Director, Product", Level::head, Work::product);
    row("Assistant Professor of Law", Level::senior, Work::research);
    row("Law Enforcement Officer", Level::unknown, Work::unknown);
    row("Data Entry Clerk", Level::unknown, Work::unknown);
    row("Data Center Technician", Level::unknown, Work::unknown);
    row("Health and Safety Officer", Level::unknown, Work::unknown);
    row("Lead Generation Specialist", Level::senior, Work::unknown);
    row("Talent Agent", Level::unknown, Work::unknown);
    row("Content Moderator", Level::unknown, Work::unknown);
    // Words of rank that are part of another name.
    row("Chief Marketing Officer", Level::top, Work::marketing);
    row("Chief Executive", Level::top, Work::unknown);
    row("Chief Product & Technology Officer", Level::top, Work::product);
    row("Editor-in-Chief", Level::head, Work::media);
    row("Crew Chief", Level::lead, Work::unknown);
    row("Fire Chief", Level::lead, Work::unknown);
    row("Chief Warrant Officer", Level::lead, Work::unknown);
    row("Partner Marketing Manager", Level::lead, Work::marketing);
    row("Partner Engineer", Level::unknown, Work::engineering);
    row("Partner Success Specialist", Level::senior, Work::unknown);
    row("Partner, Tax", Level::top, Work::finance);
    row("PhD Candidate Recruiter", Level::unknown, Work::people);
    row("Partner Success", Level::unknown, Work::unknown);
    row("Software Engineer | MBA Student", Level::unknown, Work::engineering);
    row("CTO | Speaker | Partner of two startups", Level::top, Work::engineering);
    row("Partner & Head of Tax", Level::top, Work::finance);
    row("Partner and Managing Director", Level::top, Work::unknown);
    row("Managing Partner", Level::top, Work::unknown);
    row("Senior Partner at a firm", Level::top, Work::unknown);
    row("Staff Nurse", Level::unknown, Work::health);
    row("Staff Accountant", Level::unknown, Work::finance);
    row("Staff Engineer", Level::senior, Work::engineering);
    row("Staff Software Engineer", Level::senior, Work::engineering);
}

void RoleTest::readsLevelAndWork()
{
    QFETCH(QString, title);
    const Role role = roleOf(title);
    QTEST(int(role.level), "level");
    QTEST(int(role.work), "work");
}

void RoleTest::tellsWhoFoundedTheFirm_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("firm");
    QTest::addColumn<bool>("founder");
    const auto row = [](const char *title, const char *firm, bool founder) {
        QTest::newRow(title) << QString::fromUtf8(title) << QString::fromUtf8(firm) << founder;
    };
    row("Founder", "Ledgerly", true);
    row("Founder & CEO", "Ledgerly", true);
    row("CEO | Co-Founder", "Ledgerly", true);
    row("Co-Founder, Head of Product", "Ledgerly", true);
    row("Founder of Ledgerly Inc.", "Ledgerly", true);
    row("Founder and CEO at Ledgerly", "Ledgerly GmbH", true);
    row("Founder, Investor | Speaker", "Ledgerly", true);
    row("Founder & CEO, Women's Network", "Women's Network", true);
    row("Founder of the Chess Club", "Google", false);
    row("Founder, Women in Tech Network", "Google", false);
    row("Founder & Director, Women's Society", "Google", false);
    row("Founder of Women in Tech at Google", "Google", false);
    row("Founder of Google Women's Network", "Google", false);
    row("Software Engineer | Founder of Codeclub", "Google", false);
    row("Software Engineer | Founder", "Google", false);
    row("Founder of Codeclub", "", true);
}

void RoleTest::tellsWhoFoundedTheFirm()
{
    QFETCH(QString, title);
    QFETCH(QString, firm);
    QTEST(roleOf(title, firm).level == Level::founder, "founder");
}
