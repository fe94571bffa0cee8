// SPDX-License-Identifier: GPL-3.0-or-later
#include "write/sentencepairs.h"

#include "base/text.h"
#include "truth/sentences.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::write {

namespace {

constexpr double likeEnough = 0.35; // share of common words above which one sentence became the other
constexpr qsizetype longestRun = 6; // words of a replacement

QStringList sentenceTexts(const QString &text)
{
    QStringList texts;
    for (const truth::Span &span : truth::sentencesOf(text)) {
        texts << cleanLine(span.of(text));
    }
    return texts;
}

// The words two lists have in common, in order: positions in both (longest common subsequence).
QVector<std::pair<qsizetype, qsizetype>> commonWords(const QStringList &a, const QStringList &b)
{
    QVector<QVector<int>> length(a.size() + 1, QVector<int>(b.size() + 1, 0));
    for (qsizetype i = a.size() - 1; i >= 0; --i) {
        for (qsizetype j = b.size() - 1; j >= 0; --j) {
            length[i][j] = fold(a[i]) == fold(b[j]) ? length[i + 1][j + 1] + 1
                                                    : std::max(length[i + 1][j], length[i][j + 1]);
        }
    }
    QVector<std::pair<qsizetype, qsizetype>> common;
    for (qsizetype i = 0, j = 0; i < a.size() && j < b.size();) {
        if (fold(a[i]) == fold(b[j])) {
            common << std::pair(i++, j++);
        } else if (length[i + 1][j] >= length[i][j + 1]) {
            ++i;
        } else {
            ++j;
        }
    }
    return common;
}

QStringList wordList(const QString &text)
{
    static const QRegularExpression blank(u"\\s+"_s);
    return text.split(blank, Qt::SkipEmptyParts);
}

double likeness(const QString &a, const QString &b)
{
    const QStringList first = wordList(a);
    const QStringList second = wordList(b);
    const auto most = std::max(first.size(), second.size());
    return most == 0 ? 0 : double(commonWords(first, second).size()) / double(most);
}

QString withoutEndMarks(QString text)
{
    while (!text.isEmpty() && u".,;:!?"_s.contains(text.back())) {
        text.chop(1);
    }
    return text;
}

} // namespace

SentencePairs pairSentences(const QString &before, const QString &after)
{
    QStringList gone = sentenceTexts(before);
    QStringList fresh = sentenceTexts(after);
    const QStringList stayed = gone;
    gone.removeIf([&](const QString &sentence) { return fresh.contains(sentence); });
    fresh.removeIf([&](const QString &sentence) { return stayed.contains(sentence); });
    SentencePairs pairs;
    for (const QString &sentence : gone) {
        qsizetype best = -1;
        double most = likeEnough;
        for (qsizetype i = 0; i < fresh.size(); ++i) {
            if (const double like = likeness(sentence, fresh[i]); like >= most) {
                most = like;
                best = i;
            }
        }
        if (best < 0) {
            pairs.dropped << sentence;
        } else {
            pairs.changed << TextPair {sentence, fresh.takeAt(best)};
        }
    }
    return pairs;
}

QVector<TextPair> replacementsIn(const QString &before, const QString &after)
{
    const QStringList first = wordList(before);
    const QStringList second = wordList(after);
    auto common = commonWords(first, second);
    common << std::pair(first.size(), second.size());
    QVector<TextPair> found;
    qsizetype i = 0;
    qsizetype j = 0;
    for (const auto &[a, b] : common) {
        const QString from = withoutEndMarks(first.sliced(i, a - i).join(u' '));
        const QString to = withoutEndMarks(second.sliced(j, b - j).join(u' '));
        const bool isShort = a - i <= longestRun && b - j <= longestRun;
        if (isShort && !from.isEmpty() && !to.isEmpty() && fold(from) != fold(to)) {
            found << TextPair {from, to};
        }
        i = a + 1;
        j = b + 1;
    }
    return found;
}

} // namespace crema::write
