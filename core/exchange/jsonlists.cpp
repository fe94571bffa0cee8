// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/jsonlists.h"

#include "base/text.h"
#include "base/wordset.h"
#include "exchange/columncontent.h"
#include "exchange/columns.h"
#include "exchange/headerspellings.h"
#include "exchange/jsonrow.h"
#include "model/contactdocument.h"

#include <QSet>

#include <algorithm>
#include <functional>
#include <iterator>
#include <tuple>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

constexpr int deepestList = 6; // people lie near the top
constexpr qsizetype enough = 50; // members to look at; later ones may have what the first lacks
constexpr qsizetype longestKey = 200;

bool isListOfObjects(const Json &json)
{
    return json.is_array() && std::ranges::any_of(json, [](const Json &item) { return item.is_object(); });
}

FoundList listOf(const Json &list, const QString &key)
{
    FoundList found {.list = &list, .key = key, .gathered = {}};
    QSet<Field> fields;
    qsizetype seen = 0;
    qsizetype people = 0;
    qsizetype possible = 0;
    qsizetype firms = 0;
    for (auto item = list.begin(); item != list.end() && seen < enough; ++item, ++seen) {
        if (!item->is_object()) {
            continue;
        }
        const JsonRow row = JsonRow::forTelling(*item);
        if (const Telling telling = tellingOf(row); telling.ofPerson()) {
            fields += telling.fields;
            people += isSurelyPerson(row, telling) ? 1 : 0;
            possible += mayBePerson(row, telling) ? 1 : 0;
            firms += isFirmAt(row.name(), row.valueOf(Field::email)) ? 1 : 0;
        }
    }
    found.fields = fields.size();
    found.ofPeople = people * 2 >= seen;
    found.mayBePeople = possible * 2 >= seen;
    found.ofFirms = firms * 2 >= seen;
    return found;
}

FoundList listOfGathered(const Json &json, const QString &key, Json people)
{
    FoundList found = listOf(people, key);
    found.list = &json;
    found.gathered = std::move(people);
    return found;
}

/// What the lists in most members of a list are called: "staff" of [{"name": "Sales", "staff": [...]}].
QStringList keysOfLists(const Json &groups)
{
    constexpr qsizetype most = 10;
    QHash<QString, qsizetype> counts;
    QStringList keys;
    qsizetype seen = 0;
    for (auto group = groups.begin(); group != groups.end() && seen < enough; ++group, ++seen) {
        for (auto member = group->begin(); group->is_object() && member != group->end(); ++member) {
            const QString name = QString::fromStdString(member.key());
            if (isListOfObjects(*member) && ++counts[name] == 1) {
                keys << name;
            }
        }
    }
    keys.removeIf([&](const QString &key) { return counts.value(key) * 2 < seen; });
    return keys.size() <= most ? keys : QStringList();
}

/// What each member of a group gets to know of it: "department name".
Json wordsOfGroup(const Json &group, const QString &key)
{
    constexpr size_t longest = 80;
    constexpr size_t most = 3;
    Json words = Json::object();
    for (const auto &[own, value] : group.items()) {
        const bool isShort = !value.is_structured() && !value.is_null() && utf8Of(value).size() <= longest;
        if (isShort && words.size() < most && !isPointField(fieldOf(QString::fromStdString(own)))) {
            words[(key.isEmpty() ? "group" : singular(key).toStdString()) + ' ' + own] = value;
        }
    }
    return words;
}

/// The people of all groups in one list.
Json membersOfGroups(const Json &groups, const QString &key, const QString &own)
{
    const std::string ownKey = own.toStdString();
    Json members = Json::array();
    for (const Json &group : groups) {
        const Json &list = arrayAt(group, ownKey.c_str());
        const Json words = list.empty() ? Json() : wordsOfGroup(group, key);
        for (const Json &member : list) {
            members.push_back(member);
            if (member.is_object() && !member.empty()) {
                members.back().insert(words.begin(), words.end()); // what the member says itself stays
            }
        }
    }
    return members;
}

/// Whether groups say more than their people are given.
bool sayMore(const Json &groups, const QString &key, const QStringList &read)
{
    return std::ranges::any_of(groups, [&](const Json &group) {
        const size_t given = group.is_object() ? wordsOfGroup(group, key).size() : 0;
        const auto isElsewhere = [&](const auto &member) {
            return member.value().is_null() || read.contains(QString::fromStdString(member.key()));
        };
        const auto said = std::ranges::count_if(group.items(), std::not_fn(isElsewhere));
        return !group.is_object() || static_cast<size_t>(said) > given;
    });
}

