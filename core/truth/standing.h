// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/contact.h"

#include <QDate>
#include <QString>
#include <QStringView>

namespace crema::truth {

/// What stands in a title field.
enum class TitleKind {
    none, ///< nothing, or no title: "Employee", "Freelance", "My own boss"
    job,
    studies, ///< "Student", "MBA Candidate"; a working student has a job
    /// What is no work of today: "Former CEO", "Retired", "On maternity leave", "Open to work", "Aspiring
    /// Analyst". It says nothing of what somebody does where they are.
    away,
};
[[nodiscard]] TitleKind titleKind(QStringView title);

/// The title itself: "Product Manager" for "Product Manager at Spotify | Speaker" and for "Ex-McKinsey |
/// Product Manager".
[[nodiscard]] QString plainTitle(const QString &title);

/// Whether something is so today, as far as its dates tell.
enum class Tense { unknown, past, present, future };

/// True for an end that has not come: nothing, or a word such as "Present", "now", "heute".
[[nodiscard]] bool isOpenEnd(QStringView to);

/// Of a span between two dates of a record ("2021", "2021-03", "2021-03-14"). An open end means today where
/// a beginning is known or `isFirst`, since the first position of a record is the present one. In the month
/// or year that an end names nobody can tell. Without a valid `today`, what has an end is past.
[[nodiscard]] Tense tenseOf(QStringView from, QStringView to, QDate today, bool isFirst);

/// Of a school: an empty end says nothing, since many records leave it out.
[[nodiscard]] Tense tenseOf(const School &school, QDate today);
/// Of a position: its dates, and what its title says.
[[nodiscard]] Tense tenseOf(const Contact &contact, qsizetype position, QDate today);

} // namespace crema::truth
