// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crema {
struct Contact;
}

namespace crema::exchange {

struct CellAddress;

/// "ann.lee" of "ann.lee@x.example".
[[nodiscard]] QString mailboxOf(const QString &address);

/// True when the mailbox tells of somebody of that name: "ann.lee", "alee", "lee2", "al" of "Ann Lee"; "bob"
/// of "Robert Roe".
[[nodiscard]] bool mailboxBears(const QString &address, const QString &name);

/// True when two names have a word in common or forms of one name, "Bob Roe" and "Robert Poe".
[[nodiscard]] bool shareName(const QString &name, const QString &other);

/// False for "山田太郎" and "Taro Yamada": they may be one person's name.
[[nodiscard]] bool areOfOneScript(const QString &text, const QString &other);

/// True when the mailbox is made of the last two of these words or more: "di.fox", "difox", "dfox", "foxdi"
/// of "Coach Di Fox".
[[nodiscard]] bool isMadeOfNames(const QString &address, const QString &words);

/// True when all words are of that name.
[[nodiscard]] bool areWordsOf(const QString &words, const QString &name);

/// All words of somebody's name in their order, "Dr. Ann M. Lee CFA"; empty when they have none.
[[nodiscard]] QString ownName(const Contact &contact);

/// Whether the address in the row or the card of `own` (as `ownName` has it) is not theirs: words that speak
/// against it, half of a broken address, a mailbox of another name, and another name in front of "<>" tell. A
/// name in another script and a label tell nothing. `isInList` is true where another of the addresses has
/// their name beside it.
[[nodiscard]] bool isOthers(const CellAddress &found, const QString &own, bool isInList);

/// What is told of an address that was left out, and of words that are none.
[[nodiscard]] QString whyLeftOut(const CellAddress &found);
/// The same of an address that was taken although words beside it may say that it is another's; empty for
/// others.
[[nodiscard]] QString doubtOf(const CellAddress &found);
[[nodiscard]] QString noAddress(const QString &words);

} // namespace crema::exchange
