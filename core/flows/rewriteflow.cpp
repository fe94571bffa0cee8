// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/rewriteflow.h"

#include "async/delay.h"
#include "flows/modelserver.h"
#include "flows/writebatch.h"
#include "write/envelope.h"
#include "write/grounding.h"
#include "write/modelwriter.h"
#include "write/owntemplate.h"
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

/// All that one email to one contact is written from.
struct Desk
{
    write::TemplateWriter templates;
    Profile profile;
    Earlier earlier; ///< its memory is used by requests: a desk stays where it is
    WriteBatch batch;
};

Result<std::unique_ptr<Desk>> deskFor(const Services &services, const WriteOrder &order,
                                      const QStringList &contactIds)
{
    const auto profile = services.reader.profile();
    auto writer = write::TemplateWriter::create();
    if (!profile || !writer) {
        return std::unexpected(profile ? writer.error() : profile.error());
    }
    const auto choice = chooseTemplate(services.reader, order.templateName, order.kind);
    if (!choice) {
        return std::unexpected(choice.error());
    }
    Json input {{"contactIds", jsonTexts(contactIds)},
                {"kind", order.kind},
                {"runId", order.runId},
                {"topic", order.topic}};
    putChoice(input, *choice);
    if (order.attachResume) {
        const auto resume = services.reader.defaultResume();
        if (!resume || !*resume) {
            return failure(ErrorKind::rejectedInput,
                           tr("There is no resume to attach; add one to your profile first."));
        }
        input["resumeId"] = (*resume)->id;
    }
    auto batch = batchFrom(input, services);
    if (!batch) {
        return failure(ErrorKind::rejectedInput,
                       tr("\"%1\" is no kind of email; the kinds are first, follow_up and thank_you.")
                               .arg(order.kind));
    }
    auto earlier = readEarlier(services.reader, services.knowledge.get(), *batch, signatureOf(*profile));
    if (!earlier) {
        return std::unexpected(earlier.error());
    }
    return std::make_unique<Desk>(*std::move(writer), *profile, *std::move(earlier), *std::move(batch));
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

/// The draft that is to be written anew, with the request it came from.
struct Open
{
    Draft draft;
    std::unique_ptr<Desk> desk;
    write::WriteRequest request;
};

Result<Open> openDraft(const Services &services, const QString &draftId)
{
    const auto draft = services.reader.draft(draftId);
    if (!draft) {
        return std::unexpected(draft.error());
    }
    if (draft->state != "draft"_L1) {
        return failure(ErrorKind::rejectedInput, tr("This email was handed off already; it is not changed."));
    }
    WriteOrder order;
    order.kind = draft->kind;
    order.topic = textAt(draft->extra, topicMember);
    auto desk = deskFor(services, order, {draft->contactId});
    if (!desk) {
        return std::unexpected(desk.error());
    }
    Recipient recipient = recipientOf(services.reader, (*desk)->batch, (*desk)->profile, (*desk)->earlier,
                                      draft->contactId);
    if (!recipient.refusal.isEmpty()) {
        return failure(ErrorKind::rejectedInput, recipient.refusal);
    }
    recipient.request.resumeId = draft->resumeId;
    return Open {*draft, *std::move(desk), std::move(recipient.request)};
}

QString noteOf(const write::ModelDraft &written)
{
    if (!written.fallback.isEmpty()) {
        return tr("The model gave no email that the record bears out; this one was written from a template. "
                  "%1")
                .arg(written.fallback);
    }
    return written.dropped.isEmpty()
            ? QString()
            : tr("Left out, since nothing on record says it: \"%1\"").arg(written.dropped.join(u"\", \""_s));
}

Task<Result<Rewritten>> store(Services *services, Draft before, write::ModelDraft written)
{
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
    co_return Rewritten {*draft, noteOf(written)};
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
    auto open = openDraft(*services, draftId);
    if (!server || !open) {
        co_return std::unexpected(server ? open.error() : server.error());
    }
    const write::ModelWriter writer(services->llm, open->desk->templates);
    const write::EmailPreview onEmail = framedPreview(std::move(preview), open->request);
    auto writing = writer.write(open->request, {*server, {}, open->desk->earlier.voiceRules}, onEmail,
                                std::move(stop));
    auto written = co_await writing;
    if (!written) {
        co_return std::unexpected(written.error());
    }
    auto storing = store(services, open->draft, *std::move(written));
    auto stored = co_await storing;
    co_return stored;
}

Task<Result<Rewritten>> rewriteSentence(Services *services, QString draftId, truth::Span span,
                                        std::stop_token stop)
{
    const auto server = modelServer(services->reader, services->deployment);
    auto open = openDraft(*services, draftId);
    if (!server || !open) {
        co_return std::unexpected(server ? open.error() : server.error());
    }
    if (span.start < 0 || span.length <= 0 || span.end() > open->draft.body.size()) {
        co_return failure(ErrorKind::rejectedInput, tr("There is no sentence at this place."));
    }
    const write::ModelWriter writer(services->llm, open->desk->templates);
    auto writing = writer.rewriteSentence(open->request, {*server, {}, open->desk->earlier.voiceRules},
                                          open->draft, span, std::move(stop));
    auto written = co_await writing;
    if (!written) {
        co_return std::unexpected(written.error());
    }
    auto storing = store(services, open->draft, *std::move(written));
    auto stored = co_await storing;
    co_return stored;
}

Result<QVector<PromptPreview>> promptsOf(const Services &services, const WriteOrder &order)
{
    const auto people = peopleOf(services, order);
    if (!people) {
        return std::unexpected(people.error());
    }
    const auto desk = deskFor(services, order, order.contactIds);
    if (!desk) {
        return std::unexpected(desk.error());
    }
    QVector<PromptPreview> prompts;
    for (const Contact &contact : *people) {
        const Recipient recipient = recipientOf((*desk)->batch, (*desk)->profile, (*desk)->earlier, contact);
        const write::FactList facts = numberedFacts(recipient.request, (*desk)->templates.knowledge());
        prompts << PromptPreview {
                contact.id,
                write::promptInWords(write::promptFor(recipient.request, facts, (*desk)->earlier.voiceRules)),
                facts.withheld};
    }
    return prompts;
}

Result<PromptPreview> promptOf(const Services &services, const QString &draftId)
{
    const auto open = openDraft(services, draftId);
    if (!open) {
        return std::unexpected(open.error());
    }
    const Desk &desk = *open->desk;
    const write::FactList facts = numberedFacts(open->request, desk.templates.knowledge());
    return PromptPreview {
            open->draft.contactId,
            write::promptInWords(write::promptFor(open->request, facts, desk.earlier.voiceRules)),
            facts.withheld};
}

Task<Result<DryRun>> dryRun(Services *services, WriteOrder order, std::function<void(int, int)> progress,
                            std::stop_token stop)
{
    const auto people = peopleOf(*services, order);
    QStringList ids;
    for (const Contact &contact : people ? *people : QVector<Contact>()) {
        ids << contact.id;
    }
    auto desk = deskFor(*services, order, ids);
    const auto server = modelServer(services->reader, services->deployment);
    if (!people || !desk || !server) {
        co_return std::unexpected(!people ? people.error() : !desk ? desk.error() : server.error());
    }
    Desk &own = **desk;
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
        const Recipient recipient = recipientOf(own.batch, own.profile, own.earlier, contact);
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
            auto writing = model.write(recipient.request, {*server, {}, own.earlier.voiceRules}, {}, stop);
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
            auto draft = own.earlier.own
                    ? write::writeFromOwn(*own.earlier.own, recipient.request, own.templates)
                    : own.templates.write(recipient.request);
            if (!draft) {
                run.unwritten << Unwritten {contact.id, draft.error().text};
                continue;
            }
            written.draft = *std::move(draft);
        }
        run.promptTokens += written.usage.promptTokens;
        run.answerTokens += written.usage.answerTokens;
        own.earlier.memory.add(written.draft, contact, signatureOf(own.profile));
        QVector<GateProblem> problems = own.templates.problemsOf(written.draft, recipient.request);
        run.drafts << DryDraft {std::move(written.draft), std::move(problems), noteOf(written)};
    }
    if (ended && run.drafts.isEmpty()) {
        co_return std::unexpected(*ended);
    }
    co_return run;
}

} // namespace crema::flows
