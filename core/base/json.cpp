// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"

#include "base/jsontree.h"

#include <cmath>

namespace crema {

namespace {
const Json nullJson;
const Json emptyArray = Json::array();
} // namespace

Result<Json> parseJson(QByteArrayView bytes)
{
    return jsonTree(bytes, Repeated::lastStays);
}

QByteArray toBytes(const Json &json)
{
    return QByteArray::fromStdString(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

QByteArray toPrettyBytes(const Json &json)
{
    return QByteArray::fromStdString(json.dump(2, ' ', false, Json::error_handler_t::replace));
}

const Json &member(const Json &json, const char *key)
{
    if (!json.is_object()) {
        return nullJson;
    }
    const auto it = json.find(key);
    return it == json.end() ? nullJson : *it;
}

QString textOf(const Json &json)
{
    const auto *text = json.get_ptr<const std::string *>();
    return text ? QString::fromStdString(*text) : QString();
}

QString textAt(const Json &json, const char *key)
{
    return textOf(member(json, key));
}

std::string_view utf8Of(const Json &json)
{
    const auto *text = json.get_ptr<const std::string *>();
    return text ? std::string_view(*text) : std::string_view();
}

std::string_view utf8At(const Json &json, const char *key)
{
    return utf8Of(member(json, key));
}

std::optional<qint64> intOf(const Json &json)
{
    if (json.is_number_integer()) {
        return json.get<qint64>();
    }
    if (json.is_number_float()) {
        const double number = json.get<double>();
        // A double outside of qint64, or no number at all, must not be cast.
        const bool fits = number >= -0x1p63 && number < 0x1p63;
        return fits && number == std::trunc(number) ? std::optional(static_cast<qint64>(number))
                                                    : std::nullopt;
    }
    bool ok = false;
    const qint64 number = textOf(json).trimmed().toLongLong(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

qint64 intAt(const Json &json, const char *key, qint64 fallback)
{
    return intOf(member(json, key)).value_or(fallback);
}

double numberAt(const Json &json, const char *key, double fallback)
{
    const Json &value = member(json, key);
    return value.is_number() ? value.get<double>() : fallback;
}

bool boolAt(const Json &json, const char *key, bool fallback)
{
    const Json &value = member(json, key);
    return value.is_boolean() ? value.get<bool>() : fallback;
}

QStringList textsOf(const Json &json)
{
    QStringList texts;
    if (json.is_string()) {
        texts << textOf(json);
    } else if (json.is_array()) {
        for (const Json &item : json) {
            if (item.is_string()) {
                texts << textOf(item);
            }
        }
    }
    return texts;
}

QStringList textsAt(const Json &json, const char *key)
{
    return textsOf(member(json, key));
}

const Json &arrayAt(const Json &json, const char *key)
{
    const Json &value = member(json, key);
    return value.is_array() ? value : emptyArray;
}

Json jsonTexts(const QStringList &texts)
{
    Json json = Json::array();
    for (const QString &text : texts) {
        json.push_back(text);
    }
    return json;
}

void putText(Json &json, const char *key, const QString &text)
{
    if (!text.isEmpty()) {
        json[key] = text;
    }
}

} // namespace crema
