// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crema::resume {

/// A time without work ("parental leave"): what stands beside it is no employer.
[[nodiscard]] bool isTimeOff(const QString &text);

/// What no firm is called: the rest of a sentence, a lone month or season, a word for any firm.
[[nodiscard]] bool cannotBeFirm(const QString &text);

/// "Prof. Malika Torvald", "Mr. Paul Denny", "Prof. Torvald's lab": for whom somebody works, no employer.
[[nodiscard]] bool isPersonWithTitle(const QString &text);

/// The head of a column: "Company", "Job title", "From".
[[nodiscard]] bool isColumnHead(const QString &text);
[[nodiscard]] bool isTownColumn(const QString &text);

} // namespace crema::resume
