// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/commandparts.h"

using namespace Qt::StringLiterals;

namespace crema::app {

namespace {

Json jobJson(const store::JobRow &job)
{
    Json json {{"id", job.id},
               {"kind", job.kind},
               {"title", job.title},
               {"state", job.state},
               {"stage", job.stage},
               {"done", job.done},
               {"total", job.total},
               {"paid", job.paid},
               {"createdAt", job.createdAt},
               {"updatedAt", job.updatedAt}};
    putText(json, "error", job.error);
    return json;
}

Reply jobReply(const store::JobRow &job)
{
    Reply reply;
    reply.json = jobJson(job);
    reply.text = u"%1 %2: %3 (%4)\n"_s.arg(job.id, job.title, job.state, job.stage) + job.error;
    return reply;
}

Task<Result<Reply>> listJobs(CommandContext *context, Arguments)
{
    const auto jobs = context->reader.jobs();
    if (!jobs) {
        co_return std::unexpected(jobs.error());
    }
    Reply reply;
    reply.json = {{"jobs", Json::array()}};
    QVector<QStringList> table;
    for (const store::JobRow &job : *jobs) {
        reply.json["jobs"].push_back(jobJson(job));
        table << QStringList {shortId(job.id), job.title, job.state, job.stage, job.createdAt};
    }
    reply.text = tableText({u"ID"_s, u"WHAT"_s, u"STATE"_s, u"STAGE"_s, u"STARTED"_s}, table);
    co_return reply;
}

Task<Result<Reply>> showJob(CommandContext *context, Arguments arguments)
{
    const auto job = context->reader.job(arguments.word(0));
    if (!job) {
        co_return std::unexpected(job.error());
    }
    co_return jobReply(*job);
}

Task<Result<Reply>> resumeJob(CommandContext *context, Arguments arguments)
{
    const auto job = co_await context->services->jobs.resume(arguments.word(0), context->stop);
    if (!job) {
        co_return std::unexpected(job.error());
    }
    co_return jobReply(*job);
}

Task<Result<Reply>> cancelJob(CommandContext *context, Arguments arguments)
{
    const auto cancelled = co_await context->services->jobs.cancel(arguments.word(0));
    if (!cancelled) {
        co_return std::unexpected(cancelled.error());
    }
    const auto job = context->reader.job(arguments.word(0));
    if (!job) {
        co_return std::unexpected(job.error());
    }
    co_return jobReply(*job);
}

} // namespace

QVector<Command> jobCommands()
{
    return {
            {u"jobs list"_s, u""_s, u"work done, running or interrupted"_s, Needs::reading, 2, listJobs},
            {u"jobs show"_s, u"ID"_s, u"one job"_s, Needs::reading, 2, showJob},
            {u"jobs resume"_s, u"ID"_s, u"goes on with an interrupted job"_s, Needs::writing, 2, resumeJob},
            {u"jobs cancel"_s, u"ID"_s, u"ends a job; its credits come back"_s, Needs::writing, 2, cancelJob},
    };
}

} // namespace crema::app
