// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crema::prep {

/// The text as it can be printed with outline fonts: emoji and their joiners are left out or mapped to a
/// plain sign
/// ("✅" -> "✓"), letters of the "mathematical" styles become ordinary ones, white space becomes single
/// blanks. Colour emoji are not drawn into a PDF by Qt 6.4 and their width changes from one print to the
/// next.
[[nodiscard]] QString printableLine(QStringView text);

/// True when the text is written from right to left. A sentence in English with Arabic names in it is not,
/// however many they are.
[[nodiscard]] bool readsRightToLeft(QStringView text);

} // namespace crema::prep
