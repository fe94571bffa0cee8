// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crema::pdl {

// The vendor writes everything in lower case. Text that has a capital letter already is left as it is.

/// "ronan o'neil-mcdonald" -> "Ronan O'Neil-McDonald", "van der veldt" -> "van der Veldt", "john smith iii".
[[nodiscard]] QString properName(const QString &text);
/// "vp of hr" -> "VP of HR".
[[nodiscard]] QString properTitle(const QString &text);
/// "pinecrest energy llc" -> "Pinecrest Energy LLC", "ibm" -> "IBM", "jpmorgan chase" -> "JPMorgan Chase".
[[nodiscard]] QString properFirm(const QString &text);
/// "new york, new york, united states" -> "New York, New York, United States".
[[nodiscard]] QString properPlace(const QString &text);

} // namespace crema::pdl
