// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace crema::exchange {

/// What else the archive that LinkedIn sends its members holds: "Languages", "Certifications" for the files
/// that list the member's own skills and papers under names of columns that a table of people has, too. Empty
/// for any other table. `fileName` tells a file of one column, "Name", from a list of people.
[[nodiscard]] QString partOfLinkedinArchive(const QStringList &headers, const QString &fileName);

} // namespace crema::exchange
