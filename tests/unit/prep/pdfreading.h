// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "prep/preppdf.h"

#include <QRectF>
#include <QStringList>
#include <QVector>

namespace crema::test {

/// What a reader of the file sees.
struct ReadPdf
{
    int pages = 0;
    QSizeF size; ///< of the first page, in points
    QString title;
    QString author;
    QStringList texts; ///< by page, as it stands there
    QVector<QVector<QRectF>> boxes; ///< by page, where the texts are

    /// All pages, white space as single blanks.
    [[nodiscard]] QString text() const;
    [[nodiscard]] bool operator==(const ReadPdf &) const = default;
};

/// Renders and reads back; fails the test and returns nothing when either does not work.
[[nodiscard]] ReadPdf rendered(const Prep &prep, prep::Paper paper = prep::Paper::a4);
[[nodiscard]] QByteArray pdfBytes(const Prep &prep, prep::Paper paper = prep::Paper::a4);
[[nodiscard]] ReadPdf readPdf(QByteArray bytes);
/// The targets of the document's links.
[[nodiscard]] QStringList linksIn(const QByteArray &bytes);

} // namespace crema::test
