// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/deployment.h"
#include "exchange/rowreader.h"
#include "exchange/tableshape.h"
#include "exchange/textdecoding.h"

#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

// The way in: the bytes of a file -> what it looks like (`preview`) -> the people in it (`readPeople`). Pure:
// nothing is looked up or written.

namespace crema::exchange {

/// How to read a file.
struct ReadOptions
{
    Format format = Format::automatic; ///< what the user says it is
    /// As corrected by the user; else the one `preview` finds. Without columns it says only where the names
    /// stand and what separates the cells, and the columns are found.
    std::optional<ColumnMapping> mapping;
    Limits limits;
    QString encoding; ///< what the user says the text is written in; empty to find out
    QString sheet; ///< of a workbook, the one to read; empty to find out
    QString fileName; ///< for the messages
    std::function<void(qint64 done, qint64 total)> progress; ///< bytes; called now and then, may be empty
    std::stop_token stop;
};

/// What a file looks like.
struct Preview
{
    Format format = Format::csv;
    QString encoding; ///< as it is shown
    Doubt doubt = Doubt::none;
    QString sheet; ///< of a workbook, the one that is shown; empty for any other file
    QStringList sheets; ///< of a workbook, those with anything in them
    ColumnMapping mapping; ///< of tables; to be corrected and passed to `readPeople`
    QStringList headers;
    QVector<QStringList> rows; ///< the first 50
    qint64 rowCount = 0; ///< of people
    bool exactCount = true; ///< false when `rowCount` is an estimate
};

/// The people of a file. Every row with anything in it is either a person or in `invalid`.
struct ReadPeople
{
    Format format = Format::csv;
    contacts::People people;
    QVector<RowNote> invalid; ///< rows that are nobody, with the reason
    QVector<RowNote>
            warnings; ///< of rows that were read: what in them was not understood, and where it was kept
};

/// Of a ZIP the file inside that lists people is read, as `memberWithPeople` finds it.
/// Fails with rejectedInput: empty, neither text nor workbook (PDF, picture), a cell beyond the limit, not of
/// the named format, no sheet of that name. With a mapping in `options` it shows the table by that mapping.
/// Letters that can only be guessed are guessed: the user sees them.
[[nodiscard]] Result<Preview> preview(const QByteArray &bytes, const ReadOptions &options = {});

/// As `preview`; also rejectedInput when no column tells who a row is about (the sentence lists the columns),
/// and `cancelled`. An empty table with column names gives no people and no error.
[[nodiscard]] Result<ReadPeople> readPeople(const QByteArray &bytes, const ReadOptions &options = {});

} // namespace crema::exchange
