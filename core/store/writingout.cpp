// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/writingout.h"

#include "base/paths.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

/// What Crema keeps in a workspace beside the database.
constexpr std::array ownNames {"files"_L1,    "lock"_L1,     "backup.json"_L1,   "backups"_L1,   "cache"_L1,
                               "incoming"_L1, "replaced"_L1, "incoming.part"_L1, "quarantine"_L1};

bool isOwn(const Workspace &workspace, const QString &path)
{
    const QFileInfo given(path);
    const QFileInfo target(given.isSymLink() ? given.symLinkTarget() : path);
    const QString place = target.exists()
            ? target.canonicalFilePath()
            : QFileInfo(target.path()).canonicalFilePath() + u'/' + target.fileName();
    const QString name = QDir(workspace.folder()).relativeFilePath(place).section(u'/', 0, 0);
    return name.startsWith("crema.db"_L1) || std::ranges::find(ownNames, name) != ownNames.end();
}

} // namespace

Result<> writeOut(const Workspace &workspace, const QString &path, QByteArrayView bytes)
{
    return isOwn(workspace, path)
            ? failure(ErrorKind::rejectedInput,
                      u"\"%1\" belongs to the workspace itself; nothing was written."_s.arg(path))
            : writeFile(path, bytes);
}

} // namespace crema::store
