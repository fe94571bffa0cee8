// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/docxparts.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QXmlStreamReader>

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace crema::resume {

namespace {

constexpr quint64 mostUnpacked = 50'000'000;
constexpr qint64 mostOfOnePart = 30'000'000;

QString tr(const char *words)
{
    return QCoreApplication::translate("resume", words);
}

std::unexpected<Error> rejected(const char *words, const QString &name)
{
    return failure(ErrorKind::rejectedInput, tr(words).arg(name));
}

// What an archive without a Word document in it is.
const char *archiveKind(const QStringList &names)
{
    const auto has = [&names](const QString &start) {
        return std::ranges::any_of(names, [&start](const QString &name) { return name.startsWith(start); });
    };
    if (has(u"xl/"_s)) {
        return QT_TRANSLATE_NOOP("resume",
                                 "\"%1\" is an Excel workbook, not a resume; use a PDF, DOCX or text file.");
    }
    if (has(u"ppt/"_s)) {
        return QT_TRANSLATE_NOOP("resume", "\"%1\" is a PowerPoint file; save it as PDF.");
    }
    if (names.contains(u"mimetype"_s) && names.contains(u"content.xml"_s)) {
        return QT_TRANSLATE_NOOP("resume", "\"%1\" is an OpenDocument file; save it as PDF or DOCX.");
    }
    if (has(u"Index/"_s) || names.contains(u"index.xml"_s)) {
        return QT_TRANSLATE_NOOP("resume", "\"%1\" seems to be a Pages document; export it as PDF or DOCX.");
    }
    return QT_TRANSLATE_NOOP("resume",
                             "\"%1\" is a zip archive without a Word document in it (no word/document.xml).");
}

// The size an archive declares may be a lie, so the bytes are counted too.
std::optional<QByteArray> partBytes(QuaZip &zip, const QString &part)
{
    if (!zip.setCurrentFile(part, QuaZip::csInsensitive)) {
        return std::nullopt;
    }
    QuaZipFile file(&zip);
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    QByteArray bytes = file.read(mostOfOnePart + 1);
    const bool whole = bytes.size() <= mostOfOnePart && file.atEnd();
    file.close();
    // Closing checks the sum over all bytes.
    return whole && file.getZipError() == UNZ_OK ? std::optional(bytes) : std::nullopt;
}

quint64 unpackedSize(QuaZip &zip, bool &encrypted)
{
    quint64 size = 0;
    for (bool more = zip.goToFirstFile(); more; more = zip.goToNextFile()) {
        QuaZipFileInfo64 info;
        if (zip.getCurrentFileInfo(&info)) {
            size += std::min(info.uncompressedSize, mostUnpacked + 1); // huge values must not wrap round
            encrypted = encrypted || info.isEncrypted();
        }
    }
    return size;
}

// The main part is word/document.xml except where the list of content types names another.
QString mainPart(QuaZip &zip)
{
    const QString usual = u"word/document.xml"_s;
    const auto types = partBytes(zip, u"[Content_Types].xml"_s);
    if (!types) {
        return usual;
    }
    QXmlStreamReader xml(*types);
    while (!xml.atEnd()) {
        xml.readNext();
        const auto type = xml.attributes().value("ContentType"_L1);
        if (xml.isStartElement() && xml.name() == "Override"_L1 && type.contains("wordprocessingml"_L1)
            && type.endsWith("main+xml"_L1)) {
            return xml.attributes().value("PartName"_L1).toString().mid(1);
        }
        if (xml.isStartElement() && xml.name() == "Override"_L1 && type.contains("ms-word"_L1)
            && type.endsWith("main+xml"_L1)) {
            return xml.attributes().value("PartName"_L1).toString().mid(1); // a document with macros
        }
    }
    return usual;
}

void readRelations(QuaZip &zip, const QString &main, DocxParts &parts)
{
    const QString folder = main.left(main.lastIndexOf(u'/') + 1);
    const auto bytes = partBytes(zip, folder + u"_rels/"_s + main.mid(folder.size()) + u".rels"_s);
    QXmlStreamReader xml(bytes.value_or(QByteArray()));
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement() || xml.name() != "Relationship"_L1) {
            continue;
        }
        const auto attributes = xml.attributes();
        const QString id = attributes.value("Id"_L1).toString();
        const QString target = attributes.value("Target"_L1).toString();
        const auto type = attributes.value("Type"_L1);
        if (type.endsWith("/hyperlink"_L1)) {
            parts.links.insert(id, target);
        } else if (type.endsWith("/header"_L1) || type.endsWith("/footer"_L1)) {
            const QString path = target.startsWith(u'/') ? target.mid(1) : folder + target;
            parts.headersAndFooters.insert(id, partBytes(zip, path).value_or(QByteArray()));
        }
    }
}

void readStyles(const QByteArray &bytes, DocxParts &parts)
{
    QHash<QString, QString> basedOn;
    QString style;
    QXmlStreamReader xml(bytes);
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement()) {
            continue;
        }
        const auto value = [&xml] { return xml.attributes().value("w:val"_L1).toString(); };
        if (xml.name() == "style"_L1) {
            style = xml.attributes().value("w:styleId"_L1).toString();
        } else if (xml.name() == "name"_L1 && value().compare(u"title"_s, Qt::CaseInsensitive) == 0) {
            parts.titleStyles.insert(style);
        } else if (xml.name() == "basedOn"_L1) {
            basedOn.insert(style, value());
        } else if (xml.name() == "numId"_L1 && value() != u"0" && !style.startsWith(u"Heading")) {
            parts.listStyles.insert(style);
        }
    }
    for (auto it = basedOn.cbegin(); it != basedOn.cend(); ++it) {
        QString ancestor = it.value();
        for (int depth = 0; depth < 8 && !ancestor.isEmpty(); ++depth) {
            if (parts.listStyles.contains(ancestor) && !it.key().startsWith(u"Heading")) {
                parts.listStyles.insert(it.key());
            }
            ancestor = basedOn.value(ancestor);
        }
    }
}

} // namespace

Result<DocxParts> docxParts(const QByteArray &bytes, const QString &name)
{
    QBuffer buffer;
    buffer.setData(bytes);
    QuaZip zip(&buffer);
    if (!zip.open(QuaZip::mdUnzip)) {
        return rejected(
                QT_TRANSLATE_NOOP("resume",
                                  "\"%1\" is damaged: it is a zip archive or DOCX that cannot be unpacked."),
                name);
    }
    const QString main = mainPart(zip);
    const QStringList names = zip.getFileNameList();
    if (!names.contains(main, Qt::CaseInsensitive)) {
        return rejected(archiveKind(names), name);
    }
    bool encrypted = false;
    if (unpackedSize(zip, encrypted) > mostUnpacked) {
        return rejected(QT_TRANSLATE_NOOP(
                                "resume",
                                "\"%1\" unpacks to more than 50 MB, which no resume does; it was not read."),
                        name);
    }
    if (encrypted) {
        return rejected(
                QT_TRANSLATE_NOOP("resume", "\"%1\" is protected by a password; save it without one."), name);
    }
    const auto document = partBytes(zip, main);
    if (!document) {
        return rejected(
                QT_TRANSLATE_NOOP("resume", "\"%1\" is damaged: the document in it cannot be unpacked."),
                name);
    }
    DocxParts parts {*document, {}, {}, {}, {}};
    readRelations(zip, main, parts);
    const QString folder = main.left(main.lastIndexOf(u'/') + 1);
    readStyles(partBytes(zip, folder + u"styles.xml"_s).value_or(QByteArray()), parts);
    return parts;
}

} // namespace crema::resume
