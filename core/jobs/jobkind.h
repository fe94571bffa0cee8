// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/task.h"
#include "store/operation.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace crema::jobs {

/// What a stage is given: the job's input, what earlier stages left, and how to report progress and notice a stop.
struct StageContext
{
    QString jobId;
    Json input;
    Json results; ///< by stage name
    std::function<void(int done, int total)> progress; ///< on the engine's thread
    std::stop_token stop;
};

/// What a stage leaves: records for the store and a result for later stages. Both are written in one transaction
/// together with the job's progress, so a finished stage is never run or paid twice.
struct StageOutcome
{
    store::Operation operation;
    Json result = Json::object();
};

struct Stage
{
    QString name; ///< as the job row and the progress show it
    std::function<Task<Result<StageOutcome>>(StageContext)> run;
};

/// A kind of work and its stage table.
struct JobKind
{
    QString name;
    std::vector<Stage> stages;
    /// Credits to set aside before the first stage; none means free.
    std::function<int(const Json &input)> toReserve;
    /// Credits for what was delivered, from the stages' results.
    std::function<int(const Json &input, const Json &results)> toCharge;
};

} // namespace crema::jobs
