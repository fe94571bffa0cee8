// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <string_view>

namespace crema::exchange {

/// A UTF-8 cell as one clean line (`cleanValue`): trimmed, placeholders absent, without an Excel-safe
/// apostrophe.
[[nodiscard]] QString lineFrom(std::string_view cell);
/// Without the apostrophes that Outlook sets around a name or an address.
[[nodiscard]] QString withoutApostrophes(const QString &text);
/// `lineFrom` of a cell that holds half a name: "Na" and "Null" are surnames too, apostrophes around it are
/// not part of it.
[[nodiscard]] QString nameLineFrom(std::string_view cell);
/// "Na", "Nan", "Nil", "Null", written as names are: what they are the other half of the name tells.
[[nodiscard]] bool mayBeNameOrNothing(const QString &text);
/// A UTF-8 cell as text of several lines; a placeholder is absent.
[[nodiscard]] QString textFrom(std::string_view cell);

/// The values of a cell that holds several, as Google joins them: "a ::: b".
[[nodiscard]] QStringList joinedValues(const QString &value);
/// The tags of a cell: cut at comma, semicolon, bar or " ::: ", without Google's own groups ("* myContacts").
[[nodiscard]] QStringList tagsFrom(const QString &value);

/// The telephone numbers of a cell: cut at semicolons, bars and strokes where each part is a number by
/// itself.
[[nodiscard]] QStringList phonesFrom(const QString &value);
/// False for "ask Cal" and "yes".
[[nodiscard]] bool isPhoneNumber(const QString &value);
/// What is told of those.
[[nodiscard]] QString noPhone(const QString &value);

/// The web address, with "https://" where the scheme is missing; empty when the text is none.
[[nodiscard]] QString webAddressFrom(const QString &value);
/// A profile's address from what people put into a LinkedIn column: a URL, "linkedin.com/in/x", "/in/x" or
/// the bare "x-y"; empty when it is no profile.
[[nodiscard]] QString linkedinFrom(const QString &value);

/// "work", "mobile" ... for the words of other programs ("* Work", "CELL", "Arbeit"); their own word in lower
/// case when it is none of ours.
[[nodiscard]] QString kindFrom(const QString &label);

/// A company or school without what some programs write behind it: Notion the address of its page ("Acme
/// (https://www.notion.so/...)"), HubSpot the domain ("Acme Inc. (acme.example)").
[[nodiscard]] QString withoutRecordLinks(const QString &value);

/// The year as text, "2024"; empty when the value holds none.
[[nodiscard]] QString yearFrom(const QString &value);

} // namespace crema::exchange
