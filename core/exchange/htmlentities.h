// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <string_view>

namespace crema::exchange {

/// The character of "eacute", "#233" or "#xE9", as UTF-8; empty when there is none of that name.
[[nodiscard]] QByteArray textOfEntity(std::string_view name);

/// A text of HTML with its characters in place of their names; a sign that begins none stays.
[[nodiscard]] QByteArray withoutEntities(std::string_view text);

} // namespace crema::exchange
