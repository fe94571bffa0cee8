// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/jsontable.h"

#include "base/ids.h"
#include "base/text.h"
#include "base/wordset.h"
#include "exchange/columncontent.h"
#include "exchange/columns.h"
#include "exchange/contactscsv.h"
#include "exchange/jsonlists.h"
#include "exchange/jsonrow.h"
#include "exchange/jsontexts.h"
#include "model/contactdocument.h"

#include <QCoreApplication>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <functional>
#include <span>
#include <tuple>
#include <utility>

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

/// Where such lists stand in the file.
template <typename Test>
QSet<const Json *> placesOf(const QVector<FoundList> &lists, Test test)
{
    QSet<const Json *> left;
    for (const FoundList &found : lists) {
        if (!test(found)) {
            continue;
        }
        if (found.list->is_array()) {
            left << found.list;
            continue;
        }
        for (const Json &member : *found.list) { // what else stands among them is of the file
            if (member.is_object()) {
                left << &member;
            }
        }
    }
    return left;
}

/// Whether what the file says beside its lists tells of one person, by their name and how they are reached;
/// "Mixer 2026" is nobody.
bool isPersonBeside(const JsonRow &beside, const FoundList &best)
{
    const Telling own = tellingOf(beside);
    const QString name = beside.valueOf(Field::fullName);
    const bool isThing = std::ranges::any_of(name, [](QChar c) { return c.isDigit(); });
    return best.isOfOne() ? own.ofPerson()
                          : own.isNamed() && !isThing && (own.isReached() || own.fields.size() > best.fields);
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
        return isEmailAddress(beside.cells.value(column)) || beside.ofOthers.contains(column);
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

/// All columns, or, where there are too many, those that mean something to us and that most rows have.
QStringList columnsOf(const std::vector<JsonRow> &rows)
{
    QStringList columns;
    QHash<QString, qsizetype> counts;
    for (const JsonRow &row : rows) {
        for (const QString &column : row.columns) {
            if (++counts[column] == 1) {
                columns << column;
            }
        }
    }
    if (columns.size() <= mostColumns) {
        return columns;
    }
    std::vector<std::tuple<bool, qsizetype, qsizetype>> ranks;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        ranks.emplace_back(fieldOf(columns[i]) != Field::other, counts.value(columns[i]), -i);
    }
    std::ranges::sort(ranks, std::ranges::greater());
    QSet<QString> kept;
    for (const auto &rank : std::span(ranks).first(mostColumns)) {
        kept << columns[-std::get<2>(rank)];
    }
    kept << moreColumn();
    columns.removeIf([&](const QString &column) { return !kept.contains(column); });
    return columns;
}

/// Puts what has no column of its own with the rest. How many columns there were of it.
qsizetype shareColumn(std::vector<JsonRow> &rows, const QStringList &columns)
{
    const QSet<QString> own(columns.begin(), columns.end());
    QSet<QString> shared;
    for (JsonRow &row : rows) {
        for (const QString &column : std::as_const(row.columns)) {
            if (!own.contains(column)) {
                const QString text = row.cells.take(column);
                addMore(row.cells[moreColumn()], column, text);
                shared << column;
            }
        }
    }
    return shared.size();
}

JsonTable tableOfRows(std::vector<JsonRow> rows)
{
    JsonTable table;
    table.hasNames = true;
    QStringList columns = columnsOf(rows);
    table.sharing = shareColumn(rows, columns);
    if (table.sharing > 0 && !columns.contains(moreColumn())) {
        columns << moreColumn();
    }
    table.aside << moreColumn();
    table.csv = csvRow(columns, CsvStyle::raw);
    for (const JsonRow &row : rows) {
        QStringList cells;
        std::ranges::transform(columns, std::back_inserter(cells),
                               [&](const QString &column) { return row.cells.value(column); });
        table.csv += csvRow(cells, CsvStyle::raw);
        table.aside += row.ofOthers + row.ofFirms;
        table.sharing = std::max(table.sharing, row.sharing);
        table.ofOthers += row.ofOthers;
    }
    return table;
}

/// The rows of some lists. Where they are several, each says in which one it stands.
std::vector<JsonRow> rowsOf(const QVector<const FoundList *> &lists, const std::stop_token &stop)
{
    const QString where = u"In list"_s;
    std::vector<JsonRow> rows;
    for (const FoundList *list : lists) {
        for (const Json &object : list->members()) {
            if (stop.stop_requested()) {
                return {};
            }
            JsonRow &row = rows.emplace_back(object);
            if (lists.size() > 1 && !list->key.isEmpty() && !row.cells.contains(where)) {
                row.columns << where;
                row.cells.insert(where, list->key);
            }
        }
    }
    return rows;
}

