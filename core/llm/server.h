// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "net/http.h"

#include <QString>
#include <QUrl>

namespace crema::llm {

/// How a server wants its key.
enum class KeyHeader { bearer, apiKey };

/// One OpenAI-compatible server and the model asked there. `baseUrl` is in its one spelling (serverFrom).
struct Server
{
    QUrl baseUrl; ///< "https://api.openai.com/v1"; for Azure's classic form the deployment, with api-version
    QString model; ///< for Azure the name of the deployment

    [[nodiscard]] bool operator==(const Server &) const = default;
};

/// The server somebody means who types `address`: the scheme and "/v1" may be missing ("localhost:11434"), or
/// the whole address of a chat request may be given. Azure is known by its host, in both of its forms.
/// rejectedInput for what is no address, has a user name in it, or is plain http to another computer.
/// https://learn.microsoft.com/azure/ai-foundry/openai/reference
[[nodiscard]] Result<Server> serverFrom(const QString &address, const QString &model);

[[nodiscard]] QUrl chatUrl(const Server &server);
/// nullopt where the server cannot list what it has (Azure's classic form).
[[nodiscard]] std::optional<QUrl> modelsUrl(const Server &server);

[[nodiscard]] KeyHeader keyHeaderOf(const Server &server);
/// A server on this computer needs no key.
[[nodiscard]] bool needsKey(const Server &server);
/// "OpenAI", "Azure OpenAI", "Ollama", "LM Studio", else the host: for people.
[[nodiscard]] QString nameOf(const Server &server);

/// A local model is loaded on the first request, which takes minutes, and writes slowly.
[[nodiscard]] net::Timeouts timeoutsOf(const Server &server);

} // namespace crema::llm
