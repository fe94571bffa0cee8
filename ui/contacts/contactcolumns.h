// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/peoplelist.h"

#include <QHash>
#include <QString>

#include <utility>

namespace crema::ui {

/// The columns of the contacts table, in the order they stand in at first; those behind `added` are hidden
/// until they are asked for.
enum class ContactColumn {
    name,
    title,
    company,
    email,
    status,
    school,
    location,
    due,
    added,
    firstName,
    lastName,
    phone,
    linkedin,
    headline,
    industry,
    degree,
    studyField,
    city,
    state,
    country,
    hometown,
    tags,
    nextAction,
    firstContact,
    lastContact,
    connectedOn,
    howMet,
    introducedBy,
    notes,
    source
};
inline constexpr int contactColumnCount = 30;

/// What a column is: its header, how it sorts, and which field of the flat document an edit sets.
struct ContactColumnSpec
{
    ContactColumn column = ContactColumn::name;
    QString title;
    store::PeopleSort sort = store::PeopleSort::name;
    QString field; ///< empty when the column cannot be edited; the name is two fields and not named here
    int width = 0; ///< at first, in device-independent pixels at 100 % text size
};

/// Texts of cells, each by rowid and column.
using CellTexts = QHash<std::pair<qint64, int>, QString>;

[[nodiscard]] const ContactColumnSpec &specOf(ContactColumn column);
[[nodiscard]] ContactColumn contactColumnAt(int column);
/// True when the column is there without being asked for.
[[nodiscard]] bool isUsualColumn(ContactColumn column);
/// True when a row's text is not in ContactRow but has to be read from the whole contact.
[[nodiscard]] bool needsDetails(ContactColumn column);
/// True for columns that hold a day.
[[nodiscard]] bool isDateColumn(ContactColumn column);
/// The text of a row in a column as it is read, copied and searched: dates in ISO form.
[[nodiscard]] QString plainText(const store::ContactRow &row, ContactColumn column);
/// The same for a column that needs details.
[[nodiscard]] QString plainText(const store::PersonDetails &person, ContactColumn column);

/// What a field of the flat document is called ("linkedinUrl" -> "LinkedIn").
[[nodiscard]] QString fieldWords(const QString &field);

/// What is wrong with a value for a field, as a sentence; empty when it would be taken.
[[nodiscard]] QString fieldProblem(const QString &field, const QString &value);

} // namespace crema::ui
