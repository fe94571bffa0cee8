// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/turns.h"
#include "base/clock.h"
#include "base/deployment.h"
#include "base/ids.h"
#include "jobs/jobkind.h"
#include "store/reader.h"
#include "store/store.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace crema::jobs {

/// Progress of a running job, as shown in the status line.
struct JobProgress
{
    QString jobId;
    QString title;
    QString stage;
    int done = 0;
    int total = 0; ///< 0: not known
};

/// Runs durable jobs: a row in the store says at every moment which stage a job is in, what it left and what
/// it reserved. Killed at any instant, the next start either resumes a job at its first unfinished stage or
/// fails it and gives its credits back. Lives on the thread of `reader`; all references outlive it.
class JobEngine final : public QObject
{
    Q_OBJECT

public:
    JobEngine(store::Store &store, const store::Reader &reader, const Deployment &deployment,
              const Clock &clock, IdSource &ids);

    void add(JobKind kind);

    /// Starts a job and runs it to its end. The result is the row of a job that is done; a job that failed or
    /// was cancelled gives its error (its row stays, its credits are back). `title` is for people.
    [[nodiscard]] Task<Result<store::JobRow>> run(QString kind, QString title, Json input,
                                                  std::stop_token stop);
    /// Goes on with an open job at its first unfinished stage.
    [[nodiscard]] Task<Result<store::JobRow>> resume(QString jobId, std::stop_token stop);
    /// Does a job that failed or was cancelled again, from the stage that it failed at: what the stages
    /// before left is taken over by a new job, which reserves anew.
    [[nodiscard]] Task<Result<store::JobRow>> repeat(QString jobId, std::stop_token stop);
    /// Stops a job: a running one at its next chance, one left by a killed process at once.
    [[nodiscard]] Task<Result<>> cancel(QString jobId);

    /// Jobs a killed process left open.
    [[nodiscard]] Result<QVector<store::JobRow>> interrupted() const;
    [[nodiscard]] QVector<JobProgress> running() const;

    /// For work beside the jobs that must not run at the same time either.
    [[nodiscard]] Turns &turns() { return m_turns; }

Q_SIGNALS:
    void progressed(const crema::jobs::JobProgress &progress);
    /// Also after failure and cancel; the row says which.
    void finished(const crema::store::JobRow &job);

private:
    struct Live
    {
        std::stop_source stop;
        JobProgress progress;
    };
    [[nodiscard]] Result<const JobKind *> kindNamed(const QString &name) const;
    [[nodiscard]] Task<Result<store::JobRow>> begin(store::JobRow job, std::stop_token stop);
    [[nodiscard]] Task<Result<store::JobRow>> start(store::JobRow job, int credits);
    [[nodiscard]] Task<Result<store::JobRow>> drive(store::JobRow job, std::stop_token stop);
    [[nodiscard]] Task<Result<store::JobRow>> runStages(store::JobRow job, std::stop_token stop);
    [[nodiscard]] Task<Result<store::JobRow>> runStage(store::JobRow job, size_t index, std::stop_token stop);
    [[nodiscard]] Task<Result<store::JobRow>> end(QString jobId, Error error);
    [[nodiscard]] Result<store::Operation> endingOf(const store::JobRow &job) const;
    [[nodiscard]] Task<Result<>> grantIfDue();
    void report(const QString &jobId, const QString &stage, int done, int total);

    store::Store &m_store;
    const store::Reader &m_reader;
    const Deployment &m_deployment;
    const Clock &m_clock;
    IdSource &m_ids;
    QHash<QString, JobKind> m_kinds;
    QHash<QString, Live> m_live;
    QSet<QString> m_ending; ///< jobs left open that are being cancelled
    Turns m_turns;
};

} // namespace crema::jobs
