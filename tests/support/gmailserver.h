// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/standin.h"

namespace crema::test {

/// The stand-in for Gmail and Google's sign-in (tests/support/gmailserver): a mailbox per account in memory.
/// Its head says what control() takes and answers.
class GmailServer : public StandIn
{
public:
    GmailServer() : StandIn(QStringLiteral("gmailserver/gmailserver.py")) { }

    /// For GmailClient.
    [[nodiscard]] QUrl baseUrl() const { return url(QString()); }
    [[nodiscard]] QUrl authUrl() const { return url(QStringLiteral("/oauth/authorize")); }
    [[nodiscard]] QUrl tokenUrl() const { return url(QStringLiteral("/oauth/token")); }
    [[nodiscard]] QUrl revokeUrl() const { return url(QStringLiteral("/oauth/revoke")); }
    /// May compose and read; there after each reset().
    static constexpr const char *token = "test-token";
    static constexpr const char *account = "sam.student@example.edu";

    /// {path, kind, ...}: "done-drop" does the work and breaks off without an answer.
    void fault(const Json &fault) { control({{"faults", Json::array({fault})}}); }
    /// A message of others in a conversation: {threadId, kind, from, text, ...}. Its id.
    QString inject(const Json &message) { return textAt(control({{"inject", message}}), "added"); }
    /// How often "POST /drafts/send", "GET /threads/*" ... was asked for.
    [[nodiscard]] qint64 calls(const char *name) { return intAt(member(control(), "calls"), name); }
    /// How often it did its work.
    [[nodiscard]] qint64 done(const char *name) { return intAt(member(control(), "done"), name); }
    /// What left the mailboxes, by us or from the web.
    [[nodiscard]] Json sent() { return arrayAt(control(), "sent"); }
};

} // namespace crema::test
