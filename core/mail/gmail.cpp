// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/gmail.h"

#include "mail/gmailerrors.h"
#include "mail/gmailwire.h"

#include <QCoreApplication>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::mail {

namespace {

constexpr int mostPages = 50; ///< of history: more than that is looked at anew
const QString mailbox = u"/gmail/v1/users/me"_s;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crema::mail)
};

using Parameters = QVector<std::pair<QString, QString>>;

/// What threading and the judging of answers need.
Parameters metadata()
{
    Parameters parameters {{u"format"_s, u"metadata"_s}};
    for (const char *name : {"From", "To", "Cc", "Subject", "Date", "Message-ID", "References", "In-Reply-To",
                             "Auto-Submitted", "Precedence", "X-Autoreply", "X-Autorespond", "List-Id",
                             "Return-Path", "Content-Type", "X-Failed-Recipients"}) {
        parameters.push_back({u"metadataHeaders"_s, QString::fromLatin1(name)});
    }
    return parameters;
}

QUrl urlOf(const QUrl &base, const QString &path, const Parameters &parameters)
{
    QUrl url = base;
    QString whole = base.path();
    while (whole.endsWith(u'/')) {
        whole.chop(1);
    }
    url.setPath(whole + path, QUrl::DecodedMode);
    if (!parameters.isEmpty()) {
        QUrlQuery query;
        for (const auto &[name, value] : parameters) {
            query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
        }
        url.setQuery(query);
    }
    return url;
}

/// A call and what it does.
struct Call
{
    net::Request request;
    Effect effect = Effect::none;
};

Call reading(const QUrl &base, const QString &path, const Parameters &parameters, const QString &purpose)
{
    Call call;
    call.request.url = urlOf(base, path, parameters);
    call.request.repeat = net::Repeat::idempotent;
    call.request.purpose = purpose;
    return call;
}

Call writing(const QUrl &base, const QByteArray &method, const QString &path, const QString &purpose)
{
    Call call;
    call.request.method = method;
    call.request.url = urlOf(base, path, {});
    call.request.repeat = net::Repeat::ifRefused;
    call.request.isPaid = true; // its answer is waited for: what it did must be known
    call.request.purpose = purpose;
    call.effect = Effect::changes;
    return call;
}

void setMessage(Call &call, const QByteArray &message, const QString &threadId)
{
    call.request.contentType = "application/json";
    call.request.body = draftBody(message, threadId);
    call.request.personalData = {u"name"_s, u"email"_s, u"text of the email"_s};
    if (message.size() <= GmailClient::uploadBytes) {
        return;
    }
    UploadBody upload = uploadBody(message, threadId);
    call.request.contentType = upload.contentType;
    call.request.body = std::move(upload.bytes);
    call.request.url.setPath(u"/upload"_s + call.request.url.path());
    call.request.url.setQuery(u"uploadType=multipart"_s);
    call.request.timeouts.total = std::chrono::minutes(5);
}

Result<> checkSize(const QByteArray &message)
{
    if (message.size() > GmailClient::maxMessageBytes) {
        return failure(ErrorKind::rejectedInput,
                       Tr::tr("The email is larger than the 25 MB that Gmail takes. Attach a smaller file."));
    }
    return {};
}

/// Sends a call; a refused access token is renewed once.
Task<Result<Json>> ask(net::Client *http, GmailAccess access, Call call, std::stop_token stop)
{
    call.request.service = u"Gmail"_s;
    call.request.jobId = access.jobId;
    call.request.headers = {{"Accept", "application/json"}};
    for (int turn = 0;; ++turn) {
        auto asking = access.token->token(stop);
        const auto token = co_await asking;
        if (!token) {
            co_return std::unexpected(token.error());
        }
        net::Request request = call.request;
        request.secrets = {{"Authorization", "Bearer ", *token}};
        auto sending = http->send(request, stop);
        const auto response = co_await sending;
        if (!response) {
            co_return std::unexpected(response.error());
        }
        if (response->status == 401) {
            access.token->refused(*token);
            if (turn == 0) {
                continue;
            }
        }
        if (const auto error = gmailError(*response, request, access.account, call.effect)) {
            co_return std::unexpected(*error);
        }
        if (response->body.trimmed().isEmpty()) {
            co_return Json::object();
        }
        auto json = parseJson(response->body);
        if (!json || !json->is_object()) {
            co_return std::unexpected(unreadable(request, call.effect));
        }
        co_return json;
    }
}

template <typename Value>
Result<Value> valueOf(const Result<Json> &json, std::optional<Value> (*from)(const Json &), const Call &call)
{
    if (!json) {
        return std::unexpected(json.error());
    }
    auto value = from(*json);
    return value ? Result<Value>(*std::move(value)) : std::unexpected(unreadable(call.request, call.effect));
}

} // namespace

