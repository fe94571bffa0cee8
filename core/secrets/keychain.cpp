// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/keychain.h"

#include "base/log.h"

#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace crema::secrets {

namespace {

struct ServiceRow
{
    Service service;
    const char16_t *word;
    const char16_t *variable; ///< of the environment
};

constexpr std::array rows {
        ServiceRow {Service::peopleDataLabs, u"pdl", u"PEOPLE_DATA_LABS_API_KEY"},
        ServiceRow {Service::languageModel, u"llm", u"OPENAI_API_KEY"},
        ServiceRow {Service::serpApi, u"serpapi", u"SERPAPI_KEY"},
        ServiceRow {Service::googleClient, u"google", u"GOOGLE_CLIENT_SECRET"},
        ServiceRow {Service::stripe, u"stripe", u"STRIPE_SECRET_KEY"},
        ServiceRow {Service::stripeWebhook, u"stripe-webhook", u"STRIPE_WEBHOOK_SECRET"},
};

const ServiceRow &rowOf(Service service)
{
    return *std::ranges::find(rows, service, &ServiceRow::service);
}

/// One spelling of a base URL.
QString serverOf(const QString &baseUrl)
{
    const QUrl url(baseUrl.trimmed());
    return url
            .adjusted(QUrl::StripTrailingSlash | QUrl::RemoveQuery | QUrl::RemoveFragment
                      | QUrl::RemoveUserInfo)
            .toString(QUrl::FullyEncoded);
}

} // namespace

QString wordOf(Service service)
{
    return QString::fromUtf16(rowOf(service).word);
}

std::optional<Service> serviceFromWord(QStringView word)
{
    const auto found = std::ranges::find_if(
            rows, [word](const ServiceRow &row) { return word == QStringView(row.word); });
    return found == rows.end() ? std::nullopt : std::optional(found->service);
}

QString nameOf(const KeyName &key)
{
    QString name = wordOf(key.service);
    if (!key.item.isEmpty()) {
        name += u'/' + key.item;
    }
    return key.baseUrl.isEmpty() ? name : name + u'@' + serverOf(key.baseUrl);
}

Keychain::Keychain(SecretStore &store, QProcessEnvironment environment)
    : m_store(store), m_environment(std::move(environment))
{
}

void Keychain::useSession(const Error &why)
{
    m_keeping = Keeping::sessionOnly;
    m_reason =
            u"This computer's keychain cannot be used. Keys stay until Crema is closed and are written nowhere."_s;
    qCInfo(logCrema) << "No usable keychain:" << why.detail;
}

std::optional<Secret> Keychain::fromEnvironment(const KeyName &key) const
{
    const QString value = m_environment.value(QString::fromUtf16(rowOf(key.service).variable)).trimmed();
    if (value.isEmpty() || !key.item.isEmpty()) {
        return std::nullopt;
    }
    if (key.service == Service::languageModel && !key.baseUrl.isEmpty()) {
        // The variable's key belongs to the variable's server alone.
        const QString server = m_environment.value(u"OPENAI_BASE_URL"_s, u"https://api.openai.com/v1"_s);
        const QString own = serverOf(server);
        // An address without a path means its "/v1".
        if (own != serverOf(key.baseUrl) && own + "/v1"_L1 != serverOf(key.baseUrl)) {
            return std::nullopt;
        }
    }
    return Secret(value);
}

Task<Result<std::optional<FoundKey>>> Keychain::read(KeyName key)
{
    const QString name = nameOf(key);
    if (m_session.contains(name)) {
        co_return FoundKey {m_session.value(name), Place::session};
    }
    auto stored = co_await m_store.read(name);
    if (!stored) {
        useSession(stored.error());
    } else if (*stored) {
        m_keeping = Keeping::lasting;
        co_return FoundKey {**std::move(stored), Place::keychain};
    }
    if (auto secret = fromEnvironment(key)) {
        co_return FoundKey {*std::move(secret), Place::environment};
    }
    co_return std::optional<FoundKey>();
}

Task<Result<>> Keychain::writeAndCheck(QString name, Secret secret)
{
    const auto written = co_await m_store.write(name, secret);
    if (!written) {
        co_return std::unexpected(written.error());
    }
    // A locked keychain may take a secret and lose it, and answers reading with "not found".
    const auto back = co_await m_store.read(name);
    if (!back) {
        co_return std::unexpected(back.error());
    }
    if (!*back || **back != secret) {
        co_return failure(ErrorKind::storage, u"The computer's keychain did not keep the key."_s,
                          u"the written secret could not be read back"_s);
    }
    co_return Result<>();
}

Task<Result<Place>> Keychain::write(KeyName key, Secret secret)
{
    if (secret.isEmpty()) {
        co_return failure(ErrorKind::rejectedInput, u"The key is empty."_s);
    }
    const QString name = nameOf(key);
    const auto written = co_await writeAndCheck(name, secret);
    if (!written) {
        useSession(written.error());
        m_session.insert(name, std::move(secret));
        co_return Place::session;
    }
    m_session.remove(name);
    m_keeping = Keeping::lasting;
    m_reason.clear();
    co_return Place::keychain;
}

Task<Result<>> Keychain::remove(KeyName key)
{
    const QString name = nameOf(key);
    const bool inSession = m_session.remove(name);
    auto removed = co_await m_store.remove(name);
    if (!removed && inSession && m_keeping == Keeping::sessionOnly) {
        co_return Result<>(); // it was never in the keychain
    }
    co_return removed;
}

} // namespace crema::secrets
