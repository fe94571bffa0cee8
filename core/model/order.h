// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crema {

/// A position between two others in an ordered list (fractional index): a text of [0-9a-z] that sorts between
/// `before` and `after`; either may be empty for the list's end. Inserting never renumbers the neighbours, so
/// two devices can insert at once.
[[nodiscard]] QString positionBetween(const QString &before, const QString &after);

} // namespace crema
