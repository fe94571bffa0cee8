// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/workspacearchive.h"

#include "base/durablefiles.h"
#include "exchange/archiveseal.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QSet>
#include <QStorageInfo>

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

constexpr qint64 chunk = 1 << 20;
constexpr qint64 largestManifest = 64'000'000;
constexpr qint64 mostPacked =
        1032; // what deflate can reach at best; more is an archive that lies about itself
constexpr qint64 spareBytes = 16'000'000;
const QString manifestName = u"manifest.json"_s;
const QString damage = u"damaged archive"_s; // in the detail of an error

/// An archive that is being read.
class Unpacking
{
public:
    Unpacking(QString path, const ArchiveProgress &progress, std::stop_token stop)
        : m_path(std::move(path)), m_zip(m_path), m_progress(progress), m_stop(std::move(stop))
    {
    }

    Result<ArchiveManifest> open()
    {
        const QFileInfo info(m_path);
        if (!info.exists() || info.isDir()) {
            return failure(ErrorKind::rejectedInput, u"There is no file \"%1\"."_s.arg(m_path));
        }
        if (!info.isReadable()) {
            return failure(ErrorKind::rejectedInput,
                           u"\"%1\" cannot be read; check its permissions."_s.arg(m_path));
        }
        if (readTail(m_path) == ArchiveTail::broken) {
            return refused(u"it was cut off or its end is damaged"_s);
        }
        if (!m_zip.open(QuaZip::mdUnzip)) {
            return refused(u"it is no ZIP file, or one that was cut off"_s);
        }
        if (!m_zip.setCurrentFile(manifestName, QuaZip::csSensitive)) {
            return refused(u"it holds no manifest, so it is no backup of Crema or its end is missing"_s);
        }
        const auto bytes = manifestBytes();
        if (!bytes) {
            return std::unexpected(bytes.error());
        }
        const auto json = parseJson(*bytes);
        if (!json) {
            return refused(u"its member \"manifest.json\" is damaged"_s);
        }
        const auto manifest = manifestFrom(*json);
        return manifest ? manifest : unusable(manifest.error().text);
    }

    /// Compares the sum of the whole file, if it has one.
    Result<> compareSum() const
    {
        const bool isWhole = hasRightSum(m_path, m_stop);
        return m_stop.stop_requested() ? failure(ErrorKind::cancelled, u"Cancelled; nothing was changed."_s)
                : isWhole              ? Result<> {}
                                       : refused(u"some of its bytes are not what was written"_s);
    }

    /// Reads every member; writes it below `folder` unless that is empty.
    Result<> read(const ArchiveManifest &manifest, const QString &folder)
    {
        QHash<QString, const ArchiveMember *> expected;
        for (const ArchiveMember &member : manifest.members) {
            expected.insert(member.name, &member);
        }
        m_total = manifest.totalSize();
        if (m_total > QFileInfo(m_path).size() * mostPacked) {
            return unusable(u"it claims to unpack to far more than it can hold"_s);
        }
        QSet<QString> seen;
        for (bool more = m_zip.goToFirstFile(); more; more = m_zip.goToNextFile()) {
            const QString name = m_zip.getCurrentFileName();
            if (seen.contains(name)) {
                return refused(u"it holds \"%1\" twice"_s.arg(name));
            }
            seen.insert(name);
            if (name == manifestName) {
                continue;
            }
            const ArchiveMember *member = expected.value(name);
            if (!member) {
                return refused(u"it holds \"%1\", which its manifest does not name"_s.arg(name));
            }
            const auto read = readMember(*member,
                                         folder.isEmpty() ? QString() : folder + u'/' + member->name);
            if (!read) {
                return read;
            }
        }
        for (const ArchiveMember &member : manifest.members) {
            if (!seen.contains(member.name)) {
                return refused(u"its member \"%1\" is missing"_s.arg(member.name));
            }
        }
        return {};
    }

    /// One member alone, to `target`.
    Result<> extract(const ArchiveMember &member, const QString &target)
    {
        if (!m_zip.open(QuaZip::mdUnzip) || !m_zip.setCurrentFile(member.name, QuaZip::csSensitive)) {
            return damaged(member);
        }
        return readMember(member, target);
    }

private:
    Result<QByteArray> manifestBytes()
    {
        QuaZipFile file(&m_zip);
        if (!file.open(QIODevice::ReadOnly)) {
            return refused(u"its member \"manifest.json\" is damaged"_s);
        }
        QByteArray bytes = file.read(largestManifest + 1);
        file.close();
        const bool whole = bytes.size() <= largestManifest && file.getZipError() == UNZ_OK;
        return whole ? Result<QByteArray>(bytes) : refused(u"its member \"manifest.json\" is damaged"_s);
    }

