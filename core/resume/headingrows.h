// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "resume/resumelines.h"

#include <vector>

namespace crema::resume {

/// A row of headings ("EXPERIENCE\tEDUCATION") begins columns that stand side by side: the lines with one
/// column after the other. What cannot be told to be of one column is left out.
[[nodiscard]] std::vector<Line> withoutHeadingRows(const std::vector<Line> &lines);

/// Parts of experience cut where a heading begins that we do not know: where all headings of the resume stand
/// in capitals and its firms do not, a line in capitals is a heading.
[[nodiscard]] std::vector<Part> cutAtUnknownHeadings(const std::vector<Part> &parts);

} // namespace crema::resume
