// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/oauth.h"

namespace crema::account {

/// The one spelling of a scope: Google gives "email" and "profile" back as long addresses.
[[nodiscard]] QString normalisedScope(const QString &scope);

/// Whether all of these were granted, however they are spelled. A scope that includes another is not known
/// here.
[[nodiscard]] bool hasScopes(const Grant &grant, const QStringList &scopes);

} // namespace crema::account
