// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobengine.h"

#include "base/dates.h"
#include "base/log.h"
#include "ledger/credits.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::jobs {

namespace {

// Inside a job's input, beside what its kind needs: what was reserved, so that it can be given back after a crash.
constexpr const char *reservedKey = "reservedCredits";

int reservedBy(const store::JobRow &job)
{
    return static_cast<int>(intAt(job.input, reservedKey));
}

int chargeOf(const JobKind &kind, const store::JobRow &job)
{
    return kind.toCharge ? kind.toCharge(job.input, job.results) : 0;
}

} // namespace

JobEngine::JobEngine(store::Store &store, const store::Reader &reader, const Deployment &deployment, const Clock &clock, IdSource &ids)
    : m_store(store), m_reader(reader), m_deployment(deployment), m_clock(clock), m_ids(ids)
{
}

void JobEngine::add(JobKind kind)
{
    const QString name = kind.name;
    m_kinds.insert(name, std::move(kind));
}

Result<const JobKind *> JobEngine::kindNamed(const QString &name) const
{
    const auto it = m_kinds.find(name);
    if (it == m_kinds.end()) {
        return failure(ErrorKind::internal, u"This version of Crema does not know jobs of the kind \"%1\"."_s.arg(name));
    }
    return &*it;
}

Task<Result<>> JobEngine::grantIfDue()
{
    auto due = ledger::dueGrant(m_reader, m_deployment, m_clock.now(), m_ids.next());
    if (!due) {
        co_return std::unexpected(due.error());
    }
    if (*due) {
        const auto granted = co_await m_store.apply(std::move(**due));
        if (!granted) {
            co_return std::unexpected(granted.error());
        }
    }
    co_return Result<> {};
}

Task<Result<store::JobRow>> JobEngine::run(QString kindName, QString title, Json input, std::stop_token stop)
{
    const auto kind = kindNamed(kindName);
    if (!kind) {
        co_return std::unexpected(kind.error());
    }
    const int credits = (*kind)->toReserve ? (*kind)->toReserve(input) : 0;
    const auto granted = co_await grantIfDue();
    if (!granted) {
        co_return std::unexpected(granted.error());
    }
    const auto balance = ledger::readCredits(m_reader, m_deployment);
    if (!balance) {
        co_return std::unexpected(balance.error());
    }
    if (const auto affordable = ledger::checkAffordable(*balance, m_deployment, credits); !affordable) {
        co_return std::unexpected(affordable.error());
    }
    store::JobRow job;
    job.id = m_ids.next();
    job.kind = kindName;
    job.title = title;
    job.state = u"running"_s;
    job.stage = (*kind)->stages.front().name;
    job.input = std::move(input);
    job.input[reservedKey] = credits;
    job.total = static_cast<int>((*kind)->stages.size());
    job.paid = credits > 0;
    job.createdAt = toStoredTime(m_clock.now());
    store::Operation start;
    start.origin = store::Origin::job;
    start.jobs.push_back(job);
    ledger::reserve(start, m_deployment, job.id, credits, m_ids.next());
    const auto started = co_await m_store.apply(std::move(start));
    if (!started) {
        co_return std::unexpected(started.error());
    }
    co_return co_await drive(job, stop);
}

Task<Result<store::JobRow>> JobEngine::resume(QString jobId, std::stop_token stop)
{
    const auto job = m_reader.job(jobId);
    if (!job) {
        co_return std::unexpected(job.error());
    }
    if (!job->isOpen()) {
        co_return failure(ErrorKind::rejectedInput, u"The job \"%1\" has ended (%2)."_s.arg(job->id, job->state));
    }
    if (m_live.contains(job->id)) {
        co_return failure(ErrorKind::conflict, u"The job \"%1\" is running."_s.arg(job->id));
    }
    co_return co_await drive(*job, stop);
}

