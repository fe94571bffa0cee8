// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "resume/docxparts.h"
#include "resume/textextraction.h"

namespace crema::resume {

/// The text of a DOCX: headers, body, footers; a paragraph is a line, list items begin with "• ", the cells
/// of a table row are parted by '\t' (cells of several paragraphs follow one another). Deleted text, field
/// codes, unfilled placeholders and the second copy of text boxes are left out.
[[nodiscard]] Result<ExtractedText> textOfDocx(const QByteArray &bytes, const QString &name);

} // namespace crema::resume
