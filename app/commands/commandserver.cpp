// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/commandserver.h"

#include "commands/interruption.h"
#include "store/workspaceswap.h"

#include <QElapsedTimer>
#include <QLocalSocket>
#include <QPointer>
#include <QThread>

using namespace Qt::StringLiterals;

namespace crema::app {

namespace {

constexpr int connectTimeout = 500;
constexpr int waitForOtherCommand = 10'000;
constexpr int waitStep = 50;
constexpr int lookStep = 100; // how often a waiting command looks whether it is interrupted
constexpr qint64 longestRequest = 64'000'000;

Json requestJson(const Invocation &invocation)
{
    QStringList arguments = invocation.words;
    if (invocation.style.json) {
        arguments.prepend(u"--json"_s);
    }
    if (invocation.style.quiet) {
        arguments.prepend(u"--quiet"_s);
    }
    return {{"arguments", jsonTexts(arguments)},
            {"directory", invocation.directory},
            {"standardInput", QString::fromLatin1(invocation.standardInput.toBase64())}};
}

Output outputFrom(const Json &json)
{
    return {textAt(json, "out").toUtf8(), textAt(json, "err").toUtf8(),
            static_cast<int>(intAt(json, "exitCode", exitcode::failed))};
}

/// What the window answers. When the user has enough of waiting, it is asked to stop, and says what came of
/// that.
QByteArray answerOn(QLocalSocket &socket, const Interruption *interruption)
{
    QByteArray answer;
    bool cancelled = false;
    while (!answer.endsWith('\n')) {
        if (interruption != nullptr && interruption->isRequested() && !cancelled) {
            cancelled = true;
            socket.write(toBytes(Json {{"cancel", true}}) + '\n');
            socket.flush();
        }
        if (socket.bytesAvailable() == 0 && !socket.waitForReadyRead(lookStep)
            && socket.state() != QLocalSocket::ConnectedState) {
            break;
        }
        answer += socket.readAll();
    }
    return answer;
}

/// One request and its answer; nothing when nobody listens. An answer that breaks off is an error: what was
/// asked for may have been done, so it must not be asked again. Blocking is right here: this process has
/// nothing else to do, and no window.
Result<std::optional<Json>> ask(const QString &socketName, const Json &request,
                                const Interruption *interruption)
{
    QLocalSocket socket;
    socket.connectToServer(socketName);
    if (!socket.waitForConnected(connectTimeout)) {
        return std::nullopt;
    }
    const QByteArray line = toBytes(request) + '\n';
    if (line.size() > longestRequest) {
        return failure(
                ErrorKind::rejectedInput,
                u"What came on standard input is too large for the window that has the workspace open; "
                u"save it as a file and name that. Nothing was changed."_s);
    }
    socket.write(line);
    auto json = parseJson(answerOn(socket, interruption));
    if (!json) {
        return failure(ErrorKind::internal,
                       u"Crema was closed before it answered. Whether the command was carried out shows in "
                       u"\"crema-cli history\"; repeat it only when it is not there."_s);
    }
    return std::optional(std::move(*json));
}

} // namespace

CommandServer::CommandServer(flows::Services &services, QObject *parent)
    : QObject(parent), m_services(services)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &CommandServer::accept);
}

CommandServer::~CommandServer()
{
    for (std::stop_source &stop : m_running) {
        stop.request_stop();
    }
}

bool CommandServer::listen()
{
    const QString name = m_services.workspace.socketName();
    QLocalServer::removeServer(name); // left by a killed process: we hold the workspace's lock
    return m_server.listen(name);
}

void CommandServer::accept()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this,
                [this, socket, id = ++m_callers] { answer(socket, id); });
    }
}

void CommandServer::answer(QLocalSocket *socket, quint64 caller)
{
    if (!socket->canReadLine() && socket->bytesAvailable() > longestRequest) {
        socket->abort();
    }
    while (socket->canReadLine()) {
        const auto request = parseJson(socket->readLine());
        if (!request) {
            socket->abort();
            return;
        }
        answer(socket, caller, *request);
    }
}

