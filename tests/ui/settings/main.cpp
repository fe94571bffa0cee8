// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests.h"

#include "ui/support/viewmain.h"

int main(int argc, char *argv[])
{
    // No secret service: a test must not write into the keychain of whoever runs it.
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    return crema::test::runViewTests<TestSettingsView, TestBackupCard, TestConnections, TestModelCard,
                                     TestNewsCard, TestGmailCard, TestEgress, TestWriting>(argc, argv);
}
