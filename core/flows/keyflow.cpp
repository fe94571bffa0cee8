// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/keyflow.h"

#include "flows/modelserver.h"
#include "pdl/client.h"
#include "prep/news.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

constexpr qsizetype longestKey = 4096;

QString tr(const char *words)
{
    return QCoreApplication::translate("flows", words);
}

Result<Secret> usableKey(const Secret &key)
{
    const QByteArray bytes = key.reveal().trimmed();
    const bool printable = std::ranges::all_of(bytes, [](char c) { return c > ' ' && c < 0x7f; });
    if (bytes.isEmpty() || !printable || bytes.size() > longestKey) {
        return failure(ErrorKind::rejectedInput,
                       bytes.isEmpty()
                               ? tr("No key was given; nothing was changed.")
                               : tr("This cannot be a key: it has blanks, line breaks or letters outside "
                                    "ASCII. Nothing was changed."));
    }
    return Secret(QByteArrayView(bytes));
}

std::unexpected<Error> noKey(secrets::Service service, const QString &keychainProblem)
{
    return failure(
            ErrorKind::unauthorised,
            tr("There is no key for %1. Enter it under Settings, Connections, or with \"crema-cli keys set "
               "%2\".")
                            .arg(serviceName(service), secrets::wordOf(service))
                    + (keychainProblem.isEmpty() ? QString() : u' ' + keychainProblem));
}

/// The name of the key that is used now; that of the language model depends on the chosen server.
Result<secrets::KeyName> keyNameOf(const Services &services, secrets::Service service)
{
    if (service != secrets::Service::languageModel) {
        return secrets::KeyName {service, {}, {}};
    }
    const auto server = modelServer(services.reader, services.deployment);
    return server ? Result<secrets::KeyName>(modelKey(*server)) : std::unexpected(server.error());
}

Task<Result<std::optional<Secret>>> modelSecret(secrets::Keychain *keychain, llm::Server server)
{
    auto reading = keychain->read(modelKey(server));
    const auto found = co_await reading;
    if (!found) {
        co_return std::unexpected(found.error());
    }
    std::optional<Secret> secret;
    if (*found) {
        secret = (*found)->secret;
    }
    co_return secret;
}

} // namespace

llm::KeyOf modelKeys(secrets::Keychain &keychain)
{
    return [keys = &keychain](llm::Server server) { return modelSecret(keys, std::move(server)); };
}

Task<Result<Secret>> KeySource::token(std::stop_token)
{
    auto reading = m_keychain.read(m_key);
    const auto found = co_await reading;
    if (!found) {
        co_return std::unexpected(found.error());
    }
    if (!*found) {
        co_return noKey(m_key.service, m_keychain.reason());
    }
    Secret secret = (*found)->secret;
    co_return secret;
}

Task<Result<KeyState>> keyState(Services *services, secrets::Service service)
{
    const auto name = keyNameOf(*services, service);
    if (!name) {
        co_return std::unexpected(name.error());
    }
    auto reading = services->keys.read(*name);
    const auto found = co_await reading;
    if (!found) {
        co_return std::unexpected(found.error());
    }
    KeyState state;
    state.service = service;
    state.present = found->has_value();
    if (service == secrets::Service::languageModel) {
        const auto server = modelServer(services->reader, services->deployment);
        state.needed = !server || llm::needsKey(*server);
        state.server = name->baseUrl;
    }
    state.place = *found ? (*found)->place : secrets::Place::keychain;
    state.lasting = !*found || state.place != secrets::Place::session;
    state.reason = services->keys.reason();
    co_return state;
}

Task<Result<>> needKey(Services *services, secrets::Service service)
{
    auto stating = keyState(services, service);
    const auto state = co_await stating;
    if (!state) {
        co_return std::unexpected(state.error());
    }
    if (!state->present) {
        co_return noKey(service, state->reason);
    }
    co_return Result<> {};
}

Task<Result<KeyState>> setKey(Services *services, secrets::Service service, Secret key, QString server)
{
    const auto usable = usableKey(key);
    if (!usable) {
        co_return std::unexpected(usable.error());
    }
    const auto name = keyNameOf(*services, service);
    if (!name) {
        co_return std::unexpected(name.error());
    }
    if (!server.isEmpty() && server != name->baseUrl) {
        co_return failure(ErrorKind::conflict,
                          tr("Another model server was chosen meanwhile (%1); the key was not kept.")
                                  .arg(name->baseUrl));
    }
    auto writing = services->keys.write(*name, *usable);
    const auto place = co_await writing;
    if (!place) {
        co_return std::unexpected(place.error());
    }
    co_return co_await keyState(services, service);
}

Task<Result<KeyState>> deleteKey(Services *services, secrets::Service service)
{
    const auto name = keyNameOf(*services, service);
    if (!name) {
        co_return std::unexpected(name.error());
    }
    auto removing = services->keys.remove(*name);
    const auto removed = co_await removing;
    if (!removed) {
        co_return std::unexpected(removed.error());
    }
    co_return co_await keyState(services, service);
}

Task<Result<>> testKey(Services *services, secrets::Service service, std::stop_token stop)
{
    if (service == secrets::Service::languageModel) {
        const auto server = modelServer(services->reader, services->deployment);
        if (!server) {
            co_return std::unexpected(server.error());
        }
        co_return co_await services->llm.test(*server, std::move(stop));
    }
    if (service == secrets::Service::serpApi) {
        KeySource source(services->keys, {service, {}, {}});
        const auto key = co_await source.token(stop);
        if (!key) {
            co_return std::unexpected(key.error());
        }
        co_return co_await services->news.test(*key, std::move(stop));
    }
    if (service != secrets::Service::peopleDataLabs) {
        co_return failure(ErrorKind::notFound,
                          tr("This version of Crema does not use %1.").arg(serviceName(service)));
    }
    co_return co_await services->pdl.test(stop);
}

QString serviceName(secrets::Service service)
{
    switch (service) {
    case secrets::Service::peopleDataLabs:
        return u"People Data Labs"_s;
    case secrets::Service::languageModel:
        return tr("the language model");
    case secrets::Service::serpApi:
        return u"SerpApi"_s;
    case secrets::Service::googleClient:
        return u"Google"_s;
    case secrets::Service::stripe:
    case secrets::Service::stripeWebhook:
        return u"Stripe"_s;
    }
    return {};
}

const QVector<secrets::Service> &usedServices()
{
    static const QVector<secrets::Service> used {secrets::Service::peopleDataLabs,
                                                 secrets::Service::languageModel, secrets::Service::serpApi};
    return used;
}

} // namespace crema::flows
