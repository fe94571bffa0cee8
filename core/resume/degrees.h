// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crema::resume {

/// What a line says about a degree, as written; empty where it says nothing.
struct DegreeWords
{
    QString degree; ///< "Bachelor of Science", "B.Sc. (Hons)", "MBA"
    QString major; ///< "Computer Science"
};

/// True when the last word tells that the text is a field of study: "Petroleum Engineering", "Art History".
[[nodiscard]] bool isFieldByName(const QString &text);

/// Where the first degree stands in the text; -1 when there is none.
[[nodiscard]] qsizetype degreeStart(const QString &text);

/// Where the first degree ends; -1 when there is none.
[[nodiscard]] qsizetype degreeEnd(const QString &text);

[[nodiscard]] DegreeWords degreeIn(const QString &line);

} // namespace crema::resume
