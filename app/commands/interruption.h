// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QSocketNotifier>

#include <stop_token>

namespace crema::app {

/// Ctrl+C, the wish of the system that the program ends (SIGTERM) and the end of its terminal (SIGHUP), while
/// a command or the window runs: the first one asks it to stop, a second one ends the program at once. One at
/// a time, on the thread of the event loop. Signals that were ignored when the program started ("nohup", a
/// job of a script) stay ignored.
class Interruption final
{
public:
    /// `tells`: says on standard error at once that the wish was heard; what runs may take a moment to stop.
    explicit Interruption(bool tells);
    ~Interruption();
    Q_DISABLE_COPY_MOVE(Interruption)

    /// For what runs in the event loop.
    [[nodiscard]] std::stop_token stopToken() const { return m_stop.get_token(); }
    /// For what waits without the event loop.
    [[nodiscard]] bool isRequested() const;
    /// All of standard input, at most `most` bytes; cancelled when interrupted while nothing comes.
    [[nodiscard]] Result<QByteArray> standardInput(qint64 most) const;

private:
    std::stop_source m_stop;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace crema::app
