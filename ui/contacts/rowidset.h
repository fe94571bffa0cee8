// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QVector>

#include <algorithm>
#include <vector>

namespace crema::ui {

/// A set of rowids. They are numbers close together, so a bit for each does: a list of a million is compared
/// with another one while the user is looking.
class RowIdSet final
{
public:
    explicit RowIdSet(const QVector<qint64> &rids)
    {
        if (rids.isEmpty()) {
            return;
        }
        const auto [least, most] = std::ranges::minmax(rids);
        m_first = least;
        if ((most - least) / bitsARow > rids.size()) {
            m_far = QSet<qint64>(rids.begin(), rids.end());
            return;
        }
        m_bits.resize(static_cast<size_t>(most - least) + 1);
        for (const qint64 rid : rids) {
            m_bits[static_cast<size_t>(rid - least)] = true;
        }
    }

    [[nodiscard]] bool contains(qint64 rid) const
    {
        if (m_bits.empty()) {
            return m_far.contains(rid);
        }
        const auto bit = static_cast<quint64>(rid) - static_cast<quint64>(m_first);
        return bit < m_bits.size() && m_bits[bit];
    }

private:
    static constexpr qint64 bitsARow = 256;

    qint64 m_first = 0;
    std::vector<bool> m_bits;
    QSet<qint64> m_far; ///< when they are not close together after all
};

} // namespace crema::ui
