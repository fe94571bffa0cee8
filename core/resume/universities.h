// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crema::resume {

/// How sure a text names a place of higher education: a university or college by name, or only a part of one
/// ("Marshall School of Business").
enum class SchoolKind { none, part, whole };

struct SchoolName
{
    QString name; ///< as written, without place, dates and brackets
    SchoolKind kind = SchoolKind::none;
};

/// The university that a line of a resume's education names; kind `none` when it names none. Secondary
/// schools, clubs and events ("University Career Fair") are none.
[[nodiscard]] SchoolName universityIn(const QString &line);

/// True when the line ends inside the name of a school: "University of Cape".
[[nodiscard]] bool endsInsideSchool(const QString &line);

/// True for secondary education: "High School", "Gymnasium", "Lycée", "A-Levels", "Abitur".
[[nodiscard]] bool isSecondarySchool(QStringView line);

} // namespace crema::resume
