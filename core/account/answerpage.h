// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "account/redirect.h"

#include <QByteArray>
#include <QString>

namespace crema::account {

/// The whole HTTP answer to the one request that counted: a static page that says what Crema got, in words
/// that stay true whatever happens next. Nothing of the request is in it.
[[nodiscard]] QByteArray answerPage(const RedirectAnswer &answer, const QString &server);

/// The whole HTTP answer to any other request: a status and a line.
[[nodiscard]] QByteArray shortAnswer(int status);

} // namespace crema::account
