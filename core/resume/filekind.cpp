// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/filekind.h"

#include <QByteArray>
#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace crema::resume {

namespace {

struct Signature
{
    QByteArrayView start;
    const char *seems;
};

#define SEEMS(words) QT_TRANSLATE_NOOP("resume", words)

// First bytes as in the formats' own specifications.
constexpr std::array signatures {
        Signature {"{\\rtf", SEEMS("a Rich Text (RTF) document")},
        Signature {"\x89PNG", SEEMS("a PNG image")},
        Signature {"\xFF\xD8\xFF", SEEMS("a JPEG image")},
        Signature {"GIF8", SEEMS("a GIF image")},
        Signature {"BM", SEEMS("a bitmap image")},
        Signature {"RIFF", SEEMS("a picture, sound or film")},
        Signature {"MZ", SEEMS("a Windows program")},
        Signature {"\x7F"
                   "ELF",
                   SEEMS("a program")},
        Signature {"\x1F\x8B", SEEMS("a gzip archive")},
        Signature {"7z\xBC\xAF", SEEMS("a 7-Zip archive")},
        Signature {"Rar!", SEEMS("a RAR archive")},
        Signature {"BZh", SEEMS("a bzip2 archive")},
        Signature {"%!PS", SEEMS("a PostScript file")},
        Signature {"SQLite format 3", SEEMS("a database")},
        Signature {"ID3", SEEMS("a sound file")},
};

// The directory of an OLE container holds its stream names as UTF-16.
bool hasOleStream(QByteArrayView bytes, QStringView name)
{
    const QByteArray wanted(reinterpret_cast<const char *>(name.utf16()), name.size() * 2);
    return QByteArray::fromRawData(bytes.data(), bytes.size()).contains(wanted);
}

QString oleKind(QByteArrayView bytes)
{
    if (hasOleStream(bytes, u"EncryptedPackage")) {
        return QCoreApplication::translate(
                "resume", "a Word document protected by a password; save it without the password");
    }
    if (hasOleStream(bytes, u"WordDocument")) {
        return QCoreApplication::translate("resume", "an old Word document (.doc); save it as PDF or DOCX");
    }
    return QCoreApplication::translate("resume", "an old Office document or a message");
}

QString markupKind(QByteArrayView bytes)
{
    const QByteArray start =
            QByteArray(bytes.data(), std::min<qsizetype>(bytes.size(), 1024)).trimmed().toLower();
    const QByteArray head = start.startsWith("\xEF\xBB\xBF") ? start.mid(3).trimmed() : start;
    if (head.startsWith("<!doctype html") || head.startsWith("<html") || head.contains("<html")) {
        return QCoreApplication::translate("resume", "a web page (HTML); print it to PDF");
    }
    if (head.startsWith("<svg") || head.contains("<svg ")) {
        return QCoreApplication::translate("resume", "an SVG drawing");
    }
    if (head.startsWith("<?xml")) {
        return QCoreApplication::translate("resume", "an XML file");
    }
    if (head.contains("\\documentclass")) {
        return QCoreApplication::translate("resume", "a LaTeX source; use the PDF made from it");
    }
    return {};
}

bool isWideText(QByteArrayView bytes)
{
    if (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF")) {
        return true;
    }
    // UTF-16 without a mark: nearly every second byte of Western text is zero, always on the same side.
    const qsizetype length = std::min<qsizetype>(bytes.size() & ~qsizetype(1), 4096);
    qsizetype zeros[2] = {0, 0};
    for (qsizetype i = 0; i < length; ++i) {
        zeros[i % 2] += bytes[i] == 0;
    }
    const qsizetype most = std::max(zeros[0], zeros[1]);
    return length >= 8 && most > length / 4 && std::min(zeros[0], zeros[1]) < most / 10 + 1;
}

bool isText(QByteArrayView bytes)
{
    const auto unlikely = [](char c) {
        const auto u = static_cast<unsigned char>(c);
        return (u < 0x20 && u != '\t' && u != '\n' && u != '\r' && u != '\f' && u != '\v' && u != 0x1B)
                || u == 0x7F;
    };
    const auto head = bytes.first(std::min<qsizetype>(bytes.size(), 65536));
    return !bytes.contains('\0') && std::ranges::count_if(head, unlikely) * 200 <= head.size();
}

} // namespace

SniffedFile sniff(QByteArrayView bytes)
{
    const auto head = QByteArray::fromRawData(bytes.data(), std::min<qsizetype>(bytes.size(), 1024));
    // Readers accept a PDF header anywhere in the first 1024 bytes (ISO 32000-1, annex H.3, note 13).
    if (head.contains("%PDF-")) {
        return {FileKind::pdf, {}};
    }
    if (bytes.startsWith("PK\x03\x04") || bytes.startsWith("PK\x05\x06")) {
        return {FileKind::zip, {}};
    }
    if (bytes.startsWith("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) {
        return {FileKind::other, oleKind(bytes)};
    }
    if (isWideText(bytes)) {
        return {FileKind::text, {}};
    }
    const bool text = isText(bytes);
    for (const Signature &signature : signatures) {
        // "BM" and "MZ" may also begin a person's text.
        if (bytes.startsWith(signature.start) && (signature.start.size() > 2 || !text)) {
            return {FileKind::other, QCoreApplication::translate("resume", signature.seems)};
        }
    }
    if (bytes.size() > 12 && (bytes.sliced(4, 4) == QByteArrayView("ftyp"))) {
        return {FileKind::other, QCoreApplication::translate("resume", "a photo or film (HEIC, MP4)")};
    }
    if (bytes.startsWith("II*\0") || bytes.startsWith(QByteArrayView("MM\0*", 4))) {
        return {FileKind::other, QCoreApplication::translate("resume", "a TIFF image")};
    }
    if (!text) {
        return {FileKind::other, QCoreApplication::translate("resume", "a binary file of unknown kind")};
    }
    const QString markup = markupKind(bytes);
    return {markup.isEmpty() ? FileKind::text : FileKind::other, markup};
}

} // namespace crema::resume
