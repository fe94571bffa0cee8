// SPDX-License-Identifier: GPL-3.0-or-later
#include "async/worker.h"

#include <QRunnable>
#include <QThreadPool>

namespace crema::async::detail {

namespace {

class Job final : public QRunnable
{
public:
    explicit Job(std::move_only_function<void()> job) : m_job(std::move(job)) { }
    void run() override { m_job(); }

private:
    std::move_only_function<void()> m_job;
};

} // namespace

void startOnPool(std::move_only_function<void()> job)
{
    QThreadPool::globalInstance()->start(new Job(std::move(job))); // the pool deletes it
}

Error cancelledBeforeStart()
{
    return failure(ErrorKind::cancelled, QStringLiteral("The work was cancelled before it began.")).error();
}

} // namespace crema::async::detail
