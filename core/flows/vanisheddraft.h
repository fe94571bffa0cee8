// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/gmailflow.h"
#include "flows/mailfacts.h"

namespace crema::flows {

enum class Vanished { deleted, sent, cannotTell };
/// What became of a draft that is no longer in the mailbox.
struct VanishedDraft
{
    Vanished how = Vanished::cannotTell;
    QString messageId; ///< when it was sent
    QString threadId;
    QString at; ///< when it was sent, as the mailbox says it; ISO 8601 UTC
    QString reason; ///< why nobody can tell
};
/// Looks whether the conversation has a sent message that is not one of `before`.
[[nodiscard]] Task<Result<VanishedDraft>> whatBecameOf(Services *services, GmailAccount account,
                                                       mail::GmailDraft draft, QStringList before,
                                                       std::stop_token stop);
/// Notes what became of it, in one operation; the mark that was written, if any.
[[nodiscard]] Task<Result<SendMark>> noteVanished(Services *services, QString draftId,
                                                  VanishedDraft vanished);
/// Looks and notes, for a draft that was put there and no longer is.
[[nodiscard]] Task<Result<VanishedDraft>> settleVanished(Services *services, QString draftId,
                                                         GmailAccount account, std::stop_token stop);

} // namespace crema::flows
