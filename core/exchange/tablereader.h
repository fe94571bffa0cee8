// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/peoplereader.h"

namespace crema::exchange {

/// Reads the people of a table whose shape is known. The text is cut into rows on this thread; what the rows
/// say is worked out on all processors. Fails with rejectedInput (a row that no table has) and cancelled.
[[nodiscard]] Result<ReadPeople> readTableRows(std::string_view text, const CsvDialect &dialect,
                                               const TableShape &shape, const ReadOptions &options);

} // namespace crema::exchange
