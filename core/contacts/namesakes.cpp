// SPDX-License-Identifier: GPL-3.0-or-later
#include "contacts/namesakes.h"

#include "contacts/sameness.h"

namespace crema::contacts {

void Namesakes::index()
{
    m_isIndexed = true;
    for (size_t row = 0; row < m_people.size(); ++row) {
        if (!m_people[row]) {
            continue; // was given out: shares no key with anybody
        }
        const IncomingPerson &person = *m_people[row];
        const PersonKeys keys = person.keys ? *person.keys : PersonKeys(person.contact);
        for (const qint64 hash : keys.plain) {
            if (m_repeated.contains(hash)) {
                m_byKey.put(hash, static_cast<qsizetype>(row));
            }
        }
    }
}

bool Namesakes::areTwo(const Contact &known, const IncomingPerson &person)
{
    if (!m_isIndexed) {
        index();
    }
    bool two = false;
    for (const IdentityKey &key : identityKeys(person.contact)) {
        if (key.type != IdentityType::nameCompany) {
            continue;
        }
        m_byKey.forEach(keyHash(key), [&](qsizetype row) {
            const Contact &other = m_people[static_cast<size_t>(row)]->contact;
            const Sameness same = compare(known, other);
            two = two
                    || (same.verdict == Verdict::same && same.by == IdentityType::nameCompany
                        && compare(person.contact, other).verdict == Verdict::possible);
        });
    }
    return two;
}

} // namespace crema::contacts
