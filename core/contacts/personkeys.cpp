// SPDX-License-Identifier: GPL-3.0-or-later
#include "contacts/personkeys.h"

#include "base/foldedline.h"
#include "base/keyhash.h"
#include "base/text.h"

namespace crema::contacts {

namespace {

// Apart from one another and from plain keys.
constexpr qint64 exactEmail = 1;
constexpr qint64 exactCompany = 2;
constexpr qint64 exactName = 3;
constexpr qint64 exactLoneName = 4;

/// With the addresses and telephones that the contact has.
qint64 withPoints(const Contact &contact, qint64 hash)
{
    for (const QVector<ContactPoint> *points : {&contact.addresses, &contact.phones}) {
        for (const ContactPoint &point : *points) {
            hash = crema::keyHash(fold(point.value), crema::keyHash(u"\n", hash));
        }
    }
    return hash;
}

/// The folded name is the last of the keys, when it is a full one.
QString foldedName(const Contact &contact, const QVector<IdentityKey> &keys)
{
    const bool isKey = !keys.isEmpty() && keys.constLast().type == IdentityType::name;
    return isKey ? keys.constLast().text : foldedLine(contact.name());
}

/// Exact forms of the weak keys, which find the very same line however many share the key itself.
PersonKeys::Hashes exactHashes(const Contact &contact, const QVector<IdentityKey> &keys)
{
    PersonKeys::Hashes hashes;
    const bool single = contact.positions.size() == 1; // its company is the one in the key
    for (const IdentityKey &key : keys) {
        if (key.type == IdentityType::email) {
            hashes.append(crema::keyHash(foldedName(contact, keys), crema::keyHash(key.text, exactEmail)));
        } else if (key.type == IdentityType::name) {
            hashes.append(withPoints(contact, crema::keyHash(key.text, exactName)));
        } else if (key.type == IdentityType::nameCompany) {
            const QStringView company = QStringView(key.text).sliced(key.text.indexOf(u'\n') + 1);
            for (const Position &position : contact.positions) {
                if (single || companyKey(position.company) == company) {
                    hashes.append(
                            crema::keyHash(fold(position.title), crema::keyHash(key.text, exactCompany)));
                }
            }
        }
    }
    if (keys.isEmpty()) { // "Mom": nothing that tells two of them apart but the whole line
        hashes.append(withPoints(contact, crema::keyHash(foldedLine(contact.name()), exactLoneName)));
    }
    return hashes;
}

} // namespace

PersonKeys::PersonKeys(const Contact &contact)
{
    const QVector<IdentityKey> keys = identityKeys(contact);
    for (const IdentityKey &key : keys) {
        plain.append(keyHash(key));
    }
    exact = exactHashes(contact, keys);
}

} // namespace crema::contacts
