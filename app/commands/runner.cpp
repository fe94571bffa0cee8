// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/runner.h"

#include "async/taskscope.h"
#include "base/paths.h"
#include "commands/commandserver.h"
#include "composition/session.h"
#include "store/workspaceswap.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace crema::app {

namespace {

int exitCodeOf(ErrorKind kind, int rejectedExit)
{
    switch (kind) {
    case ErrorKind::rejectedInput:
        return rejectedExit;
    case ErrorKind::unauthorised:
        return exitcode::notConnected;
    case ErrorKind::outOfCredits:
        return exitcode::outOfCredits;
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

void print(const Output &output)
{
    std::fwrite(output.out.constData(), 1, static_cast<size_t>(output.out.size()), stdout);
    std::fwrite(output.err.constData(), 1, static_cast<size_t>(output.err.size()), stderr);
    std::fflush(stdout);
    std::fflush(stderr);
}

void printProgress(const QString &stage, int done, int total)
{
    const QByteArray line =
            (total > 0 ? u"\r%1 %2/%3"_s.arg(stage).arg(done).arg(total) : u"\r%1"_s.arg(stage)).toUtf8();
    std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stderr);
    std::fputs(done >= total && total > 0 ? "\x1b[K\n" : "\x1b[K", stderr);
}

/// Only when asked: a command in a pipeline must not swallow what is meant for another.
bool readsStandardInput(const QStringList &words)
{
    return words.contains("--password-stdin"_L1);
}

Task<Output> runCommand(CommandContext *context, const Command *command, QStringList rest, OutputStyle style)
{
    const auto arguments = Arguments::parse(command->usage, rest);
    if (!arguments) {
        Error error = arguments.error();
        error.text += u" Usage: crema-cli %1 %2"_s.arg(command->name, command->usage);
        co_return formatted(std::unexpected(error), style, exitcode::usage);
    }
    const auto reply = co_await command->run(context, *arguments);
    co_return formatted(reply, style, command->rejectedExit);
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
    co_return formatted(reply, style, command->rejectedExit);
}

/// Runs a task to its end on a real event loop.
Output runToEnd(Task<Output> task)
{
    Output result;
    TaskScope scope;
    const auto wrapped = [](Task<Output> inner) -> Task<Result<Output>> {
        const auto output = co_await inner;
        co_return output;
    };
    scope.launch(wrapped(std::move(task)), [&result](Result<Output> output) {
        result = output ? *output : formatted(std::unexpected(output.error()), {}, exitcode::failed);
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
        && !error.text.contains("check --repair"_L1)) {
        error.text +=
                u" \"crema-cli check\" tells what is wrong, \"crema-cli check --repair\" saves what can be saved."_s;
    }
    return error;
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
    WorkspaceContext context {*workspace, invocation.directory, lock != nullptr, false, {}, {}};
    if (isatty(STDERR_FILENO) && !invocation.style.quiet) {
        context.progress = printProgress;
    }
    if (lock) {
        if (const auto finished = store::finishSwap(*workspace); !finished) {
            return failed(finished.error());
        }
    }
    return runToEnd(runOnWorkspace(&context, &command, rest, invocation.style));
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
    if (!workspace->hasDatabase() || store::hasDecidedSwap(*workspace)) {
        if (const auto made = Session::open(invocation.workspace, deployment); !made) {
            return failed(made.error());
        }
    }
    const auto reader = store::Reader::open(workspace->databasePath());
    const auto knowledge = truth::loadKnowledge();
    if (!reader || !knowledge) {
        return failed(reader ? knowledge.error() : reader.error());
    }
    CommandContext context {**reader, *workspace, deployment, *knowledge, nullptr, invocation.directory,
                            {},       {},         {}};
    return runToEnd(runCommand(&context, &command, rest, invocation.style));
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
    if (isatty(STDERR_FILENO) && !invocation.style.quiet) {
        QObject::connect(&services.jobs, &jobs::JobEngine::progressed, &services.jobs,
                         [](const jobs::JobProgress &progress) {
                             printProgress(progress.stage, progress.done, progress.total);
                         });
    }
    return runToEnd(runWith(&services, invocation, {}));
}

} // namespace

Output formatted(const Result<Reply> &reply, OutputStyle style, int rejectedExit)
{
    Output output;
    QStringList notes;
    if (reply) {
        output.exitCode = reply->exitCode;
        output.out = style.json ? toPrettyBytes(reply->json) : reply->text.toUtf8();
        notes = reply->notes;
    } else {
        output.exitCode = exitCodeOf(reply.error().kind, rejectedExit);
        output.out = style.json ? toPrettyBytes(errorJson(reply.error())) : QByteArray();
        notes << reply.error().text;
    }
    if (!output.out.isEmpty() && !output.out.endsWith('\n')) {
        output.out += '\n';
    }
    if (!style.quiet || !reply) {
        for (const QString &note : notes) {
            output.err += note.toUtf8() + '\n';
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
            (name == "--config"_L1 ? invocation.config
                                   : invocation.workspace) = QDir::current().absoluteFilePath(value);
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
        if (invocation.words.removeAll(QLatin1StringView(option)) > 0) {
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
                            {},
                            stop};
    co_return co_await runCommand(&context, *command, rest, invocation.style);
}

int runCommandLine(const QStringList &arguments)
{
    const auto fail = [](const Error &error, OutputStyle style) {
        const Output output = formatted(std::unexpected(error), style, exitcode::usage);
        print(output);
        return output.exitCode;
    };
    auto invocation = parseInvocation(arguments);
    if (!invocation) {
        return fail(invocation.error(), {arguments.contains("--json"_L1), false});
    }
    const QString first = invocation->words.value(0);
    if (first.isEmpty() || first == "help"_L1 || first == "version"_L1) {
        const QString version = u"crema-cli "_s + QCoreApplication::applicationVersion() + u'\n';
        print({first == "version"_L1 ? version.toUtf8() : helpText(invocation->words.value(1)).toUtf8(),
               {},
               0});
        return first.isEmpty() ? exitcode::usage : exitcode::done;
    }
    QStringList rest;
    const auto command = commandFor(invocation->words, rest);
    if (!command) {
        return fail(command.error(), invocation->style);
    }
    const auto deployment = loadDeployment(invocation->config);
    if (!deployment) {
        return fail(deployment.error(), invocation->style);
    }
    if (readsStandardInput(rest)) {
        QFile input;
        if (input.open(stdin, QIODevice::ReadOnly)) {
            invocation->standardInput = input.readAll();
        }
    }
    const Output output = (*command)->runOnWorkspace ? runWithWorkspace(*invocation, **command, rest)
            : (*command)->needs == Needs::reading    ? runReading(*invocation, *deployment, **command, rest)
                                                     : runWriting(*invocation, *deployment);
    print(output);
    return output.exitCode;
}

} // namespace crema::app
