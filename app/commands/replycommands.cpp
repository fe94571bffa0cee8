// SPDX-License-Identifier: GPL-3.0-or-later
// Who answered.
#include "base/dates.h"
#include "commands/commandparts.h"
#include "commands/draftwords.h"
#include "commands/mailwords.h"
#include "contacts/statusrules.h"
#include "flows/answersflow.h"
#include "flows/contactflow.h"
#include "flows/modelserver.h"
#include "flows/replyflow.h"
#include "flows/replylog.h"
#include "flows/sendchecks.h"
#include "flows/writeflow.h"
#include "model/status.h"

using namespace Qt::StringLiterals;

namespace crema::app {

namespace {

QString inWords(const flows::ContactAnswer &answer)
{
    const QString asOf = flows::localTimeWords(answer.asOf);
    switch (answer.state) {
    case flows::AnswerState::replied:
        return u"replied on %1%2"_s.arg(flows::localTimeWords(answer.at),
                                        answer.unread ? u", unread"_s : QString());
    case flows::AnswerState::notReplied:
        return answer.automatic ? u"not replied as of %1; %2"_s.arg(asOf, answer.reason)
                                : u"not replied as of %1"_s.arg(asOf);
    case flows::AnswerState::bounced:
        return answer.reason;
    case flows::AnswerState::unknown:
        break;
    }
    return u"cannot tell: "_s + answer.reason;
}

Json answerJson(const flows::ContactAnswer &answer)
{
    // A bounce is no reply; that it came back is told beside the three states.
    const bool bounced = answer.state == flows::AnswerState::bounced;
    Json json {{"state", bounced ? u"not_replied"_s : flows::answerWord(answer.state)},
               {"unread", answer.unread},
               {"bounced", bounced},
               {"automatic", answer.automatic}};
    putText(json, "asOf", answer.asOf);
    putText(json, "reason", answer.reason);
    putText(json, "at", answer.at);
    putText(json, "threadId", answer.threadId);
    return json;
}

Task<Result<Reply>> checkReplies(CommandContext *context, Arguments arguments)
{
    const auto account = flows::gmailAccount(context->reader);
    if (!account) {
        Error error = account.error();
        error.text += u" Nobody looked for replies, so whether somebody answered is not known."_s;
        co_return std::unexpected(error);
    }
    const auto ids = idsOf(*context, Kind::contact, arguments.values(u"--contact"_s) + arguments.words());
    if (!ids) {
        co_return std::unexpected(ids.error());
    }
    const auto told = [progress = context->progress](int done, int total) {
        if (progress) {
            progress(u"looking for replies"_s, done, total);
        }
    };
    auto checking = flows::checkAnswers(context->services, *ids, told, context->stop);
    const auto outcome = co_await checking;
    if (!outcome) {
        co_return std::unexpected(outcome.error());
    }
    Reply reply;
    reply.json = {{"results", Json::object()}, {"sentFromMailbox", jsonTexts(outcome->sentThere)}};
    for (const auto &[id, answer] : outcome->answers.asKeyValueRange()) {
        reply.json["results"][id.toStdString()] = answerJson(answer);
        const auto contact = context->reader.contact(id);
        reply.text += u"%1  %2: %3\n"_s.arg(shortId(id), contact ? contact->name() : u"a deleted contact"_s,
                                            inWords(answer));
    }
    if (outcome->error) {
        reply.notes << outcome->error->text;
        reply.exitCode = exitcode::someFailed;
    }
    co_return reply;
}

Task<Result<Reply>> draftReply(CommandContext *context, Arguments arguments)
{
    if (const auto account = flows::gmailAccount(context->reader); !account) {
        co_return std::unexpected(account.error());
    }
    const auto id = idOf(*context, Kind::contact, arguments.word(0));
    if (!id) {
        co_return std::unexpected(id.error());
    }
    const bool withModel = arguments.value(u"--writer"_s) == flows::modelWriter
            || (!arguments.has(u"--writer"_s)
                && flows::preferredWriter(context->reader) == flows::modelWriter);
    auto suggesting = flows::suggestReply(context->services, *id, withModel, context->stop);
    const auto suggested = co_await suggesting;
    if (!suggested) {
        co_return std::unexpected(suggested.error());
    }
    const auto beside = flows::DraftsBeside::read(context->reader);
    const auto json = beside ? draftJson(*context, *beside, suggested->draft)
                             : Result<Json>(std::unexpected(beside.error()));
    if (!json) {
        co_return std::unexpected(json.error());
    }
    Reply reply;
    reply.json = *json;
    reply.text = u"Subject: %1\n\n%2\n"_s.arg(suggested->draft.subject, suggested->draft.body);
    if (!suggested->note.isEmpty()) {
        reply.notes << suggested->note;
    }
    if (arguments.has(u"--push"_s)) {
        auto pushing = pushReply(context, {suggested->draft.id}, {});
        const auto pushed = co_await pushing;
        if (!pushed) {
            co_return std::unexpected(pushed.error());
        }
        reply.json["pushed"] = member(pushed->json, "results");
        reply.notes << pushed->notes;
        reply.exitCode = pushed->exitCode;
    }
    co_return reply;
}

Task<Result<Reply>> showConversation(CommandContext *context, Arguments arguments)
{
    if (const auto account = flows::gmailAccount(context->reader); !account) {
        co_return std::unexpected(account.error());
    }
    const auto id = idOf(*context, Kind::contact, arguments.word(0));
    if (!id) {
        co_return std::unexpected(id.error());
    }
    auto reading = flows::readConversation(context->services, *id, context->stop);
    const auto conversation = co_await reading;
    if (!conversation) {
        co_return std::unexpected(conversation.error());
    }
    Reply reply;
    reply.json = {{"subject", conversation->subject},
                  {"threadId", conversation->threadId},
                  {"leftOut", conversation->leftOut},
                  {"messages", Json::array()}};
    for (const flows::ConversationMessage &message : conversation->messages) {
        reply.json["messages"].push_back({{"id", message.id},
                                          {"from", message.from},
                                          {"at", toStoredTime(message.at)},
                                          {"own", message.kind == mail::AnswerKind::own},
                                          {"unread", message.isUnread},
                                          {"text", message.text},
                                          {"attachments", jsonTexts(message.attachments)}});
        reply.text += u"%1, %2\n%3\n\n"_s.arg(message.from, flows::localTimeWords(toStoredTime(message.at)),
                                              message.text);
    }
    co_return reply;
}

Task<Result<Reply>> logReply(CommandContext *context, Arguments arguments)
{
    auto logging = flows::logReply(context->services, context->path(arguments.word(0)));
    const auto logged = co_await logging;
    if (!logged) {
        co_return std::unexpected(logged.error());
    }
    Reply reply;
    reply.json = {{"contactId", logged->contact.id},
                  {"subject", logged->subject},
                  {"at", toStoredTime(logged->at)}};
    reply.text = u"%1 answered on %2: %3"_s.arg(
            logged->contact.name(), flows::localTimeWords(toStoredTime(logged->at)), logged->subject);
    if (const QString stage = normalisedStatus(logged->contact.status); stage != "Replied"_L1) {
        reply.notes << u"The stage stays \"%1\"%2."_s.arg(
                stage,
                contacts::stageSetBy(logged->contact) == contacts::SetBy::hand ? u", as set by hand"_s
                                                                               : QString());
    }
    if (!logged->contact.nextActionDate.isEmpty()) {
        reply.notes << u"The follow-up on %1 was set after that answer and stays."_s.arg(
                logged->contact.nextActionDate);
    }
    co_return reply;
}

Task<Result<Reply>> setMuted(CommandContext *context, Arguments arguments, bool muted)
{
    const auto id = idOf(*context, Kind::contact, arguments.word(0));
    if (!id) {
        co_return std::unexpected(id.error());
    }
    const auto before = context->reader.contact(*id);
    if (!before) {
        co_return std::unexpected(before.error());
    }
    Contact after = *before;
    after.muted = muted;
    const auto saved = co_await flows::saveContact(context->services, *before, after);
    if (!saved) {
        co_return std::unexpected(saved.error());
    }
    Reply reply;
    reply.json = {{"contactId", *id}, {"muted", muted}};
    reply.text = u"%1: replies %2"_s.arg(before->name(), muted ? u"are muted"_s : u"are told again"_s);
    co_return reply;
}

Task<Result<Reply>> mute(CommandContext *context, Arguments arguments)
{
    return setMuted(context, std::move(arguments), true);
}

Task<Result<Reply>> unmute(CommandContext *context, Arguments arguments)
{
    return setMuted(context, std::move(arguments), false);
}

} // namespace

QVector<Command> replyCommands()
{
    return {
            {u"replies check"_s, u"[--contact ID...] [ID...]"_s,
             u"looks who answered; everyone written to without ids"_s, Needs::writing, 2, checkReplies},
            {u"replies draft"_s, u"CONTACT [--writer template|llm] [--push]"_s,
             u"writes an answer to the newest message; --push puts it into Gmail"_s, Needs::writing, 2,
             draftReply},
            {u"replies show"_s, u"CONTACT"_s, u"the conversation with a contact"_s, Needs::writing, 2,
             showConversation},
            {u"replies log"_s, u"FILE.eml"_s,
             u"notes the answer in a saved message with the contact who wrote it"_s, Needs::writing, 1,
             logReply},
            {u"replies mute"_s, u"CONTACT"_s, u"no news of this contact's replies"_s, Needs::writing, 2,
             mute},
            {u"replies unmute"_s, u"CONTACT"_s, u"news of this contact's replies again"_s, Needs::writing, 2,
             unmute},
    };
}

} // namespace crema::app
