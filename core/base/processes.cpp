// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/processes.h"

#include <QLockFile>
#include <QSysInfo>

#include <cerrno>
#include <csignal>

namespace crema {

bool isRunning(qint64 process)
{
    return ::kill(static_cast<pid_t>(process), 0) == 0 || errno != ESRCH;
}

LockHolder lockHolder(const QString &lockPath)
{
    const QLockFile lock(lockPath);
    qint64 process = 0;
    QString computer;
    QString program;
    if (!lock.getLockInfo(&process, &computer, &program)) {
        return LockHolder::none;
    }
    if (computer != QSysInfo::machineHostName()) {
        return LockHolder::elsewhere;
    }
    return isRunning(process) ? LockHolder::running : LockHolder::ended;
}

} // namespace crema
