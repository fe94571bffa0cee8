// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/workbookpackage.h"

#include "contacts/importplan.h"

#include <QCoreApplication>

#include <quazip/quazipfile.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

constexpr int mostMembers = 100'000;

QString translated(const char *text)
{
    return QCoreApplication::translate("import", text);
}

Error rejected(const QString &text)
{
    return {ErrorKind::rejectedInput, text, {}, {}, 0};
}

QString sameName(QString part)
{
    part.replace(u'\\', u'/'); // as some programs write them
    return part.toLower();
}

/// A part while it is unpacked, as far as it may be.
class PartStream final : public QIODevice
{
public:
    PartStream(QIODevice &source, qint64 size, qint64 &left, const UnpackingLimits &limits)
        : m_source(source), m_size(std::max<qint64>(size, 1)), m_left(left), m_limits(limits)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool wasStopped() const { return m_limits.stop.stop_requested(); }
    [[nodiscard]] bool isTooLarge() const { return m_left < 0; }
    [[nodiscard]] bool isEndless() const { return m_piece > (m_isInTag ? longestTag : longestText); }

    /// Reads what is left: the sum is over all of it.
    void drain()
    {
        QByteArray rest(qsizetype {64} << 10, Qt::Uninitialized);
        while (read(rest.data(), rest.size()) > 0) { }
    }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        if (wasStopped() || isTooLarge() || isEndless()) {
            return -1;
        }
        const qint64 got = m_source.read(data, most);
        measure({data, static_cast<size_t>(std::max<qint64>(got, 0))});
        m_left -= std::max<qint64>(got, 0);
        m_done += std::max<qint64>(got, 0);
        constexpr qint64 step = 1 << 20;
        if (m_limits.progress && m_done - m_told >= step) {
            m_told = m_done;
            m_limits.progress(std::min(m_done, m_size), m_size);
        }
        return isTooLarge() ? -1 : got;
    }

    qint64 writeData(const char *, qint64) override { return -1; }

private:
    static constexpr size_t longestTag = 1'000'000;
    static constexpr size_t longestText = 100'000'000;

    /// A tag or a text stands in memory as a whole, many times its size.
    void measure(std::string_view bytes)
    {
        while (!isEndless()) {
            const size_t end = bytes.find(m_isInTag ? '>' : '<');
            m_piece += std::min(end, bytes.size());
            if (end == std::string_view::npos || isEndless()) {
                return;
            }
            bytes.remove_prefix(end + 1);
            m_isInTag = !m_isInTag;
            m_piece = 0;
        }
    }

    QIODevice &m_source;
    qint64 m_size; ///< as the file says, which may lie
    qint64 m_done = 0;
    qint64 m_told = 0;
    qint64 &m_left;
    const UnpackingLimits &m_limits;
    size_t m_piece = 0; ///< how long the tag or text is so far
    bool m_isInTag = false;
};

/// To the root element. No workbook has a document type, in which a file may hide what grows without end.
Result<> goToRoot(QXmlStreamReader &xml, const QString &part)
{
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::DTD) {
            return std::unexpected(
                    rejected(translated(QT_TRANSLATE_NOOP(
                                                "import",
                                                "Its part \"%1\" declares a document type, which no workbook "
                                                "does. Nothing was imported."))
                                     .arg(part)));
        }
        if (token == QXmlStreamReader::StartElement) {
            break;
        }
    }
    return {};
}

Result<WorkbookPackage::Extent> readXml(PartStream &stream, const QString &part,
                                        const WorkbookPackage::PartReader &reader)
{
    QXmlStreamReader xml(&stream);
    if (const auto root = goToRoot(xml, part); !root) {
        return std::unexpected(root.error());
    }
    auto read = xml.hasError() ? Result<WorkbookPackage::Extent>(WorkbookPackage::Extent::whole)
                               : reader(xml);
    while (read && *read == WorkbookPackage::Extent::whole && !xml.atEnd()) {
        xml.readNext();
    }
    if (read && xml.hasError()) {
        return std::unexpected(
                damagedWorkbook(translated(QT_TRANSLATE_NOOP("import",
                                                             "its part \"%1\" breaks off or is no "
                                                             "XML any more in line %2"))
                                        .arg(part)
                                        .arg(xml.lineNumber())));
    }
    return read;
}

} // namespace

