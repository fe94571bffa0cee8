// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "resume/resumelines.h"

#include <vector>

namespace crema::resume {

/// The degree that running text tells first with its school, as a line of its own: "MPH from Yale University"
/// of "She holds an MPH from Yale University and a BA from ...". Empty where no sentence tells both.
[[nodiscard]] std::vector<Line> degreeInSentences(const std::vector<Line> &lines);

/// True for a sentence about somebody: the schools in it may be anybody's.
[[nodiscard]] bool isProse(const QString &text);

/// "MPH from Yale University and BA from Mount Holyoke College" taken apart before the second degree.
[[nodiscard]] QStringList oneDegreeAPiece(const QString &text);

} // namespace crema::resume
