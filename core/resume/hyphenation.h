// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "resume/pagelayout.h"

#include <vector>

namespace crema::resume {

/// Puts a word that a line end cut in two together again, on the line where it begins: "engi-" / "neering"
/// becomes "engineering", while "cross-" / "functional", "2019-" / "2021" and addresses keep their hyphen.
/// `lines` are those of one column.
void joinHyphenated(std::vector<PageLine> &lines);

/// Whether the hyphen at the end of `before` belongs to the word ("data-" + "driven").
[[nodiscard]] bool keepsHyphen(QStringView before, QStringView after);

} // namespace crema::resume
