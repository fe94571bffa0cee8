// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crema::prep {

// Word lists by which headlines are judged. All words are folded.

/// A word of everyday language, a given name, surname or place that is a firm's name as well: "apple",
/// "bridge", "chase". Alone it says nothing about a firm.
[[nodiscard]] bool isOrdinaryWord(const QString &word);

/// What firms do and things, places and people do not: "unveils".
[[nodiscard]] bool isFirmVerb(const QString &word);
/// What firms do, and others as well: "opens", "says".
[[nodiscard]] bool isCommonVerb(const QString &word);

/// What a firm has or is, behind its name: "ceo", "shares".
[[nodiscard]] bool isFirmNoun(const QString &word);
/// What stands before the name of a firm and says what it is: "startup", "retailer".
[[nodiscard]] bool isFirmKind(const QString &word);
/// Before "of" or "in" and the name: "shares of", "stake in"; or right before it: "acquires".
[[nodiscard]] bool isFirmRelation(const QString &word);

/// Of what firms deal in: "bank", "market", "customers".
[[nodiscard]] bool isTradeWord(const QString &word);
/// What begins a headline and belongs to no name: "why", "inside", "former".
[[nodiscard]] bool isLeadWord(const QString &word);
/// What follows the name of a town and not that of a firm: "council", "residents".
[[nodiscard]] bool isTownWord(const QString &word);

/// What makes a longer name of a name: "bank", "dental", "university".
[[nodiscard]] bool isNamePart(const QString &word);

/// The legal form of a firm by where it is usual: "us" for inc, corp and llc, "de" for gmbh; empty for what
/// is none. Forms of several countries (ltd, sa) stand for themselves.
[[nodiscard]] QString legalFamily(const QString &word);

/// The country of a word such as "german", folded; empty when it is none.
[[nodiscard]] QString countryOfPeople(const QString &word);
/// One word for a country however it is written: "usa", "u.s." and "united states" are the same.
[[nodiscard]] QString countryKey(const QString &country);

} // namespace crema::prep
