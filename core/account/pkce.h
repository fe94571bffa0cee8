// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace crema::account {

/// Bytes of the system's random source as base64url without padding: for states, nonces and verifiers.
[[nodiscard]] QByteArray randomWord(int bytes);
/// The S256 challenge of a verifier (RFC 7636, 4.2).
[[nodiscard]] QByteArray challengeOf(const QByteArray &verifier);
/// Equal, in a time that says nothing about where they differ.
[[nodiscard]] bool isSame(QByteArrayView a, QByteArrayView b);

} // namespace crema::account
