// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/peoplereader.h"

#include <QByteArray>
#include <QString>
#include <QVector>

#include <optional>

namespace crema::exchange {

/// The text of a file; what lists people in another way than a table does was made one.
struct SourceText : DecodedText
{
    bool isList = false; ///< lines that were made a table, with a row of names above them
    std::optional<int> headerRow {}; ///< of a table of a web page
    QVector<RowNote> told {}; ///< of how it became a table
};

/// Takes `encoding`, `fileName` and `stop` of the options; with `guess`, letters that can only be guessed are
/// guessed. Fails with rejectedInput (no text, not of that encoding, a page without a table of people).
[[nodiscard]] Result<SourceText> sourceText(const QByteArray &bytes, const ReadOptions &options, bool guess);

/// What to tell of the letters of a file that was read; empty where nothing is in doubt.
[[nodiscard]] QString wordsOfDoubt(const DecodedText &text);

} // namespace crema::exchange
