// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/contactcolumns.h"

#include "contacts/typedfield.h"

#include <QCoreApplication>

#include <array>
#include <string_view>

using namespace Qt::StringLiterals;

namespace crema::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(crema::ui::ContactColumns)
};

struct FieldEntry
{
    std::string_view field;
    const char *words;
};

constexpr std::array fieldEntries {
        FieldEntry {"firstName", QT_TRANSLATE_NOOP("crema::ui::ContactColumns", "First name")},
        FieldEntry {"lastName", QT_TRANSLATE_NOOP("crema::ui::ContactColumns", "Last name")},
        FieldEntry {"email", QT_TRANSLATE_NOOP("crema::ui::ContactColumns", "Email")},
        FieldEntry {"phone", QT_TRANSLATE_NOOP("crema::ui::ContactColumns", "Phone")},
        FieldEntry {"linkedinUrl", QT_TRANSLATE_NOOP("crema::ui::ContactColumns", "LinkedIn")},
        FieldEntry {"company", QT_TRANSLATE_NOOP("crema::ui::ContactColumns", "Company")},
        FieldEntry {"jobTitle", QT_TRANSLATE_NOOP("crema::ui::ContactColumns", "Title")},
        FieldEntry {"college", QT_TRANSLATE_NOOP("crema::ui::ContactColumns", "School")},
        FieldEntry {"degree", QT_TRANSLATE_NOOP("crema::ui::ContactColumns", "Degree")},
        FieldEntry {"studyField", QT_TRANSLATE_NOOP("crema::ui::ContactColumns", "Field of study")},
        FieldEntry {"headline", QT_TRANSLATE_NOOP("crema::ui::ContactColumns", "Headline")},
        FieldEntry {"industry", QT_TRANSLATE_NOOP("crema::ui::ContactColumns", "Industry")},
        FieldEntry {"location", QT_TRANSLATE_NOOP("crema::ui::ContactColumns", "Location")},
        FieldEntry {"city", QT_TRANSLATE_NOOP("crema::ui::ContactColumns", "City")},
        FieldEntry {"state", QT_TRANSLATE_NOOP("crema::ui::ContactColumns", "State")},
        FieldEntry {"country", QT_TRANSLATE_NOOP("crema::ui::ContactColumns", "Country")},
        FieldEntry {"hometown", QT_TRANSLATE_NOOP("crema::ui::ContactColumns", "Hometown")},
        FieldEntry {"status", QT_TRANSLATE_NOOP("crema::ui::ContactColumns", "Status")},
        FieldEntry {"tags", QT_TRANSLATE_NOOP("crema::ui::ContactColumns", "Tags")},
        FieldEntry {"notes", QT_TRANSLATE_NOOP("crema::ui::ContactColumns", "Notes")},
        FieldEntry {"howMet", QT_TRANSLATE_NOOP("crema::ui::ContactColumns", "How you met")},
        FieldEntry {"introducedBy", QT_TRANSLATE_NOOP("crema::ui::ContactColumns", "Introduced by")},
        FieldEntry {"nextAction", QT_TRANSLATE_NOOP("crema::ui::ContactColumns", "Next action")},
        FieldEntry {"nextActionDate", QT_TRANSLATE_NOOP("crema::ui::ContactColumns", "Due")},
        FieldEntry {"firstContactDate", QT_TRANSLATE_NOOP("crema::ui::ContactColumns", "First contact")},
        FieldEntry {"lastContactDate", QT_TRANSLATE_NOOP("crema::ui::ContactColumns", "Last contact")},
        FieldEntry {"connectedOn", QT_TRANSLATE_NOOP("crema::ui::ContactColumns", "Connected on")},
        FieldEntry {"addresses", QT_TRANSLATE_NOOP("crema::ui::ContactColumns", "Email")},
        FieldEntry {"phones", QT_TRANSLATE_NOOP("crema::ui::ContactColumns", "Phone")},
        FieldEntry {"links", QT_TRANSLATE_NOOP("crema::ui::ContactColumns", "Link")},
        FieldEntry {"positions", QT_TRANSLATE_NOOP("crema::ui::ContactColumns", "Position")},
        FieldEntry {"schools", QT_TRANSLATE_NOOP("crema::ui::ContactColumns", "School")},
};

} // namespace

