// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/jsontable.h"

#include "base/ids.h"
#include "base/text.h"
#include "exchange/columncontent.h"
#include "exchange/columns.h"
#include "exchange/contactscsv.h"
#include "exchange/headerspellings.h"
#include "model/contactdocument.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <tuple>

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
    /// Without what lies in the lists of `left`.
    explicit Row(const Json &object, const QVector<const Json *> &left = {}) : m_left(left)
    {
        add(object, object.is_object() ? QString() : u"value"_s, QString(), deepestMember);
    }

    QStringList columns;
    QHash<QString, QString> cells;

private:
    /// `outer` is the container that `name` leaves out.
    void add(const Json &value, const QString &name, const QString &outer, int depth)
    {
        if (m_left.contains(&value)) {
            return;
        }
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

    QVector<const Json *> m_left;
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

/// What the columns of a row tell of a person.
struct Telling
{
    QSet<Field> fields;

    [[nodiscard]] bool isNamed() const { return std::ranges::any_of(fields, isNameField); }
    [[nodiscard]] bool isWritable() const
    {
        return fields.contains(Field::email) || fields.contains(Field::linkedinUrl);
    }
    [[nodiscard]] bool isReached() const { return isWritable() || fields.contains(Field::phone); }
    [[nodiscard]] bool ofPerson() const { return isNamed() || isReached(); }
};

Telling tellingOf(const Row &row)
{
    Telling telling;
    for (const QString &column : row.columns) {
        telling.fields << targetForHeader(column).field;
    }
    telling.fields.remove(Field::other);
    telling.fields.remove(Field::ignored);
    return telling;
}

/// The first value of that field; empty where there is none.
QString valueOf(const Row &row, Field field)
{
    const auto column = std::ranges::find_if(
            row.columns, [field](const QString &name) { return targetForHeader(name).field == field; });
    return column == row.columns.end() ? QString() : row.cells.value(*column);
}

/// The name and an address of somebody, which a firm's offices and an account's identities have not.
bool isSurelyPerson(const Row &row, const Telling &telling)
{
    const bool inParts = telling.fields.contains(Field::firstName)
            && telling.fields.contains(Field::lastName);
    return inParts || (telling.isWritable() && looksLikeFullName(valueOf(row, Field::fullName)));
}

/// A list of objects somewhere in a file.
struct FoundList
{
    const Json *list = nullptr;
    QString key;
    qsizetype fields = 0; ///< how much its members tell of people: a name, an address, a firm. 0 for none
    bool ofPeople = false; ///< most members are surely people

    /// "names", "emailAddresses" and "organizations" of one person, unlike "contacts" and "people".
    [[nodiscard]] bool isOfOne() const
    {
        const Field field = targetForHeader(singular(key)).field;
        return field != Field::other && (field != Field::fullName || key.startsWith("name"_L1));
    }

    /// Whom somebody's record names as theirs.
    [[nodiscard]] bool isOfRelations() const
    {
        static const QSet<QString> words {
                u"reference"_s, u"referee"_s,    u"relative"_s,  u"relation"_s,  u"family"_s,
                u"child"_s,     u"children"_s,   u"kid"_s,       u"sibling"_s,   u"parent"_s,
                u"spouse"_s,    u"partner"_s,    u"dependent"_s, u"assistant"_s, u"manager"_s,
                u"boss"_s,      u"supervisor"_s, u"mentor"_s,    u"mentee"_s,    u"advisor"_s,
                u"adviser"_s,   u"emergency"_s,  u"colleague"_s, u"coworker"_s,  u"report"_s};
        return std::ranges::any_of(wordsOfHeader(singular(key)),
                                   [](const QString &word) { return words.contains(word); });
    }

    /// True where its name says that there are several people, whoever else the file names.
    [[nodiscard]] bool isOfSeveral() const
    {
        static const QSet<QString> words {u"connections"_s, u"records"_s, u"results"_s, u"items"_s,
                                          u"rows"_s,        u"value"_s,   u"data"_s,    u"entries"_s,
                                          u"users"_s,       u"friends"_s, u"persons"_s, u"employees"_s};
        return words.contains(key) || qualifiers().value(singular(key)) == "subject"_L1
                || (targetForHeader(key).field == Field::fullName && !isOfOne());
    }

    /// True where its members do, whatever it is called.
    [[nodiscard]] bool hasPeople() const { return ofPeople && !isOfOne() && !isOfRelations(); }
};

/// Later members may have what the first lacks.
FoundList listOf(const Json &list, const QString &key)
{
    constexpr qsizetype enough = 50;
    QSet<Field> fields;
    qsizetype seen = 0;
    qsizetype people = 0;
    for (auto item = list.begin(); item != list.end() && seen < enough; ++item, ++seen) {
        if (!item->is_object()) {
            continue;
        }
        const Row row(*item);
        if (const Telling telling = tellingOf(row); telling.ofPerson()) {
            fields += telling.fields;
            people += isSurelyPerson(row, telling) ? 1 : 0;
        }
    }
    return {&list, key, fields.size(), people * 2 >= seen};
}

QVector<FoundList> listsIn(const Json &json, const QString &key, int depth)
{
    if (isListOfObjects(json)) {
        return {listOf(json, key)};
    }
    QVector<FoundList> lists;
    if (json.is_object() && depth > 0) {
        for (const auto &[own, member] : json.items()) {
            lists += listsIn(member, QString::fromStdString(own), depth - 1);
        }
    }
    return lists;
}

/// The list whose members tell most of people.
FoundList bestOf(const QVector<FoundList> &lists)
{
    const auto rank = [](const FoundList &found) {
        const bool any = found.fields > 0 && !found.isOfOne();
        return std::tuple {any && (found.isOfSeveral() || found.hasPeople()), any, found.fields};
    };
    const auto best = std::ranges::max_element(lists, {}, rank);
    return best == lists.end() ? FoundList() : *best;
}

/// What the file says beside its lists of people.
Row rowBeside(const Json &json, const QVector<FoundList> &lists, const FoundList &best)
{
    QVector<const Json *> ofPeople;
    for (const FoundList &found : lists) {
        if (found.list == best.list || (found.fields > 0 && !found.isOfOne())) {
            ofPeople << found.list;
        }
    }
    return json.is_object() ? Row(json, ofPeople) : Row(Json::object());
}

/// Whether that tells of one person, by their name and how they are reached; "Mixer 2026" is nobody.
bool isPersonBeside(const Row &beside, const FoundList &best)
{
    const Telling own = tellingOf(beside);
    const QString name = valueOf(beside, Field::fullName);
    const bool isThing = std::ranges::any_of(name, [](QChar c) { return c.isDigit(); });
    return best.isOfOne() ? own.ofPerson()
                          : own.isNamed() && !isThing && (own.isReached() || own.fields.size() > best.fields);
}

/// Whether the people of a list are the file's, and not the team of somebody who is named with their job.
bool isListOfPeople(const FoundList &list, const Row &beside)
{
    return list.isOfSeveral() || (list.hasPeople() && !isJobTitle(valueOf(beside, Field::jobTitle)));
}

/// Whom a file names beside the people that are read; empty where it names nobody.
QString nameBeside(const Row &beside)
{
    if (!tellingOf(beside).isNamed()) {
        return {};
    }
    const QString full = valueOf(beside, Field::fullName);
    const QString parts = valueOf(beside, Field::firstName) + u' ' + valueOf(beside, Field::lastName);
    return full.isEmpty() ? parts.trimmed() : full;
}

bool isPerson(const Json &json)
{
    return json.is_object() && tellingOf(Row(json)).ofPerson();
}

/// An id, an address, the name of that person: the key of somebody, unlike "owner" and "title".
bool isKeyOfPerson(const QString &key, const Json &person)
{
    const bool hasDigit = std::ranges::any_of(key, [](QChar c) { return c.isDigit(); });
    if (!hasLetter(key) || isEmailAddress(key) || (hasDigit && targetForHeader(key).field == Field::other)) {
        return true;
    }
    const Row row(person);
    return std::ranges::any_of(row.columns, [&](const QString &column) {
        return isNameField(targetForHeader(column).field) && containsWords(row.cells.value(column), key);
    });
}

/// The objects of an object, each with its key, and what stands beside them.
struct KeyedPeople
{
    Json list = Json::array();
    Json rest = Json::object();
};

/// {"ann@x.example": {"name": "Ann"}, "bo@x.example": {...}, "total": 2} as a list, with the keys in it;
/// an empty one for other JSON.
KeyedPeople peopleByKey(const Json &json)
{
    KeyedPeople people;
    if (!json.is_object()) {
        return {};
    }
    bool named = false; // "lead": {...} beside "owner": {...} of one record
    size_t keyed = 0;
    for (const auto &[key, value] : json.items()) {
        if (!value.is_object()) {
            people.rest[key] = value;
            continue;
        }
        if (!isPerson(value)) {
            return {};
        }
        const QString name = QString::fromStdString(key);
        keyed += isKeyOfPerson(name, value) ? 1U : 0U;
        named = named || (hasLetter(name) && ownerOf(name) != ColumnOwner::unknown);
        people.list.push_back(value);
        const bool isAddress = isEmailAddress(name) && !value.contains("email");
        people.list.back()[isAddress ? "email" : "key"] = key;
    }
    const bool isRecord = !people.rest.empty() && keyed * 2 <= people.list.size()
            && (named || isPerson(people.rest) || !listsIn(people.rest, {}, deepestList).isEmpty());
    return people.list.size() < 2 || isRecord ? KeyedPeople() : people;
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

/// The names of the lists that tell of people and are not read.
QStringList othersOf(const QVector<FoundList> &lists, const FoundList &read)
{
    QStringList names;
    for (const FoundList &found : lists) {
        if (found.list != read.list && found.fields > 0) {
            names << found.key;
        }
    }
    return names;
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

std::optional<JsonTable> tableOfJson(const Json &json)
{
    if (json.is_array() && !json.empty() && json.front().is_array()) {
        auto table = tableOfLists(json);
        return table ? std::optional(JsonTable {std::move(*table), {}, {}}) : std::nullopt;
    }
    if (isOurs(json)) {
        return std::nullopt;
    }
    if (const KeyedPeople people = peopleByKey(json); !people.list.empty()) {
        return JsonTable {tableOfObjects(people.list), {}, nameBeside(Row(people.rest))};
    }
    const QVector<FoundList> lists = listsIn(json, {}, deepestList);
    const FoundList best = bestOf(lists);
    const Row beside = rowBeside(json, lists, best);
    const bool isOfList = json.is_array() || isListOfPeople(best, beside) || !isPersonBeside(beside, best);
    if (best.list != nullptr && isOfList && (best.fields > 0 || !isPerson(json))) {
        return areOurs(*best.list) ? std::nullopt
                                   : std::optional(JsonTable {tableOfObjects(*best.list),
                                                              othersOf(lists, best), nameBeside(beside)});
    }
    return isPerson(json) || (json.is_object() && !json.empty() && best.list == nullptr)
            ? std::optional(JsonTable {tableOfObjects(Json::array({json})), {}, {}})
            : std::nullopt;
}

} // namespace crema::exchange
