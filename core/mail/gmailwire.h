// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "mail/gmail.h"

namespace crema::mail {

// Between the Gmail API's JSON and our values; nothing here asks anybody. Members of odd types read as
// absent.

/// An answer without ids is no draft: nullopt.
[[nodiscard]] std::optional<GmailDraft> gmailDraftFrom(const Json &json);
[[nodiscard]] std::optional<GmailMessage> gmailMessageFrom(const Json &json);
[[nodiscard]] std::optional<GmailThread> gmailThreadFrom(const Json &json);
[[nodiscard]] GmailProfile gmailProfileFrom(const Json &json);
/// Adds one page to what the pages before had.
void addHistoryPage(GmailHistory &history, const Json &page);
[[nodiscard]] QVector<GmailSender> gmailSendersFrom(const Json &json);

/// {"message":{"raw":...,"threadId":...}}
[[nodiscard]] QByteArray draftBody(const QByteArray &message, const QString &threadId);

/// The body of an upload: a JSON part and the message as it is (multipart/related, RFC 2387).
struct UploadBody
{
    QByteArray contentType;
    QByteArray bytes;
};
[[nodiscard]] UploadBody uploadBody(const QByteArray &message, const QString &threadId);

} // namespace crema::mail
