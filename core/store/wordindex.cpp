// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/wordindex.h"

#include <algorithm>
#include <limits>
#include <ranges>

namespace crema::store {

namespace {

// Ids of words are smaller: there are fewer words than bytes, and a text has less than 4 GiB.
constexpr uint32_t fieldEnd = std::numeric_limits<uint32_t>::max();
constexpr uint32_t rowEnd = fieldEnd - 1;
constexpr uint32_t noRow = fieldEnd;

/// Scripts that write no blanks stand at U+3040 and above: their UTF-8 begins with this byte or a higher one.
constexpr unsigned char firstByteWithoutBlanks = 0xe3;

bool mayHavePhrases(std::string_view line)
{
    return std::ranges::any_of(
            line, [](char c) { return static_cast<unsigned char>(c) >= firstByteWithoutBlanks; });
}

} // namespace

void WordIndex::Builder::addWord(std::string_view word)
{
    const auto known = m_ids.find(word);
    const auto id = known != m_ids.end() ? known->second : static_cast<uint32_t>(m_ids.size());
    if (known == m_ids.end()) {
        m_ids.emplace(word, id);
        m_counts.push_back(0);
        m_lastRow.push_back(noRow);
    }
    // Fields come in the order of their weight: the first place of a word in a row is the one that counts.
    if (m_lastRow[id] != m_rows) {
        m_lastRow[id] = m_rows;
        ++m_counts[id];
        m_words.push_back(id);
    }
}

void WordIndex::Builder::add(std::string_view line)
{
    size_t at = 0;
    while (at < line.size()) {
        if (line[at] == '\t') {
            m_words.push_back(fieldEnd);
        }
        const size_t begin = at + 1; // every word has one blank before it, every field but the first one tab
        at = std::min(line.find_first_of(" \t", begin), line.size());
        if (line[begin - 1] == ' ' && at > begin) {
            addWord(line.substr(begin, at - begin));
        }
    }
    m_words.push_back(rowEnd);
    if (mayHavePhrases(line)) {
        m_phrases.emplace(m_rows, line);
    }
    ++m_rows;
}

WordIndex WordIndex::Builder::build() &&
{
    std::vector<const std::pair<const std::string, uint32_t> *> sorted;
    sorted.reserve(m_ids.size());
    for (const auto &entry : m_ids) {
        sorted.push_back(&entry);
    }
    std::ranges::sort(sorted, {}, [](const auto *entry) -> const std::string & { return entry->first; });

    WordIndex index;
    index.m_wordBegins.clear();
    index.m_postingBegins.clear();
    index.m_rows = m_rows;
    index.m_phrases = std::move(m_phrases);
    std::vector<uint32_t> next(m_ids.size()); // by id: where the word's next posting goes
    uint32_t postings = 0;
    for (const auto *entry : sorted) {
        index.m_wordBegins.push_back(static_cast<uint32_t>(index.m_text.size()));
        index.m_postingBegins.push_back(postings);
        index.m_text += entry->first;
        next[entry->second] = postings;
        postings += m_counts[entry->second];
    }
    index.m_wordBegins.push_back(static_cast<uint32_t>(index.m_text.size()));
    index.m_postingBegins.push_back(postings);

    index.m_postings.resize(postings);
    uint32_t row = 0;
    uint32_t field = 0;
    for (const uint32_t id : m_words) {
        if (id == rowEnd) {
            ++row;
            field = 0;
        } else if (id == fieldEnd) {
            field = std::min<uint32_t>(field + 1, wordFields - 1);
        } else {
            index.m_postings[next[id]++] = row * wordFields + field;
        }
    }
    index.m_text.shrink_to_fit();
    return index;
}

std::string_view WordIndex::word(size_t index) const
{
    return std::string_view(m_text).substr(m_wordBegins[index],
                                           m_wordBegins[index + 1] - m_wordBegins[index]);
}

/// Where the words that begin with the prefix start and end in the order of words.
std::pair<size_t, size_t> WordIndex::wordsWith(std::string_view prefix) const
{
    const auto all = std::views::iota(size_t {0}, m_wordBegins.size() - 1);
    const auto head = [&](size_t index) { return word(index).substr(0, prefix.size()); };
    const auto range = std::ranges::equal_range(all, prefix, {}, head);
    const auto first = static_cast<size_t>(range.begin() - all.begin());
    return {first, first + static_cast<size_t>(range.size())};
}

void WordIndex::scoreWord(std::string_view prefix, std::span<const int> weights,
                          std::span<uint16_t> found) const
{
    const auto [first, last] = wordsWith(prefix);
    for (uint32_t i = m_postingBegins[first]; i < m_postingBegins[last]; ++i) {
        uint16_t &best = found[m_postings[i] / wordFields];
        best = std::max(best, static_cast<uint16_t>(weights[m_postings[i] % wordFields]));
    }
}

void WordIndex::scorePhrase(std::string_view phrase, std::span<const int> weights,
                            std::span<uint16_t> found) const
{
    for (const auto &[row, line] : m_phrases) {
        found[row] = static_cast<uint16_t>(weightIn(line, phrase, weights));
    }
}

void WordIndex::score(std::string_view prefix, std::span<const int> weights, std::span<uint16_t> scores) const
{
    const std::string_view words = prefix.substr(1); // without the blank that stands before every word
    words.contains(' ') ? scorePhrase(prefix, weights, scores) : scoreWord(words, weights, scores);
}

int weightIn(std::string_view line, std::string_view prefix, std::span<const int> weights)
{
    const size_t at = line.find(prefix);
    if (at == std::string_view::npos) {
        return 0;
    }
    const auto field = static_cast<size_t>(std::ranges::count(line.substr(0, at), '\t'));
    return weights[std::min(field, weights.size() - 1)];
}

} // namespace crema::store
