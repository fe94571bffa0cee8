// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QString>

namespace crema::prep {

struct TextStyle;

/// The font of a style for a text: our cut of Inter (resources/fonts/printfont.py), then installed fonts for
/// the scripts that it does not have.
[[nodiscard]] QFont printFont(const TextStyle &style, const QString &text);

/// The height of capitals as a share of the font size; the same for all weights of the fonts used here.
[[nodiscard]] qreal capitalHeight();

} // namespace crema::prep
