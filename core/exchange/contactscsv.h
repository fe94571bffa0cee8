// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/contact.h"

#include <QByteArray>
#include <QStringList>

#include <span>

namespace crema::exchange {

enum class CsvStyle {
    /// For spreadsheets: UTF-8 with byte order mark, CRLF, cells that a spreadsheet would run as a formula
    /// made harmless
    /// by an apostrophe (which our import takes off again).
    excelSafe,
    /// Exact values, no mark; an `id` column, and a column `crema` with the whole record as JSON, so that
    /// importing the
    /// file gives back the same contacts.
    raw,
};

/// A table of the contacts: one column for each of `fields` (names of the flat document; all of them when
/// empty).
[[nodiscard]] QByteArray contactsCsv(std::span<const Contact> contacts, CsvStyle style,
                                     const QStringList &fields = {});

/// The cells of one row, with its line end.
[[nodiscard]] QByteArray csvRow(const QStringList &cells, CsvStyle style);

/// One cell as that style writes it, quoted where it must be.
[[nodiscard]] QByteArray csvCell(const QString &value, CsvStyle style);

} // namespace crema::exchange
