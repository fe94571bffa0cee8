// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/commandparts.h"
#include "flows/historyflow.h"
#include "store/recordevents.h"

using namespace Qt::StringLiterals;

namespace crema::app {

namespace {

Json conflictsJson(const std::vector<store::UndoConflict> &conflicts)
{
    Json json = Json::array();
    for (const store::UndoConflict &conflict : conflicts) {
        json.push_back({{"kind", kindName(conflict.kind)}, {"id", conflict.id}, {"field", conflict.field}});
    }
    return json;
}

void addConflicts(Reply &reply, const std::vector<store::UndoConflict> &conflicts)
{
    for (const store::UndoConflict &conflict : conflicts) {
        reply.notes << u"left as it is, because it changed since: %1 %2 %3"_s.arg(
                kindName(conflict.kind), conflict.id, conflict.field);
        reply.exitCode = exitcode::someFailed;
    }
}

store::BulkProgress progressOf(const CommandContext &context, const QString &stage)
{
    if (!context.progress) {
        return {};
    }
    return [report = context.progress, stage](int done, int total) { report(stage, done, total); };
}

Task<Result<Reply>> step(CommandContext *context, Arguments arguments, bool undo)
{
    bool ok = true;
    const int count = arguments.words().isEmpty() ? 1 : arguments.word(0).toInt(&ok);
    if (!ok || count < 1) {
        co_return failure(ErrorKind::rejectedInput,
                          u"\"%1\" is not a number of steps."_s.arg(arguments.word(0)));
    }
    const auto progress = progressOf(*context, undo ? u"undo"_s : u"redo"_s);
    Reply reply;
    reply.json = {{"operations", Json::array()}};
    const auto stopped = [&](int taken) { // what was taken stays
        reply.notes << u"Stopped after %1 of %2 steps."_s.arg(taken).arg(count);
        reply.exitCode = exitcode::cancelled;
    };
    for (int i = 0; i < count; ++i) {
        if (i > 0 && context->stop.stop_requested()) {
            stopped(i);
            break;
        }
        auto &store = context->services->store;
        auto stepping = undo ? store.undo(progress, context->stop) : store.redo(progress, context->stop);
        const auto outcome = co_await stepping;
        if (!outcome) {
            if (i > 0 && outcome.error().kind == ErrorKind::notFound) {
                reply.notes << outcome.error().text;
                break;
            }
            if (i > 0 && outcome.error().kind == ErrorKind::cancelled) {
                stopped(i);
                break;
            }
            co_return std::unexpected(outcome.error());
        }
        const Json one {{"operationId", outcome->operationId},
                        {"label", outcome->label},
                        {"conflicts", conflictsJson(outcome->conflicts)}};
        reply.json["operations"].push_back(one);
        reply.json["operationId"] = outcome->operationId;
        reply.json["label"] = outcome->label;
        reply.text += (undo ? u"undone: "_s : u"redone: "_s) + outcome->label + u'\n';
        addConflicts(reply, outcome->conflicts);
    }
    co_return reply;
}

Task<Result<Reply>> undo(CommandContext *context, Arguments arguments)
{
    return step(context, std::move(arguments), true);
}

Task<Result<Reply>> redo(CommandContext *context, Arguments arguments)
{
    return step(context, std::move(arguments), false);
}

Task<Result<Reply>> history(CommandContext *context, Arguments arguments)
{
    const auto limit = arguments.number(u"--limit"_s, 50, 1, 1'000'000);
    if (!limit) {
        co_return std::unexpected(limit.error());
    }
    const auto entries = store::operations(context->reader.connection(), *limit);
    if (!entries) {
        co_return std::unexpected(entries.error());
    }
    Reply reply;
    reply.json = {{"operations", Json::array()}};
    QVector<QStringList> table;
    for (const store::OperationEntry &entry : *entries) {
        reply.json["operations"].push_back({{"operationId", entry.id},
                                            {"label", entry.label},
                                            {"origin", entry.origin},
                                            {"at", entry.at},
                                            {"undone", entry.undone},
                                            {"isUndo", entry.isUndo},
                                            {"isRedo", entry.isRedo},
                                            {"records", entry.records}});
        table << QStringList {shortId(entry.id), entry.at,
                              (entry.isRedo           ? u"redo: "_s
                                       : entry.isUndo ? u"undo: "_s
                                                      : QString())
                                      + entry.label,
                              QString::number(entry.records), entry.undone ? u"undone"_s : QString()};
    }
    reply.text = tableText({u"ID"_s, u"WHEN"_s, u"WHAT"_s, u"RECORDS"_s, QString()}, table);
    co_return reply;
}

Task<Result<Reply>> historyRestore(CommandContext *context, Arguments arguments)
{
    const auto id = store::resolveOperation(context->reader.connection(), arguments.word(0));
    if (!id) {
        co_return std::unexpected(id.error());
    }
    const auto outcome = co_await flows::restoreToPoint(context->services, *id,
                                                        progressOf(*context, u"restore"_s), context->stop);
    if (!outcome) {
        co_return std::unexpected(outcome.error());
    }
    Reply reply;
    reply.json = {{"operationId", outcome->change.operationId},
                  {"restoredTo", *id},
                  {"label", outcome->label},
                  {"conflicts", conflictsJson(outcome->conflicts)}};
    reply.text = outcome->label;
    addConflicts(reply, outcome->conflicts);
    co_return reply;
}

Json stepJson(const store::OperationStep &step)
{
    Json json {{"kind", kindName(step.kind)}, {"created", step.created}};
    putText(json, "id", step.recordId);
    putText(json, "title", step.title);
    putText(json, "field", step.step.field);
    if (step.step.before) {
        json["before"] = *step.step.before;
    }
    if (step.step.after) {
        json["after"] = *step.step.after;
    }
    return json;
}

Task<Result<Reply>> historyShow(CommandContext *context, Arguments arguments)
{
    const auto limit = arguments.number(u"--limit"_s, 1000, 1, 1'000'000);
    if (!limit) {
        co_return std::unexpected(limit.error());
    }
    const auto id = store::resolveOperation(context->reader.connection(), arguments.word(0));
    if (!id) {
        co_return std::unexpected(id.error());
    }
    const auto steps = store::operationSteps(context->reader.connection(), *id, *limit);
    if (!steps) {
        co_return std::unexpected(steps.error());
    }
    Reply reply;
    reply.json = {{"operationId", *id}, {"changes", Json::array()}};
    const auto words = [](const std::optional<Json> &value) {
        return !value ? QString() : value->is_string() ? textOf(*value) : QString::fromUtf8(toBytes(*value));
    };
    QVector<QStringList> table;
    for (const store::OperationStep &step : *steps) {
        reply.json["changes"].push_back(stepJson(step));
        table << QStringList {kindName(step.kind),
                              shortId(step.recordId),
                              step.title,
                              step.created                                      ? u"(created)"_s
                                      : step.step.field == store::purgedField() ? u"(deleted for good)"_s
                                                                                : step.step.field,
                              words(step.step.before),
                              words(step.step.after)};
    }
    reply.text = tableText({u"KIND"_s, u"ID"_s, u"WHAT"_s, u"FIELD"_s, u"BEFORE"_s, u"AFTER"_s}, table);
    co_return reply;
}

Task<Result<Reply>> trashList(CommandContext *context, Arguments)
{
    const auto trash = context->reader.trash();
    if (!trash) {
        co_return std::unexpected(trash.error());
    }
    Reply reply;
    reply.json = {{"trash", Json::array()}};
    QVector<QStringList> table;
    for (const store::TrashedRecord &record : *trash) {
        reply.json["trash"].push_back({{"kind", kindName(record.kind)},
                                       {"id", record.id},
                                       {"title", record.title},
                                       {"at", record.trashedAt}});
        table << QStringList {kindName(record.kind), shortId(record.id), record.title, record.trashedAt};
    }
    reply.text = tableText({u"KIND"_s, u"ID"_s, u"WHAT"_s, u"SINCE"_s}, table);
    co_return reply;
}

Task<Result<Reply>> trashEmpty(CommandContext *context, Arguments)
{
    const auto purged = co_await context->services->store.purgeTrash(0);
    if (!purged) {
        co_return std::unexpected(purged.error());
    }
    Reply reply;
    reply.json = {{"removed", *purged}};
    reply.text = u"%1 removed for good, with what the history said of them and their files. Backups made "
                 u"before still have them."_s.arg(*purged);
    co_return reply;
}

} // namespace

QVector<Command> historyCommands()
{
    return {
            {u"undo"_s, u"[N]"_s, u"takes back the last operation, or the last N"_s, Needs::writing, 2, undo},
            {u"redo"_s, u"[N]"_s, u"repeats what was undone"_s, Needs::writing, 2, redo},
            {u"history"_s, u"[--limit N]"_s, u"what was done in this workspace"_s, Needs::reading, 2,
             history},
            {u"history show"_s, u"ID [--limit N]"_s, u"what one operation changed, value by value"_s,
             Needs::reading, 2, historyShow},
            {u"history restore"_s, u"ID"_s,
             u"brings everything back to how it was right after this operation; can be undone"_s,
             Needs::writing, 2, historyRestore},
            {u"trash list"_s, u""_s, u"what can be restored"_s, Needs::reading, 2, trashList},
            {u"trash empty"_s, u""_s, u"removes for good what is in the trash"_s, Needs::writing, 2,
             trashEmpty},
    };
}

} // namespace crema::app
