// SPDX-License-Identifier: GPL-3.0-or-later
#include "contacts/personkeys.h"

#include "base/foldedline.h"
#include "base/keyhash.h"
#include "base/text.h"

namespace crema::contacts {

namespace {

// Apart from one another and from plain keys.
constexpr quint64 exactEmail = 1;
constexpr quint64 exactCompany = 2;
constexpr quint64 exactName = 3;
constexpr quint64 exactLoneName = 4;

/// Another hash for each salt.
qint64 salted(qint64 hash, quint64 salt)
{
    const quint64 mixed = (static_cast<quint64>(hash) ^ salt) * 0x9e3779b97f4a7c15U; // of the golden ratio
    return static_cast<qint64>(mixed ^ (mixed >> 32));
}

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

/// The name is the last of the keys, when it is a full one.
qint64 nameHash(const Contact &contact, const QVector<IdentityKey> &keys, const PersonKeys::Hashes &plain)
{
    const bool isKey = !keys.isEmpty() && keys.constLast().type == IdentityType::name;
    return isKey ? plain.last() : crema::keyHash(foldedLine(contact.name()));
}

/// Exact forms of the weak keys, which find the very same line however many share the key itself.
PersonKeys::Hashes exactHashes(const Contact &contact, const QVector<IdentityKey> &keys,
                               const PersonKeys::Hashes &plain)
{
    PersonKeys::Hashes hashes;
    const bool single = contact.positions.size() == 1; // its company is the one in the key
    for (qsizetype i = 0; i < keys.size(); ++i) {
        const IdentityKey &key = keys[i];
        if (key.type == IdentityType::email) {
            hashes.append(salted(salted(plain[i], exactEmail) ^ nameHash(contact, keys, plain), exactEmail));
        } else if (key.type == IdentityType::name) {
            hashes.append(withPoints(contact, salted(plain[i], exactName)));
        } else if (key.type == IdentityType::nameCompany) {
            const QStringView company = QStringView(key.text).sliced(key.text.indexOf(u'\n') + 1);
            for (const Position &position : contact.positions) {
                if (single || companyKey(position.company) == company) {
                    hashes.append(crema::keyHash(fold(position.title), salted(plain[i], exactCompany)));
                }
            }
        }
    }
    if (keys.isEmpty()) { // "Mom": nothing that tells two of them apart but the whole line
        const qint64 name = crema::keyHash(foldedLine(contact.name()));
        hashes.append(withPoints(contact, salted(name, exactLoneName)));
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
    exact = exactHashes(contact, keys, plain);
}

} // namespace crema::contacts