void CommandServer::answer(QLocalSocket *socket, quint64 caller, const Json &request)
{
    if (boolAt(request, "cancel")) {
        if (const auto running = m_running.find(caller); running != m_running.end()) {
            running->request_stop();
        }
        return;
    }
    if (boolAt(request, "raise")) {
        Q_EMIT raiseRequested();
        socket->write(toBytes(Json::object()) + '\n');
        return;
    }
    auto invocation = parseInvocation(textsAt(request, "arguments"));
    if (!invocation) {
        socket->abort();
        return;
    }
    invocation->directory = textAt(request, "directory");
    invocation->inWindow = true;
    invocation->standardInput = QByteArray::fromBase64(textAt(request, "standardInput").toLatin1());
    const auto run = [](flows::Services *services, Invocation own,
                        std::stop_token stop) -> Task<Result<Output>> {
        const auto output = co_await runWith(services, own, stop);
        co_return output;
    };
    const QPointer<QLocalSocket> peer(socket);
    const std::stop_source stop;
    m_running.insert(caller, stop);
    m_scope.launch(run(&m_services, std::move(*invocation), stop.get_token()),
                   [this, peer, caller](Result<Output> output) {
                       m_running.remove(caller);
                       if (!peer || !output) {
                           reopenWhenExchanged();
                           return;
                       }
                       const Json reply {{"out", QString::fromUtf8(output->out)},
                                         {"err", QString::fromUtf8(output->err)},
                                         {"exitCode", output->exitCode}};
                       peer->write(toBytes(reply) + '\n');
                       peer->flush();
                       reopenWhenExchanged();
                   });
}

void CommandServer::reopenWhenExchanged()
{
    if (store::hasDecidedSwap(m_services.workspace)) {
        Q_EMIT reopenRequested();
    }
}

Result<LockedOrForwarded> lockOrForward(const store::Workspace &workspace, const Invocation &invocation)
{
    QElapsedTimer waited;
    waited.start();
    for (;;) {
        auto lock = workspace.lock();
        if (lock) {
            return LockedOrForwarded {std::move(*lock), {}};
        }
        if (lock.error().kind != ErrorKind::conflict) {
            return std::unexpected(lock.error());
        }
        const auto answer = ask(workspace.socketName(), requestJson(invocation), invocation.interruption);
        if (!answer) {
            return std::unexpected(answer.error());
        }
        if (*answer) {
            return LockedOrForwarded {nullptr, outputFrom(**answer)};
        }
        if (waited.elapsed() > waitForOtherCommand) {
            Error error = lock.error();
            error.text += u" Nothing was changed; try again when it has finished."_s;
            return std::unexpected(error);
        }
        if (invocation.interruption != nullptr && invocation.interruption->isRequested()) {
            return failure(ErrorKind::cancelled, u"Cancelled; nothing was changed."_s);
        }
        QThread::msleep(waitStep);
    }
}

Result<OpenedOrForwarded> openOrForward(const Invocation &invocation, const Deployment &deployment)
{
    const auto workspace = store::Workspace::at(invocation.workspace);
    if (!workspace) {
        return std::unexpected(workspace.error());
    }
    auto locked = lockOrForward(*workspace, invocation);
    if (!locked) {
        return std::unexpected(locked.error());
    }
    if (locked->forwarded) {
        return OpenedOrForwarded {nullptr, std::move(locked->forwarded)};
    }
    auto session = Session::open(*workspace, std::move(locked->lock), deployment);
    return session ? Result<OpenedOrForwarded>(OpenedOrForwarded {std::move(*session), {}})
                   : std::unexpected(session.error());
}

bool raiseRunningWindow(const store::Workspace &workspace)
{
    const auto answer = ask(workspace.socketName(), Json {{"raise", true}}, nullptr);
    return answer && *answer;
}

} // namespace crema::app