/// The best list and those that surely are of people as well.
QVector<const FoundList *> readOf(const QVector<FoundList> &lists, const FoundList &best)
{
    QVector<const FoundList *> read {&best};
    for (const FoundList &found : lists) {
        if (&found != &best && found.hasPeople() && !found.ofFirms && !found.ofGroups) {
            read << &found;
        }
    }
    return read;
}

/// The people of a file: those of its lists, and whoever is named beside them.
JsonTable tableOfList(const Json &json, const QVector<FoundList> &lists, const FoundList &best,
                      const JsonRow &beside, const std::stop_token &stop)
{
    const bool isOurExport = isReadAsOurs(json, best, !isOneMore(beside));
    const bool oneMore = !isOurExport && isOneMore(beside);
    const auto read = isOurExport ? QVector {&best} : readOf(lists, best);
    const auto isLeft = [&](const FoundList &found) { // the rest is of the one beside
        return found.fields > 0 && (!oneMore || found.isCalledPeople() || found.hasPeople());
    };
    JsonTable table;
    if (isOurExport) {
        table.ours = best.members();
    } else {
        std::vector<JsonRow> rows = rowsOf(read, stop);
        if (oneMore) { // last, for the first of the list is row 1
            const auto isElsewhere = [&](const FoundList &found) {
                return read.contains(&found) || isLeft(found);
            };
            rows.emplace_back(json, placesOf(lists, isElsewhere));
        }
        table = tableOfRows(std::move(rows));
    }
    for (const FoundList &found : lists) {
        if (!read.contains(&found) && isLeft(found)) {
            table.unread << (found.key.isEmpty() ? u"[]"_s : found.key);
        }
    }
    if (!oneMore) {
        table.beside = nameBeside(beside);
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
        std::ranges::transform(row, std::back_inserter(cells), scalarText);
        table += csvRow(cells, CsvStyle::raw);
    }
    return table;
}

QString translated(const char *text)
{
    return QCoreApplication::translate("import", text);
}

QString firstOf(const QSet<QString> &columns)
{
    constexpr qsizetype most = 10;
    QStringList names(columns.begin(), columns.end());
    names.sort();
    const QString end = names.size() > most ? u", …"_s : QString();
    return names.first(std::min(most, names.size())).join(u", "_s) + end;
}

} // namespace

std::optional<JsonTable> tableOfJson(const Json &json, const std::stop_token &stop)
{
    const bool isOfLists = json.is_array() && !json.empty() && json.front().is_array();
    auto lines = isOfLists ? tableOfLists(json) : tableOfTexts(json);
    if (lines) {
        JsonTable table;
        table.csv = std::move(*lines);
        return table;
    }
    if (isOurs(json) || (json.is_array() && !isOfLists && areOurs(json))) {
        return std::nullopt;
    }
    const QVector<FoundList> lists = listsIn(json, stop);
    const qsizetype at = bestOf(lists);
    const FoundList none;
    const FoundList &best = at < 0 ? none : lists[at];
    const auto places = placesOf(lists, [&](const FoundList &found) {
        return &found == &best || (found.fields > 0 && !found.isOfOne());
    });
    const Json nothing = Json::object();
    const JsonRow beside = JsonRow::forTelling(json.is_object() ? json : nothing, places); // not of a copy
    const bool isOfList = best.list == &json || isListOfPeople(best, beside) || !isPersonBeside(beside, best);
    if (best.list != nullptr && isOfList && (best.fields > 0 || !isPerson(json))) {
        return tableOfList(json, lists, best, beside, stop);
    }
    return isPerson(json) || (json.is_object() && !json.empty() && best.list == nullptr)
            ? std::optional(tableOfRows({JsonRow(json)}))
            : std::nullopt;
}

void tellWhatIsLeft(ReadPeople &read, const JsonTable &table)
{
    if (!table.beside.isEmpty()) {
        read.warnings.prepend(
                {1,
                 translated(
                         QT_TRANSLATE_NOOP("import",
                                           "the people in the file's list were read, not \"%1\" beside it"))
                         .arg(table.beside)});
    }
    if (!table.unread.isEmpty()) {
        read.warnings.prepend(
                {1,
                 translated(QT_TRANSLATE_NOOP("import", "other lists of the file were not read: %1"))
                         .arg(table.unread.join(u", "_s))});
    }
    if (!table.ofOthers.isEmpty()) {
        read.warnings.prepend({1,
                               translated(QT_TRANSLATE_NOOP("import",
                                                            "people whom the file names in the records of "
                                                            "others were kept there as extra fields: %1"))
                                       .arg(firstOf(table.ofOthers))});
    }
    if (table.sharing > 0) {
        read.warnings.prepend(
                {1,
                 translated(QT_TRANSLATE_NOOP("import",
                                              "the people of the file have more different fields than can "
                                              "be kept one by one; %1 of them were put into the extra field "
                                              "\"%2\""))
                         .arg(table.sharing)
                         .arg(moreColumn())});
    }
}

} // namespace crema::exchange
