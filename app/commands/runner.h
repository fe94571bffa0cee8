// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/command.h"

#include <QByteArray>

namespace crema::app {

class Interruption;

/// What a command leaves on the terminal.
struct Output
{
    QByteArray out;
    QByteArray err;
    int exitCode = 0;
};

struct OutputStyle
{
    bool json = false;
    bool quiet = false;
};

/// A reply or error in the form of the contract (DESIGN 10). `rejectedExit` is the command's.
[[nodiscard]] Output formatted(const Result<Reply> &reply, OutputStyle style, int rejectedExit);

/// A command line after its global options: taken apart, not yet run.
struct Invocation
{
    QString workspace; ///< folder
    bool namesWorkspace = false; ///< with --workspace; else it is the user's own
    QString config;
    OutputStyle style;
    QStringList words; ///< the command and its arguments
    QString directory; ///< the user's working directory
    QByteArray standardInput;
    std::function<void(const QString &stage, int done, int total)> progress; ///< when somebody is watching
    bool inWindow = false; ///< forwarded to the window, which lives on
    const Interruption *interruption = nullptr; ///< of the terminal the command was given in
};
[[nodiscard]] Result<Invocation> parseInvocation(const QStringList &arguments);

/// Runs one invocation against an open workspace; what the running window does with forwarded commands.
[[nodiscard]] Task<Output> runWith(flows::Services *services, Invocation invocation, std::stop_token stop);

/// The whole program: opens what the command needs, forwards it to a running window when that holds the
/// workspace, runs the event loop, prints, and returns the exit code. Needs a QCoreApplication.
[[nodiscard]] int runCommandLine(const QStringList &arguments);

} // namespace crema::app
