// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QByteArray>

#include <optional>

namespace crema::exchange {

/// True for a list of texts and numbers, with no object in it.
[[nodiscard]] bool isListOfTexts(const Json &json);

/// The recipients in such a list, or in the one of an object that names nobody else ("subscribers"), as
/// tableOfRecipients has them. Nothing where most of the texts are no addresses.
[[nodiscard]] std::optional<QByteArray> tableOfTexts(const Json &json);

} // namespace crema::exchange
