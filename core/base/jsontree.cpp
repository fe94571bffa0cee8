// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/jsontree.h"

#include <QCoreApplication>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace crema {

namespace {

/// Makes values of what the parser meets. Its functions are named by the parser; false ends the reading.
class TreeBuilder final
{
public:
    TreeBuilder(Json &root, Repeated repeated, size_t deepest)
        : m_root(root), m_repeated(repeated), m_deepest(deepest)
    {
    }

    bool null() { return take(Json()); }
    bool boolean(bool value) { return take(Json(value)); }
    bool number_integer(Json::number_integer_t value) { return take(Json(value)); }
    bool number_unsigned(Json::number_unsigned_t value) { return take(Json(value)); }
    bool number_float(Json::number_float_t value, const std::string & /*text*/) { return take(Json(value)); }
    bool string(std::string &value) { return take(Json(std::move(value))); }
    bool binary(Json::binary_t & /*value*/) { return false; } // not in texts

    bool start_object(size_t /*count*/) { return open(Json::object()); }
    bool end_object() { return close(); }
    bool start_array(size_t /*count*/) { return open(Json::array()); }
    bool end_array() { return close(); }
    bool key(std::string &name)
    {
        m_name = std::move(name);
        return true;
    }

    bool parse_error(size_t position, const std::string & /*token*/, const Json::exception & /*error*/)
    {
        m_position = position;
        return false;
    }

    [[nodiscard]] bool isTooDeep() const { return m_isTooDeep; }
    /// How many bytes were read when it went wrong.
    [[nodiscard]] size_t position() const { return m_position; }

private:
    struct Level
    {
        Json *value;
        std::unordered_map<std::string, size_t> numbers {}; ///< the last one that a name was given
    };

    bool take(Json value)
    {
        put(std::move(value));
        return true;
    }

    bool open(Json value)
    {
        m_isTooDeep = m_open.size() == m_deepest;
        if (!m_isTooDeep) {
            m_open.push_back({put(std::move(value))});
        }
        return !m_isTooDeep;
    }

    bool close()
    {
        m_open.pop_back();
        return true;
    }

    /// Where the value is now. It stays there while it is open.
    Json *put(Json value)
    {
        if (m_open.empty()) {
            m_root = std::move(value);
            return &m_root;
        }
        Json &into = *m_open.back().value;
        if (into.is_array()) {
            into.push_back(std::move(value));
            return &into.back();
        }
        const auto [member, isNew] = into.get_ptr<Json::object_t *>()->try_emplace(m_name, std::move(value));
        if (!isNew && m_repeated == Repeated::lastStays) {
            member->second = std::move(value);
        }
        return isNew || m_repeated == Repeated::lastStays ? &member->second
                                                          : putBeside(member->second, std::move(value));
    }

    Json *putBeside(Json &first, Json value)
    {
        if (value.is_null() || value == first) {
            return &first;
        }
        if (first.is_null()) {
            first = std::move(value);
            return &first;
        }
        if (!first.is_structured() || !value.is_structured()) {
            return putNumbered(std::move(value));
        }
        if (first.is_object()) {
            Json list = Json::array();
            list.push_back(std::move(first));
            first = std::move(list);
        }
        if (value.is_array()) {
            return &first; // to be filled with what comes now
        }
        first.push_back(std::move(value));
        return &first.back();
    }

    Json *putNumbered(Json value)
    {
        auto &members = *m_open.back().value->get_ptr<Json::object_t *>();
        size_t &number = m_open.back().numbers.try_emplace(m_name, 1U).first->second;
        while (true) {
            const std::string name = m_name + " (" + std::to_string(++number) + ')';
            const auto [member, isNew] = members.try_emplace(name, std::move(value));
            if (isNew) {
                return &member->second;
            }
        }
    }

    Json &m_root;
    Repeated m_repeated;
    size_t m_deepest;
    std::vector<Level> m_open;
    std::string m_name; ///< of the next member
    bool m_isTooDeep = false;
    size_t m_position = 0;
};

/// The bracket that opens one level too many.
size_t placeTooDeep(QByteArrayView bytes, size_t deepest)
{
    size_t depth = 0;
    bool isInText = false;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (isInText) {
            i += c == '\\' ? 1 : 0;
            isInText = c != '"';
        } else if (c == '"') {
            isInText = true;
        } else if (c == '[' || c == '{') {
            if (++depth > deepest) {
                return static_cast<size_t>(i) + 1;
            }
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
    return 0;
}

/// "line 3, column 7" of the byte that was read last.
QString placeOf(QByteArrayView bytes, size_t position)
{
    const QByteArrayView before = bytes.first(std::min(static_cast<qsizetype>(position), bytes.size()));
    const qsizetype lineEnd = before.chopped(before.endsWith('\n') ? 1 : 0).lastIndexOf('\n');
    const auto line = before.first(lineEnd + 1).count('\n') + 1;
    const auto column = QString::fromUtf8(before.sliced(lineEnd + 1)).size();
    return QCoreApplication::translate("json", "line %1, column %2")
            .arg(line)
            .arg(std::max<qsizetype>(column, 1));
}

} // namespace

Result<Json> jsonTree(QByteArrayView bytes, Repeated repeated, size_t deepest)
{
    Json json;
    TreeBuilder builder(json, repeated, deepest);
    if (Json::sax_parse(bytes.begin(), bytes.end(), &builder)) {
        return json;
    }
    if (builder.isTooDeep()) {
        return failure(
                ErrorKind::rejectedInput,
                QCoreApplication::translate(
                        "json", "Lists and objects lie in each other more than %1 deep in this JSON (%2).")
                        .arg(deepest)
                        .arg(placeOf(bytes, placeTooDeep(bytes, deepest))));
    }
    return failure(ErrorKind::rejectedInput,
                   QCoreApplication::translate("json", "This is not valid JSON (%1).")
                           .arg(placeOf(bytes, builder.position())));
}

} // namespace crema
