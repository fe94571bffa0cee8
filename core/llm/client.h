// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "llm/abilities.h"
#include "llm/chat.h"
#include "net/client.h"

#include <QStringList>

#include <functional>
#include <stop_token>

namespace crema::llm {

/// Gives the key of a server; nullopt when there is none. A key goes to the server it was entered for only.
using KeyOf = std::function<Task<Result<std::optional<Secret>>>(Server server)>;

/// What the egress log is to say of a request.
struct Call
{
    QString purpose; ///< for people: "Write an email"
    QString jobId;
    QStringList personalData;
};

/// OpenAI-compatible servers: OpenAI, Azure, Ollama, LM Studio, vLLM. Asks for JSON in the best form the
/// server takes (schema, JSON object, words) and remembers which that is.
///
/// Errors beside those of net::Client: unauthorised (no key, or refused), outOfCredits (the account there),
/// notFound (no such model or server), rateLimited with retryAfter, badAnswer (broken off, not understood).
/// A refusal, a filtered or cut answer is no error: ChatAnswer::ending says so.
class Client final
{
public:
    /// `http` and `memory` outlive the client.
    Client(net::Client &http, AbilityMemory &memory, KeyOf keyOf);

    /// Streams where the server can; `onText` may be empty. A lost connection, 408 and 5xx are repeated as
    /// long as nothing of an answer has come.
    [[nodiscard]] Task<Result<ChatAnswer>> ask(Server server, ChatRequest request, Call call,
                                               TextReceiver onText, std::stop_token stop);

    /// What the server has; empty where it does not say.
    [[nodiscard]] Task<Result<QStringList>> models(Server server, std::stop_token stop);

    /// Whether the server takes the key and has the model. Asks for its list of models where it has one, else
    /// for an answer of a few letters.
    [[nodiscard]] Task<Result<>> test(Server server, std::stop_token stop);

private:
    /// One request: the answer, or the server's own complaint.
    struct Outcome
    {
        net::Response response;
        std::optional<Result<ChatAnswer>> answer; ///< of a success
    };
    [[nodiscard]] Task<Result<net::Request>> requestTo(Server server, QUrl url, Call call);
    [[nodiscard]] Task<Result<Outcome>> attempt(net::Request request, Server server, TextReceiver onText,
                                                std::stop_token stop);

    net::Client &m_http;
    AbilityMemory &m_memory;
    KeyOf m_keyOf;
};

} // namespace crema::llm
