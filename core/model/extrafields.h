// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <algorithm>
#include <array>

namespace crema {

/// One text member of a value and its key in the record's body; the tables of these keep the mapping
/// functions short.
template <typename Value>
struct BodyText
{
    const char *key;
    QString Value::*member;
};

/// A body with the value's `extra` fields, if it has such, and its texts.
template <typename Value, size_t count>
[[nodiscard]] Json writeTexts(const Value &value, const std::array<BodyText<Value>, count> &fields)
{
    Json body = Json::object();
    if constexpr (requires { value.extra; }) {
        body = value.extra.is_object() ? value.extra : std::move(body);
    }
    for (const auto &field : fields) {
        putText(body, field.key, value.*field.member);
    }
    return body;
}

template <typename Value, size_t count>
void readTexts(Value &value, const std::array<BodyText<Value>, count> &fields, const Json &body)
{
    for (const auto &field : fields) {
        value.*field.member = textAt(body, field.key);
    }
}

/// Keeps in `extra` what neither the texts nor the `others` cover, so that nothing another client wrote is
/// lost.
template <typename Value, size_t count, size_t otherCount>
void readExtra(Value &value, const std::array<BodyText<Value>, count> &fields,
               const std::array<const char *, otherCount> &others, const Json &body)
{
    if (!body.is_object()) {
        return;
    }
    for (const auto &[key, content] : body.items()) {
        const bool known = std::ranges::any_of(fields, [&](const auto &field) { return key == field.key; })
                || std::ranges::any_of(others, [&](const char *other) { return key == other; });
        if (!known) {
            value.extra[key] = content;
        }
    }
}

} // namespace crema
