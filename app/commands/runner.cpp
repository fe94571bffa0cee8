// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/runner.h"

#include "async/taskscope.h"
#include "base/durablefiles.h"
#include "base/paths.h"
#include "commands/about.h"
#include "commands/commandserver.h"
#include "commands/interruption.h"
#include "commands/terminalprogress.h"
#include "composition/session.h"
#include "store/logroom.h"
#include "store/workspaceswap.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace crema::app {

namespace {

constexpr int paymentRequired = 402; // of a service's own account, not of our credits

int exitCodeOf(const Error &error, int rejectedExit)
{
    if (error.httpStatus == paymentRequired) {
        return exitcode::network;
    }
    switch (error.kind) {
    case ErrorKind::rejectedInput:
        return rejectedExit;
    case ErrorKind::unauthorised:
        return exitcode::notConnected;
    case ErrorKind::outOfCredits:
        return exitcode::outOfCredits;
    case ErrorKind::cancelled:
        return exitcode::cancelled;
    case ErrorKind::offline:
    case ErrorKind::timeout:
    case ErrorKind::forbidden:
    case ErrorKind::rateLimited:
    case ErrorKind::badAnswer:
        return exitcode::network;
    default:
        return exitcode::failed;
    }
}

Json errorJson(const Error &error)
{
    return {{"error",
             {{"code", errorCode(error.kind)},
              {"message", error.text},
              {"retryable", isRetryable(error.kind)}}}};
}

bool written(const QByteArray &bytes, std::FILE *stream)
{
    return std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stream)
            == static_cast<size_t>(bytes.size())
            && std::fflush(stream) == 0;
}

/// Prints and gives the exit code: an answer that did not get out whole is a failure, whatever was done.
int print(const Output &output)
{
    const bool whole = written(output.out, stdout);
    const int problem = errno;
    QByteArray messages = output.err;
    // A reader that had enough ("| head") is no news to anybody.
    if (!whole && problem != EPIPE) {
        messages += u"The answer could not be written to standard output: %1. The command itself %2.\n"_s
                            .arg(qt_error_string(problem),
                                 output.exitCode == exitcode::done ? u"was carried out"_s
                                                                   : u"ended with an error"_s)
                            .toUtf8();
    }
    (void)written(messages, stderr);
    return whole || output.exitCode != exitcode::done ? output.exitCode : exitcode::failed;
}

/// Text for a terminal: what came in with a file must not move its cursor or set its title.
QByteArray forTerminal(const QString &text)
{
    QString safe = text;
    std::ranges::replace_if(
            safe,
            [](QChar c) {
                const char16_t u = c.unicode();
                return (u < 0x20 && u != u'\n' && u != u'\t') || (u >= 0x7F && u <= 0x9F);
            },
            QChar(QChar::ReplacementCharacter));
    return safe.toUtf8();
}

bool showsProgress(OutputStyle style)
{
    return isatty(STDERR_FILENO) && !style.quiet;
}

/// Only when asked: a command in a pipeline must not swallow what is meant for another. A usage line that
/// ends with "[TEXT|-]" takes its text from there when it is "-" or missing.
bool readsStandardInput(const Command &command, const QStringList &words)
{
    if (command.readsInput || words.contains("--password-stdin"_L1) || words.contains("--body-stdin"_L1)) {
        return true;
    }
    const auto arguments = Arguments::parse(command.usage, words);
    if (command.readsDash) {
        return arguments && isStandardInput(arguments->word(0));
    }
    const qsizetype last = command.usage.count(u' ');
    return arguments && command.usage.endsWith("[TEXT|-]"_L1)
            && (arguments->words().size() == last || arguments->word(last) == "-"_L1);
}

/// Only who is interrupted says so to the shell: what a command does may also be cancelled in the window, or
/// its workspace closed.
Output outcomeOf(const Result<Reply> &reply, const Command &command, OutputStyle style,
                 const std::stop_token &stop)
{
    Output output = formatted(reply, style, command.rejectedExit);
    if (output.exitCode == exitcode::cancelled && !stop.stop_requested()) {
        output.exitCode = exitcode::failed;
    }
    return output;
}

Task<Output> runCommand(CommandContext *context, const Command *command, QStringList rest, OutputStyle style)
{
    const auto arguments = Arguments::parse(command->usage, rest);
    if (!arguments) {
        Error error = arguments.error();
        error.text += u" Usage: crema-cli %1 %2"_s.arg(command->name, command->usage).trimmed().prepend(u' ');
        co_return formatted(std::unexpected(error), style, exitcode::usage);
    }
    const auto reply = co_await command->run(context, *arguments);
    co_return outcomeOf(reply, *command, style, context->stop);
}

