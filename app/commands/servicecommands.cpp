// SPDX-License-Identifier: GPL-3.0-or-later
// Verbs of services that this version does not have. They say so, with the exit code for "not connected", so
// that a script can tell that from a mistake in its own words; nothing is opened, sent or kept.
#include "commands/commandparts.h"

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

std::unexpected<Error> notSetUp(const QString &answer)
{
    return failure(ErrorKind::unauthorised, answer);
}

QVector<Command> serviceCommands()
{
    return accountCommands();
}

} // namespace crema::app
