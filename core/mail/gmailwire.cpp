// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/gmailwire.h"

#include <QCryptographicHash>

#include <QHash>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace crema::mail {

namespace {

/// An id is a text; a number, should one come, is taken digit by digit, since it may be larger than any type.
QString idAt(const Json &json, const char *key)
{
    const Json &value = member(json, key);
    return value.is_number_integer() ? QString::fromLatin1(toBytes(value)) : textOf(value);
}

QDateTime timeAt(const Json &json, const char *key)
{
    const auto ms = intOf(member(json, key));
    return ms && *ms > 0 ? QDateTime::fromMSecsSinceEpoch(*ms, Qt::UTC) : QDateTime();
}

Json draftJson(const QString &threadId)
{
    Json message = Json::object();
    putText(message, "threadId", threadId);
    return message;
}

/// One that does not occur in the content, and the same for the same content.
QByteArray boundaryFor(const QByteArray &content)
{
    QByteArray boundary = "crema-"
            + QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex().left(32);
    while (content.contains(boundary)) {
        boundary = "crema-" + QCryptographicHash::hash(boundary, QCryptographicHash::Sha256).toHex().left(32);
    }
    return boundary;
}

QString entity(QStringView name)
{
    static const QHash<QString, QString> named {
            {u"amp"_s, u"&"_s},         {u"lt"_s, u"<"_s},         {u"gt"_s, u">"_s},
            {u"quot"_s, u"\""_s},       {u"apos"_s, u"'"_s},       {u"nbsp"_s, u"\u00a0"_s},
            {u"hellip"_s, u"\u2026"_s}, {u"ndash"_s, u"\u2013"_s}, {u"mdash"_s, u"\u2014"_s},
            {u"lsquo"_s, u"\u2018"_s},  {u"rsquo"_s, u"\u2019"_s}, {u"ldquo"_s, u"\u201c"_s},
            {u"rdquo"_s, u"\u201d"_s},
    };
    if (!name.startsWith(u'#')) {
        return named.value(name.toString());
    }
    const bool isHex = name.size() > 1 && name.at(1).toLower() == u'x';
    bool ok = false;
    const uint code = name.mid(isHex ? 2 : 1).toUInt(&ok, isHex ? 16 : 10);
    const bool isCharacter = ok && code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    const char32_t character = isCharacter ? code : 0;
    return isCharacter ? QString::fromUcs4(&character, 1) : QString();
}

} // namespace

const QStringList &threadHeaders()
{
    static const QStringList names {
            u"From"_s,           u"To"_s,          u"Cc"_s,           u"Subject"_s,
            u"Date"_s,           u"Message-ID"_s,  u"References"_s,   u"In-Reply-To"_s,
            u"Auto-Submitted"_s, u"Precedence"_s,  u"X-Autoreply"_s,  u"X-Autorespond"_s,
            u"List-Id"_s,        u"Return-Path"_s, u"Content-Type"_s, u"X-Failed-Recipients"_s,
    };
    return names;
}

const QStringList &draftHeaders()
{
    static const QStringList names {u"From"_s, u"To"_s, u"Subject"_s, u"Message-ID"_s};
    return names;
}

QByteArray toBase64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray fromBase64Url(const QByteArray &text)
{
    QByteArray letters = text;
    letters.replace('+', '-').replace('/', '_').replace('\n', "").replace('\r', "");
    const auto options = QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors;
    return QByteArray::fromBase64Encoding(letters, options).decoded;
}

QString withoutEntities(const QString &text)
{
    constexpr qsizetype longest = 10;
    QString plain;
    qsizetype done = 0;
    for (qsizetype at = text.indexOf(u'&'); at >= 0; at = text.indexOf(u'&', at + 1)) {
        const qsizetype end = text.indexOf(u';', at);
        const QString meant = end > at && end - at <= longest
                ? entity(QStringView(text).mid(at + 1, end - at - 1))
                : QString();
        if (!meant.isEmpty()) {
            plain += QStringView(text).mid(done, at - done);
            plain += meant;
            done = end + 1;
        }
    }
    return plain + text.mid(done);
}

