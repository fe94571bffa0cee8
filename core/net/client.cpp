// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/client.h"

#include "async/delay.h"
#include "net/failures.h"
#include "net/redaction.h"
#include "net/redirects.h"
#include "net/waiting.h"
#include "net/words.h"

using namespace Qt::StringLiterals;

namespace crema::net {

namespace {

/// Passes a stop on; a type of its own, so that a stop_callback can be a plain local.
struct PassOn
{
    std::stop_source to;
    void operator()() { to.request_stop(); }
};

/// Counts a request for as long as it is under way.
class Counted
{
public:
    Counted(int &counter, bool counts) : m_counter(counts ? &counter : nullptr) { add(1); }
    ~Counted() { add(-1); }
    Q_DISABLE_COPY_MOVE(Counted)

private:
    void add(int step)
    {
        if (m_counter != nullptr) {
            *m_counter += step;
        }
    }

    int *m_counter;
};

std::unexpected<Error> cancelledRequest()
{
    return failure(ErrorKind::cancelled, Words::tr("The request was cancelled."));
}

struct Cancel
{
    const Exchange *exchange;
    void operator()() const { exchange->cancel(); }
};

bool isRefusal(int status)
{
    return status == 425 || status == 429;
}

bool isPassing(int status)
{
    return isRefusal(status) || status == 408 || status >= 500;
}

bool mayRepeat(Repeat repeat, const Result<Response> &result, bool mayHaveArrived)
{
    if (result) {
        return repeat == Repeat::idempotent ? isPassing(result->status)
                                            : repeat == Repeat::ifRefused && isRefusal(result->status);
    }
    const Error &error = result.error();
    const bool lost = error.kind == ErrorKind::offline || error.kind == ErrorKind::timeout;
    return lost && (repeat == Repeat::idempotent || (repeat == Repeat::ifRefused && !mayHaveArrived));
}

} // namespace

Client::Client(const Clock &clock, EgressSink &sink, quint32 seed)
    : m_clock(clock), m_sink(sink), m_random(seed)
{
}

Client::~Client()
{
    abortAll();
}

void Client::abortAll()
{
    m_stop.request_stop();
    m_stop = {};
    m_abort.request_stop();
    m_abort = {};
}

void Client::close()
{
    m_closed = true;
    m_stop.request_stop();
    m_stop = {};
}

void Client::tellCost(const Response &response, double units)
{
    m_sink.costTold(response.egressId, units);
}

Task<Result<Response>> Client::send(Request request, std::stop_token stop)
{
    co_return co_await run(std::move(request), ChunkReceiver(), std::move(stop));
}

Task<Result<Response>> Client::stream(Request request, ChunkReceiver onChunk, std::stop_token stop)
{
    co_return co_await run(std::move(request), std::move(onChunk), std::move(stop));
}

Task<Result<Response>> Client::run(Request request, ChunkReceiver onChunk, std::stop_token stop)
{
    std::stop_source either;
    const std::stop_callback onCaller(std::move(stop), PassOn {either});
    const std::stop_callback onAbort(m_stop.get_token(), PassOn {either});
    int redirects = 0;
    for (int number = 1;; ++number) {
        if (const auto allowed = mayLeave(request); !allowed) {
            co_return std::unexpected(allowed.error());
        }
        auto outcome = co_await attempt(request, onChunk, number, either.get_token());
        if (!outcome) {
            co_return std::unexpected(outcome.error());
        }
        if (outcome->result && isRedirect(*outcome->result)) {
            auto next = redirected(request, *outcome->result);
            if (!next) {
                co_return std::unexpected(next.error());
            }
            if (++redirects > maxRedirects) {
                co_return failure(ErrorKind::badAnswer,
                                  Words::tr("%1 sends the request round in circles.").arg(request.service));
            }
            request = *std::move(next);
            continue;
        }
        const auto pause = pauseBefore(request, *outcome, number - redirects);
        if (!pause) {
            co_return std::move(outcome->result);
        }
        const auto waited = co_await delay(*pause, either.get_token());
        if (!waited) {
            co_return std::unexpected(waited.error());
        }
    }
}

std::optional<std::chrono::milliseconds> Client::pauseBefore(const Request &request, const Outcome &outcome,
                                                             int number)
{
    if (number >= maxAttempts || outcome.delivered
        || !mayRepeat(request.repeat, outcome.result, outcome.mayHaveArrived)) {
        return std::nullopt;
    }
    if (outcome.result && request.isFinal && request.isFinal(*outcome.result)) {
        return std::nullopt;
    }
    auto pause = backOff(number, m_random.generateDouble());
    if (outcome.result) {
        pause = askedWait(*outcome.result, m_clock.now()).value_or(pause);
    }
    return pause <= request.longestWait ? std::optional(pause) : std::nullopt;
}

EgressStart Client::startOf(const Request &request, int number)
{
    EgressStart start;
    start.id = ++m_lastId;
    start.at = m_clock.now();
    start.host = hostOf(request.url);
    start.method = QString::fromLatin1(request.method);
    start.path = request.url.path(QUrl::FullyEncoded);
    start.service = request.service;
    start.purpose = request.purpose;
    start.jobId = request.jobId;
    start.personalData = request.personalData;
    start.attempt = number;
    start.bytesOut = request.body.size() + request.url.query(QUrl::FullyEncoded).size();
    return start;
}

Task<Result<Client::Outcome>> Client::attempt(Request request, ChunkReceiver onChunk, int number,
                                              std::stop_token stop)
{
    if (m_closed || stop.stop_requested()) {
        co_return cancelledRequest();
    }
    EgressStart start = startOf(request, number);
    const qint64 id = start.id;
    // An abort that comes while the log is written means this request too.
    const std::stop_token aborted = m_abort.get_token();
    const auto logged = co_await m_sink.started(std::move(start));
    if (!logged) {
        co_return std::unexpected(logged.error());
    }
    if (m_closed || stop.stop_requested() || aborted.stop_requested()) {
        m_sink.ended({id, m_clock.now(), false, 0, 0, ErrorKind::cancelled});
        co_return cancelledRequest();
    }
    const std::stop_token ending = request.isPaid ? aborted : stop;
    co_return co_await exchanged(std::move(request), std::move(onChunk), number, id, ending);
}

Task<Result<Client::Outcome>> Client::exchanged(Request request, ChunkReceiver onChunk, int number, qint64 id,
                                                std::stop_token stop)
{
    const Counted counted(m_paidUnderWay, request.isPaid);
    const Exchange exchange(m_network, std::move(request), std::move(onChunk));
    const std::stop_callback onStop(std::move(stop), Cancel {&exchange});
    auto result = co_await exchange.done();

    EgressEnd end;
    end.id = id;
    end.at = m_clock.now();
    end.status = exchange.status();
    end.bytesIn = exchange.bytesIn();
    if (!result) {
        end.error = result.error().kind;
        if (exchange.mayHaveArrived()) {
            markArrived(result.error());
        }
    } else {
        result->at = end.at;
        result->egressId = id;
        result->attempts = number;
    }
    m_sink.ended(end);
    co_return Outcome {std::move(result), exchange.mayHaveArrived(), exchange.hasDelivered()};
}

} // namespace crema::net
