// SPDX-License-Identifier: GPL-3.0-or-later
#include "async/completion.h"

#include "async/leaves.h"

#include <QMetaObject>
#include <QObject>

namespace crema::async::detail {

CompletionBase::CompletionBase() = default;
CompletionBase::~CompletionBase() = default;

bool CompletionBase::isComplete() const
{
    const std::lock_guard lock(m_mutex);
    return m_complete;
}

bool CompletionBase::beginWait(std::coroutine_handle<> waiter)
{
    const std::lock_guard lock(m_mutex);
    if (m_complete)
        return false;
    Q_ASSERT_X(!m_waiter, "Completion", "awaited by two coroutines");
    // An object of our own per wait: unlike one per thread it cannot disappear under a completing thread.
    m_context = std::make_unique<QObject>();
    m_waiter = waiter;
    leafSuspended(waiter.address());
    return true;
}

void CompletionBase::completeLocked()
{
    m_complete = true;
    if (!m_waiter)
        return;
    // Posted under the lock, so that the waiting side cannot destroy the context meanwhile.
    QMetaObject::invokeMethod(
            m_context.get(), [self = shared_from_this()] { self->resumeWaiter(); }, Qt::QueuedConnection);
}

void CompletionBase::resumeWaiter()
{
    std::coroutine_handle<> waiter;
    std::unique_ptr<QObject> context;
    {
        const std::lock_guard lock(m_mutex);
        waiter = std::exchange(m_waiter, {});
        context = std::move(m_context);
    }
    if (!waiter)
        return;
    context.reset(); // allowed inside the object's own queued call
    leafResumed(waiter.address());
    waiter.resume();
}

void CompletionBase::forgetWaiter()
{
    std::unique_ptr<QObject> context; // destroyed after the lock is released: that drops the posted call
    const std::lock_guard lock(m_mutex);
    context = std::move(m_context);
    if (const std::coroutine_handle<> waiter = std::exchange(m_waiter, {}))
        leafResumed(waiter.address());
}

Error droppedError()
{
    return failure(ErrorKind::cancelled, QStringLiteral("The work was dropped before it was done.")).error();
}

} // namespace crema::async::detail
