// SPDX-License-Identifier: GPL-3.0-or-later
// Gmail on the command line: the connection, drafts, sending, who answered.
#include "base/dates.h"
#include "commands/commandparts.h"
#include "commands/draftwords.h"
#include "commands/mailwords.h"
#include "flows/answersflow.h"
#include "flows/contactflow.h"
#include "flows/gmailflow.h"
#include "flows/mailboxcheck.h"
#include "flows/pushflow.h"
#include "flows/sendchecks.h"
#include "flows/sendflow.h"
#include "flows/sendqueue.h"

#include <QDesktopServices>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace crema::app {

namespace {

Json accountJson(const flows::GmailAccount &account, bool isUsual)
{
    Json json {{"email", account.email},
               {"canWrite", account.canWrite()},
               {"canRead", account.canRead()},
               {"connectedAt", account.connectedAt},
               {"usual", isUsual}};
    putText(json, "problem", account.problem);
    return json;
}

/// Where the user goes to say yes: said before the browser opens, so that nobody depends on it.
account::BrowserOpener openerFor(CommandContext *context, bool onlyPrint)
{
    return [context, onlyPrint](const QUrl &url) {
        if (!context->inWindow) {
            const QByteArray line = u"Open this address to connect the account:\n%1\n"_s
                                            .arg(url.toString(QUrl::FullyEncoded))
                                            .toUtf8();
            std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stderr);
        }
        const bool opened = !onlyPrint && QDesktopServices::openUrl(url);
        return opened || !context->inWindow; // on the command line the address stands there
    };
}

Task<Result<Reply>> connectAccount(CommandContext *context, Arguments arguments)
{
    flows::ConnectWish wish;
    wish.email = arguments.value(u"--account"_s);
    wish.readsAnswers = !arguments.has(u"--no-replies"_s);
    auto connecting = flows::connectGmail(
            context->services, wish, openerFor(context, arguments.has(u"--no-browser"_s)), context->stop);
    const auto connected = co_await connecting;
    if (!connected) {
        co_return std::unexpected(connected.error());
    }
    if (connected->place == secrets::Place::session && !context->inWindow) {
        const std::stop_token never;
        auto undoing = flows::disconnectGmail(context->services, connected->account.email, never);
        const auto undone = co_await undoing;
        // Nothing of this process outlives the command.
        QStringList words {u"The account was not connected: its token cannot be kept."_s,
                           context->services->keys.reason()};
        words << (undone ? undone->note : undone.error().text); // what Google could not be told
        words.removeAll(QString());
        co_return failure(ErrorKind::storage, words.join(u' '));
    }
    Reply reply;
    reply.json = accountJson(connected->account, true);
    reply.text = u"%1 is connected%2"_s.arg(connected->account.email,
                                            connected->account.canRead() ? u": drafts, sending and replies"_s
                                                                         : u": drafts and sending"_s);
    reply.notes = connected->notes;
    co_return reply;
}

Task<Result<Reply>> gmailStatus(CommandContext *context, Arguments)
{
    const auto accounts = flows::gmailAccounts(context->reader);
    if (!accounts) {
        co_return std::unexpected(accounts.error());
    }
    Reply reply;
    reply.json = {{"connected", !accounts->isEmpty()},
                  {"setUp", flows::isGmailSetUp(context->deployment)},
                  {"accounts", Json::array()}};
    QStringList lines;
    for (const flows::GmailAccount &account : *accounts) {
        const bool isUsual = lines.isEmpty();
        reply.json["accounts"].push_back(accountJson(account, isUsual));
        lines << u"%1: %2"_s.arg(account.email,
                                 !account.problem.isEmpty()  ? account.problem
                                         : account.canRead() ? u"drafts, sending and replies"_s
                                                             : u"drafts and sending"_s);
    }
    reply.text = lines.isEmpty() ? u"No Gmail account is connected."_s : lines.join(u'\n');
    reply.exitCode = lines.isEmpty() ? exitcode::notConnected : exitcode::done;
    if (lines.isEmpty() && !flows::isGmailSetUp(context->deployment)) {
        reply.notes << flows::gmailNotSetUp();
    }
    co_return reply;
}

Task<Result<Reply>> disconnectAccount(CommandContext *context, Arguments arguments)
{
    auto disconnecting = flows::disconnectGmail(context->services, arguments.value(u"--account"_s),
                                                context->stop);
    const auto done = co_await disconnecting;
    if (!done) {
        co_return std::unexpected(done.error());
    }
    Reply reply;
    reply.json = {{"disconnected", done->email}, {"revoked", done->note.isEmpty()}};
    reply.text = u"%1 is forgotten; what was sent and answered stays here"_s.arg(done->email);
    if (!done->note.isEmpty()) {
        reply.notes << done->note;
    }
    co_return reply;
}

