// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "flows/egresslog.h"
#include "flows/keyflow.h"
#include "flows/mailtokens.h"
#include "mail/gmail.h"
#include "net/client.h"
#include "pdl/client.h"
#include "prep/news.h"
#include "secrets/keychain.h"

#include <QMap>

namespace crema::test {

/// A keychain in memory: a test never touches the user's.
class MemorySecrets final : public secrets::SecretStore
{
public:
    [[nodiscard]] Task<Result<std::optional<Secret>>> read(QString name) override
    {
        const auto found = m_secrets.constFind(name);
        std::optional<Secret> secret;
        if (found != m_secrets.constEnd()) {
            secret = *found;
        }
        co_return secret;
    }
    [[nodiscard]] Task<Result<>> write(QString name, Secret secret) override
    {
        m_secrets.insert(name, secret);
        co_return Result<> {};
    }
    [[nodiscard]] Task<Result<>> remove(QString name) override
    {
        m_secrets.remove(name);
        co_return Result<> {};
    }

    [[nodiscard]] QMap<QString, Secret> all() const { return m_secrets; }
    void setAll(const QMap<QString, Secret> &secrets) { m_secrets = secrets; }

private:
    QMap<QString, Secret> m_secrets;
};

/// The outside services of a workspace under test, as the composition root makes them. By default there is no
/// key, and the vendor's address is one where nobody listens.
struct Outside
{
    Outside(store::Store &writer, IdSource &ids, const Clock &clock, const QString &folder,
            const QUrl &vendor = QUrl(QStringLiteral("http://127.0.0.1:9/v5")), const QString &vendorKey = {},
            const GoogleClient &google = nowhere())
        : keys(secrets, environmentWith(vendorKey)), egress(writer, ids), http(clock, egress, 1U),
          answers(folder + QStringLiteral("/cache/people-data-labs"), clock), pdl(http, vendor, key, answers),
          abilities(folder + QStringLiteral("/cache/language-models.json")),
          llm(http, abilities, flows::modelKeys(keys)), news(http, {}, {}, clock),
          gmail(http, google.gmailUrl), mailTokens(http, keys, flows::googleClient(google))
    {
    }

    /// A Google that nobody reaches.
    [[nodiscard]] static GoogleClient nowhere()
    {
        const QUrl url(QStringLiteral("http://127.0.0.1:9/"));
        return {{}, {}, url, url, url, url};
    }

    [[nodiscard]] static QProcessEnvironment environmentWith(const QString &vendorKey)
    {
        QProcessEnvironment environment;
        if (!vendorKey.isEmpty()) {
            environment.insert(QStringLiteral("PEOPLE_DATA_LABS_API_KEY"), vendorKey);
        }
        return environment;
    }

    MemorySecrets secrets;
    secrets::Keychain keys;
    flows::KeySource key {keys, {secrets::Service::peopleDataLabs, {}, {}}};
    flows::EgressLog egress;
    net::Client http;
    pdl::FileAnswerCache answers;
    pdl::Client pdl;
    llm::AbilityMemory abilities;
    llm::Client llm;
    prep::NewsClient news;
    mail::GmailClient gmail;
    flows::MailTokens mailTokens;
};

} // namespace crema::test