Task<Result<store::JobRow>> JobEngine::drive(store::JobRow job, std::stop_token stop)
{
    const auto kind = kindNamed(job.kind);
    if (!kind) {
        co_return std::unexpected(kind.error());
    }
    const QString id = job.id;
    Live &live = m_live[id];
    live.progress = { id, job.title, job.stage, job.done, job.total };
    const std::stop_token own = live.stop.get_token();
    const std::stop_callback relay(stop, [source = live.stop]() mutable { source.request_stop(); });
    Result<store::JobRow> reached = job;
    for (size_t index = 0; index < (*kind)->stages.size() && reached; ++index) {
        if (job.results.contains((*kind)->stages[index].name.toStdString())) {
            continue; // finished before a crash
        }
        reached = co_await runStage(job, index, own);
        if (reached) {
            job = *reached;
        }
    }
    if (!reached) {
        const bool cancelled = reached.error().kind == ErrorKind::cancelled;
        const QString state = cancelled ? u"cancelled"_s : u"failed"_s;
        const QString reason = reached.error().text;
        const auto ended = co_await end(job, state, reason);
        if (!ended) {
            qCWarning(logJobs) << "the end of a job could not be written:" << ended.error().detail;
        }
    }
    m_live.remove(id);
    const auto row = m_reader.job(id);
    if (row) {
        Q_EMIT finished(*row);
    }
    co_return reached;
}

Task<Result<store::JobRow>> JobEngine::runStage(store::JobRow job, size_t index, std::stop_token stop)
{
    if (stop.stop_requested()) {
        co_return failure(ErrorKind::cancelled, u"Cancelled."_s);
    }
    const JobKind &kind = m_kinds[job.kind];
    const Stage &stage = kind.stages[index];
    job.stage = stage.name;
    report(job.id, stage.name, 0, 0);
    StageContext context { job.id, job.input, job.results, {}, stop };
    context.progress = [this, id = job.id, name = stage.name](int done, int total) { report(id, name, done, total); };
    auto outcome = co_await stage.run(std::move(context));
    if (!outcome) {
        co_return std::unexpected(outcome.error());
    }
    job.results[stage.name.toStdString()] = outcome->result;
    job.done = static_cast<int>(index) + 1;
    store::Operation &operation = outcome->operation;
    operation.origin = store::Origin::job;
    if (index + 1 == kind.stages.size()) {
        job.state = u"done"_s;
        ledger::settle(operation, m_deployment, { job.id, job.kind, job.title, reservedBy(job), chargeOf(kind, job) }, m_ids.next());
    } else {
        job.stage = kind.stages[index + 1].name;
    }
    operation.jobs.push_back(job);
    const auto written = co_await m_store.apply(std::move(operation));
    if (!written) {
        co_return std::unexpected(written.error());
    }
    co_return job;
}

Task<Result<>> JobEngine::end(store::JobRow job, QString state, QString error)
{
    job.state = state;
    job.error = error;
    store::Operation operation;
    operation.origin = store::Origin::job;
    // Nothing was delivered: everything goes back.
    ledger::settle(operation, m_deployment, { job.id, job.kind, job.title, reservedBy(job), 0 }, m_ids.next());
    operation.jobs.push_back(std::move(job));
    const auto written = co_await m_store.apply(std::move(operation));
    if (!written) {
        co_return std::unexpected(written.error());
    }
    co_return Result<> {};
}

Task<Result<>> JobEngine::cancel(QString jobId)
{
    const auto job = m_reader.job(jobId);
    if (!job) {
        co_return std::unexpected(job.error());
    }
    if (const auto live = m_live.find(job->id); live != m_live.end()) {
        live->stop.request_stop();
        co_return Result<> {};
    }
    if (!job->isOpen()) {
        co_return failure(ErrorKind::rejectedInput, u"The job \"%1\" has ended (%2)."_s.arg(job->id, job->state));
    }
    co_return co_await end(*job, u"cancelled"_s, u"Cancelled."_s);
}

Result<QVector<store::JobRow>> JobEngine::interrupted() const
{
    auto open = m_reader.jobs(true);
    if (open) {
        open->removeIf([this](const store::JobRow &job) { return m_live.contains(job.id); });
    }
    return open;
}

QVector<JobProgress> JobEngine::running() const
{
    QVector<JobProgress> progress;
    for (const Live &live : m_live) {
        progress << live.progress;
    }
    return progress;
}

void JobEngine::report(const QString &jobId, const QString &stage, int done, int total)
{
    const auto live = m_live.find(jobId);
    if (live == m_live.end()) {
        return;
    }
    live->progress.stage = stage;
    live->progress.done = done;
    live->progress.total = total;
    Q_EMIT progressed(live->progress);
}

} // namespace crema::jobs
