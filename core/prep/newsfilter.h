// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "prep/news.h"
#include "prep/newsarticle.h"

namespace crema::prep {

inline constexpr int mostNews = 5;
inline constexpr int newsDays = 90;

/// Of `articles` those about the firm that are no older than `newsDays` and not from the future (a day is
/// let pass), each once, the newest day first and on one day the headline that begins with the firm; at most
/// `mostNews`.
[[nodiscard]] QVector<Article> newsAbout(const Firm &firm, const QVector<Article> &articles,
                                         const QDateTime &now);

/// As it is kept in a prep; the date as "2026-01-31".
[[nodiscard]] NewsItem newsItem(const Article &article);

/// Two headlines tell the same: they differ in little but not in a number.
[[nodiscard]] bool isSameHeadline(const QString &a, const QString &b);

} // namespace crema::prep
