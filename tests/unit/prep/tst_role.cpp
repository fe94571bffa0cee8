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
}

void RoleTest::readsLevelAndWork()
{
    QFETCH(QString, title);
    const Role role = roleOf(title);
    QTEST(int(role.level), "level");
    QTEST(int(role.work), "work");
}
