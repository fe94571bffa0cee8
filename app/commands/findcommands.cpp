// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/commandparts.h"
#include "flows/contactflow.h"
#include "flows/findflow.h"
#include "flows/runflow.h"

using namespace Qt::StringLiterals;

namespace crema::app {

namespace {

Json foundJson(const FoundPerson &found)
{
    Json json = toDocument(found.person);
    Json reasons = Json::array();
    for (const Reason &reason : found.reasons) {
        reasons.push_back({{"kind", reason.kind}, {"text", reason.text}, {"points", reason.points}});
    }
    json["reasons"] = std::move(reasons);
    json["points"] = found.points();
    putText(json, "contactId", found.contactId);
    return json;
}

QString placeOf(const Contact &person)
{
    if (!person.location.isEmpty()) {
        return person.location;
    }
    QStringList parts {person.city, person.state};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

Reply runReply(const Run &run)
{
    Reply reply;
    reply.json = {{"runId", run.id},
                  {"provider", run.provider},
                  {"criteria", toJson(run.criteria)},
                  {"widened", jsonTexts(run.widened)},
                  {"cost", run.cost},
                  {"createdAt", run.createdAt},
                  {"contacts", Json::array()}};
    QVector<QStringList> table;
    for (const FoundPerson &found : run.people) {
        reply.json["contacts"].push_back(foundJson(found));
        QStringList reasons;
        for (const Reason &reason : found.reasons) {
            reasons << reason.text;
        }
        table << QStringList {found.person.name(),
                              found.person.jobTitle(),
                              found.person.company(),
                              placeOf(found.person),
                              found.person.sample ? u"sample"_s : QString(),
                              reasons.join(u"; "_s)};
    }
    reply.text = tableText({u"NAME"_s, u"TITLE"_s, u"COMPANY"_s, u"PLACE"_s, QString(), u"WHY"_s}, table);
    reply.notes << u"run %1: %2 people"_s.arg(run.id).arg(run.people.size());
    for (const QString &widened : run.widened) {
        reply.notes << u"widened: "_s + widened;
    }
    if (run.cost > 0) {
        reply.notes << u"charged %1 credits"_s.arg(run.cost);
    }
    putText(reply.json, "notes", run.notes);
    putText(reply.json, "jobId", textAt(run.extra, "jobId"));
    return reply;
}

/// How many people when the user does not say: ten, or what the plan allows in a paid search.
Result<int> usualLimit(const CommandContext &context, const Arguments &arguments)
{
    if (arguments.value(u"--provider"_s) != "pdl"_L1) {
        return Criteria().limit;
    }
    const auto plan = ledger::readPlan(context.reader);
    return plan ? Result<int>(context.deployment.limitsOf(*plan).peoplePerPaidRun)
                : std::unexpected(plan.error());
}

Result<Criteria> criteriaOf(const CommandContext &context, const Arguments &arguments)
{
    Criteria criteria;
    const auto usual = usualLimit(context, arguments);
    if (!usual) {
        return std::unexpected(usual.error());
    }
    criteria.title = arguments.value(u"--title"_s);
    criteria.company = arguments.value(u"--company"_s);
    criteria.location = arguments.value(u"--location"_s);
    criteria.school = arguments.value(u"--school"_s);
    criteria.includeSample = !arguments.has(u"--no-sample"_s);
    const auto limit = arguments.number(u"--limit"_s, *usual, 1, context.deployment.limits.localRunPeople);
    if (!limit) {
        return std::unexpected(limit.error());
    }
    criteria.limit = *limit;
    return criteria;
}

Task<Result<Reply>> find(CommandContext *context, Arguments arguments)
{
    const auto criteria = criteriaOf(*context, arguments);
    if (!criteria) {
        co_return std::unexpected(criteria.error());
    }
    const QString provider = arguments.has(u"--provider"_s) ? arguments.value(u"--provider"_s) : u"local"_s;
    const auto run = co_await flows::findPeople(context->services, *criteria, provider, context->stop);
    if (!run) {
        co_return std::unexpected(run.error());
    }
    Reply reply = runReply(*run);
    if (arguments.has(u"--save"_s)) {
        const QStringList everyone;
        const auto saved = co_await flows::savePeople(context->services, run->id, everyone);
        if (!saved) {
            co_return std::unexpected(saved.error());
        }
        for (Json &contact : reply.json["contacts"]) {
            putText(contact, "contactId", saved->contactIds.value(textAt(contact, "id")));
        }
        reply.json["saved"] = saved->created;
        reply.notes << u"%1 saved to contacts, %2 were there"_s.arg(saved->created).arg(saved->known);
    }
    if (const auto added = addBalance(*context, reply.json); !added) {
        co_return std::unexpected(added.error());
    }
    co_return reply;
}

Task<Result<Reply>> listRuns(CommandContext *context, Arguments)
{
    const auto runs = context->reader.runs();
    if (!runs) {
        co_return std::unexpected(runs.error());
    }
    Reply reply;
    reply.json = {{"runs", Json::array()}};
    QVector<QStringList> table;
    for (const Run &run : *runs) {
        reply.json["runs"].push_back({{"runId", run.id},
                                      {"provider", run.provider},
                                      {"criteria", toJson(run.criteria)},
                                      {"people", run.people.size()},
                                      {"cost", run.cost},
                                      {"createdAt", run.createdAt}});
        table << QStringList {shortId(run.id), run.createdAt, criteriaInWords(run.criteria),
                              QString::number(run.people.size())};
    }
    reply.text = tableText({u"ID"_s, u"WHEN"_s, u"WHAT"_s, u"PEOPLE"_s}, table);
    co_return reply;
}

/// What is new against the same search before.
Result<> addComparison(const CommandContext &context, const Run &run, Reply &reply)
{
    const auto compared = flows::comparedWithEarlier(context.reader, run);
    if (!compared) {
        return std::unexpected(compared.error());
    }
    if (*compared) {
        reply.json["earlierRunId"] = (*compared)->earlierRunId;
        reply.json["new"] = jsonTexts((*compared)->newPeople);
        reply.json["gone"] = jsonTexts((*compared)->gonePeople);
        reply.notes << u"%1 new, %2 gone since the same search of %3"_s.arg((*compared)->newPeople.size())
                               .arg((*compared)->gonePeople.size())
                               .arg((*compared)->earlierAt);
    }
    return {};
}

Task<Result<Reply>> showRun(CommandContext *context, Arguments arguments)
{
    const auto id = idOf(*context, Kind::run, arguments.word(0));
    if (!id) {
        co_return std::unexpected(id.error());
    }
    const auto run = context->reader.run(*id);
    if (!run) {
        co_return std::unexpected(run.error());
    }
    Reply reply = runReply(*run);
    if (const auto compared = addComparison(*context, *run, reply); !compared) {
        co_return std::unexpected(compared.error());
    }
    co_return reply;
}

Task<Result<Reply>> repeatRun(CommandContext *context, Arguments arguments)
{
    const auto id = idOf(*context, Kind::run, arguments.word(0));
    const auto run = id ? context->reader.run(*id) : std::unexpected(id.error());
    if (!run) {
        co_return std::unexpected(run.error());
    }
    auto finding = flows::findPeople(context->services, run->criteria, run->provider, context->stop, true);
    const auto again = co_await finding;
    if (!again) {
        co_return std::unexpected(again.error());
    }
    Reply reply = runReply(*again);
    const auto compared = addComparison(*context, *again, reply);
    const auto balanced = addBalance(*context, reply.json);
    if (!compared || !balanced) {
        co_return std::unexpected(compared ? balanced.error() : compared.error());
    }
    co_return reply;
}

Task<Result<Reply>> noteRun(CommandContext *context, Arguments arguments)
{
    const auto id = idOf(*context, Kind::run, arguments.word(0));
    if (!id) {
        co_return std::unexpected(id.error());
    }
    const QString notes = arguments.words().mid(1).join(" "_L1);
    const auto noted = co_await flows::setRunNotes(context->services, *id, notes);
    if (!noted) {
        co_return std::unexpected(noted.error());
    }
    Reply reply;
    reply.json = {{"runId", *id}, {"operationId", noted->operationId}};
    reply.text = u"noted"_s;
    co_return reply;
}

Task<Result<Reply>> deleteRuns(CommandContext *context, Arguments arguments)
{
    const auto ids = idsOf(*context, Kind::run, arguments.words());
    if (!ids) {
        co_return std::unexpected(ids.error());
    }
    const auto change = co_await flows::trashRecords(context->services, Kind::run, *ids);
    if (!change) {
        co_return std::unexpected(change.error());
    }
    Reply reply;
    reply.json = {{"deleted", jsonTexts(*ids)}, {"operationId", change->operationId}};
    reply.text = u"deleted "_s + ids->join(u' ');
    co_return reply;
}

Task<Result<Reply>> suggest(CommandContext *context, Arguments arguments)
{
    const auto limit = arguments.number(u"--limit"_s, 10, 1, 100);
    if (!limit) {
        co_return std::unexpected(limit.error());
    }
    const auto found = co_await flows::suggestFrom(context->workspace.databasePath(), &context->knowledge,
                                                   arguments.word(0), arguments.word(1), *limit,
                                                   context->stop);
    if (!found) {
        co_return std::unexpected(found.error());
    }
    Reply reply;
    reply.json = {{"suggestions", Json::array()}};
    for (const flows::Suggestion &suggestion : *found) {
        reply.json["suggestions"].push_back({{"text", suggestion.text}, {"count", suggestion.count}});
        reply.text += suggestion.text + u'\n';
    }
    co_return reply;
}

Task<Result<Reply>> title(CommandContext *context, Arguments arguments)
{
    const QString given = arguments.words().join(" "_L1);
    const auto help = co_await flows::titleHelp(context->services, given, context->stop);
    if (!help) {
        co_return std::unexpected(help.error());
    }
    Reply reply;
    reply.json = {{"title", help->title},
                  {"similar", jsonTexts(help->similar)},
                  {"near", jsonTexts(help->near)},
                  {"levels", jsonTexts(help->levels)},
                  {"skills", jsonTexts(help->skills)},
                  {"fromVendor", help->fromVendor}};
    putText(reply.json, "cleaned", help->cleaned);
    putText(reply.json, "role", help->role);
    putText(reply.json, "subRole", help->subRole);
    for (const QString &same : help->similar) {
        reply.text += same + u'\n';
    }
    for (const QString &near : help->near) {
        reply.text += near + u" (near)\n"_s;
    }
    if (help->similar.isEmpty() && help->near.isEmpty()) {
        reply.notes << u"no other names of \"%1\" are known"_s.arg(help->title);
    }
    if (!help->note.isEmpty()) {
        reply.notes << help->note;
    }
    co_return reply;
}

Task<Result<Reply>> suggestVendor(CommandContext *context, Arguments arguments)
{
    const auto limit = arguments.number(u"--limit"_s, 10, 1, 100);
    if (!limit) {
        co_return std::unexpected(limit.error());
    }
    auto suggesting = flows::suggestWithVendor(context->services, arguments.word(0), arguments.word(1),
                                               *limit, context->stop);
    const auto found = co_await suggesting;
    if (!found) {
        co_return std::unexpected(found.error());
    }
    Reply reply;
    reply.json = {{"suggestions", Json::array()}};
    for (const QString &text : *found) {
        reply.json["suggestions"].push_back({{"text", text}});
        reply.text += text + u'\n';
    }
    co_return reply;
}

} // namespace

QVector<Command> findCommands()
{
    return {
            {u"find"_s,
             u"[--title T] [--company C] [--location L] [--school S] [--limit N] [--provider local|pdl] [--no-sample] [--save]"_s,
             u"finds people: in contacts and the sample directory, or with People Data Labs"_s,
             Needs::writing, 2, find},
            {u"runs list"_s, u""_s, u"earlier searches"_s, Needs::reading, 2, listRuns},
            {u"runs repeat"_s, u"ID"_s, u"the same search again, compared with the one before"_s,
             Needs::writing, 2, repeatRun},
            {u"runs note"_s, u"ID [TEXT...]"_s, u"your own words on a search; without any, takes them away"_s,
             Needs::writing, 2, noteRun},
            {u"runs show"_s, u"ID"_s, u"one search and its people"_s, Needs::reading, 2, showRun},
            {u"runs delete"_s, u"ID..."_s, u"moves searches to the trash"_s, Needs::writing, 2, deleteRuns},
            {u"suggest"_s, u"KIND TEXT [--limit N]"_s,
             u"completions: job_title company location school skill industry role sub_role"_s, Needs::reading,
             2, suggest},
            {u"suggest vendor"_s, u"KIND TEXT [--limit N]"_s,
             u"the same, asking People Data Labs too when a key is there"_s, Needs::writing, 2,
             suggestVendor},
            {u"title"_s, u"TEXT..."_s, u"other names of a job, jobs beside it, and its role"_s,
             Needs::writing, 2, title},
    };
}

} // namespace crema::app
