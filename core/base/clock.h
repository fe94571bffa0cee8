// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <chrono>

namespace crema {

using namespace std::chrono_literals;

/// Where "now" comes from, so that a test can hold it. Thread-safe.
class Clock
{
public:
    Clock() = default;
    Clock(const Clock &) = delete;
    Clock &operator=(const Clock &) = delete;
    virtual ~Clock() = default;

    /// The present moment in UTC, to the millisecond.
    [[nodiscard]] virtual QDateTime now() const = 0;
};

/// The computer's clock.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override;
};

/// A clock that stands still until it is moved.
class FixedClock final : public Clock
{
public:
    explicit FixedClock(QDateTime at);
    [[nodiscard]] QDateTime now() const override;
    void advance(std::chrono::milliseconds by);

private:
    QDateTime m_at;
};

} // namespace crema
