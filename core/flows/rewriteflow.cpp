// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/rewriteflow.h"

#include "async/delay.h"
#include "async/worker.h"
#include "flows/modelserver.h"
#include "flows/writebatch.h"
#include "truth/gate.h"
#include "write/envelope.h"
#include "write/grounding.h"
#include "write/voicerules.h"

#include <QCoreApplication>

#include <memory>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

QString tr(const char *words)
{
    return QCoreApplication::translate("flows", words);
}

/// What the emails of an order are written from, read by a worker.
Task<Result<std::shared_ptr<WriteDesk>>> deskFor(Services *services, WriteOrder order, QStringList contactIds)
{
    const auto choice = chooseTemplate(services->reader, order.templateName, order.kind);
    const auto resume = order.attachResume ? services->reader.defaultResume()
                                           : Result<std::optional<Resume>>(std::nullopt);
    if (!choice || !resume) {
        co_return std::unexpected(choice ? resume.error() : choice.error());
    }
    if (order.attachResume && !*resume) {
        co_return failure(ErrorKind::rejectedInput,
                          tr("There is no resume to attach; add one to your profile first."));
    }
    Json input {{"contactIds", jsonTexts(contactIds)},
                {"kind", order.kind},
                {"runId", order.runId},
                {"topic", order.topic},
                {"resumeId", *resume ? (*resume)->id : QString()}};
    putChoice(input, *choice);
    const auto batch = batchFrom(input, *services);
    if (!batch) {
        co_return failure(ErrorKind::rejectedInput,
                          tr("\"%1\" is no kind of email; the kinds are first, follow_up and thank_you.")
                                  .arg(order.kind));
    }
    auto reading = runOnWorker(readDesk, *batch);
    auto desk = co_await reading;
    co_return desk;
}

/// The people of an order, saved or not.
Result<QVector<Contact>> peopleOf(const Services &services, const WriteOrder &order)
{
    QVector<Contact> people;
    for (const QString &id : order.contactIds) {
        const auto contact = services.reader.contact(id);
        if (!contact) {
            return std::unexpected(contact.error());
        }
        people << *contact;
    }
    if (!order.runId.isEmpty()) {
        const auto run = services.reader.run(order.runId);
        if (!run) {
            return std::unexpected(run.error());
        }
        for (const FoundPerson &found : run->people) {
            // Who is in contacts is taken from there: an email may have gone out already.
            const auto known = services.reader.contact(found.contactId);
            people << (known ? *known : found.person);
        }
    }
    return people;
}

QStringList idsOf(const QVector<Contact> &people)
{
    QStringList ids;
    for (const Contact &contact : people) {
        ids << contact.id;
    }
    return ids;
}

/// The draft that is to be written anew, with the request it came from.
struct OpenDraft
{
    Draft draft;
    std::shared_ptr<WriteDesk> desk;
    write::WriteRequest request;
};

Task<Result<OpenDraft>> openDraft(Services *services, QString draftId)
{
    const auto draft = services->reader.draft(draftId);
    if (!draft) {
        co_return std::unexpected(draft.error());
    }
    if (draft->state != "draft"_L1) {
        co_return failure(ErrorKind::rejectedInput,
                          tr("This email was handed off already; it is not changed."));
    }
    WriteOrder order;
    order.kind = draft->kind;
    order.topic = textAt(draft->extra, topicMember);
    const QStringList whom {draft->contactId};
    auto preparing = deskFor(services, order, whom);
    const auto desk = co_await preparing;
    if (!desk) {
        co_return std::unexpected(desk.error());
    }
    Recipient recipient = recipientOf(services->reader, **desk, draft->contactId);
    if (!recipient.refusal.isEmpty()) {
        co_return failure(ErrorKind::rejectedInput, recipient.refusal);
    }
    recipient.request.resumeId = draft->resumeId;
    co_return OpenDraft {*draft, *desk, std::move(recipient.request)};
}

Task<Result<Rewritten>> keepRewritten(Services *services, Draft before, write::ModelDraft written)
{
    if (!written.fallback.isEmpty()) {
        co_return failure(ErrorKind::badAnswer,
                          tr("The model gave no email that the record bears out; the text stays. %1")
                                  .arg(written.fallback));
    }
    Draft after = before;
    after.subject = written.draft.subject;
    after.body = written.draft.body;
    after.claims = written.draft.claims;
    after.writer = written.draft.writer;
    after.overrideReason.clear();
    write::keepSuggestion(after);
    store::Operation operation;
    operation.label = tr("Write the email \"%1\" anew").arg(after.subject);
    operation.patch(Kind::draft, before.id, toBody(before), toBody(after));
    const auto now = services->reader.draft(before.id);
    if (!now || *now != before) {
        co_return failure(ErrorKind::conflict,
                          tr("The email was changed while it was being written again; it is kept as it is."));
    }
    auto applying = services->store.apply(std::move(operation));
    const auto applied = co_await applying;
    if (!applied) {
        co_return std::unexpected(applied.error());
    }
    const auto draft = services->reader.draft(before.id);
    if (!draft) {
        co_return std::unexpected(draft.error());
    }
    co_return Rewritten {*draft, remarkOn(written)};
}

