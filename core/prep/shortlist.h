// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>

#include <algorithm>

namespace crema::prep {

/// What stays of a list of which only `most` have room: first what `isAsked` of, then what stands first; in
/// the order of the list.
template <typename Item, typename IsAsked>
[[nodiscard]] QVector<Item> shortlist(const QVector<Item> &list, int most, IsAsked isAsked)
{
    qsizetype asked = std::min<qsizetype>(most, std::ranges::count_if(list, isAsked));
    qsizetype others = most - asked;
    QVector<Item> kept;
    for (const Item &item : list) {
        if ((isAsked(item) ? asked : others)-- > 0) {
            kept << item;
        }
    }
    return kept;
}

/// "and 2 more in the program"; empty for none.
[[nodiscard]] QString moreInTheProgram(qsizetype count);

} // namespace crema::prep
