// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/keyhash.h"

#include <QByteArray>

namespace crema {

qint64 keyHash(QStringView key, qint64 before)
{
    auto hash = static_cast<quint64>(before);
    const auto take = [&hash](unsigned char byte) { hash = (hash ^ byte) * 0x100000001b3U; };
    for (qsizetype i = 0; i < key.size(); ++i) {
        if (key[i].unicode() >= 0x80) { // from here on as UTF-8
            for (const char c : key.sliced(i).toUtf8()) {
                take(static_cast<unsigned char>(c));
            }
            break;
        }
        take(static_cast<unsigned char>(key[i].unicode()));
    }
    return static_cast<qint64>(hash);
}

} // namespace crema
