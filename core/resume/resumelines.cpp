// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/resumelines.h"

#include "resume/glyphs.h"
#include "resume/headingrows.h"
#include "resume/smallcapitals.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::resume {

namespace {

// What is longer is no resume; the rules would take minutes over it.
constexpr int mostLines = 20'000;
constexpr qsizetype longestLine = 5'000;

// How many characters the bullet and the blanks after it take; 0 when the line has none.
qsizetype bulletLength(QStringView text)
{
    if (text.size() >= 1 && isBulletGlyph(text.front())) {
        qsizetype end = 1;
        while (end < text.size() && (text[end].isSpace() || isBulletGlyph(text[end]))) {
            ++end;
        }
        return end;
    }
    // Signs that are bullets only with a blank behind them; "o", "§", "Ø", "ü" are what Courier New and
    // Wingdings bullets turn into.
    static const QRegularExpression typed(u"^(?:[-–—*+>~]|[o§Øüq{](?=\\s+[\\p{Lu}\\d]))\\s+(?=\\S)"_s);
    const auto match = typed.match(text);
    return match.hasMatch() ? match.capturedLength() : 0;
}

bool isLoneBullet(QStringView text)
{
    return text.size() == 1 && (isBulletGlyph(text.front()) || text == u"-" || text == u"–" || text == u"*");
}

bool isPageNumber(QStringView text)
{
    static const QRegularExpression number(
            u"^(?:(?:page|seite|p[áa]gina)\\s+)?\\d{1,2}(?:\\s*(?:of|/|von|de|sur)\\s*\\d{1,2})?$"_s,
            QRegularExpression::CaseInsensitiveOption);
    return number.match(text).hasMatch();
}

/// "**Acme** - *Analyst*", "`2018 - 2020`": Markdown.
QString withoutEmphasis(QString text)
{
    text.remove(u'`');
    static const QRegularExpression emphasis(
            u"(?<![\\p{L}\\d*_])(\\*{1,3}|_{1,3})(?=[^\\s*_])([^*_]*[^\\s*_])\\1(?![\\p{L}\\d*_])"_s);
    return text.replace(emphasis, u"\\2"_s);
}

int indentOf(QStringView raw)
{
    int indent = 0;
    for (const QChar c : raw) {
        if (!c.isSpace()) {
            break;
        }
        indent += c == u'\t' ? 4 : 1;
    }
    return indent;
}

// Some designs write "experience" small; so does the second line of a sentence.
bool mayBeLowerCaseHeading(const Line &line)
{
    return line.gapBefore && !line.bullet && line.wrap != Line::Wrap::wrapped && line.text.at(0).isLower()
            && line.text.count(u' ') <= 1;
}

} // namespace

QStringList Line::cells() const
{
    QStringList cells = text.split(u'\t', Qt::SkipEmptyParts);
    for (QString &cell : cells) {
        cell = cell.trimmed();
    }
    cells.removeAll(QString());
    return cells;
}

std::vector<Line> linesOf(const ExtractedText &extracted)
{
    std::vector<Line> lines;
    int number = 0;
    bool gap = false;
    bool pendingBullet = false;
    for (const QStringView raw : QStringView(extracted.text).split(u'\n')) {
        ++number;
        if (number > mostLines) {
            break;
        }
        const QStringView trimmed = raw.trimmed();
        if (trimmed.isEmpty() || trimmed.size() > longestLine) {
            gap = true;
            continue;
        }
        if (isPageNumber(trimmed)) {
            continue;
        }
        if (isLoneBullet(trimmed)) {
            pendingBullet = true;
            continue;
        }
        Line line {number, {}, indentOf(raw), pendingBullet, gap, Line::Wrap::unknown};
        if (extracted.wrapsKnown) {
            const bool fresh = std::ranges::binary_search(extracted.freshLines, number);
            line.wrap = fresh ? Line::Wrap::fresh : Line::Wrap::wrapped;
        }
        const qsizetype bullet = bulletLength(trimmed);
        line.bullet = line.bullet || bullet > 0;
        // "Vocational . . . . .": dots that only lead the eye; "### Acme": Markdown.
        static const QRegularExpression ornament(u"(?:\\s?\\.){5,}|^#{1,6}\\s+"_s);
        line.text = trimmed.sliced(bullet).toString().remove(ornament).trimmed();
        line.text = withoutSmallCapitals(withoutLetterSpacing(line.text));
        if (extracted.mediaType == "text/plain"_L1) {
            line.text = withoutEmphasis(line.text);
        }
        line.text.replace(QChar(0x3000), u'\t'); // the wide blank parts cells in Chinese and Japanese
        if (!line.text.isEmpty()) {
            lines.push_back(line);
        }
        gap = false;
        pendingBullet = false;
    }
    return lines;
}

std::vector<Part> partsOf(const ExtractedText &extracted)
{
    std::vector<Part> parts {Part {}};
    for (Line &line : withoutHeadingRows(linesOf(extracted))) {
        auto section = headingOf(line.text);
        if (!section && mayBeLowerCaseHeading(line)) {
            section = headingOf(line.text.at(0).toUpper() + line.text.mid(1));
        }
        const QStringList cells = line.cells();
        const bool shared = !section && cells.size() > 1 && headingOf(cells.first());
        if (shared) {
            section = headingOf(cells.first());
        }
        // A list item is never a heading, except where a symbol decorates the heading itself.
        const bool item = line.bullet && !parts.back().lines.empty() && parts.back().lines.back().bullet
                && !line.gapBefore;
        // "North Carolina Central" / "University": a narrow column has broken the name.
        const bool broken = section == Section::education && parts.back().section == section
                && !line.gapBefore && !parts.back().lines.empty();
        if (!section || item || broken) {
            parts.back().lines.push_back(std::move(line));
            continue;
        }
        parts.push_back({*section, true, shared ? cells.first() : line.text, {}});
        if (shared) {
            line.text = cells.sliced(1).join(u'\t');
            parts.back().lines.push_back(std::move(line));
        }
    }
    return cutAtUnknownHeadings(parts);
}

} // namespace crema::resume
