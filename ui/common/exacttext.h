// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QTextDocument;

namespace crema::ui {

/// The text of an editor as it is, lines ended with "\n". QPlainTextEdit::toPlainText() turns no-break spaces
/// into plain ones, which would change a French sentence by looking at it.
[[nodiscard]] QString exactText(const QTextDocument &document);

} // namespace crema::ui
