// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

namespace crema::prep {

/// A word of a headline or name.
struct NewsWord
{
    QString text; ///< as it stands there, without "'s"
    QString folded;
    QString before; ///< what stands between it and the word before
    bool possessive = false;

    [[nodiscard]] bool isCapital() const;
    /// Begins the text or a part of it: what a capital means there is not known.
    [[nodiscard]] bool beginsPart() const;
    /// Only a blank or a hyphen stands between it and the word before.
    [[nodiscard]] bool isJoined() const;
};

[[nodiscard]] QVector<NewsWord> newsWords(const QString &text);

/// A run of words in a text.
struct WordSpan
{
    qsizetype from = 0;
    qsizetype to = 0; ///< behind the last word
};

/// The name of a firm as headlines have it.
struct FirmName
{
    QString text; ///< without legal form and additions: "Bluefern Labs" of "Bluefern Labs, Inc. (YC W21)"
    QVector<NewsWord> words;
    QString family; ///< of its legal form; empty when it has none
    bool isOrdinary = false; ///< every word is one of everyday language, or a quantity ("3M")
    bool isQuantity = false;
    bool isPersonLike = false; ///< begins with a given name, as people do: "Edward Jones"
};

/// Empty for what names no firm: "Self-employed", "Stealth startup", "N/A".
[[nodiscard]] FirmName firmName(const QString &given);

/// Where the name stands among the words.
[[nodiscard]] QVector<WordSpan> spansOf(const FirmName &name, const QVector<NewsWord> &words);

} // namespace crema::prep
