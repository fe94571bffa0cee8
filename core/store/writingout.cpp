// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/writingout.h"

#include "base/paths.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

/// What Crema keeps in a workspace beside the database.
const QStringList ownNames {u"files"_s,    u"lock"_s,     u"backup.json"_s,   u"backups"_s,   u"cache"_s,
                            u"incoming"_s, u"replaced"_s, u"incoming.part"_s, u"quarantine"_s};

bool isOwn(const Workspace &workspace, const QString &path)
{
    const QFileInfo given(path);
    const QFileInfo target(given.isSymLink() ? given.symLinkTarget() : path);
    const QString place = target.exists()
            ? target.canonicalFilePath()
            : QFileInfo(target.path()).canonicalFilePath() + u'/' + target.fileName();
    const QString name = QDir(workspace.folder()).relativeFilePath(place).section(u'/', 0, 0);
    return name.startsWith("crema.db"_L1) || ownNames.contains(name);
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
