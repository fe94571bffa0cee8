// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>

namespace crema {

/// A stretch of a text that stayed, came or went.
struct DiffPiece
{
    enum class Kind { same, removed, added };
    Kind kind = Kind::same;
    QString text;

    [[nodiscard]] bool operator==(const DiffPiece &) const = default;
};

/// How `after` differs from `before`, word by word (Unicode's words: in scripts without spaces, character by
/// character). The pieces that are not `added` make up `before`, those that are not `removed` make up
/// `after`. Where both changed, what went stands before what came, and words that merely have a blank between
/// them are one piece. Texts that differ in more than some thousand words have their middle as one change.
[[nodiscard]] QVector<DiffPiece> wordDiff(const QString &before, const QString &after);

/// How many words of `before` are gone in `after`.
[[nodiscard]] int wordsRemoved(const QVector<DiffPiece> &pieces);

} // namespace crema
