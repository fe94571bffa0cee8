// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/recordindex.h"

#include <QHash>
#include <QStringList>

namespace crema::store {

/// Collects what a check finds; of many problems of one sort the first ones are told and the rest counted.
class Problems final
{
public:
    void add(const char *sort, const QString &sentence);
    /// What a statement could not read is a problem as well.
    void addFailure(const Statement &statement);
    [[nodiscard]] bool isEmpty() const { return m_sentences.isEmpty(); }
    [[nodiscard]] QStringList sentences() const;

private:
    QStringList m_sentences;
    QHash<QByteArray, int> m_counts;
};

/// Every body can be read, and the columns, keys and words made of it are those that are stored. Without
/// `keysOf` the keys are not compared.
void checkRecords(Connection &connection, const KeysOf &keysOf, Problems &problems);
/// Nothing is stored about records that are not there; operations, devices and history fit together.
void checkHistory(Connection &connection, Problems &problems);
/// Postings add up, balances are the sums of their entries, nothing is set aside for jobs that ended, jobs
/// can be read.
void checkLedger(Connection &connection, Problems &problems);
/// The full-text index agrees with its own content; works on a copy, since SQLite asks for writing.
void checkFulltext(Connection &connection, Problems &problems);

} // namespace crema::store
