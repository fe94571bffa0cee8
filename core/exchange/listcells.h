// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/columns.h"

#include <QString>
#include <QStringList>

namespace crema::exchange {

// Cells that hold several values or a handle, each in the way of some program.

/// "#alumni #nyc", the tags of a chat, as a list with commas; other tags, also "#1", as they are.
[[nodiscard]] QString withoutHashes(const QString &value);

/// Several web addresses as Google joins them or parted by blanks, commas and semicolons.
[[nodiscard]] QStringList linksIn(const QString &value);

/// The profile of "@annlee" and "annlee" under "LinkedIn"; empty when it can be none.
[[nodiscard]] QString profileOfHandle(const QString &handle);
/// "annlee", "alee" and "leea" are of Ann Lee; "connected" is no handle of hers, and "ann" is of many.
[[nodiscard]] bool isMadeOfName(const QString &word, const QString &first, const QString &last);

/// Firms or titles as Google joins them ("Oxford ::: Balliol"), empty ones among them where it has gaps, and
/// what stands under "Companies".
[[nodiscard]] QStringList firmsIn(const QString &header, const QString &value);

/// "2009, 2013", but not "2005-2009": the classes of somebody who came back.
[[nodiscard]] bool holdsSeveralYears(const QString &value);

/// The values of a list as programs write it (["a", "b"], ['a', 'b']) as a cell of that field holds several;
/// other text as it is.
[[nodiscard]] QString withoutListSigns(const QString &value, Field field);

} // namespace crema::exchange
