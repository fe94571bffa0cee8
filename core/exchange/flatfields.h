// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/contact.h"

#include <QString>

namespace crema::exchange {

/// A field of the flat document as the text of one cell: tags joined by ", ", everything else as it is.
[[nodiscard]] QString flatText(const Json &document, const QString &field);

} // namespace crema::exchange
