// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/services.h"
#include "llm/client.h"
#include "net/tokensource.h"
#include "secrets/keychain.h"

namespace crema::flows {

/// The key of a service out of the keychain, or of the environment; unauthorised, saying what to do, when
/// there is none.
class KeySource final : public net::TokenSource
{
public:
    KeySource(secrets::Keychain &keychain, secrets::KeyName key) : m_keychain(keychain), m_key(std::move(key))
    {
    }
    [[nodiscard]] Task<Result<Secret>> token(std::stop_token stop) override;

private:
    secrets::Keychain &m_keychain;
    secrets::KeyName m_key;
};

/// The keys of language models, one a server, out of the keychain or the environment.
[[nodiscard]] llm::KeyOf modelKeys(secrets::Keychain &keychain);

/// How a service stands, without asking it.
struct KeyState
{
    secrets::Service service = secrets::Service::peopleDataLabs;
    bool present = false;
    QString server; ///< of a language model: the address the key belongs to
    bool needed = true; ///< false: a server on this computer, which takes any or none
    secrets::Place place = secrets::Place::keychain;
    bool lasting = true; ///< false: the key is gone when Crema is closed
    QString reason; ///< why it is not lasting, for people
};
/// unauthorised, saying what to do, unless there is a key.
[[nodiscard]] Task<Result<>> needKey(Services *services, secrets::Service service);
[[nodiscard]] Task<Result<KeyState>> keyState(Services *services, secrets::Service service);

/// Keeps the key; blanks around it are cut off. rejectedInput for what cannot be a key. The state says where
/// it went.
/// `server` is the one the user saw when they entered it: conflict when another was chosen meanwhile; empty
/// for the one that is chosen now.
[[nodiscard]] Task<Result<KeyState>> setKey(Services *services, secrets::Service service, Secret key,
                                            QString server = {});
/// Forgets the key that was entered; one of the environment stays and the state says so.
[[nodiscard]] Task<Result<KeyState>> deleteKey(Services *services, secrets::Service service);
/// Asks the service whether it takes the key. unauthorised when there is none or it is refused; notFound for
/// a service that this version does not use.
[[nodiscard]] Task<Result<>> testKey(Services *services, secrets::Service service, std::stop_token stop);

/// "People Data Labs".
[[nodiscard]] QString serviceName(secrets::Service service);
/// Services that this version uses.
[[nodiscard]] const QVector<secrets::Service> &usedServices();

} // namespace crema::flows
