// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "resume/pagelayout.h"
#include "resume/pagepicture.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace crema::resume {

/// The detail of the error for a PDF whose password is missing or wrong.
inline constexpr QLatin1StringView passwordDetail("password");

/// A page of a PDF as the file has it.
struct PdfPage
{
    bool isReadable = false;
    std::vector<PageWord> words {};
    std::vector<PageLink> links {};
};

struct PdfPages
{
    std::vector<PdfPage> pages;
    bool isProtected = false; ///< the document opens with the password only
};

/// What poppler does for us. It stands in a library of its own, `resume-pdf`, since fourteen system libraries
/// come with it (see base/loadedlibrary.h). Both fail as openPdf does.
struct PdfLibrary
{
    Result<PdfPages> (*pagesOf)(const QByteArray &bytes, const QString &name, const QString &password);
    Result<PagePicture> (*drawnPage)(const QByteArray &bytes, const QString &name, const QString &password,
                                     int page);
};

/// Loads it. Thread-safe.
[[nodiscard]] Result<const PdfLibrary *> pdfLibrary();

/// A page (from 0) as a picture: inside the library.
[[nodiscard]] Result<PagePicture> drawnPage(const QByteArray &bytes, const QString &name,
                                            const QString &password, int page);

} // namespace crema::resume
