// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crema {

/// One text that two writers changed.
struct MergedText
{
    QString text;
    bool isClean = true; ///< both did not change the same line

    [[nodiscard]] bool operator==(const MergedText &) const = default;
};

/// Puts together what `mine` and `theirs` made of `base`. Where both changed the same line nothing of either
/// goes: the whole of `mine` is followed by the lines that only `theirs` has.
[[nodiscard]] MergedText mergedText(const QString &base, const QString &mine, const QString &theirs);

} // namespace crema
