// SPDX-License-Identifier: GPL-3.0-or-later
// Emails that are written to be looked at, and then perhaps kept.
#include "async/delay.h"
#include "async/worker.h"
#include "base/text.h"
#include "flows/findflow.h"
#include "flows/modelserver.h"
#include "flows/orderdesk.h"
#include "flows/rewriteflow.h"
#include "truth/gate.h"
#include "write/voicerules.h"

#include <QCoreApplication>
#include <QSet>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

QString tr(const char *words, int n = -1)
{
    return QCoreApplication::translate("flows", words, nullptr, n);
}

/// What the gate will say of the emails of a dry run beside each other and beside the drafts that are there,
/// for each of them. Reads contacts: for a worker.
Result<QVector<QVector<GateProblem>>> repeatsIn(std::shared_ptr<WriteDesk> desk,
                                                QVector<truth::BatchItem> dry, QStringList replaced)
{
    const auto reader = store::Reader::open(desk->batch.databasePath);
    if (!reader) {
        return std::unexpected(reader.error());
    }
    QSet<QString> bodies;
    for (const truth::BatchItem &one : dry) {
        bodies << cleanText(one.draft.body);
    }
    const QString &runId = desk->batch.runId;
    QVector<truth::BatchItem> batch;
    for (const Draft &draft : std::as_const(desk->drafts)) {
        // As DraftsBeside does: those of the run, and whichever says the same word for word.
        const bool isBeside = runId.isEmpty() || draft.runId == runId
                || bodies.contains(cleanText(draft.body));
        const auto contact = isBeside && !replaced.contains(draft.id)
                ? (*reader)->contact(draft.contactId)
                : failure(ErrorKind::notFound, QString());
        if (contact) {
            batch << truth::BatchItem {draft, *contact, desk->signature};
        }
    }
    const qsizetype first = batch.size();
    batch += dry;
    QVector<QVector<GateProblem>> found(dry.size());
    for (const truth::BatchProblem &one : truth::checkBatch(batch, &desk->templates.knowledge())) {
        if (one.item >= first) {
            found[one.item - first] << one.problem;
        }
    }
    return found;
}

} // namespace

Task<Result<DryRun>> dryRun(Services *services, WriteOrder order, std::function<void(int, int)> progress,
                            std::stop_token stop)
{
    const auto people = peopleOf(*services, order);
    const auto server = modelServer(services->reader, services->deployment);
    if (!people || !server) {
        co_return std::unexpected(people ? server.error() : people.error());
    }
    const QStringList ids = idsOf(*people);
    auto preparing = deskFor(services, order, ids);
    const auto desk = co_await preparing;
    if (!desk) {
        co_return std::unexpected(desk.error());
    }
    WriteDesk &own = **desk;
    const write::ModelWriter model(services->llm, own.templates);
    DryRun run;
    QVector<truth::BatchItem> batch;
    QStringList replaced;
    std::optional<Error> ended; ///< why no more is asked
    int done = 0;
    for (const Contact &contact : *people) {
        progress(done++, static_cast<int>(people->size()));
        // The window breathes between two emails from a template, which wait for nothing.
        const auto turn = co_await delay(std::chrono::milliseconds(0), stop);
        if (!turn) {
            co_return std::unexpected(turn.error());
        }
        const Recipient recipient = recipientOf(own, contact);
        if (!recipient.refusal.isEmpty()) {
            run.unwritten << Unwritten {contact.id, recipient.refusal};
            continue;
        }
        if (ended) {
            run.unwritten << Unwritten {contact.id, ended->text};
            continue;
        }
        write::ModelDraft written;
        if (order.writer == modelWriter) {
            auto writing = model.write(recipient.request, {*server, {}, own.voiceRules}, {}, stop);
            auto answer = co_await writing;
            if (!answer && answer.error().kind == ErrorKind::cancelled) {
                co_return std::unexpected(answer.error());
            }
            if (!answer) {
                run.unwritten << Unwritten {contact.id, answer.error().text};
                ended = endsModelBatch(answer.error()) ? std::optional(answer.error()) : ended;
                continue;
            }
            written = *std::move(answer);
        } else {
            auto draft = writeFromTemplate(own, recipient.request);
            if (!draft) {
                run.unwritten << Unwritten {contact.id, draft.error().text};
                continue;
            }
            written.draft = *std::move(draft);
        }
        run.promptTokens += written.usage.promptTokens;
        run.answerTokens += written.usage.answerTokens;
        written.draft.runId = own.batch.runId;
        own.memory.add(written.draft, contact, own.signature);
        batch << truth::BatchItem {written.draft, contact, own.signature};
        replaced << (recipient.present ? recipient.present->id : QString());
        QVector<GateProblem> problems = own.templates.problemsOf(written.draft, recipient.request);
        run.drafts << DryDraft {written.draft, recipient.present, std::move(problems), remarkOn(written)};
    }
    auto comparing = runOnWorker(repeatsIn, *desk, batch, replaced);
    const auto repeats = co_await comparing;
    if (!repeats) {
        co_return std::unexpected(repeats.error());
    }
    for (qsizetype i = 0; i < run.drafts.size(); ++i) {
        run.drafts[i].problems << repeats->value(i);
    }
    if (ended && run.drafts.isEmpty()) {
        co_return std::unexpected(*ended);
    }
    co_return run;
}

