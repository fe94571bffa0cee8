// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdl/person.h"

#include "pdl/casing.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::pdl {

namespace {

Source sourceOf(const Person &person, const QString &field, const QString &at)
{
    Source source;
    source.kind = SourceKind::vendor;
    source.recordId = person.id;
    source.field = field;
    source.label = u"People Data Labs"_s;
    source.at = person.dates.value(field, at);
    return source;
}

/// Our word for an address's kind.
QString contactKind(const QString &kind)
{
    return kind == "formerWork"_L1 ? u"former work"_s : kind;
}

void addLists(const Person &person, Contact &contact)
{
    for (const Email &email : person.emails) {
        if (email.kind == "disposable"_L1) {
            continue; // reaches nobody
        }
        addPoint(contact.addresses, contactKind(email.kind), email.address);
    }
    for (const QString &phone : person.phones) {
        addPoint(contact.phones, {}, phone);
    }
    if (!person.linkedinUrl.isEmpty()) {
        addPoint(contact.links, u"linkedin"_s, person.linkedinUrl);
    }
    for (const QString &link : person.links) {
        addPoint(contact.links, u"website"_s, link);
    }
    for (const Job &job : person.jobs) {
        addPosition(contact.positions, {{}, {}, job.company, job.title, job.from.left(7), job.to.left(7)});
    }
    for (const Schooling &schooling : person.schools) {
        addSchool(contact.schools,
                  {{},
                   {},
                   schooling.name,
                   properTitle(schooling.degrees.value(0)),
                   properTitle(schooling.majors.join(u", "_s)),
                   schooling.from.left(7),
                   schooling.to.left(7)});
    }
}

} // namespace

const Email *Person::bestEmail() const
{
    // The list is ordered; a disposable address reaches nobody.
    const auto found = std::ranges::find_if(emails,
                                            [](const Email &email) { return email.kind != "disposable"_L1; });
    return found == emails.end() ? nullptr : &*found;
}

Contact contactFrom(const Person &person, const QString &at)
{
    Contact contact;
    contact.firstName = person.firstName;
    contact.lastName = person.lastName;
    addLists(person, contact);
    contact.headline = person.headline;
    contact.industry = person.industry;
    contact.location = person.location;
    contact.city = person.city;
    contact.state = person.state;
    contact.country = person.country;
    for (const QString &field :
         {u"firstName"_s, u"lastName"_s, u"addresses"_s, u"phones"_s, u"links"_s, u"positions"_s,
          u"schools"_s, u"headline"_s, u"industry"_s, u"location"_s, u"city"_s, u"state"_s, u"country"_s}) {
        contact.sources.insert(field, sourceOf(person, field, at));
    }
    const QString place = person.dates.value(u"location"_s);
    for (const QString &field : {u"city"_s, u"state"_s, u"country"_s}) {
        contact.sources[field].at = place.isEmpty() ? at : place;
    }
    return contact;
}

} // namespace crema::pdl
