// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRandomGenerator>
#include <QString>

#include <array>
#include <mutex>

namespace crema {

/// Makes record ids: 20 random characters of [A-Za-z0-9], the shape of Firestore's own. Thread-safe.
class IdSource
{
public:
    /// Ids from the system's secure generator.
    IdSource();
    /// The same ids on every run; for tests and for the reproducible demo.
    explicit IdSource(quint32 seed);
    using Seed = std::array<quint32, 8>;
    explicit IdSource(const Seed &seed);
    /// For a source of its own, where this one may be gone before the work is done.
    [[nodiscard]] Seed seedOfAnother();

    [[nodiscard]] QString next();
    /// `count` characters; short ids for the items of a list.
    [[nodiscard]] QString next(int count);

private:
    std::mutex m_mutex;
    QRandomGenerator m_generator;
};

/// True for what IdSource::next() makes; the ids of other programs ("1", a UUID) are not.
[[nodiscard]] bool isRecordId(QStringView text);

/// An id derived from words: the same words give the same id. For records that are made again from the same
/// source, as the sample people.
[[nodiscard]] QString stableId(QStringView words);

/// Ten characters derived from words, to tell the items of one list apart. Not a secure hash, but quick: an
/// import asks for half a million of them.
[[nodiscard]] QString itemId(QStringView words);
/// The same of words that keyHash() saw, perhaps part by part.
[[nodiscard]] QString itemIdOf(qint64 wordsHash);

} // namespace crema
