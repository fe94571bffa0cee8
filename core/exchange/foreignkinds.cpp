// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/foreignkinds.h"

#include "exchange/mailheaders.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <string_view>

using namespace Qt::StringLiterals;
using namespace std::string_view_literals;

namespace crema::exchange {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("import", text);
}

struct Magic
{
    std::string_view start;
    const char *what;
};

constexpr std::array magics {
        Magic {"%PDF-"sv,
               QT_TRANSLATE_NOOP("import",
                                 "is a PDF, not a table of contacts; export the contacts as CSV or vCard")},
        Magic {"\x89PNG"sv, QT_TRANSLATE_NOOP("import", "is a picture, not a table of contacts")},
        Magic {"\xFF\xD8\xFF"sv, QT_TRANSLATE_NOOP("import", "is a picture, not a table of contacts")},
        Magic {"GIF8"sv, QT_TRANSLATE_NOOP("import", "is a picture, not a table of contacts")},
        Magic {"\x1F\x8B"sv,
               QT_TRANSLATE_NOOP("import",
                                 "is a compressed file (gzip); unpack it and import what is inside")},
        Magic {"7z\xBC\xAF\x27\x1C"sv,
               QT_TRANSLATE_NOOP("import", "is a compressed file (7z); unpack it and import what is inside")},
        Magic {"Rar!\x1A\x07"sv,
               QT_TRANSLATE_NOOP("import",
                                 "is a compressed file (RAR); unpack it and import what is inside")},
        Magic {"BZh"sv,
               QT_TRANSLATE_NOOP("import",
                                 "is a compressed file (bzip2); unpack it and import what is inside")},
        Magic {"\xFD"
               "7zXZ\0"sv,
               QT_TRANSLATE_NOOP("import", "is a compressed file (xz); unpack it and import what is inside")},
        Magic {"SQLite format 3\0"sv,
               QT_TRANSLATE_NOOP("import", "is a database (SQLite), not a table of contacts")},
        Magic {"\x7F"
               "ELF"sv,
               QT_TRANSLATE_NOOP("import", "is a program, not a table of contacts")},
        Magic {"MZ\x90\0"sv, QT_TRANSLATE_NOOP("import", "is a program, not a table of contacts")},
        Magic {"BEGIN:VCALENDAR"sv,
               QT_TRANSLATE_NOOP(
                       "import",
                       "is a calendar, not a table of contacts; export the contacts as CSV or vCard")},
        Magic {"ID;PWXL"sv,
               QT_TRANSLATE_NOOP("import", "is a spreadsheet (SYLK); open it and save it as .xlsx or CSV")},
        Magic {"MIME-Version:"sv,
               QT_TRANSLATE_NOOP(
                       "import",
                       "is a web archive or an email, not a table of contacts; save the table as CSV")},
        Magic {"[\"vcard\""sv,
               QT_TRANSLATE_NOOP("import",
                                 "is a vCard in JSON form (jCard), which we do not read; export it as .vcf")},
        Magic {"MECARD:"sv,
               QT_TRANSLATE_NOOP("import",
                                 "is the text of a QR code (MECARD), not a table of contacts; add the person "
                                 "by hand or export the card as vCard")},
        Magic {"%!PS"sv,
               QT_TRANSLATE_NOOP("import", "is a document to print (PostScript), not a table of contacts")},
        Magic {"{\\rtf"sv,
               QT_TRANSLATE_NOOP("import", "is a word-processor document (RTF); save the table as CSV")},
};

/// The names of a ZIP's members stand unpacked in its local headers and in the directory at its end.
QString zipKind(std::string_view bytes)
{
    constexpr size_t window = 256 * 1024;
    const std::string_view head = bytes.substr(0, window);
    const std::string_view tail = bytes.substr(bytes.size() - std::min(bytes.size(), window));
    const auto names = [&](std::string_view name) {
        return head.find(name) != std::string_view::npos || tail.find(name) != std::string_view::npos;
    };
    if (names("xl/workbook.bin")) {
        return words(QT_TRANSLATE_NOOP("import",
                                       "is a binary workbook (.xlsb); open it and save it as .xlsx or CSV"));
    }
    if (names("xl/workbook") || names("opendocument.spreadsheet")) {
        return words(
                QT_TRANSLATE_NOOP("import",
                                  "is a workbook that is damaged or was cut off; get it once more, or open "
                                  "it in a spreadsheet program and save it anew"));
    }
    if (names("Index/Document.iwa") || names("Index.zip")) {
        return words(
                QT_TRANSLATE_NOOP("import",
                                  "is a Numbers document; open it in Numbers and choose File, Export To, "
                                  "Excel or CSV"));
    }
    if (names("word/document") || names("opendocument.text")) {
        return words(QT_TRANSLATE_NOOP("import", "is a word-processor document; save the table as CSV"));
    }
    return words(QT_TRANSLATE_NOOP("import", "is a ZIP; unpack it and import the file inside"));
}

/// A container of old Office programs. Newer ones keep a workbook in it that is protected by a password
/// (MS-OFFCRYPTO, section 2.3.4).
QString containerKind(std::string_view bytes)
{
    static const QString part = u"EncryptedPackage"_s;
    const std::string_view utf16(reinterpret_cast<const char *>(part.utf16()),
                                 static_cast<size_t>(part.size()) * 2);
    return words(bytes.contains(utf16)
                         ? QT_TRANSLATE_NOOP("import",
                                             "is protected by a password; open it in Excel, take the "
                                             "password away (File, Info) and save it, then import that")
                         : QT_TRANSLATE_NOOP("import",
                                             "is a file of an old Microsoft Office program (such as .xls); "
                                             "open it there and save it as .xlsx or CSV"));
}

/// A message: nothing but fields from the first line to an empty one, some of them such as every message has.
/// To and Cc with nothing below are a list of people, copied from one.
bool isEmail(std::string_view bytes)
{
    constexpr size_t longest = 64 * 1024;
    int found = 0;
    bool isMessage = false;
    bool isBelow = false; // the header
    for (bytes = bytes.substr(0, longest); !bytes.empty();) {
        const size_t end = std::min(bytes.find('\n'), bytes.size());
        const QString line = QString::fromLatin1(bytes.data(), static_cast<qsizetype>(end)).remove(u'\r');
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
        if (line.trimmed().isEmpty()) {
            isBelow = true;
            continue;
        }
        const HeaderLine kind = headerLine(line);
        if (isBelow && kind != HeaderLine::recipients) {
            return found >= 2; // the text of a message
        }
        if (kind == HeaderLine::none) {
            return false;
        }
        found += kind != HeaderLine::any;
        isMessage = isMessage || kind == HeaderLine::usual;
    }
    return found >= 2 && isMessage;
}

} // namespace

QString foreignKind(const QByteArray &bytes)
{
    const std::string_view view(bytes.constData(), static_cast<size_t>(bytes.size()));
    if (view.starts_with("PK\x03\x04"sv) || view.starts_with("PK\x05\x06"sv)) {
        return zipKind(view);
    }
    if (view.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv)) {
        return containerKind(view);
    }
    for (const Magic &magic : magics) {
        if (view.starts_with(magic.start)) {
            return words(magic.what);
        }
    }
    if (isEmail(view)) {
        return words(QT_TRANSLATE_NOOP("import", "is an email, not a table of contacts"));
    }
    return {};
}

} // namespace crema::exchange
