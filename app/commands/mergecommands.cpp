// SPDX-License-Identifier: GPL-3.0-or-later
// Duplicates, and making two contacts one and two again.
#include "commands/commandparts.h"

#include "flows/mergeflow.h"
#include "model/contactdocument.h"

using namespace Qt::StringLiterals;

namespace crema::app {

namespace {

Result<contacts::MergeChoices> choicesOf(const Arguments &arguments)
{
    const auto values = arguments.assignments(2);
    if (!values) {
        return std::unexpected(values.error());
    }
    contacts::MergeChoices choices;
    for (const auto &[field, word] : *values) {
        if (word == "keep"_L1) {
            choices.insert(field, contacts::MergeChoice::keep);
        } else if (word == "other"_L1) {
            choices.insert(field, contacts::MergeChoice::other);
        } else if (word == "both"_L1) {
            choices.insert(field, contacts::MergeChoice::both);
        } else {
            return failure(ErrorKind::rejectedInput,
                           u"\"%1\" takes keep, other or both, not \"%2\"."_s.arg(field, word));
        }
    }
    return choices;
}

Task<Result<Reply>> mergeContacts(CommandContext *context, Arguments arguments)
{
    const auto keep = idOf(*context, Kind::contact, arguments.word(0));
    const auto other = idOf(*context, Kind::contact, arguments.word(1));
    const auto choices = choicesOf(arguments);
    if (!keep || !other) {
        co_return std::unexpected(keep ? other.error() : keep.error());
    }
    if (!choices) {
        co_return std::unexpected(choices.error());
    }
    const auto merged = co_await flows::mergeContacts(context->services, *keep, *other, *choices);
    if (!merged) {
        co_return std::unexpected(merged.error());
    }
    Reply reply;
    reply.json = toFullDocument(merged->contact);
    reply.json["operationId"] = merged->operationId;
    reply.json["moved"] = {{"drafts", merged->drafts}, {"preps", merged->preps}};
    reply.text = u"%1 is now part of %2 (%3). \"crema-cli contacts unmerge %1\" takes it out again."_s.arg(
            shortId(*other), shortId(*keep), merged->contact.name());
    co_return reply;
}

Task<Result<Reply>> unmergeContact(CommandContext *context, Arguments arguments)
{
    const auto id = idOf(*context, Kind::contact, arguments.word(0), store::Whereabouts::merged);
    if (!id) {
        co_return std::unexpected(id.error());
    }
    const auto outcome = co_await flows::unmergeContact(context->services, *id);
    if (!outcome) {
        co_return std::unexpected(outcome.error());
    }
    Reply reply;
    reply.json = toFullDocument(outcome->contact);
    reply.json["mergedInto"] = outcome->winnerId;
    reply.json["operationId"] = outcome->operationId;
    reply.json["conflicts"] = Json::array();
    for (const store::UndoConflict &conflict : outcome->conflicts) {
        reply.json["conflicts"].push_back(
                {{"kind", kindName(conflict.kind)}, {"id", conflict.id}, {"field", conflict.field}});
        reply.notes << u"kept as it is: %1 of %2"_s.arg(conflict.field, shortId(conflict.id));
    }
    reply.text = u"%1 (%2) is a contact of its own again."_s.arg(shortId(*id), outcome->contact.name());
    co_return reply;
}

Task<Result<Reply>> keepApart(CommandContext *context, Arguments arguments)
{
    const auto a = idOf(*context, Kind::contact, arguments.word(0));
    const auto b = idOf(*context, Kind::contact, arguments.word(1));
    if (!a || !b) {
        co_return std::unexpected(a ? b.error() : a.error());
    }
    const auto change = co_await flows::keepApart(context->services, *a, *b);
    if (!change) {
        co_return std::unexpected(change.error());
    }
    Reply reply;
    reply.json = {{"a", *a}, {"b", *b}, {"operationId", change->operationId}};
    reply.text = u"%1 and %2 will not be listed as duplicates again."_s.arg(shortId(*a), shortId(*b));
    co_return reply;
}

Reply duplicatesReply(const contacts::DuplicateReport &report)
{
    Reply reply;
    reply.json = {{"pairs", Json::array()},
                  {"people", report.people},
                  {"notTheSame", report.distinct},
                  {"leftOut", report.leftOut},
                  {"largeGroups", Json::array()}};
    QVector<QStringList> table;
    for (const contacts::DuplicatePair &pair : report.pairs) {
        reply.json["pairs"].push_back({{"a", pair.a},
                                       {"b", pair.b},
                                       {"nameA", pair.nameA},
                                       {"nameB", pair.nameB},
                                       {"reason", pair.reason},
                                       {"score", pair.score}});
        table << QStringList {
                shortId(pair.a), pair.nameA, shortId(pair.b), pair.nameB, QString::number(pair.score),
                pair.reason};
    }
    for (const contacts::LargeGroup &group : report.largeGroups) {
        reply.json["largeGroups"].push_back({{"what", group.what}, {"people", group.people}});
        reply.notes << u"%1 people %2: each was compared with the nearest ones only"_s.arg(group.people)
                               .arg(group.what);
    }
    if (report.leftOut > 0) {
        reply.notes << u"%1 less likely pairs are not listed"_s.arg(report.leftOut);
    }
    reply.text = tableText({u"A"_s, u"NAME"_s, u"B"_s, u"NAME"_s, u"SCORE"_s, u"WHY"_s}, table);
    return reply;
}

Task<Result<Reply>> listDuplicates(CommandContext *context, Arguments)
{
    const auto report = co_await flows::findDuplicatesIn(context->workspace.databasePath(), nullptr,
                                                         context->stop);
    if (!report) {
        co_return std::unexpected(report.error());
    }
    co_return duplicatesReply(*report);
}

} // namespace

QVector<Command> mergeCommands()
{
    return {
            {u"contacts duplicates"_s, u""_s, u"pairs that may be one person, with the reason"_s,
             Needs::reading, 2, listDuplicates},
            {u"contacts merge"_s, u"KEEP OTHER [FIELD=keep|other|both...]"_s,
             u"makes two contacts one; what is not chosen is joined and gaps are filled"_s, Needs::writing, 2,
             mergeContacts},
            {u"contacts unmerge"_s, u"ID"_s, u"gives back a contact that was merged into another"_s,
             Needs::writing, 2, unmergeContact},
            {u"contacts distinct"_s, u"A B"_s, u"remembers that two contacts are not the same person"_s,
             Needs::writing, 2, keepApart},
    };
}

} // namespace crema::app
