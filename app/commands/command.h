// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/arguments.h"
#include "flows/services.h"

#include <functional>
#include <optional>

namespace crema::app {

/// What a command works with. Paths given by the user are relative to `directory`, which is not this
/// process's own when the command was forwarded to a running window.
struct CommandContext
{
    const store::Reader &reader;
    const store::Workspace &workspace;
    const Deployment &deployment;
    const truth::DirectoryKnowledge &knowledge;
    flows::Services *services = nullptr; ///< null for commands that only read
    QString directory;
    QByteArray standardInput; ///< read only for commands that want it
    std::function<void(const QString &stage, int done, int total)> progress;
    std::stop_token stop;
    bool inWindow = false; ///< the window runs it, which lives on

    [[nodiscard]] QString path(const QString &given) const;
};

/// What a command works with that deals with the workspace as a whole, whether its database can be opened or
/// not.
struct WorkspaceContext
{
    store::Workspace workspace;
    QString directory; ///< paths given by the user are relative to it
    bool locked = false; ///< this process holds the lock and has the database closed
    bool inWindow = false; ///< runs in the window that has the workspace open
    std::function<void(const QString &stage, int done, int total)> progress;
    std::stop_token stop;

    [[nodiscard]] QString path(const QString &given) const;
};

/// What a command answers: one JSON value for scripts, text for people, and how it went.
struct Reply
{
    Json json = Json::object();
    QString text;
    std::optional<QByteArray> bytes; ///< for standard output as they are, instead of `json` and `text`
    QStringList notes; ///< for standard error
    int exitCode = 0;
};

namespace exitcode {
inline constexpr int done = 0;
inline constexpr int failed = 1;
inline constexpr int usage = 2;
inline constexpr int notConnected = 3;
inline constexpr int outOfCredits = 4;
inline constexpr int network = 5;
inline constexpr int someFailed = 6;
inline constexpr int cancelled = 130; ///< by the user, as a shell has it for Ctrl+C
} // namespace exitcode

/// `workspace`: works also beside a window and with a damaged database; `lockedWorkspace`: the same, alone or
/// in the window.
enum class Needs { reading, writing, workspace, lockedWorkspace };

/// One verb of the command line (DESIGN 10).
struct Command
{
    QString name; ///< "contacts list"
    QString usage; ///< its arguments, which are parsed by this line
    QString summary;
    Needs needs = Needs::reading;
    int rejectedExit =
            2; ///< exit code when the input is refused: 2 for wrong words, 1 for a file that cannot be used
    std::function<Task<Result<Reply>>(CommandContext *, Arguments)> run;
    std::function<Task<Result<Reply>>(WorkspaceContext *, Arguments)> runOnWorkspace =
            {}; ///< instead of `run`
    bool readsInput = false; ///< takes all of standard input, a key for one
    bool readsDash = false; ///< takes standard input when its file is that
};

/// Whether the file a user names is a standard stream; a window that runs the command has others.
[[nodiscard]] inline bool isStandardInput(const QString &file)
{
    return file == QLatin1String("-") || file == QLatin1String("/dev/stdin");
}
[[nodiscard]] inline bool isStandardOutput(const QString &file)
{
    return file == QLatin1String("-") || file == QLatin1String("/dev/stdout");
}

/// A reply that is known at once, for commands that only read.
[[nodiscard]] Task<Result<Reply>> ready(Result<Reply> reply);

// The verbs by subject; the catalog puts them together.
[[nodiscard]] QVector<Command> backupCommands();
[[nodiscard]] QVector<Command> contactCommands();
[[nodiscard]] QVector<Command> creditCommands();
[[nodiscard]] QVector<Command> demoCommands();
[[nodiscard]] QVector<Command> writeCommands();
[[nodiscard]] QVector<Command> draftCommands();
[[nodiscard]] QVector<Command> draftVersionCommands();
[[nodiscard]] QVector<Command> exchangeCommands();
[[nodiscard]] QVector<Command> findCommands();
[[nodiscard]] QVector<Command> historyCommands();
[[nodiscard]] QVector<Command> jobCommands();
[[nodiscard]] QVector<Command> keyCommands();
[[nodiscard]] QVector<Command> mailCommands();
[[nodiscard]] QVector<Command> mergeCommands();
[[nodiscard]] QVector<Command> newsCommands();
[[nodiscard]] QVector<Command> prepCommands();
[[nodiscard]] QVector<Command> profileCommands();
[[nodiscard]] QVector<Command> resumeCommands();
[[nodiscard]] QVector<Command> replyCommands();
[[nodiscard]] QVector<Command> serviceCommands();
[[nodiscard]] QVector<Command> templateCommands();
[[nodiscard]] QVector<Command> voiceCommands();
[[nodiscard]] const QVector<Command> &allCommands();

/// The command that begins `words`; rejectedInput, with the names that come near, when there is none.
[[nodiscard]] Result<const Command *> commandFor(const QStringList &words, QStringList &rest);
/// The help text: all commands, or those beginning with `topic`.
[[nodiscard]] QString helpText(const QString &topic = {});
/// The same for scripts: {"commands": [{"name", "usage", "summary"}]}.
[[nodiscard]] Json helpJson(const QString &topic = {});

} // namespace crema::app
