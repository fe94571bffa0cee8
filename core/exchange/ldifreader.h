// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/peoplereader.h"

#include <string_view>

namespace crema::exchange {

/// True for LDIF (RFC 2849): the first entry, below comments and a version, begins with "dn:".
[[nodiscard]] bool isLdif(std::string_view text);

/// The people of an address book of Thunderbird or of a directory (inetOrgPerson, RFC 2798; Active
/// Directory); row numbers are the lines in which the entries begin. Mailing lists, units and changes are
/// listed as invalid; pictures, certificates and passwords are left out; an attribute that we do not know is
/// kept in `extra.columns`.
[[nodiscard]] Result<ReadPeople> readLdif(std::string_view text, const ReadOptions &options);

} // namespace crema::exchange
