// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/patch.h"

#include "base/ids.h"
#include "model/order.h"

#include <algorithm>
#include <set>

namespace crema::store {

namespace {

struct Path
{
    std::string key;
    MergeType type = MergeType::scalar;
    std::optional<std::string> item; ///< none: the field as a whole
};

bool isList(MergeType type)
{
    return type == MergeType::orderedList || type == MergeType::set;
}

Path pathOf(Kind kind, const QString &field)
{
    if (field.startsWith(u'/')) {
        return {field.mid(1).toStdString(), MergeType::scalar, {}};
    }
    if (const qsizetype slash = field.indexOf(u'/'); slash > 0) {
        std::string key = field.left(slash).toStdString();
        if (const MergeType type = mergeTypeOf(kind, key); isList(type)) {
            return {std::move(key), type, field.mid(slash + 1).toStdString()};
        }
    }
    std::string key = field.toStdString();
    const MergeType type = mergeTypeOf(kind, key);
    return {std::move(key), isList(type) ? type : MergeType::scalar, {}};
}

QString fieldNameOf(Kind kind, const std::string &key)
{
    const QString field = QString::fromStdString(key);
    const bool plain = !field.isEmpty() && !field.startsWith(u'/') && !field.startsWith(u'@')
            && !pathOf(kind, field).item;
    return plain ? field : u'/' + field;
}

std::string itemKey(MergeType type, const Json &item)
{
    if (type == MergeType::orderedList) {
        return std::string(utf8At(item, "id"));
    }
    return item.is_string() ? std::string(utf8Of(item)) : toBytes(item).toStdString();
}

auto findItem(MergeType type, auto &items, const std::string &key)
{
    return std::find_if(items.begin(), items.end(),
                        [&](const Json &item) { return itemKey(type, item) == key; });
}

void sortItems(MergeType type, Json &items)
{
    const auto before = [type](const Json &a, const Json &b) {
        if (type == MergeType::set) {
            return itemKey(type, a) < itemKey(type, b);
        }
        return std::pair(utf8At(a, "pos"), utf8At(a, "id")) < std::pair(utf8At(b, "pos"), utf8At(b, "id"));
    };
    if (!std::is_sorted(items.begin(), items.end(), before)) {
        std::sort(items.begin(), items.end(), before);
    }
}

/// Gives the item what the list needs to tell it apart; `last` is the position before it.
void complete(Json &item, std::set<std::string> &taken, const std::string &last)
{
    if (!item.is_object()) {
        item = Json {{"value", std::move(item)}};
    }
    std::string id(utf8At(item, "id"));
    if (id.empty() || taken.contains(id)) {
        QString made = itemId(QString::fromUtf8(toBytes(item)));
        while (taken.contains(made.toStdString())) {
            made = itemId(made);
        }
        id = made.toStdString();
        item["id"] = id;
    }
    taken.insert(id);
    if (utf8At(item, "pos").empty()) {
        item["pos"] = positionBetween(QString::fromStdString(last), {});
    }
}

bool isComplete(MergeType type, const Json &items)
{
    std::set<std::string> taken;
    return std::ranges::all_of(items, [&](const Json &item) {
        const bool whole = type == MergeType::set
                || (item.is_object() && !utf8At(item, "id").empty() && !utf8At(item, "pos").empty());
        return whole && (items.size() == 1 || taken.insert(itemKey(type, item)).second);
    });
}

/// The items of a set or list as they are stored; an empty array when there is none.
Json normalisedItems(MergeType type, Json value)
{
    if (value.is_null()) {
        return Json::array();
    }
    Json items = value.is_array() ? std::move(value) : Json::array({std::move(value)});
    if (!isComplete(type, items)) {
        Json whole = Json::array();
        std::set<std::string> taken;
        std::string last;
        for (Json &item : items) {
            if (type == MergeType::orderedList) {
                complete(item, taken, last);
                last = utf8At(item, "pos");
            } else if (!taken.insert(itemKey(type, item)).second) {
                continue;
            }
            whole.push_back(std::move(item));
        }
        items = std::move(whole);
    }
    sortItems(type, items);
    return items;
}

void diffItems(MergeType type, const QString &field, const Json &before, const Json &after,
               std::vector<FieldEdit> &edits)
{
    const Json old = normalisedItems(type, before);
    const Json now = normalisedItems(type, after);
    const auto nameOf = [&](const Json &item) {
        return field + u'/' + QString::fromStdString(itemKey(type, item));
    };
    for (const Json &item : old) {
        if (findItem(type, now, itemKey(type, item)) == now.end()) {
            edits.push_back({nameOf(item), std::nullopt, std::optional(item)});
        }
    }
    for (const Json &item : now) {
        const auto known = findItem(type, old, itemKey(type, item));
        if (known == old.end() || *known != item) {
            auto seen = known == old.end() ? std::nullopt : std::optional(*known);
            edits.push_back({nameOf(item), item, std::move(seen)});
        }
    }
}

/// The value under the key that the field gives it: undo finds an item by the field's name.
Json itemNamed(MergeType type, const std::string &key, Json value)
{
    if (type == MergeType::set) {
        return itemKey(type, value) == key ? value : Json(key);
    }
    Json item = value.is_object() ? std::move(value) : Json {{"value", std::move(value)}};
    item["id"] = key;
    return item;
}

} // namespace

std::vector<FieldEdit> editsBetween(Kind kind, const Json &before, const Json &after)
{
    std::set<std::string> keys;
    for (const Json *body : {&before, &after}) {
        for (const auto &[key, value] : body->items()) {
            keys.insert(key);
        }
    }
    std::vector<FieldEdit> edits;
    for (const std::string &key : keys) {
        const QString field = fieldNameOf(kind, key);
        const Json &old = member(before, key.c_str());
        const Json &now = member(after, key.c_str());
        if (const MergeType type = pathOf(kind, field).type; isList(type)) {
            diffItems(type, field, old, now, edits);
        } else if (old != now) {
            const auto valueOf = [](const Json &value) {
                return value.is_null() ? std::nullopt : std::optional(value);
            };
            edits.push_back({field, valueOf(now), valueOf(old)});
        }
    }
    return edits;
}

bool isEditable(Kind kind, const QString &field)
{
    if (field.isEmpty() || field.startsWith(u'@')) {
        return false;
    }
    const Path path = pathOf(kind, field);
    return path.type != MergeType::orderedList || !path.item || !path.item->empty();
}

std::optional<Json> fieldValue(Kind kind, const Json &body, const QString &field)
{
    const Path path = pathOf(kind, field);
    const Json &value = member(body, path.key.c_str());
    if (!path.item) {
        return value.is_null() ? std::nullopt : std::optional(value);
    }
    if (value.is_array()) {
        if (const auto it = findItem(path.type, value, *path.item); it != value.end()) {
            return *it;
        }
    }
    return std::nullopt;
}

void setField(Kind kind, Json &body, const FieldEdit &edit)
{
    const Path path = pathOf(kind, edit.field);
    const bool present = edit.value && !edit.value->is_null();
    if (!isList(path.type)) {
        if (present) {
            body[path.key] = *edit.value;
        } else {
            body.erase(path.key);
        }
        return;
    }
    Json items = path.item ? member(body, path.key.c_str()) : edit.value.value_or(Json());
    items = normalisedItems(path.type, std::move(items));
    if (path.item) {
        if (const auto it = findItem(path.type, items, *path.item); it != items.end()) {
            items.erase(it);
        }
        if (present) {
            items.push_back(itemNamed(path.type, *path.item, *edit.value));
        }
        items = normalisedItems(path.type, std::move(items));
    }
    if (items.empty()) {
        body.erase(path.key);
    } else {
        body[path.key] = std::move(items);
    }
}

Json normalisedBody(Kind kind, Json body)
{
    for (auto it = body.begin(); it != body.end();) {
        const MergeType type = mergeTypeOf(kind, it.key());
        if (isList(type)) {
            *it = normalisedItems(type, std::move(*it));
        }
        it = it->is_null() || (isList(type) && it->empty()) ? body.erase(it) : std::next(it);
    }
    return body;
}

} // namespace crema::store