Task<Output> runOnWorkspace(WorkspaceContext *context, const Command *command, QStringList rest,
                            OutputStyle style)
{
    const auto arguments = Arguments::parse(command->usage, rest);
    if (!arguments) {
        Error error = arguments.error();
        error.text += u" Usage: crema-cli %1 %2"_s.arg(command->name, command->usage);
        co_return formatted(std::unexpected(error), style, exitcode::usage);
    }
    const auto reply = co_await command->runOnWorkspace(context, *arguments);
    co_return outcomeOf(reply, *command, style, context->stop);
}

std::stop_token stopOf(const Invocation &invocation)
{
    return invocation.interruption != nullptr ? invocation.interruption->stopToken() : std::stop_token();
}

/// Runs a task to its end on a real event loop.
Output runToEnd(Task<Output> task, OutputStyle style)
{
    Output result;
    TaskScope scope;
    const auto wrapped = [](Task<Output> inner) -> Task<Result<Output>> {
        const auto output = co_await inner;
        co_return output;
    };
    scope.launch(wrapped(std::move(task)), [&result, style](Result<Output> output) {
        result = output ? *output : formatted(std::unexpected(output.error()), style, exitcode::failed);
        QCoreApplication::exit();
    });
    QCoreApplication::exec();
    return result;
}

/// A workspace that cannot be opened: what to do about it.
Error withAdvice(Error error, const Invocation &invocation)
{
    const auto workspace = store::Workspace::at(invocation.workspace);
    if (error.kind == ErrorKind::storage && workspace && workspace->hasDatabase()
        && QFileInfo(workspace->folder()).isWritable() && !error.text.contains("check --repair"_L1)
        && !store::isDiskFull(error) && !isDiskFullAt(workspace->folder())) {
        error.text +=
                u" \"crema-cli check\" tells what is wrong, \"crema-cli check --repair\" saves what can be saved."_s;
    }
    return error;
}

/// The workspace for reading. One that is not there yet, is being made by another command, or has an older
/// format is first opened for writing, which makes it; what a window answers to that is the command's answer.
struct OpenedForReading
{
    std::unique_ptr<store::Reader> reader;
    std::optional<Output> forwarded;
};

Result<OpenedForReading> openForReading(const Invocation &invocation, const Deployment &deployment,
                                        const store::Workspace &workspace)
{
    auto reader = store::hasDecidedSwap(workspace)
            ? failure(ErrorKind::conflict, u"The workspace is being exchanged."_s)
            : store::Reader::open(workspace.databasePath());
    if (reader) {
        return OpenedForReading {std::move(*reader), {}};
    }
    if (reader.error().kind != ErrorKind::notFound && reader.error().kind != ErrorKind::conflict) {
        return std::unexpected(reader.error());
    }
    {
        auto made = openOrForward(invocation, deployment);
        if (!made) {
            return std::unexpected(made.error());
        }
        if (made->forwarded) {
            return OpenedForReading {nullptr, std::move(made->forwarded)};
        }
    }
    reader = store::Reader::open(workspace.databasePath());
    return reader ? Result<OpenedForReading>(OpenedForReading {std::move(*reader), {}})
                  : std::unexpected(reader.error());
}

Output runWithWorkspace(const Invocation &invocation, const Command &command, const QStringList &rest)
{
    const auto failed = [&](const Error &error) {
        return formatted(std::unexpected(error), invocation.style, exitcode::failed);
    };
    const auto workspace = store::Workspace::at(invocation.workspace);
    if (!workspace) {
        return failed(workspace.error());
    }
    std::unique_ptr<QLockFile> lock;
    if (command.needs == Needs::lockedWorkspace || rest.contains("--repair"_L1)) {
        auto locked = lockOrForward(*workspace, invocation);
        if (!locked) {
            return failed(locked.error());
        }
        if (locked->forwarded) {
            return *locked->forwarded;
        }
        lock = std::move(locked->lock);
    } else if (auto free = workspace->lock()) {
        lock = std::move(*free); // nobody has it open
    }
    WorkspaceContext context {*workspace, invocation.directory, lock != nullptr, false,
                              {},         stopOf(invocation)};
    TerminalProgress line;
    if (showsProgress(invocation.style)) {
        context.progress = [&line](const QString &stage, int done, int total) {
            line.show(stage, done, total);
        };
    }
    if (lock) {
        if (const auto finished = store::finishSwap(*workspace); !finished) {
            return failed(finished.error());
        }
    }
    Output output = runToEnd(runOnWorkspace(&context, &command, rest, invocation.style), invocation.style);
    line.clear();
    return output;
}

