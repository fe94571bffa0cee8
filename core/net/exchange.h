// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/completion.h"
#include "net/http.h"

#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>

class QNetworkAccessManager;

namespace crema::net {

/// Called with each piece of a successful answer's body, on the client's thread.
using ChunkReceiver = std::function<void(QByteArray)>;

/// One attempt: one request to one address, one answer or none. Aborted when it is destroyed.
class Exchange final
{
public:
    Exchange(QNetworkAccessManager &network, Request request, ChunkReceiver onChunk);
    ~Exchange();
    Q_DISABLE_COPY_MOVE(Exchange)

    /// Await once: the whole answer, or why there is none.
    [[nodiscard]] CompletionFuture<Response> done() const { return m_done.future(); }
    /// From any thread.
    void cancel() const;

    /// Whether the server may have seen the request.
    [[nodiscard]] bool mayHaveArrived() const { return m_sent; }
    [[nodiscard]] qint64 bytesIn() const { return m_bytesIn; }
    /// Whether a piece was handed to the receiver.
    [[nodiscard]] bool hasDelivered() const { return m_delivered; }
    [[nodiscard]] int status() const;

private:
    void start(QNetworkAccessManager &network);
    void watch();
    void onSent();
    void takeBytes();
    void finish();
    void fail(ErrorKind kind, const QString &text);
    [[nodiscard]] bool isStatusOnly(QNetworkReply::NetworkError error) const;
    [[nodiscard]] Response response() const;

    Request m_request;
    ChunkReceiver m_onChunk;
    Completion<Response> m_done;
    std::unique_ptr<QObject> m_context = std::make_unique<QObject>(); ///< of the connections
    QPointer<QNetworkReply> m_reply;
    QTimer m_connectTimer;
    QTimer m_idleTimer;
    QTimer m_totalTimer;
    QByteArray m_body;
    qint64 m_bytesIn = 0;
    bool m_sent = false;
    bool m_delivered = false;
};

} // namespace crema::net
