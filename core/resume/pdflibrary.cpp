// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/pdflibrary.h"

#include "base/loadedlibrary.h"

using namespace Qt::StringLiterals;

namespace crema::resume {

Result<const PdfLibrary *> pdfLibrary()
{
    const auto entry = loadedFunction(u"resume-pdf"_s, "cremaResumePdf");
    if (!entry) {
        return std::unexpected(entry.error());
    }
    return reinterpret_cast<const PdfLibrary *(*)()>(*entry)();
}

} // namespace crema::resume
