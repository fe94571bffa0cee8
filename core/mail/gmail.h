// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/task.h"
#include "net/client.h"
#include "net/tokensource.h"

#include <QDateTime>
#include <QSet>
#include <QStringList>
#include <QUrl>
#include <QVector>

#include <memory>
#include <stop_token>

namespace crema::mail {

/// Whose mailbox, and what the egress log is to say.
struct GmailAccess
{
    std::shared_ptr<net::TokenSource> token;
    QString account; ///< the address, for errors
    QString jobId;
};

/// A draft in the mailbox. The message id may change with every update, the draft id does not.
struct GmailDraft
{
    QString id;
    QString messageId;
    QString threadId;

    [[nodiscard]] bool operator==(const GmailDraft &) const = default;
};

struct GmailHeader
{
    QString name; ///< as the sender wrote it
    QString value; ///< encoded words are not decoded

    [[nodiscard]] bool operator==(const GmailHeader &) const = default;
};

/// A message as the mailbox describes it; `raw` only when it was asked for.
struct GmailMessage
{
    QString id;
    QString threadId;
    QStringList labels; ///< "INBOX", "SENT", "DRAFT", "UNREAD", "TRASH", "SPAM" and the user's own ids
    QString snippet; ///< plain text
    QString historyId; ///< may exceed 64 bits: a text
    QDateTime at; ///< when the mailbox got it, UTC; invalid when not said
    QVector<GmailHeader> headers;
    QString mediaType; ///< of the whole message: "multipart/report"
    QByteArray raw; ///< RFC 5322

    /// The first header of that name, whatever its capitals; empty when there is none.
    [[nodiscard]] QString header(QStringView name) const;
};

struct GmailThread
{
    QString id;
    QString historyId;
    QVector<GmailMessage> messages; ///< oldest first
};

struct GmailProfile
{
    QString email;
    QString historyId;
};

/// The conversations in which something happened since a history id: a message came or left, or was read,
/// moved or labelled. `historyId` is where to go on.
struct GmailHistory
{
    QSet<QString> threadIds;
    QString historyId;
};

/// The Gmail API v1 (https://developers.google.com/workspace/gmail/api/reference/rest) on the one HTTP
/// client.
///
/// Errors in words for people: unauthorised when the account has to be connected again (a refused access
/// token is renewed once before), forbidden for a missing permission (`isMissingScope`) or a mailbox without
/// Gmail, rateLimited with retryAfter, `isDailyLimit` for the limit of a day, notFound, rejectedInput for a
/// message that is too large or malformed, offline and timeout. What may have arrived is not repeated:
/// creating and sending never are once they left; reading and updating may be.
class GmailClient final
{
public:
    /// `http` outlives this; `base` is "https://gmail.googleapis.com". An upload may take longer in all.
    GmailClient(net::Client &http, QUrl base, net::Timeouts timeouts = {});

    /// What every call needs.
    struct Service
    {
        net::Client *http = nullptr;
        QUrl base;
        net::Timeouts timeouts;
    };

    /// `message` is a whole RFC 5322 message; above `uploadBytes` it goes by the upload endpoint.
    [[nodiscard]] Task<Result<GmailDraft>> createDraft(GmailAccess access, QByteArray message,
                                                       QString threadId, std::stop_token stop);
    /// Replaces the whole content.
    [[nodiscard]] Task<Result<GmailDraft>> updateDraft(GmailAccess access, QString draftId,
                                                       QByteArray message, QString threadId,
                                                       std::stop_token stop);
    /// notFound when it was deleted or sent elsewhere.
    [[nodiscard]] Task<Result<GmailDraft>> draft(GmailAccess access, QString draftId, std::stop_token stop);
    /// With the headers From, To, Subject, Message-ID of each; the newest `limit`.
    [[nodiscard]] Task<Result<QVector<std::pair<GmailDraft, GmailMessage>>>> newestDrafts(
            GmailAccess access, int limit, std::stop_token stop);
    /// Sends a draft as it is in the mailbox. The error of an answer that was lost says so: timeout, offline
    /// or badAnswer with `mayHaveArrived(error)`.
    [[nodiscard]] Task<Result<GmailMessage>> sendDraft(GmailAccess access, QString draftId,
                                                       std::stop_token stop);

    [[nodiscard]] Task<Result<GmailProfile>> profile(GmailAccess access, std::stop_token stop);
    /// Metadata only: headers that threading and reply detection need.
    [[nodiscard]] Task<Result<GmailThread>> thread(GmailAccess access, QString threadId,
                                                   std::stop_token stop);
    [[nodiscard]] Task<Result<GmailMessage>> rawMessage(GmailAccess access, QString messageId,
                                                        std::stop_token stop);
    /// All pages. notFound when the id is too old: everything has to be looked at anew.
    [[nodiscard]] Task<Result<GmailHistory>> historySince(GmailAccess access, QString historyId,
                                                          std::stop_token stop);

    static constexpr qint64 uploadBytes = 3'500'000;
    static constexpr qint64 maxMessageBytes = 25'000'000; ///< Gmail refuses larger ones

private:
    Service m_service;
};

/// The account did not grant what the call needs.
[[nodiscard]] bool isMissingScope(const Error &error);
/// The mailbox sends nothing more until tomorrow.
[[nodiscard]] bool isDailyLimit(const Error &error);
/// The request left and no answer came: whether it was done is unknown.
[[nodiscard]] bool mayHaveArrived(const Error &error);

/// Where the browser shows a draft or a conversation of this account.
[[nodiscard]] QUrl gmailDraftUrl(const QString &account, const QString &messageId);
[[nodiscard]] QUrl gmailThreadUrl(const QString &account, const QString &threadId);

} // namespace crema::mail
