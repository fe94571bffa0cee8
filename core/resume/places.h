// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace crema::resume {

/// True when the whole text is where something was: "New York, NY", "London, UK", "Remote", "Berlin,
/// Germany".
[[nodiscard]] bool isPlace(QStringView text);

/// True for a lone name of a country, a US state or Canadian province (also in two capitals), or a large
/// city.
[[nodiscard]] bool isPlaceName(QStringView text);

/// The comma-separated parts of a line without the place at their end: {"Acme, Inc.", "Austin", "TX"} ->
/// {"Acme, Inc."}. Legal forms stay with the name before them ("Acme, Inc.").
[[nodiscard]] QStringList partsWithoutPlace(QStringView text);

} // namespace crema::resume
