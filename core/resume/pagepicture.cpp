// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/pagepicture.h"

#include "resume/pdflibrary.h"

namespace crema::resume {

Result<PagePicture> pictureOfPage(const QByteArray &bytes, const QString &name, const QString &password,
                                  int page)
{
    const auto library = pdfLibrary();
    return library ? (*library)->drawnPage(bytes, name, password, page) : std::unexpected(library.error());
}

} // namespace crema::resume
