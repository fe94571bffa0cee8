// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/textbuilder.h"

#include "resume/glyphs.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::resume {

namespace {

// The line in clearly the largest type; 0 when none is.
int titleOf(const std::vector<PageLine> &lines, const std::vector<int> &numbers)
{
    std::vector<double> sizes;
    for (const PageLine &line : lines) {
        sizes.push_back(line.size);
    }
    if (sizes.size() < 3) {
        return 0;
    }
    const auto largest = std::ranges::max_element(sizes);
    const double size = *largest;
    const auto index = static_cast<size_t>(largest - sizes.begin());
    std::ranges::nth_element(sizes, sizes.begin() + static_cast<long>(sizes.size() / 2));
    return size > 1.25 * sizes[sizes.size() / 2] ? numbers[index] : 0;
}

} // namespace

void TextBuilder::addPage(const std::vector<PageWord> &words, const std::vector<PageLink> &links)
{
    const std::vector<PageLine> lines = linesInReadingOrder(words);
    const bool firstText = m_lines.isEmpty();
    std::vector<int> numbers;
    for (const PageLine &line : lines) {
        if (line.gapBefore && !m_lines.isEmpty()) {
            m_lines << QString();
        }
        m_lines << asTyped(line.text);
        const auto number = static_cast<int>(m_lines.size());
        numbers.push_back(number);
        m_places << LinePlace {number, m_pages, line.box};
        if (line.fresh) {
            m_freshLines << number;
        }
    }
    if (firstText) {
        m_titleLine = titleOf(lines, numbers);
    }
    for (const PageLink &link : links) {
        for (size_t i = 0; i < lines.size(); ++i) {
            if (lines[i].box.adjusted(-2, -2, 2, 2).contains(link.middle)) {
                m_links.append({link.url, numbers[i]});
                break;
            }
        }
    }
    ++m_pages;
}

ExtractedText TextBuilder::finished() const
{
    return {m_lines.join(u'\n'),
            u"application/pdf"_s,
            m_pages,
            m_titleLine,
            m_freshLines,
            true,
            m_links,
            m_places,
            false};
}

} // namespace crema::resume
