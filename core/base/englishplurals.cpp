// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/englishplurals.h"

using namespace Qt::StringLiterals;

namespace crema {

QString EnglishPlurals::translate(const char *, const char *sourceText, const char *, int n) const
{
    QString text = QString::fromUtf8(sourceText);
    if (n < 0 || (!text.contains("(s)"_L1) && !text.contains("%n"_L1))) {
        return {}; // the source text as it is
    }
    text.replace("%n"_L1, "%Ln"_L1); // Qt then writes the number as the locale does
    text.replace("person(s)"_L1, n == 1 ? "person"_L1 : "people"_L1);
    return text.replace("(s)"_L1, n == 1 ? ""_L1 : "s"_L1);
}

} // namespace crema
