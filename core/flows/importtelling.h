// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contacts/importplan.h"
#include "flows/importflow.h"
#include "store/reader.h"

#include <QHash>

namespace crema::flows {

/// A contact that is there and that an import completes.
struct Completed
{
    int row = 0;
    QString name;
    qsizetype fields = 0; ///< how many the import means to change
};

/// What somebody known keeps, and what they get beside what is there.
[[nodiscard]] QVector<InvalidRow> warningsOf(const contacts::ImportPlan &plan);

/// With the names of both.
[[nodiscard]] QVector<PossibleDuplicate> duplicatesOf(const contacts::ImportPlan &plan,
                                                      const store::Reader &reader);

/// Who was edited since the import was planned keeps what they have now. `completed` by their ids.
void tellKept(const std::vector<store::UndoConflict> &kept, const QHash<QString, Completed> &completed,
              ImportOutcome &outcome);

} // namespace crema::flows
