// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/services.h"

namespace crema::flows {

struct ExportRequest
{
    QString path; ///< the ending chooses: .csv, .vcf, .json
    QString format; ///< "csv", "vcf" or "json", whatever the ending; empty to go by it
    QString runId; ///< people of a run instead of contacts
    QStringList contactIds; ///< only these; all when empty
    bool raw = false; ///< CSV without the guard against spreadsheet formulas, for reading in again
};

/// "csv", "vcf", "json", or what else its file ends in.
[[nodiscard]] QString formOf(const ExportRequest &request);

/// Writes contacts to a file, all or nothing; returns how many people it holds.
[[nodiscard]] Task<Result<int>> exportPeople(Services *services, ExportRequest request);
/// The same for whoever only reads the workspace.
[[nodiscard]] Task<Result<int>> exportPeopleFrom(QString databasePath, ExportRequest request,
                                                 std::stop_token stop);

/// What a file of these people would hold.
struct ExportedPeople
{
    QByteArray bytes;
    int people = 0;
};
[[nodiscard]] Task<Result<ExportedPeople>> exportedPeople(QString databasePath, ExportRequest request,
                                                          std::stop_token stop);

} // namespace crema::flows
