// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace crema::store {

/// The most fields that a line of words (searchtext.h) has.
inline constexpr size_t wordFields = 8;

/// An inverted index of lines of words, made once: every word, with the rows in which it stands and the first
/// field in which it does. One to three bytes a word and row, and each word once. The words of a prefix stand
/// side by side, so that even a one-letter prefix is one sweep over memory.
class WordIndex final
{
public:
    /// Collects lines, row after row from 0.
    class Builder final
    {
    public:
        void add(std::string_view line);
        [[nodiscard]] WordIndex build() &&;

    private:
        /// What is known of a word so far.
        struct Found
        {
            std::string postings; ///< as in the index
            uint32_t last = 0; ///< the row after the last one in which the word stands
        };

        void addWord(std::string_view word, uint32_t field);

        struct Hash
        {
            using is_transparent = void;
            size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
        };
        std::unordered_map<std::string, Found, Hash, std::equal_to<>> m_found;
        std::unordered_map<uint32_t, std::string> m_phrases;
        uint32_t m_rows = 0;
    };

    [[nodiscard]] size_t rows() const { return m_rows; }

    /// Sets in `scores`, which has a zero for each row, the weight of the best word that begins with `prefix`,
    /// one of queryWords(): that of its first field, half as much again when the prefix is the whole word.
    /// `weights` has one for each field, none higher than the one before.
    void score(std::string_view prefix, std::span<const int> weights, std::span<uint16_t> scores) const;

private:
    [[nodiscard]] std::string_view word(size_t index) const;
    [[nodiscard]] std::pair<size_t, size_t> wordsWith(std::string_view prefix) const;
    void scoreWord(std::string_view prefix, std::span<const int> weights, std::span<uint16_t> found) const;
    void scorePhrase(std::string_view phrase, std::span<const int> weights, std::span<uint16_t> found) const;

    std::string m_text; ///< all words in order, end to end
    std::vector<uint32_t> m_wordBegins {0}; ///< one more than there are words
    std::vector<uint32_t> m_postingBegins {0}; ///< the same, in bytes
    /// For each word the rows in which it stands: rows since the one before * wordFields + field, seven bits
    /// a byte, lowest first, the highest bit set in all but the last one.
    std::string m_postings;
    /// Rows that may have Chinese or Japanese, as they are: a run of it is one word of a query, but several
    /// here.
    std::unordered_map<uint32_t, std::string> m_phrases;
    uint32_t m_rows = 0;
};

/// The same for one line; 0 when no word begins so.
[[nodiscard]] int weightIn(std::string_view line, std::string_view prefix, std::span<const int> weights);

} // namespace crema::store
