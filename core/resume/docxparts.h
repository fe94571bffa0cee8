// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

namespace crema::resume {

/// The parts of a DOCX package that hold text or say what it means (ECMA-376 part 1, section 11).
struct DocxParts
{
    QByteArray document;
    QHash<QString, QByteArray> headersAndFooters; ///< by relationship id
    QHash<QString, QString> links; ///< by relationship id
    QSet<QString> listStyles; ///< paragraph styles that make a list item
    QSet<QString> titleStyles; ///< styles of the document's title
};

/// Unpacks what is needed, in memory. rejectedInput: no Word document inside (the sentence says what it seems
/// to be), damaged, encrypted, or unpacking to more than 50 MB.
[[nodiscard]] Result<DocxParts> docxParts(const QByteArray &bytes, const QString &name);

} // namespace crema::resume
