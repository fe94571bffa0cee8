// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/keylookup.h"

#include "store/recordindex.h"
#include "store/schema.h"

namespace crema::store {

KeyLookup::KeyLookup(const Reader &reader, Kind kind)
    : m_select(reader.connection(),
               QByteArray("SELECT id FROM lookup JOIN ") + tableOf(kind).name
                       + " USING(rid) WHERE key=?1 AND kind=" + QByteArray::number(static_cast<int>(kind))
                       + " AND " + liveRows)
{
}

Result<QStringList> KeyLookup::idsOf(const QString &key)
{
    m_select.bind(1, keyHash(key));
    QStringList ids;
    while (m_select.step()) {
        ids << m_select.text(0);
    }
    const auto answer = m_select.failed() ? Result<QStringList>(std::unexpected(m_select.error())) : ids;
    m_select.reset();
    return answer;
}

} // namespace crema::store
