// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ids.h"

#include "base/keyhash.h"

#include <QCryptographicHash>

#include <algorithm>

namespace crema {

namespace {
constexpr char16_t alphabet[] = u"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
constexpr quint32 alphabetSize = 62;
constexpr int idLength = 20;
constexpr int itemIdLength = 10;

} // namespace

IdSource::IdSource() : m_generator(QRandomGenerator::securelySeeded()) { }

IdSource::IdSource(quint32 seed) : m_generator(seed) { }

IdSource::IdSource(const Seed &seed) : m_generator(seed.begin(), seed.end()) { }

IdSource::Seed IdSource::seedOfAnother()
{
    const std::scoped_lock lock(m_mutex);
    Seed seed {};
    m_generator.generate(seed.begin(), seed.end());
    return seed;
}

QString IdSource::next()
{
    return next(idLength);
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

bool isRecordId(QStringView text)
{
    return text.size() == idLength
            && std::ranges::all_of(text, [](QChar c) { return QStringView(alphabet).contains(c); });
}

QString stableId(QStringView words)
{
    const QByteArray hash = QCryptographicHash::hash(words.toUtf8(), QCryptographicHash::Sha256);
    QString id(idLength, Qt::Uninitialized);
    std::ranges::transform(QByteArrayView(hash).first(idLength), id.begin(), [](char byte) {
        return QChar(alphabet[static_cast<quint8>(byte) % alphabetSize]);
    });
    return id;
}

QString itemId(QStringView words)
{
    return itemIdOf(keyHash(words));
}

QString itemIdOf(qint64 wordsHash)
{
    // FNV leaves neighbouring texts close together; the finalizer of MurmurHash3 drives them apart.
    auto hash = static_cast<quint64>(wordsHash);
    hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccdU;
    hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53U;
    hash ^= hash >> 33;
    QString id(itemIdLength, Qt::Uninitialized);
    for (QChar &c : id) {
        c = QChar(alphabet[hash % alphabetSize]);
        hash /= alphabetSize;
    }
    return id;
}

} // namespace crema
