// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace crema::store {

/// The texts of a row's columns in two blocks of memory, however many there are.
class ColumnTexts final
{
public:
    void add(std::string_view text)
    {
        m_bytes += text;
        m_ends.push_back(static_cast<uint32_t>(m_bytes.size()));
    }
    void reserve(size_t columns, size_t bytes)
    {
        m_ends.reserve(columns);
        m_bytes.reserve(bytes);
    }
    [[nodiscard]] size_t size() const { return m_ends.size(); }
    /// Lives as long as no text is added.
    [[nodiscard]] std::string_view operator[](size_t column) const
    {
        const size_t start = column == 0 ? 0 : m_ends[column - 1];
        return std::string_view(m_bytes).substr(start, m_ends[column] - start);
    }
    [[nodiscard]] bool operator==(const ColumnTexts &) const = default;

private:
    std::string m_bytes;
    std::vector<uint32_t> m_ends;
};

} // namespace crema::store
