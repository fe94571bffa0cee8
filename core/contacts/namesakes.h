// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contacts/incoming.h"
#include "contacts/keyindex.h"
#include "contacts/repeatedhashes.h"

namespace crema::contacts {

/// People of one file who have name and firm in common.
class Namesakes final
{
public:
    /// Both must outlive it; at most so many of one name and firm are looked at.
    Namesakes(const People &people, const RepeatedHashes &repeated, int most)
        : m_people(people), m_repeated(repeated), m_byKey(most)
    {
    }

    /// True when name and firm say of `known` that it is `person`, and as well that it is somebody else whom
    /// the file tells apart from that one: which of the two it is would be a guess.
    [[nodiscard]] bool areTwo(const Contact &known, const IncomingPerson &person);

private:
    void index();

    const People &m_people;
    const RepeatedHashes &m_repeated;
    KeyIndex m_byKey; ///< made when it is first asked: most files never need it
    bool m_isIndexed = false;
};

} // namespace crema::contacts
