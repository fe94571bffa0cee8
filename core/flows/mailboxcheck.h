// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/gmailflow.h"

#include <functional>

namespace crema::flows {

/// What the workspace knows of a mailbox, compared with what is there: for people who want to rely on it.
struct MailboxCheck
{
    QString account;
    int conversations = 0; ///< that we wrote, or put as drafts
    int looked = 0; ///< of them found and read
    QStringList gone; ///< whom those were with that are no longer there
    int newAnswers = 0; ///< answers and bounces that were not known here
    int sentThere = 0; ///< drafts that had been sent from the mailbox itself
    int open = 0; ///< emails of which nobody knows whether they were sent
    QString from; ///< the range: the oldest and the newest email, ISO 8601 UTC
    QString to;
    QString reason; ///< why it could not be looked at whole, for people; empty when it was

    [[nodiscard]] bool isWhole() const { return reason.isEmpty() && looked == conversations && open == 0; }
};

/// Looks into every conversation of every connected account and keeps what it finds, as checkAnswers does.
[[nodiscard]] Task<Result<QVector<MailboxCheck>>> checkMailboxes(
        Services *services, std::function<void(int done, int total)> told, std::stop_token stop);

/// One check in a few sentences, for people.
[[nodiscard]] QString checkInWords(const MailboxCheck &check);

} // namespace crema::flows
