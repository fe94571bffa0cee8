// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crema::truth {

/// "a" or "an", as the first word is spoken: "an hourly worker", "a UN adviser", "an 18-wheeler driver".
[[nodiscard]] QString articleFor(const QString &words);

/// True for a role of which a firm has one, said without an article: "Head of Growth", "CEO".
[[nodiscard]] bool isSingular(const QString &title);

/// True for a title that names a field, not what a person is: "Sales", "Investor Relations".
[[nodiscard]] bool isDepartment(const QString &title);

} // namespace crema::truth
