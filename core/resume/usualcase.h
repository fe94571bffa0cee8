// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crema::resume {

// Resumes set names in capitals for looks; in an email they would shout. Both leave text alone that already
// has small letters.

/// A person's name: "JANE O'NEIL-MCDONALD III" becomes "Jane O'Neil-McDonald III", and a family name in
/// capitals ("Jane DOE") is one as well. Initials stay.
[[nodiscard]] QString usualPersonCase(const QString &name);

/// A school, firm, subject or place: "UNIVERSITY OF TEXAS AT AUSTIN" becomes "University of Texas at Austin".
/// Acronyms stay ("USC", "IBM CORPORATION" becomes "IBM Corporation"), as does one short word alone.
[[nodiscard]] QString usualTitleCase(const QString &text);

} // namespace crema::resume
