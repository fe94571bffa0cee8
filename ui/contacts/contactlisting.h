// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/task.h"
#include "store/peoplelist.h"
#include "ui/contacts/contactcolumns.h"

#include <stop_token>

namespace crema::ui {

/// How many contacts each further restriction would leave, and how many there are without any.
struct ContactCounts
{
    store::PeopleCounts left;
    qint64 all = 0; ///< without any filter
    qint64 allSample = 0; ///< of all, from the sample directory

    /// Whatever their status.
    [[nodiscard]] qint64 ofAnyStatus() const;
};

// Each opens a reader of its own on a worker: a filter over a hundred thousand contacts must not stop the
// window. A stop ends the query at once.

[[nodiscard]] Task<Result<QVector<qint64>>> listRowIds(QString databasePath, store::PeopleQuery query,
                                                       std::stop_token stop);
[[nodiscard]] Task<Result<QVector<store::StatusPeople>>> listByStatus(QString databasePath,
                                                                      store::PeopleQuery query,
                                                                      std::stop_token stop);
[[nodiscard]] Task<Result<ContactCounts>> countContacts(QString databasePath, store::PeopleQuery query,
                                                        std::stop_token stop);
[[nodiscard]] Task<Result<QVector<store::FacetValue>>> listFacet(QString databasePath,
                                                                 store::PeopleQuery query, store::Facet facet,
                                                                 QString search, std::stop_token stop);
/// The rowid of the first person whose name begins so; 0 for nobody.
[[nodiscard]] Task<Result<qint64>> findByName(QString databasePath, store::PeopleQuery query, QString typed,
                                              std::stop_token stop);
/// The ids of the contacts behind `rids`, in that order; those that are gone are left out.
[[nodiscard]] Task<Result<QStringList>> contactIdsOf(QString databasePath, QVector<qint64> rids,
                                                     std::stop_token stop);
/// Rows and columns as text for other programs, with titles (see celltext.h); `unsaved` stand in their cells
/// in place of what is stored.
[[nodiscard]] Task<Result<QString>> tableTextOf(QString databasePath, QVector<qint64> rids,
                                                QVector<ContactColumn> columns, CellTexts unsaved,
                                                std::stop_token stop);
/// The text of one cell as it is; notFound when the contact is gone.
[[nodiscard]] Task<Result<QString>> cellTextOf(QString databasePath, qint64 rid, ContactColumn column,
                                               std::stop_token stop);

} // namespace crema::ui