Task<Result<Reply>> checkMailbox(CommandContext *context, Arguments)
{
    const auto account = flows::gmailAccount(context->reader);
    if (!account) {
        co_return std::unexpected(account.error());
    }
    const auto told = [progress = context->progress](int done, int total) {
        if (progress) {
            progress(u"comparing"_s, done, total);
        }
    };
    auto checking = flows::checkMailboxes(context->services, told, context->stop);
    const auto checks = co_await checking;
    if (!checks) {
        co_return std::unexpected(checks.error());
    }
    Reply reply;
    reply.json = {{"accounts", Json::array()}};
    for (const flows::MailboxCheck &check : *checks) {
        Json json {{"account", check.account},
                   {"ok", check.isWhole()},
                   {"conversations", check.conversations},
                   {"looked", check.looked},
                   {"newAnswers", check.newAnswers},
                   {"sentFromMailbox", check.sentThere},
                   {"open", check.open},
                   {"gone", jsonTexts(check.gone)}};
        putText(json, "from", check.from);
        putText(json, "to", check.to);
        putText(json, "reason", check.reason);
        reply.json["accounts"].push_back(std::move(json));
        reply.text += flows::checkInWords(check) + u'\n';
        if (!check.isWhole()) {
            reply.exitCode = exitcode::someFailed;
        }
    }
    co_return reply;
}

Task<Result<Reply>> pushDrafts(CommandContext *context, Arguments arguments)
{
    const auto account = flows::gmailAccount(context->reader, arguments.value(u"--account"_s));
    const auto ids = idsOf(*context, Kind::draft, arguments.words());
    if (!account || !ids) {
        co_return std::unexpected(account ? ids.error() : account.error());
    }
    co_return co_await pushReply(context, *ids, account->email);
}

void addResult(Reply &reply, const flows::SendResult &result)
{
    Json json {{"id", result.draftId}, {"result", flows::sendWord(result.end)}};
    putText(json, "reason", result.reason);
    putText(json, "link", result.link.toString());
    reply.json["results"].push_back(std::move(json));
    const QString line = u"%1 %2"_s.arg(shortId(result.draftId), flows::sendWord(result.end));
    if (result.end == flows::SendEnd::sent) {
        reply.text += line + u'\n';
    } else {
        reply.notes << line + u": "_s + result.reason;
        reply.exitCode = exitcode::someFailed;
    }
}

Result<QDateTime> dueFrom(const Arguments &arguments)
{
    if (!arguments.has(u"--at"_s)) {
        return QDateTime();
    }
    const QDateTime due = QDateTime::fromString(arguments.value(u"--at"_s), Qt::ISODate);
    return due.isValid()
            ? Result<QDateTime>(due)
            : failure(ErrorKind::rejectedInput,
                      u"\"%1\" is no time; write 2026-12-01T09:30."_s.arg(arguments.value(u"--at"_s)));
}

Task<Result<Reply>> schedule(CommandContext *context, QStringList ids, QString account, QDateTime due)
{
    auto scheduling = flows::scheduleSends(context->services, ids, account, due, false);
    const auto scheduled = co_await scheduling;
    if (!scheduled) {
        co_return std::unexpected(scheduled.error());
    }
    Reply reply;
    reply.json = {{"scheduled", Json::array()}};
    for (const flows::Scheduled &one : *scheduled) {
        reply.json["scheduled"].push_back(
                {{"id", one.draftId}, {"due", toStoredTime(one.due)}, {"shifted", one.isShifted}});
        reply.text += u"%1 on %2%3\n"_s.arg(
                shortId(one.draftId), flows::localTimeWords(toStoredTime(one.due)),
                one.isShifted ? u", when it is day for the recipient"_s : QString());
    }
    reply.notes << u"sent by the window when it is time; Crema has to be open then"_s;
    co_return reply;
}

Task<Result<Reply>> sendDrafts(CommandContext *context, Arguments arguments)
{
    const auto account = flows::gmailAccount(context->reader, arguments.value(u"--account"_s));
    if (!account) {
        co_return std::unexpected(account.error());
    }
    const auto ids = idsOf(*context, Kind::draft, arguments.words());
    const auto due = dueFrom(arguments);
    if (!ids || !due) {
        co_return std::unexpected(ids ? due.error() : ids.error());
    }
    if (due->isValid()) {
        co_return co_await schedule(context, *ids, account->email, *due);
    }
    const int total = static_cast<int>(ids->size());
    const auto told = [progress = context->progress, total](int done) {
        if (progress) {
            progress(u"sending"_s, done, total);
        }
    };
    const std::chrono::seconds pace(context->deployment.sending.secondsBetween);
    auto sending = flows::sendDrafts(context->services, *ids, account->email,
                                     arguments.has(u"--even-if-answered"_s), pace, told, context->stop);
    const auto results = co_await sending;
    if (!results) {
        co_return std::unexpected(results.error());
    }
    Reply reply;
    reply.json = {{"account", account->email}, {"results", Json::array()}};
    for (const flows::SendResult &result : *results) {
        addResult(reply, result);
    }
    co_return reply;
}

