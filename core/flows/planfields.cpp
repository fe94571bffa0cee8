// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/planfields.h"

using namespace Qt::StringLiterals;

namespace crema::flows {

const QStringList &freeRunFields()
{
    static const QStringList fields {u"firstName"_s, u"lastName"_s, u"linkedinUrl"_s, u"email"_s,
                                     u"jobTitle"_s,  u"company"_s,  u"city"_s,        u"state"_s,
                                     u"college"_s,   u"hometown"_s};
    return fields;
}

Contact keptByPlan(const Contact &person, Plan plan)
{
    if (plan == Plan::pro) {
        return person;
    }
    Contact kept;
    kept.id = person.id;
    kept.firstName = person.firstName;
    kept.lastName = person.lastName;
    kept.addresses = person.addresses.mid(0, 1);
    for (const ContactPoint &link : person.links) {
        if (link.kind == "linkedin"_L1) {
            kept.links << link;
        }
    }
    kept.positions = person.positions.mid(0, 1);
    kept.schools = person.schools.mid(0, 1);
    kept.city = person.city;
    kept.state = person.state;
    kept.hometown = person.hometown;
    kept.sample = person.sample;
    // The vendor's id recognises the person again; it says nothing about them.
    if (person.extra.is_object() && person.extra.contains("pdlId")) {
        kept.extra["pdlId"] = person.extra["pdlId"];
    }
    for (const QString &field : {u"firstName"_s, u"lastName"_s, u"addresses"_s, u"links"_s, u"positions"_s,
                                 u"schools"_s, u"city"_s, u"state"_s, u"hometown"_s}) {
        if (person.sources.contains(field)) {
            kept.sources.insert(field, person.sources.value(field));
        }
    }
    return kept;
}

} // namespace crema::flows
