// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/workspaceswap.h"

#include "base/durablefiles.h"
#include "base/paths.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <ranges>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

const QString database = u"crema.db"_s;
const QString files = u"files"_s;
const QString asideNote =
        u"aside"_s; // says under which name the old state is kept; decided once, also over crashes

QString undecided(const Workspace &workspace)
{
    return workspace.folder() + u"/incoming.part"_s;
}

QString decided(const Workspace &workspace)
{
    return workspace.folder() + u"/incoming"_s;
}

QString asideRoot(const Workspace &workspace)
{
    return workspace.folder() + u"/replaced"_s;
}

bool isThere(const QString &path)
{
    return QFileInfo::exists(path);
}

QString freeAsideName(const Workspace &workspace)
{
    const QString stem = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmss"_s);
    QString name = stem;
    for (int n = 2; isThere(asideRoot(workspace) + u'/' + name); ++n) {
        name = stem + u"-%1"_s.arg(n);
    }
    return name;
}

Result<QString> asideFolder(const Workspace &workspace)
{
    const auto note = readFile(decided(workspace) + u'/' + asideNote, 1000);
    static const QRegularExpression known(u"\\A[0-9T-]{15,30}\\z"_s);
    const QString name = note ? QString::fromUtf8(*note) : QString();
    const QString folder = asideRoot(workspace) + u'/'
            + (known.match(name).hasMatch() ? name : freeAsideName(workspace));
    if (!QDir().mkpath(folder)) {
        return failure(ErrorKind::storage,
                       u"The folder \"%1\" cannot be made. Nothing was changed."_s.arg(folder));
    }
    return folder;
}

/// What was moved, so that it can go back.
class Moves
{
public:
    Result<> move(const QString &from, const QString &to)
    {
        auto moved = renameDurably(from, to);
        if (moved || (!isThere(from) && isThere(to))) { // moved, though perhaps not yet on the disk
            m_done.emplace_back(from, to);
        }
        return moved;
    }

    [[nodiscard]] bool takeBack() const
    {
        return std::ranges::all_of(m_done | std::views::reverse, [](const auto &move) {
            return renameDurably(move.second, move.first).has_value();
        });
    }

private:
    std::vector<std::pair<QString, QString>> m_done;
};

/// Never over something that is kept already.
Result<> moveAside(const QString &path, const QString &folder, Moves &moves)
{
    if (!isThere(path)) {
        return {};
    }
    QString target = folder + u'/' + QFileInfo(path).fileName();
    while (isThere(target)) {
        target += u".2"_s;
    }
    return moves.move(path, target);
}

/// While the new database still waits, what stands in the workspace is the old state. A folder may be in the
/// way of a move where files are not, so it goes first.
Result<> exchange(const QString &from, const QString &folder, const QString &aside, Moves &moves)
{
    if (isThere(from + u'/' + files)) {
        if (const auto moved = moveAside(folder + u'/' + files, aside, moves); !moved) {
            return moved;
        }
        if (const auto moved = moves.move(from + u'/' + files, folder + u'/' + files); !moved) {
            return moved;
        }
    }
    for (const char16_t *ending : {u"-wal", u"-shm", u"-journal", u""}) {
        const QString path = folder + u'/' + database + QString::fromUtf16(ending);
        if (const auto moved = moveAside(path, aside, moves); !moved) {
            return moved;
        }
    }
    return moves.move(from + u'/' + database, folder + u'/' + database);
}

/// Nothing half: the old state stands again and nothing waits, unless an earlier run had begun to exchange.
Error takenBack(const Workspace &workspace, const QString &aside, const Moves &moves, Error error)
{
    const bool isBack = moves.takeBack();
    if (isBack && QDir().rmdir(aside)) {
        QDir().rmdir(asideRoot(workspace));
        if (renameDurably(decided(workspace), undecided(workspace))) {
            dropSwap(workspace);
            error.text += u" The workspace is as it was."_s;
        }
    }
    return error;
}

} // namespace

Result<QString> prepareSwap(const Workspace &workspace)
{
    if (hasDecidedSwap(workspace)) {
        return failure(ErrorKind::conflict,
                       u"Another state of the workspace is waiting to be put in place; open Crema once."_s);
    }
    dropSwap(workspace);
    const QString folder = undecided(workspace);
    if (!QDir().mkpath(folder)) {
        return failure(ErrorKind::storage,
                       u"The folder \"%1\" cannot be made. Nothing was changed."_s.arg(folder));
    }
    return folder;
}

void dropSwap(const Workspace &workspace)
{
    QDir(undecided(workspace)).removeRecursively();
}

Result<> decideSwap(const Workspace &workspace, const std::stop_token &stop)
{
    const QString folder = undecided(workspace);
    if (!isThere(folder + u'/' + database)) {
        return failure(ErrorKind::internal,
                       u"There is no new database to put in place. Nothing was changed."_s);
    }
    const auto noted = writeFile(folder + u'/' + asideNote, freeAsideName(workspace).toUtf8());
    if (!noted) {
        return noted;
    }
    if (const auto synced = syncTree(folder); !synced) {
        return synced;
    }
    if (stop.stop_requested()) {
        return failure(ErrorKind::cancelled, u"Cancelled; nothing was changed."_s);
    }
    return renameDurably(folder, decided(workspace));
}

bool hasDecidedSwap(const Workspace &workspace)
{
    return isThere(decided(workspace));
}

Result<QString> finishSwap(const Workspace &workspace)
{
    const QString from = decided(workspace);
    if (!isThere(from)) {
        return QString();
    }
    const auto aside = asideFolder(workspace);
    if (!aside) {
        return aside;
    }
    if (isThere(from + u'/' + database)) {
        Moves moves;
        if (const auto exchanged = exchange(from, workspace.folder(), *aside, moves); !exchanged) {
            return std::unexpected(takenBack(workspace, *aside, moves, exchanged.error()));
        }
    }
    // Last, so that a log in the workspace is an old one for as long as the new database waits.
    const QString log = database + u"-wal"_s;
    if (isThere(from + u'/' + log)) {
        if (const auto moved = renameDurably(from + u'/' + log, workspace.folder() + u'/' + log); !moved) {
            return std::unexpected(moved.error());
        }
    }
    QDir(from).removeRecursively();
    return aside;
}

QStringList statesKeptAside(const Workspace &workspace)
{
    QStringList folders;
    const QDir root(asideRoot(workspace));
    for (const QString &name : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        folders << root.filePath(name);
    }
    return folders;
}

} // namespace crema::store
