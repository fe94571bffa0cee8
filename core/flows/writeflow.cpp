// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/writeflow.h"

#include "async/worker.h"
#include "base/dates.h"
#include "base/text.h"
#include "flows/findflow.h"
#include "flows/jobkinds.h"
#include "flows/templatechoice.h"
#include "flows/voiceflow.h"
#include "truth/gate.h"
#include "truth/knowledge.h"
#include "write/batchmemory.h"
#include "write/owntemplate.h"
#include "write/templatewriter.h"
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

/// The writer of a draft whose words the user changed.
const QLatin1StringView handWriter("hand");

/// What the worker is given, by value.
struct WriteBatch
{
    QString databasePath;
    QStringList contactIds;
    QString runId;
    write::MailKind kind = write::MailKind::first;
    QString resumeId;
    QString createdAt;
    TemplateChoice choice;
    bool keepEdited = false; ///< emails the user edited by hand are left alone
};

struct WrittenDraft
{
    Draft draft; ///< without an id: new
    std::optional<Draft> replaces;
};

struct WrittenBatch
{
    std::vector<WrittenDraft> drafts;
    QVector<Unwritten> unwritten;
};

/// The drafts that are there already, and the words they used.
struct Earlier
{
    QVector<Draft> drafts;
    write::BatchMemory memory;
};

Result<Earlier> readEarlier(const store::Reader &reader, const write::TemplateWriter &writer, const WriteBatch &batch, const QString &signature)
{
    const auto drafts = reader.drafts();
    if (!drafts) {
        return std::unexpected(drafts.error());
    }
    Earlier earlier { *drafts, write::BatchMemory(writer.knowledge()) };
    const QString kind = write::mailKindName(batch.kind);
    for (const Draft &draft : *drafts) {
        const bool isReplaced = draft.state == "draft"_L1 && draft.kind == kind && batch.contactIds.contains(draft.contactId);
        const auto contact = reader.contact(draft.contactId);
        if (!isReplaced && contact) {
            earlier.memory.add(draft, *contact, signature);
        }
    }
    return earlier;
}

const Draft *draftTo(const QVector<Draft> &drafts, const QString &contactId, const QString &kind)
{
    const auto it = std::ranges::find_if(drafts, [&](const Draft &draft) { return draft.contactId == contactId && draft.kind == kind; });
    return it == drafts.end() ? nullptr : &*it;
}

/// Why nothing should be written to this person now; empty when something should.
QString refusal(const Contact &contact, const WriteBatch &batch, const Draft *present)
{
    if (present && present->state != "draft"_L1) {
        return tr("An email to %1 was handed off already; write a follow-up instead.").arg(contact.name());
    }
    if (present && batch.keepEdited && present->writer == handWriter) {
        return tr("The email to %1 was edited by hand and is kept as it is.").arg(contact.name());
    }
    if (batch.kind == write::MailKind::first && contact.name().isEmpty()) {
        return tr("The contact has no name to greet.");
    }
    return {};
}

