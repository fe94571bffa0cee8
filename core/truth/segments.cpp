// SPDX-License-Identifier: GPL-3.0-or-later
#include "truth/segments.h"

namespace crema::truth {

namespace {

bool separates(QStringView text, qsizetype at)
{
    switch (text[at].unicode()) {
    case u',':
    case u';':
    case u'|':
    case u'/':
    case u'(':
    case u')':
    case u'·':
    case u'•':
    case u'、':
    case u'，':
    case u'–':
    case u'—':
    case u'\n':
        return true;
    case u'-':
        return at > 0 && at + 1 < text.size() && text[at - 1].isSpace() && text[at + 1].isSpace();
    default:
        return false;
    }
}

} // namespace

QList<QStringView> segmentsOf(QStringView text)
{
    QList<QStringView> segments;
    qsizetype start = 0;
    for (qsizetype at = 0; at <= text.size(); ++at) {
        if (at == text.size() || separates(text, at)) {
            const QStringView segment = text.sliced(start, at - start).trimmed();
            if (!segment.isEmpty()) {
                segments << segment;
            }
            start = at + 1;
        }
    }
    return segments;
}

} // namespace crema::truth
