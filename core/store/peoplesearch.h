// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"

#include <QVector>

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace crema::store {

/// The words of the short fields of all live contacts in memory: answers each key press without touching the
/// disk, where ranking one- and two-letter prefixes in FTS5 is slow. About 200 bytes a contact. Load it on a
/// worker; queries are const and may run on several threads.
class PeopleSearch final
{
public:
    struct Hit
    {
        qint64 rid = 0;
        int score = 0;
    };
    struct Answer
    {
        QVector<Hit> best; ///< highest score first, then oldest contact first
        qsizetype matches = 0; ///< of all contacts
    };

    [[nodiscard]] static Result<PeopleSearch> load(Connection &connection);
    /// Reads one contact again after a change; one that is gone is forgotten.
    [[nodiscard]] Result<> refresh(Connection &connection, qint64 rid);

    /// Contacts in which every word of `text` begins a word of some field. The name weighs most, then
    /// company, email, title, school, place, tags.
    [[nodiscard]] Answer find(QStringView text, qsizetype limit) const;

    [[nodiscard]] qsizetype count() const { return static_cast<qsizetype>(m_rids.size() - m_dead); }

private:
    void append(qint64 rid, std::string_view words);
    void forget(qint64 rid);
    void compact();
    [[nodiscard]] std::string_view row(size_t index) const;

    std::string m_text; ///< one line a contact, as in contact_words
    std::vector<size_t> m_offsets;
    std::vector<qint64> m_rids; ///< 0 for a row that was replaced
    std::unordered_map<qint64, size_t> m_index;
    size_t m_dead = 0;
};

} // namespace crema::store
