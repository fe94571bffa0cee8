// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace Poppler {
class Document;
}

namespace crema::resume {

/// An open PDF.
struct PdfFile
{
    std::unique_ptr<Poppler::Document> document;
    bool isProtected = false; ///< it opens with the password only

    PdfFile();
    PdfFile(PdfFile &&) noexcept;
    PdfFile &operator=(PdfFile &&) noexcept;
    ~PdfFile();
};

/// Opens a PDF from memory; `name` is the file's name for the error's words. rejectedInput: damaged, without
/// pages, with too many of them, the password missing or wrong (see needsPassword).
[[nodiscard]] Result<PdfFile> openPdf(const QByteArray &bytes, const QString &name, const QString &password);

} // namespace crema::resume
