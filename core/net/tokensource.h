// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "async/task.h"
#include "base/secret.h"

#include <stop_token>

namespace crema::net {

/// Gives the credential of a service when a request needs it: a key of the keychain, an access token that is
/// renewed on the way. Error{unauthorised} when there is none.
class TokenSource
{
public:
    TokenSource() = default;
    TokenSource(const TokenSource &) = delete;
    TokenSource &operator=(const TokenSource &) = delete;
    virtual ~TokenSource() = default;

    [[nodiscard]] virtual Task<Result<Secret>> token(std::stop_token stop) = 0;
    /// The service did not take this credential: the next token() gives another one or the reason for none.
    virtual void refused(const Secret &token) { Q_UNUSED(token) }
};

/// A credential that does not change.
class FixedToken final : public TokenSource
{
public:
    explicit FixedToken(Secret secret) : m_secret(std::move(secret)) { }
    [[nodiscard]] Task<Result<Secret>> token(std::stop_token stop) override;

private:
    Secret m_secret;
};

} // namespace crema::net
