// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>

#include <utility>
#include <vector>

namespace crema::contacts {

/// Who has a key, by the key's hash: a collision costs one comparison. Keeps a few people for each and no
/// block of memory of its own for any: an import has four keys a row.
class KeyIndex final
{
public:
    /// At most `most` people are kept for one hash.
    explicit KeyIndex(int most) : m_most(most) { }

    /// Adds a person who is not there yet, while there is room.
    void put(qint64 hash, qsizetype person)
    {
        int *next = &m_heads[hash].first;
        for (int count = 0; *next >= 0; ++count) {
            Entry &entry = m_entries[static_cast<size_t>(*next)];
            if (entry.person == person || count + 1 == m_most) {
                return;
            }
            next = &entry.next;
        }
        *next = static_cast<int>(m_entries.size()); // before the entries move
        m_entries.push_back({person, -1});
    }

    /// Calls `take(person)` for everybody with this hash, in the order they were put.
    template <typename Take>
    void forEach(qint64 hash, const Take &take) const
    {
        const auto head = m_heads.constFind(hash);
        for (int at = head == m_heads.cend() ? -1 : head->first; at >= 0;
             at = m_entries[static_cast<size_t>(at)].next) {
            take(m_entries[static_cast<size_t>(at)].person);
        }
    }

    /// True the first time.
    bool ask(qint64 hash) { return !std::exchange(m_heads[hash].asked, true); }

private:
    struct Head
    {
        int first = -1;
        bool asked = false;
    };
    struct Entry
    {
        qsizetype person = 0;
        int next = -1;
    };

    QHash<qint64, Head> m_heads;
    std::vector<Entry> m_entries;
    int m_most;
};

} // namespace crema::contacts
