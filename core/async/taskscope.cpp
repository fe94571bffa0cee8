// SPDX-License-Identifier: GPL-3.0-or-later
#include "async/taskscope.h"

#include <QMetaObject>

namespace crema {

TaskScope::TaskScope() = default;

TaskScope::~TaskScope()
{
    m_stop.request_stop();
    m_core->context.reset(); // drops results that wait in the event queue
}

void TaskScope::requestStop()
{
    // The fresh source first: a stop callback may look at this scope or launch again.
    std::stop_source stopped = std::exchange(m_stop, std::stop_source());
    stopped.request_stop();
}

void TaskScope::finish(const std::shared_ptr<Core> &core, std::stop_token stop,
                       std::move_only_function<void()> deliver)
{
    if (!core->context || stop.stop_requested()) {
        --core->running;
        return;
    }
    // Shared, because the queued call needs a copyable function.
    auto call = std::make_shared<std::move_only_function<void()>>(std::move(deliver));
    QMetaObject::invokeMethod(
            core->context.get(),
            [core, stop, call] {
                --core->running;
                // From here on the scope may be destroyed by the callback; only the copies above are touched.
                if (!stop.stop_requested())
                    (*call)();
            },
            Qt::QueuedConnection);
}

} // namespace crema
