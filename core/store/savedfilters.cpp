// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/savedfilters.h"

#include "base/text.h"
#include "store/readerrows.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

constexpr auto owner = "contacts"; ///< no record has an id this short
constexpr auto prefix = "saved_filter/";

struct ListField
{
    const char *key;
    QStringList PeopleFilter::*list;
};
constexpr ListField listFields[] = {{"statuses", &PeopleFilter::statuses},
                                    {"companies", &PeopleFilter::companies},
                                    {"schools", &PeopleFilter::schools},
                                    {"tags", &PeopleFilter::tags},
                                    {"runs", &PeopleFilter::runs}};
struct SwitchField
{
    const char *key;
    bool PeopleFilter::*flag;
};
constexpr SwitchField switchFields[] = {{"due", &PeopleFilter::due},
                                        {"unreadReply", &PeopleFilter::unreadReply},
                                        {"withoutEmail", &PeopleFilter::withoutEmail}};

QString valueOf(const PeopleFilter &filter)
{
    Json json = Json::object();
    putText(json, "text", filter.text);
    for (const auto &[key, list] : listFields) {
        if (!(filter.*list).isEmpty()) {
            json[key] = jsonTexts(filter.*list);
        }
    }
    for (const auto &[key, flag] : switchFields) {
        if (filter.*flag) {
            json[key] = true;
        }
    }
    if (filter.sample != PeopleFilter::Sample::any) {
        json["sample"] = filter.sample == PeopleFilter::Sample::only ? "only" : "hide";
    }
    return QString::fromUtf8(toBytes(json));
}

PeopleFilter filterFrom(const Json &json)
{
    PeopleFilter filter;
    filter.text = textAt(json, "text");
    for (const auto &[key, list] : listFields) {
        filter.*list = textsAt(json, key);
    }
    for (const auto &[key, flag] : switchFields) {
        filter.*flag = boolAt(json, key);
    }
    const QString sample = textAt(json, "sample");
    filter.sample = sample == "only"_L1 ? PeopleFilter::Sample::only
            : sample == "hide"_L1       ? PeopleFilter::Sample::hide
                                        : PeopleFilter::Sample::any;
    return filter;
}

Fact factOf(const QString &name, const QString &value)
{
    return {QString::fromLatin1(owner), QLatin1StringView(prefix) + name, value};
}

} // namespace

Result<QVector<SavedFilter>> savedFilters(const Reader &reader)
{
    Statement statement(
            reader.connection(),
            "SELECT name, value FROM fact f WHERE record_id=?1 AND name>=?2 AND name<?3 AND "
            "seq=(SELECT max(seq) FROM fact g WHERE g.record_id=f.record_id AND g.name=f.name) AND "
            "value<>''");
    const QString first = QString::fromLatin1(prefix); // '0' stands behind its last letter, the slash
    statement.bind(1, QString::fromLatin1(owner)).bind(2, first).bind(3, first.chopped(1) + u'0');
    auto saved = collect<SavedFilter>(statement, [&first](const Statement &row) {
        const auto json = parseJson(row.view(1));
        return SavedFilter {row.text(0).sliced(first.size()), json ? filterFrom(*json) : PeopleFilter {}};
    });
    if (saved) {
        std::ranges::sort(*saved, {},
                          [](const SavedFilter &one) { return std::pair(fold(one.name), one.name); });
    }
    return saved;
}

Operation keepingFilter(const SavedFilter &saved)
{
    Operation operation;
    operation.facts = {factOf(saved.name, valueOf(saved.filter))};
    return operation;
}

Operation forgettingFilter(const QString &name)
{
    Operation operation;
    operation.facts = {factOf(name, {})};
    return operation;
}

Operation renamingFilter(const SavedFilter &saved, const QString &name)
{
    Operation operation;
    if (name != saved.name) {
        operation.facts = {factOf(saved.name, {}), factOf(name, valueOf(saved.filter))};
    }
    return operation;
}

Operation exchangingFilters(const QVector<SavedFilter> &from, const QVector<SavedFilter> &to)
{
    Operation operation;
    for (const SavedFilter &saved : from) {
        if (std::ranges::find(to, saved.name, &SavedFilter::name) == to.end()) {
            operation.facts.push_back(factOf(saved.name, {}));
        }
    }
    for (const SavedFilter &saved : to) {
        if (!from.contains(saved)) {
            operation.facts.push_back(factOf(saved.name, valueOf(saved.filter)));
        }
    }
    return operation;
}

} // namespace crema::store