Result<WrittenBatch> writeBatch(WriteBatch batch, std::function<void(int)> progress, std::stop_token stop)
{
    const auto reader = store::Reader::open(batch.databasePath);
    if (!reader) {
        return std::unexpected(reader.error());
    }
    const auto profile = (*reader)->profile();
    if (!profile) {
        return std::unexpected(profile.error());
    }
    const QString kind = write::mailKindName(batch.kind);
    const QString signature = signatureOf(*profile);
    const auto writer = write::TemplateWriter::create();
    if (!writer) {
        return std::unexpected(writer.error());
    }
    auto earlier = readEarlier(**reader, *writer, batch, signature);
    if (!earlier) {
        return std::unexpected(earlier.error());
    }
    const auto own = ownTemplateOf(**reader, batch.choice);
    const auto voice = learnedVoice(**reader);
    if (!own || !voice) {
        return std::unexpected(own ? voice.error() : own.error());
    }
    WrittenBatch written;
    int done = 0;
    for (const QString &id : batch.contactIds) {
        if (stop.stop_requested()) {
            return failure(ErrorKind::cancelled, tr("Cancelled."));
        }
        progress(++done);
        const auto contact = (*reader)->contact(id);
        if (!contact) {
            written.unwritten << Unwritten { id, contact.error().text };
            continue;
        }
        const Draft *present = draftTo(earlier->drafts, id, kind);
        if (const QString reason = refusal(*contact, batch, present); !reason.isEmpty()) {
            written.unwritten << Unwritten { id, reason };
            continue;
        }
        write::WriteRequest request;
        request.contact = *contact;
        request.profile = *profile;
        request.kind = batch.kind;
        request.resumeId = batch.resumeId;
        request.createdAt = batch.createdAt;
        request.memory = &earlier->memory;
        request.templateName = batch.choice.bundledName;
        request.voice = *voice;
        if (const Draft *first = draftTo(earlier->drafts, id, u"first"_s); first && batch.kind != write::MailKind::first) {
            request.earlier = *first;
        }
        auto draft = *own ? write::writeFromOwn(**own, request, *writer) : writer->write(request);
        if (!draft) {
            written.unwritten << Unwritten { id, draft.error().text };
            continue;
        }
        draft->runId = batch.runId;
        write::keepSuggestion(*draft);
        earlier->memory.add(*draft, *contact, signature);
        written.drafts.push_back({ std::move(*draft), present ? std::optional(*present) : std::nullopt });
    }
    return written;
}

Json unwrittenJson(const QVector<Unwritten> &unwritten)
{
    Json json = Json::array();
    for (const Unwritten &one : unwritten) {
        json.push_back({ { "contactId", one.contactId }, { "reason", one.reason } });
    }
    return json;
}

/// Why a draft must not be stored after all: what happened to its contact or to the draft it replaces while
/// it was being written. Empty when nothing did.
QString overtaken(const store::Reader &reader, const WrittenDraft &written)
{
    if (const auto contact = reader.contact(written.draft.contactId); !contact) {
        return contact.error().text;
    }
    if (!written.replaces) {
        return {};
    }
    const auto now = reader.draft(written.replaces->id);
    if (!now) {
        return now.error().text;
    }
    return *now == *written.replaces
            ? QString()
            : tr("The email was changed while it was being written again; it is kept as it is.");
}

Task<Result<jobs::StageOutcome>> writing(Services *services, jobs::StageContext context)
{
    const auto kind = write::mailKindFrom(textAt(context.input, "kind"));
    if (!kind) {
        co_return failure(ErrorKind::internal, tr("The job does not say what kind of email to write."));
    }
    WriteBatch batch;
    batch.databasePath = services->workspace.databasePath();
    batch.contactIds = textsAt(context.input, "contactIds");
    batch.runId = textAt(context.input, "runId");
    batch.kind = *kind;
    batch.resumeId = textAt(context.input, "resumeId");
    batch.createdAt = toStoredTime(services->clock.now());
    batch.choice = templateChoiceFrom(context.input);
    batch.keepEdited = !batch.runId.isEmpty() || batch.contactIds.size() > 1;
    const int total = static_cast<int>(batch.contactIds.size());
    // The worker reports from its own thread; the engine lives on this one.
    const auto relay = [engine = &services->jobs, report = context.progress, total](int done) {
        QMetaObject::invokeMethod(engine, [report, done, total] { report(done, total); }, Qt::QueuedConnection);
    };
    auto work = runOnWorker(writeBatch, batch, std::function<void(int)>(relay), context.stop);
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
        one.draft.id = one.replaces ? one.replaces->id : services->ids.next();
        ids << one.draft.id;
        if (one.replaces) {
            outcome.operation.patch(Kind::draft, one.draft.id, toBody(*one.replaces), toBody(one.draft));
        } else {
            outcome.operation.create(Kind::draft, one.draft.id, toBody(one.draft));
        }
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
        return failure(ErrorKind::rejectedInput, tr("There is no resume to attach; add one to your profile first."));
    }
    return (*resume)->id;
}

} // namespace

jobs::JobKind writeJob(Services &services)
{
    Services *own = &services;
    jobs::JobKind kind;
    kind.name = u"write"_s;
    kind.stages = { { u"writing"_s, [own](jobs::StageContext context) { return writing(own, std::move(context)); } } };
    // Two at once would not know of each other's emails: the same person twice, the same words twice.
    kind.turn = [](const Json &) { return u"writing"_s; };
    return kind;
}

