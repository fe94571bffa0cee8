// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/peoplesearch.h"

#include "store/reader.h"
#include "store/searchtext.h"

#include <algorithm>
#include <array>

namespace crema::store {

namespace {

// By the order of the fields in a line: name, company, email, title, school, place, tags, notes. Close enough to
// each other that who fits all words in the fields they are meant for comes before who only has a famous firm as
// surname: "product manager google" (docs/performance.md, "Ranking").
constexpr std::array<int, wordFields> weights {40, 30, 24, 24, 16, 16, 12, 4};

constexpr size_t manyChanged = 2000;

int scoreOf(std::string_view line, const std::vector<std::string> &words)
{
    int score = 0;
    for (const std::string &word : words) {
        const int weight = weightIn(line, word, weights);
        if (weight == 0) {
            return 0;
        }
        score += weight;
    }
    return score;
}

/// The lowest score that the best `limit` rows have.
uint16_t scoreOfBest(const std::vector<uint16_t> &scores, size_t limit)
{
    std::vector<size_t> counts;
    for (const uint16_t score : scores) {
        if (score > 0) {
            counts.resize(std::max<size_t>(counts.size(), score + size_t {1}));
            ++counts[score];
        }
    }
    size_t better = 0;
    for (size_t score = counts.size(); score-- > 1;) {
        better += counts[score];
        if (better >= limit) {
            return static_cast<uint16_t>(score);
        }
    }
    return 1;
}

} // namespace

Result<PeopleSearch> PeopleSearch::load(Connection &connection)
{
    PeopleSearch search;
    WordIndex::Builder builder;
    Statement statement(
            connection,
            QByteArray("SELECT rid, words FROM contact_words WHERE rid IN (SELECT rid FROM contact "
                       "WHERE ")
                    + liveRows + ") ORDER BY rid");
    while (statement.step()) {
        const QByteArrayView line = statement.view(1);
        builder.add({line.data(), static_cast<size_t>(line.size())});
        search.m_rids.push_back(statement.integer(0));
    }
    if (statement.failed()) {
        return std::unexpected(statement.error());
    }
    search.m_index = std::move(builder).build();
    search.m_replaced.resize(search.m_rids.size());
    return search;
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
    const auto row = std::ranges::lower_bound(m_rids, rid);
    if (row != m_rids.end() && *row == rid) {
        const auto index = static_cast<size_t>(row - m_rids.begin());
        m_replacedCount += m_replaced[index] ? 0 : 1;
        m_replaced[index] = true;
    }
    const auto at = std::ranges::lower_bound(m_changed, rid, {}, &Changed::rid);
    const bool known = at != m_changed.end() && at->rid == rid;
    if (!there) {
        if (known) {
            m_changed.erase(at);
        }
        return {};
    }
    const QByteArrayView line = statement.view(0);
    const auto place = known ? at : m_changed.insert(at, Changed {rid, {}});
    place->line.assign(line.data(), static_cast<size_t>(line.size()));
    return {};
}

bool PeopleSearch::isWorn() const
{
    return m_changed.size() > manyChanged;
}

qsizetype PeopleSearch::count() const
{
    return static_cast<qsizetype>(m_rids.size() + m_changed.size()) - m_replacedCount;
}

/// What each row of the index scores for all words together; 0 where one of them is missing.
std::vector<uint16_t> PeopleSearch::scores(const std::vector<std::string> &words) const
{
    std::vector<uint16_t> total(m_rids.size());
    m_index.score(words.front(), weights, total);
    std::vector<uint16_t> own;
    for (size_t i = 1; i < words.size(); ++i) {
        own.assign(m_rids.size(), 0);
        m_index.score(words[i], weights, own);
        for (size_t row = 0; row < own.size(); ++row) {
            const bool both = total[row] > 0 && own[row] > 0;
            total[row] = both ? static_cast<uint16_t>(total[row] + own[row]) : uint16_t {0};
        }
    }
    if (m_replacedCount > 0) {
        for (size_t row = 0; row < total.size(); ++row) {
            total[row] = m_replaced[row] ? uint16_t {0} : total[row];
        }
    }
    return total;
}

PeopleSearch::Answer PeopleSearch::find(QStringView text, qsizetype limit) const
{
    const std::vector<std::string> words = queryWords(text);
    Answer answer;
    if (words.empty()) {
        return answer;
    }
    const std::vector<uint16_t> total = scores(words);
    const auto wanted = static_cast<size_t>(std::max<qsizetype>(limit, 0));
    const uint16_t lowest = scoreOfBest(total, wanted);
    for (size_t row = 0; row < total.size(); ++row) {
        answer.matches += total[row] > 0 ? 1 : 0;
        // Of those that score the lowest only the oldest are kept, but as many as could be the best.
        if (total[row] > lowest || (total[row] == lowest && answer.best.size() < limit)) {
            answer.best << Hit {m_rids[row], total[row]};
        }
    }
    for (const Changed &changed : m_changed) {
        if (const int score = scoreOf(changed.line, words); score > 0) {
            answer.best << Hit {changed.rid, score};
            ++answer.matches;
        }
    }
    std::ranges::sort(answer.best, [](const Hit &a, const Hit &b) {
        return a.score != b.score ? a.score > b.score : a.rid < b.rid;
    });
    answer.best.resize(std::min<qsizetype>(answer.best.size(), static_cast<qsizetype>(wanted)));
    return answer;
}

} // namespace crema::store
