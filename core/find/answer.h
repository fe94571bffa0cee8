// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/run.h"

#include <QStringList>
#include <QVector>

namespace crema::find {

/// What a provider found: the people, best first, and in words what was relaxed to find them (empty when
/// nothing was).
struct FindAnswer
{
    QVector<FoundPerson> people;
    QStringList widened;
    double vendorCredits = 0; ///< what the vendor took for it, in its own units
    int lost = 0; ///< requests whose answer was lost: nobody can tell whether the vendor counted them

    [[nodiscard]] bool operator==(const FindAnswer &) const = default;
};

} // namespace crema::find
