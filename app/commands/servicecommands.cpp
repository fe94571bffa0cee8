// SPDX-License-Identifier: GPL-3.0-or-later
// Verbs of services that this version does not have. They say so, with the exit code for "not connected", so
// that a script can tell that from a mistake in its own words; nothing is opened, sent or kept.
#include "commands/commandparts.h"
#include "flows/contactflow.h"

using namespace Qt::StringLiterals;

namespace crema::app {

namespace {

Command absent(const QString &name, const QString &usage, const QString &summary, const QString &answer)
{
    const auto run = [answer](CommandContext *, Arguments) -> Task<Result<Reply>> {
        return ready(notSetUp(answer));
    };
    return {name, usage, summary + u" (not in this version)"_s, Needs::reading, 2, run};
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

QVector<Command> mailCommands()
{
    const QString gmail = gmailNotSetUp();
    const QString replies =
            u"Gmail is not set up in this version of Crema, so nobody looked for replies: whether somebody "
            u"answered is not known."_s;
    return {
            absent(u"gmail connect"_s, {}, u"connects a Gmail account"_s, gmail),
            absent(u"gmail status"_s, {}, u"whether Gmail is connected"_s, gmail),
            absent(u"gmail disconnect"_s, {}, u"forgets the Gmail account"_s, gmail),
            absent(u"drafts push"_s, u"ID..."_s, u"puts emails into Gmail's drafts"_s, gmail),
            absent(u"drafts send"_s, u"ID..."_s, u"sends emails through Gmail"_s, gmail),
            absent(u"replies check"_s, u"[--contact ID...] [ID...]"_s, u"looks who answered"_s, replies),
            absent(u"replies draft"_s, u"CONTACT"_s, u"writes an answer to a reply"_s, replies),
            {u"replies mute"_s, u"CONTACT"_s, u"no news of this contact's replies"_s, Needs::writing, 2,
             mute},
            {u"replies unmute"_s, u"CONTACT"_s, u"news of this contact's replies again"_s, Needs::writing, 2,
             unmute},
    };
}

QVector<Command> accountCommands()
{
    const QString account =
            u"There is no sign-in in this version of Crema; the workspace on this computer needs no account."_s;
    const QString sync =
            u"There is no sync in this version of Crema; everything is kept on this computer only."_s;
    const QString billing =
            u"There is no subscription in this version of Crema; \"crema-cli plan\" shows the plan and its limits."_s;
    QVector<Command> commands;
    for (const char *verb : {"sign-up", "sign-in", "sign-out", "status", "delete"}) {
        commands << absent(u"account "_s + QLatin1StringView(verb), {}, u"the online account"_s, account);
    }
    commands << absent(u"sync"_s, u"[--watch]"_s, u"exchanges changes with the online account"_s, sync)
             << absent(u"sync status"_s, {}, u"what waits to be exchanged"_s, sync);
    for (const char *verb : {"checkout", "status", "portal"}) {
        commands << absent(u"billing "_s + QLatin1StringView(verb), {}, u"the subscription"_s, billing);
    }
    return commands;
}

} // namespace

QString gmailNotSetUp()
{
    return u"Gmail is not set up in this version of Crema: nothing was drafted or sent. \"crema-cli drafts "
           u"export DIR\" writes "
           u"the emails as .eml files for any mail program."_s;
}

std::unexpected<Error> notSetUp(const QString &answer)
{
    return failure(ErrorKind::unauthorised, answer);
}

QVector<Command> serviceCommands()
{
    return mailCommands() + accountCommands();
}

} // namespace crema::app