namespace {

/// Saves the people of a run to whom one of the emails goes; the contact each email is to.
Task<Result<QHash<QString, QString>>> contactsOf(Services *services, QString runId, QStringList recipients)
{
    QHash<QString, QString> contacts;
    QStringList unsaved;
    for (const QString &id : recipients) {
        if (services->reader.contact(id)) {
            contacts.insert(id, id);
        } else {
            unsaved << id;
        }
    }
    if (!unsaved.isEmpty() && !runId.isEmpty()) { // nobody named means everybody
        auto saving = savePeople(services, runId, unsaved);
        const auto saved = co_await saving;
        if (!saved) {
            co_return std::unexpected(saved.error());
        }
        for (const QString &id : unsaved) {
            contacts.insert(id, saved->contactIds.value(id));
        }
    }
    co_return contacts;
}

/// The same email to somebody who is in contacts now.
Draft addressedTo(Draft draft, const QString &contactId)
{
    for (Claim &claim : draft.claims) {
        for (Source &source : claim.sources) {
            source.recordId = source.recordId == draft.contactId ? contactId : source.recordId;
        }
    }
    draft.contactId = contactId;
    return draft;
}

/// Why an email that was read must not be stored any more; empty when it may.
QString outdated(const WriteDesk &desk, const Recipient &recipient, const DryDraft &one)
{
    if (!recipient.refusal.isEmpty()) {
        return recipient.refusal;
    }
    if (recipient.present != one.replaces) {
        return tr("Another email to %1 was written or changed meanwhile; it is kept as it is.")
                .arg(recipient.request.contact.name());
    }
    if (one.problems.isEmpty() && desk.memory.hasBody(one.draft.body)) {
        return tr("The same email was written to somebody else meanwhile.");
    }
    const bool isHeld = !desk.templates.problemsOf(one.draft, recipient.request).isEmpty();
    return isHeld && one.problems.isEmpty()
            ? tr("What is on record of %1 or of you was changed meanwhile; write this email anew.")
                      .arg(recipient.request.contact.name())
            : QString();
}

} // namespace

Task<Result<WriteOutcome>> keepDryRun(Services *services, WriteOrder order, DryRun run)
{
    QStringList recipients;
    for (const DryDraft &one : std::as_const(run.drafts)) {
        recipients << one.draft.contactId;
    }
    auto saving = contactsOf(services, order.runId, recipients);
    const auto contacts = co_await saving;
    if (!contacts) {
        co_return std::unexpected(contacts.error());
    }
    const QStringList ids = contacts->values();
    auto preparing = deskFor(services, order, ids);
    const auto desk = co_await preparing;
    if (!desk) {
        co_return std::unexpected(desk.error());
    }
    const WriteDesk &own = **desk;
    store::Operation operation;
    WriteOutcome outcome;
    outcome.unwritten = run.unwritten;
    outcome.promptTokens = run.promptTokens;
    outcome.answerTokens = run.answerTokens;
    for (DryDraft &one : run.drafts) {
        one.draft = addressedTo(one.draft, contacts->value(one.draft.contactId));
        const Recipient recipient = recipientOf(services->reader, own, one.draft.contactId);
        if (const QString reason = outdated(own, recipient, one); !reason.isEmpty()) {
            outcome.unwritten << Unwritten {one.draft.contactId, reason};
            continue;
        }
        if (!one.note.isEmpty()) {
            outcome.notes << WriteNote {one.draft.contactId,
                                        u"%1: %2"_s.arg(recipient.request.contact.name(), one.note)};
        }
        WrittenDraft written {one.draft, one.replaces};
        written.draft.runId = own.batch.runId;
        write::keepSuggestion(written.draft);
        putText(written.draft.extra, topicMember, own.batch.topic);
        outcome.draftIds << addDraft(operation, written, services->ids);
    }
    if (outcome.draftIds.isEmpty()) {
        co_return outcome;
    }
    operation.label = tr("Write %n email(s)", static_cast<int>(outcome.draftIds.size()));
    auto applying = services->store.apply(std::move(operation));
    const auto applied = co_await applying;
    if (!applied) {
        co_return std::unexpected(applied.error());
    }
    co_return outcome;
}

} // namespace crema::flows