const ContactColumnSpec &specOf(ContactColumn column)
{
    using C = ContactColumn;
    using S = store::PeopleSort;
    static const std::array<ContactColumnSpec, contactColumnCount> specs {
            ContactColumnSpec {C::name, Words::tr("Name"), S::name, {}, 210},
            ContactColumnSpec {C::title, Words::tr("Title"), S::jobTitle, u"jobTitle"_s, 190},
            ContactColumnSpec {C::company, Words::tr("Company"), S::company, u"company"_s, 150},
            ContactColumnSpec {C::email, Words::tr("Email"), S::email, u"email"_s, 200},
            ContactColumnSpec {C::status, Words::tr("Status"), S::status, u"status"_s, 136},
            ContactColumnSpec {C::school, Words::tr("School"), S::college, u"college"_s, 190},
            ContactColumnSpec {C::location, Words::tr("Location"), S::place, u"location"_s, 150},
            ContactColumnSpec {C::due, Words::tr("Due"), S::dueDate, u"nextActionDate"_s, 100},
            ContactColumnSpec {C::added, Words::tr("Added"), S::added, {}, 100},
            ContactColumnSpec {C::firstName, Words::tr("First name"), S::firstName, u"firstName"_s, 120},
            ContactColumnSpec {C::lastName, Words::tr("Last name"), S::lastName, u"lastName"_s, 140},
            ContactColumnSpec {C::phone, Words::tr("Phone"), S::phone, u"phone"_s, 140},
            ContactColumnSpec {C::linkedin, Words::tr("LinkedIn"), S::linkedin, u"linkedinUrl"_s, 220},
            ContactColumnSpec {C::headline, Words::tr("Headline"), S::headline, u"headline"_s, 220},
            ContactColumnSpec {C::industry, Words::tr("Industry"), S::industry, u"industry"_s, 150},
            ContactColumnSpec {C::degree, Words::tr("Degree"), S::degree, u"degree"_s, 110},
            ContactColumnSpec {C::studyField, Words::tr("Field of study"), S::studyField, u"studyField"_s,
                               150},
            ContactColumnSpec {C::city, Words::tr("City"), S::city, u"city"_s, 120},
            ContactColumnSpec {C::state, Words::tr("State"), S::state, u"state"_s, 100},
            ContactColumnSpec {C::country, Words::tr("Country"), S::country, u"country"_s, 120},
            ContactColumnSpec {C::hometown, Words::tr("Hometown"), S::hometown, u"hometown"_s, 130},
            ContactColumnSpec {C::tags, Words::tr("Tags"), S::tags, u"tags"_s, 160},
            ContactColumnSpec {C::nextAction, Words::tr("Next action"), S::nextAction, u"nextAction"_s, 180},
            ContactColumnSpec {C::firstContact, Words::tr("First contact"), S::firstContact,
                               u"firstContactDate"_s, 110},
            ContactColumnSpec {C::lastContact, Words::tr("Last contact"), S::lastContact,
                               u"lastContactDate"_s, 110},
            ContactColumnSpec {C::connectedOn, Words::tr("Connected on"), S::connectedOn, u"connectedOn"_s,
                               110},
            ContactColumnSpec {C::howMet, Words::tr("How you met"), S::howMet, u"howMet"_s, 180},
            ContactColumnSpec {C::introducedBy, Words::tr("Introduced by"), S::introducedBy,
                               u"introducedBy"_s, 150},
            ContactColumnSpec {C::notes, Words::tr("Notes"), S::notes, u"notes"_s, 240},
            ContactColumnSpec {C::source, Words::tr("Added by"), S::source, {}, 200},
    };
    return specs[static_cast<size_t>(column)];
}

ContactColumn contactColumnAt(int column)
{
    return static_cast<ContactColumn>(column);
}

bool isUsualColumn(ContactColumn column)
{
    return column <= ContactColumn::added;
}

bool needsDetails(ContactColumn column)
{
    return column > ContactColumn::added && column != ContactColumn::linkedin && column != ContactColumn::tags
            && column != ContactColumn::lastContact;
}

bool isDateColumn(ContactColumn column)
{
    return column == ContactColumn::due || column == ContactColumn::added
            || column == ContactColumn::firstContact || column == ContactColumn::lastContact
            || column == ContactColumn::connectedOn;
}

QString plainText(const store::ContactRow &row, ContactColumn column)
{
    switch (column) {
    case ContactColumn::name:
        return row.name;
    case ContactColumn::title:
        return row.jobTitle;
    case ContactColumn::company:
        return row.company;
    case ContactColumn::email:
        return row.email;
    case ContactColumn::status:
        return row.status;
    case ContactColumn::school:
        return row.college;
    case ContactColumn::location:
        return row.place;
    case ContactColumn::due:
        return row.nextActionDate;
    case ContactColumn::added:
        return row.createdAt.left(10);
    case ContactColumn::linkedin:
        return row.linkedin;
    case ContactColumn::tags:
        return row.tags;
    case ContactColumn::lastContact:
        return row.lastContactDate;
    default:
        return {};
    }
}

QString plainText(const store::PersonDetails &person, ContactColumn column)
{
    const Contact &contact = person.contact;
    const School school = contact.schools.value(0);
    switch (column) {
    case ContactColumn::firstName:
        return contact.firstName;
    case ContactColumn::lastName:
        return contact.lastName;
    case ContactColumn::phone:
        return contact.phone();
    case ContactColumn::headline:
        return contact.headline;
    case ContactColumn::industry:
        return contact.industry;
    case ContactColumn::degree:
        return school.degree;
    case ContactColumn::studyField:
        return school.field;
    case ContactColumn::city:
        return contact.city;
    case ContactColumn::state:
        return contact.state;
    case ContactColumn::country:
        return contact.country;
    case ContactColumn::hometown:
        return contact.hometown;
    case ContactColumn::nextAction:
        return contact.nextAction;
    case ContactColumn::firstContact:
        return contact.firstContactDate;
    case ContactColumn::connectedOn:
        return contact.connectedOn;
    case ContactColumn::howMet:
        return contact.howMet;
    case ContactColumn::introducedBy:
        return contact.introducedBy;
    case ContactColumn::notes:
        return contact.notes;
    case ContactColumn::source:
        return person.source;
    default:
        return {};
    }
}

QString fieldWords(const QString &field)
{
    for (const FieldEntry &entry : fieldEntries) {
        if (field == QLatin1StringView(entry.field.data(), static_cast<qsizetype>(entry.field.size()))) {
            return Words::tr(entry.words);
        }
    }
    return field;
}

QString fieldProblem(const QString &field, const QString &value)
{
    Contact scratch;
    scratch.schools = {School {}}; // whether there is one is for the store to say
    const QDate anyDay(2000, 1, 1); // a day is one or none whenever it is read
    const auto set = contacts::setTypedField(scratch, field, value, anyDay);
    return set ? QString() : set.error().text;
}

} // namespace crema::ui
