// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/secretstore.h"

#include <QHash>
#include <QProcessEnvironment>
#include <QString>

namespace crema::secrets {

/// The services that have a key.
enum class Service { peopleDataLabs, languageModel, serpApi, googleClient, stripe, stripeWebhook };

/// Whose secret: a service, and for one that the user may point elsewhere its base URL, so that a key goes to
/// no other server. `item` tells several secrets of one service apart ("refresh_token").
struct KeyName
{
    Service service = Service::peopleDataLabs;
    QString baseUrl;
    QString item;
};

[[nodiscard]] QString nameOf(const KeyName &key);
/// The word of the command line: "pdl", "llm", "serpapi", "google", "stripe", "stripe-webhook".
[[nodiscard]] QString wordOf(Service service);
[[nodiscard]] std::optional<Service> serviceFromWord(QStringView word);

/// Where a secret came from, and where it was put.
enum class Place {
    keychain, ///< of the operating system
    session, ///< in memory, until Crema is closed: this computer has no usable keychain
    environment, ///< a variable such as PEOPLE_DATA_LABS_API_KEY
};

struct FoundKey
{
    Secret secret;
    Place place = Place::keychain;
};

/// Whether what is entered survives the session.
enum class Keeping { unknown, lasting, sessionOnly };

/// The secrets of the user. What was entered wins over the environment. Without a usable keychain a secret is
/// kept for this session only, and keeping() and reason() say so; it is never written anywhere else.
class Keychain final
{
public:
    /// `store` outlives this. The environment is looked at under the store.
    explicit Keychain(SecretStore &store,
                      QProcessEnvironment environment = QProcessEnvironment::systemEnvironment());

    /// nullopt when there is none anywhere. A keychain that cannot be used is no error here: the session and
    /// the environment are looked at all the same.
    [[nodiscard]] Task<Result<std::optional<FoundKey>>> read(KeyName key);
    /// Keeps the secret and says where. It is read back before the keychain is trusted.
    [[nodiscard]] Task<Result<Place>> write(KeyName key, Secret secret);
    /// Forgets what was entered; the environment's stays. An error when the keychain kept it.
    [[nodiscard]] Task<Result<>> remove(KeyName key);

    [[nodiscard]] Keeping keeping() const { return m_keeping; }
    /// Why only for the session, for people.
    [[nodiscard]] QString reason() const { return m_reason; }

private:
    [[nodiscard]] Task<Result<>> writeAndCheck(QString name, Secret secret);
    [[nodiscard]] std::optional<Secret> fromEnvironment(const KeyName &key) const;
    void useSession(const Error &why);

    SecretStore &m_store;
    QProcessEnvironment m_environment;
    QHash<QString, Secret> m_session;
    Keeping m_keeping = Keeping::unknown;
    QString m_reason;
};

} // namespace crema::secrets
