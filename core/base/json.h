// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QString>
#include <QStringList>

#include <nlohmann/json.hpp>

#include <optional>
#include <string_view>

namespace nlohmann {
template <>
struct adl_serializer<QString>
{
    static void to_json(json &json, const QString &text) { json = text.toStdString(); }
};
} // namespace nlohmann

namespace crema {

using Json = nlohmann::json;

// Reading foreign JSON: vendors change types (a boolean where a text was, null, a number as text), so no
// accessor throws and each says what it makes of odd types. Nothing outside this file calls get<>() or at().

/// Parses UTF-8 JSON; rejectedInput with the byte position when it is none.
[[nodiscard]] Result<Json> parseJson(QByteArrayView bytes);
/// Compact UTF-8; characters that are not valid Unicode are replaced, never thrown on.
[[nodiscard]] QByteArray toBytes(const Json &json);
/// Indented, for people.
[[nodiscard]] QByteArray toPrettyBytes(const Json &json);

/// The member, or null when `json` is no object or has none.
[[nodiscard]] const Json &member(const Json &json, const char *key);
/// Text as it is; numbers and booleans are not text and give {}.
[[nodiscard]] QString textOf(const Json &json);
[[nodiscard]] QString textAt(const Json &json, const char *key);
/// The same without a copy: UTF-8 that lives as long as `json`; empty for what is no text.
[[nodiscard]] std::string_view utf8Of(const Json &json);
[[nodiscard]] std::string_view utf8At(const Json &json, const char *key);
/// Whole numbers, also when written as text ("15"); nullopt for anything else.
[[nodiscard]] std::optional<qint64> intOf(const Json &json);
[[nodiscard]] qint64 intAt(const Json &json, const char *key, qint64 fallback = 0);
[[nodiscard]] double numberAt(const Json &json, const char *key, double fallback = 0);
[[nodiscard]] bool boolAt(const Json &json, const char *key, bool fallback = false);
/// The texts of an array; a lone text counts as an array of one.
[[nodiscard]] QStringList textsOf(const Json &json);
[[nodiscard]] QStringList textsAt(const Json &json, const char *key);
/// The array member, or an empty array.
[[nodiscard]] const Json &arrayAt(const Json &json, const char *key);

[[nodiscard]] Json jsonTexts(const QStringList &texts);
/// Sets `key` unless the text is empty: missing values are absent, never empty text.
void putText(Json &json, const char *key, const QString &text);

} // namespace crema
