// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    NormalisingTest normalising;
    return QTest::qExec(&normalising, argc, argv);
}
