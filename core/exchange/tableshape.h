// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "exchange/columns.h"
#include "exchange/csvreader.h"
#include "exchange/headerrow.h"

#include <QStringList>
#include <QVector>

#include <optional>
#include <string_view>

namespace crema::exchange {

/// What kind of file people come in.
enum class Format { automatic, csv, linkedin, google, outlook, vcard, json, ldif };

/// The word of the command line: "auto", "csv", "linkedin" ...
[[nodiscard]] QString formatName(Format format);
/// rejectedInput when there is no such format; the sentence lists them.
[[nodiscard]] Result<Format> formatFromName(const QString &name);

/// vcard, json, ldif or csv (a table of any kind), by how the text begins.
[[nodiscard]] Format formatOfText(std::string_view text);

/// What a table looks like before any of it is read as people.
struct TableShape
{
    Format format = Format::csv; ///< whose export it is, told by its column names
    ColumnMapping mapping;
    QStringList headers; ///< the column names; empty when the file has none
    QVector<QStringList> rows; ///< the first rows below the names, at most 50
    qint64 rowCount = 0; ///< of people; exact for small files, else estimated from the size of the first rows
    bool exactCount = true;
};

/// Finds the row of the column names (LinkedIn puts notes above it, other programs titles) and what each
/// column means: by its name in many spellings and languages, by its content where the name says nothing. A
/// file without names is recognised by its first row looking like data. rejectedInput when reading fails or
/// the table is empty. `headerRow`, when given, is where the user says the names stand (0: nowhere).
[[nodiscard]] Result<TableShape> shapeOf(std::string_view text, const CsvDialect &dialect, qint64 maxCell,
                                         std::optional<int> headerRow = {});

/// The same for rows at hand, whose names stand in the one at index `header` (-1: nowhere). They are counted
/// as if there were no more.
[[nodiscard]] TableShape shapeOfRecords(const QVector<Record> &records, qsizetype header);

} // namespace crema::exchange
