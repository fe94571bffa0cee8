// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/task.h"
#include "base/clock.h"
#include "net/egress.h"
#include "net/exchange.h"
#include "net/http.h"

#include <QNetworkAccessManager>
#include <QRandomGenerator>

#include <stop_token>

namespace crema::net {

/// The one way to the outside: every request of Crema goes through it and is reported to the egress log.
///
/// - https only; http for this computer. No cookies, no cache, no HTTP authentication dialogues.
/// - Redirects: a request with credentials or a body stays on its own origin, any other follows up to five
///   hops; never from https to http.
/// - What cannot be written into the egress log does not leave: Error{storage}.
/// - Repeats as the request declares (Repeat), up to `maxAttempts` in all, with growing pauses or the one
/// that
///   the service asks for.
/// - A paid request is carried through once it may have left: a stop only keeps it from leaving and from
/// being
///   repeated. Its answer comes all the same; whoever asked keeps it and only then ends as cancelled.
/// - An answer of any status is a Response; statusError() says what it means. An Error means that no whole
///   answer came: offline, timeout, badAnswer (broken off, too large, no TLS), cancelled.
///
/// Lives as long as the event loop of its thread; before it goes: close() and waiting for what is paid, then
/// abortAll(), then async::drain().
class Client final
{
public:
    static constexpr int maxAttempts = 3;
    static constexpr int maxRedirects = 5;

    /// `clock` and `sink` outlive the client. The seed makes the pauses repeatable.
    Client(const Clock &clock, EgressSink &sink, quint32 seed = QRandomGenerator::system()->generate());
    ~Client();
    Q_DISABLE_COPY_MOVE(Client)

    [[nodiscard]] Task<Result<Response>> send(Request request, std::stop_token stop);

    /// The same, but the body of a successful answer goes to `onChunk` piece by piece (server-sent events).
    /// Nothing is repeated once a piece was handed over. An answer without success has its body.
    [[nodiscard]] Task<Result<Response>> stream(Request request, ChunkReceiver onChunk, std::stop_token stop);

    /// What the service says that request cost, for the egress log.
    void tellCost(const Response &response, double units);

    /// Ends everything under way with Error{cancelled}, paid or not; the client can be used again at once.
    void abortAll();

    /// For the way out: ends what is free, and nothing leaves any more; what is paid for still comes.
    void close();
    /// Requests under way that cost money.
    [[nodiscard]] int paidUnderWay() const { return m_paidUnderWay; }

    [[nodiscard]] const Clock &clock() const { return m_clock; }

private:
    struct Outcome
    {
        Result<Response> result;
        bool mayHaveArrived = false;
        bool delivered = false;
    };

    [[nodiscard]] Task<Result<Response>> run(Request request, ChunkReceiver onChunk, std::stop_token stop);
    [[nodiscard]] Task<Result<Outcome>> attempt(Request request, ChunkReceiver onChunk, int number,
                                                std::stop_token stop);
    [[nodiscard]] std::optional<std::chrono::milliseconds> pauseBefore(const Request &request,
                                                                       const Outcome &outcome, int number);
    [[nodiscard]] Task<Result<Outcome>> exchanged(Request request, ChunkReceiver onChunk, int number,
                                                  qint64 id, std::stop_token stop);
    [[nodiscard]] EgressStart startOf(const Request &request, int number);

    const Clock &m_clock;
    EgressSink &m_sink;
    QRandomGenerator m_random;
    QNetworkAccessManager m_network;
    std::stop_source m_stop;
    std::stop_source m_abort; ///< stops what is paid for as well
    qint64 m_lastId = 0;
    int m_paidUnderWay = 0;
    bool m_closed = false;
};

} // namespace crema::net
