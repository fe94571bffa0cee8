// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/server.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace crema::llm {

namespace {

const QString classicVersion = u"2024-10-21"_s; ///< of Azure's API, when the address names none

QString tr(const char *words)
{
    return QCoreApplication::translate("llm", words);
}

bool isAzure(const QUrl &url)
{
    const QString host = url.host();
    return host.endsWith(".openai.azure.com"_L1) || host.endsWith(".cognitiveservices.azure.com"_L1)
            || host.endsWith(".services.ai.azure.com"_L1);
}

bool isAzureClassic(const QUrl &url)
{
    return url.path().contains("/openai/deployments/"_L1);
}

/// "localhost:1234/v1" is read as a scheme "localhost" by every URL parser.
QUrl typedUrl(const QString &address)
{
    QString text = address.trimmed();
    if (!text.contains("://"_L1)) {
        const QUrl guess(u"http://"_s + text);
        text = (net::isLoopback(guess) ? u"http://"_s : u"https://"_s) + text;
    }
    return QUrl(text, QUrl::StrictMode);
}

QString basePath(const QUrl &url)
{
    QString path = url.path();
    for (const auto &end : {"/chat/completions"_L1, "/models"_L1}) {
        if (path.endsWith(end)) {
            path.chop(end.size());
        }
    }
    while (path.endsWith(u'/')) {
        path.chop(1);
    }
    if (path.isEmpty() || (isAzure(url) && path == "/openai"_L1)) {
        return isAzure(url) ? u"/openai/v1"_s : u"/v1"_s;
    }
    return path;
}

QString baseQuery(const QUrl &url)
{
    const QString version = QUrlQuery(url).queryItemValue(u"api-version"_s);
    if (version.isEmpty() && !isAzureClassic(url)) {
        return {};
    }
    return u"api-version="_s + (version.isEmpty() ? classicVersion : version);
}

QString problemOf(const QUrl &url, const QString &address)
{
    if (address.trimmed().isEmpty()) {
        return tr("No address of a server was given.");
    }
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != "https"_L1 && url.scheme() != "http"_L1)) {
        return tr("\"%1\" is not the address of a server, such as https://api.openai.com/v1.").arg(address);
    }
    if (!url.userInfo().isEmpty()) {
        return tr("A key does not belong into the address; enter it in its own field.");
    }
    if (url.scheme() == "http"_L1 && !net::isLoopback(url)) {
        return tr("\"%1\" would send your emails over an open line. Use https; plain http is for this "
                  "computer only.")
                .arg(address);
    }
    return {};
}

} // namespace

Result<Server> serverFrom(const QString &address, const QString &model)
{
    QUrl url = typedUrl(address);
    if (const QString problem = problemOf(url, address); !problem.isEmpty()) {
        return failure(ErrorKind::rejectedInput, problem);
    }
    const QString query = baseQuery(url);
    url.setPath(basePath(url));
    url.setQuery(query.isEmpty() ? QString() : query);
    url.setFragment({});
    Server server {url, model.trimmed()};
    if (isAzureClassic(url)) {
        server.model = url.path().section("/openai/deployments/"_L1, 1).section(u'/', 0, 0);
    }
    return server;
}

QUrl chatUrl(const Server &server)
{
    QUrl url = server.baseUrl;
    url.setPath(url.path() + "/chat/completions"_L1);
    return url;
}

std::optional<QUrl> modelsUrl(const Server &server)
{
    if (isAzureClassic(server.baseUrl)) {
        return std::nullopt;
    }
    QUrl url = server.baseUrl;
    url.setPath(url.path() + "/models"_L1);
    return url;
}

KeyHeader keyHeaderOf(const Server &server)
{
    return isAzure(server.baseUrl) ? KeyHeader::apiKey : KeyHeader::bearer;
}

bool needsKey(const Server &server)
{
    return !net::isLoopback(server.baseUrl);
}

QString nameOf(const Server &server)
{
    const QUrl &url = server.baseUrl;
    if (url.host() == "api.openai.com"_L1) {
        return u"OpenAI"_s;
    }
    if (isAzure(url)) {
        return u"Azure OpenAI"_s;
    }
    if (net::isLoopback(url)) {
        return url.port() == 11434   ? u"Ollama"_s
                : url.port() == 1234 ? u"LM Studio"_s
                                     : tr("the model server on this computer (port %1)").arg(url.port(80));
    }
    return url.host();
}

net::Timeouts timeoutsOf(const Server &server)
{
    using namespace std::chrono_literals;
    return net::isLoopback(server.baseUrl) ? net::Timeouts {10s, 10min, 30min}
                                           : net::Timeouts {15s, 2min, 10min};
}

} // namespace crema::llm
