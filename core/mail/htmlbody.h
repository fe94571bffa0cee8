// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crema::mail {

/// The text as HTML that reads like mail typed by hand: paragraphs at blank lines, line breaks kept, web and
/// email addresses as links, everything else escaped, no fonts or colours. Each paragraph takes its own
/// writing direction.
[[nodiscard]] QString htmlFromText(const QString &text);

} // namespace crema::mail
