// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/gmail.h"

#include "mail/gmailerrors.h"
#include "mail/gmailwire.h"

#include <QCoreApplication>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace crema::mail {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crema::mail)
};

constexpr int pageSize = 500; ///< the most that Gmail gives
constexpr int mostPages = 50; ///< a mailbox that never ends is broken
constexpr std::chrono::milliseconds longestUpload = 15min; ///< 25 MB by a slow line
constexpr qint64 rawAnswerBytes = 60'000'000;
const QString prefix = u"/gmail/v1/users/me"_s;
const QString messageFields =
        u"id,threadId,labelIds,snippet,historyId,internalDate,payload(mimeType,headers)"_s;
const QString draftFields = u"id,message(id,threadId)"_s;

/// One call: what is sent, and what its errors say.
struct Call
{
    net::Request request;
    QUrlQuery query;
    GmailDeed deed;
    bool isUpload = false;
};

/// An id within a path.
QString segment(const QString &id)
{
    return u'/' + QString::fromLatin1(QUrl::toPercentEncoding(id));
}

void add(QUrlQuery &query, const QString &key, const QString &value)
{
    // addQueryItem would leave '+' as it is, and servers read that as a blank.
    query.addQueryItem(key, QString::fromLatin1(QUrl::toPercentEncoding(value)));
}

Call reading(const GmailAccess &access, const QString &path, const QString &purpose)
{
    Call call;
    call.request.url.setPath(prefix + path, QUrl::TolerantMode);
    call.request.headers = {{"Accept", "application/json"}};
    call.request.repeat = net::Repeat::idempotent;
    call.request.service = u"Gmail"_s;
    call.request.purpose = purpose;
    call.request.jobId = access.jobId;
    call.deed = {access.account, Tr::tr("Nothing was changed."), {}};
    return call;
}

Call metadata(Call call, const QStringList &headers)
{
    add(call.query, u"format"_s, u"metadata"_s);
    for (const QString &name : headers) {
        add(call.query, u"metadataHeaders"_s, name);
    }
    return call;
}

/// Once it may have left, its answer is waited for even when the caller stops: whoever creates or sends must
/// know what became of it.
void carryThrough(net::Request &request)
{
    request.repeat = net::Repeat::ifRefused;
    request.isPaid = true;
}

Call withMessage(Call call, const QByteArray &message, const QString &threadId)
{
    const bool uploads = message.size() > GmailClient::uploadBytes;
    GmailBody body = uploads ? uploadBody(message, threadId) : draftBody(message, threadId);
    call.request.contentType = std::move(body.contentType);
    call.request.body = std::move(body.bytes);
    call.request.personalData = {u"name"_s, u"email"_s, Tr::tr("text and attachments of the email")};
    if (uploads) {
        call.request.url.setPath(u"/upload"_s + call.request.url.path(QUrl::FullyEncoded),
                                 QUrl::TolerantMode);
        add(call.query, u"uploadType"_s, u"multipart"_s);
        call.isUpload = true;
    }
    add(call.query, u"fields"_s, draftFields);
    return call;
}

/// The whole address. Every id of the path was checked not to be empty.
void aim(Call &call, const GmailClient::Service &service)
{
    QUrl url = service.base;
    url.setPath(url.path(QUrl::FullyEncoded) + call.request.url.path(QUrl::FullyEncoded), QUrl::TolerantMode);
    if (!call.query.isEmpty()) {
        url.setQuery(call.query);
    }
    call.request.url = url;
    call.request.timeouts = service.timeouts;
    if (call.isUpload) {
        call.request.timeouts.total = std::max(service.timeouts.total, longestUpload);
    }
}

Error missingId(const GmailDeed &deed)
{
    return failure(ErrorKind::notFound,
                   Tr::tr("There is no id to find this by in the mailbox of %1. %2")
                           .arg(deed.account, deed.kept))
            .error();
}

