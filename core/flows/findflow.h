// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/services.h"
#include "model/run.h"

namespace crema::flows {

/// Searches people as a durable job ("find") and keeps the run. Provider "local": contacts and the sample
/// directory.
/// Provider "pdl": People Data Labs (see paidfind.h); `fresh` asks it anew though the same was asked within a
/// day.
[[nodiscard]] Task<Result<Run>> findPeople(Services *services, Criteria criteria, QString provider,
                                           std::stop_token stop, bool fresh = false);

/// What saving people of a run did.
struct SaveOutcome
{
    int created = 0;
    int known = 0; ///< were in contacts already
    QMap<QString, QString> contactIds; ///< by the person's id in the run
    QString operationId;
};
/// Saves people of a run to contacts (all when `personIds` is empty), one operation; those who are there are
/// left as they are.
[[nodiscard]] Task<Result<SaveOutcome>> savePeople(Services *services, QString runId, QStringList personIds);

/// Completions of what is typed, from contacts and the sample directory: kinds job_title company location
/// school skill industry role sub_role.
struct Suggestion
{
    QString text;
    int count = 0; ///< people who have it
};
[[nodiscard]] Task<Result<QVector<Suggestion>>> suggest(Services *services, QString kind, QString text,
                                                        int limit, std::stop_token stop);
/// The same for whoever only reads the workspace.
[[nodiscard]] Task<Result<QVector<Suggestion>>> suggestFrom(QString databasePath,
                                                            const truth::DirectoryKnowledge *knowledge,
                                                            QString kind, QString text, int limit,
                                                            std::stop_token stop);

} // namespace crema::flows
