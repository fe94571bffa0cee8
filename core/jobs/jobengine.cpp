// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobengine.h"

#include "async/fault.h"
#include "base/dates.h"
#include "base/log.h"
#include "ledger/credits.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::jobs {

namespace {

// Inside a job's input, beside what its kind needs: what was reserved, so that it can be given back after a
// crash.
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

JobEngine::JobEngine(store::Store &store, const store::Reader &reader, const Deployment &deployment,
                     const Clock &clock, IdSource &ids)
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
        return failure(ErrorKind::internal,
                       u"This version of Crema does not know jobs of the kind \"%1\"."_s.arg(name));
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
    store::JobRow job;
    job.kind = kindName;
    job.title = title;
    job.input = std::move(input);
    co_return co_await begin(std::move(job), stop);
}

Task<Result<store::JobRow>> JobEngine::repeat(QString jobId, std::stop_token stop)
{
    const auto earlier = m_reader.job(jobId);
    if (!earlier) {
        co_return std::unexpected(earlier.error());
    }
    if (earlier->isOpen() || earlier->state == "done"_L1) {
        co_return failure(
                ErrorKind::conflict,
                u"The job \"%1\" cannot be done again: its state is %2."_s.arg(jobId, earlier->state));
    }
    store::JobRow job;
    job.kind = earlier->kind;
    job.title = earlier->title;
    job.input = earlier->input;
    job.results = earlier->results;
    co_return co_await begin(std::move(job), stop);
}

/// Starts `job`, whose kind, title, input and results of earlier stages are set, and runs it to its end.
Task<Result<store::JobRow>> JobEngine::begin(store::JobRow job, std::stop_token stop)
{
    const auto kind = kindNamed(job.kind);
    if (!kind) {
        co_return std::unexpected(kind.error());
    }
    const int credits = (*kind)->toReserve ? (*kind)->toReserve(job.input) : 0;
    const auto isLeft = [&](const Stage &stage) { return !job.results.contains(stage.name.toStdString()); };
    const auto first = std::ranges::find_if((*kind)->stages, isLeft);
    job.id = m_ids.next();
    job.state = u"running"_s;
    job.stage = first == (*kind)->stages.end() ? (*kind)->stages.back().name : first->name;
    job.input[reservedKey] = credits;
    job.done = static_cast<int>(first - (*kind)->stages.begin());
    job.total = static_cast<int>((*kind)->stages.size());
    job.paid = credits > 0 || (*kind)->costsOutside;
    job.createdAt = toStoredTime(m_clock.now());
    const auto started = co_await start(std::move(job), credits);
    if (!started) {
        co_return std::unexpected(started.error());
    }
    co_return co_await drive(*started, stop);
}

Task<Result<store::JobRow>> JobEngine::start(store::JobRow job, int credits)
{
    // One at a time: two jobs started together must neither get one grant twice nor count on the same
    // credits.
    const std::stop_token never;
    const auto turn = co_await m_turns.take(u"credits"_s, never);
    if (!turn) {
        co_return std::unexpected(turn.error());
    }
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
    m_live[job.id].progress = {job.id, job.title, job.stage, 0, 0};
    store::Operation operation;
    operation.origin = store::Origin::job;
    operation.jobs.push_back(job);
    ledger::reserve(operation, m_deployment, job.id, credits, m_ids.next());
    const auto started = co_await m_store.apply(std::move(operation));
    if (!started) {
        m_live.remove(job.id);
        co_return std::unexpected(started.error());
    }
    co_return job;
}

Task<Result<store::JobRow>> JobEngine::resume(QString jobId, std::stop_token stop)
{
    const auto job = m_reader.job(jobId);
    if (!job) {
        co_return std::unexpected(job.error());
    }
    // Asked before the row is judged: the writer thread may have ended it already while its end is still
    // awaited here.
    if (m_live.contains(job->id) || m_ending.contains(job->id)) {
        co_return failure(ErrorKind::conflict,
                          m_live.contains(job->id) ? u"The job \"%1\" is running."_s.arg(job->id)
                                                   : u"The job \"%1\" is being cancelled."_s.arg(job->id));
    }
    if (!job->isOpen()) {
        co_return failure(ErrorKind::rejectedInput,
                          u"The job \"%1\" has ended (%2)."_s.arg(job->id, job->state));
    }
    if (const auto kind = kindNamed(job->kind); !kind) {
        co_return std::unexpected(kind.error());
    }
    m_live[job->id].progress = {job->id, job->title, job->stage, job->done, job->total};
    co_return co_await drive(*job, stop);
}

Task<Result<store::JobRow>> JobEngine::drive(store::JobRow job, std::stop_token stop)
{
    const QString id = job.id;
    const std::stop_source own = m_live[id].stop;
    const std::stop_callback relay(stop, [own]() mutable { own.request_stop(); });
    auto reached = co_await runStages(std::move(job), own.get_token());
    if (!reached) {
        const Error error = reached.error();
        const auto ended = co_await end(id, error);
        if (!ended) {
            // The row stays open and the credits set aside; the next start goes on with it.
            qCWarning(logJobs) << "the end of a job could not be written:" << ended.error().detail;
        }
    }
    m_live.remove(id);
    if (const auto row = m_reader.job(id)) {
        Q_EMIT finished(*row);
    }
    co_return reached;
}

