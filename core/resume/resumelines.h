// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "resume/sections.h"
#include "resume/textextraction.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace crema::resume {

/// One line that has words, as the rules see it.
struct Line
{
    int number = 0; ///< 1-based in the whole text
    QString text; ///< trimmed, without its bullet; cells parted by '\t'
    int indent = 0; ///< blanks before the first character (the bullet, when there is one)
    bool bullet = false;
    bool gapBefore = false; ///< an empty line stands above
    /// Whether the page says that the line goes on with the one above.
    enum class Wrap { unknown, fresh, wrapped } wrap = Wrap::unknown;

    [[nodiscard]] QStringList cells() const;
};

/// A stretch of lines under one heading. The first part of a text has none: `hasHeading` is false.
struct Part
{
    Section section = Section::contact;
    bool hasHeading = false;
    QString heading; ///< as written
    std::vector<Line> lines;
};

[[nodiscard]] std::vector<Line> linesOf(const ExtractedText &extracted);

/// The text in parts, in order. Headings themselves are in no part; a heading that shares its line with the
/// first words below it ("EDUCATION\tExample University") gives these words as the part's first line.
[[nodiscard]] std::vector<Part> partsOf(const ExtractedText &extracted);

} // namespace crema::resume
