// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/columns.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

struct FieldWords
{
    Field field;
    const char *name;
    const char *title;
};

constexpr std::array fieldWords {
        FieldWords {Field::other, "extra", QT_TRANSLATE_NOOP("import", "Keep as extra field")},
        FieldWords {Field::ignored, "ignored", QT_TRANSLATE_NOOP("import", "Do not import")},
        FieldWords {Field::firstName, "firstName", QT_TRANSLATE_NOOP("import", "First name")},
        FieldWords {Field::middleName, "middleName", QT_TRANSLATE_NOOP("import", "Middle name")},
        FieldWords {Field::lastName, "lastName", QT_TRANSLATE_NOOP("import", "Last name")},
        FieldWords {Field::fullName, "fullName", QT_TRANSLATE_NOOP("import", "Full name")},
        FieldWords {Field::surnamePrefix, "surnamePrefix", QT_TRANSLATE_NOOP("import", "Last name prefix")},
        FieldWords {Field::namePrefix, "namePrefix", QT_TRANSLATE_NOOP("import", "Name prefix")},
        FieldWords {Field::nameSuffix, "nameSuffix", QT_TRANSLATE_NOOP("import", "Name suffix")},
        FieldWords {Field::email, "email", QT_TRANSLATE_NOOP("import", "Email")},
        FieldWords {Field::emailKind, "emailKind", QT_TRANSLATE_NOOP("import", "Kind of email")},
        FieldWords {Field::phone, "phone", QT_TRANSLATE_NOOP("import", "Phone")},
        FieldWords {Field::phoneKind, "phoneKind", QT_TRANSLATE_NOOP("import", "Kind of phone")},
        FieldWords {Field::linkedinUrl, "linkedinUrl", QT_TRANSLATE_NOOP("import", "LinkedIn URL")},
        FieldWords {Field::website, "website", QT_TRANSLATE_NOOP("import", "Website")},
        FieldWords {Field::websiteKind, "websiteKind", QT_TRANSLATE_NOOP("import", "Kind of website")},
        FieldWords {Field::company, "company", QT_TRANSLATE_NOOP("import", "Company")},
        FieldWords {Field::jobTitle, "jobTitle", QT_TRANSLATE_NOOP("import", "Job title")},
        FieldWords {Field::college, "college", QT_TRANSLATE_NOOP("import", "School")},
        FieldWords {Field::degree, "degree", QT_TRANSLATE_NOOP("import", "Degree")},
        FieldWords {Field::major, "major", QT_TRANSLATE_NOOP("import", "Major")},
        FieldWords {Field::graduationYear, "graduationYear", QT_TRANSLATE_NOOP("import", "Graduation year")},
        FieldWords {Field::headline, "headline", QT_TRANSLATE_NOOP("import", "Headline")},
        FieldWords {Field::industry, "industry", QT_TRANSLATE_NOOP("import", "Industry")},
        FieldWords {Field::location, "location", QT_TRANSLATE_NOOP("import", "Location")},
        FieldWords {Field::city, "city", QT_TRANSLATE_NOOP("import", "City")},
        FieldWords {Field::state, "state", QT_TRANSLATE_NOOP("import", "State")},
        FieldWords {Field::country, "country", QT_TRANSLATE_NOOP("import", "Country")},
        FieldWords {Field::hometown, "hometown", QT_TRANSLATE_NOOP("import", "Hometown")},
        FieldWords {Field::status, "status", QT_TRANSLATE_NOOP("import", "Status")},
        FieldWords {Field::tags, "tags", QT_TRANSLATE_NOOP("import", "Tags")},
        FieldWords {Field::notes, "notes", QT_TRANSLATE_NOOP("import", "Notes")},
        FieldWords {Field::howMet, "howMet", QT_TRANSLATE_NOOP("import", "How you met")},
        FieldWords {Field::introducedBy, "introducedBy", QT_TRANSLATE_NOOP("import", "Introduced by")},
        FieldWords {Field::nextAction, "nextAction", QT_TRANSLATE_NOOP("import", "Next action")},
        FieldWords {Field::nextActionDate, "nextActionDate", QT_TRANSLATE_NOOP("import", "Next action date")},
        FieldWords {Field::firstContactDate, "firstContactDate",
                    QT_TRANSLATE_NOOP("import", "First contact")},
        FieldWords {Field::lastContactDate, "lastContactDate", QT_TRANSLATE_NOOP("import", "Last contact")},
        FieldWords {Field::connectedOn, "connectedOn", QT_TRANSLATE_NOOP("import", "Connected on")},
        FieldWords {Field::wholeRecord, "crema", QT_TRANSLATE_NOOP("import", "Whole record (Crema)")},
};

const FieldWords &wordsOf(Field field)
{
    const auto *found = std::ranges::find(fieldWords, field, &FieldWords::field);
    return found == fieldWords.end() ? fieldWords.front() : *found;
}

} // namespace

bool isNameField(Field field)
{
    return field == Field::firstName || field == Field::middleName || field == Field::lastName
            || field == Field::fullName;
}

bool isPointField(Field field)
{
    return field == Field::email || field == Field::phone || field == Field::linkedinUrl
            || field == Field::website;
}

bool hasField(const QVector<FieldTarget> &targets, Field field)
{
    return columnOf(targets, field) < targets.size();
}

qsizetype columnOf(const QVector<FieldTarget> &targets, Field field)
{
    return std::ranges::find(targets, field, &FieldTarget::field) - targets.begin();
}

bool ColumnMapping::has(Field field) const
{
    return hasField(columns, field);
}

bool ColumnMapping::namesPeople() const
{
    return std::ranges::any_of(columns, [](const FieldTarget &target) {
        switch (target.field) {
        case Field::firstName:
        case Field::lastName:
        case Field::fullName:
        case Field::email:
        case Field::linkedinUrl:
        case Field::wholeRecord:
            return true;
        default:
            return false;
        }
    });
}

const QVector<Field> &allFields()
{
    static const QVector<Field> fields = [] {
        QVector<Field> all;
        for (const FieldWords &words : fieldWords) {
            all << words.field;
        }
        return all;
    }();
    return fields;
}

QString fieldName(Field field)
{
    return QString::fromLatin1(wordsOf(field).name);
}

Field fieldFromName(QStringView name)
{
    const auto *found = std::ranges::find_if(
            fieldWords, [name](const FieldWords &words) { return name == QLatin1StringView(words.name); });
    return found == fieldWords.end() ? Field::other : found->field;
}

QString fieldTitle(Field field)
{
    return QCoreApplication::translate("import", wordsOf(field).title);
}

} // namespace crema::exchange
