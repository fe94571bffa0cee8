// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crema {

/// The words of a text as `foldedWords` gives them, with one blank between them: "O'Neil-Smith" -> "oneil
/// smith".
[[nodiscard]] QString foldedLine(QStringView text);

} // namespace crema
