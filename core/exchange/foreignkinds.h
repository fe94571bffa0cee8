// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace crema::exchange {

/// What a file that is no text seems to be, told by its first bytes, as the end of the sentence "people.csv
/// ...": "is an Excel workbook; save it as CSV there and import that file". Empty when the bytes may be text.
[[nodiscard]] QString foreignKind(const QByteArray &bytes);

} // namespace crema::exchange