QString GmailMessage::header(QStringView name) const
{
    const auto found = std::ranges::find_if(headers, [name](const GmailHeader &header) {
        return QStringView(header.name).compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == headers.end() ? QString() : found->value;
}

GmailClient::GmailClient(net::Client &http, QUrl base) : m_http(http), m_base(std::move(base)) { }

Task<Result<GmailDraft>> GmailClient::createDraft(GmailAccess access, QByteArray message, QString threadId,
                                                  std::stop_token stop)
{
    if (const auto fits = checkSize(message); !fits) {
        co_return std::unexpected(fits.error());
    }
    Call call = writing(m_base, "POST", mailbox + u"/drafts"_s, Tr::tr("Put a draft into your mailbox"));
    setMessage(call, message, threadId);
    auto asking = ask(&m_http, std::move(access), call, std::move(stop));
    const auto json = co_await asking;
    co_return valueOf(json, &gmailDraftFrom, call);
}

Task<Result<GmailDraft>> GmailClient::updateDraft(GmailAccess access, QString draftId, QByteArray message,
                                                  QString threadId, std::stop_token stop)
{
    if (const auto fits = checkSize(message); !fits) {
        co_return std::unexpected(fits.error());
    }
    Call call = writing(m_base, "PUT", mailbox + u"/drafts/"_s + draftId,
                        Tr::tr("Change a draft in your mailbox"));
    setMessage(call, message, threadId);
    call.request.repeat = net::Repeat::idempotent; // the same content twice is the same content
    call.effect = Effect::none;
    auto asking = ask(&m_http, std::move(access), call, std::move(stop));
    const auto json = co_await asking;
    co_return valueOf(json, &gmailDraftFrom, call);
}

Task<Result<GmailDraft>> GmailClient::draft(GmailAccess access, QString draftId, std::stop_token stop)
{
    const Call call = reading(m_base, mailbox + u"/drafts/"_s + draftId, {{u"format"_s, u"minimal"_s}},
                              Tr::tr("See whether a draft is still there"));
    auto asking = ask(&m_http, std::move(access), call, std::move(stop));
    const auto json = co_await asking;
    co_return valueOf(json, &gmailDraftFrom, call);
}

Task<Result<QVector<std::pair<GmailDraft, GmailMessage>>>> GmailClient::newestDrafts(GmailAccess access,
                                                                                     int limit,
                                                                                     std::stop_token stop)
{
    const QString purpose = Tr::tr("Look for a draft of Crema's");
    const Call listing = reading(m_base, mailbox + u"/drafts"_s, {{u"maxResults"_s, QString::number(limit)}},
                                 purpose);
    auto asking = ask(&m_http, access, listing, stop);
    const auto list = co_await asking;
    if (!list) {
        co_return std::unexpected(list.error());
    }
    QVector<std::pair<GmailDraft, GmailMessage>> drafts;
    for (const Json &one : arrayAt(*list, "drafts")) {
        if (drafts.size() >= limit) {
            break;
        }
        const QString id = textAt(one, "id");
        const Call call = reading(m_base, mailbox + u"/drafts/"_s + id, metadata(), purpose);
        auto askingOne = ask(&m_http, access, call, stop);
        const auto json = co_await askingOne;
        if (!json && json.error().kind == ErrorKind::notFound) {
            continue; // deleted or sent meanwhile
        }
        if (!json) {
            co_return std::unexpected(json.error());
        }
        const auto draft = gmailDraftFrom(*json);
        const auto message = gmailMessageFrom(member(*json, "message"));
        if (draft && message) {
            drafts.push_back({*draft, *message});
        }
    }
    co_return drafts;
}

Task<Result<>> GmailClient::deleteDraft(GmailAccess access, QString draftId, std::stop_token stop)
{
    Call call = writing(m_base, "DELETE", mailbox + u"/drafts/"_s + draftId,
                        Tr::tr("Delete a draft in your mailbox"));
    call.request.repeat = net::Repeat::idempotent;
    auto asking = ask(&m_http, std::move(access), call, std::move(stop));
    const auto json = co_await asking;
    if (!json) {
        co_return std::unexpected(json.error());
    }
    co_return Result<> {};
}

Task<Result<GmailMessage>> GmailClient::sendDraft(GmailAccess access, QString draftId, std::stop_token stop)
{
    Call call = writing(m_base, "POST", mailbox + u"/drafts/send"_s, Tr::tr("Send an email"));
    call.request.contentType = "application/json";
    call.request.body = toBytes({{"id", draftId.toStdString()}});
    call.request.personalData = {u"name"_s, u"email"_s, u"text of the email"_s};
    auto asking = ask(&m_http, std::move(access), call, std::move(stop));
    const auto json = co_await asking;
    co_return valueOf(json, &gmailMessageFrom, call);
}

Task<Result<GmailProfile>> GmailClient::profile(GmailAccess access, std::stop_token stop)
{
    const Call call = reading(m_base, mailbox + u"/profile"_s, {}, Tr::tr("Ask whose mailbox it is"));
    auto asking = ask(&m_http, std::move(access), call, std::move(stop));
    const auto json = co_await asking;
    if (!json) {
        co_return std::unexpected(json.error());
    }
    const GmailProfile profile = gmailProfileFrom(*json);
    if (profile.email.isEmpty()) {
        co_return std::unexpected(unreadable(call.request, call.effect));
    }
    co_return profile;
}

Task<Result<GmailThread>> GmailClient::thread(GmailAccess access, QString threadId, std::stop_token stop)
{
    const Call call = reading(m_base, mailbox + u"/threads/"_s + threadId, metadata(),
                              Tr::tr("See who answered"));
    auto asking = ask(&m_http, std::move(access), call, std::move(stop));
    const auto json = co_await asking;
    co_return valueOf(json, &gmailThreadFrom, call);
}

Task<Result<GmailMessage>> GmailClient::message(GmailAccess access, QString messageId, std::stop_token stop)
{
    const Call call = reading(m_base, mailbox + u"/messages/"_s + messageId, metadata(),
                              Tr::tr("See who answered"));
    auto asking = ask(&m_http, std::move(access), call, std::move(stop));
    const auto json = co_await asking;
    co_return valueOf(json, &gmailMessageFrom, call);
}

Task<Result<GmailMessage>> GmailClient::rawMessage(GmailAccess access, QString messageId,
                                                   std::stop_token stop)
{
    Call call = reading(m_base, mailbox + u"/messages/"_s + messageId, {{u"format"_s, u"raw"_s}},
                        Tr::tr("Read a conversation"));
    call.request.maxBytes = 60'000'000; // 25 MB and their encodings
    auto asking = ask(&m_http, std::move(access), call, std::move(stop));
    const auto json = co_await asking;
    co_return valueOf(json, &gmailMessageFrom, call);
}

Task<Result<QVector<GmailMessage>>> GmailClient::search(GmailAccess access, QString query, int limit,
                                                        std::stop_token stop)
{
    const Call call = reading(m_base, mailbox + u"/messages"_s,
                              {{u"q"_s, query}, {u"maxResults"_s, QString::number(limit)}},
                              Tr::tr("Look for an email of Crema's"));
    auto asking = ask(&m_http, std::move(access), call, std::move(stop));
    const auto json = co_await asking;
    if (!json) {
        co_return std::unexpected(json.error());
    }
    QVector<GmailMessage> messages;
    for (const Json &one : arrayAt(*json, "messages")) {
        if (const auto message = gmailMessageFrom(one); message && messages.size() < limit) {
            messages << *message;
        }
    }
    co_return messages;
}

Task<Result<GmailHistory>> GmailClient::historySince(GmailAccess access, QString historyId,
                                                     std::stop_token stop)
{
    GmailHistory history;
    history.historyId = historyId;
    QString page;
    for (int i = 0; i < mostPages; ++i) {
        Parameters parameters {{u"startHistoryId"_s, historyId},
                               {u"historyTypes"_s, u"messageAdded"_s},
                               {u"maxResults"_s, u"500"_s}};
        if (!page.isEmpty()) {
            parameters.push_back({u"pageToken"_s, page});
        }
        const Call call = reading(m_base, mailbox + u"/history"_s, parameters, Tr::tr("See who answered"));
        auto asking = ask(&m_http, access, call, stop);
        const auto json = co_await asking;
        if (!json) {
            co_return std::unexpected(json.error());
        }
        addHistoryPage(history, *json);
        const QString next = textAt(*json, "nextPageToken");
        if (next.isEmpty() || next == page) {
            co_return history;
        }
        page = next;
    }
    co_return failure(ErrorKind::notFound, Tr::tr("More happened in the mailbox than its history tells."));
}

Task<Result<QVector<GmailSender>>> GmailClient::senders(GmailAccess access, std::stop_token stop)
{
    const Call call = reading(m_base, mailbox + u"/settings/sendAs"_s, {}, Tr::tr("Read your signature"));
    auto asking = ask(&m_http, std::move(access), call, std::move(stop));
    const auto json = co_await asking;
    if (!json) {
        co_return std::unexpected(json.error());
    }
    co_return gmailSendersFrom(*json);
}

QUrl gmailDraftUrl(const QString &account, const QString &messageId)
{
    QUrl url(u"https://mail.google.com/mail/"_s);
    url.setQuery(u"authuser="_s + QString::fromLatin1(QUrl::toPercentEncoding(account)));
    url.setFragment(messageId.isEmpty() ? u"drafts"_s : u"drafts?compose="_s + messageId);
    return url;
}

QUrl gmailThreadUrl(const QString &account, const QString &threadId)
{
    QUrl url(u"https://mail.google.com/mail/"_s);
    url.setQuery(u"authuser="_s + QString::fromLatin1(QUrl::toPercentEncoding(account)));
    url.setFragment(u"all/"_s + threadId);
    return url;
}

} // namespace crema::mail
