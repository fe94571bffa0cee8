// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace crema::test {

/// A PDF with the pages of another as grey pictures, 200 dots per inch, as a scanner makes it.
[[nodiscard]] QByteArray scannedPdf(const QString &path);

} // namespace crema::test
