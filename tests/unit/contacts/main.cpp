// SPDX-License-Identifier: GPL-3.0-or-later
#include "duplicatestests.h"
#include "tests.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    IdentityTest identity;
    SamenessTest sameness;
    MergingTest merging;
    ImportPlanTest importPlan;
    StatusRulesTest statusRules;
    NameFormsTest nameForms;
    DuplicatesTest duplicates;
    MergeChoiceTest mergeChoice;
    FollowUpsTest followUps;
    int failed = 0;
    for (QObject *test :
         std::initializer_list<QObject *> {&identity, &sameness, &merging, &importPlan, &statusRules,
                                           &nameForms, &duplicates, &mergeChoice, &followUps}) {
        failed += QTest::qExec(test, argc, argv);
    }
    return failed;
}
