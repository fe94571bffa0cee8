// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/fuzzy.h"

#include "base/text.h"

#include <algorithm>
#include <vector>

namespace crema::ui {

namespace {

constexpr int wordStartBonus = 12;
constexpr int runBonus = 8;
constexpr int letterScore = 2;
constexpr int lengthPenaltyCap = 12;
constexpr int impossible = -1000000;

// One folded sign for each sign of the text, so that positions stay.
QString foldedSigns(QStringView text)
{
    QString signs;
    signs.reserve(text.size());
    for (const QChar sign : text) {
        const QString folded = fold(QStringView(&sign, 1));
        signs += folded.isEmpty() ? QChar(u' ') : folded.at(0);
    }
    return signs;
}

bool startsWord(const QString &signs, qsizetype at)
{
    return at == 0 || !signs.at(at - 1).isLetterOrNumber();
}

} // namespace

// Best placement by dynamic programming: best[i][j] is the score with letter i standing at sign j.
std::optional<FuzzyMatch> fuzzyMatch(QStringView typed, QStringView text)
{
    const QString wanted = foldedSigns(typed).remove(u' ');
    const QString signs = foldedSigns(text);
    if (wanted.isEmpty()) {
        return FuzzyMatch {};
    }
    const auto rows = static_cast<std::size_t>(wanted.size());
    const auto columns = static_cast<std::size_t>(signs.size());
    std::vector best(rows, std::vector<int>(columns, impossible));
    std::vector from(rows, std::vector<int>(columns, -1));
    for (std::size_t i = 0; i < rows; ++i) {
        int reach = impossible; // best score of letter i-1 at any sign before j-1
        int reachAt = -1;
        for (std::size_t j = i; j < columns; ++j) {
            if (i > 0 && j >= 2 && best[i - 1][j - 2] > reach) {
                reach = best[i - 1][j - 2];
                reachAt = static_cast<int>(j) - 2;
            }
            if (signs.at(qsizetype(j)) != wanted.at(qsizetype(i))) {
                continue;
            }
            const int own = letterScore + (startsWord(signs, qsizetype(j)) ? wordStartBonus : 0);
            if (i == 0) {
                best[i][j] = own;
                continue;
            }
            const int run = j >= 1 && best[i - 1][j - 1] > impossible ? best[i - 1][j - 1] + runBonus
                                                                      : impossible;
            if (run >= reach && run > impossible) {
                best[i][j] = run + own;
                from[i][j] = static_cast<int>(j) - 1;
            } else if (reach > impossible) {
                best[i][j] = reach + own;
                from[i][j] = reachAt;
            }
        }
    }
    const auto &last = best[rows - 1];
    const auto top = std::max_element(last.begin(), last.end());
    if (top == last.end() || *top <= impossible) {
        return std::nullopt;
    }
    FuzzyMatch match;
    match.score = *top - std::min(lengthPenaltyCap, static_cast<int>(columns - rows) / 2);
    int at = static_cast<int>(top - last.begin());
    for (std::size_t i = rows; i-- > 0;) {
        match.positions.prepend(at);
        at = from[i][static_cast<std::size_t>(at)];
    }
    return match;
}

} // namespace crema::ui
