// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/commandparts.h"
#include "flows/exportflow.h"
#include "flows/importflow.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::app {

namespace {

Json rowsJson(const QVector<flows::InvalidRow> &rows)
{
    Json json = Json::array();
    for (const flows::InvalidRow &row : rows) {
        json.push_back({{"row", row.row}, {"reason", row.reason}});
    }
    return json;
}

Json duplicatesJson(const QVector<flows::PossibleDuplicate> &pairs)
{
    Json json = Json::array();
    for (const flows::PossibleDuplicate &pair : pairs) {
        Json one {{"row", pair.row},
                  {"name", pair.name},
                  {"otherName", pair.otherName},
                  {"reason", pair.reason}};
        putText(one, "otherId", pair.otherId);
        json.push_back(std::move(one));
    }
    return json;
}

/// The first ones; thousands of namesakes would bury what else there is to read.
void addPairs(QStringList &notes, const QVector<flows::PossibleDuplicate> &pairs)
{
    constexpr qsizetype shown = 50;
    for (const flows::PossibleDuplicate &pair : pairs.first(std::min(shown, pairs.size()))) {
        notes << u"row %1: %2 may be %3: %4"_s.arg(pair.row).arg(pair.name, pair.otherName, pair.reason);
    }
    if (pairs.size() > shown) {
        notes << u"and %1 more that may be somebody else listed (--json lists them all)"_s.arg(pairs.size()
                                                                                               - shown);
    }
}

Json repeatedJson(const QVector<flows::RepeatedRow> &rows)
{
    Json json = Json::array();
    for (const flows::RepeatedRow &row : rows) {
        json.push_back({{"row", row.row}, {"sameAsRow", row.sameAsRow}, {"reason", row.reason}});
    }
    return json;
}

void addRepeated(QStringList &notes, const QVector<flows::RepeatedRow> &rows)
{
    constexpr qsizetype shown = 50;
    for (const flows::RepeatedRow &row : rows.first(std::min(shown, rows.size()))) {
        notes << u"row %1: the person of row %2 again: %3"_s.arg(row.row).arg(row.sameAsRow).arg(row.reason);
    }
    if (rows.size() > shown) {
        notes << u"and %1 more rows of people who stand in the file already (--json lists them all)"_s.arg(
                rows.size() - shown);
    }
}

QString extraFieldsNote(const QStringList &names)
{
    constexpr qsizetype shown = 20;
    const QString more = names.size() > shown ? u" and %1 more"_s.arg(names.size() - shown) : QString();
    return u"kept as extra fields: %1%2"_s.arg(names.first(std::min(shown, names.size())).join(u", "_s),
                                               more);
}

Task<Result<Reply>> import(CommandContext *context, Arguments arguments)
{
    flows::ImportRequest request;
    request.path = context->path(arguments.word(0));
    if (isStandardInput(arguments.word(0))) {
        request.path = u"standard input"_s;
        request.bytes = context->standardInput;
    }
    request.dryRun = arguments.has(u"--dry-run"_s);
    if (arguments.has(u"--format"_s)) {
        request.format = arguments.value(u"--format"_s);
    }
    request.encoding = arguments.value(u"--encoding"_s);
    request.sheet = arguments.value(u"--sheet"_s);
    std::function<void(int, int)> progress;
    if (context->progress) {
        progress = [report = context->progress](int done, int total) { report(u"import"_s, done, total); };
    }
    const auto outcome = co_await flows::importPeople(context->services, request, progress, context->stop);
    if (!outcome) {
        co_return std::unexpected(outcome.error());
    }
    Reply reply;
    reply.json = {{"format", outcome->format},
                  {"created", outcome->created},
                  {"updated", outcome->updated},
                  {"skipped", outcome->skipped},
                  {"invalid", rowsJson(outcome->invalid)},
                  {"warnings", rowsJson(outcome->warnings)},
                  {"repeated", repeatedJson(outcome->repeated)},
                  {"possibleDuplicates", duplicatesJson(outcome->possibleDuplicates)},
                  {"extraFields", jsonTexts(outcome->extraFields)},
                  {"dryRun", request.dryRun}};
    reply.json["operationId"] = outcome->operationId.isEmpty() ? Json() : Json(outcome->operationId);
    reply.text = u"%1: %2 new, %3 updated, %4 known already, %5 unusable%6\n"_s.arg(outcome->format)
                         .arg(outcome->created)
                         .arg(outcome->updated)
                         .arg(outcome->skipped)
                         .arg(outcome->invalid.size())
                         .arg(request.dryRun ? u" (dry run: nothing was written)"_s : QString());
    if (!outcome->extraFields.isEmpty()) {
        reply.notes << extraFieldsNote(outcome->extraFields);
    }
    for (const flows::InvalidRow &row : outcome->invalid) {
        reply.notes << u"row %1: %2"_s.arg(row.row).arg(row.reason);
    }
    for (const flows::InvalidRow &row : outcome->warnings) {
        reply.notes << u"row %1, imported: %2"_s.arg(row.row).arg(row.reason);
    }
    addRepeated(reply.notes, outcome->repeated);
    addPairs(reply.notes, outcome->possibleDuplicates);
    if (outcome->possibleBeyond > 0) {
        reply.json["possibleDuplicatesBeyond"] = outcome->possibleBeyond;
        reply.notes << u"and %1 more pairs that may be one person (`contacts duplicates` finds all)"_s.arg(
                outcome->possibleBeyond);
    }
    co_return reply;
}

QString peopleWords(int count)
{
    return count == 1 ? u"1 person"_s : u"%1 people"_s.arg(count);
}

/// What the chosen form has no place for, so that nobody takes such a file for a copy of everything.
QString leftOutOf(const flows::ExportRequest &request)
{
    const QString form = flows::formOf(request);
    if (form == "vcf"_L1) {
        return u"A vCard has the name, the first job, addresses, links, place, birthday, tags and notes; all "
               u"of it is in .json and in --raw."_s;
    }
    return form == "csv"_L1 && !request.raw
            ? u"A table has first and last name, the first job, address and telephone and the name of the "
              u"first school, and no extra fields; all of it is in .json and in --raw."_s
            : QString();
}

Task<Result<Reply>> exportToOutput(CommandContext *context, flows::ExportRequest request)
{
    if (request.format.isEmpty()) {
        co_return failure(
                ErrorKind::rejectedInput,
                u"Standard output has no ending that says the form; add --format csv, vcf or json."_s);
    }
    request.path = u"standard output"_s;
    auto exporting = flows::exportedPeople(context->workspace.databasePath(), request, context->stop);
    auto exported = co_await exporting;
    if (!exported) {
        co_return std::unexpected(exported.error());
    }
    Reply reply;
    reply.bytes = std::move(exported->bytes);
    reply.notes << u"%1 written"_s.arg(peopleWords(exported->people));
    if (const QString left = leftOutOf(request); !left.isEmpty()) {
        reply.notes << left;
    }
    co_return reply;
}

Task<Result<Reply>> exportCommand(CommandContext *context, Arguments arguments)
{
    flows::ExportRequest request;
    request.path = context->path(arguments.word(0));
    request.raw = arguments.has(u"--raw"_s);
    if (arguments.has(u"--run"_s)) {
        const auto id = idOf(*context, Kind::run, arguments.value(u"--run"_s));
        if (!id) {
            co_return std::unexpected(id.error());
        }
        request.runId = *id;
    }
    request.format = arguments.value(u"--format"_s);
    if (isStandardOutput(arguments.word(0))) {
        auto exporting = exportToOutput(context, request);
        co_return co_await exporting;
    }
    const auto count = co_await flows::exportPeopleFrom(context->workspace.databasePath(), request,
                                                        context->stop);
    if (!count) {
        co_return std::unexpected(count.error());
    }
    Reply reply;
    reply.json = {{"path", request.path}, {"people", *count}};
    reply.text = u"%1 written to %2"_s.arg(peopleWords(*count), request.path);
    if (const QString left = leftOutOf(request); !left.isEmpty()) {
        reply.notes << left;
    }
    co_return reply;
}

} // namespace

QVector<Command> exchangeCommands()
{
    return {
            {u"import"_s,
             u"FILE|- [--format auto|csv|linkedin|google|outlook|vcard|json|ldif] [--encoding NAME] [--sheet NAME] [--dry-run]"_s,
             u"reads people from a file (a table, a workbook, cards), or from standard input"_s,
             Needs::writing,
             1,
             import,
             {},
             false,
             true},
            {u"export"_s, u"FILE|- [--format csv|vcf|json] [--run ID] [--raw]"_s,
             u"writes contacts to .csv, .vcf or .json, or to standard output"_s, Needs::reading, 2,
             exportCommand},
    };
}

} // namespace crema::app
