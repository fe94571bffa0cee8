// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crema::prep {

/// An http(s) address that can be opened, with the scheme added where a source left it out; empty for
/// anything else (no other scheme becomes a link in a document).
[[nodiscard]] QString webUrl(const QString &text);

/// The address as people read it: without scheme, "www." and query.
[[nodiscard]] QString shownUrl(const QString &text);

} // namespace crema::prep