Error damagedWorkbook(const QString &where)
{
    return rejected(
            translated(QT_TRANSLATE_NOOP("import",
                                         "The workbook is damaged: %1. Open it in a spreadsheet program and "
                                         "save it anew, or get it once more. Nothing was imported."))
                    .arg(where));
}

Error hugeWorkbook(qint64 most)
{
    return rejected(
            translated(QT_TRANSLATE_NOOP("import",
                                         "The workbook unpacks to more than %1 MB, which no list of contacts "
                                         "does. Nothing was imported."))
                    .arg(most / 1'000'000));
}

void skipElement(QXmlStreamReader &xml)
{
    for (int depth = 1; depth > 0 && !xml.atEnd();) {
        xml.readNext();
        depth += xml.isStartElement() ? 1 : xml.isEndElement() ? -1 : 0;
        if (depth > mostNested) {
            xml.raiseError();
        }
    }
}

WorkbookPackage::WorkbookPackage(const QByteArray &bytes, UnpackingLimits limits)
    : m_zip(&m_bytes), m_limits(std::move(limits)), m_left(m_limits.bytes)
{
    m_bytes.setData(bytes);
    if (!bytes.startsWith("PK")) {
        m_isOpen = m_bytes.open(QIODevice::ReadOnly);
        return;
    }
    m_isOpen = m_zip.open(QuaZip::mdUnzip) && m_zip.getEntriesCount() <= mostMembers;
    for (bool more = m_isOpen && m_zip.goToFirstFile(); more; more = m_zip.goToNextFile()) {
        QuaZipFileInfo64 info;
        if (m_zip.getCurrentFileInfo(&info)) {
            m_members.insert(sameName(info.name), info.name);
            m_isEncrypted = m_isEncrypted || info.isEncrypted();
        }
    }
}

QString WorkbookPackage::memberOf(const QString &part) const
{
    return m_members.value(sameName(part));
}

bool WorkbookPackage::has(const QString &part) const
{
    return m_members.contains(sameName(part));
}

QByteArray WorkbookPackage::beginning(const QString &part, qint64 most)
{
    const QString member = memberOf(part);
    QuaZipFile file(&m_zip);
    const bool found = !member.isEmpty() && m_zip.setCurrentFile(member, QuaZip::csSensitive);
    return found && file.open(QIODevice::ReadOnly) ? file.read(most) : QByteArray();
}

Result<> WorkbookPackage::read(const QString &part, const PartReader &reader)
{
    if (part.isEmpty()) {
        m_bytes.seek(0);
        return readFrom(m_bytes, part, m_bytes.size(), reader);
    }
    const auto damaged = [&part] {
        return std::unexpected(damagedWorkbook(
                translated(QT_TRANSLATE_NOOP("import", "its part \"%1\" cannot be unpacked")).arg(part)));
    };
    const QString member = memberOf(part);
    if (member.isEmpty() || !m_zip.setCurrentFile(member, QuaZip::csSensitive)) {
        return std::unexpected(damagedWorkbook(
                translated(QT_TRANSLATE_NOOP("import", "its part \"%1\" is missing")).arg(part)));
    }
    QuaZipFile file(&m_zip);
    if (!file.open(QIODevice::ReadOnly)) {
        return damaged();
    }
    auto read = readFrom(file, part, file.usize(), reader);
    const bool reachedEnd = file.atEnd();
    file.close(); // compares the sum where all was read
    if (file.getZipError() != UNZ_OK && (reachedEnd || !read) && m_left >= 0
        && !m_limits.stop.stop_requested()) {
        return damaged();
    }
    return read;
}

Result<> WorkbookPackage::readFrom(QIODevice &source, const QString &part, qint64 size,
                                   const PartReader &reader)
{
    PartStream stream(source, size, m_left, m_limits);
    const auto read = readXml(stream, part, reader);
    if (read && *read == Extent::whole) {
        stream.drain();
    }
    if (stream.wasStopped()) {
        return std::unexpected(contacts::importCancelled());
    }
    if (stream.isTooLarge()) {
        return std::unexpected(hugeWorkbook(m_limits.bytes));
    }
    if (stream.isEndless()) {
        return std::unexpected(damagedWorkbook(
                translated(QT_TRANSLATE_NOOP("import",
                                             "its part \"%1\" holds a piece longer than any of a workbook"))
                        .arg(part)));
    }
    return read ? Result<> {} : std::unexpected(read.error());
}

} // namespace crema::exchange
