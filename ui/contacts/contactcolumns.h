// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/reader.h"

#include <QString>

namespace crema::ui {

/// The columns of the contacts table, in the order they stand in at first.
enum class ContactColumn { name, title, company, email, status, school, location, nextAction, added };
inline constexpr int contactColumnCount = 9;

/// What a column is: its header, how it sorts, and which field of the flat document an edit sets.
struct ContactColumnSpec
{
    ContactColumn column = ContactColumn::name;
    QString title;
    store::ContactSort sort = store::ContactSort::name;
    QString field; ///< empty when the column cannot be edited; the name is two fields and not named here
    int width = 0; ///< at first, in device-independent pixels at 100 % text size
};

[[nodiscard]] const ContactColumnSpec &specOf(ContactColumn column);
[[nodiscard]] ContactColumn contactColumnAt(int column);
/// The text of a row in a column as it is read, copied and searched: dates in ISO form.
[[nodiscard]] QString plainText(const store::ContactRow &row, ContactColumn column);

/// What a field of the flat document is called ("linkedinUrl" -> "LinkedIn").
[[nodiscard]] QString fieldWords(const QString &field);

/// What is wrong with a value for a field, as a sentence; empty when it would be taken.
[[nodiscard]] QString fieldProblem(const QString &field, const QString &value);

} // namespace crema::ui
