// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace crema::prep {

// What news services and feeds write, made fit to be shown. All of it is foreign: text stays text.

/// One line of plain text out of HTML or text: without tags, the contents of scripts, control and direction
/// characters, with entities resolved, cut to `limit`.
[[nodiscard]] QString plainLine(const QString &foreign, qsizetype limit);

/// The address as a link that may be shown: http or https with a host name, without name, password, fragment
/// and what only counts readers ("utm_source"); empty for anything else.
[[nodiscard]] QString articleUrl(const QString &foreign);

/// The same for articles that are the same: also without scheme, "www.", "m.", "amp" and the last slash.
[[nodiscard]] QString sameArticleKey(const QString &url);

/// The host without "www.", in lower case; empty when there is none.
[[nodiscard]] QString siteOf(const QString &url);

/// When an article appeared, in UTC: ISO 8601, RFC 822 with names of zones, "20260101T120000Z",
/// "12/30/2025, 07:00 AM, +0000 UTC", "3 hours ago", or a date alone. Invalid when it is none of these.
[[nodiscard]] QDateTime articleTime(const QString &foreign, const QDateTime &now);

} // namespace crema::prep
