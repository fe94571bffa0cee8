// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ids.h"

#include <QCryptographicHash>

#include <algorithm>

namespace crema {

namespace {
constexpr char16_t alphabet[] = u"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
constexpr quint32 alphabetSize = 62;

// An import asks for half a million: making one for each would take as long as hashing.
QCryptographicHash &hasherOfThread()
{
    static thread_local QCryptographicHash hasher(QCryptographicHash::Sha256);
    return hasher;
}

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
    QCryptographicHash &hasher = hasherOfThread();
    hasher.reset();
    hasher.addData(words.toUtf8());
    const QByteArrayView hash = hasher.resultView();
    QString id(std::min<qsizetype>(length, hash.size()), Qt::Uninitialized);
    std::ranges::transform(hash.first(id.size()), id.begin(), [](char byte) {
        return QChar(alphabet[static_cast<quint8>(byte) % alphabetSize]);
    });
    return id;
}

} // namespace crema
