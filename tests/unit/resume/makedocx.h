// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

namespace crema::test {

/// A zip archive of the given files.
[[nodiscard]] QByteArray makeZip(const QMap<QString, QByteArray> &files);

/// A DOCX whose body is `body` (WordprocessingML between the w:body tags); `more` adds or replaces parts.
[[nodiscard]] QByteArray makeDocx(const QByteArray &body, const QMap<QString, QByteArray> &more = {});

/// `content` inside the root element `tag` with all namespaces that Word writes.
[[nodiscard]] QByteArray wordPart(const QByteArray &tag, const QByteArray &content);

} // namespace crema::test
