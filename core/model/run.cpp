// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/run.h"

#include "model/extrafields.h"

#include <QCoreApplication>

namespace crema {

namespace {

constexpr std::array textFields {
        BodyText<Run> {"provider", &Run::provider},
        BodyText<Run> {"notes", &Run::notes},
        BodyText<Run> {"createdAt", &Run::createdAt},
};
constexpr std::array otherFields {"criteria", "widened", "people", "cost"};

Json sourcesJson(const QMap<QString, Source> &sources)
{
    Json json = Json::object();
    for (const auto &[field, source] : sources.asKeyValueRange()) {
        json[field.toStdString()] = toJson(source);
    }
    return json;
}

} // namespace

int FoundPerson::points() const
{
    int sum = 0;
    for (const Reason &reason : reasons) {
        sum += reason.points;
    }
    return sum;
}

Json toJson(const Criteria &criteria)
{
    Json json {{"limit", criteria.limit},
               {"includeSample", criteria.includeSample},
               {"includeKnown", criteria.includeKnown}};
    putText(json, "title", criteria.title);
    putText(json, "company", criteria.company);
    putText(json, "location", criteria.location);
    putText(json, "school", criteria.school);
    return json;
}

Criteria criteriaFrom(const Json &json)
{
    Criteria criteria;
    criteria.title = textAt(json, "title");
    criteria.company = textAt(json, "company");
    criteria.location = textAt(json, "location");
    criteria.school = textAt(json, "school");
    criteria.limit = static_cast<int>(intAt(json, "limit", criteria.limit));
    criteria.includeSample = boolAt(json, "includeSample", true);
    criteria.includeKnown = boolAt(json, "includeKnown");
    return criteria;
}

Json toJson(const FoundPerson &found)
{
    Json reasons = Json::array();
    for (const Reason &reason : found.reasons) {
        reasons.push_back({{"kind", reason.kind}, {"text", reason.text}, {"points", reason.points}});
    }
    Json json {{"id", found.person.id}, {"person", toBody(found.person)}, {"reasons", std::move(reasons)}};
    putText(json, "contactId", found.contactId);
    if (!found.person.sources.isEmpty()) {
        json["sources"] = sourcesJson(found.person.sources);
    }
    return json;
}

FoundPerson foundPersonFrom(const Json &json)
{
    FoundPerson found;
    found.person = contactFrom(textAt(json, "id"), member(json, "person"));
    for (const Json &reason : arrayAt(json, "reasons")) {
        found.reasons << Reason {textAt(reason, "kind"), textAt(reason, "text"),
                                 static_cast<int>(intAt(reason, "points"))};
    }
    found.contactId = textAt(json, "contactId");
    const Json &sources = member(json, "sources");
    if (sources.is_object()) {
        for (const auto &[field, source] : sources.items()) {
            found.person.sources.insert(QString::fromStdString(field), sourceFrom(source));
        }
    }
    return found;
}

Json toBody(const Run &run)
{
    Json body = writeTexts(run, textFields);
    Json people = Json::array();
    for (const FoundPerson &found : run.people) {
        people.push_back(toJson(found));
    }
    body["criteria"] = toJson(run.criteria);
    body["people"] = std::move(people);
    body["cost"] = run.cost;
    if (!run.widened.isEmpty()) {
        body["widened"] = jsonTexts(run.widened);
    }
    return body;
}

Run runFrom(const QString &id, const Json &body)
{
    Run run;
    run.id = id;
    readTexts(run, textFields, body);
    run.criteria = criteriaFrom(member(body, "criteria"));
    run.widened = textsAt(body, "widened");
    run.cost = static_cast<int>(intAt(body, "cost"));
    for (const Json &found : arrayAt(body, "people")) {
        run.people << foundPersonFrom(found);
    }
    readExtra(run, textFields, otherFields, body);
    return run;
}

QString criteriaInWords(const Criteria &criteria)
{
    const auto tr = [](const char *words) { return QCoreApplication::translate("criteria", words); };
    QString words = criteria.title.isEmpty() ? tr("Anyone") : criteria.title;
    if (!criteria.company.isEmpty()) {
        words = tr("%1 at %2").arg(words, criteria.company);
    }
    if (!criteria.location.isEmpty()) {
        words = tr("%1, %2").arg(words, criteria.location);
    }
    if (!criteria.school.isEmpty()) {
        words = tr("%1, studied at %2").arg(words, criteria.school);
    }
    return words;
}

} // namespace crema
