// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include <QCoreApplication>
#include <QTest>

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    KnowledgeTest knowledge;
    DirectoryMatcherTest matcher;
    DirectorySearchTest search;
    SampleDirectoryTest sample;
    SuggestionIndexTest suggestions;
    VendorQueryTest query;
    VendorResolverTest resolver;
    int failed = 0;
    for (QObject *test : std::initializer_list<QObject *> {&knowledge, &matcher, &search, &sample,
                                                           &suggestions, &query, &resolver}) {
        failed += QTest::qExec(test, argc, argv);
    }
    return failed;
}
