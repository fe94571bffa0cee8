// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/services.h"

namespace crema::flows {

struct DemoOutcome
{
    QString runId;
    int contacts = 0;
    QStringList drafts; ///< paths of .eml files
    QString prepPdf; ///< path
};

/// The whole main job on the sample directory, offline: find people, write to each, hand the mails off as
/// files, make one prep PDF. Fills an empty profile with a fictional sender, clearly named as such.
[[nodiscard]] Task<Result<DemoOutcome>> runDemo(Services *services, QString folder, std::stop_token stop);

} // namespace crema::flows