Task<Result<store::JobRow>> JobEngine::runStages(store::JobRow job, std::stop_token stop)
{
    const JobKind &kind = m_kinds[job.kind];
    const QString shared = kind.turn ? kind.turn(job.input) : QString();
    const QString name = shared.isEmpty() ? u"job "_s + job.id : shared;
    const auto turn = co_await m_turns.take(name, stop);
    if (!turn) {
        co_return std::unexpected(turn.error());
    }
    Result<store::JobRow> reached = std::move(job);
    for (size_t index = 0; index < kind.stages.size() && reached; ++index) {
        if (reached->results.contains(kind.stages[index].name.toStdString())) {
            continue; // finished before a crash
        }
        reached = co_await runStage(*reached, index, stop);
    }
    co_return reached;
}

namespace {

/// A stage that throws has failed like any other: its job must not stay behind as if it were running.
Task<Result<StageOutcome>> runGuarded(const Stage *stage, StageContext context)
{
    try {
        auto work = stage->run(std::move(context));
        co_return co_await work;
    } catch (...) {
        co_return std::unexpected(async::detail::faultOf(std::current_exception()));
    }
}

} // namespace

Task<Result<store::JobRow>> JobEngine::runStage(store::JobRow job, size_t index, std::stop_token stop)
{
    if (stop.stop_requested()) {
        co_return failure(ErrorKind::cancelled, u"Cancelled."_s);
    }
    const JobKind &kind = m_kinds[job.kind];
    const Stage &stage = kind.stages[index];
    job.stage = stage.name;
    report(job.id, stage.name, 0, 0);
    StageContext context {job.id, job.input, job.results, {}, stop};
    context.progress = [this, id = job.id, name = stage.name](int done, int total) {
        report(id, name, done, total);
    };
    auto outcome = co_await runGuarded(&stage, std::move(context));
    if (!outcome) {
        co_return std::unexpected(outcome.error());
    }
    job.results[stage.name.toStdString()] = outcome->result;
    for (const QString &earlier : outcome->forgets) {
        job.results[earlier.toStdString()] = Json::object();
    }
    job.done = static_cast<int>(index) + 1;
    store::Operation &operation = outcome->operation;
    operation.origin = store::Origin::job;
    if (index + 1 == kind.stages.size()) {
        const auto held = ledger::heldFor(m_reader, job.id);
        if (!held) {
            co_return std::unexpected(held.error());
        }
        job.state = u"done"_s;
        ledger::settle(operation, {job.id, job.kind, job.title, reservedBy(job), chargeOf(kind, job), *held},
                       m_ids.next());
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

Result<store::Operation> JobEngine::endingOf(const store::JobRow &job) const
{
    const auto held = ledger::heldFor(m_reader, job.id);
    if (!held) {
        return std::unexpected(held.error());
    }
    store::Operation operation;
    operation.origin = store::Origin::job;
    // Nothing was delivered: everything goes back.
    ledger::settle(operation, {job.id, job.kind, job.title, reservedBy(job), 0, *held}, m_ids.next());
    operation.jobs.push_back(job);
    return operation;
}

Task<Result<store::JobRow>> JobEngine::end(QString jobId, Error error)
{
    auto stored = m_reader.job(jobId); // what earlier stages left is kept
    if (!stored) {
        co_return stored;
    }
    store::JobRow job = std::move(*stored);
    job.state = error.kind == ErrorKind::cancelled ? u"cancelled"_s : u"failed"_s;
    job.error = error.text;
    auto ending = endingOf(job);
    if (!ending) {
        co_return std::unexpected(ending.error());
    }
    const auto kind = m_kinds.constFind(job.kind); // a job of another version can be ended as well
    if (kind != m_kinds.constEnd() && kind->whenEnded) {
        auto asking = kind->whenEnded(job, error);
        store::Operation beside = co_await asking;
        beside.origin = store::Origin::job;
        beside.ledger = ending->ledger;
        beside.receipts = ending->receipts;
        beside.jobs = ending->jobs;
        const auto both = co_await m_store.apply(std::move(beside));
        if (both) {
            co_return job;
        }
        // What the job left cannot be marked (it is gone); the credits go back all the same.
    }
    const auto written = co_await m_store.apply(std::move(*ending));
    if (!written) {
        co_return std::unexpected(written.error());
    }
    co_return job;
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
    if (m_ending.contains(job->id)) {
        co_return Result<> {};
    }
    if (!job->isOpen()) {
        co_return failure(ErrorKind::rejectedInput,
                          u"The job \"%1\" has ended (%2)."_s.arg(job->id, job->state));
    }
    const QString id = job->id;
    m_ending.insert(id);
    const Error cancelled {ErrorKind::cancelled, u"Cancelled."_s, {}, {}, 0};
    const auto ended = co_await end(id, cancelled);
    m_ending.remove(id);
    if (!ended) {
        co_return std::unexpected(ended.error());
    }
    Q_EMIT finished(*ended);
    co_return Result<> {};
}

Result<QVector<store::JobRow>> JobEngine::interrupted() const
{
    auto open = m_reader.jobs(true);
    if (open) {
        open->removeIf([this](const store::JobRow &job) {
            return m_live.contains(job.id) || m_ending.contains(job.id);
        });
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
