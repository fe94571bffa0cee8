// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/gmailflow.h"

#include <QUrl>

namespace crema::flows {

enum class PushEnd {
    created,
    updated,
    unchanged, ///< it lies there already, word for word
    held, ///< by the quality gate
    deletedThere, ///< it was deleted in the mailbox; asked again, it is put back
    sentThere, ///< it was sent from the mailbox
    failed,
    notTried, ///< something stood in the way of all
};

/// What became of one draft.
struct PushResult
{
    QString draftId;
    PushEnd end = PushEnd::failed;
    QString reason; ///< for people, unless it lies in the mailbox
    QUrl link; ///< shows the draft in the browser

    [[nodiscard]] bool isThere() const
    {
        return end == PushEnd::created || end == PushEnd::updated || end == PushEnd::unchanged;
    }
};

struct PushOutcome
{
    QString jobId;
    QVector<PushResult> results; ///< in the order of the drafts

    [[nodiscard]] int there() const;
    [[nodiscard]] QVector<PushResult> others() const;
};

/// "created", "updated" ...
[[nodiscard]] QString pushWord(PushEnd end);

/// Puts drafts into the mailbox, or updates those that lie there, as a durable job ("push"): killed and
/// resumed, none is put there twice. `account` may be empty for the usual one. Once something stands in the
/// way of all (no network, a daily limit) the rest is not tried and says so.
[[nodiscard]] Task<Result<PushOutcome>> pushDrafts(Services *services, QStringList draftIds, QString account,
                                                   std::stop_token stop);
/// What a finished job of this flow left.
[[nodiscard]] PushOutcome pushOutcomeOf(const store::JobRow &job);

} // namespace crema::flows