Output runReading(const Invocation &invocation, const Deployment &deployment, const Command &command,
                  const QStringList &rest)
{
    const auto failed = [&](const Error &error) {
        return formatted(std::unexpected(withAdvice(error, invocation)), invocation.style, exitcode::failed);
    };
    const auto workspace = store::Workspace::at(invocation.workspace);
    if (!workspace) {
        return failed(workspace.error());
    }
    auto opened = openForReading(invocation, deployment, *workspace);
    const auto knowledge = truth::loadKnowledge();
    if (!opened || !knowledge) {
        return failed(opened ? knowledge.error() : opened.error());
    }
    if (opened->forwarded) {
        return *opened->forwarded;
    }
    CommandContext context {*opened->reader,      *workspace, deployment, *knowledge,         nullptr,
                            invocation.directory, {},         {},         stopOf(invocation), false};
    return runToEnd(runCommand(&context, &command, rest, invocation.style), invocation.style);
}

Output runWriting(const Invocation &invocation, const Deployment &deployment)
{
    auto session = openOrForward(invocation, deployment);
    if (!session) {
        return formatted(std::unexpected(withAdvice(session.error(), invocation)), invocation.style,
                         exitcode::failed);
    }
    if (session->forwarded) {
        return *session->forwarded;
    }
    flows::Services &services = session->session->services();
    Invocation own = invocation;
    const auto line = std::make_shared<TerminalProgress>(); // jobs may tell more until they are gone
    if (showsProgress(invocation.style)) {
        own.progress = [line](const QString &stage, int done, int total) { line->show(stage, done, total); };
        QObject::connect(&services.jobs, &jobs::JobEngine::progressed, &services.jobs,
                         [line](const jobs::JobProgress &progress) {
                             line->show(progress.stage, progress.done, progress.total);
                         });
    }
    Output output = runToEnd(runWith(&services, std::move(own), stopOf(invocation)), invocation.style);
    line->clear();
    return output;
}

} // namespace

Output formatted(const Result<Reply> &reply, OutputStyle style, int rejectedExit)
{
    Output output;
    QStringList notes;
    if (reply) {
        output.exitCode = reply->exitCode;
        output.out = reply->bytes ? *reply->bytes
                : style.json      ? toPrettyBytes(reply->json)
                                  : forTerminal(reply->text);
        notes = reply->notes;
    } else {
        output.exitCode = exitCodeOf(reply.error(), rejectedExit);
        output.out = style.json ? toPrettyBytes(errorJson(reply.error())) : QByteArray();
        notes << reply.error().text;
        if (reply.error().retryAfter) {
            const auto seconds = std::chrono::ceil<std::chrono::seconds>(*reply.error().retryAfter).count();
            notes << u"It works again in %1 seconds."_s.arg(seconds);
        }
    }
    const bool isFile = reply && reply->bytes;
    if (!isFile && !output.out.isEmpty() && !output.out.endsWith('\n')) {
        output.out += '\n';
    }
    if (!style.quiet || !reply) {
        for (const QString &note : notes) {
            output.err += forTerminal(note) + '\n';
        }
    }
    return output;
}

