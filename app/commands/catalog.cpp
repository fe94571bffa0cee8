// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/commandparts.h"
#include "commands/followupcommands.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::app {

QString CommandContext::path(const QString &given) const
{
    return QDir::cleanPath(QDir(directory).absoluteFilePath(given));
}

QString WorkspaceContext::path(const QString &given) const
{
    return QDir::cleanPath(QDir(directory).absoluteFilePath(given));
}

Task<Result<Reply>> ready(Result<Reply> reply)
{
    co_return reply;
}

const QVector<Command> &allCommands()
{
    static const QVector<Command> commands = demoCommands() + profileCommands() + resumeCommands()
            + exchangeCommands() + contactCommands() + mergeCommands() + followUpCommands() + tagCommands()
            + noteCommands() + historyCommands() + findCommands() + writeCommands() + draftCommands()
            + draftVersionCommands() + templateCommands() + voiceCommands() + prepCommands() + newsCommands()
            + creditCommands() + jobCommands() + keyCommands() + mailCommands() + replyCommands()
            + backupCommands() + serviceCommands();
    return commands;
}

Result<QString> textOnInput(const CommandContext &context)
{
    QByteArray bytes = context.standardInput;
    if (bytes.startsWith("\xEF\xBB\xBF")) {
        bytes.remove(0, 3);
    }
    QString text = QString::fromUtf8(bytes);
    return text.toUtf8() == bytes
            ? Result<QString>(std::move(text))
            : failure(ErrorKind::rejectedInput,
                      u"The text on standard input is not UTF-8. Nothing was changed."_s);
}

Result<const Command *> commandFor(const QStringList &words, QStringList &rest)
{
    for (const qsizetype length : {2, 1}) {
        if (words.size() < length) {
            continue;
        }
        const QString name = words.first(length).join(u' ');
        const auto it = std::ranges::find(allCommands(), name, &Command::name);
        if (it != allCommands().end()) {
            rest = words.sliced(length);
            return &*it;
        }
    }
    QStringList near;
    for (const Command &command : allCommands()) {
        if (!words.isEmpty() && command.name.section(u' ', 0, 0) == words.first()) {
            near << command.name;
        }
    }
    const QString hint = near.isEmpty() ? u"\"crema-cli help\" lists the commands."_s
                                        : u"There is: %1."_s.arg(near.join(u", "_s));
    return failure(ErrorKind::rejectedInput,
                   u"There is no command \"%1\". %2"_s.arg(
                           words.first(std::min<qsizetype>(2, words.size())).join(u' '), hint));
}

Json helpJson(const QString &topic)
{
    Json json {{"commands", Json::array()}};
    for (const Command &command : allCommands()) {
        if (command.name.startsWith(topic)) {
            json["commands"].push_back(
                    {{"name", command.name}, {"usage", command.usage}, {"summary", command.summary}});
        }
    }
    return json;
}

QString helpText(const QString &topic)
{
    QString text = u"crema-cli [--workspace DIR] [--config FILE] [--json] [--quiet] COMMAND ...\n\n"_s;
    for (const Command &command : allCommands()) {
        if (command.name.startsWith(topic)) {
            text += u"  "_s + command.name + (command.usage.isEmpty() ? QString() : u' ' + command.usage)
                    + u"\n      "_s + command.summary + u'\n';
        }
    }
    return text
            + u"\nExit: 0 done, 1 failed, 2 usage, 3 not signed in, 4 not enough credits, 5 network or "
              u"service, "
              u"6 some items failed, 130 interrupted.\n"_s;
}

} // namespace crema::app
