// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/workspacearchive.h"

#include "base/durablefiles.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QStorageInfo>
#include <QtEndian>

#include <zlib.h>

#include <algorithm>
#include <functional>
#include <optional>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

// See https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT section 4.3.7. The directory at the end of
// a ZIP file is the first that goes when it is cut; what stands before each member is enough.
constexpr QByteArrayView headerSignature("PK\3\4", 4);
constexpr qsizetype headerSize = 30;
constexpr int deflated = 8;
constexpr int sumFollows = 8; // a flag: sizes and sum stand behind the member
constexpr qsizetype chunk = 1 << 20;
constexpr qint64 spareBytes = 16'000'000;
constexpr qint64 mostPacked = 1032; // what deflate can reach at best
constexpr qsizetype largestManifest = 64'000'000;

/// What is told of one member before its bytes.
struct MemberHeader
{
    QString name;
    int flags = 0;
    int method = 0;
    quint32 sum = 0;
    qsizetype dataAt = 0;
};

template <typename Number>
Number numberAt(QByteArrayView bytes, qsizetype at)
{
    return qFromLittleEndian<Number>(bytes.data() + at);
}

std::optional<MemberHeader> headerAt(QByteArrayView bytes, qsizetype at)
{
    if (at + headerSize > bytes.size()) {
        return {};
    }
    const qsizetype nameSize = numberAt<quint16>(bytes, at + 26);
    const qsizetype dataAt = at + headerSize + nameSize + numberAt<quint16>(bytes, at + 28);
    if (dataAt > bytes.size()) {
        return {};
    }
    return MemberHeader {QString::fromUtf8(bytes.sliced(at + headerSize, nameSize)),
                         numberAt<quint16>(bytes, at + 6), numberAt<quint16>(bytes, at + 8),
                         numberAt<quint32>(bytes, at + 14), dataAt};
}

/// How far a member could be unpacked.
struct Unpacked
{
    qsizetype packed = 0; ///< bytes read
    bool isWhole = false; ///< to its end, and the sum is right
};

using Taker = std::function<bool(QByteArrayView)>; ///< false: no more

Unpacked unpack(QByteArrayView bytes, const MemberHeader &header, const Taker &take)
{
    z_stream stream {};
    if (header.method != deflated || inflateInit2(&stream, -MAX_WBITS) != Z_OK) {
        return {};
    }
    QByteArray out(chunk, Qt::Uninitialized);
    Unpacked done {header.dataAt, false};
    uLong sum = 0;
    int code = Z_OK;
    while (code == Z_OK) {
        const QByteArrayView in = bytes.sliced(done.packed, std::min(chunk, bytes.size() - done.packed));
        stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(in.data()));
        stream.avail_in = static_cast<uInt>(in.size());
        stream.next_out = reinterpret_cast<Bytef *>(out.data());
        stream.avail_out = static_cast<uInt>(out.size());
        code = inflate(&stream, Z_NO_FLUSH);
        const uInt got = static_cast<uInt>(out.size()) - stream.avail_out;
        sum = crc32(sum, reinterpret_cast<const Bytef *>(out.constData()), got);
        done.packed += in.size() - static_cast<qsizetype>(stream.avail_in);
        if (!take(QByteArrayView(out).first(got))) {
            break;
        }
    }
    inflateEnd(&stream);
    done.isWhole = code == Z_STREAM_END && (sum == header.sum || (header.flags & sumFollows) != 0);
    return done;
}

/// A damaged archive while what is left of it is put into a folder.
class Salvaging
{
public:
    Salvaging(QByteArrayView bytes, QString folder, std::stop_token stop)
        : m_bytes(bytes), m_folder(std::move(folder)), m_stop(std::move(stop)),
          m_room(std::min(bytes.size() * mostPacked, QStorageInfo(m_folder).bytesAvailable() - spareBytes))
    {
    }

    Result<SalvagedArchive> run(const ArchiveProgress &progress)
    {
        qsizetype at = 0;
        while (!m_error && (at = m_bytes.indexOf(headerSignature, at)) >= 0) {
            const auto header = headerAt(m_bytes, at);
            const Unpacked done = header ? take(*header) : Unpacked {};
            // What did not come to its end may end anywhere.
            at = done.isWhole ? done.packed : at + headerSignature.size();
            if (progress) {
                progress(at, m_bytes.size());
            }
        }
        if (m_error) {
            return std::unexpected(*m_error);
        }
        tellMissing();
        return std::move(m_salvaged);
    }

private:
    Unpacked take(const MemberHeader &header)
    {
        if (header.name == "manifest.json"_L1) {
            return takeManifest(header);
        }
        const bool isNew = isMemberName(header.name) && !m_seen.contains(header.name);
        return isNew ? takeFile(header) : Unpacked {};
    }

