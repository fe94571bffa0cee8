// SPDX-License-Identifier: GPL-3.0-or-later
#include "async/leaves.h"

#include <QDeadlineTimer>
#include <QEventLoop>
#include <QTimer>

#include <mutex>
#include <unordered_set>

namespace crema::async {

namespace {

struct Frames
{
    std::mutex mutex;
    std::unordered_set<void *> suspended;
};

// Never destroyed: a worker thread may still finish while static objects are torn down.
Frames &frames()
{
    static auto *const instance = new Frames;
    return *instance;
}

} // namespace

std::size_t pendingLeaves()
{
    const std::lock_guard lock(frames().mutex);
    return frames().suspended.size();
}

bool drain(std::chrono::milliseconds limit)
{
    return drainUntil([] { return pendingLeaves() == 0; }, limit);
}

bool drainUntil(const std::function<bool()> &isDone, std::chrono::milliseconds limit)
{
    const QDeadlineTimer deadline(limit);
    QEventLoop loop;
    QTimer wakeUp; // wakes the loop to look at the clock when no event arrives
    wakeUp.start(std::chrono::milliseconds(10));
    while (!isDone() && !deadline.hasExpired())
        loop.processEvents(QEventLoop::ExcludeUserInputEvents | QEventLoop::WaitForMoreEvents);
    return isDone();
}

namespace detail {

void leafSuspended(void *frame)
{
    const std::lock_guard lock(frames().mutex);
    frames().suspended.insert(frame);
}

void leafResumed(void *frame)
{
    const std::lock_guard lock(frames().mutex);
    frames().suspended.erase(frame);
}

} // namespace detail

} // namespace crema::async
