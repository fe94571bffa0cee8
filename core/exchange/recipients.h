// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>
#include <string_view>

namespace crema::exchange {

/// The recipients of an email as a table of names and addresses, entry by entry: "Ann Lee <ann@x.example>;
/// Bob Roe <bob@x.example>; cy@x.example" on one line or on many, and the lines "To:" and "Cc:" with
/// addresses of any kind. Each address is a person; an entry that cannot be read is a row of its own, to be
/// told. Nothing where the lines are cells of people rather than a list of them. Takes a time that grows with
/// the text's length.
[[nodiscard]] std::optional<QByteArray> tableOfRecipients(std::string_view text);

} // namespace crema::exchange
