// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/pushflow.h"

#include "async/worker.h"
#include "base/dates.h"
#include "flows/draftsbeside.h"
#include "flows/jobkinds.h"
#include "flows/mailboxsteps.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

constexpr auto stageName = "pushing";
constexpr std::array words {"created",       "updated",    "unchanged", "held",
                            "deleted_there", "sent_there", "failed",    "not_tried"};

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("flows", text, nullptr, n);
}

Json toJson(const PushResult &result)
{
    return {{"draftId", result.draftId.toStdString()},
            {"end", words[static_cast<size_t>(result.end)]},
            {"reason", result.reason.toStdString()},
            {"link", result.link.toString().toStdString()}};
}

PushResult resultFrom(const Json &json)
{
    const QString word = textAt(json, "end");
    const auto found = std::ranges::find_if(
            words, [&word](const char *own) { return word == QLatin1StringView(own); });
    return {textAt(json, "draftId"),
            found == words.end() ? PushEnd::failed : static_cast<PushEnd>(found - words.begin()),
            textAt(json, "reason"), QUrl(textAt(json, "link"))};
}

struct Pushed
{
    Json results = Json::array();
    std::optional<Error> error; ///< that stood in the way of the rest
};

Task<Result<jobs::StageOutcome>> pushing(Services *services, jobs::StageContext context)
{
    const auto account = gmailAccount(services->reader, textAt(context.input, "account"));
    if (!account) {
        co_return std::unexpected(account.error());
    }
    // All drafts there are: for a worker.
    auto reading = runOnWorker(DraftsBeside::readAt, services->workspace.databasePath());
    const auto beside = co_await reading;
    if (!beside) {
        co_return std::unexpected(beside.error());
    }
    const QStringList ids = textsAt(context.input, "drafts");
    const int total = static_cast<int>(ids.size());
    Pushed pushed;
    for (const QString &id : ids) {
        if (context.stop.stop_requested()) {
            co_return failure(ErrorKind::cancelled,
                              tr("Stopped. The emails that are in the mailbox stay there."));
        }
        PushResult result {id, PushEnd::notTried, pushed.error ? pushed.error->text : QString(), {}};
        if (!pushed.error) {
            auto pushingOne = pushDraft(services, id, *account, *beside, context.stop);
            const auto one = co_await pushingOne;
            if (one) {
                result = *one;
            } else if (one.error().kind == ErrorKind::cancelled) {
                co_return std::unexpected(one.error());
            } else {
                auto noting = noteTrouble(services, account->email, one.error());
                const Error error = co_await noting;
                result.end = PushEnd::failed;
                result.reason = error.text;
                if (concernsAll(error)) {
                    pushed.error = error;
                }
            }
        }
        pushed.results.push_back(toJson(result));
        context.progress(static_cast<int>(pushed.results.size()), total);
    }
    if (pushed.error && total == 1) {
        co_return std::unexpected(*pushed.error);
    }
    jobs::StageOutcome outcome;
    outcome.result = {{"results", std::move(pushed.results)}};
    co_return outcome;
}

} // namespace

QString pushWord(PushEnd end)
{
    return QString::fromLatin1(words[static_cast<size_t>(end)]);
}

int PushOutcome::there() const
{
    return static_cast<int>(std::ranges::count_if(results, &PushResult::isThere));
}

QVector<PushResult> PushOutcome::others() const
{
    QVector<PushResult> others;
    std::ranges::copy_if(results, std::back_inserter(others),
                         [](const PushResult &result) { return !result.isThere(); });
    return others;
}

PushOutcome pushOutcomeOf(const store::JobRow &job)
{
    PushOutcome outcome;
    outcome.jobId = job.id;
    for (const Json &result : arrayAt(member(job.results, stageName), "results")) {
        outcome.results << resultFrom(result);
    }
    return outcome;
}

jobs::JobKind pushJob(Services &services)
{
    Services *own = &services;
    jobs::JobKind kind;
    kind.name = u"push"_s;
    kind.stages = {{QString::fromLatin1(stageName),
                    [own](jobs::StageContext context) { return pushing(own, std::move(context)); }}};
    return kind;
}

Task<Result<PushOutcome>> pushDrafts(Services *services, QStringList draftIds, QString account,
                                     std::stop_token stop)
{
    draftIds.removeDuplicates();
    const auto chosen = gmailAccount(services->reader, account);
    if (!chosen) {
        co_return std::unexpected(chosen.error());
    }
    const Json input = {{"drafts", jsonTexts(draftIds)}, {"account", chosen->email.toStdString()}};
    const QString title = tr("Put %n email(s) into Gmail", static_cast<int>(draftIds.size()));
    auto running = services->jobs.run(u"push"_s, title, input, std::move(stop));
    const auto job = co_await running;
    if (!job) {
        co_return std::unexpected(job.error());
    }
    co_return pushOutcomeOf(*job);
}

} // namespace crema::flows
