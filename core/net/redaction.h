// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http.h"

namespace crema::net {

/// The text without credentials: the request's own secrets wherever they stand, and whatever looks like one
/// ("key=...", "Authorization: Bearer ...", `"access_token": "..."`). For every text that is logged or shown.
[[nodiscard]] QString redacted(const QString &text, const QVector<SecretHeader> &secrets = {});

/// "api.example.com/v5/person": where a request goes, without user, query and fragment.
[[nodiscard]] QString placeOf(const QUrl &url);
[[nodiscard]] QString hostOf(const QUrl &url);

} // namespace crema::net
