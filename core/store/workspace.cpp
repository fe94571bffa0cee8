// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/workspace.h"

#include "base/durablefiles.h"
#include "base/paths.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {
constexpr qint64 maxKeptBytes = 1'000'000'000;
} // namespace

Result<Workspace> Workspace::at(const QString &folder)
{
    const QFileInfo info(folder);
    if (info.exists() && !info.isDir()) {
        return failure(ErrorKind::rejectedInput, u"\"%1\" is a file; a workspace is a folder."_s.arg(folder));
    }
    if (!QDir().mkpath(folder)) {
        return failure(ErrorKind::storage,
                       u"The workspace folder \"%1\" cannot be made; check the permissions."_s.arg(folder));
    }
    return Workspace(QFileInfo(folder).canonicalFilePath());
}

QString Workspace::databasePath() const
{
    return m_folder + u"/crema.db"_s;
}

QString Workspace::filesFolder() const
{
    return m_folder + u"/files"_s;
}

QString Workspace::socketName() const
{
    const QByteArray hash = QCryptographicHash::hash(m_folder.toUtf8(), QCryptographicHash::Sha256).toHex();
    return u"crema-"_s + QString::fromLatin1(hash.first(24));
}

bool Workspace::hasDatabase() const
{
    return QFileInfo(databasePath()).size() > 0; // a crash or a full disk may leave a file of no bytes
}

Result<std::unique_ptr<QLockFile>> Workspace::lock() const
{
    auto lock = std::make_unique<QLockFile>(m_folder + u"/lock"_s);
    lock->setStaleLockTime(0); // a long session is not stale; only a dead process's lock is taken over
    if (lock->tryLock(0)) {
        return lock;
    }
    if (lock->error() == QLockFile::LockFailedError) {
        return failure(ErrorKind::conflict,
                       u"The workspace \"%1\" is in use by another Crema."_s.arg(m_folder));
    }
    if (isDiskFullAt(m_folder)) {
        return failure(
                ErrorKind::storage,
                u"The disk is full: nothing can be written to the workspace \"%1\". Nothing was changed; "
                u"everything saved before is kept."_s.arg(m_folder));
    }
    return failure(
            ErrorKind::storage,
            QFileInfo(m_folder).isWritable()
                    ? u"The workspace \"%1\" cannot be written; check the permissions and the disk."_s.arg(
                              m_folder)
                    : u"The workspace \"%1\" is read-only: it can be read, but nothing can be changed in it; "
                      u"check the permissions and the disk."_s.arg(m_folder));
}

Result<QString> Workspace::keepFile(QByteArrayView bytes) const
{
    QCryptographicHash hasher(QCryptographicHash::Sha256);
    hasher.addData(bytes);
    const QString hash = QString::fromLatin1(hasher.result().toHex());
    const QString path = filePath(hash);
    if (keptFile(hash)) {
        return hash; // a kept file that was damaged since is written anew
    }
    if (!QDir().mkpath(QFileInfo(path).path())) {
        return failure(ErrorKind::storage, u"The folder \"%1\" cannot be written."_s.arg(filesFolder()));
    }
    const auto written = writeFile(path, bytes);
    return written ? Result<QString>(hash) : std::unexpected(written.error());
}

QString Workspace::filePath(const QString &hash) const
{
    return filesFolder() + u'/' + hash.left(2) + u'/' + hash;
}

Result<QByteArray> Workspace::keptFile(const QString &hash) const
{
    auto bytes = readFile(filePath(hash), maxKeptBytes);
    if (!bytes) {
        return failure(ErrorKind::storage,
                       u"A file of the workspace is missing: %1"_s.arg(bytes.error().text));
    }
    const QByteArray actual = QCryptographicHash::hash(*bytes, QCryptographicHash::Sha256).toHex();
    if (actual != hash.toLatin1()) {
        return failure(ErrorKind::storage, u"The kept file \"%1\" is damaged."_s.arg(filePath(hash)));
    }
    return bytes;
}

} // namespace crema::store
