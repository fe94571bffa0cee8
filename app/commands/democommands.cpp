// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/commandparts.h"
#include "flows/demoflow.h"

using namespace Qt::StringLiterals;

namespace crema::app {

namespace {

Task<Result<Reply>> demo(CommandContext *context, Arguments arguments)
{
    const QString folder = context->path(arguments.has(u"--out"_s) ? arguments.value(u"--out"_s)
                                                                   : u"crema-demo"_s);
    const auto outcome = co_await flows::runDemo(context->services, folder, context->stop);
    if (!outcome) {
        co_return std::unexpected(outcome.error());
    }
    Reply reply;
    reply.json = {{"runId", outcome->runId},
                  {"workspace", context->workspace.folder()},
                  {"contacts", outcome->contacts},
                  {"drafts", jsonTexts(outcome->drafts)},
                  {"prepPdf", outcome->prepPdf}};
    reply.text = u"%1 sample people found, %2 emails in %3:\n"_s.arg(outcome->contacts)
                         .arg(outcome->drafts.size())
                         .arg(folder);
    for (const QString &path : outcome->drafts) {
        reply.text += u"  "_s + path + u'\n';
    }
    reply.text += u"  "_s + outcome->prepPdf + u'\n';
    reply.text += u"Look at the people with: crema-cli --workspace %1 contacts list\n"_s.arg(
            context->workspace.folder());
    co_return reply;
}

} // namespace

QVector<Command> demoCommands()
{
    return {
            {u"demo"_s, u"[--out DIR]"_s,
             u"the whole job on the fictional sample people, offline, in a workspace of its own in DIR "
             u"unless "
             "--workspace names one"_s,
             Needs::writing, 2, demo},
    };
}

} // namespace crema::app
