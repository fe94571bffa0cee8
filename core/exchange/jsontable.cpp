// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/jsontable.h"

#include "base/ids.h"
#include "exchange/columns.h"
#include "exchange/contactscsv.h"
#include "model/contactdocument.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

constexpr int deepest = 4; // lists of people lie near the top
constexpr qsizetype mostColumns = 500;

/// Containers that say nothing about what is inside: HubSpot's "properties", Airtable's "fields".
bool isWrapping(const QString &key)
{
    static const QSet<QString> words {u"properties"_s, u"fields"_s, u"attributes"_s, u"data"_s,
                                      u"contact"_s,    u"person"_s, u"profile"_s,    u"record"_s,
                                      u"values"_s,     u"basics"_s};
    return words.contains(key.toLower());
}

bool isNameField(Field field)
{
    return field == Field::firstName || field == Field::lastName || field == Field::middleName
            || field == Field::fullName;
}

/// "emailAddresses" of which this is one.
QString singular(const QString &key)
{
    if (key.endsWith("sses"_L1)) {
        return key.chopped(2);
    }
    return key.endsWith("ies"_L1) ? key.chopped(3) + u'y' : key.endsWith(u's') ? key.chopped(1) : key;
}

QString scalar(const Json &value)
{
    if (value.is_string()) {
        return textOf(value);
    }
    return value.is_null() || value.is_structured() ? QString() : QString::fromUtf8(toBytes(value));
}

/// One object as columns and cells.
class Row final
{
public:
    explicit Row(const Json &object) { add(object, object.is_object() ? QString() : u"value"_s); }

    QStringList columns;
    QHash<QString, QString> cells;

private:
    void add(const Json &value, const QString &name)
    {
        if (value.is_object()) {
            for (const auto &[key, inner] : value.items()) {
                const QString own = QString::fromStdString(key);
                add(inner, isWrapping(own) && inner.is_object() ? name : joined(name, own));
            }
        } else if (value.is_array()) {
            addList(value, name);
        } else if (const QString text = scalar(value); !text.isEmpty() && columns.size() < mostColumns) {
            columns << name;
            cells.insert(name, text);
        }
    }

    void addList(const Json &list, const QString &name)
    {
        const bool plain = std::ranges::none_of(list, [](const Json &item) { return item.is_structured(); });
        if (plain) {
            QStringList texts;
            std::ranges::transform(list, std::back_inserter(texts), scalar);
            add(Json(texts.join(u"; "_s).toStdString()), name);
            return;
        }
        int number = 1;
        for (const Json &item : list) {
            add(item, u"%1 %2"_s.arg(singular(name)).arg(number++));
        }
    }

    /// "name 1 givenName" is a given name wherever it stands, "organization 1 name" a firm.
    static QString joined(const QString &container, const QString &key)
    {
        if (container.isEmpty()) {
            return key;
        }
        const QString both = container + u' ' + key;
        const Field leaf = targetForHeader(key).field;
        const bool ofName = container.startsWith("name"_L1, Qt::CaseInsensitive);
        const bool isName = ofName && isNameField(leaf) && targetForHeader(both).field == Field::other;
        return isName ? key : both;
    }
};

/// What Crema writes: our ids, or nothing but our members.
bool isOurs(const Json &object)
{
    if (!object.is_object()) {
        return false;
    }
    if (isRecordId(textAt(object, "id"))) {
        return true;
    }
    static const QSet<QString> others {u"id"_s,
                                       u"schema"_s,
                                       u"addresses"_s,
                                       u"phones"_s,
                                       u"links"_s,
                                       u"positions"_s,
                                       u"schools"_s,
                                       u"extra"_s,
                                       u"createdAt"_s,
                                       u"sample"_s,
                                       u"runId"_s,
                                       u"sources"_s,
                                       u"notificationsMuted"_s};
    return std::ranges::all_of(object.items(), [](const auto &item) {
        const QString key = QString::fromStdString(item.key());
        return documentFields().contains(key) || others.contains(key);
    });
}

/// One with an id of ours is enough; without any, all of them must look like ours.
bool areOurs(const Json &list)
{
    return std::ranges::any_of(list, [](const Json &item) { return isRecordId(textAt(item, "id")); })
            || std::ranges::all_of(list, [](const Json &item) { return !item.is_object() || isOurs(item); });
}

bool isListOfObjects(const Json &json)
{
    return json.is_array() && std::ranges::any_of(json, [](const Json &item) { return item.is_object(); });
}

/// The list of people inside of an answer; null where there is none.
const Json *listIn(const Json &json, int depth)
{
    if (isListOfObjects(json)) {
        return &json;
    }
    if (!json.is_object() || depth == 0) {
        return nullptr;
    }
    for (const Json &member : json) {
        if (const Json *list = listIn(member, depth - 1)) {
            return list;
        }
    }
    return nullptr;
}

/// {"ann@x.example": {"name": "Ann"}, "bo@x.example": {...}} as a list, with the keys in it; empty for other
/// JSON.
Json peopleByKey(const Json &json)
{
    Json list = Json::array();
    if (!json.is_object() || json.size() < 2
        || !std::ranges::all_of(json, [](const Json &item) { return item.is_object(); })) {
        return list;
    }
    for (const auto &[key, value] : json.items()) {
        Json person = value;
        person["key"] = key;
        list.push_back(std::move(person));
    }
    return list;
}

QByteArray line(const QStringList &cells)
{
    QByteArray text;
    for (const QString &cell : cells) {
        text += (text.isEmpty() ? QByteArray() : QByteArray(",")) + csvCell(cell, CsvStyle::raw);
    }
    return text + '\n';
}

QByteArray tableOfObjects(const Json &list)
{
    QStringList columns;
    QSet<QString> known;
    std::vector<Row> rows;
    for (const Json &object : list) {
        rows.emplace_back(object);
        for (const QString &column : rows.back().columns) {
            if (!known.contains(column) && columns.size() < mostColumns) {
                known.insert(column);
                columns << column;
            }
        }
    }
    QByteArray table = line(columns);
    for (const Row &row : rows) {
        QStringList cells;
        std::ranges::transform(columns, std::back_inserter(cells),
                               [&](const QString &column) { return row.cells.value(column); });
        table += line(cells);
    }
    return table;
}

/// [["Name", "Email"], ["Ann Lee", "ann@x.example"]], as spreadsheets of the web answer.
std::optional<QByteArray> tableOfLists(const Json &json)
{
    QByteArray table;
    for (const Json &row : json) {
        if (!row.is_array()
            || std::ranges::any_of(row, [](const Json &cell) { return cell.is_structured(); })) {
            return std::nullopt;
        }
        QStringList cells;
        std::ranges::transform(row, std::back_inserter(cells), scalar);
        table += line(cells);
    }
    return table;
}

} // namespace

std::optional<QByteArray> tableOfJson(const Json &json)
{
    if (json.is_array() && !json.empty() && json.front().is_array()) {
        return tableOfLists(json);
    }
    if (const Json *list = listIn(json, deepest)) {
        return areOurs(*list) ? std::nullopt : std::optional(tableOfObjects(*list));
    }
    if (const Json people = peopleByKey(json); !people.empty()) {
        return tableOfObjects(people);
    }
    const bool single = json.is_object() && !json.empty() && !isOurs(json);
    return single ? std::optional(tableOfObjects(Json::array({json}))) : std::nullopt;
}

} // namespace crema::exchange
