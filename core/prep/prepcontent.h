// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/prep.h"
#include "model/profile.h"

#include <QDateTime>

#include <optional>

namespace crema::truth {
struct DirectoryKnowledge;
}

namespace crema::prep {

/// What a prep is made from.
struct PrepInput
{
    QString id; ///< of the prep to make
    Contact contact;
    Profile profile;
    std::optional<Resume> resume; ///< for talking points; the profile's own lines come first
    QDateTime now; ///< where the user is: its day is printed
    QVector<NewsItem> news {}; ///< about the firm, the newest first
};

/// How many questions a prep has.
inline constexpr int questionCount = 8;

/// Makes a prep from data on this computer alone: brief, similarities, questions, talking points and advice,
/// each resting on a known field; what is unknown is left out. Its status is "generating_pdf": the PDF is
/// what remains. The same input gives the same prep.
[[nodiscard]] Prep makePrep(const PrepInput &input, const truth::DirectoryKnowledge &knowledge);

// The parts, for one who wants them alone. `today` is where open spans end.

/// Up to six sentences about who this is; empty when nothing but the name is known.
[[nodiscard]] QVector<Claim> briefOf(const Contact &contact, QDate today);
/// What both records say the two share, strongest first: school, hometown, employer, field of study, city.
[[nodiscard]] QVector<Similarity> similaritiesOf(const Profile &profile, const Contact &contact,
                                                 const truth::DirectoryKnowledge &knowledge,
                                                 QDate today = {});
/// Eight questions by kind (path, role, firm, advice), each with the fact it rests on; questions that fit
/// anyone, with an empty `because`, only where the facts run out.
[[nodiscard]] QVector<Question> questionsFor(const PrepInput &input, const QVector<Similarity> &similarities);
/// Lines of the user's own resume and profile that touch this person's work, with where they stand.
[[nodiscard]] QVector<QString> talkingPointsFor(const PrepInput &input);

} // namespace crema::prep
