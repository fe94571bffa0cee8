// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crema::exchange {

/// Names as the header of a message carries them (RFC 2047), "=?UTF-8?Q?J=C3=B6rg?=", copied from its source:
/// as they were meant. What is not well written, or in an encoding that nobody knows, stays as it is.
/// Apart from the mail's parser, which the import must not depend on.
[[nodiscard]] QString decodedWords(const QString &text);

/// Whether anything encoded is left: no name to write to anybody.
[[nodiscard]] bool holdsEncodedWords(const QString &text);

} // namespace crema::exchange
