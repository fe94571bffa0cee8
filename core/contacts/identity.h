// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/linkedin.h"
#include "model/contact.h"

#include <QString>
#include <QVector>

namespace crema::contacts {

/// What a key was made of, strongest first. `name` alone never identifies anybody: it only finds pairs worth
/// showing.
enum class IdentityType { linkedin, email, nameCompany, name };

/// One thing by which the same person is found again; two contacts that share one are worth comparing
/// (`compare`).
struct IdentityKey
{
    IdentityType type = IdentityType::linkedin;
    QString text; ///< normalised and folded: never shown

    [[nodiscard]] bool operator==(const IdentityKey &) const = default;
};

/// The hash under which the store keeps a key: of "email:ann@x.example".
[[nodiscard]] qint64 keyHash(const IdentityKey &key);

/// Every key of the contact, strongest first: each LinkedIn slug, each personal address, name + company of
/// each position with a company, and the full name.
[[nodiscard]] QVector<IdentityKey> identityKeys(const Contact &contact);

/// The stable word the store keeps: "linkedin", "email", "nameCompany", "name".
[[nodiscard]] QString identityTypeName(IdentityType type);

/// By which a LinkedIn profile is recognised.
using crema::linkedinSlug;

/// What tells one telephone line from another: the last nine digits, so with or without country code and
/// trunk zero. Empty for fewer than seven.
[[nodiscard]] QString phoneKey(QStringView phone);

/// Lower case, without "mailto:"; for Gmail also without dots and +tag, which Google ignores
/// (https://support.google.com/mail/answer/7436150). Empty when it is no address.
[[nodiscard]] QString normalisedEmail(QStringView email);
/// True for addresses of a desk rather than a person: info@, careers@, noreply@.
[[nodiscard]] bool isSharedMailbox(QStringView email);
/// The company's words without its legal form: "The Acme & Co. KG" -> "acme".
[[nodiscard]] QString companyKey(QStringView company);
/// The folded words of a full name in their order; empty for a lone given name, which tells too little.
[[nodiscard]] QString nameKey(const Contact &contact);

} // namespace crema::contacts
