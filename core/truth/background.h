// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/contact.h"
#include "model/profile.h"

#include <QVector>

namespace crema::truth {

struct DirectoryKnowledge;

/// In order of strength.
enum class SharedKind { school, hometown, employer };

/// Something sender and recipient have in common, as both records say.
struct SharedBackground
{
    SharedKind kind = SharedKind::school;
    QString name; ///< as the recipient's record writes it
    QString senderName; ///< as the sender's profile writes it
    /// Hometown only: the recipient went to school in the sender's hometown (`name` is that school). Where
    /// they grew up is not on record, so nobody may say that they come from there.
    bool bySchoolPlace = false;
    bool current = false; ///< employer only: the recipient works there today
    Source sender;
    Source contact;

    [[nodiscard]] bool operator==(const SharedBackground &) const = default;
};

/// What the two share, strongest first: school, hometown (never the city they live in now), past employer.
/// Whole names and known aliases only; empty values and placeholders are never shared.
[[nodiscard]] QVector<SharedBackground> sharedBackground(const Profile &profile, const Contact &contact,
                                                         const DirectoryKnowledge &knowledge);

} // namespace crema::truth