/// Whether most groups may be people rather: "Ann Lee", unlike "Sales Team" and what is in "companies" and
/// "departments".
bool mayBePeople(const FoundList &groups)
{
    const Field field = fieldOf(singular(groups.key));
    if (field == Field::company || field == Field::college || isGroup(singular(groups.key))) {
        return false;
    }
    const auto isPersonsName = [](const Json &group) {
        const QString name = JsonRow::atTop(group).name();
        return looksLikeFullName(name) && !isFirm(name) && !isGroup(name);
    };
    return (groups.mayBePeople && !groups.ofFirms)
            || std::ranges::count_if(*groups.list, isPersonsName) * 2
            > static_cast<qsizetype>(groups.list->size());
}

bool areMembers(const FoundList &found)
{
    static const QSet<QString> words = wordSet(u"staff students speakers players users");
    const bool arePeople = found.ofPeople
            || (found.fields > 0 && (words.contains(found.key) || found.isCalledPeople()));
    return arePeople && !found.ofFirms && !found.isOfOne() && !found.isOfRelations();
}

/// The people of a list whose members are groups of people; none for a list of people who know others.
QVector<FoundList> peopleOfGroups(const Json &json, const QString &key)
{
    const QStringList keys = keysOfLists(json);
    FoundList groups = keys.isEmpty() ? FoundList() : listOf(json, key);
    if (keys.isEmpty() || mayBePeople(groups)) {
        return {};
    }
    QVector<FoundList> lists;
    QStringList read;
    for (const QString &own : keys) {
        FoundList found = listOfGathered(json, own, membersOfGroups(json, key, own));
        if (areMembers(found)) {
            lists << std::move(found);
            read << own;
        }
    }
    if (!lists.isEmpty() && sayMore(json, key, read)) {
        groups.ofGroups = true;
        lists << std::move(groups);
    }
    return lists;
}

/// An id, an address, the name of that person: the key of somebody, unlike "owner" and "title".
bool isKeyOfPerson(const QString &key, const JsonRow &person)
{
    const bool hasDigit = std::ranges::any_of(key, [](QChar c) { return c.isDigit(); });
    if (!hasLetter(key) || isEmailAddress(key) || (hasDigit && targetForHeader(key).field == Field::other)) {
        return true;
    }
    return std::ranges::any_of(person.columns, [&](const QString &column) {
        return isNameField(fieldOf(column)) && containsWords(person.cells.value(column), key);
    });
}

/// "Ann Lee" of {"Ann Lee": {"email": ...}}, unlike "Work account".
bool isNameOfPerson(const QString &key, const JsonRow &person)
{
    return looksLikeFullName(key) && !isNameOfPoint(key) && !isFirm(key) && !tellingOf(person).isNamed();
}

/// True for {"ann@x.example": {"name": "Ann"}, "bo@x.example": {...}, "total": 2}.
bool arePeopleByKey(const Json &json, int depth, const std::stop_token &stop)
{
    if (!json.is_object() || depth == 0
        || std::ranges::count_if(json, [](const Json &value) { return value.is_object(); }) < 2) {
        return false;
    }
    QSet<const Json *> people;
    bool named = false; // "lead": {...} beside "owner": {...} of one record
    qsizetype keyed = 0;
    for (const auto &[key, value] : json.items()) {
        if (!value.is_object()) {
            continue;
        }
        const QString name = QString::fromStdString(key).left(longestKey);
        if (stop.stop_requested() || isWrapping(name)) {
            return false;
        }
        const JsonRow person = JsonRow::forTelling(value);
        if (!tellingOf(person).ofPerson()) {
            return false;
        }
        keyed += isNameOfPerson(name, person) || isKeyOfPerson(name, person) ? 1 : 0;
        named = named || (hasLetter(name) && ownerOf(name) != ColumnOwner::unknown);
        people << &value;
    }
    const bool isAllOfKeys = static_cast<size_t>(people.size()) == json.size() || keyed * 2 > people.size();
    const bool isRecord = !isAllOfKeys
            && (named || std::ranges::any_of(json, isListOfObjects)
                || tellingOf(JsonRow::forTelling(json, people)).ofPerson());
    return !isRecord && std::ranges::none_of(people, [&](const Json *person) {
        return arePeopleByKey(*person, depth - 1, stop);
    });
}

