// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace crema::contacts {

/// Tells the hashes that come more than once. May take one in ten that come once for such, never the other
/// way round. Most people of a file share no key with anybody: they need no entry in an index.
class RepeatedHashes final
{
public:
    /// `expected`: how many hashes will be seen, more or less.
    explicit RepeatedHashes(size_t expected)
        : m_mask(std::bit_ceil(expected * bitsEach + bitsOfWord) - 1), m_once((m_mask + 1) / bitsOfWord),
          m_again(m_once.size())
    {
    }

    void see(qint64 key)
    {
        const auto hash = static_cast<size_t>(key);
        const size_t word = (hash & m_mask) / bitsOfWord;
        const uint64_t bit = uint64_t {1} << (hash % bitsOfWord);
        m_again[word] |= m_once[word] & bit;
        m_once[word] |= bit;
    }

    [[nodiscard]] bool contains(qint64 key) const
    {
        const auto hash = static_cast<size_t>(key);
        return (m_again[(hash & m_mask) / bitsOfWord] >> (hash % bitsOfWord) & 1U) != 0;
    }

private:
    static constexpr size_t bitsEach = 8;
    static constexpr size_t bitsOfWord = 64;

    size_t m_mask;
    std::vector<uint64_t> m_once;
    std::vector<uint64_t> m_again;
};

} // namespace crema::contacts
