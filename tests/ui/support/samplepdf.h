// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace crema::test {

/// A PDF of A4 pages with one line of text on each. Needs a QGuiApplication.
[[nodiscard]] QByteArray samplePdf(const QStringList &lines);

} // namespace crema::test
