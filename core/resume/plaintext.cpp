// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/plaintext.h"

#include <QStringConverter>

#include <algorithm>
#include <array>

namespace crema::resume {

namespace {

// Windows-1252, 0x80 to 0x9F; the five unassigned bytes map to themselves.
constexpr std::array<char16_t, 32> upperControls {
        0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
};

QString fromWindows1252(QByteArrayView bytes)
{
    QString text;
    text.reserve(bytes.size());
    for (const char c : bytes) {
        const auto u = static_cast<unsigned char>(c);
        text += u >= 0x80 && u < 0xA0 ? QChar(upperControls[u - 0x80U]) : QChar(static_cast<char16_t>(u));
    }
    return text;
}

QStringConverter::Encoding wideEncoding(QByteArrayView bytes)
{
    const qsizetype length = std::min<qsizetype>(bytes.size() & ~qsizetype(1), 4096);
    qsizetype evenZeros = 0;
    qsizetype oddZeros = 0;
    for (qsizetype i = 0; i + 1 < length; i += 2) {
        evenZeros += bytes[i] == 0;
        oddZeros += bytes[i + 1] == 0;
    }
    return evenZeros > oddZeros ? QStringConverter::Utf16BE : QStringConverter::Utf16LE;
}

} // namespace

QString decodeText(QByteArrayView bytes)
{
    if (const auto marked = QStringConverter::encodingForData(bytes);
        marked && *marked != QStringConverter::Utf8) {
        return QStringDecoder(*marked).decode(bytes);
    }
    if (bytes.contains('\0')) {
        return QStringDecoder(wideEncoding(bytes)).decode(bytes);
    }
    QStringDecoder utf8(QStringConverter::Utf8);
    const QString text = utf8.decode(bytes);
    return utf8.hasError() ? fromWindows1252(bytes) : text;
}

} // namespace crema::resume
