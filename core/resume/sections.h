// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace crema::resume {

/// What a part of a resume is about. `leadership` takes in activities and volunteering, `other` whatever else
/// has a heading of its own (awards, publications); what stands in
/// `references` is about other people.
enum class Section {
    contact,
    summary,
    education,
    experience,
    leadership,
    projects,
    skills,
    references,
    other
};

/// The section that a line opens when the line is a heading and nothing else ("WORK EXPERIENCE",
/// "Ausbildung:", "Skills & Interests"); nullopt for any other line.
[[nodiscard]] std::optional<Section> headingOf(QStringView line);

} // namespace crema::resume
