// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ids.h"

#include <QCryptographicHash>

namespace crema {

namespace {
constexpr char16_t alphabet[] = u"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
constexpr quint32 alphabetSize = 62;
} // namespace

IdSource::IdSource() : m_generator(QRandomGenerator::securelySeeded()) { }

IdSource::IdSource(quint32 seed) : m_generator(seed) { }

QString IdSource::next()
{
    return next(20);
}

QString IdSource::next(int count)
{
    const std::scoped_lock lock(m_mutex);
    QString id(count, Qt::Uninitialized);
    for (QChar &c : id) {
        c = QChar(alphabet[m_generator.bounded(alphabetSize)]);
    }
    return id;
}

QString stableId(QStringView words, int length)
{
    const QByteArray hash = QCryptographicHash::hash(words.toUtf8(), QCryptographicHash::Sha256);
    QString id;
    id.reserve(length);
    for (qsizetype i = 0; i < hash.size() && id.size() < length; ++i) {
        id += QChar(alphabet[static_cast<quint8>(hash[i]) % alphabetSize]);
    }
    return id;
}

} // namespace crema
