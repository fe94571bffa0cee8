// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/rewriteflow.h"

#include "flows/modelserver.h"
#include "flows/orderdesk.h"
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
    order.draftId = draft->id;
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
    co_return Rewritten {services->reader.draft(before.id).value_or(after), remarkOn(written)};
}

Result<> checkSpan(const Draft &draft, truth::Span span)
{
    return span.start >= 0 && span.length > 0 && span.end() <= draft.body.size()
            ? Result<> {}
            : failure(ErrorKind::rejectedInput, tr("There is no sentence at this place."));
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
    if (const auto within = checkSpan(open->draft, span); !within) {
        co_return std::unexpected(within.error());
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

Task<Result<PromptPreview>> promptOfSentence(Services *services, QString draftId, truth::Span span)
{
    auto opening = openDraft(services, draftId);
    const auto open = co_await opening;
    if (!open) {
        co_return std::unexpected(open.error());
    }
    if (const auto within = checkSpan(open->draft, span); !within) {
        co_return std::unexpected(within.error());
    }
    const WriteDesk &desk = *open->desk;
    const write::FactList facts = write::numberedFacts(open->request, desk.templates.knowledge());
    const write::ModelWriter writer(services->llm, desk.templates);
    const auto chat = writer.sentencePrompt(open->request, facts, desk.voiceRules, open->draft, span);
    if (!chat) {
        co_return std::unexpected(chat.error());
    }
    co_return PromptPreview {open->draft.contactId, write::promptInWords(*chat), facts.withheld, true};
}

} // namespace crema::flows
