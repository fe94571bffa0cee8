// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/client.h"

#include "async/delay.h"
#include "llm/eventstream.h"
#include "llm/wire.h"
#include "net/waiting.h"

#include <QCoreApplication>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace crema::llm {

namespace {

constexpr int maxFaults = 2; ///< repeats after an answer that says the server is out of order
constexpr std::chrono::milliseconds firstPause {500};
constexpr std::chrono::milliseconds longestPause {60'000};
constexpr int maxForms = 6; ///< how often the form of a request is changed before the server's answer stands

QString tr(const char *words)
{
    return QCoreApplication::translate("llm", words);
}

/// The server did not work on it, and may in a moment.
bool isPassingFault(const net::Response &response)
{
    const bool passing = response.status == 500 || response.status == 502 || response.status == 503;
    return passing && response.header("x-should-retry") != "false";
}

net::SecretHeader keyHeader(const Server &server, Secret key)
{
    return keyHeaderOf(server) == KeyHeader::apiKey
            ? net::SecretHeader {"api-key", {}, std::move(key)}
            : net::SecretHeader {"Authorization", "Bearer ", std::move(key)};
}

/// Reads a streamed answer, or one that came whole although a stream was asked for.
class Incoming
{
public:
    Incoming(QString serverName, TextReceiver onText)
        : m_builder(serverName), m_serverName(std::move(serverName)), m_onText(std::move(onText))
    {
    }

    void take(const QByteArray &bytes)
    {
        if (!m_builder.hasEvents()) {
            m_raw += bytes;
        }
        takeEvents(m_stream.take(bytes));
    }

    [[nodiscard]] bool isWhole() const { return m_builder.isEnded(); }

    [[nodiscard]] Result<ChatAnswer> finish()
    {
        takeEvents(m_stream.finish());
        if (m_builder.hasEvents()) {
            return m_builder.finish();
        }
        const auto json = parseJson(m_raw);
        return answerFrom(json ? *json : Json(), m_serverName);
    }

private:
    void takeEvents(const QVector<QByteArray> &events)
    {
        const qsizetype before = m_builder.text().size();
        for (const QByteArray &event : events) {
            m_builder.take(event);
        }
        if (m_onText && m_builder.text().size() != before) {
            m_onText(m_builder.text());
        }
    }

    EventStream m_stream;
    AnswerBuilder m_builder;
    QString m_serverName;
    TextReceiver m_onText;
    QByteArray m_raw;
};

} // namespace

Client::Client(net::Client &http, AbilityMemory &memory, KeyOf keyOf)
    : m_http(http), m_memory(memory), m_keyOf(std::move(keyOf))
{
}

Task<Result<net::Request>> Client::requestTo(Server server, QUrl url, Call call)
{
    net::Request request;
    request.url = std::move(url);
    request.headers = {{"Accept", "application/json, text/event-stream"}};
    request.timeouts = timeoutsOf(server);
    request.repeat = net::Repeat::ifRefused; // an answer that was begun may be billed
    request.longestWait = std::chrono::minutes(2);
    request.isFinal = isFinal;
    request.service = nameOf(server);
    request.purpose = call.purpose;
    request.jobId = call.jobId;
    request.personalData = call.personalData;
    auto reading = m_keyOf(server);
    auto key = co_await reading;
    if (!key) {
        co_return std::unexpected(key.error());
    }
    if (!*key && needsKey(server)) {
        co_return failure(ErrorKind::unauthorised,
                          tr("There is no key for %1. Enter it under Settings, Connections, or with "
                             "\"crema-cli keys set llm\".")
                                  .arg(nameOf(server)));
    }
    if (*key) {
        request.secrets.append(keyHeader(server, std::move(**key)));
    }
    co_return request;
}

Task<Result<Client::Outcome>> Client::attempt(net::Request request, Server server, TextReceiver onText,
                                              std::stop_token stop)
{
    // The receiver may be called until the answer is there: what it writes to lives as long as it does.
    const auto incoming = std::make_shared<Incoming>(nameOf(server), std::move(onText));
    const net::ChunkReceiver receive = [incoming](const QByteArray &bytes) { incoming->take(bytes); };
    auto response = co_await m_http.stream(std::move(request), receive, std::move(stop));
    if (!response && incoming->isWhole()) {
        // The connection was lost behind the end of the answer.
        Outcome whole;
        whole.answer = incoming->finish();
        co_return whole;
    }
    if (!response) {
        co_return std::unexpected(response.error());
    }
    Outcome outcome {*std::move(response), std::nullopt};
    if (outcome.response.isSuccess()) {
        outcome.answer = incoming->finish();
    }
    co_return outcome;
}

Task<Result<ChatAnswer>> Client::ask(Server server, ChatRequest request, Call call, TextReceiver onText,
                                     std::stop_token stop)
{
    auto preparing = requestTo(server, chatUrl(server), std::move(call));
    const auto prepared = co_await preparing;
    if (!prepared) {
        co_return std::unexpected(prepared.error());
    }
    Abilities abilities = m_memory.of(server);
    int faults = 0;
    for (int form = 0;; ++form) {
        net::Request http = *prepared;
        http.method = "POST";
        http.contentType = "application/json";
        http.body = toBytes(bodyOf(server, request, abilities));
        auto attempting = attempt(http, server, onText, stop);
        auto outcome = co_await attempting;
        if (!outcome) {
            co_return std::unexpected(outcome.error());
        }
        if (outcome->answer) {
            if (*outcome->answer) {
                m_memory.keep(server, abilities);
            }
            co_return *std::move(outcome->answer);
        }
        if (isPassingFault(outcome->response) && faults < maxFaults) {
            const auto asked = net::askedWait(outcome->response, outcome->response.at);
            const auto pause = std::min<std::chrono::milliseconds>(asked.value_or(firstPause * (1 << faults)),
                                                                   longestPause);
            ++faults;
            --form;
            const auto waited = co_await delay(pause, stop);
            if (!waited) {
                co_return std::unexpected(waited.error());
            }
            continue;
        }
        const auto body = parseJson(outcome->response.body);
        const Complaint complaint = body ? complaintIn(*body) : Complaint {};
        if (isFiltered(complaint)) {
            ChatAnswer held;
            held.ending = Ending::filtered;
            co_return held;
        }
        const auto next = lowered(abilities, outcome->response.status, complaint);
        if (!next || form >= maxForms) {
            co_return std::unexpected(errorOf(outcome->response, http, server));
        }
        abilities = *next;
    }
}

Task<Result<QStringList>> Client::models(Server server, std::stop_token stop)
{
    const auto url = modelsUrl(server);
    if (!url) {
        co_return QStringList();
    }
    const Call call {tr("Which models there are"), {}, {}};
    auto preparing = requestTo(server, *url, call);
    auto request = co_await preparing;
    if (!request) {
        co_return std::unexpected(request.error());
    }
    request->timeouts = {};
    request->repeat = net::Repeat::idempotent;
    auto sending = m_http.send(*request, std::move(stop));
    const auto response = co_await sending;
    if (!response) {
        co_return std::unexpected(response.error());
    }
    if (!response->isSuccess()) {
        co_return std::unexpected(errorOf(*response, *request, server));
    }
    const auto body = parseJson(response->body);
    if (!body || !member(*body, "data").is_array()) {
        co_return failure(ErrorKind::badAnswer,
                          tr("%1 answered with something that is not understood.").arg(nameOf(server)));
    }
    co_return modelsIn(*body);
}

Task<Result<>> Client::test(Server server, std::stop_token stop)
{
    if (modelsUrl(server) && keyHeaderOf(server) == KeyHeader::bearer) {
        auto listing = models(server, stop);
        const auto known = co_await listing;
        if (!known) {
            co_return std::unexpected(known.error());
        }
        // Ollama's "llama3.2" stands for "llama3.2:latest".
        const bool has = std::ranges::any_of(*known, [&](const QString &name) {
            return name == server.model || name == server.model + ":latest"_L1;
        });
        if (!has && !known->isEmpty()) {
            co_return failure(
                    ErrorKind::notFound,
                    tr("%1 takes the key, but has no model \"%2\".").arg(nameOf(server), server.model));
        }
        co_return Result<> {};
    }
    ChatRequest request;
    request.messages = {{Role::user, u"Answer with {\"ok\": true} as JSON."_s}};
    request.schemaName = u"test"_s;
    request.schema = {{"type", "object"},
                      {"additionalProperties", false},
                      {"required", Json::array({"ok"})},
                      {"properties", {{"ok", {{"type", "boolean"}}}}}};
    const Call call {tr("Test of the connection"), {}, {}};
    auto asking = ask(server, request, call, {}, std::move(stop));
    const auto answer = co_await asking;
    if (!answer) {
        co_return std::unexpected(answer.error());
    }
    co_return Result<> {};
}

} // namespace crema::llm
