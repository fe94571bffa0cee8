// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "ui/theme/glyph.h"

#include <QDateTime>
#include <QString>

namespace crema::ui {

/// How an error is told to people: a heading by kind, and what they can do. The error's own `text` (what,
/// where, what was kept) goes between the two; `detail` is never shown.
struct ErrorWords
{
    QString heading {};
    QString advice {}; ///< empty when there is nothing to add
    QString retry {}; ///< text of the button that tries again; empty when that cannot help
    Tone tone = Tone::bad;
    Glyph glyph = Glyph::error;
};

/// The one table from error kind to translated words.
[[nodiscard]] ErrorWords wordsFor(ErrorKind kind);
/// The same, and what the answer of a service adds to it: a key that was refused, an account there without
/// credits, a fault of the service, when it works again.
[[nodiscard]] ErrorWords wordsFor(const Error &error, const QDateTime &now);
/// What happened and what can be done, for below the heading.
[[nodiscard]] QString textOf(const Error &error, const ErrorWords &words);

} // namespace crema::ui
