// SPDX-License-Identifier: GPL-3.0-or-later
#include "contacts/personkeys.h"

#include "base/foldedline.h"
#include "base/text.h"

#include <QHashFunctions>

namespace crema::contacts {

namespace {

/// Exact forms of the weak keys, which find the very same line however many share the key itself.
PersonKeys::Hashes exactHashes(const Contact &contact, const QVector<IdentityKey> &keys)
{
    PersonKeys::Hashes hashes;
    const bool single = contact.positions.size() == 1; // its company is the one in the key
    for (const IdentityKey &key : keys) {
        if (key.type == IdentityType::email) {
            hashes.append(qHashMulti(size_t {1}, key.text, foldedLine(contact.name())));
        } else if (key.type == IdentityType::nameCompany) {
            const QStringView company = QStringView(key.text).sliced(key.text.indexOf(u'\n') + 1);
            for (const Position &position : contact.positions) {
                if (single || companyKey(position.company) == company) {
                    hashes.append(qHashMulti(size_t {2}, key.text, fold(position.title)));
                }
            }
        }
    }
    return hashes;
}

} // namespace

PersonKeys::PersonKeys(const Contact &contact)
    : identity(identityKeys(contact)), exact(exactHashes(contact, identity))
{
    for (const IdentityKey &key : identity) {
        plain.append(qHash(key));
    }
}

} // namespace crema::contacts
