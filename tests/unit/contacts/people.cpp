// SPDX-License-Identifier: GPL-3.0-or-later
#include "people.h"

#include "base/text.h"

using namespace Qt::StringLiterals;
using namespace crema;

namespace {

void setField(Contact &contact, const QString &key, const QString &value)
{
    if (key == "email"_L1) {
        addPoint(contact.addresses, {}, value);
    } else if (key == "phone"_L1) {
        addPoint(contact.phones, {}, value);
    } else if (key == "linkedin"_L1) {
        addPoint(contact.links, u"linkedin"_s, u"https://www.linkedin.com/in/"_s + value);
    } else if (key == "company"_L1) {
        addPosition(contact.positions, {{}, {}, value, {}, {}, {}});
    } else if (key == "title"_L1) {
        contact.positions.isEmpty() ? void(addPosition(contact.positions, {{}, {}, {}, value, {}, {}}))
                                    : void(contact.positions.last().title = value);
    } else if (key == "school"_L1) {
        addSchool(contact.schools, {{}, {}, value, {}, {}, {}, {}});
    } else if (key == "city"_L1) {
        contact.city = value;
    } else if (key == "country"_L1) {
        contact.country = value;
    } else if (key == "location"_L1) {
        contact.location = value;
    } else if (key == "notes"_L1) {
        contact.notes = value;
    } else if (key == "id"_L1) {
        contact.id = value;
    } else if (key == "sample"_L1) {
        contact.sample = true;
    } else {
        qFatal("no such field: %s", qPrintable(key));
    }
}

} // namespace

Contact person(const QString &line)
{
    Contact contact;
    const QStringList parts = line.split(u'|');
    const QString name = parts.constFirst().trimmed();
    const auto blank = name.lastIndexOf(u' ');
    contact.firstName = blank < 0 ? name : name.left(blank);
    contact.lastName = blank < 0 ? QString() : name.sliced(blank + 1);
    for (const QString &part : parts.sliced(1)) {
        const auto equals = part.indexOf(u'=');
        setField(contact, part.left(equals).trimmed(), part.sliced(equals + 1).trimmed());
    }
    return contact;
}

void Directory::add(const Contact &contact)
{
    contacts.insert(contact.id, contact);
    for (const auto &key : contacts::identityKeys(contact)) {
        m_ids.insert(contacts::keyHash(key), contact.id);
    }
}

contacts::ExistingLookup Directory::lookup()
{
    return {
            [this](qint64 key) {
                ++asked[key];
                return m_ids.values(key);
            },
            [this](const QString &name, int most) {
                QVector<QString> ids;
                for (const Contact &contact : std::as_const(contacts)) {
                    const QString shown = contact.name().isEmpty() ? contact.email() : contact.name();
                    if (fold(shown) == name && ids.size() < most) {
                        ids << contact.id;
                    }
                }
                return ids;
            },
            [this](const QString &id) -> std::optional<Contact> {
                ++loads;
                const auto found = contacts.constFind(id);
                return found == contacts.constEnd() ? std::nullopt : std::optional(*found);
            },
            [this](const QString &id, const QString &notes) -> std::optional<bool> {
                const bool tookOut = takenOut.contains(id, notes);
                return tookOut || isHistoryWhole ? std::optional(tookOut) : std::nullopt;
            },
    };
}

contacts::People rows(const QStringList &lines)
{
    contacts::People people;
    int row = 1;
    for (const QString &line : lines) {
        people.push_back(std::make_unique<contacts::IncomingPerson>(person(line), ++row));
    }
    return people;
}
