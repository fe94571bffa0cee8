// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QBuffer>
#include <QHash>
#include <QXmlStreamReader>

#include <quazip/quazip.h>

#include <functional>
#include <stop_token>

namespace crema::exchange {

/// The error that a workbook is damaged: `where` is the end of the sentence.
[[nodiscard]] Error damagedWorkbook(const QString &where);
/// The error that a workbook holds more than we read.
[[nodiscard]] Error hugeWorkbook(qint64 most);

/// How deep the elements of a workbook are nested at most: each takes memory while it is open.
inline constexpr int mostNested = 1000;
/// Goes to the end of the element that `xml` is at.
void skipElement(QXmlStreamReader &xml);

/// What reading a workbook may take and who wants to know of it.
struct UnpackingLimits
{
    qint64 bytes = 0; ///< of all that is unpacked, and of what is kept of it
    std::stop_token stop;
    std::function<void(qint64 done, qint64 total)> progress; ///< of the part that is read; may be empty
};

/// The parts of a workbook: of a ZIP, or of a text that is one part by itself. Parts are unpacked while they
/// are read, and never beyond the limit.
class WorkbookPackage final
{
public:
    /// How much of a part was wanted: only of a whole one the sum is compared.
    enum class Extent { whole, beginning };
    /// Reads the XML of a part from behind the start of its root element.
    using PartReader = std::function<Result<Extent>(QXmlStreamReader &xml)>;

    /// `bytes` that are no ZIP are the only part, called "".
    WorkbookPackage(const QByteArray &bytes, UnpackingLimits limits);

    /// False when the list of its parts cannot be read: it was cut off.
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] bool isEncrypted() const { return m_isEncrypted; }
    /// Case and the kind of stroke do not matter in `part`.
    [[nodiscard]] bool has(const QString &part) const;
    /// The first bytes of a part, as they are; empty when there is none.
    [[nodiscard]] QByteArray beginning(const QString &part, qint64 most);
    /// Fails with rejectedInput (no such part, no XML, damaged, too large), cancelled and what `reader` says.
    [[nodiscard]] Result<> read(const QString &part, const PartReader &reader);
    [[nodiscard]] qint64 mostBytes() const { return m_limits.bytes; }

private:
    [[nodiscard]] QString memberOf(const QString &part) const;
    [[nodiscard]] Result<> readFrom(QIODevice &source, const QString &part, qint64 size,
                                    const PartReader &reader);

    QBuffer m_bytes;
    QuaZip m_zip;
    UnpackingLimits m_limits;
    qint64 m_left;
    QHash<QString, QString> m_members; ///< by their names in small letters
    bool m_isOpen = false;
    bool m_isEncrypted = false;
};

} // namespace crema::exchange
