// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/contact.h"

#include <QString>

namespace crema::write {

// How names are worded inside an English sentence. Every result is empty when the value cannot be said:
// unknown, a placeholder, or so long that no sentence carries it. The words of the record itself are never
// changed, only cut.

/// The name for the greeting: "Zoë"; without titles, degrees, nicknames in brackets and emoji. Chinese,
/// Japanese and Korean names are given in full, family name first.
[[nodiscard]] QString greetingName(const Contact &contact);
[[nodiscard]] QString fullName(const Contact &contact);

/// A firm as people say it: "Apple" for "Apple Inc.", "the U.S. Department of State".
[[nodiscard]] QString firmName(const QString &company);
/// A job title without what does not belong to it: "Product Manager" for "Product Manager at Spotify |
/// Speaker".
[[nodiscard]] QString jobTitle(const QString &title);
/// What somebody does, as it follows "you": "are a Product Manager", "are Head of Growth", "work in Sales",
/// "work as 产品经理".
[[nodiscard]] QString doing(const QString &title);
/// The same for the past: "were a Product Manager", "worked in Sales".
[[nodiscard]] QString did(const QString &title);
/// What somebody studies and where, as it follows "you": "are an MBA Candidate at Yale"; empty for a job.
[[nodiscard]] QString studying(const QString &title, const QString &school);
/// A role as it follows "as": "a Product Manager", "Head of Growth"; empty for a department.
[[nodiscard]] QString role(const QString &title);
/// A school inside a sentence: "the University of Michigan", "Yale University".
[[nodiscard]] QString schoolName(const QString &school);
/// "Chicago" for "Chicago, IL".
[[nodiscard]] QString townName(const QString &town);
/// A subject of study: "Economics" for "Bachelor of Arts, Economics" stays as it is; cut only at bars.
[[nodiscard]] QString fieldName(const QString &field);

} // namespace crema::write
