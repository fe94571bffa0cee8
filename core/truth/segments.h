// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringView>

namespace crema::truth {

/// The parts of a name that punctuation separates: commas, brackets, slashes, bars, and dashes with blanks
/// around them ("Wisconsin-Madison" is one part). Trimmed, without empty ones.
[[nodiscard]] QList<QStringView> segmentsOf(QStringView text);

} // namespace crema::truth
