// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/commandparts.h"
#include "commands/draftwords.h"
#include "commands/mailwords.h"
#include "flows/gmailflow.h"
#include "flows/modelserver.h"
#include "flows/rewriteflow.h"
#include "flows/templateflow.h"
#include "flows/writeflow.h"
#include "llm/client.h"

using namespace Qt::StringLiterals;

namespace crema::app {

namespace {

Result<flows::WriteOrder> orderFrom(const CommandContext &context, const Arguments &arguments)
{
    flows::WriteOrder order;
    if (arguments.has(u"--run"_s)) {
        const auto id = idOf(context, Kind::run, arguments.value(u"--run"_s));
        if (!id) {
            return std::unexpected(id.error());
        }
        order.runId = *id;
    }
    const auto ids = idsOf(context, Kind::contact, arguments.values(u"--contact"_s) + arguments.words());
    if (!ids) {
        return std::unexpected(ids.error());
    }
    if (order.runId.isEmpty() == ids->isEmpty()) {
        return failure(ErrorKind::rejectedInput,
                       u"Write to the people of a run (--run ID) or to contacts (--contact ID...)."_s);
    }
    order.contactIds = *ids;
    order.writer = arguments.has(u"--writer"_s) ? arguments.value(u"--writer"_s) : order.writer;
    order.kind = arguments.has(u"--kind"_s) ? arguments.value(u"--kind"_s) : order.kind;
    order.templateName = arguments.value(u"--template"_s);
    if (!order.templateName.isEmpty() && !arguments.has(u"--kind"_s)) {
        const auto own = flows::templateFor(context.reader, order.templateName);
        order.kind = own ? own->kind : order.kind;
    }
    order.topic = arguments.value(u"--topic"_s);
    order.attachResume = arguments.has(u"--resume"_s);
    return order;
}

void addUnwritten(Reply &reply, const QVector<flows::Unwritten> &unwritten)
{
    reply.json["unwritten"] = Json::array();
    for (const flows::Unwritten &one : unwritten) {
        reply.json["unwritten"].push_back({{"contactId", one.contactId}, {"reason", one.reason}});
        reply.notes << u"not written: %1 %2"_s.arg(shortId(one.contactId), one.reason);
        reply.exitCode = exitcode::someFailed;
    }
}

void addTokens(Reply &reply, int prompt, int answer)
{
    if (prompt + answer > 0) {
        reply.json["tokens"] = {{"prompt", prompt}, {"answer", answer}};
    }
}

/// The emails are written either way; what kept them out of the mailbox is said beside them.
void addPushed(Reply &reply, const Result<Reply> &pushed)
{
    if (!pushed) {
        reply.notes << u"not put into Gmail: "_s + pushed.error().text;
        reply.exitCode = exitcode::someFailed;
        return;
    }
    reply.json["pushed"] = member(pushed->json, "results");
    reply.text += pushed->text;
    reply.notes << pushed->notes;
    reply.exitCode = std::max(reply.exitCode, pushed->exitCode);
}

QString asText(const QString &recipient, const Draft &draft)
{
    return u"To %1%2\nSubject: %3\n\n%4\n\n%5\n"_s.arg(
            recipient, draft.id.isEmpty() ? QString() : u" (%1)"_s.arg(shortId(draft.id)), draft.subject,
            draft.body, QString(72, u'-'));
}

Task<Result<Reply>> showPrompts(CommandContext *context, flows::WriteOrder order)
{
    auto reading = flows::promptsOf(context->services, order);
    const auto prompts = co_await reading;
    if (!prompts) {
        co_return std::unexpected(prompts.error());
    }
    Reply reply;
    reply.json = {{"prompts", Json::array()}};
    for (const flows::PromptPreview &prompt : *prompts) {
        reply.json["prompts"].push_back({{"contactId", prompt.contactId},
                                         {"text", prompt.text},
                                         {"withheld", jsonTexts(prompt.withheld)}});
        reply.text += prompt.text + u'\n' + QString(72, u'-') + u'\n';
        if (!prompt.withheld.isEmpty()) {
            reply.notes << u"kept back from %1: %2"_s.arg(shortId(prompt.contactId),
                                                          prompt.withheld.join(u", "_s));
        }
    }
    co_return reply;
}

Task<Result<Reply>> tryOut(CommandContext *context, flows::WriteOrder order)
{
    auto running = flows::dryRun(context->services, order, [](int, int) { }, context->stop);
    const auto run = co_await running;
    if (!run) {
        co_return std::unexpected(run.error());
    }
    Reply reply;
    reply.json = {{"dryRun", true}, {"drafts", Json::array()}, {"cost", 0}};
    for (const flows::DryDraft &one : run->drafts) {
        Json json {{"contactId", one.draft.contactId}, {"subject", one.draft.subject},
                   {"body", one.draft.body},           {"writer", one.draft.writer},
                   {"gate", gateJson(one.problems)},   {"claims", Json::array()}};
        putText(json, "note", one.note);
        for (const Claim &claim : one.draft.claims) {
            json["claims"].push_back(claimJson(claim));
        }
        reply.json["drafts"].push_back(std::move(json));
        reply.text += asText(recipientOf(*context, one.draft), one.draft);
        if (!one.note.isEmpty()) {
            reply.notes << one.note;
        }
    }
    addTokens(reply, run->promptTokens, run->answerTokens);
    addUnwritten(reply, run->unwritten);
    reply.notes << u"only tried: nothing was kept, sent or charged"_s;
    co_return reply;
}

Task<Result<Reply>> write(CommandContext *context, Arguments arguments)
{
    const bool pushes = arguments.has(u"--push"_s);
    const auto account = flows::gmailAccount(context->reader);
    if (pushes && !account) { // before anything is written, or paid for
        co_return std::unexpected(account.error());
    }
    if (arguments.value(u"--writer"_s) == flows::modelWriter && !arguments.has(u"--show-prompt"_s)) {
        auto needing = flows::needModel(context->services);
        const auto ready = co_await needing;
        if (!ready) {
            co_return std::unexpected(ready.error());
        }
    }
    const auto order = orderFrom(*context, arguments);
    if (!order) {
        co_return std::unexpected(order.error());
    }
    if (arguments.has(u"--show-prompt"_s)) {
        auto showing = showPrompts(context, *order);
        auto shown = co_await showing;
        co_return shown;
    }
    if (arguments.has(u"--dry-run"_s)) {
        auto trying = tryOut(context, *order);
        auto tried = co_await trying;
        co_return tried;
    }
    const auto outcome = co_await flows::writeDrafts(context->services, *order, context->stop);
    if (!outcome) {
        co_return std::unexpected(outcome.error());
    }
    const auto beside = flows::DraftsBeside::read(context->reader);
    if (!beside) {
        co_return std::unexpected(beside.error());
    }
    Reply reply;
    reply.json = {{"jobId", outcome->jobId}, {"drafts", Json::array()}, {"cost", outcome->cost}};
    for (const QString &id : outcome->draftIds) {
        const auto draft = context->reader.draft(id);
        const auto json = draft ? draftJson(*context, *beside, *draft)
                                : Result<Json>(std::unexpected(draft.error()));
        if (!json) {
            co_return std::unexpected(json.error());
        }
        reply.json["drafts"].push_back(*json);
        reply.text += asText(recipientOf(*context, *draft), *draft);
    }
    for (const flows::WriteNote &note : outcome->notes) {
        reply.notes << note.text;
    }
    addTokens(reply, outcome->promptTokens, outcome->answerTokens);
    addUnwritten(reply, outcome->unwritten);
    if (const auto added = addBalance(*context, reply.json); !added) {
        co_return std::unexpected(added.error());
    }
    if (pushes && !outcome->draftIds.isEmpty()) {
        auto pushing = pushReply(context, outcome->draftIds, account->email);
        const auto pushed = co_await pushing;
        addPushed(reply, pushed);
    }
    co_return reply;
}

Task<Result<Reply>> serverReply(CommandContext *context)
{
    const auto server = flows::modelServer(context->reader, context->deployment);
    if (!server) {
        co_return std::unexpected(server.error());
    }
    auto asking = flows::isModelReady(context->services);
    const auto ready = co_await asking;
    if (!ready) {
        co_return std::unexpected(ready.error());
    }
    Reply reply;
    reply.json = {{"server", server->baseUrl.toString(QUrl::FullyEncoded)},
                  {"name", llm::nameOf(*server)},
                  {"model", server->model},
                  {"ready", *ready}};
    reply.text = u"%1 at %2%3"_s.arg(server->model, server->baseUrl.toDisplayString(),
                                     *ready ? QString() : u"; there is no key for it"_s);
    co_return reply;
}

Task<Result<Reply>> showModel(CommandContext *context, Arguments)
{
    co_return co_await serverReply(context);
}

Task<Result<Reply>> setModel(CommandContext *context, Arguments arguments)
{
    if (!arguments.has(u"--server"_s) && !arguments.has(u"--model"_s) && !arguments.has(u"--reset"_s)) {
        co_return failure(ErrorKind::rejectedInput,
                          u"Say which: --server ADDRESS, --model NAME, or --reset for the usual one."_s);
    }
    const auto now = flows::modelServer(context->reader, context->deployment);
    const bool keeps = now && !arguments.has(u"--reset"_s);
    const QString address = arguments.has(u"--server"_s) ? arguments.value(u"--server"_s)
            : keeps                                      ? now->baseUrl.toString(QUrl::FullyEncoded)
                                                         : QString();
    const QString model = arguments.has(u"--model"_s) ? arguments.value(u"--model"_s)
            : keeps                                   ? now->model
                                                      : QString();
    auto setting = flows::setModelServer(context->services, address, model);
    const auto set = co_await setting;
    if (!set) {
        co_return std::unexpected(set.error());
    }
    co_return co_await serverReply(context);
}

Task<Result<Reply>> listModels(CommandContext *context, Arguments)
{
    const auto server = flows::modelServer(context->reader, context->deployment);
    if (!server) {
        co_return std::unexpected(server.error());
    }
    auto listing = context->services->llm.models(*server, context->stop);
    const auto models = co_await listing;
    if (!models) {
        co_return std::unexpected(models.error());
    }
    Reply reply;
    reply.json = {{"models", jsonTexts(*models)}};
    reply.text = models->join(u'\n');
    if (models->isEmpty()) {
        reply.notes << u"this server does not say which models it has"_s;
    }
    co_return reply;
}

} // namespace

QVector<Command> writeCommands()
{
    return {
            {u"write"_s,
             u"[--run ID] [--contact ID...] [--writer template|llm] [--kind first|follow_up|thank_you] [--template NAME] [--topic TEXT] [--resume] [--dry-run] [--show-prompt] [--push] [ID...]"_s,
             u"writes an email to everyone of a run, or to contacts; --dry-run keeps nothing, --show-prompt "
             u"shows what a model would be told"_s,
             Needs::writing, 2, write},
            {u"model show"_s, u""_s, u"the language model that writes, and where it is"_s, Needs::writing, 2,
             showModel},
            {u"model set"_s, u"[--server ADDRESS] [--model NAME] [--reset]"_s,
             u"chooses the OpenAI-compatible server and the model"_s, Needs::writing, 2, setModel},
            {u"model list"_s, u""_s, u"the models that the server has"_s, Needs::writing, 2, listModels},
    };
}

} // namespace crema::app
