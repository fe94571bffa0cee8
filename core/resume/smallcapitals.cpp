// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/smallcapitals.h"

#include "resume/sections.h"

#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace crema::resume {

QString withoutSmallCapitals(const QString &line)
{
    static const QRegularExpression gap(u"(?<![\\p{L}\\d.])(\\p{Lu}) (\\p{Lu}{2,})(?![\\p{Ll}\\d])"_s,
                                        QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression hyphen(u"(?<=\\p{Lu}) -(?=\\p{Lu}{2})"_s,
                                           QRegularExpression::UseUnicodePropertiesOption);
    const auto joined = [](QString text) { return text.replace(gap, u"\\1\\2"_s); };
    constexpr qsizetype surely = 2;
    if (line.count(gap) >= surely) {
        return joined(line).replace(hyphen, u"-"_s);
    }
    QStringList cells = line.split(u'\t');
    for (QString &cell : cells) {
        const QString whole = joined(cell);
        cell = whole != cell && headingOf(whole) ? whole : cell;
    }
    return cells.join(u'\t');
}

namespace {

// "T A R G E T   |   Cashier": a word of single capitals in a cell of its own.
QString withoutSpacedCells(QString line)
{
    static const QRegularExpression spaced(
            u"(?<=^|\\t|\\s[|•·]\\s|[|•·]\\s\\s|[|•·]\\s\\s\\s)(\\p{Lu}(?: \\p{Lu}){3,})(?=\\s*(?:$|[\\t|•·,]|\\s\\s))"_s,
            QRegularExpression::UseUnicodePropertiesOption);
    qsizetype from = 0;
    for (auto match = spaced.match(line); match.hasMatch(); match = spaced.match(line, from)) {
        const QString word = match.captured().remove(u' ');
        line.replace(match.capturedStart(), match.capturedLength(), word);
        from = match.capturedStart() + word.size();
    }
    return line;
}

} // namespace

QString withoutLetterSpacing(const QString &line)
{
    static const QRegularExpression spaced(
            u"^(?:[\\p{L}-](?: [\\p{L}-])*)(?: {2,}[\\p{L}-](?: [\\p{L}-])*)+$"_s,
            QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression gap(u" {2,}"_s);
    constexpr qsizetype leastLetters = 3; // "A B  C D" may be anything
    if (!spaced.match(line).hasMatch()) {
        return withoutSpacedCells(line);
    }
    QStringList words = line.split(gap);
    bool word = false;
    for (QString &letters : words) {
        letters.remove(u' ');
        word = word || letters.size() >= leastLetters;
    }
    return word ? words.join(u' ') : line;
}

} // namespace crema::resume