Result<Invocation> parseInvocation(const QStringList &arguments)
{
    Invocation invocation;
    invocation.workspace = defaultWorkspaceFolder();
    invocation.directory = QDir::currentPath();
    qsizetype i = 0;
    for (; i < arguments.size() && arguments[i].startsWith("--"_L1); ++i) {
        const QString name = arguments[i].section(u'=', 0, 0);
        const bool inlineValue = arguments[i].contains(u'=');
        if (name == "--json"_L1) {
            invocation.style.json = true;
        } else if (name == "--quiet"_L1) {
            invocation.style.quiet = true;
        } else if (name == "--workspace"_L1 || name == "--config"_L1) {
            if (!inlineValue && i + 1 >= arguments.size()) {
                return failure(ErrorKind::rejectedInput, u"The option \"%1\" needs a value."_s.arg(name));
            }
            const QString value = inlineValue ? arguments[i].section(u'=', 1) : arguments[++i];
            if (value.isEmpty()) { // an unset variable of a script; it would mean the current folder
                return failure(ErrorKind::rejectedInput, u"The option \"%1\" needs a value."_s.arg(name));
            }
            (name == "--config"_L1 ? invocation.config
                                   : invocation.workspace) = QDir::current().absoluteFilePath(value);
            invocation.namesWorkspace = invocation.namesWorkspace || name == "--workspace"_L1;
        } else if (name == "--help"_L1 || name == "--version"_L1) {
            invocation.words << name.mid(2);
        } else {
            return failure(ErrorKind::rejectedInput,
                           u"There is no option \"%1\"; \"crema-cli help\" lists them."_s.arg(name));
        }
    }
    invocation.words << arguments.sliced(i);
    // The style may also stand at the end, where people tend to write it.
    for (const auto &[option, flag] :
         {std::pair("--json", &OutputStyle::json), std::pair("--quiet", &OutputStyle::quiet)}) {
        const bool literal = invocation.words.contains("--"_L1); // what comes behind it is meant as it stands
        if (!literal && invocation.words.removeAll(QLatin1StringView(option)) > 0) {
            invocation.style.*flag = true;
        }
    }
    return invocation;
}

Task<Output> runWith(flows::Services *services, Invocation invocation, std::stop_token stop)
{
    QStringList rest;
    const auto command = commandFor(invocation.words, rest);
    if (!command) {
        co_return formatted(std::unexpected(command.error()), invocation.style, exitcode::usage);
    }
    if ((*command)->runOnWorkspace) {
        WorkspaceContext whole {services->workspace, invocation.directory, false, true, {}, stop};
        co_return co_await runOnWorkspace(&whole, *command, rest, invocation.style);
    }
    CommandContext context {services->reader,
                            services->workspace,
                            services->deployment,
                            services->knowledge,
                            services,
                            invocation.directory,
                            invocation.standardInput,
                            invocation.progress,
                            stop,
                            invocation.inWindow};
    co_return co_await runCommand(&context, *command, rest, invocation.style);
}

namespace {

/// The demo's sample people have no place among the user's own: their workspace lies with its results.
QString demoWorkspace(const Command &command, const QStringList &rest)
{
    const auto arguments = Arguments::parse(command.usage, rest);
    const QString out = arguments ? arguments->value(u"--out"_s) : QString();
    return QDir(QDir::current().absoluteFilePath(out.isEmpty() ? u"crema-demo"_s : out))
            .filePath(u"workspace"_s);
}

} // namespace

int runCommandLine(const QStringList &arguments)
{
    const auto fail = [](const Error &error, OutputStyle style, int exitCode) {
        return print(formatted(std::unexpected(error), style, exitCode));
    };
    auto invocation = parseInvocation(arguments);
    if (!invocation) {
        return fail(invocation.error(), {arguments.contains("--json"_L1), false}, exitcode::usage);
    }
    if (const auto about = runAbout(invocation->words, invocation->style)) {
        return print(*about);
    }
    QStringList rest;
    const auto command = commandFor(invocation->words, rest);
    if (!command) {
        // "resume --help": about all commands of that name
        QStringList topic = invocation->words;
        const bool help = asksForHelp(topic);
        topic.removeIf([](const QString &word) { return word.startsWith(u'-'); });
        const auto about = help ? runAbout(QStringList {u"help"_s} + topic, invocation->style) : std::nullopt;
        return about ? print(*about) : fail(command.error(), invocation->style, exitcode::usage);
    }
    if (asksForHelp(rest)) {
        return print(helpOn((*command)->name, invocation->style));
    }
    const auto deployment = loadDeployment(invocation->config);
    if (!deployment) {
        return fail(deployment.error(), invocation->style, exitcode::failed);
    }
    if ((*command)->name == "demo"_L1 && !invocation->namesWorkspace) {
        invocation->workspace = demoWorkspace(**command, rest);
    }
    const Interruption interruption(!invocation->style.quiet);
    invocation->interruption = &interruption;
    if (readsStandardInput(**command, rest)) {
        auto input = interruption.standardInput(deployment->limits.importBytes);
        if (!input) {
            return fail(input.error(), invocation->style, (*command)->rejectedExit);
        }
        invocation->standardInput = std::move(*input);
    }
    return print((*command)->runOnWorkspace ? runWithWorkspace(*invocation, **command, rest)
                         : (*command)->needs == Needs::reading
                         ? runReading(*invocation, *deployment, **command, rest)
                         : runWriting(*invocation, *deployment));
}

} // namespace crema::app
