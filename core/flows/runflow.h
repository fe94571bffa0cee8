// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/services.h"
#include "model/run.h"

namespace crema::flows {

/// A run beside the one before it that asked the same of the same provider.
struct RunComparison
{
    QString earlierRunId;
    QString earlierAt; ///< ISO 8601 UTC
    QStringList newPeople; ///< ids of people in this run whom the earlier one did not have
    QStringList gonePeople; ///< the other way round, without those who were saved to contacts
};
/// nullopt when nothing of the kind was asked before. The number of people asked for may differ.
[[nodiscard]] Result<std::optional<RunComparison>> comparedWithEarlier(const store::Reader &reader,
                                                                       const Run &run);

/// Keeps the user's own words on a run; undoable.
[[nodiscard]] Task<Result<store::Change>> setRunNotes(Services *services, QString runId, QString notes);

/// Other names of a job: what firms call it.
struct TitleHelp
{
    QString title; ///< as it was asked
    QString cleaned; ///< the usual name
    QStringList similar;
    QStringList near; ///< jobs beside it, of our own tables
    QStringList levels; ///< words of rank in it
    QString role;
    QString subRole;
    QStringList skills; ///< of the vendor
    bool fromVendor = false;
    QString note; ///< why the vendor was not asked or did not answer, for people
};
/// From our own tables, and from People Data Labs when a key is there (free of charge).
[[nodiscard]] Task<Result<TitleHelp>> titleHelp(Services *services, QString title, std::stop_token stop);

/// Completions from People Data Labs with the local ones behind; the local ones alone without a key, off
/// line, or when the vendor is asked too often (it allows 60 a minute). Fewer than two characters never leave
/// the computer.
[[nodiscard]] Task<Result<QStringList>> suggestWithVendor(Services *services, QString kind, QString text,
                                                          int limit, std::stop_token stop);

} // namespace crema::flows