Task<Result<WriteOutcome>> writeDrafts(Services *services, WriteOrder order, std::stop_token stop)
{
    if (order.writer != "template"_L1) {
        co_return failure(ErrorKind::rejectedInput, tr("There is no writer \"%1\" here; \"template\" needs no account.").arg(order.writer));
    }
    if (!write::mailKindFrom(order.kind)) {
        co_return failure(ErrorKind::rejectedInput, tr("\"%1\" is no kind of email; the kinds are first, follow_up and thank_you.").arg(order.kind));
    }
    const auto choice = chooseTemplate(services->reader, order.templateName, order.kind);
    const auto resumeId = resumeFor(*services, order.attachResume);
    if (!choice || !resumeId) {
        co_return std::unexpected(choice ? resumeId.error() : choice.error());
    }
    const auto recipients = co_await recipientsOf(services, order);
    if (!recipients) {
        co_return std::unexpected(recipients.error());
    }
    if (recipients->isEmpty()) {
        co_return failure(ErrorKind::rejectedInput, tr("There is nobody to write to."));
    }
    Json input { { "contactIds", jsonTexts(*recipients) }, { "kind", order.kind }, { "runId", order.runId }, { "resumeId", *resumeId } };
    putChoice(input, *choice);
    const QString title = tr("Write %n email(s)", static_cast<int>(recipients->size()));
    const auto job = co_await services->jobs.run(u"write"_s, title, std::move(input), stop);
    if (!job) {
        co_return std::unexpected(job.error());
    }
    const Json &result = member(job->results, "writing");
    WriteOutcome outcome { job->id, textsAt(result, "draftIds"), {}, 0 };
    for (const Json &one : arrayAt(result, "unwritten")) {
        outcome.unwritten << Unwritten { textAt(one, "contactId"), textAt(one, "reason") };
    }
    co_return outcome;
}

Result<QVector<GateProblem>> gateOf(const store::Reader &reader, const truth::DirectoryKnowledge &knowledge, const Draft &draft)
{
    const auto contact = reader.contact(draft.contactId);
    const auto profile = reader.profile();
    const auto others = reader.drafts();
    if (!contact || !profile || !others) {
        return std::unexpected(!contact ? contact.error() : !profile ? profile.error() : others.error());
    }
    truth::GateInput input { draft, *profile, *contact, !draft.resumeId.isEmpty(), {}, &knowledge };
    QVector<GateProblem> problems = truth::checkDraft(input);
    const QString signature = signatureOf(*profile);
    const QString body = cleanText(draft.body);
    // The draft goes last: only what it repeats of the others is its own problem. Beyond its run that is a
    // whole email.
    QVector<truth::BatchItem> batch;
    for (const Draft &other : *others) {
        const bool isBeside = draft.runId.isEmpty() || other.runId == draft.runId
                || cleanText(other.body) == body;
        const auto recipient = isBeside && other.id != draft.id ? reader.contact(other.contactId)
                                                                : failure(ErrorKind::notFound, {});
        if (recipient) {
            batch << truth::BatchItem { other, *recipient, signature };
        }
    }
    batch << truth::BatchItem { draft, *contact, signature };
    for (const truth::BatchProblem &found : truth::checkBatch(batch, &knowledge)) {
        if (found.item == batch.size() - 1) {
            problems << found.problem;
        }
    }
    return problems;
}

Task<Result<Draft>> editDraft(Services *services, Draft before, Draft after)
{
    after.claims.removeIf([&](const Claim &claim) { return !after.body.contains(claim.text) && !after.subject.contains(claim.text); });
    if (after.body != before.body || after.subject != before.subject) {
        after.overrideReason = after.overrideReason == before.overrideReason ? QString() : after.overrideReason;
        after.writer = handWriter;
    }
    store::Operation operation;
    operation.label = tr("Edit the email \"%1\"").arg(after.subject);
    operation.patch(Kind::draft, before.id, toBody(before), toBody(after));
    const auto applied = co_await services->store.apply(std::move(operation));
    if (!applied) {
        co_return std::unexpected(applied.error());
    }
    co_return services->reader.draft(before.id);
}

} // namespace crema::flows
