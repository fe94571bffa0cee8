// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/plaintext.h"

#include "base/encodings.h"

#include <QStringConverter>

#include <algorithm>

namespace crema::resume {

namespace {

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
    if (!utf8.hasError()) {
        return text;
    }
    const std::string_view old(bytes.data(), static_cast<size_t>(bytes.size()));
    const auto likely = likelyEncoding(old);
    return decoded(old, likely ? *likely : guessedEncoding(old)).value_or(fromWindows1252(old));
}

} // namespace crema::resume
