// SPDX-License-Identifier: GPL-3.0-or-later
#include "casetests.h"
#include "modelfactstest.h"
#include "tests.h"

#include <QGuiApplication>
#include <QTest>

int main(int argc, char **argv)
{
    QGuiApplication app(argc, argv);
    FactsTest facts;
    RulesTest rules;
    ExtractionTest extraction;
    PdfTest pdf;
    PlacesTest places;
    UsualCaseTest usualCase;
    ModelFactsTest modelFacts;
    int failed = 0;
    for (QObject *test :
         std::initializer_list<QObject *> {&facts, &rules, &extraction, &pdf, &places, &usualCase, &modelFacts}) {
        failed += QTest::qExec(test, argc, argv);
    }
    return failed;
}
