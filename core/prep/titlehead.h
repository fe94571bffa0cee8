// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace crema::prep {

// A word of a title may be what somebody is or what they are there for: "Intern" and "Intern Coordinator",
// "Founder & CEO" and "Head of Founder Success". These are true only for what somebody is.

/// Of the firm, where one is given: not "Founder, Women's Network" nor "Engineer | Founder of Codeclub"
/// there.
[[nodiscard]] bool saysFounder(QStringView title, QStringView firm = {});
/// A student, an intern or an apprentice.
[[nodiscard]] bool saysStudent(QStringView title);

} // namespace crema::prep
