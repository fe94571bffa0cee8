// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/gmailflow.h"
#include "flows/mailfacts.h"

#include <QUrl>

#include <functional>

namespace crema::flows {

enum class SendEnd {
    sent,
    held, ///< by the quality gate
    answered, ///< an answer or a bounce came first
    full, ///< as many as may be sent in a day were
    notSent, ///< certainly not; the reason says why
    unknown, ///< nobody can tell: the user has to look
    notTried, ///< something stood in the way of all
};

/// What became of one email.
struct SendResult
{
    QString draftId;
    SendEnd end = SendEnd::notSent;
    QString reason; ///< for people, unless it was sent
    QUrl link; ///< shows the conversation in the browser
};

/// "sent", "held", "answered", "full", "not_sent", "unknown", "not_tried".
[[nodiscard]] QString sendWord(SendEnd end);

struct SendOrder
{
    QString draftId;
    QString account; ///< empty: the usual one
    bool evenIfAnswered = false; ///< the user saw the answer and sends all the same
    bool fromQueue = false; ///< only as long as it is in the queue
};

/// Sends one email, at most once whatever happens (DESIGN 7):
/// the gate, the day's limit and the conversation are looked at; the draft in the mailbox is made to say what
/// is to be said; that it is being sent is written down; then it is sent. A draft can be sent only once by
/// the mailbox itself. Without an answer the mailbox is looked into before anything else is tried.
///
/// The error is the mailbox's or the store's, and nothing was sent then; cancelled for one that was taken out
/// of the queue.
[[nodiscard]] Task<Result<SendResult>> sendDraft(Services *services, SendOrder order, std::stop_token stop);

/// Finds out what became of an email that was being sent when no answer came. `none` is the state of one that
/// was not sent after all. An Error leaves it open.
[[nodiscard]] Task<Result<SendMark>> settleSend(Services *services, QString draftId, std::stop_token stop);
/// All of them, as far as the mailbox answers; how many are still open.
[[nodiscard]] Task<Result<int>> settleSends(Services *services, std::stop_token stop);
/// The user looked into the mailbox and says it. conflict when nothing was open.
[[nodiscard]] Task<Result<SendMark>> settleByHand(Services *services, QString draftId, bool wasSent);

/// Several, one after another, `pace` apart; `told` after each. Ends early, with the rest not tried, when
/// something stands in the way of all.
[[nodiscard]] Task<Result<QVector<SendResult>>> sendDrafts(Services *services, QStringList draftIds,
                                                           QString account, bool evenIfAnswered,
                                                           std::chrono::milliseconds pace,
                                                           std::function<void(int done)> told,
                                                           std::stop_token stop);

/// How many emails the account may still send today, counted over 24 hours.
[[nodiscard]] Result<int> sendsLeft(const Services &services, const QString &account);
/// When the next one may go, for an account that has none left.
[[nodiscard]] Result<QDateTime> nextFreeSend(const Services &services, const QString &account);

} // namespace crema::flows
