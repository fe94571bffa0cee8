// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QVector>

namespace crema::pdl {

/// Counts what was asked within the last 60 seconds.
class MinuteLimit final
{
public:
    explicit MinuteLimit(qsizetype most) : m_most(most) { }

    /// Counts one more; false, counting nothing, when the minute is full.
    [[nodiscard]] bool take(const QDateTime &now)
    {
        // What lies in the future was counted before the clock was set back: forgotten, or it would never
        // end.
        m_taken.removeIf([&now](const QDateTime &at) {
            const qint64 age = at.msecsTo(now);
            return age < 0 || age >= minute;
        });
        if (m_taken.size() >= m_most) {
            return false;
        }
        m_taken << now;
        return true;
    }

private:
    static constexpr qint64 minute = 60'000; ///< milliseconds

    qsizetype m_most;
    QVector<QDateTime> m_taken;
};

} // namespace crema::pdl
