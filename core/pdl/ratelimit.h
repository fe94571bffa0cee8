// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QVector>

#include <algorithm>

namespace crema::pdl {

/// Counts what was asked within the last minute and the last day (of this process), and keeps still for as
/// long as the vendor asks.
class RateLimit final
{
public:
    RateLimit(qsizetype perMinute, qsizetype perDay) : m_perMinute(perMinute), m_perDay(perDay) { }

    /// Counts one more; false, counting nothing, when the minute or the day is full.
    [[nodiscard]] bool take(const QDateTime &now)
    {
        // What lies in the future was counted before the clock was set back: forgotten, or it would never
        // end.
        m_taken.removeIf([&now](const QDateTime &at) { return !isWithin(at, now, day); });
        if (m_stillFrom.isValid() && isWithin(m_stillFrom, now, m_stillFor)) {
            return false;
        }
        const auto lately = std::ranges::count_if(
                m_taken, [&now](const QDateTime &at) { return isWithin(at, now, minute); });
        if (lately >= m_perMinute || m_taken.size() >= m_perDay) {
            return false;
        }
        m_taken << now;
        return true;
    }

    /// The vendor said that it takes no more for `milliseconds`.
    void keepStill(const QDateTime &now, qint64 milliseconds)
    {
        m_stillFrom = now;
        m_stillFor = milliseconds;
    }

private:
    static constexpr qint64 minute = 60'000; ///< milliseconds
    static constexpr qint64 day = 24 * 60 * minute;

    [[nodiscard]] static bool isWithin(const QDateTime &at, const QDateTime &now, qint64 span)
    {
        const qint64 age = at.msecsTo(now);
        return age >= 0 && age < span;
    }

    qsizetype m_perMinute;
    qsizetype m_perDay;
    QVector<QDateTime> m_taken;
    QDateTime m_stillFrom;
    qint64 m_stillFor = 0;
};

} // namespace crema::pdl
