// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/task.h"
#include "base/secret.h"

#include <optional>

namespace crema::secrets {

/// A place that keeps secrets by name. A missing one is nullopt; an error means that the store as a whole
/// cannot be used (locked, not there), with its own words in `detail`.
class SecretStore
{
public:
    SecretStore() = default;
    SecretStore(const SecretStore &) = delete;
    SecretStore &operator=(const SecretStore &) = delete;
    virtual ~SecretStore() = default;

    [[nodiscard]] virtual Task<Result<std::optional<Secret>>> read(QString name) = 0;
    [[nodiscard]] virtual Task<Result<>> write(QString name, Secret secret) = 0;
    [[nodiscard]] virtual Task<Result<>> remove(QString name) = 0;
};

/// The operating system's: Secret Service, Keychain, Credential Manager (QtKeychain). Never a plain file.
class SystemStore final : public SecretStore
{
public:
    explicit SystemStore(QString application = QStringLiteral("Crema"));

    [[nodiscard]] Task<Result<std::optional<Secret>>> read(QString name) override;
    [[nodiscard]] Task<Result<>> write(QString name, Secret secret) override;
    [[nodiscard]] Task<Result<>> remove(QString name) override;

private:
    QString m_application;
};

} // namespace crema::secrets
