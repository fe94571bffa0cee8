// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/taskscope.h"
#include "commands/runner.h"
#include "composition/session.h"

#include <QHash>
#include <QLocalServer>
#include <QObject>

#include <memory>
#include <stop_token>

namespace crema::app {

/// Listens in the process that holds a workspace for writing commands of crema-cli, and for a second start of
/// the window. One JSON object and a line end each way: {"arguments", "directory", "standardInput"} or
/// {"raise": true} there, {"out", "err", "exitCode"} back; {"cancel": true} while a command runs asks it to
/// stop. Only the same user can connect.
class CommandServer final : public QObject
{
    Q_OBJECT

public:
    explicit CommandServer(flows::Services &services, QObject *parent = nullptr);
    ~CommandServer() override;
    Q_DISABLE_COPY_MOVE(CommandServer)
    /// False when the socket cannot be made; the window works without it.
    [[nodiscard]] bool listen();

Q_SIGNALS:
    void raiseRequested();
    /// A command has decided that the workspace becomes another one: close it and open it again.
    void reopenRequested();

private:
    void accept();
    void answer(QLocalSocket *socket, quint64 caller);
    void answer(QLocalSocket *socket, quint64 caller, const Json &request);
    void reopenWhenExchanged();

    flows::Services &m_services;
    QLocalServer m_server;
    quint64 m_callers = 0;
    QHash<quint64, std::stop_source> m_running; ///< commands, by who asked
    TaskScope m_scope;
};

/// Either the workspace, opened, or the answer of the process that holds it.
struct OpenedOrForwarded
{
    std::unique_ptr<Session> session;
    std::optional<Output> forwarded;
};

/// Opens the workspace for writing. When a window holds it, the invocation runs there; when another command
/// holds it, waits for that to end (at most ten seconds).
[[nodiscard]] Result<OpenedOrForwarded> openOrForward(const Invocation &invocation,
                                                      const Deployment &deployment);

/// The lock of a workspace whose database stays closed, or the answer of the process that holds it.
struct LockedOrForwarded
{
    std::unique_ptr<QLockFile> lock;
    std::optional<Output> forwarded;
};
[[nodiscard]] Result<LockedOrForwarded> lockOrForward(const store::Workspace &workspace,
                                                      const Invocation &invocation);

/// Asks the window that holds a workspace to come to the front; false when there is none.
[[nodiscard]] bool raiseRunningWindow(const store::Workspace &workspace);

} // namespace crema::app
