// SPDX-License-Identifier: GPL-3.0-or-later
#include "contacts/importplan.h"

#include "contacts/importplanner.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace crema::contacts {

namespace {

int rowOf(const std::unique_ptr<IncomingPerson> &person)
{
    return person->row;
}

} // namespace

Error importCancelled()
{
    return {.kind = ErrorKind::cancelled,
            .text = QCoreApplication::translate("import", "The import was cancelled; nothing was changed."),
            .detail = {},
            .retryAfter = {}};
}

Result<ImportPlan> planImport(People people, const ExistingLookup &existing, const PlanProgress &progress,
                              const std::stop_token &stop)
{
    constexpr qint64 step = 1024;
    ImportPlanner planner(existing, std::move(people));
    People settled;
    for (qint64 row = 0; planner.left() > 0; ++row) {
        if (row % step == 0) {
            if (stop.stop_requested()) {
                return std::unexpected(importCancelled());
            }
            if (progress) {
                progress(row);
            }
        }
        if (auto person = planner.planNext()) {
            settled.push_back(std::move(person));
        }
    }
    ImportPlan plan = planner.finish();
    std::ranges::move(settled, std::back_inserter(plan.creates));
    std::ranges::sort(plan.creates, {}, rowOf);
    return plan;
}

} // namespace crema::contacts
