// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/peoplereader.h"

#include <string_view>

namespace crema::exchange {

/// The people of a vCard file of version 2.1, 3.0 or 4.0 (RFC 2426, RFC 6350), one or many; row numbers count
/// the cards. Groups and companies are listed as invalid; pictures, sounds and keys are left out; a property
/// we do not know is kept in `extra.columns`.
[[nodiscard]] Result<ReadPeople> readVcards(std::string_view text, const ReadOptions &options);

} // namespace crema::exchange
