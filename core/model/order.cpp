// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/order.h"

namespace crema {

namespace {

constexpr int base = 36;

int digitAt(const QString &text, qsizetype i, int fallback)
{
    if (i >= text.size()) {
        return fallback;
    }
    const char16_t c = text[i].unicode();
    return c <= u'9' ? c - u'0' : c - u'a' + 10;
}

QChar digit(int value)
{
    return QChar(static_cast<char16_t>(value < 10 ? u'0' + value : u'a' + value - 10));
}

} // namespace

QString positionBetween(const QString &before, const QString &after)
{
    QString position;
    bool open = after.isEmpty();
    for (qsizetype i = 0;; ++i) {
        const int low = digitAt(before, i, 0);
        const int high = open ? base : digitAt(after, i, base);
        if (high - low > 1) {
            // At the end of a list small steps keep positions short: appending is the usual case.
            const int step = open && i < 2 && i >= 1 ? 1 : (high - low) / 2;
            return position + digit(low + step);
        }
        position += digit(low);
        open = open || low < high;
    }
}

} // namespace crema
