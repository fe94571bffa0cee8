// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>
#include <QVector>

namespace crema::truth {

/// A stretch of a text in UTF-16 units.
struct Span
{
    qsizetype start = 0;
    qsizetype length = 0;

    [[nodiscard]] qsizetype end() const { return start + length; }
    [[nodiscard]] bool overlaps(const Span &other) const
    {
        return start < other.end() && other.start < end();
    }
    [[nodiscard]] QStringView of(QStringView text) const { return text.sliced(start, length); }
    [[nodiscard]] bool operator==(const Span &) const = default;
};

/// The sentences of a text, with their end marks, without the white space around them. A blank line ends a
/// sentence, the point of an abbreviation ("Inc.", "Dr.") or an initial ("J. Crew") does not.
[[nodiscard]] QVector<Span> sentencesOf(QStringView text);

/// A word of a text without the punctuation around it ("(Deloitte)," -> "Deloitte").
struct Word
{
    Span span;
    bool startsSentence = false;
    bool joinsNext = false; ///< only white space stands between it and the next word
};
[[nodiscard]] QVector<Word> wordsOf(QStringView text);

/// True for a word written as names are: it begins with a capital, has one inside ("eBay"), or is in a script
/// without capitals.
[[nodiscard]] bool isNameLike(QStringView word);
/// An address somebody could be led to: "https://x.example", "www.x.example/y", "a@x.example".
[[nodiscard]] bool isLinkLike(QStringView word);
[[nodiscard]] bool hasDigit(QStringView word);
/// Without what says whose something is: "Anna's", "the users'".
[[nodiscard]] QString withoutPossessive(const QString &text);
/// True for ordinary English words that are no names although they can stand capitalised: "I", "You", "Your",
/// "Would".
[[nodiscard]] bool isPlainWord(QStringView word);

/// White-space separated tokens; in text that is mostly in a script written without spaces (Chinese,
/// Japanese, Thai) two characters count as one word.
[[nodiscard]] int countWords(QStringView text);

} // namespace crema::truth
