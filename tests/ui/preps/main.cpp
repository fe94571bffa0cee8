// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "ui/support/viewmain.h"

int main(int argc, char *argv[])
{
    return crema::test::runViewTests<TestPrepListModel, TestPrepsView, TestChat>(argc, argv);
}
