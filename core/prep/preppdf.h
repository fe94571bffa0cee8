// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "model/prep.h"
#include "prep/pageframe.h"

#include <QByteArray>

namespace crema::prep {

struct PrepPdfOptions
{
    Paper paper = Paper::letter;
    QString author; ///< the user's name, for the document's metadata; may be empty
};

/// The prep as a PDF of one or two pages: text that can be selected, links that click, title and author set.
/// The same prep gives the same text in the same places. May run on any thread of a QGuiApplication.
[[nodiscard]] Result<QByteArray> renderPdf(const Prep &prep, const PrepPdfOptions &options);

} // namespace crema::prep
