// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/jsontable.h"

#include "base/ids.h"
#include "base/text.h"
#include "base/wordset.h"
#include "contacts/identity.h"
#include "exchange/columncontent.h"
#include "exchange/columns.h"
#include "exchange/contactscsv.h"
#include "exchange/jsonlists.h"
#include "exchange/jsonrow.h"
#include "model/contactdocument.h"

#include <QSet>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::exchange {

namespace {

/// A record of ours, also with members that a later Crema knows.
bool isRecordOfOurs(const Json &object)
{
    return object.is_object() && isRecordId(textAt(object, "id")) && object.contains("status")
            && object.contains("createdAt");
}

/// The same, or nothing but members of ours.
bool isOurs(const Json &object)
{
    if (!object.is_object() || object.empty()) {
        return false;
    }
    if (isRecordOfOurs(object)) {
        return true;
    }
    static const QSet<QString> others = wordSet(u"id schema addresses phones links positions schools extra "
                                                u"createdAt sample runId sources notificationsMuted");
    return std::ranges::all_of(object.items(), [](const auto &item) {
        const QString key = QString::fromStdString(item.key());
        return documentFields().contains(key) || others.contains(key);
    });
}

bool areOurs(const Json &list)
{
    return std::ranges::all_of(list, [](const Json &item) { return !item.is_object() || isOurs(item); });
}

/// What the file says beside such lists.
template <typename Test>
JsonRow rowWithout(const Json &json, const QVector<FoundList> &lists, Test test)
{
    if (!json.is_object()) {
        return JsonRow(Json::object());
    }
    QSet<const Json *> left;
    for (const FoundList &found : lists) {
        if (!test(found)) {
            continue;
        }
        if (!found.keyed) {
            left << found.list;
            continue;
        }
        for (const Json &member : *found.list) { // what else stands among them is of the file
            if (member.is_object()) {
                left << &member;
            }
        }
    }
    return JsonRow(json, left);
}

/// Whether that tells of one person, by their name and how they are reached; "Mixer 2026" is nobody.
bool isPersonBeside(const JsonRow &beside, const FoundList &best)
{
    const Telling own = tellingOf(beside);
    const QString name = beside.valueOf(Field::fullName);
    const bool isThing = std::ranges::any_of(name, [](QChar c) { return c.isDigit(); });
    return best.isOfOne() ? own.ofPerson()
                          : own.isNamed() && !isThing && (own.isReached() || own.fields.size() > best.fields);
}

/// "Chess Club".
bool isGroup(const QString &name)
{
    static const QSet<QString> words = wordSet(
            u"club team list contacts class alumni association society committee chapter network community "
            u"office department event conference mixer council league foundation institute academy "
            u"university college school newsletter verein klub gruppe liste kontakte equipo equipe");
    return std::ranges::any_of(foldedWords(name), [](const QString &word) { return words.contains(word); });
}

/// "Goldman Sachs" with its general address.
bool isFirmAt(const QString &name, const QString &address)
{
    const QString mailbox = fold(address.section(u'@', 0, 0));
    const bool isBorne = std::ranges::any_of(foldedWords(name),
                                             [&](const QString &word) { return mailbox.contains(word); });
    return isFirm(name) || contacts::isSharedMailbox(address) || (isFirmOfAddress(name, address) && !isBorne);
}

/// Whether somebody is named there as well, who is one more person of the file.
bool isOneMore(const JsonRow &beside)
{
    const Telling telling = tellingOf(beside);
    if (telling.fields.contains(Field::firstName) || isJobTitle(beside.valueOf(Field::jobTitle))) {
        return isSurelyPerson(beside, telling);
    }
    const QString name = beside.valueOf(Field::fullName);
    const bool isEmployed = telling.fields.contains(Field::company)
            || telling.fields.contains(Field::jobTitle);
    return isSurelyPerson(beside, telling) && !isGroup(name)
            && (isEmployed || !isFirmAt(name, beside.valueOf(Field::email)));
}

/// Whom the file names beside its people: by name, or else by an address.
QString nameBeside(const JsonRow &beside)
{
    if (tellingOf(beside).isNamed()) {
        return beside.name();
    }
    const auto address = std::ranges::find_if(beside.columns, [&](const QString &column) {
        return isEmailAddress(beside.cells.value(column));
    });
    return address == beside.columns.end() ? QString() : beside.cells.value(*address);
}

/// Whether the people of a list are the file's, and neither the team of somebody who is named with their job
/// nor the accounts and entries of one person.
bool isListOfPeople(const FoundList &list, const JsonRow &beside)
{
    if (list.isOfSeveral()) {
        return list.isCalledPeople() || list.mayBePeople || !isOneMore(beside);
    }
    return list.hasPeople() && !isJobTitle(beside.valueOf(Field::jobTitle));
}

/// Whether a list inside of a file is to be read as our own export is: its records, or what another program
/// wrote in our words where we look for it.
bool isReadAsOurs(const Json &json, const FoundList &list, bool isAlone)
{
    const Json &members = list.members();
    const bool atOurs = isAlone && list.list == &arrayAt(json, "contacts");
    return std::ranges::all_of(members, isRecordOfOurs) || (atOurs && areOurs(members));
}

QByteArray tableOfRows(const std::vector<JsonRow> &rows)
{
    QStringList columns;
    QSet<QString> known;
    for (const JsonRow &row : rows) {
        for (const QString &column : row.columns) {
            if (!known.contains(column)) {
                known.insert(column);
                columns << column;
            }
        }
    }
    QByteArray table = csvRow(columns, CsvStyle::raw);
    for (const JsonRow &row : rows) {
        QStringList cells;
        std::ranges::transform(columns, std::back_inserter(cells),
                               [&](const QString &column) { return row.cells.value(column); });
        table += csvRow(cells, CsvStyle::raw);
    }
    return table;
}

/// The people of a file: those of a list, and whoever is named beside it.
JsonTable tableOfList(const Json &json, const QVector<FoundList> &lists, const FoundList &read,
                      const JsonRow &beside)
{
    const bool isOurExport = isReadAsOurs(json, read, !isOneMore(beside));
    const bool oneMore = !isOurExport && isOneMore(beside);
    const auto isLeft = [&](const FoundList &found) { // the rest is of the one beside
        return found.fields > 0 && (!oneMore || found.isCalledPeople() || found.hasPeople());
    };
    JsonTable table;
    for (const FoundList &found : lists) {
        if (found.list != read.list && isLeft(found)) {
            table.unread << found.key;
        }
    }
    if (!oneMore) {
        table.beside = nameBeside(beside);
    }
    if (isOurExport) {
        table.ours = read.members();
        return table;
    }
    std::vector<JsonRow> rows;
    for (const Json &object : read.members()) {
        rows.emplace_back(object);
    }
    if (oneMore) { // last, for the first of the list is row 1
        rows.push_back(rowWithout(json, lists, [&](const FoundList &found) {
            return found.list == read.list || isLeft(found);
        }));
    }
    table.csv = tableOfRows(rows);
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
        std::ranges::transform(row, std::back_inserter(cells), scalarText);
        table += csvRow(cells, CsvStyle::raw);
    }
    return table;
}

} // namespace

std::optional<JsonTable> tableOfJson(const Json &json)
{
    if (json.is_array() && !json.empty() && json.front().is_array()) {
        auto table = tableOfLists(json);
        return table ? std::optional(JsonTable {std::move(*table), {}, {}, {}}) : std::nullopt;
    }
    if (isOurs(json) || (json.is_array() && areOurs(json))) {
        return std::nullopt;
    }
    const QVector<FoundList> lists = listsIn(json);
    const FoundList best = bestOf(lists);
    const JsonRow beside = rowWithout(json, lists, [&](const FoundList &found) {
        return found.list == best.list || (found.fields > 0 && !found.isOfOne());
    });
    const bool isOfList = best.list == &json || isListOfPeople(best, beside) || !isPersonBeside(beside, best);
    if (best.list != nullptr && isOfList && (best.fields > 0 || !isPerson(json))) {
        return tableOfList(json, lists, best, beside);
    }
    return isPerson(json) || (json.is_object() && !json.empty() && best.list == nullptr)
            ? std::optional(JsonTable {tableOfRows({JsonRow(json)}), {}, {}, {}})
            : std::nullopt;
}

} // namespace crema::exchange
