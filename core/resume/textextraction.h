// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "model/resume.h"

#include <QByteArray>
#include <QString>
#include <QVector>

namespace crema::resume {

/// The address behind words of the document ("LinkedIn" as a link), with the 1-based line the words stand in.
struct TextLink
{
    QString url;
    int line = 0;

    [[nodiscard]] bool operator==(const TextLink &) const = default;
};

/// The text of a resume. One line of the page, or one paragraph of a DOCX, is one line here; '\t' stands
/// where cells or a wide gap parted the words of a line, an empty line where blocks are apart, "• " before
/// every list item.
struct ExtractedText
{
    QString text;
    QString mediaType; ///< "application/pdf", the DOCX type or "text/plain"
    int pageCount = 0; ///< 0 where the format has no pages (DOCX, text)
    int titleLine = 0; ///< 1-based line in clearly the largest type of the first page; 0 when unknown
    /// Lines that begin a paragraph or item because the line above ended with room left (in a DOCX every
    /// line); meaningful only when `wrapsKnown`.
    QVector<int> freshLines;
    bool wrapsKnown = false;
    QVector<TextLink> links;
    QVector<LinePlace> places; ///< of the lines that have words; empty where the format has no pages
    bool isProtected = false; ///< it could be opened with the password only

    [[nodiscard]] bool operator==(const ExtractedText &) const = default;
};

/// Reads the text out of a PDF, DOCX or plain text file, told apart by content and not by `fileName`, which
/// is only for the error's words. `password` opens a protected PDF and is kept nowhere. Thread-safe; nothing
/// is written to disk.
///
/// rejectedInput, with a sentence that names the file: empty, larger than 20 MB, another kind of file,
/// damaged, no text in it (a scan), a password missing or wrong, or an archive that unpacks to more than a
/// document can be.
[[nodiscard]] Result<ExtractedText> extractText(const QByteArray &bytes, const QString &fileName,
                                                const QString &password = {});

/// True when a PDF was not read because its password is missing or wrong: asking for one can help. (A
/// protected Word file cannot be read with any.)
[[nodiscard]] bool needsPassword(const Error &error);

/// True when a PDF was not read because there is no text in it, only pictures of it: typing it in or
/// recognising it can help.
[[nodiscard]] bool hasNoText(const Error &error);

} // namespace crema::resume
