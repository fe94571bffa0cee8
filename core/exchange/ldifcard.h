// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/ldifentries.h"
#include "exchange/vcardcard.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

namespace crema::exchange {

/// Makes cards of the entries of one file, and collects what is told of it as a whole.
class LdifCards final
{
public:
    /// `encoding`: of values that are not UTF-8; Windows-1252 when empty.
    explicit LdifCards(QString encoding) : m_encoding(std::move(encoding)) { }

    /// `dn` is the entry's own name; its first part is the person's where the entry has no other.
    [[nodiscard]] Card cardOf(const LdifEntry &entry, const QString &dn);
    /// Nothing for binary data.
    [[nodiscard]] std::optional<QString> textOf(const LdifAttribute &attribute);

    /// True when letters of a value had to be guessed.
    [[nodiscard]] bool guessed() const { return m_guessed; }
    /// The attributes that were not kept: pictures, certificates, passwords, what is no text. Each once.
    [[nodiscard]] const QStringList &leftOut() const { return m_leftOut; }

private:
    class Values;

    QString m_encoding;
    bool m_guessed = false;
    QStringList m_leftOut;
};

/// The first part of a name such as "cn=Lee\, Ann,ou=People": the value of its cn (RFC 4514).
[[nodiscard]] QString nameInDn(const QString &dn);

} // namespace crema::exchange
