// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"
#include "store/wordindex.h"

#include <QVector>

#include <string>
#include <vector>

namespace crema::store {

/// The words of all live contacts in memory, notes included: answers each key press without touching the
/// disk, where ranking one- and two-letter prefixes in FTS5 is slow. About 200 bytes a contact with short
/// notes. Load it on a worker; queries are const and may run on several threads.
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
    /// So many contacts were read again that loading anew would make answers faster.
    [[nodiscard]] bool isWorn() const;

    /// Contacts in which every word of `text` begins a word of some field. The name weighs most, then
    /// company, email, title, school, place, tags, notes; a whole word more than the beginning of one.
    [[nodiscard]] Answer find(QStringView text, qsizetype limit) const;

    [[nodiscard]] qsizetype count() const;

private:
    struct Changed
    {
        qint64 rid = 0;
        std::string line;
    };

    [[nodiscard]] std::vector<uint16_t> scores(const std::vector<std::string> &words) const;

    WordIndex m_index;
    std::vector<qint64> m_rids; ///< of the rows of the index, ascending
    std::vector<bool> m_replaced; ///< rows that were read again or are gone
    qsizetype m_replacedCount = 0;
    std::vector<Changed> m_changed; ///< since loading, by rid
};

} // namespace crema::store
