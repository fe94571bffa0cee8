// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/commandparts.h"

using namespace Qt::StringLiterals;

namespace crema::app {

namespace {

Json receiptsJson(const QVector<store::Receipt> &receipts)
{
    Json json = Json::array();
    for (const store::Receipt &receipt : receipts) {
        json.push_back({{"jobId", receipt.jobId},
                        {"kind", receipt.kind},
                        {"what", receipt.what},
                        {"reserved", receipt.reserved},
                        {"charged", receipt.charged},
                        {"released", receipt.released},
                        {"at", receipt.at}});
    }
    return json;
}

Task<Result<Reply>> credits(CommandContext *context, Arguments arguments)
{
    const auto credits = ledger::readCredits(context->reader, context->deployment);
    const auto receipts = context->reader.receipts();
    if (!credits || !receipts) {
        co_return std::unexpected(credits ? receipts.error() : credits.error());
    }
    Reply reply;
    reply.json = {{"balance", credits->balance},
                  {"max", credits->max},
                  {"plan", planName(credits->plan)},
                  {"resetsAt", credits->resetsAt},
                  {"receipts", receiptsJson(*receipts)}};
    reply.text =
            u"%1 of %2 credits (%3)\n"_s.arg(credits->balance).arg(credits->max).arg(planName(credits->plan));
    if (arguments.has(u"--receipts"_s)) {
        QVector<QStringList> table;
        for (const store::Receipt &receipt : *receipts) {
            table << QStringList {receipt.at, receipt.what, QString::number(receipt.reserved),
                                  QString::number(receipt.charged), QString::number(receipt.released)};
        }
        reply.text += tableText({u"WHEN"_s, u"WHAT"_s, u"RESERVED"_s, u"CHARGED"_s, u"GIVEN BACK"_s}, table);
    }
    co_return reply;
}

Json planJson(Plan plan, const PlanLimits &limits)
{
    return {{"name", planName(plan)},
            {"creditsPerPeriod", limits.creditsPerPeriod},
            {"peoplePerPaidRun", limits.peoplePerPaidRun}};
}

Task<Result<Reply>> plan(CommandContext *context, Arguments)
{
    const auto own = ledger::readPlan(context->reader);
    if (!own) {
        co_return std::unexpected(own.error());
    }
    const Deployment &deployment = context->deployment;
    Reply reply;
    reply.json = {{"plan", planName(*own)},
                  {"plans", {planJson(Plan::free, deployment.free), planJson(Plan::pro, deployment.pro)}},
                  {"costs",
                   {{"paidPerson", deployment.costs.paidPerson},
                    {"paidPrep", deployment.costs.paidPrep},
                    {"localPerson", deployment.costs.localPerson},
                    {"localPrep", deployment.costs.localPrep},
                    {"draft", deployment.costs.draft}}},
                  {"metering", deployment.metering ? "on" : "off"}};
    reply.text =
            u"Plan: %1\nWork on this computer is free and unlimited; a person a paid provider finds costs %2 credits, a prep that uses a vendor %3."_s
                    .arg(planName(*own))
                    .arg(deployment.costs.paidPerson)
                    .arg(deployment.costs.paidPrep);
    co_return reply;
}

} // namespace

QVector<Command> creditCommands()
{
    return {
            {u"credits"_s, u"[--receipts]"_s, u"balance and what was charged for"_s, Needs::reading, 2,
             credits},
            {u"plan"_s, u""_s, u"the plan, its limits and all prices"_s, Needs::reading, 2, plan},
    };
}

} // namespace crema::app