/// Such people as a list, with the keys in it.
Json listByKey(const Json &json)
{
    Json people = Json::array();
    for (const auto &[key, value] : json.items()) {
        if (!value.is_object()) {
            continue;
        }
        const QString name = QString::fromStdString(key);
        const bool isAddress = isEmailAddress(name) && !value.contains("email");
        const bool isName = !isAddress && isNameOfPerson(name, JsonRow::forTelling(value));
        people.push_back(value);
        people.back()[isAddress ? "email" : isName ? "name" : "key"] = key;
    }
    return people;
}

/// Inside of a file such an object may be of one person, too: their addresses, their accounts.
std::optional<FoundList> keyedListOf(const Json &json, const QString &key, const std::stop_token &stop)
{
    if (!arePeopleByKey(json, deepestList, stop)) {
        return std::nullopt;
    }
    FoundList found = listOfGathered(json, key, listByKey(json));
    const auto isNamed = [](const Json &one) { return tellingOf(JsonRow::forTelling(one)).isNamed(); };
    const bool arePeople = key.isEmpty() || found.mayBePeople
            || (found.isCalledPeople() && !isWrapping(key) && std::ranges::all_of(found.members(), isNamed));
    return arePeople ? std::optional(std::move(found)) : std::nullopt;
}

/// [[{"name": "Ann Lee"}], [{"name": "Bo Roe"}]]
std::optional<FoundList> listOfListsOf(const Json &json, const QString &key)
{
    if (!json.is_array() || !std::ranges::all_of(json, isListOfObjects)) {
        return std::nullopt;
    }
    Json members = Json::array();
    for (const Json &list : json) {
        members.insert(members.end(), list.begin(), list.end());
    }
    return listOfGathered(json, key, std::move(members));
}

QVector<FoundList> listsBelow(const Json &json, const QString &key, int depth, const std::stop_token &stop)
{
    if (stop.stop_requested()) {
        return {};
    }
    if (isListOfObjects(json)) {
        QVector<FoundList> groups = peopleOfGroups(json, key);
        return groups.isEmpty() ? QVector<FoundList> {listOf(json, key)} : groups;
    }
    if (auto lists = json.empty() ? std::nullopt : listOfListsOf(json, key)) {
        return {std::move(*lists)};
    }
    if (auto keyed = keyedListOf(json, key, stop)) {
        return {std::move(*keyed)};
    }
    QVector<FoundList> lists;
    if (json.is_object() && depth > 0) {
        for (const auto &[own, member] : json.items()) {
            lists += listsBelow(member, QString::fromStdString(own).left(longestKey), depth - 1, stop);
        }
    }
    return lists;
}

} // namespace

bool isGroup(const QString &name)
{
    static const QSet<QString> words = wordSet(
            u"club team list contacts class alumni association society committee chapter network community "
            u"office department event conference mixer council league foundation institute academy "
            u"university college school newsletter verein klub gruppe liste kontakte equipo equipe");
    return std::ranges::any_of(foldedWords(name), [](const QString &word) { return words.contains(word); });
}

bool FoundList::isOfOne() const
{
    const Field field = fieldOf(singular(key));
    return field != Field::other && (field != Field::fullName || key.startsWith("name"_L1));
}

bool FoundList::isOfRelations() const
{
    return exchange::isOfRelations(key);
}

bool FoundList::isCalledPeople() const
{
    static const QSet<QString> words = wordSet(u"connections friends persons employees");
    return words.contains(key) || qualifiers().value(singular(key)) == "subject"_L1
            || (targetForHeader(key).field == Field::fullName && !isOfOne());
}

bool FoundList::isOfSeveral() const
{
    static const QSet<QString> words = wordSet(u"records results items rows value data entries users");
    return words.contains(key) || isCalledPeople();
}

QVector<FoundList> listsIn(const Json &json, const std::stop_token &stop)
{
    return listsBelow(json, {}, deepestList, stop);
}

qsizetype bestOf(const QVector<FoundList> &lists)
{
    const auto rank = [](const FoundList &found) {
        const bool any = found.fields > 0 && !found.isOfOne() && !found.ofGroups;
        return std::tuple {any && (found.isOfSeveral() || found.hasPeople()), any, found.fields};
    };
    const auto best = std::ranges::max_element(lists, {}, rank);
    return best == lists.end() ? -1 : best - lists.begin();
}

} // namespace crema::exchange
