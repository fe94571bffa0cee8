// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QString>

#include <string_view>

namespace crema::exchange {

/// Why the letters of a text should be looked at.
enum class Doubt {
    none,
    guessed, ///< the file does not say its encoding and nobody did
    mended, ///< a few bytes were not UTF-8 as all others, and were taken for Windows-1252
    alsoUtf8, ///< read as the user says, but it would be UTF-8 as well
};

/// The text of a file as UTF-8 without byte order mark, and what it was written in.
struct DecodedText
{
    QByteArray utf8;
    QString encoding = QStringLiteral("UTF-8"); ///< as it is shown to the user
    Doubt doubt = Doubt::none;

    [[nodiscard]] std::string_view view() const
    {
        return {utf8.constData(), static_cast<size_t>(utf8.size())};
    }
};

/// How to read bytes that do not say themselves what they mean.
struct DecodingWish
{
    QString encoding; ///< what the user says it is, as `crema::decoded` has it; empty to find out
    bool guess = false; ///< where it cannot be found out, rather a guess than none: the user looks at it
};

/// Decodes the bytes of a text file: byte order marks first, then what the user says, then UTF-16 without a
/// mark (by its zero bytes), UTF-8 (a few stray bytes in it are mended), else what its words look like. UTF-8
/// is not copied. rejectedInput for an empty file, for anything that is no text, for an encoding that does
/// not exist or that the bytes are not of, and for old encodings whose letters would only be guessed: the
/// sentence names `fileName` (when given), says what the file seems to be and what to do.
[[nodiscard]] Result<DecodedText> decodeText(const QByteArray &bytes, const QString &fileName = {},
                                             const DecodingWish &wish = {});

/// True when the bytes are well-formed UTF-8 (no overlong forms, no surrogates; RFC 3629).
[[nodiscard]] bool isValidUtf8(std::string_view bytes);

} // namespace crema::exchange
