// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/contact.h"

#include <QStringList>

namespace crema::exchange {

/// True for "Ann & Bob Lee", "Mei Lin / Bo Chen": names that may be those of several people.
[[nodiscard]] bool mayBeSeveral(const QString &name);

/// The names of a list, each as it is spoken: "Berg, Anna; Dahl, Carl", and "Anna Berg, Carl Dahl" where each
/// has an address at the same firm. Empty for the name of one person.
[[nodiscard]] QStringList severalNames(const QString &name, const QVector<ContactPoint> &addresses);

} // namespace crema::exchange
