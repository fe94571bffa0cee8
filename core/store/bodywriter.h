// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QByteArray>
#include <QString>

#include <string>
#include <vector>

namespace crema::store {

/// Writes a body as toBytes() writes it, without a tree of values in between. Fields are to be given in the
/// order of their bytes; those of `others` come in between by themselves.
class BodyWriter final
{
public:
    /// `others` (an object) outlives the writer.
    explicit BodyWriter(const Json &others);

    void text(std::string_view key, const QString &value);
    void textIfAny(std::string_view key, const QString &value)
    {
        value.isEmpty() ? pass(key) : text(key, value);
    }
    void texts(std::string_view key, const std::vector<std::string> &values); ///< nothing when there are none
    void trueIf(std::string_view key, bool value);
    /// An array of objects, whose fields `writeItem(item)` writes; nothing when there are none.
    template <typename Items, typename WriteItem>
    void list(std::string_view key, const Items &items, const WriteItem &writeItem)
    {
        if (items.isEmpty()) {
            pass(key);
            return;
        }
        begin(key);
        m_bytes += '[';
        m_depth = 1;
        for (const auto &item : items) {
            m_bytes += m_bytes.back() == '[' ? "{" : ",{";
            writeItem(item);
            m_bytes += '}';
        }
        m_depth = 0;
        m_bytes += ']';
    }
    /// False when a field was named, with or without a value, that is one of `others` too: the bytes are of
    /// no use then.
    [[nodiscard]] bool finish();
    [[nodiscard]] QByteArray bytes() &&
    {
        return QByteArray(m_bytes.data(), static_cast<qsizetype>(m_bytes.size()));
    }

private:
    void pass(std::string_view key);
    void begin(std::string_view key);
    void writeOther();
    void appendText(const QString &value);
    void appendText(std::string_view utf8);

    const Json &m_others;
    Json::const_iterator m_next;
    std::string m_bytes;
    int m_depth = 0; ///< 1 in an item
    bool m_clash = false;
};

} // namespace crema::store