Task<Result<net::Response>> sendOnce(net::Client *http, Call call, Secret token, std::stop_token stop)
{
    call.request.secrets.append({"Authorization", "Bearer ", std::move(token)});
    auto response = co_await http->send(call.request, stop);
    if (!response) {
        co_return std::unexpected(gmailLost(std::move(response.error()), call.deed));
    }
    co_return response;
}

/// The answer of any status; a refused access token is renewed once.
Task<Result<net::Response>> sendRenewing(net::Client *http, GmailAccess access, Call call,
                                         std::stop_token stop)
{
    if (!access.token) {
        co_return failure(
                ErrorKind::unauthorised,
                Tr::tr("%1 is not connected. %2 Connect the account.").arg(access.account, call.deed.kept));
    }
    auto token = co_await access.token->token(stop);
    if (!token) {
        co_return std::unexpected(token.error());
    }
    auto response = co_await sendOnce(http, call, *token, stop);
    if (!response || response->status != 401) {
        co_return response;
    }
    access.token->refused(*token);
    auto renewed = co_await access.token->token(stop);
    if (!renewed) {
        co_return std::unexpected(renewed.error());
    }
    co_return co_await sendOnce(http, std::move(call), *std::move(renewed), stop);
}

/// The object of a successful answer.
Task<Result<Json>> ask(GmailClient::Service service, GmailAccess access, Call call, std::stop_token stop)
{
    aim(call, service);
    const auto response = co_await sendRenewing(service.http, std::move(access), call, std::move(stop));
    if (!response) {
        co_return std::unexpected(response.error());
    }
    if (auto error = gmailError(*response, call.request, call.deed)) {
        co_return std::unexpected(*std::move(error));
    }
    auto json = parseJson(response->body);
    if (!json || !json->is_object()) {
        co_return std::unexpected(gmailUnreadable(*response, call.request, call.deed));
    }
    co_return *std::move(json);
}

/// For an object that is not what was asked for.
Error unexpectedObject(const Call &call)
{
    net::Response response;
    response.status = 200;
    return gmailUnreadable(response, call.request, call.deed);
}

Task<Result<GmailDraft>> askForDraft(GmailClient::Service service, GmailAccess access, Call call,
                                     std::stop_token stop)
{
    const auto json = co_await ask(std::move(service), std::move(access), call, std::move(stop));
    if (!json) {
        co_return std::unexpected(json.error());
    }
    GmailDraft draft = draftFrom(*json);
    if (draft.id.isEmpty()) {
        co_return std::unexpected(unexpectedObject(call));
    }
    co_return draft;
}

Task<Result<GmailMessage>> askForMessage(GmailClient::Service service, GmailAccess access, Call call,
                                         std::stop_token stop)
{
    const auto json = co_await ask(std::move(service), std::move(access), call, std::move(stop));
    if (!json) {
        co_return std::unexpected(json.error());
    }
    GmailMessage message = messageFrom(*json);
    if (message.id.isEmpty()) {
        co_return std::unexpected(unexpectedObject(call));
    }
    co_return message;
}

} // namespace

