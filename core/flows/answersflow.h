// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/gmailflow.h"
#include "flows/mailfacts.h"
#include "flows/mailthread.h"

#include <QMap>

#include <functional>

namespace crema::flows {

/// What looking found out about one contact.
struct AnswerFound
{
    QString contactId;
    ContactAnswer answer;
    bool isNews = false; ///< an answer or a bounce that was not known before
};

struct AnswersOutcome
{
    QMap<QString, ContactAnswer> answers; ///< by contact
    QVector<AnswerFound> news;
    QStringList sentThere; ///< drafts that were sent from the mailbox itself
    std::optional<Error> error; ///< that left some of them unknown
};

/// Looks into the conversations with these contacts, or with all that were written to when the list is empty;
/// only threads we wrote are read. What is found is kept: the answer, the stage as far as it moves forward by
/// itself, the follow-up that is called off, drafts sent from the mailbox. A contact whose conversation
/// cannot be looked at is `unknown`, with the reason, and keeps the time of the last look.
[[nodiscard]] Task<Result<AnswersOutcome>> checkAnswers(Services *services, QStringList contactIds,
                                                        std::function<void(int done, int total)> told,
                                                        std::stop_token stop);

/// What is known now without asking the mailbox; for a contact nobody wrote to the reason says so.
[[nodiscard]] Result<ContactAnswer> knownAnswer(const store::Reader &reader, const QString &contactId);
/// The user has read the answer: it is not unread here any more. The mailbox is not changed.
[[nodiscard]] Task<Result<>> markAnswerRead(Services *services, QString contactId);

} // namespace crema::flows
