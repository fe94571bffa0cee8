// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"

namespace crema {

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

FixedClock::FixedClock(QDateTime at) : m_at(std::move(at).toUTC()) { }

QDateTime FixedClock::now() const
{
    return m_at;
}

void FixedClock::advance(std::chrono::milliseconds by)
{
    m_at = m_at.addMSecs(by.count());
}

} // namespace crema
