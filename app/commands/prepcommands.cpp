// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/paths.h"
#include "commands/commandparts.h"
#include "contacts/identity.h"
#include "flows/contactflow.h"
#include "flows/keyflow.h"
#include "flows/prepexport.h"
#include "flows/prepflow.h"
#include "model/status.h"
#include "store/writingout.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::app {

namespace {

Json prepSummary(const Prep &prep)
{
    Json json {{"id", prep.id},         {"contactId", prep.contactId}, {"name", prep.title()},
               {"status", prep.status}, {"cost", prep.cost},           {"createdAt", prep.createdAt}};
    putText(json, "error", prep.error);
    putText(json, "completedAt", prep.completedAt);
    return json;
}

Json prepJson(const Prep &prep)
{
    Json json = toBody(prep);
    for (const char *inside : {"pdfFile", "vendorProfile", "versions"}) {
        json.erase(inside);
    }
    for (const auto &[key, value] : prepSummary(prep).items()) {
        json[key] = value;
    }
    return json;
}

Reply prepReply(const Prep &prep)
{
    Reply reply;
    reply.json = prepJson(prep);
    reply.text = prep.title() + u" ("_s + prep.status + u")\n"_s;
    for (const QString &note : {prep.profileNote, prep.newsNote, textAt(prep.extra, "questionsNote")}) {
        reply.text += note.isEmpty() ? QString() : note + u'\n';
    }
    reply.text += u'\n';
    for (const Claim &claim : prep.brief) {
        reply.text += claim.text + u'\n';
    }
    for (const Similarity &similarity : prep.similarities) {
        reply.text += u"Shared: "_s + similarity.text + u'\n';
    }
    for (const NewsItem &item : prep.news) {
        reply.text += u"News: %1 (%2, %3) %4\n"_s.arg(item.title, item.publisher, item.date, item.url);
    }
    for (const Question &question : prep.questions) {
        reply.text += u"- "_s + question.text + u'\n';
    }
    return reply;
}

/// The PDF to the path the user gave; into a folder under its own name.
Result<QString> writePdf(const CommandContext &context, const Prep &prep, const QString &target)
{
    const auto pdf = flows::prepPdf(context.workspace, prep);
    if (!pdf) {
        return std::unexpected(pdf.error());
    }
    const QString path = QFileInfo(target).isDir() ? freePath(target, flows::prepFileName(prep)) : target;
    const auto written = store::writeOut(context.workspace, path, *pdf);
    return written ? Result<QString>(path) : std::unexpected(written.error());
}

/// Whom, and whether the profile is looked up: with --linkedin where there is a key, with --contact when told
/// to.
Task<Result<flows::PrepOrder>> orderFrom(CommandContext *context, Arguments arguments)
{
    if (arguments.has(u"--contact"_s) == arguments.has(u"--linkedin"_s)) {
        co_return failure(ErrorKind::rejectedInput,
                          u"Say whom to prepare for: --contact ID or --linkedin URL."_s);
    }
    for (const QString &outside : {u"--look-up"_s, u"--model"_s}) {
        if (arguments.has(u"--local"_s) && arguments.has(outside)) {
            co_return failure(ErrorKind::rejectedInput,
                              u"--local and %1 contradict each other."_s.arg(outside));
        }
    }
    flows::PrepOrder order;
    order.lookUp = arguments.has(u"--look-up"_s);
    order.model = arguments.has(u"--model"_s);
    if (arguments.has(u"--paper"_s)) {
        const auto paper = flows::paperNamed(arguments.value(u"--paper"_s));
        if (!paper) {
            co_return failure(ErrorKind::rejectedInput,
                              u"\"%1\" is no paper: a4 or letter."_s.arg(arguments.value(u"--paper"_s)));
        }
        order.paper = *paper;
    }
    order.news = !arguments.has(u"--no-news"_s) && !arguments.has(u"--local"_s);
    if (arguments.has(u"--contact"_s)) {
        const auto id = idOf(*context, Kind::contact, arguments.value(u"--contact"_s));
        if (!id) {
            co_return std::unexpected(id.error());
        }
        order.contactId = *id;
        co_return order;
    }
    order.linkedinUrl = arguments.value(u"--linkedin"_s);
    const QString slug = contacts::linkedinSlug(order.linkedinUrl);
    if (arguments.has(u"--local"_s) || order.lookUp || slug.isEmpty()) {
        co_return order;
    }
    const auto known = context->reader.withKey(
            Kind::contact, contacts::identityTypeName(contacts::IdentityType::linkedin) + u':' + slug);
    auto asking = flows::keyState(context->services, secrets::Service::peopleDataLabs);
    const auto key = co_await asking;
    if (!known || !key) {
        co_return std::unexpected(known ? key.error() : known.error());
    }
    // Who is nowhere can only be looked up: without a key that says what is missing.
    order.lookUp = key->present || known->isEmpty();
    co_return order;
}

Task<Result<Reply>> prepare(CommandContext *context, Arguments arguments)
{
    const auto order = co_await orderFrom(context, arguments);
    if (!order) {
        co_return std::unexpected(order.error());
    }
    const auto prep = co_await flows::makePrep(context->services, *order, context->stop);
    if (!prep) {
        co_return std::unexpected(prep.error());
    }
    Reply reply = prepReply(*prep);
    if (arguments.has(u"--out"_s)) {
        const auto path = writePdf(*context, *prep, context->path(arguments.value(u"--out"_s)));
        if (!path) {
            Error error = path.error();
            error.text += u" The prep itself is kept; \"crema-cli preps export %1 FILE\" writes its PDF."_s
                                  .arg(shortId(prep->id));
            co_return std::unexpected(error);
        }
        reply.json["pdf"] = *path;
        reply.notes << *path;
    }
    if (const auto added = addBalance(*context, reply.json); !added) {
        co_return std::unexpected(added.error());
    }
    co_return reply;
}

Task<Result<Reply>> listPreps(CommandContext *context, Arguments arguments)
{
    const auto preps = context->reader.preps();
    if (!preps) {
        co_return std::unexpected(preps.error());
    }
    if (const QString status = arguments.value(u"--status"_s); arguments.has(u"--status"_s)) {
        const bool isInUse = std::ranges::find(*preps, status, &Prep::status) != preps->end();
        if (const auto checked = checkChoice(status, prepStatuses(), isInUse); !checked) {
            co_return std::unexpected(checked.error());
        }
    }
    Reply reply;
    reply.json = {{"preps", Json::array()}};
    QVector<QStringList> table;
    for (const Prep &prep : *preps) {
        const bool hasStatus = !arguments.has(u"--status"_s) || prep.status == arguments.value(u"--status"_s);
        if (!hasStatus || !flows::prepMatches(prep, arguments.value(u"--query"_s))) {
            continue;
        }
        reply.json["preps"].push_back(prepSummary(prep));
        table << QStringList {shortId(prep.id), prep.title(), prep.person.company(), prep.status,
                              prep.createdAt};
    }
    reply.text = tableText({u"ID"_s, u"NAME"_s, u"COMPANY"_s, u"STATUS"_s, u"MADE"_s}, table);
    co_return reply;
}

Result<Prep> prepNamed(const CommandContext &context, const QString &prefix)
{
    const auto id = idOf(context, Kind::prep, prefix);
    return id ? context.reader.prep(*id) : std::unexpected(id.error());
}

Task<Result<Reply>> showPrep(CommandContext *context, Arguments arguments)
{
    const auto prep = prepNamed(*context, arguments.word(0));
    if (!prep) {
        co_return std::unexpected(prep.error());
    }
    co_return prepReply(*prep);
}

Reply exportReply(const flows::PrepExport &done)
{
    Reply reply;
    reply.json = {{"files", jsonTexts(done.files)}, {"left", Json::array()}};
    reply.text = done.files.join(u'\n');
    for (const flows::UnexportedPrep &one : done.left) {
        reply.json["left"].push_back({{"id", one.prepId}, {"name", one.name}, {"reason", one.reason}});
        reply.notes << u"%1: %2"_s.arg(one.name, one.reason);
    }
    reply.exitCode = done.left.isEmpty() ? reply.exitCode : exitcode::someFailed;
    return reply;
}

/// Several preps into a folder, or with --joined into one file.
Task<Result<Reply>> exportPreps(CommandContext *context, QStringList ids, QString target, bool joined)
{
    QVector<Prep> preps;
    for (const QString &id : ids) {
        const auto prep = prepNamed(*context, id);
        if (!prep) {
            co_return std::unexpected(prep.error());
        }
        preps << *prep;
    }
    auto exporting = joined ? flows::exportJoined(&context->workspace, preps, target)
                            : flows::exportPreps(&context->workspace, preps, target);
    const auto done = co_await exporting;
    if (!done) {
        co_return std::unexpected(done.error());
    }
    co_return exportReply(*done);
}

Task<Result<Reply>> exportPrep(CommandContext *context, Arguments arguments)
{
    QStringList words = arguments.words();
    if (words.size() < 2) {
        co_return failure(ErrorKind::rejectedInput, u"Say which preps, and last the file or folder."_s);
    }
    const QString target = context->path(words.takeLast());
    if (arguments.has(u"--joined"_s) || words.size() > 1) {
        co_return co_await exportPreps(context, words, target, arguments.has(u"--joined"_s));
    }
    const auto prep = prepNamed(*context, words.constFirst());
    if (!prep) {
        co_return std::unexpected(prep.error());
    }
    const auto path = writePdf(*context, *prep, target);
    if (!path) {
        co_return std::unexpected(path.error());
    }
    Reply reply;
    reply.json = {{"id", prep->id}, {"pdf", *path}};
    reply.text = *path;
    co_return reply;
}

Task<Result<Reply>> deletePreps(CommandContext *context, Arguments arguments)
{
    const auto ids = idsOf(*context, Kind::prep, arguments.words());
    if (!ids) {
        co_return std::unexpected(ids.error());
    }
    const auto change = co_await flows::trashRecords(context->services, Kind::prep, *ids);
    if (!change) {
        co_return std::unexpected(change.error());
    }
    Reply reply;
    reply.json = {{"deleted", jsonTexts(*ids)}, {"operationId", change->operationId}};
    reply.text = u"deleted "_s + ids->join(u' ');
    co_return reply;
}

Task<Result<Reply>> retryPrep(CommandContext *context, Arguments arguments)
{
    const auto id = idOf(*context, Kind::prep, arguments.word(0));
    if (!id) {
        co_return std::unexpected(id.error());
    }
    flows::PrepOrder wishes;
    wishes.lookUp = arguments.has(u"--look-up"_s);
    wishes.model = arguments.has(u"--model"_s);
    auto making = wishes.lookUp || wishes.model
            ? flows::deepenPrep(context->services, *id, wishes, context->stop)
            : flows::remakePrep(context->services, *id, context->stop);
    const auto prep = co_await making;
    if (!prep) {
        co_return std::unexpected(prep.error());
    }
    co_return prepReply(*prep);
}

} // namespace

