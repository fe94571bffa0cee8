// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/contactcolumns.h"

#include "model/contactdocument.h"

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
    using S = store::ContactSort;
    static const std::array<ContactColumnSpec, contactColumnCount> specs {
            ContactColumnSpec {C::name, Words::tr("Name"), S::name, {}, 210},
            ContactColumnSpec {C::title, Words::tr("Title"), S::jobTitle, u"jobTitle"_s, 190},
            ContactColumnSpec {C::company, Words::tr("Company"), S::company, u"company"_s, 150},
            ContactColumnSpec {C::email, Words::tr("Email"), S::email, u"email"_s, 200},
            ContactColumnSpec {C::status, Words::tr("Status"), S::status, u"status"_s, 136},
            ContactColumnSpec {C::school, Words::tr("School"), S::college, u"college"_s, 190},
            ContactColumnSpec {C::location, Words::tr("Location"), S::place, u"location"_s, 150},
            ContactColumnSpec {C::nextAction, Words::tr("Next action"), S::nextAction, u"nextActionDate"_s,
                               110},
            ContactColumnSpec {C::added, Words::tr("Added"), S::added, {}, 100},
    };
    return specs[static_cast<size_t>(column)];
}

ContactColumn contactColumnAt(int column)
{
    return static_cast<ContactColumn>(column);
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
    case ContactColumn::nextAction:
        return row.nextActionDate;
    case ContactColumn::added:
        return row.createdAt.left(10);
    }
    return {};
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
    const auto set = setDocumentField(scratch, field, value);
    return set ? QString() : set.error().text;
}

} // namespace crema::ui
