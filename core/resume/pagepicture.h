// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QString>

namespace crema::resume {

/// A page of a PDF as a grey picture, for text recognition.
struct PagePicture
{
    QByteArray image; ///< PGM
    double pointsPerPixel = 0;
    int dotsPerInch = 0;
    int pageCount = 0; ///< of the whole document
    bool isProtected = false; ///< the document opens with the password only
};

/// Draws a page (from 0), in memory. Fails as openPdf does. Thread-safe.
[[nodiscard]] Result<PagePicture> pictureOfPage(const QByteArray &bytes, const QString &name,
                                                const QString &password, int page);

} // namespace crema::resume
