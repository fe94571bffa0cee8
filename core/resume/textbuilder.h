// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "resume/pagelayout.h"
#include "resume/textextraction.h"

#include <QStringList>

#include <vector>

namespace crema::resume {

/// Puts the words of a document's pages together to one text and remembers where each line stands.
class TextBuilder final
{
public:
    /// The next page.
    void addPage(const std::vector<PageWord> &words, const std::vector<PageLink> &links = {});

    /// The text of a PDF with this many pages.
    [[nodiscard]] ExtractedText finished() const;

private:
    QStringList m_lines;
    QVector<TextLink> m_links;
    QVector<int> m_freshLines;
    QVector<LinePlace> m_places;
    int m_titleLine = 0;
    int m_pages = 0;
};

} // namespace crema::resume
