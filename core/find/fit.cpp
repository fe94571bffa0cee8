// SPDX-License-Identifier: GPL-3.0-or-later
#include "find/fit.h"

#include "base/text.h"

#include <algorithm>

namespace crema::find {

namespace {

constexpr qsizetype longWord = 6;

// 0 same, 1 one letter apart in a long word, 2 different.
int wordDistance(const QString &a, const QString &b)
{
    if (a == b) {
        return 0;
    }
    return a.size() >= longWord && b.size() >= longWord && editDistance(a, b, 1) == 1 ? 1 : 2;
}

} // namespace

bool containsRun(const QStringList &words, const QStringList &run)
{
    return !run.isEmpty() && !std::ranges::search(words, run).empty();
}

bool startsWithRun(const QStringList &words, const QStringList &run)
{
    return !run.isEmpty() && run.size() <= words.size() && std::equal(run.begin(), run.end(), words.begin());
}

bool containsMisspeltRun(const QStringList &words, const QStringList &run)
{
    for (qsizetype start = 0; !run.isEmpty() && start + run.size() <= words.size(); ++start) {
        int distance = 0;
        for (qsizetype i = 0; i < run.size() && distance < 2; ++i) {
            distance += wordDistance(words[start + i], run[i]);
        }
        if (distance == 1) {
            return true;
        }
    }
    return false;
}

} // namespace crema::find
