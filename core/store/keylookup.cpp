// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/keylookup.h"

#include "store/recordindex.h"
#include "store/schema.h"

#include <algorithm>

namespace crema::store {

namespace {

/// From so many questions on, reading all hashes once costs less.
constexpr int questionsBeforeReading = 1000;

} // namespace

KeyLookup::KeyLookup(const Reader &reader, Kind kind)
    : m_connection(reader.connection()), m_kind(kind),
      m_select(reader.connection(),
               QByteArray("SELECT id FROM lookup JOIN ") + tableOf(kind).name
                       + " USING(rid) WHERE key=?1 AND kind=" + QByteArray::number(static_cast<int>(kind))
                       + " AND " + liveRows)
{
}

Result<QStringList> KeyLookup::idsOf(const QString &key)
{
    return idsOf(keyHash(key));
}

Result<QStringList> KeyLookup::idsOf(qint64 hash)
{
    if (!mayBeThere(hash)) {
        return QStringList();
    }
    m_select.bind(1, hash);
    QStringList ids;
    while (m_select.step()) {
        ids << m_select.text(0);
    }
    const auto answer = m_select.failed() ? Result<QStringList>(std::unexpected(m_select.error())) : ids;
    m_select.reset();
    return answer;
}

bool KeyLookup::mayBeThere(qint64 hash)
{
    if (m_hashes) {
        return std::ranges::binary_search(*m_hashes, hash);
    }
    if (++m_asked < questionsBeforeReading) {
        return true;
    }
    Statement select(m_connection, "SELECT key FROM lookup WHERE kind=?1"); // walks the primary key: in order
    select.bind(1, static_cast<int>(m_kind));
    std::vector<qint64> hashes;
    while (select.step()) {
        hashes.push_back(select.integer(0));
    }
    if (select.failed()) {
        m_asked = 0; // the single questions say what is wrong
        return true;
    }
    std::ranges::sort(hashes);
    m_hashes = std::move(hashes);
    return std::ranges::binary_search(*m_hashes, hash);
}

} // namespace crema::store
