// SPDX-License-Identifier: GPL-3.0-or-later
#include "prep/joinpdf.h"

#include "base/loadedlibrary.h"
#include "prep/pdfjoiner.h"

using namespace Qt::StringLiterals;

namespace crema::prep {

Result<QByteArray> joinedPdf(const QVector<NamedPdf> &documents)
{
    const auto entry = loadedFunction(u"prep-join"_s, "cremaPrepJoin");
    if (!entry) {
        return std::unexpected(entry.error());
    }
    return reinterpret_cast<PdfJoiner *(*)()>(*entry)()(documents);
}

} // namespace crema::prep
