// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crema {

/// The name in the address of a LinkedIn profile, with or without "https://", in lower case and decoded:
/// "ann-lee", and "pub/ann-lee/1/2a/3b4" of an address from before 2013. Empty for anything else: another
/// site or page, the address of nobody ("/in/me"), one that may mean anybody.
[[nodiscard]] QString linkedinSlug(QStringView url);

} // namespace crema
