// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/deployment.h"
#include "model/contact.h"

namespace crema::flows {

/// The flat fields of a found person that the Free plan keeps.
[[nodiscard]] const QStringList &freeRunFields();

/// What the plan keeps of a person whom a paid provider found. Free: name, LinkedIn, the best address,
/// present title and firm, city and state, the first school, hometown. Pro: everything.
[[nodiscard]] Contact keptByPlan(const Contact &person, Plan plan);

} // namespace crema::flows
