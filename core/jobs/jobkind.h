// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/task.h"
#include "store/operation.h"

#include <QStringList>

#include <functional>
#include <stop_token>
#include <vector>

namespace crema::jobs {

/// What a stage is given: the job's input, what earlier stages left, and how to report progress and notice a
/// stop.
struct StageContext
{
    QString jobId;
    Json input;
    Json results; ///< by stage name
    std::function<void(int done, int total)> progress; ///< on the engine's thread
    std::stop_token stop;
};

/// What a stage leaves: records for the store and a result for later stages. Both are written in one
/// transaction together with the job's progress, so a finished stage is never run or paid twice.
struct StageOutcome
{
    store::Operation operation;
    Json result = Json::object();
    /// Earlier stages whose results nobody needs any more: what they hold of people is not kept twice.
    QStringList forgets;
};

struct Stage
{
    QString name; ///< as the job row and the progress show it
    std::function<Task<Result<StageOutcome>>(StageContext)> run;
};

/// A kind of work and its stage table. Its functions run on the engine's thread.
struct JobKind
{
    QString name;
    std::vector<Stage> stages;
    /// Credits to set aside before the first stage; none means free.
    std::function<int(const Json &input)> toReserve;
    /// Credits for what was delivered, from the stages' results.
    std::function<int(const Json &input, const Json &results)> toCharge;
    /// Costs the user money at somebody else's: like a paid one, never resumed without asking.
    bool costsOutside = false;
    /// Jobs for which this gives the same name take turns; none means that they may run at the same time.
    std::function<QString(const Json &input)> turn;
    /// What else is written, in one transaction, when a job fails or is cancelled, by whomever: so that
    /// nothing it left looks as if it were still being made, and nothing it paid for is lost.
    std::function<Task<store::Operation>(store::JobRow job, Error error)> whenEnded;
};

} // namespace crema::jobs
