// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace crema::prep {

// Names of places and people by which headlines are judged.

/// The countries in which there is a place of this name, as countryKey gives them: of a country itself, a
/// region or a large town ("Birmingham" is in two). Empty when none is known.
[[nodiscard]] QStringList countriesOfPlace(const QString &place);
/// A part of a country that holds many towns: "Texas", "Yorkshire".
[[nodiscard]] bool isRegion(const QString &place);
/// The country of a domain's ending ("bluefern.co.uk"); empty for endings that say nothing (.com, .io).
[[nodiscard]] QString countryOfDomain(const QString &domain);

/// A common given name that is hardly anything else; `word` is folded.
[[nodiscard]] bool isGivenName(const QString &word);

} // namespace crema::prep
