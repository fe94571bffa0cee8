// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/profile.h"
#include "resume/resumelines.h"
#include "resume/textextraction.h"

namespace crema::resume {

/// Fills email, phone, LinkedIn address, hometown and name. `titleLine` and `links` are what the file says
/// beyond its text (0 and empty when unknown).
void readContactFacts(const std::vector<Part> &parts, int titleLine, const QVector<TextLink> &links,
                      ResumeFacts &facts);

} // namespace crema::resume
