// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QFile>
#include <QHash>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace crema::store {

/// The pages of an SQLite database as they lie on the disk, with the committed part of the write-ahead log
/// over them, read without SQLite: what is left when SQLite refuses a damaged file. See
/// https://www.sqlite.org/fileformat.html.
class PageFile final
{
public:
    /// Opens whatever is there of `path` and `path`-wal. Fails only when neither can be read.
    [[nodiscard]] static Result<std::unique_ptr<PageFile>> open(const QString &path);

    [[nodiscard]] quint32 count() const { return m_count; }
    /// Pages count from 1. A page that is cut off or outside is empty.
    [[nodiscard]] QByteArrayView page(quint32 number) const;
    /// Bytes of a page that SQLite uses.
    [[nodiscard]] int usable() const { return m_usable; }
    /// `PRAGMA user_version`; 0 when the header is damaged.
    [[nodiscard]] int userVersion() const { return m_userVersion; }
    /// First trunk page of the free list; 0 when there is none or the header is damaged.
    [[nodiscard]] quint32 firstFreePage() const { return m_firstFree; }

private:
    PageFile() = default;
    void readLog();
    void readHeader();

    QFile m_file;
    QFile m_logFile;
    QByteArrayView m_bytes;
    QByteArrayView m_log;
    QHash<quint32, qsizetype> m_inLog; ///< page number to offset of its newest committed content
    int m_pageSize = 0;
    int m_usable = 0;
    quint32 m_count = 0;
    int m_userVersion = 0;
    quint32 m_firstFree = 0;
};

/// A value of a stored row.
struct StoredValue
{
    enum class Type { null, integer, real, text, blob };
    Type type = Type::null;
    qint64 integer = 0;
    double real = 0;
    QByteArray bytes;
};

/// A row as it lies in a page.
struct StoredRow
{
    qint64 rowid = 0; ///< of a table with rowids
    std::vector<StoredValue> values;
};

enum class PageKind { other, tableLeaf, tableInterior, indexLeaf, indexInterior };
[[nodiscard]] PageKind kindOfPage(const PageFile &file, quint32 number);
/// Numbers of the pages below an interior page, as they stand there.
[[nodiscard]] std::vector<quint32> childrenOf(const PageFile &file, quint32 number);
/// The rows in a leaf page or in an interior page of an index; `damaged` counts those that make no sense.
[[nodiscard]] std::vector<StoredRow> rowsOf(const PageFile &file, quint32 number, int &damaged);

} // namespace crema::store
