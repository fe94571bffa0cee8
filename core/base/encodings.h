// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <string_view>

// Texts of before Unicode: bytes that do not say themselves what they mean.

namespace crema {

/// The names of the encodings that programs for lists of people still write, for the user to choose from;
/// UTF-8 first. Names of the IANA register (https://www.iana.org/assignments/character-sets).
[[nodiscard]] const QStringList &encodingNames();

/// True for any encoding that Qt and ICU know, by any of its names.
[[nodiscard]] bool isKnownEncoding(const QString &encoding);

/// `bytes` in the named encoding; nullopt when there is no such encoding or when some of the bytes mean
/// nothing in it.
[[nodiscard]] std::optional<QString> decoded(std::string_view bytes, const QString &encoding);

/// The encoding of a table that is neither ASCII nor UTF-8, as far as its words tell: one of `encodingNames`.
/// Nearly certain for Japanese, Chinese, Korean and Polish; Mac Roman where lines end as on old Macs, else
/// Windows-1252. nullopt for a text in another script that cannot be told from its neighbours (Cyrillic from
/// Greek).
[[nodiscard]] std::optional<QString> likelyEncoding(std::string_view bytes);

/// The best guess where `likelyEncoding` has none, to be shown to somebody who can read it.
[[nodiscard]] QString guessedEncoding(std::string_view bytes);

/// Windows-1252 to text (https://encoding.spec.whatwg.org/#windows-1252), a superset of Latin-1: every byte
/// has a meaning; the five that have none there become U+FFFD.
[[nodiscard]] QString fromWindows1252(std::string_view bytes);

} // namespace crema
