// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/secret.h"
#include "prep/newsarticle.h"

#include <QUrl>
#include <QVector>

namespace crema::prep {

// Bytes and addresses of the news services; no network. `now` is for dates such as "3 hours ago".

/// Articles of the last 90 days that name the firm, of the English edition.
[[nodiscard]] QUrl serpApiSearch(const QUrl &base, const QString &firm);
/// The account behind a key.
[[nodiscard]] QUrl serpApiAccount(const QUrl &base);
/// The address with the key, which SerpApi takes in the query only. For the request alone.
[[nodiscard]] QUrl withKey(QUrl url, const Secret &key);

/// badAnswer for what is no answer, with the service's words in `detail`; an empty list for "no results".
[[nodiscard]] Result<QVector<Article>> serpApiArticles(const QByteArray &body, const QDateTime &now);
/// Searches left of an answer about the account; badAnswer when it is none.
[[nodiscard]] Result<qint64> serpApiSearchesLeft(const QByteArray &body);

/// Articles of the last three months, all that GDELT has, the newest first.
[[nodiscard]] QUrl gdeltSearch(const QUrl &base, const QString &firm);
/// GDELT answers with plain text and status 200 when it refuses: rateLimited, rejectedInput or badAnswer.
/// Broken JSON is read as far as it goes.
[[nodiscard]] Result<QVector<Article>> gdeltArticles(const QByteArray &body, const QDateTime &now);

} // namespace crema::prep
