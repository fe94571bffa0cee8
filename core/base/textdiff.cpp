// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/textdiff.h"

#include "base/text.h"

#include <QTextBoundaryFinder>

#include <algorithm>
#include <vector>

namespace crema {

namespace {

using Kind = DiffPiece::Kind;
using Tokens = std::vector<QStringView>;

constexpr std::size_t mostCells = 4'000'000; // of the table of common lengths

// Words, runs of one blank and punctuation marks, each a token.
Tokens tokensOf(const QString &text)
{
    Tokens tokens;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text);
    qsizetype start = 0;
    for (qsizetype end = finder.toNextBoundary(); end > 0; end = finder.toNextBoundary()) {
        tokens.push_back(QStringView(text).sliced(start, end - start));
        start = end;
    }
    return tokens;
}

bool isBlank(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.isSpace(); });
}

/// The pieces under construction: changes are gathered until something stays.
class Pieces
{
public:
    void add(Kind kind, QStringView text)
    {
        if (kind == Kind::removed) {
            m_removed += text;
        } else if (kind == Kind::added) {
            m_added += text;
        } else {
            stay(text);
        }
    }

    QVector<DiffPiece> finish()
    {
        flush();
        put(Kind::same, m_blank);
        return std::move(m_pieces);
    }

private:
    // A blank between two changes would tear a changed phrase into single words.
    void stay(QStringView text)
    {
        if (isBlank(text) && !text.contains(u'\n') && (!m_removed.isEmpty() || !m_added.isEmpty())) {
            flush();
            m_blank += text;
            return;
        }
        flush();
        put(Kind::same, m_blank + text.toString());
        m_blank.clear();
    }

    void flush()
    {
        if (m_removed.isEmpty() && m_added.isEmpty()) {
            return;
        }
        if (!m_blank.isEmpty() && joins()) {
            return;
        }
        put(Kind::same, m_blank);
        m_blank.clear();
        put(Kind::removed, m_removed);
        put(Kind::added, m_added);
        m_removed.clear();
        m_added.clear();
    }

    // The change before the blank and this one become one.
    bool joins()
    {
        const qsizetype count = m_pieces.size();
        const bool hadAdded = count > 0 && m_pieces[count - 1].kind == Kind::added;
        const qsizetype before = count - 1 - (hadAdded ? 1 : 0);
        const bool hadRemoved = before >= 0 && m_pieces[before].kind == Kind::removed;
        if (!hadAdded || !hadRemoved || m_removed.isEmpty() || m_added.isEmpty()) {
            return false;
        }
        m_pieces[before].text += m_blank + m_removed;
        m_pieces[count - 1].text += m_blank + m_added;
        m_blank.clear();
        m_removed.clear();
        m_added.clear();
        return true;
    }

    void put(Kind kind, const QString &text)
    {
        if (text.isEmpty()) {
            return;
        }
        if (!m_pieces.isEmpty() && m_pieces.constLast().kind == kind) {
            m_pieces.last().text += text;
        } else {
            m_pieces << DiffPiece {kind, text};
        }
    }

    QVector<DiffPiece> m_pieces;
    QString m_removed;
    QString m_added;
    QString m_blank; ///< what stayed right behind a change, until it is known what follows
};

/// The longest common subsequence of what is between the common front and the common end.
void addMiddle(Pieces &pieces, const Tokens &before, const Tokens &after)
{
    const std::size_t rows = before.size();
    const std::size_t columns = after.size();
    if (rows == 0 || columns == 0 || (rows + 1) * (columns + 1) > mostCells) {
        std::ranges::for_each(before, [&](QStringView token) { pieces.add(Kind::removed, token); });
        std::ranges::for_each(after, [&](QStringView token) { pieces.add(Kind::added, token); });
        return;
    }
    // common[i, j]: the length for before[i..] and after[j..].
    std::vector<quint32> common((rows + 1) * (columns + 1));
    const auto at = [columns](std::size_t i, std::size_t j) { return i * (columns + 1) + j; };
    for (std::size_t i = rows; i-- > 0;) {
        for (std::size_t j = columns; j-- > 0;) {
            common[at(i, j)] = before[i] == after[j] ? common[at(i + 1, j + 1)] + 1
                                                     : std::max(common[at(i + 1, j)], common[at(i, j + 1)]);
        }
    }
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < rows || j < columns) {
        if (i < rows && j < columns && before[i] == after[j]) {
            pieces.add(Kind::same, before[i]);
            ++i;
            ++j;
        } else if (j == columns || (i < rows && common[at(i + 1, j)] >= common[at(i, j + 1)])) {
            pieces.add(Kind::removed, before[i++]);
        } else {
            pieces.add(Kind::added, after[j++]);
        }
    }
}

} // namespace

QVector<DiffPiece> wordDiff(const QString &before, const QString &after)
{
    const Tokens old = tokensOf(before);
    const Tokens now = tokensOf(after);
    const auto front = std::ranges::mismatch(old, now).in1 - old.begin();
    const auto end = std::ranges::mismatch(old.rbegin(), old.rend() - front, now.rbegin(), now.rend() - front)
                             .in1
            - old.rbegin();
    Pieces pieces;
    std::for_each(old.begin(), old.begin() + front,
                  [&](QStringView token) { pieces.add(Kind::same, token); });
    addMiddle(pieces, Tokens(old.begin() + front, old.end() - end),
              Tokens(now.begin() + front, now.end() - end));
    std::for_each(old.end() - end, old.end(), [&](QStringView token) { pieces.add(Kind::same, token); });
    return pieces.finish();
}

int wordsRemoved(const QVector<DiffPiece> &pieces)
{
    int words = 0;
    for (const DiffPiece &piece : pieces) {
        words += piece.kind == Kind::removed ? static_cast<int>(foldedWords(piece.text).size()) : 0;
    }
    return words;
}

} // namespace crema
