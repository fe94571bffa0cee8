// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "resume/textextraction.h"

#include <QString>

namespace crema::resume {

/// The detail of the error for a PDF that is a scan.
inline constexpr QLatin1StringView noTextDetail("no text");

/// The text of a PDF; `name` is the file's name for the error's words.
[[nodiscard]] Result<ExtractedText> textOfPdf(const QByteArray &bytes, const QString &name,
                                              const QString &password);

} // namespace crema::resume
