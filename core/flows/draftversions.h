// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/services.h"
#include "model/draft.h"

namespace crema::flows {

/// A text that a draft once had, with who wrote it (`draft.writer`).
struct DraftVersion
{
    int number = 1; ///< 1 is the oldest; a later change gives none of them another number
    QString operationId; ///< of what brought this text; empty when the history does not reach back to it
    QString label; ///< of that operation
    QString origin; ///< as of an operation: "user", "job", "sync" ...
    QString at; ///< when, ISO 8601 UTC
    Draft draft; ///< as it was then
};

/// Every text (subject or body) a draft has had, oldest first; the last one is the present text.
[[nodiscard]] Result<QVector<DraftVersion>> draftVersions(const store::Reader &reader,
                                                          const QString &draftId);

/// The versions without those that were merely saved in the middle of typing: made by hand, followed within
/// two minutes by a text that keeps all but a few of their words. First and last always stay.
[[nodiscard]] QVector<DraftVersion> withoutTypingSteps(const QVector<DraftVersion> &versions);

/// Gives a draft the text of a version again, with its claims and its writer: one step, which can be undone
/// and is a version itself. notFound when there is no such version or the text is that already.
[[nodiscard]] Task<Result<Draft>> restoreDraftVersion(Services *services, QString draftId, int number);

} // namespace crema::flows
