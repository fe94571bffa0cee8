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
#include <iterator>
#include <tuple>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

constexpr int deepestList = 4; // people lie near the top

bool isListOfObjects(const Json &json)
{
    return json.is_array() && std::ranges::any_of(json, [](const Json &item) { return item.is_object(); });
}

/// Later members may have what the first lacks.
FoundList listOf(const Json &list, const QString &key)
{
    constexpr qsizetype enough = 50;
    QSet<Field> fields;
    qsizetype seen = 0;
    qsizetype people = 0;
    qsizetype possible = 0;
    for (auto item = list.begin(); item != list.end() && seen < enough; ++item, ++seen) {
        if (!item->is_object()) {
            continue;
        }
        const JsonRow row(*item);
        if (const Telling telling = tellingOf(row); telling.ofPerson()) {
            fields += telling.fields;
            people += isSurelyPerson(row, telling) ? 1 : 0;
            possible += mayBePerson(row, telling) ? 1 : 0;
        }
    }
    return {&list, key, fields.size(), people * 2 >= seen, possible * 2 >= seen, {}};
}

/// An id, an address, the name of that person: the key of somebody, unlike "owner" and "title".
bool isKeyOfPerson(const QString &key, const Json &person)
{
    const bool hasDigit = std::ranges::any_of(key, [](QChar c) { return c.isDigit(); });
    if (!hasLetter(key) || isEmailAddress(key) || (hasDigit && targetForHeader(key).field == Field::other)) {
        return true;
    }
    const JsonRow row(person);
    return std::ranges::any_of(row.columns, [&](const QString &column) {
        return isNameField(targetForHeader(column).field) && containsWords(row.cells.value(column), key);
    });
}

/// "Ann Lee" of {"Ann Lee": {"email": ...}}, unlike "Work account".
bool isNameOfPerson(const QString &key, const Json &person)
{
    const QStringList words = wordsOfHeader(key);
    const bool isOfPoint = std::ranges::any_of(words, [](const QString &word) {
        return qualifiers().contains(word) || targetForHeader(word).field != Field::other;
    });
    return looksLikeFullName(key) && !isOfPoint && !isFirm(key) && !tellingOf(JsonRow(person)).isNamed();
}

/// {"ann@x.example": {"name": "Ann"}, "bo@x.example": {...}, "total": 2} as a list, with the keys in it;
/// an empty one for other JSON.
Json peopleByKey(const Json &json)
{
    Json people = Json::array();
    if (!json.is_object()
        || std::ranges::count_if(json, [](const Json &value) { return value.is_object(); }) < 2) {
        return people;
    }
    Json rest = Json::object();
    bool named = false; // "lead": {...} beside "owner": {...} of one record
    size_t keyed = 0;
    for (const auto &[key, value] : json.items()) {
        if (!value.is_object()) {
            rest[key] = value;
            continue;
        }
        const QString name = QString::fromStdString(key);
        if (isWrapping(name) || !isPerson(value) || !peopleByKey(value).empty()) {
            return Json::array();
        }
        const bool isName = isNameOfPerson(name, value);
        keyed += isName || isKeyOfPerson(name, value) ? 1U : 0U;
        named = named || (hasLetter(name) && ownerOf(name) != ColumnOwner::unknown);
        people.push_back(value);
        const bool isAddress = isEmailAddress(name) && !value.contains("email");
        people.back()[isAddress ? "email" : isName ? "name" : "key"] = key;
    }
    const bool isRecord = !rest.empty() && keyed * 2 <= people.size()
            && (named || isPerson(rest) || !listsIn(rest).isEmpty());
    return isRecord ? Json::array() : people;
}

/// Inside of a file such an object may be of one person, too: their addresses, their accounts.
std::optional<FoundList> keyedListOf(const Json &json, const QString &key)
{
    Json people = peopleByKey(json);
    if (people.empty()) {
        return std::nullopt;
    }
    FoundList found = listOf(people, key);
    const bool areCalled = found.isCalledPeople() && !isWrapping(key)
            && std::ranges::all_of(people, [](const Json &one) { return tellingOf(JsonRow(one)).isNamed(); });
    if (!key.isEmpty() && !areCalled && !found.mayBePeople) {
        return std::nullopt;
    }
    found.list = &json;
    found.keyed = std::move(people);
    return found;
}

QVector<FoundList> listsBelow(const Json &json, const QString &key, int depth)
{
    if (isListOfObjects(json)) {
        return {listOf(json, key)};
    }
    if (auto keyed = keyedListOf(json, key)) {
        return {std::move(*keyed)};
    }
    QVector<FoundList> lists;
    if (json.is_object() && depth > 0) {
        for (const auto &[own, member] : json.items()) {
            lists += listsBelow(member, QString::fromStdString(own), depth - 1);
        }
    }
    return lists;
}

} // namespace

bool FoundList::isOfOne() const
{
    const Field field = targetForHeader(singular(key)).field;
    return field != Field::other && (field != Field::fullName || key.startsWith("name"_L1));
}

bool FoundList::isOfRelations() const
{
    static const QSet<QString> words = wordSet(
            u"reference referee relative relation family child children kid sibling parent spouse partner "
            u"dependent assistant manager boss supervisor mentor mentee advisor adviser emergency colleague "
            u"coworker report");
    return std::ranges::any_of(wordsOfHeader(singular(key)),
                               [](const QString &word) { return words.contains(word); });
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

QVector<FoundList> listsIn(const Json &json)
{
    return listsBelow(json, {}, deepestList);
}

FoundList bestOf(const QVector<FoundList> &lists)
{
    const auto rank = [](const FoundList &found) {
        const bool any = found.fields > 0 && !found.isOfOne();
        return std::tuple {any && (found.isOfSeveral() || found.hasPeople()), any, found.fields};
    };
    const auto best = std::ranges::max_element(lists, {}, rank);
    return best == lists.end() ? FoundList() : *best;
}

} // namespace crema::exchange
