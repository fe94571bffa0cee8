// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>
#include <string_view>

namespace crema::exchange {

/// The people of a text typed as "Name: Ann Lee", "Company: Acme", each of them a block, as a table: when the
/// text is nothing but that. A person's row is a line of their block, as far as rows can say.
[[nodiscard]] std::optional<QByteArray> tableOfBlocks(std::string_view text);

} // namespace crema::exchange
