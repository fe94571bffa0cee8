// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/contact.h"

#include <QString>

namespace crema::exchange {

/// A tag as it stands in a cell of several: in quotation marks where it holds what parts them.
[[nodiscard]] QString tagCell(const QString &tag);

/// A field of the flat document as the text of one cell: tags joined by ", ", everything else as it is.
[[nodiscard]] QString flatText(const Json &document, const QString &field);

} // namespace crema::exchange
