// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/pagealign.h"

#include "base/durablefiles.h"

#include <QFile>
#include <QtEndian>

#include <algorithm>
#include <bit>

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

// See https://www.sqlite.org/fileformat.html sections 1.3 and 1.6.
constexpr qsizetype headerSize = 100;
constexpr qsizetype sizeAt = 16;
constexpr qsizetype mostFragments = 60;

quint16 number16(QByteArrayView bytes, qsizetype at)
{
    return qFromBigEndian<quint16>(bytes.data() + at);
}

/// 0 when the header does not say it.
qsizetype pageSizeOf(QByteArrayView bytes)
{
    if (bytes.size() < headerSize || !bytes.startsWith(QByteArrayView("SQLite format 3\0", 16))) {
        return 0;
    }
    const qsizetype size = number16(bytes, sizeAt);
    return size >= 512 && std::has_single_bit(static_cast<quint16>(size)) ? size : 0;
}

/// Begins as a page of a table or an index does.
bool looksLikePage(QByteArrayView bytes, qsizetype at, qsizetype pageSize)
{
    if (at < 0 || at + pageSize > bytes.size()) {
        return false;
    }
    const QByteArrayView page = bytes.sliced(at, pageSize);
    const char kind = page[0];
    return (kind == 2 || kind == 5 || kind == 10 || kind == 13) && number16(page, 3) <= pageSize / 4
            && number16(page, 5) <= pageSize && static_cast<uchar>(page[7]) <= mostFragments;
}

/// The number of pages that are right where they stand, the rest being right counted from the end.
qsizetype bestSplit(QByteArrayView bytes, qsizetype pageSize, qsizetype pages)
{
    const qsizetype shift = bytes.size() - pages * pageSize;
    qsizetype right = 0;
    for (qsizetype page = 0; page < pages; ++page) {
        right += looksLikePage(bytes, page * pageSize + shift, pageSize) ? 1 : 0;
    }
    qsizetype best = 0;
    qsizetype most = right;
    for (qsizetype page = 0; page < pages; ++page) {
        right += looksLikePage(bytes, page * pageSize, pageSize) ? 1 : 0;
        right -= looksLikePage(bytes, page * pageSize + shift, pageSize) ? 1 : 0;
        if (right >= most) {
            most = right;
            best = page + 1;
        }
    }
    return best;
}

} // namespace

Result<> alignPages(const QString &databasePath)
{
    QFile file(databasePath);
    const uchar *mapped = file.open(QIODevice::ReadOnly) ? file.map(0, file.size()) : nullptr;
    const QByteArrayView bytes(mapped, mapped ? file.size() : 0);
    const qsizetype pageSize = pageSizeOf(bytes);
    if (pageSize == 0 || bytes.size() % pageSize == 0) {
        return {};
    }
    const qsizetype pages = (bytes.size() + pageSize / 2) / pageSize;
    const qsizetype split = bestSplit(bytes, pageSize, pages);
    if (split == pages) {
        return {}; // nothing stands behind such a place: it was cut off
    }
    const qsizetype front = split * pageSize;
    const qsizetype behind = std::min(pages * pageSize - front, bytes.size());
    QFile aligned(databasePath + u".aligned"_s);
    if (!aligned.open(QIODevice::WriteOnly | QIODevice::Truncate)
        || aligned.write(bytes.data(), front) != front
        || aligned.write(bytes.last(behind).data(), behind) != behind || !aligned.flush()) {
        return failure(ErrorKind::storage,
                       u"\"%1\" could not be written: %2. The workspace was not changed."_s.arg(
                               aligned.fileName(), reasonOf(aligned)));
    }
    aligned.close();
    return renameDurably(aligned.fileName(), databasePath);
}

} // namespace crema::store
