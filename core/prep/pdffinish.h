// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QVector>

namespace crema::prep {

/// A line of the document's outline, by page (from 0).
struct Bookmark
{
    QString title;
    int page = 0;
};

/// What Qt 6.4's PDF writer cannot be told.
struct PdfDetails
{
    QString title;
    QString author;
    QString subject;
    QDateTime created;
    QString language; ///< "en"
    QVector<Bookmark> bookmarks;
};

/// Completes a PDF as QPdfWriter wrote it, by an incremental update (ISO 32000-1, 7.5.6): author, date,
/// language and bookmarks, and the characters of each font's glyphs as people mean them. Qt names a glyph by
/// the first character that has it, so that a copied "長" is the radical "⻑" and Arabic letters are
/// presentation forms. A file of another shape (a later Qt) comes back as it is: complete, but without these.
[[nodiscard]] QByteArray finishedPdf(const QByteArray &pdf, const PdfDetails &details);

/// The text that a glyph named by this character stands for.
[[nodiscard]] QString meantText(char16_t character);

} // namespace crema::prep
