// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QMap>
#include <QStringList>

namespace crema::app {

/// The options and words a command takes, as written in its usage line: "[--status S] [--limit N] FILE".
/// "--name WORD" takes a value, "--name" alone is a switch, other words are positional; "..." after the last
/// one, or after an option's value, means one or more, "[...]" around it that it may be missing, "a|b" that
/// these are the words it takes.
struct Usage
{
    QString line;
};

/// A command's arguments, taken apart.
class Arguments final
{
public:
    /// rejectedInput naming the word that is wrong: an unknown option, one that is there twice, a missing
    /// value, too many or too few words, an empty path or id.
    [[nodiscard]] static Result<Arguments> parse(const QString &usage, const QStringList &words);

    [[nodiscard]] bool has(const QString &option) const { return m_values.contains(option); }
    [[nodiscard]] QString value(const QString &option) const { return m_values.value(option).value(0); }
    /// Of an option that may come several times.
    [[nodiscard]] QStringList values(const QString &option) const { return m_values.value(option); }
    /// A whole number within [low, high]; rejectedInput otherwise.
    [[nodiscard]] Result<int> number(const QString &option, int fallback, int low, int high) const;
    [[nodiscard]] const QStringList &words() const { return m_words; }
    [[nodiscard]] QString word(qsizetype index) const { return m_words.value(index); }

    /// key=value words from `first` on.
    [[nodiscard]] Result<QVector<std::pair<QString, QString>>> assignments(qsizetype first) const;

private:
    [[nodiscard]] static Result<> checkWords(const QStringList &placeholders, qsizetype least, bool repeats,
                                             const QStringList &words);

    QMap<QString, QStringList> m_values;
    QStringList m_words;
};

} // namespace crema::app
