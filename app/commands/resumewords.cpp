// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/resumewords.h"

#include "commands/commandparts.h"
#include "model/modelreading.h"

#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::app {

namespace {

Json shownJson(const ShownFact &fact, const QString &key, bool isFromModel)
{
    Json json {{"key", key}, {"field", fact.field}, {"text", fact.text}, {"corrected", fact.corrected}};
    if (!fact.read.text.isEmpty()) {
        json["read"] = {{"text", fact.read.text}, {"line", fact.read.line}};
    }
    if (isFromModel) {
        json["byModel"] = true;
    }
    return json;
}

/// Each fact with the key by which a command names it.
QVector<std::pair<QString, ShownFact>> keyedFacts(const Resume &resume)
{
    QVector<std::pair<QString, ShownFact>> keyed;
    QMap<QString, int> numbers;
    for (const ShownFact &fact : shownFacts(resume)) {
        const bool inList = factLists().contains(fact.field);
        keyed << std::pair(inList ? u"%1:%2"_s.arg(fact.field).arg(++numbers[fact.field]) : fact.field, fact);
    }
    return keyed;
}

QString fromWords(const ShownFact &fact, bool isFromModel)
{
    if (fact.corrected) {
        const QString read = fact.read.text.isEmpty() ? QString() : u"; read: %1"_s.arg(fact.read.text);
        return (fact.text.isEmpty() ? u"removed by you"_s : u"corrected by you"_s) + read;
    }
    return fact.read.line == 0
            ? QString()
            : u"line %1%2"_s.arg(fact.read.line).arg(isFromModel ? u", by a model"_s : QString());
}

/// "year" is what the answers call it.
QString fieldKey(const QString &key)
{
    return key == "year"_L1 ? u"graduationYear"_s : key;
}

std::unexpected<Error> noSuchFact(const QString &key)
{
    return failure(
            ErrorKind::rejectedInput,
            u"There is no fact \"%1\" in this resume. The facts are %2, and by number, as \"resume "
            u"show\" has them, companies:1 and experience:1; companies+ and experience+ add one."_s.arg(
                    key, factFields().join(u", "_s)));
}

} // namespace

Json textsJson(const QVector<ResumeLine> &lines)
{
    Json json = Json::array();
    for (const ResumeLine &line : lines) {
        json.push_back(line.text);
    }
    return json;
}

Reply resumeReply(const Resume &resume)
{
    const ResumeFacts &facts = resume.facts;
    Reply reply;
    reply.json = {{"id", resume.id},
                  {"fileName", resume.fileName},
                  {"label", resume.label},
                  {"isDefault", resume.isDefault},
                  {"textOrigin", textOriginName(resume.textOrigin)},
                  {"name", facts.name.text},
                  {"university", facts.university.text},
                  {"degree", facts.degree.text},
                  {"major", facts.major.text},
                  {"year", facts.graduationYear.text},
                  {"hometown", facts.hometown.text},
                  {"email", facts.email.text},
                  {"phone", facts.phone.text},
                  {"linkedinUrl", facts.linkedinUrl.text},
                  {"companies", textsJson(facts.companies)},
                  {"experience", toJson(facts.experience)},
                  {"facts", toJson(facts)},
                  {"shown", Json::array()},
                  {"text", resume.text}};
    QVector<QStringList> table;
    const ModelReading model = modelReadingOf(resume);
    for (const auto &[key, fact] : keyedFacts(resume)) {
        if (!fact.text.isEmpty() || fact.corrected) {
            const bool byModel = isFromModel(model, fact);
            reply.json["shown"].push_back(shownJson(fact, key, byModel));
            table << QStringList {key, fact.text, fromWords(fact, byModel)};
        }
    }
    if (table.isEmpty()) {
        reply.notes << u"No facts were recognised in it; the text was kept."_s;
    } else {
        reply.text = tableText({u"FACT"_s, u"READ AS"_s, u"FROM"_s}, table);
    }
    if (resume.textOrigin == TextOrigin::recognised) {
        reply.notes << u"Read by text recognition; please check."_s;
    }
    return reply;
}

Reply resumeListReply(const QVector<Resume> &resumes, const QString &defaultId)
{
    Reply reply;
    reply.json = {{"resumes", Json::array()}};
    QVector<QStringList> table;
    for (const Resume &resume : resumes) {
        const bool isDefault = resume.id == defaultId;
        reply.json["resumes"].push_back({{"id", resume.id},
                                         {"fileName", resume.fileName},
                                         {"label", resume.label},
                                         {"mediaType", resume.mediaType},
                                         {"textOrigin", textOriginName(resume.textOrigin)},
                                         {"corrections", resume.corrections.size()},
                                         {"isDefault", isDefault},
                                         {"createdAt", resume.createdAt}});
        table << QStringList {shortId(resume.id), resume.name(), isDefault ? u"default"_s : QString(),
                              resume.createdAt};
    }
    reply.text = tableText({u"ID"_s, u"NAME"_s, u"USED"_s, u"READ"_s}, table);
    return reply;
}

Result<QVector<flows::FactChange>> factChanges(const Resume &resume,
                                               const QVector<std::pair<QString, QString>> &values,
                                               const QStringList &resets)
{
    if (values.isEmpty() && resets.isEmpty()) {
        return failure(ErrorKind::rejectedInput, u"Say what is right (KEY=VALUE) or what to reset."_s);
    }
    const auto keyed = keyedFacts(resume);
    QVector<flows::FactChange> changes;
    for (const auto &[given, value] : values) {
        const QString key = fieldKey(given);
        if (key.endsWith(u'+') && factLists().contains(key.chopped(1))) {
            changes << flows::FactChange {ShownFact {key.chopped(1), {}, {}, false}, value};
            continue;
        }
        const auto fact = std::ranges::find(keyed, key, &std::pair<QString, ShownFact>::first);
        if (fact == keyed.end()) {
            return noSuchFact(given);
        }
        changes << flows::FactChange {fact->second, value};
    }
    for (const QString &given : resets) {
        const QString key = fieldKey(given);
        const qsizetype before = changes.size();
        for (const auto &[name, fact] : keyed) {
            const bool named = key == "all"_L1 || key == name || key == fact.field;
            if (named) {
                changes << flows::FactChange {fact, std::nullopt};
            }
        }
        if (changes.size() == before) {
            return noSuchFact(given);
        }
    }
    return changes;
}

} // namespace crema::app
