// SPDX-License-Identifier: GPL-3.0-or-later
#include "resume/factplace.h"

#include "base/text.h"

#include <algorithm>

namespace crema::resume {

namespace {

// Bullets, hyphens at line ends and blanks differ between a fact and its lines; letters and digits do not.
QString lettersOf(QStringView text)
{
    QString letters;
    for (const QChar c : fold(text)) {
        if (c.isLetterOrNumber()) {
            letters += c;
        }
    }
    return letters;
}

// How many letters of the fact's beginning end the line.
qsizetype sharedAtEnd(const QString &line, const QString &fact)
{
    for (qsizetype length = std::min(line.size(), fact.size()); length > 0; --length) {
        if (QStringView(line).last(length) == QStringView(fact).first(length)) {
            return length;
        }
    }
    return 0;
}

} // namespace

QVector<int> linesOfFact(const QString &text, const ResumeLine &fact)
{
    const QList<QStringView> all = QStringView(text).split(u'\n');
    if (fact.line < 1 || fact.line > all.size()) {
        return {};
    }
    QVector<int> lines {fact.line};
    QString rest = lettersOf(fact.text);
    const QString first = lettersOf(all[fact.line - 1]);
    if (rest.isEmpty() || first.contains(rest)) {
        return lines;
    }
    const qsizetype begun = sharedAtEnd(first, rest);
    rest = rest.mid(begun);
    for (qsizetype i = fact.line; begun > 0 && i < all.size() && !rest.isEmpty(); ++i) {
        const QString letters = lettersOf(all[i]);
        const bool ends = letters.startsWith(rest);
        if (!ends && !rest.startsWith(letters)) {
            break;
        }
        if (!letters.isEmpty()) {
            lines << static_cast<int>(i + 1);
        }
        rest = ends ? QString() : rest.mid(letters.size());
    }
    return lines;
}

QVector<LinePlace> placesOfLines(const QVector<LinePlace> &places, const QVector<int> &lines)
{
    QVector<LinePlace> found;
    for (const LinePlace &place : places) {
        if (lines.contains(place.line) && (found.isEmpty() || found.constFirst().page == place.page)) {
            found << place;
        }
    }
    return found;
}

} // namespace crema::resume