QString GmailMessage::header(QStringView name) const
{
    const auto found = std::find_if(headers.cbegin(), headers.cend(), [name](const GmailHeader &header) {
        return QStringView(header.name).compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == headers.cend() ? QString() : found->value;
}

GmailClient::GmailClient(net::Client &http, QUrl base, net::Timeouts timeouts)
    : m_service {&http, std::move(base), timeouts}
{
}

Task<Result<GmailDraft>> GmailClient::createDraft(GmailAccess access, QByteArray message, QString threadId,
                                                  std::stop_token stop)
{
    Call call = reading(access, u"/drafts"_s, Tr::tr("Put a draft into your mailbox"));
    call.request.method = "POST";
    carryThrough(call.request);
    call.deed.kept = Tr::tr("No draft was put into the mailbox; the email is kept in Crema.");
    call.deed.unknown = u"Whether the draft is in the mailbox is not known: look there before putting it in "
                        "again. The email is kept in Crema."_s;
    if (message.size() > maxMessageBytes) {
        co_return std::unexpected(gmailTooLarge(message.size(), maxMessageBytes, call.deed));
    }
    call = withMessage(std::move(call), message, threadId);
    co_return co_await askForDraft(m_service, std::move(access), std::move(call), std::move(stop));
}

Task<Result<GmailDraft>> GmailClient::updateDraft(GmailAccess access, QString draftId, QByteArray message,
                                                  QString threadId, std::stop_token stop)
{
    Call call = reading(access, u"/drafts"_s + segment(draftId), Tr::tr("Change a draft in your mailbox"));
    call.request.method = "PUT";
    call.deed.kept = Tr::tr("The draft in the mailbox is as it was; the email is kept in Crema.");
    call.deed.unknown =
            u"Whether the draft in the mailbox was changed is not known: change it once more. The "
            "email is kept in Crema."_s;
    if (draftId.isEmpty()) {
        co_return std::unexpected(missingId(call.deed));
    }
    if (message.size() > maxMessageBytes) {
        co_return std::unexpected(gmailTooLarge(message.size(), maxMessageBytes, call.deed));
    }
    call = withMessage(std::move(call), message, threadId);
    co_return co_await askForDraft(m_service, std::move(access), std::move(call), std::move(stop));
}

Task<Result<GmailDraft>> GmailClient::draft(GmailAccess access, QString draftId, std::stop_token stop)
{
    Call call = reading(access, u"/drafts"_s + segment(draftId),
                        Tr::tr("See whether a draft is still there"));
    add(call.query, u"format"_s, u"minimal"_s);
    add(call.query, u"fields"_s, draftFields);
    if (draftId.isEmpty()) {
        co_return std::unexpected(missingId(call.deed));
    }
    co_return co_await askForDraft(m_service, std::move(access), std::move(call), std::move(stop));
}

Task<Result<QVector<std::pair<GmailDraft, GmailMessage>>>> GmailClient::newestDrafts(GmailAccess access,
                                                                                     int limit,
                                                                                     std::stop_token stop)
{
    QVector<std::pair<GmailDraft, GmailMessage>> drafts;
    if (limit < 1) {
        co_return drafts;
    }
    const QString purpose = Tr::tr("Look for a draft in your mailbox");
    Call list = reading(access, u"/drafts"_s, purpose);
    add(list.query, u"maxResults"_s, QString::number(std::min(limit, pageSize)));
    const auto json = co_await ask(m_service, access, list, stop);
    if (!json) {
        co_return std::unexpected(json.error());
    }
    const QVector<GmailDraft> ids = draftsFrom(*json).mid(0, limit);
    for (const GmailDraft &id : ids) {
        Call call = metadata(reading(access, u"/drafts"_s + segment(id.id), purpose), draftHeaders());
        add(call.query, u"fields"_s, u"id,message(%1)"_s.arg(messageFields));
        const auto one = co_await ask(m_service, access, std::move(call), stop);
        if (one) {
            drafts.append({draftFrom(*one), messageFrom(member(*one, "message"))});
        } else if (one.error().kind != ErrorKind::notFound) { // that one was sent or deleted meanwhile
            co_return std::unexpected(one.error());
        }
    }
    co_return drafts;
}

Task<Result<GmailMessage>> GmailClient::sendDraft(GmailAccess access, QString draftId, std::stop_token stop)
{
    Call call = reading(access, u"/drafts/send"_s, Tr::tr("Send an email"));
    call.request.method = "POST";
    carryThrough(call.request);
    call.request.isFinal = isSendingLimit;
    call.request.contentType = "application/json";
    call.request.body = toBytes(Json {{"id", draftId}});
    call.request.personalData = {Tr::tr("which draft is sent")};
    call.deed.kept = Tr::tr("The email was not sent; its draft is kept in the mailbox.");
    call.deed.unknown = u"Whether the email was sent is not known: look into the mailbox before sending it "
                        "again. It is kept in Crema."_s;
    if (draftId.isEmpty()) {
        co_return std::unexpected(missingId(call.deed));
    }
    co_return co_await askForMessage(m_service, std::move(access), std::move(call), std::move(stop));
}

Task<Result<GmailProfile>> GmailClient::profile(GmailAccess access, std::stop_token stop)
{
    Call call = reading(access, u"/profile"_s, Tr::tr("See which mailbox is connected"));
    const auto json = co_await ask(m_service, std::move(access), call, std::move(stop));
    if (!json) {
        co_return std::unexpected(json.error());
    }
    GmailProfile profile = profileFrom(*json);
    if (profile.email.isEmpty()) {
        co_return std::unexpected(unexpectedObject(call));
    }
    co_return profile;
}

Task<Result<GmailThread>> GmailClient::thread(GmailAccess access, QString threadId, std::stop_token stop)
{
    Call call = metadata(reading(access, u"/threads"_s + segment(threadId), Tr::tr("See who answered")),
                         threadHeaders());
    add(call.query, u"fields"_s, u"id,historyId,messages(%1)"_s.arg(messageFields));
    if (threadId.isEmpty()) {
        co_return std::unexpected(missingId(call.deed));
    }
    const auto json = co_await ask(m_service, std::move(access), call, std::move(stop));
    if (!json) {
        co_return std::unexpected(json.error());
    }
    GmailThread thread = threadFrom(*json);
    if (thread.id.isEmpty()) {
        co_return std::unexpected(unexpectedObject(call));
    }
    co_return thread;
}

Task<Result<GmailMessage>> GmailClient::rawMessage(GmailAccess access, QString messageId,
                                                   std::stop_token stop)
{
    Call call = reading(access, u"/messages"_s + segment(messageId),
                        Tr::tr("Read an email of your conversation"));
    add(call.query, u"format"_s, u"raw"_s);
    call.request.maxBytes = rawAnswerBytes;
    if (messageId.isEmpty()) {
        co_return std::unexpected(missingId(call.deed));
    }
    co_return co_await askForMessage(m_service, std::move(access), std::move(call), std::move(stop));
}

Task<Result<GmailHistory>> GmailClient::historySince(GmailAccess access, QString historyId,
                                                     std::stop_token stop)
{
    GmailHistory history;
    QString page;
    for (int pages = 0; pages < mostPages; ++pages) {
        Call call = reading(access, u"/history"_s, Tr::tr("See whether somebody answered"));
        add(call.query, u"startHistoryId"_s, historyId);
        for (const QString &type : {u"messageAdded"_s, u"labelAdded"_s, u"labelRemoved"_s}) {
            add(call.query, u"historyTypes"_s, type);
        }
        add(call.query, u"maxResults"_s, QString::number(pageSize));
        if (!page.isEmpty()) {
            add(call.query, u"pageToken"_s, page);
        }
        if (historyId.isEmpty()) {
            co_return std::unexpected(missingId(call.deed));
        }
        const auto json = co_await ask(m_service, access, call, stop);
        if (!json) {
            co_return std::unexpected(json.error());
        }
        addHistory(history, *json);
        if (history.historyId.isEmpty()) {
            co_return std::unexpected(unexpectedObject(call));
        }
        page = nextPageOf(*json);
        if (page.isEmpty()) {
            co_return history;
        }
        if (pages == mostPages - 1) { // the rest is for the next time: it goes on behind what was read
            const QString last = lastRecordOf(*json);
            history.historyId = last.isEmpty() ? historyId : last;
        }
    }
    co_return history;
}

QUrl gmailDraftUrl(const QString &account, const QString &messageId)
{
    const QByteArray compose = messageId.isEmpty() ? QByteArray()
                                                   : "?compose=" + QUrl::toPercentEncoding(messageId);
    return QUrl::fromEncoded("https://mail.google.com/mail/?authuser=" + QUrl::toPercentEncoding(account)
                             + "#drafts" + compose);
}

QUrl gmailThreadUrl(const QString &account, const QString &threadId)
{
    return QUrl::fromEncoded("https://mail.google.com/mail/?authuser=" + QUrl::toPercentEncoding(account)
                             + "#all/" + QUrl::toPercentEncoding(threadId));
}

} // namespace crema::mail
