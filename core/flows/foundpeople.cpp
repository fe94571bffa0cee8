// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/foundpeople.h"

#include "base/dates.h"
#include "contacts/identity.h"
#include "contacts/sameness.h"
#include "flows/jobkinds.h"
#include "store/mergereader.h"

namespace crema::flows {

Result<QString> knownContact(const store::Reader &reader, const FoundPerson &found)
{
    if (!found.contactId.isEmpty()) {
        const auto present = store::presentContact(reader.connection(), found.contactId);
        if (present && reader.contact(*present)) {
            return *present; // also when they were merged into another since
        }
    }
    for (const contacts::IdentityKey &key : contacts::identityKeys(found.person)) {
        if (key.type != contacts::IdentityType::linkedin && key.type != contacts::IdentityType::email) {
            continue;
        }
        const auto ids = reader.withKey(Kind::contact, recordKey(key));
        if (!ids) {
            return std::unexpected(ids.error());
        }
        for (const QString &id : *ids) {
            // Keys are kept as hashes, and an address alone with another name is not the same person.
            const auto contact = reader.contact(id);
            if (!contact && contact.error().kind != ErrorKind::notFound) {
                return std::unexpected(contact.error());
            }
            if (contact && contacts::compare(*contact, found.person).verdict == contacts::Verdict::same) {
                return id;
            }
        }
    }
    return QString();
}

Result<QString> knownContact(const Services &services, const FoundPerson &found)
{
    return knownContact(services.reader, found);
}

void createFound(store::Operation &operation, const Services &services, const FoundPerson &found,
                 const QString &contactId, const QString &runId)
{
    Contact contact = found.person;
    contact.id = contactId;
    contact.runId = runId;
    contact.createdAt = toStoredTime(services.clock.now());
    store::RecordCreate create {Kind::contact, contactId, toBody(contact), found.person.sources, {}};
    create.sources.remove({});
    operation.creates.push_back(std::move(create));
}

} // namespace crema::flows
