// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/emailcells.h"

#include <QStringList>

namespace crema::exchange {

/// What a remark behind an address says of it: a warning ("(do not use)", "- bounced", "no longer valid"),
/// that it is another's ("(my assistant)", "(EA)"); `words` for any other ("after 5pm", "not on Fridays",
/// "(Assistant Professor)"). Such phrases are told from names, so they count in front of "<>" as well.
[[nodiscard]] Beside besideOfRemark(const QStringList &words);

/// Adds the remark to what is known of the address.
void addRemark(CellAddress &found, const QString &remark, Beside beside);

} // namespace crema::exchange
