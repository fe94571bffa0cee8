// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/archiveseal.h"

#include "base/durablefiles.h"

#include <QCryptographicHash>
#include <QFile>
#include <QtEndian>

#include <optional>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

// See https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT section 4.3.16.
constexpr QByteArrayView endSignature("PK\5\6", 4);
constexpr qint64 endSize = 22;
constexpr qint64 lengthSize = 2; // of the comment; the last field of the end record
constexpr qint64 longestComment = 65'535;
constexpr qint64 chunk = 1 << 20;
constexpr QByteArrayView sealWords("crema-sha256:", 13);
constexpr qint64 sealSize = sealWords.size() + 64;

QByteArray lengthOf(qint64 comment)
{
    QByteArray bytes(lengthSize, '\0');
    qToLittleEndian(static_cast<quint16>(comment), bytes.data());
    return bytes;
}

/// Of the first `size` bytes; nothing when they cannot be read.
std::optional<QByteArray> sumOf(QFileDevice &file, qint64 size, const std::stop_token &stop)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.seek(0)) {
        return {};
    }
    for (qint64 left = size; left > 0;) {
        const QByteArray bytes = file.read(std::min(left, chunk));
        if (bytes.isEmpty() || stop.stop_requested()) {
            return {};
        }
        hash.addData(bytes);
        left -= bytes.size();
    }
    return hash.result().toHex();
}

/// The length of the comment, where the file ends exactly with its end record.
std::optional<qsizetype> commentOf(QByteArrayView tail)
{
    for (qsizetype at = tail.size() - endSize; at >= 0; --at) {
        const qsizetype comment = tail.size() - at - endSize;
        if (tail.sliced(at).startsWith(endSignature)
            && tail.sliced(at + endSize - lengthSize, lengthSize) == lengthOf(comment)) {
            return comment;
        }
    }
    return {};
}

} // namespace

Result<> seal(QFileDevice &file, const std::stop_token &stop)
{
    const qint64 size = file.size();
    const auto isPlain = file.seek(size - lengthSize) && file.read(lengthSize) == lengthOf(0);
    const auto sum = isPlain ? sumOf(file, size - lengthSize, stop) : std::nullopt;
    if (!sum) {
        return stop.stop_requested()
                ? failure(ErrorKind::cancelled, u"Cancelled; no backup was written."_s)
                : failure(ErrorKind::storage,
                          u"\"%1\" cannot be read: %2."_s.arg(file.fileName(), reasonOf(file)));
    }
    return file.seek(size - lengthSize)
            ? writeThrough(file, lengthOf(sealSize) + sealWords.toByteArray() + *sum)
            : failure(ErrorKind::storage, u"\"%1\" cannot be written."_s.arg(file.fileName()));
}

ArchiveTail readTail(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)
        || !file.seek(std::max<qint64>(0, file.size() - endSize - longestComment))) {
        return ArchiveTail::broken;
    }
    const QByteArray tail = file.readAll();
    const auto comment = commentOf(tail);
    if (!comment) {
        return ArchiveTail::broken;
    }
    if (*comment != sealSize) {
        return ArchiveTail::plain;
    }
    return tail.last(sealSize).startsWith(sealWords) ? ArchiveTail::sealed : ArchiveTail::broken;
}

bool hasRightSum(const QString &path, const std::stop_token &stop)
{
    if (const ArchiveTail tail = readTail(path); tail != ArchiveTail::sealed) {
        return tail == ArchiveTail::plain;
    }
    QFile file(path);
    const qint64 summed = file.size() - sealSize - lengthSize;
    const auto sum = file.open(QIODevice::ReadOnly) ? sumOf(file, summed, stop) : std::nullopt;
    return sum && file.seek(file.size() - sealSize + sealWords.size()) && file.readAll() == *sum;
}

} // namespace crema::exchange
