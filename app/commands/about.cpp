// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/about.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::app {

namespace {

Output wrongUsage(const QString &text, OutputStyle style)
{
    return formatted(failure(ErrorKind::rejectedInput, text), style, exitcode::usage);
}

} // namespace

bool asksForHelp(const QStringList &rest)
{
    const QStringList options = rest.first(rest.contains("--"_L1) ? rest.indexOf("--"_L1) : rest.size());
    return options.contains("--help"_L1) || options.contains("-h"_L1);
}

Output helpOn(const QString &topic, OutputStyle style)
{
    Reply reply;
    reply.json = helpJson(topic);
    reply.text = helpText(topic);
    return formatted(reply, style, exitcode::usage);
}

std::optional<Output> runAbout(const QStringList &words, OutputStyle style)
{
    const QString first = words.value(0);
    if (first == "version"_L1) {
        Reply reply;
        reply.json = {{"name", "crema-cli"}, {"version", QCoreApplication::applicationVersion()}};
        reply.text = u"crema-cli %1\n"_s.arg(QCoreApplication::applicationVersion());
        return formatted(reply, style, exitcode::usage);
    }
    if (first.isEmpty()) {
        return style.json ? wrongUsage(u"There is no command; \"crema-cli help\" lists them."_s, style)
                          : Output {{}, helpText().toUtf8(), exitcode::usage};
    }
    if (first != "help"_L1 && first != "-h"_L1) {
        return std::nullopt;
    }
    const QString topic = words.sliced(1).join(u' ');
    const bool known = std::ranges::any_of(allCommands(),
                                           [&](const Command &c) { return c.name.startsWith(topic); });
    return known
            ? helpOn(topic, style)
            : wrongUsage(u"There is no command \"%1\"; \"crema-cli help\" lists them."_s.arg(topic), style);
}

} // namespace crema::app
