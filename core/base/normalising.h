// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crema {

/// The same as `text.normalized(form)`, in time that grows with the length: Qt moves the whole rest of a text
/// for each character that it takes apart, which takes minutes for a million of them.
[[nodiscard]] QString normalised(const QString &text, QString::NormalizationForm form);

} // namespace crema