Task<Result<Reply>> unsendDrafts(CommandContext *context, Arguments arguments)
{
    const auto ids = idsOf(*context, Kind::draft, arguments.words());
    if (!ids) {
        co_return std::unexpected(ids.error());
    }
    auto cancelling = flows::cancelSends(context->services, *ids);
    const auto count = co_await cancelling;
    if (!count) {
        co_return std::unexpected(count.error());
    }
    Reply reply;
    reply.json = {{"taken", *count}};
    reply.text = u"%1 taken out of the queue"_s.arg(*count);
    co_return reply;
}

Task<Result<Reply>> settleDraft(CommandContext *context, Arguments arguments)
{
    const auto id = idOf(*context, Kind::draft, arguments.word(0));
    if (!id) {
        co_return std::unexpected(id.error());
    }
    const QString how = arguments.word(1);
    if (!how.isEmpty() && how != "sent"_L1 && how != "not-sent"_L1) {
        co_return failure(ErrorKind::rejectedInput,
                          u"Say \"sent\" or \"not-sent\", or nothing to look again."_s);
    }
    auto settling = how.isEmpty() ? flows::settleSend(context->services, *id, context->stop)
                                  : flows::settleByHand(context->services, *id, how == "sent"_L1);
    const auto mark = co_await settling;
    if (!mark) {
        co_return std::unexpected(mark.error());
    }
    const QString word = mark->state == flows::SendState::sent ? u"sent"_s
            : mark->state == flows::SendState::none            ? u"not_sent"_s
                                                               : u"unknown"_s;
    Reply reply;
    reply.json = {{"id", *id}, {"result", word}};
    putText(reply.json, "reason", mark->reason);
    reply.text = word;
    reply.exitCode = mark->state == flows::SendState::unknown ? exitcode::someFailed : exitcode::done;
    co_return reply;
}

} // namespace

Task<Result<Reply>> pushReply(CommandContext *context, QStringList draftIds, QString account)
{
    auto pushing = flows::pushDrafts(context->services, draftIds, account, context->stop);
    const auto outcome = co_await pushing;
    if (!outcome) {
        co_return std::unexpected(outcome.error());
    }
    Reply reply;
    reply.json = {{"jobId", outcome->jobId}, {"results", Json::array()}};
    for (const flows::PushResult &result : outcome->results) {
        Json json {{"id", result.draftId}, {"result", flows::pushWord(result.end)}};
        putText(json, "reason", result.reason);
        putText(json, "link", result.link.toString());
        reply.json["results"].push_back(std::move(json));
        const QString line = u"%1 %2"_s.arg(shortId(result.draftId), flows::pushWord(result.end));
        if (result.isThere()) {
            reply.text += line + u"  "_s + result.link.toString() + u'\n';
        } else {
            reply.notes << line + u": "_s + result.reason;
            reply.exitCode = exitcode::someFailed;
        }
    }
    co_return reply;
}

QVector<Command> mailCommands()
{
    return {
            {u"gmail connect"_s, u"[--account EMAIL] [--no-replies] [--no-browser]"_s,
             u"connects a Gmail account in the browser; --no-browser only prints the address"_s,
             Needs::writing, 2, connectAccount},
            {u"gmail status"_s, {}, u"the connected accounts"_s, Needs::reading, 2, gmailStatus},
            {u"gmail disconnect"_s, u"[--account EMAIL]"_s, u"ends the permission and forgets the account"_s,
             Needs::writing, 2, disconnectAccount},
            {u"gmail check"_s,
             {},
             u"compares the mailbox with what is known here"_s,
             Needs::writing,
             2,
             checkMailbox},
            {u"drafts push"_s, u"[--account EMAIL] ID..."_s,
             u"puts emails into Gmail's drafts, or updates them there"_s, Needs::writing, 2, pushDrafts},
            {u"drafts send"_s, u"[--account EMAIL] [--at TIME] [--even-if-answered] ID..."_s,
             u"sends emails through Gmail, now or at a time"_s, Needs::writing, 2, sendDrafts},
            {u"drafts unsend"_s, u"ID..."_s, u"takes emails out of the queue"_s, Needs::writing, 2,
             unsendDrafts},
            {u"drafts settle"_s, u"ID [sent|not-sent]"_s,
             u"finds out, or says, whether an email was sent of which nobody knew"_s, Needs::writing, 2,
             settleDraft},
    };
}

} // namespace crema::app
