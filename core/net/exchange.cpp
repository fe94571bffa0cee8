// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/exchange.h"

#include "net/failures.h"
#include "net/onceonlybody.h"
#include "net/words.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>

using namespace Qt::StringLiterals;

namespace crema::net {

namespace {

/// An idle connection is not kept longer: a server that closed it meanwhile would lose the next request.
constexpr int keepAliveSeconds = 5;

QNetworkRequest qtRequest(const Request &request)
{
    QNetworkRequest result(request.url);
    result.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    result.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    result.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    result.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    result.setAttribute(QNetworkRequest::ConnectionCacheExpiryTimeoutSecondsAttribute, keepAliveSeconds);
    result.setHeader(QNetworkRequest::UserAgentHeader, u"Crema"_s);
    if (!request.contentType.isEmpty()) {
        result.setRawHeader("Content-Type", request.contentType);
    }
    for (const Header &header : request.headers) {
        result.setRawHeader(header.name, header.value);
    }
    for (const SecretHeader &secret : request.secrets) {
        result.setRawHeader(secret.name, secret.prefix + secret.value.reveal());
    }
    return result;
}

} // namespace

Exchange::Exchange(QNetworkAccessManager &network, Request request, ChunkReceiver onChunk)
    : m_request(std::move(request)), m_onChunk(std::move(onChunk))
{
    start(network);
    watch();
}

Exchange::~Exchange()
{
    m_context.reset(); // no signal reaches us any more
    if (m_reply) {
        m_reply->abort();
        m_reply->deleteLater();
    }
}

void Exchange::cancel() const
{
    m_done.complete(failure(ErrorKind::cancelled, Words::tr("The request was cancelled.")));
}

int Exchange::status() const
{
    return m_reply ? m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() : 0;
}

void Exchange::start(QNetworkAccessManager &network)
{
    const QNetworkRequest request = qtRequest(m_request);
    if (m_request.body.isEmpty()) {
        m_reply = network.sendCustomRequest(request, m_request.method, QByteArray());
    } else if (m_request.repeat == Repeat::idempotent) {
        m_reply = network.sendCustomRequest(request, m_request.method, m_request.body);
    } else {
        auto *body = new OnceOnlyBody(m_request.body);
        m_reply = network.sendCustomRequest(request, m_request.method, body);
        body->setParent(m_reply);
    }
}

void Exchange::watch()
{
    QObject *context = m_context.get();
    QNetworkReply *reply = m_reply;
    QObject::connect(reply, &QNetworkReply::requestSent, context, [this] { onSent(); });
    QObject::connect(reply, &QNetworkReply::uploadProgress, context, [this](qint64 sent, qint64) {
        if (sent > 0) {
            onSent();
        }
    });
    QObject::connect(reply, &QNetworkReply::metaDataChanged, context, [this] { onSent(); });
    QObject::connect(reply, &QNetworkReply::readyRead, context, [this] { takeBytes(); });
    QObject::connect(reply, &QNetworkReply::finished, context, [this] { finish(); });
    QObject::connect(reply, &QObject::destroyed, context, [this] { cancel(); });

    const auto guard = [this, context](QTimer &timer, std::chrono::milliseconds limit, const QString &text) {
        timer.setSingleShot(true);
        QObject::connect(&timer, &QTimer::timeout, context, [this, text] { fail(ErrorKind::timeout, text); });
        timer.start(limit);
    };
    const QString name = m_request.service.isEmpty() ? m_request.url.host() : m_request.service;
    guard(m_connectTimer, m_request.timeouts.connect,
          Words::tr("No connection to %1 came about in time.").arg(name));
    guard(m_idleTimer, m_request.timeouts.idle, Words::tr("%1 did not answer in time.").arg(name));
    guard(m_totalTimer, m_request.timeouts.total, Words::tr("%1 took too long.").arg(name));
}

void Exchange::onSent()
{
    m_sent = true;
    m_connectTimer.stop();
    m_idleTimer.start();
}

void Exchange::takeBytes()
{
    onSent();
    const QByteArray bytes = m_reply->readAll();
    m_bytesIn += bytes.size();
    if (m_bytesIn > m_request.maxBytes) {
        fail(ErrorKind::badAnswer,
             Words::tr("%1 sent an answer of more than %2 MB, which was not read.")
                     .arg(m_request.service)
                     .arg(m_request.maxBytes / 1'000'000));
        return;
    }
    const bool success = status() >= 200 && status() < 300;
    if (m_onChunk && success && !bytes.isEmpty()) {
        m_delivered = true;
        m_onChunk(bytes);
    } else {
        m_body += bytes;
    }
}

bool Exchange::isStatusOnly(QNetworkReply::NetworkError error) const
{
    switch (error) {
    case QNetworkReply::NoError:
    case QNetworkReply::ContentAccessDenied:
    case QNetworkReply::ContentOperationNotPermittedError:
    case QNetworkReply::ContentNotFoundError:
    case QNetworkReply::AuthenticationRequiredError:
    case QNetworkReply::ContentConflictError:
    case QNetworkReply::ContentGoneError:
    case QNetworkReply::UnknownContentError:
    case QNetworkReply::ProtocolInvalidOperationError: // 400
    case QNetworkReply::InternalServerError:
    case QNetworkReply::OperationNotImplementedError:
    case QNetworkReply::ServiceUnavailableError:
    case QNetworkReply::UnknownServerError:
        return status() > 0;
    case QNetworkReply::ContentReSendError:
        return status() == 307 || status() == 308; // Qt rewinds the body even when it is not to follow
    default:
        return false;
    }
}

void Exchange::finish()
{
    if (m_reply->bytesAvailable() > 0) {
        takeBytes();
    }
    const QNetworkReply::NetworkError error = m_reply->error();
    if (isStatusOnly(error)) {
        m_done.complete(response());
        return;
    }
    Error problem = connectionError(error, m_reply->errorString(), m_request);
    if (error == QNetworkReply::NoError) {
        problem.kind = ErrorKind::badAnswer; // no status line
    }
    if (status() > 0 && problem.kind == ErrorKind::offline) {
        problem.kind = ErrorKind::badAnswer; // an answer that broke off
    }
    problem.httpStatus = status();
    m_done.complete(std::unexpected(std::move(problem)));
}

void Exchange::fail(ErrorKind kind, const QString &text)
{
    m_done.complete(failure(kind, text, inShort(m_request)));
}

Response Exchange::response() const
{
    Response response;
    response.status = status();
    for (const auto &[name, value] : m_reply->rawHeaderPairs()) {
        response.headers.append({name.toLower(), value});
    }
    response.body = m_body;
    return response;
}

} // namespace crema::net
