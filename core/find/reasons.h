// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/run.h"

#include <QVector>

namespace crema::find {

struct Match;

/// Why a person was found, one reason a criterion, in words for the user: `Title: Associate Product Manager
/// is close to "product manager"`. Says only what the record says.
[[nodiscard]] QVector<Reason> reasonsFor(const Contact &person, const Match &match, const Criteria &criteria,
                                         const QString &areaName);

} // namespace crema::find
