// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace crema::contacts {

// What people and programs write where they know nothing. It is kept as it stands, but never says that two
// records are one person.

/// True for "LinkedIn Member", "First Last", "Unknown": nobody's name. `words` are folded.
[[nodiscard]] bool isNobodysName(const QStringList &words);

/// True for "self-employed", "stealth startup", "seeking new opportunities": two people who write it do not
/// work together. `key` as companyKey() gives it.
[[nodiscard]] bool isNoFirm(const QString &key);

/// True for "none@none.com", "test@test.com": typed to get past a form. `email` as normalisedEmail() gives
/// it.
[[nodiscard]] bool isNobodysAddress(const QString &email);

} // namespace crema::contacts
