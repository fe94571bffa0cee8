// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/modelserver.h"

#include "flows/keyflow.h"
#include "flows/writeflow.h"

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

const QString owner = u"settings"_s; ///< no record has an id this short
const QString choice = u"language_model"_s;
const QString writerFact = u"writer"_s;

} // namespace

Result<llm::Server> modelServer(const store::Reader &reader, const Deployment &deployment)
{
    const auto chosen = reader.fact(owner, choice);
    if (!chosen) {
        return std::unexpected(chosen.error());
    }
    const auto json = parseJson(chosen->toUtf8());
    const QString address = json ? textAt(*json, "baseUrl") : QString();
    const QString model = json ? textAt(*json, "model") : QString();
    return llm::serverFrom(address.isEmpty() ? deployment.llmUrl.toString() : address,
                           model.isEmpty() ? deployment.llmModel : model);
}

Task<Result<llm::Server>> setModelServer(Services *services, QString address, QString model)
{
    Json json = Json::object();
    if (!address.trimmed().isEmpty()) {
        const auto server = llm::serverFrom(address, model);
        if (!server) {
            co_return std::unexpected(server.error());
        }
        json["baseUrl"] = server->baseUrl.toString(QUrl::FullyEncoded);
    }
    putText(json, "model", model.trimmed());
    store::Operation operation;
    operation.facts = {{owner, choice, QString::fromUtf8(toBytes(json))}};
    auto applying = services->store.apply(std::move(operation));
    const auto applied = co_await applying;
    if (!applied) {
        co_return std::unexpected(applied.error());
    }
    co_return modelServer(services->reader, services->deployment);
}

QString preferredWriter(const store::Reader &reader)
{
    const auto writer = reader.fact(owner, writerFact);
    return writer && *writer == modelWriter ? QString(modelWriter) : u"template"_s;
}

Task<Result<>> setPreferredWriter(Services *services, QString writer)
{
    store::Operation operation;
    operation.facts = {{owner, writerFact, std::move(writer)}};
    auto applying = services->store.apply(std::move(operation));
    const auto applied = co_await applying;
    if (!applied) {
        co_return std::unexpected(applied.error());
    }
    co_return Result<> {};
}

secrets::KeyName modelKey(const llm::Server &server)
{
    return {secrets::Service::languageModel, server.baseUrl.toString(QUrl::FullyEncoded), {}};
}

Task<Result<bool>> isModelReady(Services *services)
{
    const auto server = modelServer(services->reader, services->deployment);
    if (!server) {
        co_return std::unexpected(server.error());
    }
    if (!llm::needsKey(*server)) {
        co_return true;
    }
    auto reading = services->keys.read(modelKey(*server));
    const auto found = co_await reading;
    if (!found) {
        co_return std::unexpected(found.error());
    }
    co_return found->has_value();
}

Task<Result<llm::Server>> needModel(Services *services)
{
    const auto server = modelServer(services->reader, services->deployment);
    if (!server) {
        co_return std::unexpected(server.error());
    }
    if (llm::needsKey(*server)) {
        auto needing = needKey(services, secrets::Service::languageModel);
        const auto key = co_await needing;
        if (!key) {
            co_return std::unexpected(key.error());
        }
    }
    co_return *server;
}

} // namespace crema::flows
