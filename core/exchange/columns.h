// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>
#include <QVector>

namespace crema::exchange {

/// What a column of a table can mean to us.
enum class Field {
    other, ///< none of ours: kept in the contact's `extra` under the column's name
    ignored, ///< left out on purpose
    firstName,
    middleName,
    lastName,
    fullName,
    surnamePrefix, ///< "van den", before the last name
    namePrefix, ///< "Dr."
    nameSuffix, ///< "MBA"
    email,
    emailKind, ///< "work", or Outlook's "SMTP" and "EX" (no internet address), for the email of the same
               ///< group
    phone,
    phoneKind,
    linkedinUrl,
    website,
    websiteKind,
    company,
    jobTitle,
    college,
    degree,
    major,
    graduationYear,
    headline,
    industry,
    location,
    city,
    state,
    country,
    hometown,
    status,
    tags,
    notes,
    howMet,
    introducedBy,
    nextAction,
    nextActionDate,
    firstContactDate,
    lastContactDate,
    connectedOn,
    wholeRecord, ///< the JSON column of our own raw export
};

/// What one column is read as. Columns of the same `group` belong together: "Phone 2 - Type" and "Phone 2 -
/// Value", "Company 2" and "Title 2".
struct FieldTarget
{
    Field field = Field::other;
    int group = 1;
    QString kind; ///< "work", "mobile" ... of an email, phone, link or place
    int person = 0; ///< which of several people of a row (1, 2 ...); 0 for all of them

    [[nodiscard]] bool operator==(const FieldTarget &) const = default;
};

/// True for the first, middle, last and full name.
[[nodiscard]] bool isNameField(Field field);
/// True for what reaches somebody: an address, a number, a profile, a website.
[[nodiscard]] bool isPointField(Field field);

[[nodiscard]] bool hasField(const QVector<FieldTarget> &targets, Field field);
/// The first column of that field; the number of columns where there is none.
[[nodiscard]] qsizetype columnOf(const QVector<FieldTarget> &targets, Field field);

/// How a table is read: the user can correct each part of it.
struct ColumnMapping
{
    QVector<FieldTarget> columns;
    int headerRow = 0; ///< the row of the column names as a spreadsheet numbers it; 0 when the file has none
    char delimiter = ',';

    [[nodiscard]] bool has(Field field) const;
    /// True when some column can tell who a row is about: a name, an email or a LinkedIn URL.
    [[nodiscard]] bool namesPeople() const;
    [[nodiscard]] bool operator==(const ColumnMapping &) const = default;
};

/// All fields in the order a chooser shows them.
[[nodiscard]] const QVector<Field> &allFields();
/// The stable word: "firstName", "linkedinUrl"; "extra" for `other`, "crema" for `wholeRecord`.
[[nodiscard]] QString fieldName(Field field);
/// `other` when no field is called that.
[[nodiscard]] Field fieldFromName(QStringView name);
/// "First name", translated.
[[nodiscard]] QString fieldTitle(Field field);

/// What a column of this name holds, whatever the spelling ("fname", "E-Mail 2 Address", "Vorname",
/// "société"); `other` when the name says nothing to us.
[[nodiscard]] FieldTarget targetForHeader(QStringView header);

/// Whose address stands in a column of this name.
enum class ColumnOwner {
    person, ///< of the row: "Contact info", "Attendee email", no name at all
    unknown, ///< a word we do not know: it may be a language or somebody's role
    somebodyElse, ///< "Account Owner", "Mentor email", "Company Email"
};
[[nodiscard]] ColumnOwner ownerOf(QStringView header);

} // namespace crema::exchange
