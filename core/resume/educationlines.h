// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "resume/degrees.h"
#include "resume/resumelines.h"
#include "resume/universities.h"

#include <vector>

namespace crema::resume {

/// What a line of the education part says.
struct EducationLine
{
    const Line *line = nullptr;
    SchoolName school;
    DegreeWords degree;
    bool secondary = false;
    bool continues = false; ///< the sentence of the line above goes on
    bool course = false; ///< a workshop, a certificate, a residency: no degree is taken there
    bool remark = false; ///< coursework, honours, activities: its years and names are no facts of the degree
};

/// Lines that name several schools taken apart: "B.A. History, Tufts University; M.A., Yale University".
[[nodiscard]] std::vector<Line> oneSchoolALine(const std::vector<Line> &lines);

/// The lines read; they must outlive what is returned.
[[nodiscard]] std::vector<EducationLine> educationLines(const std::vector<Line> &lines);

/// Somebody was there, but did not end with a degree: "withdrew", "no degree", "on hold".
[[nodiscard]] bool saysNoDegree(const EducationLine &line);

/// The year of graduation in a line; 0 when it says none or when it is not clear. `ownLine`: the line names
/// the school or the degree.
[[nodiscard]] int graduationYearIn(const EducationLine &line, bool ownLine);

} // namespace crema::resume
