// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/contact.h"
#include "model/profile.h"

#include <QDate>
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
    /// What may be said of both: where one name is of a part ("Harvard Business School", "Amazon Web
    /// Services"), that of the whole, since the other was perhaps never in that part.
    QString common;
    bool sameName = true; ///< both names mean the whole, or the same part
    /// Hometown only: the recipient went to school in the sender's hometown (`name` is that school). Where
    /// they grew up is not on record, so nobody may say that they come from there.
    bool bySchoolPlace = false;
    bool current = false; ///< employer only: the recipient works there today
    Source sender;
    Source contact;

    [[nodiscard]] bool operator==(const SharedBackground &) const = default;
};

/// What the two share, strongest first: school, hometown (never the city they live in now), past employer.
/// Whole names and known aliases only; empty values and placeholders are never shared, nor is what begins
/// after `today`, nor a firm where the recipient's title says that they are away or study.
[[nodiscard]] QVector<SharedBackground> sharedBackground(const Profile &profile, const Contact &contact,
                                                         const DirectoryKnowledge &knowledge,
                                                         QDate today = {});

} // namespace crema::truth
