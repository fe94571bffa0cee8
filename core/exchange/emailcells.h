// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

namespace crema::exchange {

/// What the words beside an address are to it.
enum class Beside {
    nothing, ///< there are none, or they say no more than that an address follows ("Email:", "work", "and")
    name, ///< the name in front of "<ann@x.example>" (RFC 5322, 3.4)
    words, ///< a name or a label, "Ann Lee ann@x.example", "HBS: ann@x.example"
    half, ///< likely the first half of an address with a blank in it: "mary ann lee@x.example"
    others, ///< "my assistant", "ask for": it is another's, if the mailbox does not tell otherwise
    warning, ///< "do not use", "bounced", before or behind it
};

/// An address and the words beside it.
struct CellAddress
{
    QString address;
    Beside beside = Beside::nothing;
    QString name {}; ///< in the words; empty where there is none
    QString words {}; ///< all of them
    QString written {}; ///< words and address as they stand

    /// For somebody of whom nothing else is known.
    [[nodiscard]] bool isUsable() const { return beside < Beside::half; }
};

/// What an email cell holds. Every word of it is in one of these, save what says no more than that an address
/// follows.
struct EmailCell
{
    QVector<CellAddress> addresses;
    QStringList rest; ///< parts without an address, and remarks behind one

    [[nodiscard]] bool hasAddress() const;
    /// Of the first address that has one.
    [[nodiscard]] QString displayName() const;
};

/// Nothing but one address, as it is to be kept.
[[nodiscard]] bool isPlainAddress(const QString &value);

/// One or several addresses, with or without names, labels and "mailto:". Whose an address with words beside
/// it is, `isOthers` tells by the name of the row. Exchange's internal names ("/o=ExchangeLabs/...") are
/// nothing: nobody outside that server can use them.
[[nodiscard]] EmailCell emailsFrom(const QString &value);

/// "Jane Roe" of "Jane Roe jane@x.example" or "Jane Roe <jane@x.example>"; empty when nothing but addresses
/// and labels stands there. What was taken out is added to `addresses`; no address is left, also none that is
/// not to be used.
[[nodiscard]] QString withoutAddresses(const QString &text, QVector<CellAddress> &addresses);

} // namespace crema::exchange
