// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/keychain.h"
#include "support/spin.h"
#include "support/support.h"

#include <QObject>

class KeychainTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsAndForgets();
    void theUsersKeyWinsOverTheEnvironment();
    void theEnvironmentsKeyStaysWithItsServer();
    void withoutAStoreItKeepsForTheSession();
    void noticesAStoreThatForgets();
    void refusesAnEmptyKey();
    void saysWhenAKeyCannotBeRemoved();
    void namesKeysByServer();
    void aSecretDoesNotPrintItself();
};

class SystemStoreTest final : public QObject
{
    Q_OBJECT
public:
    /// The other half of usesARealStore, inside a D-Bus session with an unlocked keyring: 0 when all is well.
    [[nodiscard]] int useRealStore();
private Q_SLOTS:
    void usesARealStore();
    void fallsBackWithoutASession();
};
