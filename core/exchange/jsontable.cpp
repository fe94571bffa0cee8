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

constexpr int deepestList = 4; // people lie near the top
constexpr int deepestMember = 6; // what lies deeper is kept as it is written
constexpr qsizetype mostColumns = 1000; // further members share one column

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

bool isPointField(Field field)
{
    return field == Field::email || field == Field::linkedinUrl || field == Field::phone;
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
    return value.is_null() ? QString() : QString::fromUtf8(toBytes(value));
}

/// One object as columns and cells.
class Row final
{
public:
    explicit Row(const Json &object)
    {
        add(object, object.is_object() ? QString() : u"value"_s, QString(), deepestMember);
    }

    QStringList columns;
    QHash<QString, QString> cells;

private:
    /// `outer` is the container that `name` leaves out.
    void add(const Json &value, const QString &name, const QString &outer, int depth)
    {
        if (depth == 0 || !value.is_structured()) {
            put(name, outer, scalar(value));
        } else if (value.is_object()) {
            for (const auto &[key, inner] : value.items()) {
                const QString own = QString::fromStdString(key);
                const bool wraps = isWrapping(own) && inner.is_object();
                add(inner, wraps ? name : joined(name, own), wraps ? own : outer, depth - 1);
            }
        } else if (std::ranges::none_of(value, [](const Json &item) { return item.is_structured(); })) {
            QStringList texts;
            std::ranges::transform(value, std::back_inserter(texts), scalar);
            texts.removeAll(QString());
            put(name, outer, texts.join(u"; "_s));
        } else {
            int number = 1;
            for (const Json &item : value) {
                add(item, u"%1 %2"_s.arg(singular(name)).arg(number++), outer, depth - 1);
            }
        }
    }

    void put(QString name, const QString &outer, const QString &text)
    {
        if (text.isEmpty()) {
            return;
        }
        if (cells.contains(name)) { // "email" beside "profile": {"email"}
            name = outer + u' ' + name;
        }
        if (cells.contains(name) || columns.size() >= mostColumns) {
            QString &more = cells[u"More"_s];
            more += (more.isEmpty() ? QString() : u"\n"_s) + name + u": "_s + text;
            name = u"More"_s;
        } else {
            cells.insert(name, text);
        }
        if (!columns.contains(name)) {
            columns << name;
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

/// Nothing but members of ours, or a record of ours with members that a later Crema knows.
bool isOurs(const Json &object)
{
    if (!object.is_object() || object.empty()) {
        return false;
    }
    if (isRecordId(textAt(object, "id")) && object.contains("status") && object.contains("createdAt")) {
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

bool areOurs(const Json &list)
{
    return std::ranges::all_of(list, [](const Json &item) { return !item.is_object() || isOurs(item); });
}

bool isListOfObjects(const Json &json)
{
    return json.is_array() && std::ranges::any_of(json, [](const Json &item) { return item.is_object(); });
}

/// How much the columns of an object tell of a person: a name, an address, a firm. 0 for none.
int personFields(const Json &object)
{
    QSet<Field> fields;
    const Row row(object);
    for (const QString &column : row.columns) {
        fields << targetForHeader(column).field;
    }
    const bool named = std::ranges::any_of(fields, isNameField);
    const bool reached = std::ranges::any_of(fields, isPointField);
    fields.remove(Field::other);
    fields.remove(Field::ignored);
    return named || reached ? static_cast<int>(fields.size()) : 0;
}

struct FoundList
{
    const Json *list = nullptr;
    int fields = 0; ///< of its first object
};

/// The list inside of an answer whose members tell most of people.
FoundList listIn(const Json &json, int depth)
{
    FoundList best;
    if (isListOfObjects(json)) {
        const auto first = std::ranges::find_if(json, [](const Json &item) { return item.is_object(); });
        return {&json, personFields(*first)};
    }
    if (!json.is_object() || depth == 0) {
        return best;
    }
    for (const Json &member : json) {
        const FoundList found = listIn(member, depth - 1);
        if (found.list != nullptr && (best.list == nullptr || found.fields > best.fields)) {
            best = found;
        }
    }
    return best;
}

/// {"ann@x.example": {"name": "Ann"}, "bo@x.example": {...}} as a list, with the keys in it; empty for other
/// JSON.
Json peopleByKey(const Json &json)
{
    Json list = Json::array();
    const auto isPerson = [](const Json &item) { return item.is_object() && personFields(item) > 0; };
    if (!json.is_object() || json.size() < 2 || !std::ranges::all_of(json, isPerson)) {
        return list;
    }
    for (const auto &[key, value] : json.items()) {
        Json person = value;
        person["key"] = key;
        list.push_back(std::move(person));
    }
    return list;
}

QByteArray tableOfObjects(const Json &list)
{
    QStringList columns;
    QSet<QString> known;
    std::vector<Row> rows;
    for (const Json &object : list) {
        rows.emplace_back(object);
        for (const QString &column : rows.back().columns) {
            if (!known.contains(column)) {
                known.insert(column);
                columns << column;
            }
        }
    }
    QByteArray table = csvRow(columns, CsvStyle::raw);
    for (const Row &row : rows) {
        QStringList cells;
        std::ranges::transform(columns, std::back_inserter(cells),
                               [&](const QString &column) { return row.cells.value(column); });
        table += csvRow(cells, CsvStyle::raw);
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
        table += csvRow(cells, CsvStyle::raw);
    }
    return table;
}

} // namespace

std::optional<QByteArray> tableOfJson(const Json &json)
{
    if (json.is_array() && !json.empty() && json.front().is_array()) {
        return tableOfLists(json);
    }
    if (isOurs(json)) {
        return std::nullopt;
    }
    if (const Json people = peopleByKey(json); !people.empty()) {
        return tableOfObjects(people);
    }
    const FoundList found = listIn(json, deepestList);
    const int own = json.is_object() ? personFields(json) : 0;
    if (found.list != nullptr && found.fields >= own) {
        return areOurs(*found.list) ? std::nullopt : std::optional(tableOfObjects(*found.list));
    }
    return own > 0 || (json.is_object() && !json.empty() && found.list == nullptr)
            ? std::optional(tableOfObjects(Json::array({json})))
            : std::nullopt;
}

} // namespace crema::exchange
