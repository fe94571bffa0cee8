// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "resume/resumelines.h"

#include <QString>

#include <vector>

namespace crema::resume {

/// One thing said in the header of a job: the firm, the title, a unit. Dates and places are left out.
struct HeaderPiece
{
    enum class Kind { title, organisation, unit } kind = Kind::organisation;
    QString text;
    int line = 0; ///< 1-based in the whole text
    bool beside = false; ///< follows the title behind a comma: "Analyst, Acme"
};

/// The header lines of one job, read into pieces in order.
using EntryHeader = std::vector<HeaderPiece>;

[[nodiscard]] EntryHeader headerOf(const std::vector<Line> &lines);

/// True when a title and a firm are in it.
[[nodiscard]] bool isComplete(const EntryHeader &header);

/// "4 years 2 months": how long, not when.
[[nodiscard]] bool isDuration(const QString &text);

/// How the resume writes its jobs, learned from those that are clear.
struct HeaderStyle
{
    int organisationFirst = 0; ///< firm before title in so many headers
    int titleFirst = 0;
    int beside = 0; ///< "Title, Firm" with nothing else in the header
    int unitBeside = 0; ///< "Title, Unit" below a firm's own line
};

[[nodiscard]] HeaderStyle styleOf(const std::vector<EntryHeader> &headers);

/// The employer a header names; nullptr when it names none or is not clear.
[[nodiscard]] const HeaderPiece *employerIn(const EntryHeader &header, const HeaderStyle &style);

} // namespace crema::resume
