// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/patch.h"

#include <algorithm>
#include <set>

namespace crema::store {

namespace {

struct Path
{
    MergeType type = MergeType::scalar;
    std::string key;
    QString item;
};

Path pathOf(Kind kind, const QString &field)
{
    const qsizetype slash = field.indexOf(u'/');
    if (slash > 0) {
        const QString key = field.left(slash);
        const MergeType type = mergeTypeOf(kind, key);
        if (type == MergeType::orderedList || type == MergeType::set) {
            return {type, key.toStdString(), field.mid(slash + 1)};
        }
    }
    return {MergeType::scalar, field.toStdString(), {}};
}

QString itemKey(MergeType type, const Json &item)
{
    return type == MergeType::set ? textOf(item) : textAt(item, "id");
}

void sortItems(MergeType type, Json &items)
{
    const auto before = [type](const Json &a, const Json &b) {
        if (type == MergeType::set) {
            return textOf(a) < textOf(b);
        }
        const QString first = textAt(a, "pos");
        const QString second = textAt(b, "pos");
        return first != second ? first < second : textAt(a, "id") < textAt(b, "id");
    };
    std::sort(items.begin(), items.end(), before);
}

void diffItems(MergeType type, const QString &key, const Json &before, const Json &after,
               std::vector<FieldEdit> &edits)
{
    const auto find = [type](const Json &items, const QString &id) -> const Json * {
        const auto it = std::ranges::find_if(items,
                                             [&](const Json &item) { return itemKey(type, item) == id; });
        return it == items.end() ? nullptr : &*it;
    };
    for (const Json &item : before) {
        if (!find(after, itemKey(type, item))) {
            edits.push_back({key + u'/' + itemKey(type, item), std::nullopt});
        }
    }
    for (const Json &item : after) {
        const Json *old = find(before, itemKey(type, item));
        if (!old || *old != item) {
            edits.push_back({key + u'/' + itemKey(type, item), item});
        }
    }
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
    for (const std::string &name : keys) {
        const QString key = QString::fromStdString(name);
        const MergeType type = mergeTypeOf(kind, key);
        if (type == MergeType::orderedList || type == MergeType::set) {
            diffItems(type, key, arrayAt(before, name.c_str()), arrayAt(after, name.c_str()), edits);
            continue;
        }
        const Json &old = member(before, name.c_str());
        const Json &now = member(after, name.c_str());
        if (old != now) {
            edits.push_back({key, now.is_null() ? std::nullopt : std::optional(now)});
        }
    }
    return edits;
}

std::optional<Json> fieldValue(Kind kind, const Json &body, const QString &field)
{
    const Path path = pathOf(kind, field);
    if (path.type == MergeType::scalar) {
        const Json &value = member(body, path.key.c_str());
        return value.is_null() ? std::nullopt : std::optional(value);
    }
    for (const Json &item : arrayAt(body, path.key.c_str())) {
        if (itemKey(path.type, item) == path.item) {
            return item;
        }
    }
    return std::nullopt;
}

void setField(Kind kind, Json &body, const FieldEdit &edit)
{
    const Path path = pathOf(kind, edit.field);
    if (path.type == MergeType::scalar) {
        if (edit.value && !edit.value->is_null()) {
            body[path.key] = *edit.value;
        } else {
            body.erase(path.key);
        }
        return;
    }
    Json items = arrayAt(body, path.key.c_str());
    const auto it = std::find_if(items.begin(), items.end(),
                                 [&](const Json &item) { return itemKey(path.type, item) == path.item; });
    if (it != items.end()) {
        items.erase(it);
    }
    if (edit.value) {
        items.push_back(*edit.value);
        sortItems(path.type, items);
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
        const MergeType type = mergeTypeOf(kind, QString::fromStdString(it.key()));
        const bool isList = (type == MergeType::orderedList || type == MergeType::set) && it->is_array();
        if (it->is_null() || (isList && it->empty())) {
            it = body.erase(it);
            continue;
        }
        if (isList && it->size() > 1) {
            sortItems(type, *it);
        }
        ++it;
    }
    return body;
}

} // namespace crema::store