    /// Compares the current member, and writes it to `path` unless that is empty.
    Result<> readMember(const ArchiveMember &member, const QString &path)
    {
        QFile target;
        if (!path.isEmpty()) {
            target.setFileName(path);
            (void)QDir().mkpath(QFileInfo(path).path()); // where that fails, opening says so
            if (!target.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
                return notUnpacked(target);
            }
        }
        QuaZipFile file(&m_zip);
        if (!file.open(QIODevice::ReadOnly)) {
            return damaged(member);
        }
        QCryptographicHash hash(QCryptographicHash::Sha256);
        QByteArray bytes(chunk, Qt::Uninitialized);
        qint64 size = 0;
        for (qint64 got = 0; (got = file.read(bytes.data(), chunk)) > 0;) {
            size += got;
            if (m_stop.stop_requested()) {
                return failure(ErrorKind::cancelled, u"Cancelled; nothing was changed."_s);
            }
            if (size > member.size) {
                return damaged(member); // longer than it says: never write more than was promised
            }
            hash.addData(QByteArrayView(bytes).first(got));
            if (target.isOpen() && target.write(bytes.constData(), got) != got) {
                return notUnpacked(target);
            }
            report(got);
        }
        const bool ended = file.atEnd();
        file.close(); // compares the sum of the ZIP file itself
        if (!ended || file.getZipError() != UNZ_OK || size != member.size
            || hash.result().toHex() != member.sha256) {
            return damaged(member);
        }
        if (target.isOpen() && !target.flush()) {
            return notUnpacked(target);
        }
        return {};
    }

    std::unexpected<Error> unusable(const QString &why, const QString &detail = {}) const
    {
        return failure(ErrorKind::rejectedInput,
                       u"\"%1\" cannot be used as a backup: %2. Nothing was changed."_s.arg(
                               QDir::toNativeSeparators(m_path), why.endsWith(u'.') ? why.chopped(1) : why),
                       detail);
    }

    std::unexpected<Error> refused(const QString &why) const { return unusable(why, damage); }

    std::unexpected<Error> damaged(const ArchiveMember &member) const
    {
        return refused(u"its member \"%1\" is damaged"_s.arg(member.name));
    }

    static std::unexpected<Error> notUnpacked(const QFile &target)
    {
        return failure(ErrorKind::storage,
                       u"\"%1\" could not be written: %2. The workspace was not changed."_s.arg(
                               target.fileName(), reasonOf(target)));
    }

    void report(qint64 bytes)
    {
        m_done += bytes;
        if (m_progress) {
            m_progress(m_done, m_total);
        }
    }

    QString m_path;
    QuaZip m_zip;
    const ArchiveProgress &m_progress;
    std::stop_token m_stop;
    qint64 m_done = 0;
    qint64 m_total = 0;
};

Result<ArchiveManifest> readAll(const QString &path, const QString &folder, const ArchiveProgress &progress,
                                std::stop_token stop)
{
    Unpacking archive(path, progress, std::move(stop));
    auto manifest = archive.open();
    if (!manifest) {
        return manifest;
    }
    if (const auto whole = archive.compareSum(); !whole) {
        return std::unexpected(whole.error());
    }
    const auto read = archive.read(*manifest, folder);
    return read ? std::move(manifest) : Result<ArchiveManifest>(std::unexpected(read.error()));
}

} // namespace

bool isArchiveDamage(const Error &error)
{
    return error.detail == damage;
}

Result<ArchiveManifest> readManifest(const QString &path)
{
    const ArchiveProgress silent;
    Unpacking archive(path, silent, {});
    return archive.open();
}

Result<ArchiveManifest> verifyArchive(const QString &path, const ArchiveProgress &progress,
                                      std::stop_token stop)
{
    return readAll(path, {}, progress, std::move(stop));
}

Result<ArchiveManifest> unpackArchive(const QString &path, const QString &folder,
                                      const ArchiveProgress &progress, std::stop_token stop)
{
    const auto manifest = readManifest(path);
    if (!manifest) {
        return manifest;
    }
    if (!QDir().mkpath(folder)) {
        return failure(ErrorKind::storage, u"The folder \"%1\" cannot be made."_s.arg(folder));
    }
    const QStorageInfo disk(folder);
    if (disk.isValid() && disk.bytesAvailable() < manifest->totalSize() + spareBytes) {
        return failure(
                ErrorKind::storage,
                u"The disk of \"%1\" has room for %2 MB; the backup needs %3 MB. Nothing was changed."_s
                        .arg(folder)
                        .arg(disk.bytesAvailable() / 1'000'000)
                        .arg(manifest->totalSize() / 1'000'000 + 1));
    }
    return readAll(path, folder, progress, std::move(stop));
}

Result<> extractMember(const QString &path, const ArchiveMember &member, const QString &target)
{
    const ArchiveProgress silent;
    const QString unfinished = target + u".part"_s;
    QFile::remove(unfinished);
    const auto extracted = Unpacking(path, silent, {}).extract(member, unfinished);
    if (!extracted) {
        QFile::remove(unfinished);
        return extracted;
    }
    return renameDurably(unfinished, target);
}

} // namespace crema::exchange
