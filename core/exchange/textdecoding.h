// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QString>

#include <string_view>

namespace crema::exchange {

enum class Encoding { utf8, utf16LittleEndian, utf16BigEndian, windows1252, macRoman };

/// The text of a file as UTF-8 without byte order mark, and what it was written in.
struct DecodedText
{
    QByteArray utf8;
    Encoding encoding = Encoding::utf8;

    [[nodiscard]] std::string_view view() const
    {
        return {utf8.constData(), static_cast<size_t>(utf8.size())};
    }
};

/// Decodes the bytes of a text file: byte order marks first, then UTF-16 without one (guessed by its zero
/// bytes), then UTF-8 (a few stray bytes in it are mended), Mac Roman where lines end as they did on old
/// Macs, else Windows-1252, in which every byte means something. UTF-8 is not copied. rejectedInput for an
/// empty file, for anything that is no text, and for old encodings of other scripts, whose letters would only
/// be guessed: the sentence names `fileName` (when given), says what the file seems to be and what to do.
[[nodiscard]] Result<DecodedText> decodeText(const QByteArray &bytes, const QString &fileName = {});

/// "UTF-8", "UTF-16", "Windows-1252": as it is shown to the user.
[[nodiscard]] QString encodingName(Encoding encoding);

/// True when the bytes are well-formed UTF-8 (no overlong forms, no surrogates; RFC 3629).
[[nodiscard]] bool isValidUtf8(std::string_view bytes);
/// Windows-1252 to text; the five bytes without a meaning there become U+FFFD.
[[nodiscard]] QString fromWindows1252(std::string_view bytes);

} // namespace crema::exchange
