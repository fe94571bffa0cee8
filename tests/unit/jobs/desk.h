// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/jobengine.h"
#include "store/workspace.h"
#include "support/spin.h"
#include "support/support.h"

#include <QTemporaryDir>

namespace crema::jobs {

/// What a stage of the tests does when it runs.
enum class Behaviour { work, fail, throwSomething, waitForStop, hang, cannotBeWritten };

/// "gather", "weigh", "deliver": each creates one contact of its own and leaves its name as its result.
[[nodiscard]] const QStringList &stageNames();
[[nodiscard]] QString contactOf(const QString &jobId, const QString &stage);

/// A workspace on disk with an engine and one kind of job, "work", of three stages. Its input: "cost",
/// credits to set aside; "delivered", credits to charge.
struct Desk
{
    explicit Desk(QString path = {});

    QTemporaryDir ownFolder;
    QString folder;
    FixedClock clock {QDateTime(QDate(2026, 3, 1), QTime(9, 0), Qt::UTC)};
    IdSource ids {nextSeed()};
    Deployment deployment;
    std::unique_ptr<store::Store> store;
    std::unique_ptr<store::Reader> reader;
    std::unique_ptr<JobEngine> engine;

    QMap<QString, Behaviour> behaviour; ///< by stage; work when it says nothing
    QStringList ran; ///< the stages that ran, in order
    std::stop_source stop;
    int endings = 0; ///< how often whenEnded was asked

    [[nodiscard]] Result<> open();
    void close();
    [[nodiscard]] Task<Result<store::JobRow>> start(int cost = 0, int delivered = 0,
                                                    const QString &turn = {});
    [[nodiscard]] Result<store::JobRow> run(int cost = 0, int delivered = 0);
    [[nodiscard]] Result<store::JobRow> resume(const QString &jobId);

    [[nodiscard]] int balance(const QString &account = QStringLiteral("available")) const;
    [[nodiscard]] qint64 number(const char *sql) const;
    /// What is wrong with the workspace as a whole: the database, the ledger, receipts, jobs that have ended
    /// but hold credits. Empty when all is well.
    [[nodiscard]] QString unsound() const;
    /// How a job's row and what its stages wrote disagree; empty when each stage that is finished wrote once
    /// and no other did.
    [[nodiscard]] QString halves(const store::JobRow &job) const;

private:
    [[nodiscard]] static quint32 nextSeed();
    [[nodiscard]] JobKind kind();
    [[nodiscard]] Task<store::Operation> marks(store::JobRow job);
    [[nodiscard]] Task<Result<StageOutcome>> stage(QString name, StageContext context);
};

} // namespace crema::jobs
