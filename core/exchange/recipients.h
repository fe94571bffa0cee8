// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>
#include <string_view>

namespace crema::exchange {

/// The recipients of an email as a table of names and addresses, when the text is nothing but that: "Ann Lee
/// <ann@x.example>; Bob Roe <bob@x.example>" on one line or on many, or the lines "To:" and "Cc:" with
/// addresses of any kind. Each of them is a person.
[[nodiscard]] std::optional<QByteArray> tableOfRecipients(std::string_view text);

} // namespace crema::exchange
