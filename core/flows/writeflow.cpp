// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/writeflow.h"

#include "async/worker.h"
#include "base/dates.h"
#include "base/text.h"
#include "flows/draftsbeside.h"
#include "flows/draftversions.h"
#include "flows/findflow.h"
#include "flows/jobkinds.h"
#include "flows/modelserver.h"
#include "flows/templatechoice.h"
#include "flows/writebatch.h"
#include "truth/gate.h"
#include "truth/knowledge.h"
#include "write/voicerules.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

QString tr(const char *words, int n = -1)
{
    return QCoreApplication::translate("flows", words, nullptr, n);
}

struct WrittenBatch
{
    std::vector<WrittenDraft> drafts;
    QVector<Unwritten> unwritten;
};

/// What another wording must differ from: every text the draft has had.
Result<QStringList> textsOf(const store::Reader &reader, const Draft &present)
{
    const auto versions = draftVersions(reader, present.id);
    if (!versions) {
        return std::unexpected(versions.error());
    }
    QStringList texts;
    for (const DraftVersion &version : *versions) {
        texts << version.draft.body;
    }
    return texts;
}

/// What stays of a draft when only another wording of it is wanted.
void keepTheRest(Draft &draft, const Draft &present)
{
    draft.runId = present.runId;
    draft.resumeId = present.resumeId;
    draft.createdAt = present.createdAt; // keeps its place in the list
    draft.extra = present.extra;
    write::keepSuggestion(draft);
}

Result<WrittenBatch> writeBatch(WriteBatch batch, std::function<void(int)> progress, std::stop_token stop)
{
    const auto reader = store::Reader::open(batch.databasePath);
    if (!reader) {
        return std::unexpected(reader.error());
    }
    const auto desk = readDesk(batch);
    if (!desk) {
        return std::unexpected(desk.error());
    }
    WrittenBatch written;
    int done = 0;
    for (const QString &id : batch.contactIds) {
        if (stop.stop_requested()) {
            return failure(ErrorKind::cancelled, tr("Cancelled."));
        }
        progress(++done);
        Recipient recipient = recipientOf(**reader, **desk, id);
        if (!recipient.refusal.isEmpty()) {
            written.unwritten << Unwritten {id, recipient.refusal};
            continue;
        }
        const bool another = batch.another && recipient.present;
        if (another) {
            auto texts = textsOf(**reader, *recipient.present);
            if (!texts) {
                return std::unexpected(texts.error());
            }
            recipient.request.avoid = std::move(*texts);
            recipient.request.resumeId = recipient.present->resumeId;
        }
        auto draft = writeFromTemplate(**desk, recipient.request);
        if (!draft) {
            written.unwritten << Unwritten {id, draft.error().text};
            continue;
        }
        draft->runId = batch.runId;
        write::keepSuggestion(*draft);
        putText(draft->extra, topicMember, batch.topic);
        if (another) {
            keepTheRest(*draft, *recipient.present);
        }
        (*desk)->memory.add(*draft, recipient.request.contact, (*desk)->signature);
        written.drafts.push_back({std::move(*draft), recipient.present});
    }
    return written;
}

Task<Result<jobs::StageOutcome>> writing(Services *services, jobs::StageContext context)
{
    const auto batch = batchFrom(context.input, *services);
    if (!batch) {
        co_return failure(ErrorKind::internal, tr("The job does not say what kind of email to write."));
    }
    const int total = static_cast<int>(batch->contactIds.size());
    // The worker reports from its own thread; the engine lives on this one.
    const auto relay = [engine = &services->jobs, report = context.progress, total](int done) {
        QMetaObject::invokeMethod(
                engine, [report, done, total] { report(done, total); }, Qt::QueuedConnection);
    };
    auto work = runOnWorker(writeBatch, *batch, std::function<void(int)>(relay), context.stop);
    auto written = co_await work;
    if (!written) {
        co_return std::unexpected(written.error());
    }
    jobs::StageOutcome outcome;
    QStringList ids;
    for (WrittenDraft &one : written->drafts) {
        if (const QString reason = overtaken(services->reader, one); !reason.isEmpty()) {
            written->unwritten << Unwritten {one.draft.contactId, reason};
            continue;
        }
        ids << addDraft(outcome.operation, one, services->ids);
    }
    outcome.operation.label = tr("Write %n email(s)", static_cast<int>(ids.size()));
    outcome.result["draftIds"] = jsonTexts(ids);
    outcome.result["unwritten"] = unwrittenJson(written->unwritten);
    co_return outcome;
}

/// The contacts an order is for; people of a run who are not in contacts are saved first.
Task<Result<QStringList>> recipientsOf(Services *services, WriteOrder order)
{
    if (order.runId.isEmpty()) {
        order.contactIds.removeDuplicates(); // named twice is still one email
        co_return order.contactIds;
    }
    const QStringList everyone;
    const auto saved = co_await savePeople(services, order.runId, everyone);
    if (!saved) {
        co_return std::unexpected(saved.error());
    }
    const auto run = services->reader.run(order.runId);
    if (!run) {
        co_return std::unexpected(run.error());
    }
    QStringList ids;
    for (const FoundPerson &found : run->people) {
        ids << saved->contactIds.value(found.person.id);
    }
    ids.removeDuplicates();
    co_return ids;
}

