// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/gmailwire.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::mail {

namespace {

constexpr auto base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

/// Snippets are escaped for HTML.
QString unescaped(QString text)
{
    const std::pair<QLatin1StringView, QChar> entities[] = {{"&lt;"_L1, u'<'},   {"&gt;"_L1, u'>'},
                                                            {"&quot;"_L1, u'"'}, {"&#39;"_L1, u'\''},
                                                            {"&nbsp;"_L1, u' '}, {"&amp;"_L1, u'&'}};
    for (const auto &[entity, letter] : entities) { // the ampersand last: "&amp;lt;" means "&lt;"
        text.replace(entity, QString(letter));
    }
    return text;
}

QDateTime timeFrom(const QString &milliseconds)
{
    bool ok = false;
    const qint64 number = milliseconds.toLongLong(&ok);
    return ok ? QDateTime::fromMSecsSinceEpoch(number, Qt::UTC) : QDateTime();
}

/// A number may come as a number or as a text; an id stays a text.
QString anyText(const Json &json, const char *key)
{
    const Json &value = member(json, key);
    return value.is_number_integer() ? QString::fromStdString(value.dump()) : textOf(value);
}

Json messageJson(const QString &threadId)
{
    Json message = Json::object();
    if (!threadId.isEmpty()) {
        message["threadId"] = threadId.toStdString();
    }
    return message;
}

} // namespace

std::optional<GmailDraft> gmailDraftFrom(const Json &json)
{
    const Json &message = member(json, "message");
    GmailDraft draft {anyText(json, "id"), anyText(message, "id"), anyText(message, "threadId")};
    return draft.id.isEmpty() || draft.messageId.isEmpty() ? std::nullopt : std::optional(draft);
}

std::optional<GmailMessage> gmailMessageFrom(const Json &json)
{
    GmailMessage message;
    message.id = anyText(json, "id");
    if (message.id.isEmpty()) {
        return std::nullopt;
    }
    message.threadId = anyText(json, "threadId");
    message.labels = textsAt(json, "labelIds");
    message.snippet = unescaped(textAt(json, "snippet"));
    message.historyId = anyText(json, "historyId");
    message.at = timeFrom(anyText(json, "internalDate"));
    const Json &payload = member(json, "payload");
    message.mediaType = textAt(payload, "mimeType").toLower();
    for (const Json &header : arrayAt(payload, "headers")) {
        message.headers << GmailHeader {textAt(header, "name"), textAt(header, "value")};
    }
    message.raw = QByteArray::fromBase64(textAt(json, "raw").toLatin1(), base64Url);
    return message;
}

std::optional<GmailThread> gmailThreadFrom(const Json &json)
{
    GmailThread thread;
    thread.id = anyText(json, "id");
    if (thread.id.isEmpty()) {
        return std::nullopt;
    }
    thread.historyId = anyText(json, "historyId");
    for (const Json &one : arrayAt(json, "messages")) {
        if (auto message = gmailMessageFrom(one)) {
            if (message->threadId.isEmpty()) {
                message->threadId = thread.id;
            }
            thread.messages << *message;
        }
    }
    std::ranges::sort(thread.messages,
                      [](const GmailMessage &a, const GmailMessage &b) { return a.at < b.at; });
    return thread;
}

GmailProfile gmailProfileFrom(const Json &json)
{
    return {textAt(json, "emailAddress").toLower(), anyText(json, "historyId")};
}

void addHistoryPage(GmailHistory &history, const Json &page)
{
    for (const Json &record : arrayAt(page, "history")) {
        for (const Json &added : arrayAt(record, "messagesAdded")) {
            const auto message = gmailMessageFrom(member(added, "message"));
            const bool isKnown = !message
                    || std::ranges::find(history.added, message->id, &GmailHistory::Added::messageId)
                            != history.added.end();
            if (!isKnown) {
                history.added << GmailHistory::Added {message->id, message->threadId, message->labels};
            }
        }
    }
    if (const QString id = anyText(page, "historyId"); !id.isEmpty()) {
        history.historyId = id;
    }
}

QVector<GmailSender> gmailSendersFrom(const Json &json)
{
    QVector<GmailSender> senders;
    for (const Json &one : arrayAt(json, "sendAs")) {
        senders << GmailSender {textAt(one, "sendAsEmail").toLower(), textAt(one, "displayName"),
                                textAt(one, "signature"), boolAt(one, "isDefault")};
    }
    return senders;
}

QByteArray draftBody(const QByteArray &message, const QString &threadId)
{
    Json json = messageJson(threadId);
    json["raw"] = message.toBase64(base64Url).toStdString();
    return toBytes({{"message", std::move(json)}});
}

UploadBody uploadBody(const QByteArray &message, const QString &threadId)
{
    // A boundary made of the content itself does not occur in it.
    QByteArray boundary = "crema-" + QCryptographicHash::hash(message, QCryptographicHash::Sha256).toHex();
    while (message.contains(boundary)) {
        boundary += 'x';
    }
    UploadBody body;
    body.contentType = "multipart/related; boundary=\"" + boundary + '"';
    body.bytes = "--" + boundary + "\r\nContent-Type: application/json; charset=UTF-8\r\n\r\n"
            + toBytes({{"message", messageJson(threadId)}}) + "\r\n--" + boundary
            + "\r\nContent-Type: message/rfc822\r\n\r\n" + message + "\r\n--" + boundary + "--\r\n";
    return body;
}

} // namespace crema::mail
