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

QString withoutLetterSpacing(const QString &line)
{
    static const QRegularExpression spaced(
            u"^(?:[\\p{L}-](?: [\\p{L}-])*)(?: {2,}[\\p{L}-](?: [\\p{L}-])*)+$"_s,
            QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression gap(u" {2,}"_s);
    constexpr qsizetype leastLetters = 3; // "A B  C D" may be anything
    if (!spaced.match(line).hasMatch()) {
        return line;
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
