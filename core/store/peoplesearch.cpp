// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/peoplesearch.h"

#include "base/text.h"
#include "store/reader.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace crema::store {

namespace {

// By field order of contact.search.
constexpr std::array weights {100, 40, 20, 20, 10, 10, 5};

bool isWordByte(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
}

bool beginsWord(std::string_view line, size_t at)
{
    return at == 0 || !isWordByte(line[at - 1]);
}

/// The weight of the best field of which a word begins with `word`; 0 when there is none.
int weightOf(std::string_view line, std::string_view word)
{
    size_t field = 0;
    size_t counted = 0;
    for (size_t at = line.find(word); at != std::string_view::npos; at = line.find(word, at + 1)) {
        if (beginsWord(line, at)) {
            field = static_cast<size_t>(std::count(line.begin() + static_cast<std::ptrdiff_t>(counted),
                                                   line.begin() + static_cast<std::ptrdiff_t>(at), '\t'));
            return weights[std::min(field, weights.size() - 1)];
        }
    }
    return 0;
}

int scoreOf(std::string_view line, const std::vector<std::string> &words)
{
    int score = 0;
    for (const std::string &word : words) {
        const int weight = weightOf(line, word);
        if (weight == 0) {
            return 0;
        }
        score += weight;
    }
    return score;
}

} // namespace

Result<PeopleSearch> PeopleSearch::load(Connection &connection)
{
    PeopleSearch search;
    Statement statement(connection,
                        QByteArray("SELECT rid, search FROM contact WHERE ") + liveRows + " ORDER BY rid");
    while (statement.step()) {
        const QByteArrayView line = statement.view(1);
        search.append(statement.integer(0), {line.data(), static_cast<size_t>(line.size())});
    }
    return statement.failed() ? Result<PeopleSearch>(std::unexpected(statement.error())) : search;
}

void PeopleSearch::append(qint64 rid, std::string_view folded)
{
    if (const auto old = m_index.find(rid); old != m_index.end()) {
        m_rids[old->second] = 0;
        ++m_dead;
    }
    m_index[rid] = m_rids.size();
    m_rids.push_back(rid);
    m_offsets.push_back(m_text.size());
    m_text += folded;
    m_text += '\n';
}

Result<> PeopleSearch::refresh(Connection &connection, qint64 rid)
{
    Statement statement(connection, QByteArray("SELECT search FROM contact WHERE rid=?1 AND ") + liveRows);
    if (statement.bind(1, rid).step()) {
        const QByteArrayView line = statement.view(0);
        append(rid, {line.data(), static_cast<size_t>(line.size())});
    } else if (const auto old = m_index.find(rid); old != m_index.end() && !statement.failed()) {
        m_rids[old->second] = 0;
        ++m_dead;
        m_index.erase(old);
    }
    return statement.failed() ? Result<>(std::unexpected(statement.error())) : Result<> {};
}

std::string_view PeopleSearch::row(size_t index) const
{
    const size_t begin = m_offsets[index];
    const size_t end = index + 1 < m_offsets.size() ? m_offsets[index + 1] : m_text.size();
    return std::string_view(m_text).substr(begin, end - begin - 1);
}

PeopleSearch::Answer PeopleSearch::find(QStringView text, qsizetype limit) const
{
    std::vector<std::string> words;
    for (const QString &word : foldedWords(text)) {
        words.push_back(word.toStdString());
    }
    Answer answer;
    if (words.empty()) {
        return answer;
    }
    // The longest word is the rarest: only rows that hold it are looked at.
    const std::string &rare = *std::ranges::max_element(words, {}, &std::string::size);
    std::vector<Hit> hits;
    size_t index = 0;
    const char *const begin = m_text.data();
    const char *const end = begin + m_text.size();
    for (const char *at = begin; (at = static_cast<const char *>(memmem(at, static_cast<size_t>(end - at),
                                                                        rare.data(), rare.size())));) {
        const auto offset = static_cast<size_t>(at - begin);
        const auto next = std::upper_bound(m_offsets.begin() + static_cast<std::ptrdiff_t>(index),
                                           m_offsets.end(), offset);
        index = static_cast<size_t>(next - m_offsets.begin()) - 1;
        if (const int score = m_rids[index] == 0 ? 0 : scoreOf(row(index), words); score > 0) {
            hits.push_back({m_rids[index], score});
        }
        at = next == m_offsets.end() ? end : begin + *next;
    }
    answer.matches = static_cast<qsizetype>(hits.size());
    const auto kept = std::min(hits.size(), static_cast<size_t>(std::max<qsizetype>(limit, 0)));
    std::partial_sort(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(kept), hits.end(),
                      [](const Hit &a, const Hit &b) {
                          return a.score != b.score ? a.score > b.score : a.rid < b.rid;
                      });
    hits.resize(kept);
    answer.best = QVector<Hit>(hits.begin(), hits.end());
    return answer;
}

} // namespace crema::store
