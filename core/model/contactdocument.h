// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/contact.h"

namespace crema {

/// The flat document of DESIGN section 9 plus `id`: firstName, lastName, linkedinUrl, email, phone, company,
/// jobTitle, college, location, city, state, country, status, notes, tags ... Fields without a value are
/// absent. Used by the command line and the JSON export.
[[nodiscard]] Json toDocument(const Contact &contact);
/// The same with every list and all we do not know ourselves: `addresses`, `positions`, `schools` ...; what
/// `contacts show` and the JSON export write and the JSON import reads.
[[nodiscard]] Json toFullDocument(const Contact &contact);
/// Reads either form.
[[nodiscard]] Contact contactFromDocument(const Json &document);

/// The names `setDocumentField` takes, in display order.
[[nodiscard]] const QStringList &documentFields();
/// Sets one flat field from text as a user typed it; an empty value removes it. Checked: email and URL must
/// look like one, dates are parsed (`parseDate`) and stored as ISO. Unknown field names are refused, not
/// stored.
[[nodiscard]] Result<> setDocumentField(Contact &contact, const QString &field, const QString &value);

/// A syntactically usable email address (RFC 5321: words with single dots between them or a text in quotes,
/// an @, a domain with a dot). Says nothing about delivery.
[[nodiscard]] bool isEmailAddress(QStringView text);

} // namespace crema
