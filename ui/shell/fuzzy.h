// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>

#include <optional>

namespace crema::ui {

/// How well typed letters fit a text.
struct FuzzyMatch
{
    int score = 0; ///< higher is better
    QVector<int> positions; ///< the letters of the text that were met, for emphasis
};

/// Whether all letters of `typed` occur in `text` in their order; case and accents do not matter, blanks are
/// skipped. Starts of words and runs of letters count more than scattered ones. Nothing typed fits everything
/// with score 0.
[[nodiscard]] std::optional<FuzzyMatch> fuzzyMatch(QStringView typed, QStringView text);

} // namespace crema::ui
