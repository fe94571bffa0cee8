// SPDX-License-Identifier: GPL-3.0-or-later
#include "answertests.h"
#include "tests.h"

#include <QCoreApplication>
#include <QTest>

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    MessageTest message;
    ParseTest parse;
    HandoffTest handoff;
    HtmlBodyTest htmlBody;
    AnswersTest answers;
    DeliveryReportTest deliveryReport;
    int failed = 0;
    for (QObject *test : std::initializer_list<QObject *> {&message, &parse, &handoff, &htmlBody, &answers,
                                                           &deliveryReport}) {
        failed += QTest::qExec(test, argc, argv);
    }
    return failed;
}