QVector<Command> prepCommands()
{
    return {
            {u"prep"_s,
             u"[--linkedin URL] [--contact ID] [--look-up] [--model] [--no-news] [--local] [--paper PAPER] [--out FILE]"_s,
             u"prepares a coffee chat and its PDF; --look-up asks People Data Labs about the profile, which "
             u"costs "
             u"credits (--linkedin does where there is a key, unless --local); --paper is a4 or letter, else as in the settings"_s,
             Needs::writing, 2, prepare},
            {u"preps list"_s, u"[--query TEXT] [--status S]"_s, u"coffee chats prepared"_s, Needs::reading, 2,
             listPreps},
            {u"preps show"_s, u"ID"_s, u"one prep, whole"_s, Needs::reading, 2, showPrep},
            {u"preps export"_s, u"[--joined] ID... FILE"_s,
             u"writes the PDF to a file or into a folder; several into a folder, or joined into one file"_s,
             Needs::reading, 2, exportPrep},
            {u"preps delete"_s, u"ID..."_s, u"moves preps to the trash"_s, Needs::writing, 2, deletePreps},
            {u"preps retry"_s, u"[--look-up] [--model] ID"_s,
             u"makes a prep again, a failed one from where it failed; notes and ticks stay"_s, Needs::writing,
             2, retryPrep},
    };
}

} // namespace crema::app
