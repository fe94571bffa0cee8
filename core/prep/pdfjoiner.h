// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "prep/joinpdf.h"

namespace crema::prep {

/// joinedPdf as qpdf does it. It stands in a library of its own, `prep-join`, since seven system libraries
/// come with it (see base/loadedlibrary.h); `cremaPrepJoin` gives it.
using PdfJoiner = Result<QByteArray>(const QVector<NamedPdf> &documents);

} // namespace crema::prep
