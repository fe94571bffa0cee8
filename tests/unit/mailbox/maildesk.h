// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../flows/desk.h"
#include "flows/answersflow.h"
#include "flows/gmailflow.h"
#include "flows/mailfacts.h"
#include "flows/pushflow.h"
#include "flows/sendflow.h"
#include "support/gmailbox.h"
#include "support/plainrequest.h"

namespace crema::flows {

using namespace Qt::StringLiterals;

using GmailServer = test::GmailBox; // the whole mailbox

/// A desk with emails written and a mailbox to connect.
struct MailDesk : Desk
{
    explicit MailDesk(const GoogleClient &google, const QString &folder = {});

    /// A sender, `people` and an email to each.
    [[nodiscard]] Result<> prepare(int people);
    [[nodiscard]] Result<Connected> connect(const ConnectWish &wish = {});
    /// prepare() and connect().
    [[nodiscard]] Result<> begin(int people, bool readsAnswers = true);

    [[nodiscard]] Result<PushOutcome> push(const QStringList &drafts);
    [[nodiscard]] Result<SendResult> send(const QString &draft, bool evenIfAnswered = false);
    [[nodiscard]] Result<AnswersOutcome> look(const QStringList &contacts = {});
    [[nodiscard]] Draft draft(int i) const { return reader->draft(ids[i]).value_or(Draft {}); }
    [[nodiscard]] Contact contact(int i) const
    {
        return reader->contact(draft(i).contactId).value_or(Contact {});
    }
    [[nodiscard]] SendMark mark(int i) const { return sendMarkOf(*reader, ids[i]).value_or(SendMark {}); }
    [[nodiscard]] MailboxPlace place(int i) const
    {
        return placeOf(*reader, ids[i]).value_or(MailboxPlace {});
    }
    [[nodiscard]] Result<> edit(int i, const QString &subject);
    /// Writes another email to the same contact.
    [[nodiscard]] Result<QString> followUp(int i);
    /// Begins, sends a first email and writes a follow-up that goes on with its conversation.
    [[nodiscard]] Result<QString> followUpInConversation();
    /// As after a crash: everything is opened again.
    [[nodiscard]] Result<> reopen();

    QStringList ids; ///< of the drafts
};

} // namespace crema::flows

#define WITH_GMAIL(server)                                                                                   \
    GmailServer server;                                                                                      \
    if (!server.isRunning()) {                                                                               \
        QSKIP("python3 is not installed; it runs the stand-in for Gmail");                                   \
    }
