// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/textdecoding.h"

namespace crema::exchange {

/// True when the bytes begin as a vCard file does, in any encoding that keeps ASCII.
[[nodiscard]] bool looksLikeVcards(const QByteArray &bytes);

/// The text of a vCard file that is not UTF-8 as a whole. Folded lines are joined before they are decoded
/// (programs fold between the bytes of one letter), then each property is decoded by its own CHARSET as
/// vCard 2.1 has it, one without by what `decodeText` finds for all of those together. rejectedInput as
/// there.
[[nodiscard]] Result<DecodedText> decodeVcards(const QByteArray &bytes, const QString &fileName,
                                               const DecodingWish &wish = {});

/// Text in a named character set; Windows-1252 when the name is unknown, empty or a Western one.
[[nodiscard]] QString fromCharset(std::string_view bytes, const QString &charset);

} // namespace crema::exchange
