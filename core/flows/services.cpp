// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/services.h"

#include "contacts/identity.h"
#include "flows/jobkinds.h"
#include "model/contact.h"
#include "store/recordindex.h"

namespace crema::flows {

void addJobKinds(Services &services)
{
    services.jobs.add(findJob(services));
    services.jobs.add(paidFindJob(services));
    services.jobs.add(writeJob(services));
    services.jobs.add(modelWriteJob(services));
    services.jobs.add(prepJob(services));
    services.jobs.add(pushJob(services));
}

QString addingPeople()
{
    return QStringLiteral("adding people");
}

QString recordKey(const contacts::IdentityKey &key)
{
    return contacts::identityTypeName(key.type) + QLatin1Char(':') + key.text;
}

QStringList recordKeys(Kind kind, const QString &id, const Json &body)
{
    QStringList keys;
    if (kind == Kind::contact) {
        for (const contacts::IdentityKey &key : contacts::identityKeys(contactFrom(id, body))) {
            keys << recordKey(key);
        }
    }
    return keys;
}

} // namespace crema::flows