GmailBody draftBody(const QByteArray &message, const QString &threadId)
{
    Json json = draftJson(threadId);
    json["raw"] = QString::fromLatin1(toBase64Url(message));
    return {"application/json", toBytes(Json {{"message", std::move(json)}})};
}

GmailBody uploadBody(const QByteArray &message, const QString &threadId)
{
    const QByteArray json = toBytes(Json {{"message", draftJson(threadId)}});
    const QByteArray boundary = boundaryFor(json + message);
    return {"multipart/related; boundary=\"" + boundary + '"',
            "--" + boundary + "\r\nContent-Type: application/json; charset=UTF-8\r\n\r\n" + json + "\r\n--"
                    + boundary + "\r\nContent-Type: message/rfc822\r\n\r\n" + message + "\r\n--" + boundary
                    + "--\r\n"};
}

GmailDraft draftFrom(const Json &json)
{
    const Json &message = member(json, "message");
    return {idAt(json, "id"), idAt(message, "id"), idAt(message, "threadId")};
}

GmailMessage messageFrom(const Json &json)
{
    GmailMessage message;
    message.id = idAt(json, "id");
    message.threadId = idAt(json, "threadId");
    message.labels = textsAt(json, "labelIds");
    message.snippet = withoutEntities(textAt(json, "snippet"));
    message.historyId = idAt(json, "historyId");
    message.at = timeAt(json, "internalDate");
    message.raw = fromBase64Url(textAt(json, "raw").toLatin1());
    const Json &payload = member(json, "payload");
    for (const Json &header : arrayAt(payload, "headers")) {
        GmailHeader read {textAt(header, "name"), textAt(header, "value")};
        if (!read.name.isEmpty()) {
            message.headers.append(std::move(read));
        }
    }
    message.mediaType = textAt(payload, "mimeType").toLower();
    return message;
}

GmailThread threadFrom(const Json &json)
{
    GmailThread thread;
    thread.id = idAt(json, "id");
    thread.historyId = idAt(json, "historyId");
    for (const Json &item : arrayAt(json, "messages")) {
        GmailMessage message = messageFrom(item);
        if (!message.id.isEmpty()) {
            thread.messages.append(std::move(message));
        }
    }
    // Gmail gives them oldest first and does not promise it; those without a time stay where they are.
    const auto isDated = [](const GmailMessage &message) { return message.at.isValid(); };
    if (std::all_of(thread.messages.cbegin(), thread.messages.cend(), isDated)) {
        std::sort(thread.messages.begin(), thread.messages.end(),
                  [](const GmailMessage &a, const GmailMessage &b) {
                      return std::tie(a.at, a.id) < std::tie(b.at, b.id);
                  });
    }
    return thread;
}

GmailProfile profileFrom(const Json &json)
{
    return {textAt(json, "emailAddress"), idAt(json, "historyId")};
}

QVector<GmailDraft> draftsFrom(const Json &json)
{
    QVector<GmailDraft> drafts;
    for (const Json &item : arrayAt(json, "drafts")) {
        GmailDraft draft = draftFrom(item);
        if (!draft.id.isEmpty()) {
            drafts.append(std::move(draft));
        }
    }
    return drafts;
}

QString nextPageOf(const Json &json)
{
    return idAt(json, "nextPageToken");
}

void addHistory(GmailHistory &history, const Json &page)
{
    for (const Json &record : arrayAt(page, "history")) {
        for (const char *kind : {"messagesAdded", "labelsAdded", "labelsRemoved"}) {
            for (const Json &item : arrayAt(record, kind)) {
                const QString threadId = idAt(member(item, "message"), "threadId");
                if (!threadId.isEmpty()) {
                    history.threadIds << threadId;
                }
            }
        }
    }
    if (const QString id = idAt(page, "historyId"); !id.isEmpty()) {
        history.historyId = id;
    }
}

QString lastRecordOf(const Json &page)
{
    const Json &records = arrayAt(page, "history");
    return records.empty() ? QString() : idAt(records.back(), "id");
}

} // namespace crema::mail