    Unpacked takeManifest(const MemberHeader &header)
    {
        QByteArray bytes;
        const Unpacked done = unpack(m_bytes, header, [&bytes](QByteArrayView part) {
            bytes.append(part.data(), part.size());
            return bytes.size() <= largestManifest;
        });
        const auto json = done.isWhole ? parseJson(bytes) : Result<Json>(Json());
        auto manifest = json && json->is_object() ? manifestFrom(*json)
                                                  : failure(ErrorKind::rejectedInput, {});
        if (manifest) {
            m_salvaged.manifest = std::move(*manifest);
        } else if (json && intAt(*json, "format") > archiveFormat()) {
            m_error = manifest.error();
        }
        return done;
    }

    /// A kept file is its content or nothing; of the database any part is of use.
    Unpacked takeFile(const MemberHeader &header)
    {
        const QString path = m_folder + u'/' + header.name;
        QFile file(path);
        if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
            m_error = notWritten(file);
            return {};
        }
        m_seen.insert(header.name);
        QCryptographicHash hash(QCryptographicHash::Sha256);
        const Unpacked done = unpack(m_bytes, header, [&](QByteArrayView part) {
            hash.addData(part);
            return mayTake(part.size()) && write(file, part);
        });
        const bool isKept = header.name.startsWith("files/"_L1);
        if (isKept && hash.result().toHex() != QFileInfo(path).fileName().toLatin1()) {
            m_salvaged.problems << u"The kept file \"%1\" in it is damaged."_s.arg(
                    QFileInfo(path).fileName());
            file.remove();
        } else if (!isKept && !done.isWhole) {
            m_salvaged.problems << u"Its member \"%1\" is damaged: %2 bytes could be read."_s.arg(header.name)
                                           .arg(file.size());
        }
        return done;
    }

    bool mayTake(qsizetype size)
    {
        m_room -= size;
        if (m_stop.stop_requested()) {
            m_error = failure(ErrorKind::cancelled, u"Cancelled; nothing was changed."_s).error();
        } else if (m_room < 0) {
            m_error = failure(ErrorKind::storage,
                              u"The disk of \"%1\" has too little room for what is in the backup. Nothing "
                              u"was changed."_s.arg(m_folder))
                              .error();
        }
        return !m_error;
    }

    bool write(QFile &file, QByteArrayView bytes)
    {
        if (file.write(bytes.data(), bytes.size()) != bytes.size() || !file.flush()) {
            m_error = notWritten(file);
        }
        return !m_error;
    }

    static Error notWritten(const QFile &file)
    {
        return failure(ErrorKind::storage,
                       u"\"%1\" could not be written: %2. The workspace was not changed."_s.arg(
                               file.fileName(), reasonOf(file)))
                .error();
    }

    void tellMissing()
    {
        if (m_salvaged.manifest.members.empty()) {
            m_salvaged.problems
                    << u"Its manifest is missing or damaged, so what else is missing is not known."_s;
        }
        for (const ArchiveMember &member : m_salvaged.manifest.members) {
            if (!m_seen.contains(member.name)) {
                m_salvaged.problems << u"Its member \"%1\" is missing."_s.arg(member.name);
            }
        }
    }

    QByteArrayView m_bytes;
    QString m_folder;
    std::stop_token m_stop;
    qint64 m_room = 0;
    QSet<QString> m_seen;
    std::optional<Error> m_error;
    SalvagedArchive m_salvaged;
};

} // namespace

Result<SalvagedArchive> salvageArchive(const QString &path, const QString &folder,
                                       const ArchiveProgress &progress, std::stop_token stop)
{
    const auto unusable = [&path](const QString &why) {
        return failure(ErrorKind::rejectedInput,
                       u"\"%1\" cannot be used as a backup: %2. Nothing was changed."_s.arg(
                               QDir::toNativeSeparators(path), why));
    };
    QFile file(path);
    const uchar *bytes = file.open(QIODevice::ReadOnly) ? file.map(0, file.size()) : nullptr;
    if (!bytes || !QDir().mkpath(folder)) {
        return unusable(u"it cannot be read"_s);
    }
    auto salvaged = Salvaging({bytes, file.size()}, folder, std::move(stop)).run(progress);
    const bool hasDatabase = QFileInfo(folder + u"/crema.db"_s).size() > 0;
    return !salvaged || hasDatabase ? std::move(salvaged)
                                    : unusable(u"nothing of a database can be read in it"_s);
}

} // namespace crema::exchange