Result<QString> resumeFor(const Services &services, bool attach)
{
    if (!attach) {
        return QString();
    }
    const auto resume = services.reader.defaultResume();
    if (!resume) {
        return std::unexpected(resume.error());
    }
    if (!*resume) {
        return failure(ErrorKind::rejectedInput,
                       tr("There is no resume to attach; add one to your profile first."));
    }
    return (*resume)->id;
}

} // namespace

jobs::JobKind writeJob(Services &services)
{
    Services *own = &services;
    jobs::JobKind kind;
    kind.name = u"write"_s;
    kind.stages = {
            {u"writing"_s, [own](jobs::StageContext context) { return writing(own, std::move(context)); }}};
    // Two at once would not know of each other's emails: the same person twice, the same words twice.
    kind.turn = [](const Json &) { return u"writing"_s; };
    return kind;
}

Task<Result<WriteOutcome>> writeDrafts(Services *services, WriteOrder order, std::stop_token stop)
{
    if (order.writer != "template"_L1 && order.writer != modelWriter) {
        co_return failure(
                ErrorKind::rejectedInput,
                tr("There is no writer \"%1\"; the writers are template and llm.").arg(order.writer));
    }
    if (!write::mailKindFrom(order.kind)) {
        co_return failure(ErrorKind::rejectedInput,
                          tr("\"%1\" is no kind of email; the kinds are first, follow_up and thank_you.")
                                  .arg(order.kind));
    }
    if (order.writer == modelWriter && !order.templateName.isEmpty()) {
        co_return failure(ErrorKind::rejectedInput,
                          tr("A template is for the writer \"template\"; the language model writes freely."));
    }
    const auto choice = chooseTemplate(services->reader, order.templateName, order.kind);
    const auto resumeId = resumeFor(*services, order.attachResume);
    if (!choice || !resumeId) {
        co_return std::unexpected(choice ? resumeId.error() : choice.error());
    }
    Json input {{"kind", order.kind},
                {"runId", order.runId},
                {"resumeId", *resumeId},
                {"another", order.another}};
    putText(input, "topic", order.topic);
    putText(input, "draftId", order.draftId);
    putChoice(input, *choice);
    if (order.writer == modelWriter) {
        auto choosing = needModel(services);
        const auto server = co_await choosing;
        if (!server) {
            co_return std::unexpected(server.error());
        }
        input["baseUrl"] = server->baseUrl.toString(QUrl::FullyEncoded);
        input["model"] = server->model;
    }
    const auto recipients = co_await recipientsOf(services, order);
    if (!recipients) {
        co_return std::unexpected(recipients.error());
    }
    if (recipients->isEmpty()) {
        co_return failure(ErrorKind::rejectedInput, tr("There is nobody to write to."));
    }
    input["contactIds"] = jsonTexts(*recipients);
    const QString title = tr("Write %n email(s)", static_cast<int>(recipients->size()));
    const QString kind = order.writer == modelWriter ? u"write_model"_s : u"write"_s;
    const auto job = co_await services->jobs.run(kind, title, std::move(input), stop);
    if (!job) {
        co_return std::unexpected(job.error());
    }
    co_return outcomeOf(*job);
}

WriteOutcome outcomeOf(const store::JobRow &job)
{
    const Json &result = member(job.results, "writing");
    WriteOutcome outcome;
    outcome.jobId = job.id;
    outcome.draftIds = textsAt(result, "draftIds");
    outcome.unwritten = unwrittenFrom(arrayAt(result, "unwritten"));
    for (const Json &one : arrayAt(result, "notes")) {
        outcome.notes << WriteNote {textAt(one, "contactId"), textAt(one, "text")};
    }
    outcome.promptTokens = static_cast<int>(intAt(result, "promptTokens"));
    outcome.answerTokens = static_cast<int>(intAt(result, "answerTokens"));
    return outcome;
}

Result<QVector<GateProblem>> gateOf(const store::Reader &reader, const truth::DirectoryKnowledge &knowledge,
                                    const Draft &draft)
{
    const auto beside = DraftsBeside::read(reader);
    return beside ? beside->problemsOf(reader, knowledge, draft) : std::unexpected(beside.error());
}

bool hasGoneOut(const Draft &draft)
{
    return draft.state == "sending"_L1 || draft.state == "sent"_L1 || draft.state == "answered"_L1;
}

Task<Result<Draft>> editDraft(Services *services, Draft before, Draft after)
{
    after.claims.removeIf([&](const Claim &claim) {
        return !after.body.contains(claim.text) && !after.subject.contains(claim.text);
    });
    const bool isOtherText = after.body != before.body || after.subject != before.subject;
    if (isOtherText && hasGoneOut(before)) {
        co_return failure(ErrorKind::conflict,
                          tr("The email \"%1\" has gone out; what was sent cannot be changed any more.")
                                  .arg(before.subject));
    }
    if (isOtherText) {
        after.overrideReason = after.overrideReason == before.overrideReason ? QString()
                                                                             : after.overrideReason;
        after.writer = handWriter;
    }
    store::Operation operation;
    operation.label = tr("Edit the email \"%1\"").arg(after.subject);
    operation.patch(Kind::draft, before.id, toBody(before), toBody(after));
    const auto applied = co_await services->store.apply(std::move(operation));
    if (!applied) {
        co_return std::unexpected(applied.error());
    }
    co_return services->reader.draft(before.id).value_or(after);
}

} // namespace crema::flows
