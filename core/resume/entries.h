// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/profile.h"
#include "resume/resumelines.h"

#include <QVector>

#include <vector>

namespace crema::resume {

/// One job (or project) as the resume sets it: the lines of its header and what was done, wrapped lines
/// joined.
struct JobEntry
{
    std::vector<Line> header;
    QVector<ResumeLine> done;
};

/// Cuts the lines below a heading into entries.
[[nodiscard]] std::vector<JobEntry> entriesOf(const std::vector<Line> &lines);

} // namespace crema::resume
