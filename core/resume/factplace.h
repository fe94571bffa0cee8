// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/resume.h"

namespace crema::resume {

/// The lines of the text (1-based) in which a fact that was read stands: its own, and those its words run on
/// into. Empty when it has none.
[[nodiscard]] QVector<int> linesOfFact(const QString &text, const ResumeLine &fact);

/// Where lines stand on the page of the first of them; empty when that is not known.
[[nodiscard]] QVector<LinePlace> placesOfLines(const QVector<LinePlace> &places, const QVector<int> &lines);

} // namespace crema::resume
