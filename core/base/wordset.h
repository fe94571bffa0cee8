// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>
#include <QStringView>

namespace crema {

/// The words (or phrases) of a list that is written as one text.
[[nodiscard]] inline QSet<QString> wordSet(QStringView list, QChar between = u' ')
{
    QSet<QString> words;
    for (const QStringView word : list.split(between, Qt::SkipEmptyParts)) {
        words.insert(word.trimmed().toString());
    }
    return words;
}

} // namespace crema
