// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/tableshape.h"

#include <QString>

#include <optional>

namespace crema::exchange {

/// A file of the archive that LinkedIn sends its members which lists the member's own skills, papers or
/// addresses under names of columns that a table of people may have, too.
struct ArchivePart
{
    QString name; ///< "Languages"
    bool byFileName = false; ///< its columns alone would not tell
};

/// The part that a table is: told by its complete columns where nobody else has them, else by its first ones
/// and the name of the file together. Never one with a column of its own for an address, a telephone or a
/// firm; by the name of the file never one that names people.
[[nodiscard]] std::optional<ArchivePart> partOfLinkedinArchive(const TableShape &table,
                                                               const QString &fileName);

} // namespace crema::exchange
