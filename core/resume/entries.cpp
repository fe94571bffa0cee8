// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/entries.h"

#include "base/text.h"
#include "resume/dateranges.h"
#include "resume/entryheader.h"
#include "resume/glyphs.h"
#include "resume/places.h"
#include "resume/words.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace crema::resume {

namespace {

constexpr int mostHeaderWords = 13;
constexpr size_t mostHeaderLines = 4;

// Words, for scripts that write none about as many as they would be.
int lengthInWords(const QString &text)
{
    const auto wide = std::ranges::count_if(text, isWideScript);
    return wordCount(text) + static_cast<int>(wide / 2);
}

bool endsSentence(const QString &text)
{
    const bool stop = text.endsWith(u'.') || text.endsWith(u'!') || text.endsWith(u'。')
            || text.endsWith(u';');
    return stop && !isLegalForm(text.section(u' ', -1)) && text.size() > 2
            && !(text.at(text.size() - 2).isUpper());
}

// A date that stands for itself, not a number inside a sentence.
bool isDated(const Line &line)
{
    const auto span = dateSpanIn(line.text);
    if (!span) {
        return false;
    }
    const QString rest = withoutDates(line.text);
    const bool atEdge = span->start == 0 || span->start + span->length >= line.text.size() - 1
            || rest.contains(u'\t') || line.text.mid(span->start + span->length).trimmed().startsWith(u'|');
    // "2018-2022 Data Engineer, Zalando SE, Dublin.": as moderncv sets a job, with a full stop.
    const bool leads = atEdge && span->isRange && isJobTitle(rest.trimmed().section(u',', 0, 0));
    return lengthInWords(rest) <= mostHeaderWords && (leads || !endsSentence(rest))
            && (span->isRange || atEdge || !span->isBareYear) && (atEdge || line.text.size() < 90);
}

// "in", "and the", "Germany,": the sentence must go on.
bool endsOpen(const QString &text)
{
    static const QSet<QString> open {u"in"_s,   u"of"_s,   u"and"_s, u"the"_s,  u"to"_s,   u"for"_s,
                                     u"from"_s, u"with"_s, u"by"_s,  u"at"_s,   u"a"_s,    u"an"_s,
                                     u"or"_s,   u"&"_s,    u"on"_s,  u"into"_s, u"that"_s, u"und"_s,
                                     u"der"_s,  u"et"_s,   u"les"_s, u"de"_s,   u"y"_s,    u"la"_s};
    return text.endsWith(u',') || open.contains(text.section(u' ', -1));
}

bool startsLower(const QString &text)
{
    const QChar first = text.front();
    const bool brand = first.isLower() && text.size() > 1 && text.at(1).isUpper(); // "eBay"
    const QString name = text.section(u',', 0, 0); // "dm-drogerie markt GmbH + Co. KG, Essen"
    const bool firm = name.contains(u' ') && isLegalForm(name.section(u' ', -1));
    return (first.isLower() && !brand && !firm) || first == u'&' || first == u')' || first == u','
            || first == u'%';
}

// "Selected projects: Boneyard Creek (2018); Purdue drainage (2020)"
bool isList(const Line &line)
{
    static const QRegularExpression list(u"^(?:(?:selected|key|notable|major|main|representative|recent)\\s+)"
                                         u"?(?:projects?|clients?|publications?|engagements?|"
                                         u"deals|transactions?)\\s*:\\s+\\S"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const auto span = dateSpanIn(line.text);
    return list.match(line.text).hasMatch() && !(span && span->isRange);
}

bool isHeaderLike(const Line &line)
{
    return !line.bullet && lengthInWords(line.text) <= mostHeaderWords && !endsSentence(line.text)
            && !startsLower(line.text) && !line.text.contains(u'，') && !line.text.endsWith(u':');
}

// Reads the lines one after the other; knows what the line above belonged to.
class EntryReader
{
public:
    explicit EntryReader(const std::vector<Line> &lines) : m_lines(lines)
    {
        int least = 1000;
        for (const Line &line : lines) {
            m_longest = std::max(m_longest, line.text.size());
            least = std::min(least, line.indent);
            m_indented = m_indented || (!line.bullet && line.indent > 0);
            m_datedPlain += !line.bullet && isDated(line);
            m_datedBullets += line.bullet && isDated(line);
        }
        m_margin = lines.empty() ? 0 : least;
        learnDateRow();
    }

    std::vector<JobEntry> entries()
    {
        for (size_t i = 0; i < m_lines.size(); ++i) {
            read(i);
        }
        flush();
        return std::move(m_entries);
    }

private:
    enum class In { nothing, header, text };

    // Where in the header the date stands: 0 in its first line, 1 in the second, ...
    void learnDateRow()
    {
        size_t row = 0;
        for (const Line &line : m_lines) {
            if (line.bullet || row > 3 || (!isHeaderLike(line) && !isDated(line))) {
                return;
            }
            if (isDated(line)) {
                m_dateRow = row;
                return;
            }
            row += !isDuration(line.text);
        }
    }

    // "• Analyst, Acme, 2019 - 2021": bullets may be the entries themselves.
    [[nodiscard]] bool bulletsAreHeaders() const { return m_datedPlain == 0 && m_datedBullets > 0; }

    void read(size_t i)
    {
        const Line &line = m_lines[i];
        if (m_in == In::header && beginsAfterGap(i)) {
            m_in = In::nothing;
        }
        if (isList(line) || (line.bullet && !(bulletsAreHeaders() && isDated(line)))) {
            addText(line);
        } else if (m_in == In::text && continues(i)) {
            m_entries.back().done.back().text += joint() + line.text;
            m_last = &line;
        } else if (line.bullet || beginsHeader(i)) {
            addHeader(i);
        } else {
            addText(line);
        }
    }

    // "Greggs plc / March 2022 - now // Bar Supervisor / The Bay View Inn / June 2018 - ...": what stands
    // together behind the blank line has a date of its own, so it is another job.
    [[nodiscard]] bool beginsAfterGap(size_t i) const
    {
        if (!m_lines[i].gapBefore || !isDatedHeader()) {
            return false;
        }
        // LinkedIn: "The World Bank" / "12 years", and below a blank line the titles there.
        if (i + 1 < m_lines.size() && isDuration(m_lines[i + 1].text)) {
            return true;
        }
        if (isWholeHeaderAt(i)) {
            return true;
        }
        for (size_t k = i; k < m_lines.size() && k < i + mostHeaderLines; ++k) {
            if (m_lines[k].bullet || (k > i && m_lines[k].gapBefore)) {
                return false;
            }
            if (isDated(m_lines[k])) {
                return true;
            }
            if (!isHeaderLike(m_lines[k])) {
                return false;
            }
        }
        return false;
    }

    // "Yazaki North America" / "Buyer I": firm and title below a whole job, in a block of their own.
    [[nodiscard]] bool isWholeHeaderAt(size_t i) const
    {
        if (i + 1 >= m_lines.size() || !isComplete(headerOf(m_entries.back().header))) {
            return false;
        }
        const bool block = i + 2 == m_lines.size() || m_lines[i + 2].gapBefore || m_lines[i + 2].bullet;
        const std::vector<Line> two {m_lines[i], m_lines[i + 1]};
        return block && !m_lines[i + 1].gapBefore
                && std::ranges::all_of(two, [](const Line &line) { return isHeaderLike(line); })
                && isComplete(headerOf(two));
    }

    [[nodiscard]] QString joint() const
    {
        const QString &text = m_entries.back().done.back().text;
        const bool hyphen = text.endsWith(u'-') && text.size() > 1
                && text.at(text.size() - 2).isLetterOrNumber();
        return hyphen || isWideScript(text.back()) ? QString() : u" "_s;
    }

    // Whether the line goes on with the bullet or paragraph above.
    [[nodiscard]] bool continues(size_t i) const
    {
        const Line &line = m_lines[i];
        if (line.text.contains(u'\t') || isOnlyDates(line.text)) {
            return false;
        }
        const bool apart = line.gapBefore || line.wrap == Line::Wrap::fresh;
        const bool hanging = m_indented && m_lastBullet && line.indent > m_headerIndent
                && line.indent > m_margin;
        const bool open = endsOpen(m_last->text) && !line.gapBefore;
        if (startsLower(line.text) || open || (hanging && !apart)) {
            return true;
        }
        if (apart || isDated(line) || (m_indented && m_lastBullet)) {
            return false;
        }
        if (!m_lastBullet && beginsWithDeed(line.text)) {
            return false;
        }
        if (line.wrap == Line::Wrap::wrapped && line.indent == m_textIndent
            && m_textIndent > m_headerIndent) {
            return true;
        }
        const bool full = m_last->text.size() * 4 >= m_longest * 3 && m_longest < 160;
        if (!full || endsSentence(m_last->text)) {
            // A paragraph of several sentences goes on where its lines are full.
            return full && !m_lastBullet && !isHeaderLike(line);
        }
        return !headerFollows(i);
    }

    // A dated line here or just below, or a short line right above a bullet: a job begins.
    [[nodiscard]] bool headerFollows(size_t i) const
    {
        if (!isHeaderLike(m_lines[i]) || m_last->text.endsWith(u',')) {
            return false;
        }
        for (size_t k = i; k < m_lines.size() && k <= i + 2; ++k) {
            if (m_lines[k].bullet) {
                return k > i && (isJobTitle(m_lines[i].text) || hasOrganisationWord(m_lines[i].text));
            }
            if (isDated(m_lines[k])) {
                return k == i || k - i <= m_dateRow.value_or(2);
            }
            if (!isHeaderLike(m_lines[k])) {
                return false;
            }
        }
        return false;
    }

    [[nodiscard]] bool beginsHeader(size_t i) const
    {
        const Line &line = m_lines[i];
        if (isDated(line)) {
            return true;
        }
        if (!isHeaderLike(line)) {
            return false;
        }
        if (m_in == In::text && !m_lastBullet && beginsWithDeed(line.text)) {
            return false;
        }
        if (m_in == In::header && tellsDeed(line.text) && isDatedHeader()) {
            return false; // the glyph of its bullet was drawn, not written
        }
        if (m_in == In::header || m_in == In::nothing) {
            return !isParagraphAfterHeader(i);
        }
        if (m_indented && line.indent == m_textIndent && m_textIndent > m_headerIndent + 1) {
            return false; // another paragraph below the same header
        }
        // Below text: only where a job clearly begins.
        return headerFollows(i) || line.gapBefore || line.text.contains(u'\t') || m_lastBullet
                || isJobTitle(line.text);
    }

    [[nodiscard]] bool isDatedHeader() const
    {
        return !m_entries.empty() && std::ranges::any_of(m_entries.back().header, isDated);
    }

    // Without bullets a short sentence may follow a complete header.
    [[nodiscard]] bool isParagraphAfterHeader(size_t i) const
    {
        if (m_in != In::header || m_entries.empty()) {
            return false;
        }
        const auto &header = m_entries.back().header;
        const bool dated = std::ranges::any_of(header, isDated);
        const Line &line = m_lines[i];
        const bool fact = isJobTitle(line.text) || hasOrganisationWord(line.text) || isPlace(line.text)
                || line.text.contains(u'\t') || isJobTitle(line.text.section(u',', 0, 0));
        const bool whole = dated && (header.size() >= 2 || isComplete(headerOf(header)));
        return !fact
                && ((whole && (lengthInWords(line.text) > 3 || beginsWithDeed(line.text)))
                    || (header.size() >= mostHeaderLines && !belongsAboveDate()));
    }

    void addHeader(size_t i)
    {
        const Line &line = m_lines[i];
        const bool second = m_in == In::header && isDated(line) && isDatedHeader()
                && (!isOnlyDates(line.text) || endsNextHeader());
        if (m_in != In::header) {
            m_entries.push_back({});
        } else if (second) {
            beginNextHeader();
        }
        m_entries.back().header.push_back(line);
        m_in = In::header;
        m_headerIndent = m_entries.back().header.front().indent;
        m_last = &line;
        m_lastBullet = false;
    }

    // "Natura – Analista" / "2021 – 2023" / "Luiza – Analista" / "2019 – 2021": as many lines since the last
    // date as each job has above its own.
    [[nodiscard]] bool endsNextHeader() const
    {
        return m_dateRow.value_or(0) > 0 && linesSinceDate() == *m_dateRow;
    }

    [[nodiscard]] bool belongsAboveDate() const { return linesSinceDate() < m_dateRow.value_or(0); }

    [[nodiscard]] size_t linesSinceDate() const
    {
        const auto &header = m_entries.back().header;
        const auto last = std::ranges::find_if(header.rbegin(), header.rend(), isDated);
        return static_cast<size_t>(std::distance(header.rbegin(), last));
    }

    // Jobs without a word between: the lines above the date that belong to the next job move over to it.
    void beginNextHeader()
    {
        auto &header = m_entries.back().header;
        std::vector<Line> next;
        const size_t above = m_dateRow.value_or(0);
        while (next.size() < above && header.size() > above + 1 && !isDated(header.back())) {
            next.insert(next.begin(), header.back());
            header.pop_back();
        }
        m_entries.push_back({std::move(next), {}});
    }

    void addText(const Line &line)
    {
        if (m_entries.empty()) {
            m_entries.push_back({});
        }
        m_entries.back().done.append({line.text, line.number});
        m_in = In::text;
        m_last = &line;
        m_lastBullet = line.bullet;
        m_textIndent = line.indent;
    }

    void flush()
    {
        for (JobEntry &entry : m_entries) {
            for (ResumeLine &line : entry.done) {
                line.text.replace(u'\t', u' ');
            }
        }
    }

    const std::vector<Line> &m_lines;
    std::vector<JobEntry> m_entries;
    const Line *m_last = nullptr;
    qsizetype m_longest = 0;
    std::optional<size_t> m_dateRow;
    In m_in = In::nothing;
    int m_margin = 0;
    int m_headerIndent = 0;
    int m_textIndent = 0;
    int m_datedPlain = 0;
    int m_datedBullets = 0;
    bool m_indented = false;
    bool m_lastBullet = false;
};

} // namespace

std::vector<JobEntry> entriesOf(const std::vector<Line> &lines)
{
    return EntryReader(lines).entries();
}

} // namespace crema::resume
