// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "prep/newsarticle.h"

#include <QVector>

namespace crema::prep {

/// The entries of a feed: RSS 0.9 to 2.0 or Atom. badAnswer when it is none (a web page, say), or declares
/// entities of its own: those are never expanded. A feed that breaks off gives what came before.
[[nodiscard]] Result<QVector<Article>> feedArticles(const QByteArray &body, const QDateTime &now);

} // namespace crema::prep