PromptPreview previewOf(const WriteDesk &desk, const write::WriteRequest &request)
{
    const write::FactList facts = write::numberedFacts(request, desk.templates.knowledge());
    return {request.contact.id, write::promptInWords(write::promptFor(request, facts, desk.voiceRules)),
            facts.withheld};
}

/// What has come of the sentences, within the frame of the whole email.
write::EmailPreview framedPreview(DraftPreview preview, const write::WriteRequest &request)
{
    if (!preview) {
        return {};
    }
    return [preview = std::move(preview), request](const write::ModelEmail &email) {
        preview(email.subject, write::inEnvelope(write::textOf(email), request));
    };
}

} // namespace

Task<Result<Rewritten>> rewriteDraft(Services *services, QString draftId, DraftPreview preview,
                                     std::stop_token stop)
{
    const auto server = modelServer(services->reader, services->deployment);
    auto opening = openDraft(services, draftId);
    const auto open = co_await opening;
    if (!server || !open) {
        co_return std::unexpected(server ? open.error() : server.error());
    }
    const write::ModelWriter writer(services->llm, open->desk->templates);
    const write::EmailPreview onEmail = framedPreview(std::move(preview), open->request);
    auto writing = writer.write(open->request, {*server, {}, open->desk->voiceRules}, onEmail,
                                std::move(stop));
    auto written = co_await writing;
    if (!written) {
        co_return std::unexpected(written.error());
    }
    auto storing = keepRewritten(services, open->draft, *std::move(written));
    auto stored = co_await storing;
    co_return stored;
}

Task<Result<Rewritten>> rewriteSentence(Services *services, QString draftId, truth::Span span,
                                        std::stop_token stop)
{
    const auto server = modelServer(services->reader, services->deployment);
    auto opening = openDraft(services, draftId);
    const auto open = co_await opening;
    if (!server || !open) {
        co_return std::unexpected(server ? open.error() : server.error());
    }
    if (span.start < 0 || span.length <= 0 || span.end() > open->draft.body.size()) {
        co_return failure(ErrorKind::rejectedInput, tr("There is no sentence at this place."));
    }
    const write::ModelWriter writer(services->llm, open->desk->templates);
    auto writing = writer.rewriteSentence(open->request, {*server, {}, open->desk->voiceRules}, open->draft,
                                          span, std::move(stop));
    auto written = co_await writing;
    if (!written) {
        co_return std::unexpected(written.error());
    }
    auto storing = keepRewritten(services, open->draft, *std::move(written));
    auto stored = co_await storing;
    co_return stored;
}

Result<truth::Span> sentenceNumbered(const store::Reader &reader, const QString &draftId, int number)
{
    const auto draft = reader.draft(draftId);
    const auto profile = reader.profile();
    if (!draft || !profile) {
        return std::unexpected(draft ? profile.error() : draft.error());
    }
    const truth::Span text = truth::partsOf(draft->body, signatureOf(*profile)).text;
    const QVector<truth::Span> sentences = truth::sentencesOf(text.of(draft->body));
    if (number < 1 || number > sentences.size()) {
        return failure(ErrorKind::notFound,
                       tr("The email has no sentence %1; it has %2.").arg(number).arg(sentences.size()));
    }
    return truth::Span {text.start + sentences[number - 1].start, sentences[number - 1].length};
}

Task<Result<QVector<PromptPreview>>> promptsOf(Services *services, WriteOrder order)
{
    const auto people = peopleOf(*services, order);
    if (!people) {
        co_return std::unexpected(people.error());
    }
    const QStringList ids = idsOf(*people);
    auto preparing = deskFor(services, order, ids);
    const auto desk = co_await preparing;
    if (!desk) {
        co_return std::unexpected(desk.error());
    }
    QVector<PromptPreview> prompts;
    for (const Contact &contact : *people) {
        prompts << previewOf(**desk, recipientOf(**desk, contact).request);
    }
    co_return prompts;
}

Task<Result<PromptPreview>> promptOf(Services *services, QString draftId)
{
    auto opening = openDraft(services, draftId);
    const auto open = co_await opening;
    if (!open) {
        co_return std::unexpected(open.error());
    }
    co_return previewOf(*open->desk, open->request);
}

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
        own.memory.add(written.draft, contact, own.signature);
        QVector<GateProblem> problems = own.templates.problemsOf(written.draft, recipient.request);
        run.drafts << DryDraft {std::move(written.draft), std::move(problems), remarkOn(written)};
    }
    if (ended && run.drafts.isEmpty()) {
        co_return std::unexpected(*ended);
    }
    co_return run;
}

} // namespace crema::flows
