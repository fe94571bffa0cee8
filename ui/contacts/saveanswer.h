// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <functional>

namespace crema::ui {

/// What a dialog wants to hear when its values were saved, or could not be.
using SaveAnswer = std::function<void(const Result<> &)>;

} // namespace crema::ui
