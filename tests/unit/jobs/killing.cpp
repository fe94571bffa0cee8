// SPDX-License-Identifier: GPL-3.0-or-later
#include "killing.h"

#include "desk.h"

#include <csignal>
#include <thread>

using namespace Qt::StringLiterals;

namespace crema::jobs {

namespace {

void die()
{
    std::raise(SIGKILL);
}

/// Kills this process after some microseconds, wherever it is by then.
void dieLater(std::chrono::microseconds after)
{
    std::thread([after] {
        std::this_thread::sleep_for(after);
        die();
    }).detach();
}

void armKill(Desk &desk, const QString &when, quint32 seed)
{
    const QString what = when.section(u':', 0, 0);
    const int at = when.section(u':', 1).toInt();
    if (what == "progress"_L1) {
        QObject::connect(desk.engine.get(), &JobEngine::progressed, desk.engine.get(),
                         [at, heard = 0](const JobProgress &) mutable {
                             if (++heard == at) {
                                 die();
                             }
                         });
    } else if (what == "commit"_L1) {
        QObject::connect(desk.store.get(), &store::Store::changed, desk.store.get(),
                         [at, heard = 0](const store::Change &) mutable {
                             if (++heard == at) {
                                 die();
                             }
                         });
    } else {
        dieLater(std::chrono::microseconds(QRandomGenerator(seed).bounded(60000)));
    }
}

} // namespace

int runUntilKilled(const QString &folder, const QString &when, quint32 seed)
{
    const auto workspace = store::Workspace::at(folder);
    const auto lock = workspace ? workspace->lock() : std::unexpected(workspace.error());
    if (!lock) {
        qCritical().noquote() << lock.error().text;
        return 1;
    }
    Desk desk(folder);
    if (const auto opened = desk.open(); !opened) {
        qCritical().noquote() << opened.error().text << opened.error().detail;
        return 1;
    }
    armKill(desk, when, seed);
    const auto left = desk.engine->interrupted();
    if (!left) {
        return 1;
    }
    for (const store::JobRow &job : *left) {
        if (const auto resumed = desk.resume(job.id); !resumed) {
            qCritical().noquote() << resumed.error().text;
            return 1;
        }
    }
    while (when == "random"_L1 || desk.reader->jobs()->isEmpty()) {
        if (const auto job = desk.run(3, 2); !job) {
            return job.error().kind == ErrorKind::outOfCredits ? 3 : 1;
        }
    }
    return 2;
}

} // namespace crema::jobs
