// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "mail/gmail.h"

// Bytes <-> values of the Gmail API v1, without the network. Tolerant of what is missing or of another type
// than documented. https://developers.google.com/workspace/gmail/api/reference/rest

namespace crema::mail {

/// The headers that threading and the judging of answers need.
[[nodiscard]] const QStringList &threadHeaders();
/// Those by which a draft of ours is recognised.
[[nodiscard]] const QStringList &draftHeaders();

/// Base64 in the letters for addresses, without padding (RFC 4648 section 5).
[[nodiscard]] QByteArray toBase64Url(const QByteArray &bytes);
/// Reads both alphabets, with padding and without; empty when it is neither.
[[nodiscard]] QByteArray fromBase64Url(const QByteArray &text);
/// HTML's named and numbered characters as themselves.
[[nodiscard]] QString withoutEntities(const QString &text);

/// A body and what it is.
struct GmailBody
{
    QByteArray contentType;
    QByteArray bytes;
};
/// The JSON that creates or replaces a draft.
[[nodiscard]] GmailBody draftBody(const QByteArray &message, const QString &threadId);
/// The same for the upload endpoint (multipart/related, RFC 2387): the message as it is.
[[nodiscard]] GmailBody uploadBody(const QByteArray &message, const QString &threadId);

[[nodiscard]] GmailDraft draftFrom(const Json &json);
[[nodiscard]] GmailMessage messageFrom(const Json &json);
/// Messages without an id are left out.
[[nodiscard]] GmailThread threadFrom(const Json &json);
[[nodiscard]] GmailProfile profileFrom(const Json &json);
/// The ids of a page of drafts.
[[nodiscard]] QVector<GmailDraft> draftsFrom(const Json &json);
[[nodiscard]] QString nextPageOf(const Json &json);

/// Adds a page of the history.
void addHistory(GmailHistory &history, const Json &page);
/// The id of the newest record of a page; empty when it has none.
[[nodiscard]] QString lastRecordOf(const Json &page);

} // namespace crema::mail
