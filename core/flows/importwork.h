// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "flows/importplanning.h"
#include "flows/plannedpeople.h"
#include "store/store.h"

#include <exception>
#include <memory>
#include <thread>

namespace crema::flows {

/// The writing of an import, for Store::applyBulk: a thread of its own recognises the people of the file,
/// while workers make records of those who are new and the store writes the ones before.
class ImportWork final
{
public:
    /// `clock` and `ids` are used only here.
    ImportWork(exchange::ReadPeople people, QString databasePath, const Clock &clock, IdSource &ids);
    Q_DISABLE_COPY_MOVE(ImportWork)

    /// How many people the file names.
    [[nodiscard]] size_t count() const { return m_count; }
    /// See store::BulkCreates.
    [[nodiscard]] Result<store::BulkPortion> next(size_t most);
    /// Adds the changes of contacts that are there. After the last portion.
    void complete(store::Operation &operation);
    /// After the last portion.
    [[nodiscard]] const PlannedImport &plan() const { return *m_plan; }

private:
    void planAll(exchange::ReadPeople people, const QString &databasePath, const std::stop_token &stop);
    [[nodiscard]] Result<> makeRecord(contacts::IncomingPerson &person, store::BulkPortion &portion);

    size_t m_count;
    IdSource m_ids;
    QString m_createdAt;
    size_t m_created = 0;
    PlannedPeople m_people;
    Result<PlannedImport> m_plan; ///< there when the people have ended
    std::exception_ptr m_fault; ///< of planning
    std::jthread m_planning; ///< ends before the rest of this does
};

} // namespace crema::flows
