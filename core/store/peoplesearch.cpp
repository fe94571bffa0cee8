// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/peoplesearch.h"

#include "store/reader.h"
#include "store/searchtext.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace crema::store {

namespace {

// By the order of the fields in a line: name, company, email, title, school, place, tags.
constexpr std::array weights {100, 40, 20, 20, 10, 10, 5};

/// Rows that were replaced are dropped when they outnumber the others.
constexpr size_t fewDead = 1000;

/// The weight of the first, so the heaviest field in which a word begins with `word`; 0 when there is none.
int weightOf(std::string_view line, std::string_view word)
{
    const size_t at = line.find(word);
    if (at == std::string_view::npos) {
        return 0;
    }
    const auto field = static_cast<size_t>(std::ranges::count(line.substr(0, at), '\t'));
    return weights[std::min(field, weights.size() - 1)];
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
    Statement statement(
            connection,
            QByteArray("SELECT rid, words FROM contact_words WHERE rid IN (SELECT rid FROM contact "
                       "WHERE ")
                    + liveRows + ") ORDER BY rid");
    while (statement.step()) {
        const QByteArrayView line = statement.view(1);
        search.append(statement.integer(0), {line.data(), static_cast<size_t>(line.size())});
    }
    return statement.failed() ? Result<PeopleSearch>(std::unexpected(statement.error())) : search;
}

void PeopleSearch::append(qint64 rid, std::string_view words)
{
    m_index[rid] = m_rids.size();
    m_rids.push_back(rid);
    m_offsets.push_back(m_text.size());
    m_text.append(words).append(1, '\n');
}

void PeopleSearch::forget(qint64 rid)
{
    if (const auto old = m_index.find(rid); old != m_index.end()) {
        m_rids[old->second] = 0;
        m_index.erase(old);
        ++m_dead;
    }
}

void PeopleSearch::compact()
{
    if (m_dead < fewDead || m_dead < m_index.size()) {
        return;
    }
    PeopleSearch fresh;
    for (size_t i = 0; i < m_rids.size(); ++i) {
        if (m_rids[i] != 0) {
            fresh.append(m_rids[i], row(i));
        }
    }
    *this = std::move(fresh);
}

Result<> PeopleSearch::refresh(Connection &connection, qint64 rid)
{
    Statement statement(
            connection,
            QByteArray("SELECT words FROM contact JOIN contact_words USING(rid) WHERE rid=?1 AND ")
                    + liveRows);
    const bool there = statement.bind(1, rid).step();
    if (statement.failed()) {
        return std::unexpected(statement.error());
    }
    forget(rid);
    if (there) {
        const QByteArrayView line = statement.view(0);
        append(rid, {line.data(), static_cast<size_t>(line.size())});
    }
    compact();
    return {};
}

std::string_view PeopleSearch::row(size_t index) const
{
    const size_t begin = m_offsets[index];
    const size_t end = index + 1 < m_offsets.size() ? m_offsets[index + 1] : m_text.size();
    return std::string_view(m_text).substr(begin, end - begin - 1);
}

PeopleSearch::Answer PeopleSearch::find(QStringView text, qsizetype limit) const
{
    const std::vector<std::string> words = queryWords(text);
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
