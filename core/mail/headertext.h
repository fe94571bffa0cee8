// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crema::mail {

/// A header's value as people read it: unfolded, its encoded words (RFC 2047) decoded.
[[nodiscard]] QString headerWords(const QString &value);

} // namespace crema::mail
