// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/headertext.h"

#include "mail/encodedwords.h"
#include "mail/gobject.h"

namespace crema::mail {

QString headerWords(const QString &value)
{
    initLibrary();
    const OwnedText unfolded(g_mime_utils_header_unfold(readableWords(value.toUtf8()).constData()));
    const OwnedText text(g_mime_utils_header_decode_text(nullptr, unfolded.get()));
    return QString::fromUtf8(text.get()).trimmed();
}

} // namespace crema::mail
