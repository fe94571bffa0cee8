// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crema {

/// Seven digits and more that belong together, and no years ("2019 - 2021", "2024-05-01").
[[nodiscard]] bool hasPhoneNumber(const QString &text);
/// A house number and a street: "12 Main Street".
[[nodiscard]] bool hasStreetAddress(const QString &text);

} // namespace crema
