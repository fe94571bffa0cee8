// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace crema::exchange {

/// What a file that is neither text nor a workbook that we read seems to be, told by its first bytes, as the
/// end of the sentence "people.csv
/// ...": "is a binary workbook (.xlsb); open it and save it as .xlsx or CSV". Empty when the bytes may be
/// text.
[[nodiscard]] QString foreignKind(const QByteArray &bytes);

} // namespace crema::exchange
