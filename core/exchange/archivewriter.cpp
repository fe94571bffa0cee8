// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/workspacearchive.h"

#include "base/durablefiles.h"
#include "exchange/archiveseal.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>
#include <quazip/quazipnewinfo.h>
#include <zlib.h>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

constexpr qint64 chunk = 1 << 20;
constexpr int level = 5;
constexpr int levelOfKeptFiles = 1; // PDF and DOCX are packed already

std::unexpected<Error> notWritten(const QString &target, const QString &why)
{
    return failure(ErrorKind::storage,
                   u"The backup \"%1\" could not be written: %2. Nothing was changed there."_s.arg(
                           QDir::toNativeSeparators(target), why));
}

std::unexpected<Error> stopped()
{
    return failure(ErrorKind::cancelled, u"Cancelled; no backup was written."_s);
}

/// One archive while it is written.
class Packing
{
public:
    Packing(QString target, QTemporaryFile &file, const ArchiveProgress &progress, std::stop_token stop)
        : m_target(std::move(target)), m_file(file), m_zip(&file), m_progress(progress),
          m_stop(std::move(stop))
    {
        m_zip.setAutoClose(false);
        m_zip.setZip64Enabled(true);
        m_zip.setDataDescriptorWritingEnabled(false);
    }

    Result<> open(qint64 total)
    {
        m_total = total;
        return m_zip.open(QuaZip::mdCreate) ? Result<> {} : failed();
    }

    Result<ArchiveMember> add(const ArchiveSource &source)
    {
        QFile file(source.path);
        if (!file.open(QIODevice::ReadOnly)) {
            return failure(ErrorKind::storage,
                           u"\"%1\" cannot be read: %2. No backup was written."_s.arg(source.path,
                                                                                      file.errorString()));
        }
        QuaZipFile member(&m_zip);
        if (!start(member, source.name)) {
            return failed();
        }
        QCryptographicHash hash(QCryptographicHash::Sha256);
        qint64 size = 0;
        QByteArray bytes(chunk, Qt::Uninitialized);
        for (qint64 got = 0; (got = file.read(bytes.data(), chunk)) > 0; size += got) {
            if (m_stop.stop_requested()) {
                return stopped();
            }
            if (member.write(bytes.constData(), got) != got) {
                return failed();
            }
            hash.addData(QByteArrayView(bytes).first(got));
            report(got);
        }
        if (file.error() != QFileDevice::NoError) {
            return failure(ErrorKind::storage,
                           u"\"%1\" cannot be read: %2. No backup was written."_s.arg(source.path,
                                                                                      file.errorString()));
        }
        member.close();
        if (member.getZipError() != ZIP_OK) {
            return failed();
        }
        return ArchiveMember {source.name, size, hash.result().toHex()};
    }

    Result<> addManifest(const ArchiveManifest &manifest)
    {
        QuaZipFile member(&m_zip);
        const QByteArray bytes = toPrettyBytes(toJson(manifest));
        if (!start(member, u"manifest.json"_s) || member.write(bytes) != bytes.size()) {
            return failed();
        }
        member.close();
        return member.getZipError() == ZIP_OK ? Result<> {} : failed();
    }

    Result<> finish()
    {
        m_zip.close();
        return m_zip.getZipError() == ZIP_OK && syncFile(m_file) ? Result<> {} : failed();
    }

private:
    bool start(QuaZipFile &member, const QString &name)
    {
        const bool kept = name.startsWith("files/"_L1);
        QuaZipNewInfo info(name);
        info.externalAttr = 0100600U << 16; // an ordinary file of one user, for the unzip of Unix
        return member.open(QIODevice::WriteOnly, info, nullptr, 0, Z_DEFLATED,
                           kept ? levelOfKeptFiles : level);
    }

    std::unexpected<Error> failed()
    {
        const bool isWritten = syncFile(m_file).has_value(); // the reason shows where the bytes go
        const QString reason = isWritten ? u"the archive could not be made"_s : systemReason();
        return notWritten(m_target, m_file.error() == QFileDevice::NoError ? reason : reasonOf(m_file));
    }

    void report(qint64 bytes)
    {
        m_done += bytes;
        if (m_progress) {
            m_progress(m_done, m_total);
        }
    }

    QString m_target;
    QTemporaryFile &m_file;
    QuaZip m_zip;
    const ArchiveProgress &m_progress;
    std::stop_token m_stop;
    qint64 m_done = 0;
    qint64 m_total = 0;
};

qint64 sizeOf(const std::vector<ArchiveSource> &sources)
{
    qint64 total = 0;
    for (const ArchiveSource &source : sources) {
        total += QFileInfo(source.path).size();
    }
    return total;
}

Result<ArchiveManifest> pack(const QString &target, QTemporaryFile &file, ArchiveManifest head,
                             const std::vector<ArchiveSource> &sources, const ArchiveProgress &progress,
                             std::stop_token stop)
{
    Packing packing(target, file, progress, stop);
    if (const auto opened = packing.open(sizeOf(sources)); !opened) {
        return std::unexpected(opened.error());
    }
    for (const ArchiveSource &source : sources) {
        auto member = packing.add(source);
        if (!member) {
            return std::unexpected(member.error());
        }
        head.members.push_back(std::move(*member));
    }
    if (const auto added = packing.addManifest(head); !added) {
        return std::unexpected(added.error());
    }
    if (const auto finished = packing.finish(); !finished) {
        return std::unexpected(finished.error());
    }
    if (const auto sealed = seal(file, stop); !sealed) {
        return sealed.error().kind == ErrorKind::cancelled ? stopped()
                                                           : notWritten(target, sealed.error().text);
    }
    return head;
}

} // namespace

Result<ArchiveManifest> writeArchive(const QString &target, ArchiveManifest head,
                                     const std::vector<ArchiveSource> &sources,
                                     const ArchiveProgress &progress, std::stop_token stop)
{
    if (const auto checked = checkReplaceable(target); !checked) {
        return std::unexpected(checked.error());
    }
    const QFileInfo info(target);
    if (!QFileInfo(info.absolutePath()).isDir()) {
        return failure(ErrorKind::rejectedInput, u"There is no folder \"%1\"."_s.arg(info.absolutePath()));
    }
    head.format = archiveFormat();
    QTemporaryFile file(info.absoluteFilePath() + u".XXXXXX.part"_s); // gone again unless it is renamed
    if (!file.open()) {
        return notWritten(target, reasonOf(file));
    }
    auto written = pack(target, file, std::move(head), sources, progress, stop);
    if (!written) {
        return written;
    }
    const auto whole = verifyArchive(file.fileName(), {}, stop);
    if (!whole) {
        return whole.error().kind == ErrorKind::cancelled ? stopped()
                                                          : notWritten(target, whole.error().text);
    }
    if (!(*whole == *written)) {
        return notWritten(target, u"what was written is not what was meant"_s);
    }
    if (const auto renamed = renameDurably(file.fileName(), info.absoluteFilePath()); !renamed) {
        return notWritten(target, renamed.error().text);
    }
    file.setAutoRemove(false);
    return written;
}

} // namespace crema::exchange
