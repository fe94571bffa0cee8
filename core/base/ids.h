// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRandomGenerator>
#include <QString>

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

    [[nodiscard]] QString next();
    /// `count` characters; short ids for the items of a list.
    [[nodiscard]] QString next(int count);

private:
    std::mutex m_mutex;
    QRandomGenerator m_generator;
};

/// An id derived from words: the same words give the same id. For the sample people and for list items that
/// are read again from the same file.
[[nodiscard]] QString stableId(QStringView words, int length = 20);

} // namespace crema
