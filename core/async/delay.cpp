// SPDX-License-Identifier: GPL-3.0-or-later
#include "async/delay.h"

#include "async/completion.h"

#include <QTimer>

#include <algorithm>

namespace crema {

Task<Result<>> delay(std::chrono::milliseconds duration, std::stop_token stop)
{
    const Completion<> done;
    QTimer timer;
    timer.setSingleShot(true);
    timer.setTimerType(Qt::PreciseTimer); // a coarse one may end early, and services count their retry times
    QObject::connect(&timer, &QTimer::timeout, &timer, [&done] { done.complete({}); });
    // Cancels from whatever thread requests the stop; completing only posts.
    const auto cancel = [&done] {
        done.complete(failure(ErrorKind::cancelled, QStringLiteral("The wait was cancelled.")));
    };
    const std::stop_callback onStop(stop, cancel);
    timer.start(std::max(duration, std::chrono::milliseconds(0)));
    co_return co_await done.future();
}

} // namespace crema
