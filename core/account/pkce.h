// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace crema::account {

/// Bytes that nobody can guess, in base64url without padding: a PKCE verifier, a state, a nonce.
[[nodiscard]] QByteArray unguessable(int bytes);

/// A verifier of RFC 7636: 64 characters out of 48 random bytes.
[[nodiscard]] QByteArray newVerifier();
/// The S256 challenge of a verifier (RFC 7636, 4.2).
[[nodiscard]] QByteArray challengeOf(const QByteArray &verifier);

/// Whether both are the same, in a time that does not tell where they differ.
[[nodiscard]] bool isSameSecret(QByteArrayView a, QByteArrayView b);

} // namespace crema::account
