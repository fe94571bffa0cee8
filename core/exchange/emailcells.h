// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace crema::exchange {

/// What an email cell holds. Every word of it is in one of these, save what says no more than that an address
/// follows ("Email:", "work", "and").
struct EmailCell
{
    QStringList addresses;
    QStringList names; ///< of each address; empty where there is none
    /// For each address the words as they stand, where its name has no sign that it is one: "Zoe Fox
    /// zoe@x.example". Whether they are its owner's the rest of the row has to tell. Else empty.
    QStringList loose;
    QStringList rejected; ///< parts that are no address
    QString displayName; ///< the first of `names` that is not empty
};

/// Nothing but one address, as it is to be kept.
[[nodiscard]] bool isPlainAddress(const QString &value);

/// One or several addresses, with or without names, labels and "mailto:". A word in front of an address that
/// is neither a label nor a name ("do not use:", half of a broken address) rejects it. Exchange's internal
/// names ("/o=ExchangeLabs/...") are neither address nor rejected: nobody outside that server can use them.
[[nodiscard]] EmailCell emailsFrom(const QString &value);

/// "Jane Roe" of "Jane Roe jane@x.example"; empty when nothing but addresses and labels stands there. What
/// was taken out is added to `addresses`.
[[nodiscard]] QString withoutAddresses(const QString &text, QStringList &addresses);

} // namespace crema::exchange
