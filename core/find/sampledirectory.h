// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "model/contact.h"

#include <QVector>

namespace crema::find {

/// The bundled fictional people (resources/sample): `sample` is set, every field's source is the sample
/// directory, ids are the same in every release that has the person, addresses end in .example. Parsed on
/// each call (some milliseconds): keep the answer. `internal` when the program's own file is damaged.
[[nodiscard]] Result<QVector<Contact>> sampleDirectory();

} // namespace crema::find
