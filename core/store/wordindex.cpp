// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/wordindex.h"

#include <algorithm>
#include <ranges>

namespace crema::store {

namespace {

/// Scripts that write no blanks stand at U+3040 and above: their UTF-8 begins with this byte or a higher one.
constexpr unsigned char firstByteWithoutBlanks = 0xe3;

constexpr unsigned char moreFollows = 0x80;

void appendNumber(std::string &bytes, uint64_t number)
{
    for (; number >= moreFollows; number >>= 7) {
        bytes += static_cast<char>(number | moreFollows);
    }
    bytes += static_cast<char>(number);
}

/// Reads a number and goes on to the next one.
uint64_t readNumber(const char *&at)
{
    auto byte = static_cast<unsigned char>(*at++);
    uint64_t number = byte & ~moreFollows;
    for (unsigned shift = 7; (byte & moreFollows) != 0; shift += 7) {
        byte = static_cast<unsigned char>(*at++);
        number |= static_cast<uint64_t>(byte & ~moreFollows) << shift;
    }
    return number;
}

/// A word that was typed to its end means more than the beginning of another one: "Berlin" before "Berliner".
int weightOf(int fieldWeight, bool isWhole)
{
    return isWhole ? fieldWeight + fieldWeight / 2 : fieldWeight;
}

bool mayHavePhrases(std::string_view line)
{
    return std::ranges::any_of(
            line, [](char c) { return static_cast<unsigned char>(c) >= firstByteWithoutBlanks; });
}

} // namespace

void WordIndex::Builder::addWord(std::string_view word, uint32_t field)
{
    auto known = m_found.find(word);
    if (known == m_found.end()) {
        known = m_found.emplace(word, Found {}).first;
    }
    Found &found = known->second;
    // Fields come in the order of their weight: the first place of a word in a row is the one that counts.
    if (found.last != m_rows + 1) {
        appendNumber(found.postings, uint64_t {m_rows + 1 - found.last} * wordFields + field);
        found.last = m_rows + 1;
    }
}

void WordIndex::Builder::add(std::string_view line)
{
    size_t at = 0;
    uint32_t field = 0;
    while (at < line.size()) {
        if (line[at] == '\t') {
            field = std::min<uint32_t>(field + 1, wordFields - 1);
        }
        const size_t begin = at + 1; // every word has one blank before it, every field but the first one tab
        at = std::min(line.find_first_of(" \t", begin), line.size());
        if (line[begin - 1] == ' ' && at > begin) {
            addWord(line.substr(begin, at - begin), field);
        }
    }
    if (mayHavePhrases(line)) {
        m_phrases.emplace(m_rows, line);
    }
    ++m_rows;
}

WordIndex WordIndex::Builder::build() &&
{
    std::vector<decltype(m_found)::const_pointer> sorted;
    sorted.reserve(m_found.size());
    size_t letters = 0;
    size_t postings = 0;
    for (const auto &entry : m_found) {
        sorted.push_back(&entry);
        letters += entry.first.size();
        postings += entry.second.postings.size();
    }
    std::ranges::sort(sorted, {}, [](const auto *entry) -> const std::string & { return entry->first; });

    WordIndex index;
    index.m_rows = m_rows;
    index.m_phrases = std::move(m_phrases);
    index.m_text.reserve(letters);
    index.m_postings.reserve(postings);
    index.m_wordBegins.reserve(sorted.size() + 1);
    index.m_postingBegins.reserve(sorted.size() + 1);
    for (const auto *entry : sorted) {
        index.m_text += entry->first;
        index.m_postings += entry->second.postings;
        index.m_wordBegins.push_back(static_cast<uint32_t>(index.m_text.size()));
        index.m_postingBegins.push_back(static_cast<uint32_t>(index.m_postings.size()));
    }
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
    for (size_t index = first; index < last; ++index) {
        const bool isWhole = word(index).size() == prefix.size();
        const char *at = m_postings.data() + m_postingBegins[index];
        const char *const end = m_postings.data() + m_postingBegins[index + 1];
        // Rows are counted from 1: the first number is the distance from the row before all.
        for (uint64_t row = 0; at < end;) {
            const uint64_t posting = readNumber(at);
            row += posting / wordFields;
            uint16_t &best = found[row - 1];
            best = std::max(best, static_cast<uint16_t>(weightOf(weights[posting % wordFields], isWhole)));
        }
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
    int best = 0;
    size_t field = 0;
    size_t counted = 0;
    for (size_t at = line.find(prefix); at != std::string_view::npos; at = line.find(prefix, at + 1)) {
        field += static_cast<size_t>(std::ranges::count(line.substr(counted, at - counted), '\t'));
        counted = at;
        const size_t end = at + prefix.size();
        const bool isWhole = end == line.size() || line[end] == ' ' || line[end] == '\t';
        best = std::max(best, weightOf(weights[std::min(field, weights.size() - 1)], isWhole));
    }
    return best;
}

} // namespace crema::store
