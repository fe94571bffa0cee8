// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    ContactItemsTest contactItems;
    CorrectionsTest corrections;
    return QTest::qExec(&contactItems, argc, argv) + QTest::qExec(&corrections, argc, argv);
}
