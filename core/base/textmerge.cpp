// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/textmerge.h"

#include "base/textdiff.h"

#include <QSet>
#include <QStringList>
#include <QVector>

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace crema {

namespace {

/// What stands in place of a stretch of the base.
struct Hunk
{
    qsizetype from = 0;
    qsizetype to = 0;
    QString text;

    [[nodiscard]] bool operator==(const Hunk &) const = default;
};

QVector<Hunk> hunksBetween(const QString &base, const QString &side)
{
    QVector<Hunk> hunks;
    qsizetype place = 0;
    for (const DiffPiece &piece : wordDiff(base, side)) {
        if (piece.kind == DiffPiece::Kind::same) {
            place += piece.text.size();
            continue;
        }
        if (hunks.isEmpty() || hunks.constLast().to != place) {
            hunks << Hunk {place, place, {}};
        }
        if (piece.kind == DiffPiece::Kind::added) {
            hunks.last().text += piece.text;
        } else {
            place += piece.text.size();
            hunks.last().to = place;
        }
    }
    return hunks;
}

/// Whole lines that are added between others.
bool isBetweenLines(const QString &base, const Hunk &hunk)
{
    const bool behind = hunk.text.startsWith(u'\n') && (hunk.from == base.size() || base[hunk.from] == u'\n');
    const bool before = hunk.text.endsWith(u'\n') && (hunk.from == 0 || base[hunk.from - 1] == u'\n');
    return hunk.from == hunk.to && (behind || before);
}

std::pair<qsizetype, qsizetype> linesOf(const QString &base, const Hunk &hunk)
{
    const auto lineAt = [&base](qsizetype place) { return base.first(place).count(u'\n'); };
    return {lineAt(hunk.from), lineAt(std::max(hunk.from, hunk.to - 1))};
}

bool clash(const QString &base, const Hunk &one, const Hunk &other)
{
    if (one == other) {
        return false;
    }
    if (isBetweenLines(base, one) || isBetweenLines(base, other)) {
        return one.from < other.to && other.from < one.to;
    }
    const auto [first, last] = linesOf(base, one);
    const auto [otherFirst, otherLast] = linesOf(base, other);
    return first <= otherLast && otherFirst <= last;
}

/// Nothing typed by either may be lost; what only `theirs` deleted comes back.
QString bothTexts(const QString &base, const QString &mine, const QString &theirs)
{
    const QStringList own = mine.split(u'\n');
    QSet<QString> known(own.begin(), own.end());
    for (const QString &line : base.split(u'\n')) {
        known.insert(line);
    }
    QStringList added;
    for (const QString &line : theirs.split(u'\n')) {
        if (!known.contains(line)) {
            added << line;
        }
    }
    return added.isEmpty() ? mine : mine + u"\n\n"_s + added.join(u'\n');
}

} // namespace

MergedText mergedText(const QString &base, const QString &mine, const QString &theirs)
{
    const QVector<Hunk> own = hunksBetween(base, mine);
    QVector<Hunk> others = hunksBetween(base, theirs);
    for (const Hunk &hunk : own) {
        if (std::ranges::any_of(others, [&](const Hunk &other) { return clash(base, hunk, other); })) {
            return {bothTexts(base, mine, theirs), false};
        }
    }
    others.removeIf([&own](const Hunk &other) { return own.contains(other); });
    const auto order = [](const Hunk &hunk) { // the end of a line before the line below it
        return std::tuple(hunk.from, hunk.to, hunk.text.startsWith(u'\n'));
    };
    QVector<Hunk> hunks;
    std::ranges::merge(own, others, std::back_inserter(hunks), {}, order, order);
    QString text;
    qsizetype place = 0;
    for (const Hunk &hunk : std::as_const(hunks)) {
        text += base.sliced(place, hunk.from - place) + hunk.text;
        place = hunk.to;
    }
    return {text + base.sliced(place), true};
}

} // namespace crema
