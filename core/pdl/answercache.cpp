// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdl/answercache.h"

#include "base/dates.h"
#include "base/log.h"
#include "base/paths.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace crema::pdl {

namespace {

constexpr qint64 maxFileBytes = 20'000'000;

QFileInfoList filesOf(const QString &folder)
{
    return QDir(folder).entryInfoList({u"*.answer"_s}, QDir::Files, QDir::Time | QDir::Reversed);
}

QByteArray hashOf(QByteArrayView bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(bytes);
    return hash.result().toHex();
}

} // namespace

QByteArray cacheKey(QByteArrayView server, QByteArrayView endpoint, QByteArrayView canonicalBody)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArrayView part : {server, endpoint, canonicalBody}) {
        hash.addData(part);
        hash.addData("\n");
    }
    return hash.result().toHex();
}

FileAnswerCache::FileAnswerCache(QString folder, const Clock &clock, qint64 maxBytes)
    : m_folder(std::move(folder)), m_clock(clock), m_maxBytes(maxBytes)
{
}

QString FileAnswerCache::pathOf(const QByteArray &key) const
{
    return m_folder + u'/' + QString::fromLatin1(key) + u".answer"_s;
}

// A file is: time, line end, SHA-256 of the rest, line end, the answer. The hash notices a file that was cut.
std::optional<QByteArray> FileAnswerCache::find(const QByteArray &key, std::chrono::seconds maxAge)
{
    const auto bytes = readFile(pathOf(key), maxFileBytes);
    if (!bytes) {
        return std::nullopt;
    }
    const qsizetype first = bytes->indexOf('\n');
    const qsizetype second = bytes->indexOf('\n', first + 1);
    if (first < 0 || second < 0) {
        return std::nullopt;
    }
    const QByteArray answer = bytes->mid(second + 1);
    const QDateTime at = fromStoredTime(QString::fromLatin1(bytes->left(first)));
    const qint64 age = at.isValid() ? at.secsTo(m_clock.now()) : -1;
    // From the future: the clock was set back, and nobody knows how old it is.
    const bool old = maxAge != anyAge && (age < 0 || age >= maxAge.count());
    if (old || bytes->mid(first + 1, second - first - 1) != hashOf(answer)) {
        return std::nullopt;
    }
    return answer;
}

void FileAnswerCache::keep(const QByteArray &key, const QByteArray &answer)
{
    if (answer.size() > m_maxBytes / 4 || !QDir().mkpath(m_folder)) {
        return;
    }
    const QByteArray bytes = toStoredTime(m_clock.now()).toLatin1() + '\n' + hashOf(answer) + '\n' + answer;
    if (const auto written = writeFile(pathOf(key), bytes); !written) {
        qCWarning(logCrema) << "An answer could not be cached:" << written.error().text;
        return;
    }
    // A replaced file counts twice until the next count: that only makes room early.
    m_bytes = m_bytes < 0 ? m_maxBytes + 1 : m_bytes + bytes.size();
    if (m_bytes > m_maxBytes) {
        makeRoom();
    }
}

void FileAnswerCache::makeRoom()
{
    const QFileInfoList files = filesOf(m_folder);
    m_bytes = 0;
    for (const QFileInfo &file : files) {
        m_bytes += file.size();
    }
    const qint64 wanted = m_bytes > m_maxBytes ? m_maxBytes * 3 / 4 : m_bytes;
    for (const QFileInfo &file : files) { // the oldest first
        if (m_bytes <= wanted) {
            return;
        }
        m_bytes -= QFile::remove(file.filePath()) ? file.size() : 0;
    }
}

void FileAnswerCache::forget(const QByteArray &key)
{
    QFile::remove(pathOf(key));
}

void FileAnswerCache::clear()
{
    for (const QFileInfo &file : filesOf(m_folder)) {
        QFile::remove(file.filePath());
    }
    m_bytes = -1;
}

} // namespace crema::pdl
