// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QUrl;

namespace crema {

/// An address of the web that a contact may carry and the user may open: http or https, a host with a dot,
/// and nobody's name or password in it.
[[nodiscard]] bool isWebAddress(const QUrl &url);

} // namespace crema
