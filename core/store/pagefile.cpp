// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/pagefile.h"

#include <QtEndian>

#include <algorithm>
#include <bit>

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

constexpr int ourPageSize = 16384; // what our writers make (connection.cpp)
constexpr int headerSize = 100;
constexpr qsizetype logHeaderSize = 32;
constexpr qsizetype frameHeaderSize = 24;

quint32 number32(QByteArrayView bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.data() + at);
}

bool isPageSize(qint64 size)
{
    return size >= 512 && size <= 65536 && std::has_single_bit(static_cast<quint64>(size));
}

/// The page size in a database header; 0 when there is no header.
int sizeInHeader(QByteArrayView bytes)
{
    if (bytes.size() < headerSize || !bytes.startsWith(QByteArrayView("SQLite format 3\0", 16))) {
        return 0;
    }
    const int size = qFromBigEndian<quint16>(bytes.data() + 16);
    const int meant = size == 1 ? 65536 : size;
    return isPageSize(meant) ? meant : 0;
}

/// The running sum over a write-ahead log (section 4.2).
struct LogSum
{
    quint32 first = 0;
    quint32 second = 0;
    bool bigEndian = false;

    void add(QByteArrayView bytes)
    {
        for (qsizetype at = 0; at + 8 <= bytes.size(); at += 8) {
            first += word(bytes, at) + second;
            second += word(bytes, at + 4) + first;
        }
    }
    [[nodiscard]] quint32 word(QByteArrayView bytes, qsizetype at) const
    {
        return bigEndian ? qFromBigEndian<quint32>(bytes.data() + at)
                         : qFromLittleEndian<quint32>(bytes.data() + at);
    }
    [[nodiscard]] bool is(QByteArrayView bytes, qsizetype at) const
    {
        return number32(bytes, at) == first && number32(bytes, at + 4) == second;
    }
};

/// Maps a file into memory, so that a large database is not read twice. Empty when there is nothing.
QByteArrayView mapped(QFile &file, const QString &path)
{
    file.setFileName(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() == 0) {
        return {};
    }
    const uchar *bytes = file.map(0, file.size());
    return bytes ? QByteArrayView(bytes, file.size()) : QByteArrayView();
}

} // namespace

Result<std::unique_ptr<PageFile>> PageFile::open(const QString &path)
{
    std::unique_ptr<PageFile> file(new PageFile);
    file->m_bytes = mapped(file->m_file, path);
    file->m_log = mapped(file->m_logFile, path + u"-wal"_s);
    if (file->m_bytes.isEmpty() && file->m_log.isEmpty()) {
        return failure(ErrorKind::storage,
                       u"There is nothing to read in \"%1\". Nothing was changed."_s.arg(path));
    }
    file->m_pageSize = sizeInHeader(file->m_bytes);
    if (file->m_pageSize == 0 && file->m_log.size() >= logHeaderSize
        && isPageSize(number32(file->m_log, 8))) {
        file->m_pageSize = static_cast<int>(number32(file->m_log, 8));
    }
    if (file->m_pageSize == 0) {
        file->m_pageSize = ourPageSize;
    }
    file->m_count = static_cast<quint32>(file->m_bytes.size() / file->m_pageSize);
    file->readLog();
    file->readHeader();
    return file;
}

void PageFile::readLog()
{
    const bool known = m_log.size() > logHeaderSize && (number32(m_log, 0) & ~1U) == 0x377f0682U
            && number32(m_log, 8) == static_cast<quint32>(m_pageSize);
    if (!known) {
        return;
    }
    LogSum sum;
    sum.bigEndian = (number32(m_log, 0) & 1U) != 0;
    sum.add(m_log.first(24));
    if (!sum.is(m_log, 24)) {
        return;
    }
    QHash<quint32, qsizetype> pending; // pages of a transaction whose end has not come yet
    for (qsizetype at = logHeaderSize; at + frameHeaderSize + m_pageSize <= m_log.size();
         at += frameHeaderSize + m_pageSize) {
        sum.add(m_log.sliced(at, 8));
        sum.add(m_log.sliced(at + frameHeaderSize, m_pageSize));
        const bool sameLog = m_log.sliced(at + 8, 8) == m_log.sliced(16, 8);
        if (!sameLog || !sum.is(m_log, at + 16)) {
            return;
        }
        pending.insert(number32(m_log, at), at + frameHeaderSize);
        if (const quint32 pages = number32(m_log, at + 4); pages != 0) {
            m_inLog.insert(pending);
            pending.clear();
            m_count = std::max(m_count, pages);
        }
    }
}

void PageFile::readHeader()
{
    m_usable = m_pageSize;
    const QByteArrayView first = page(1);
    if (sizeInHeader(first) != m_pageSize) {
        return;
    }
    const int reserved = static_cast<uchar>(first[20]);
    m_usable = m_pageSize - (reserved <= 32 ? reserved : 0);
    m_firstFree = number32(first, 32);
    m_userVersion = static_cast<int>(number32(first, 60));
}

QByteArrayView PageFile::page(quint32 number) const
{
    if (const auto it = m_inLog.find(number); it != m_inLog.end()) {
        return m_log.sliced(*it, m_pageSize);
    }
    const qsizetype at = (static_cast<qsizetype>(number) - 1) * m_pageSize;
    const bool inside = number > 0 && at + m_pageSize <= m_bytes.size();
    return inside ? m_bytes.sliced(at, m_pageSize) : QByteArrayView();
}

} // namespace crema::store
