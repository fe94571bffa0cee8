// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

#include <utility>

namespace crema::write {

using TextPair = std::pair<QString, QString>;

/// What became of the sentences of a text.
struct SentencePairs
{
    QStringList dropped; ///< nothing in the other text is like them
    QVector<TextPair> changed; ///< before and after, with more than a third of their words in common
};

[[nodiscard]] SentencePairs pairSentences(const QString &before, const QString &after);

/// The runs of words that stand in place of one another: "I would like" and "I'd love". Short ones only; what
/// was only added or only taken away is none.
[[nodiscard]] QVector<TextPair> replacementsIn(const QString &before, const QString &after);

} // namespace crema::write
