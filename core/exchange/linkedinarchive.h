// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace crema::exchange {

/// What else the archive that LinkedIn sends its members holds: "Languages", "Certifications" for the files
/// that list the member's own skills and papers under names of columns that a table of people may have, too.
/// Told by the name of the file and its columns together; empty for any other file.
[[nodiscard]] QString partOfLinkedinArchive(const QStringList &headers, const QString &fileName);

} // namespace crema::exchange
