// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/followupcommands.h"

#include "commands/commandparts.h"
#include "flows/bulkedit.h"
#include "flows/tagflow.h"
#include "store/followupreader.h"

using namespace Qt::StringLiterals;

namespace crema::app {

namespace {

Task<Result<Reply>> listTags(CommandContext *context, Arguments)
{
    const auto counts = store::tagCounts(context->reader.connection());
    if (!counts) {
        co_return std::unexpected(counts.error());
    }
    Reply reply;
    reply.json = {{"tags", Json::array()}};
    QVector<QStringList> table;
    for (const store::TagCount &count : *counts) {
        reply.json["tags"].push_back({{"tag", count.tag}, {"contacts", count.contacts}});
        table << QStringList {count.tag, QString::number(count.contacts)};
    }
    reply.text = tableText({u"TAG"_s, u"CONTACTS"_s}, table);
    co_return reply;
}

Result<Reply> tagReply(const QString &tag, const Result<int> &changed)
{
    if (!changed) {
        return std::unexpected(changed.error());
    }
    Reply reply;
    reply.json = {{"tag", tag}, {"changed", *changed}};
    reply.text = *changed == 1 ? u"%1: 1 contact changed"_s.arg(tag)
                               : u"%1: %2 contacts changed"_s.arg(tag).arg(*changed);
    return reply;
}

Task<Result<Reply>> addTag(CommandContext *context, Arguments arguments)
{
    const auto ids = idsOf(*context, Kind::contact, arguments.words().sliced(1));
    if (!ids) {
        co_return std::unexpected(ids.error());
    }
    QVector<qint64> rids;
    for (const QString &id : *ids) {
        const auto record = context->services->reader.record(Kind::contact, id);
        if (!record) {
            co_return std::unexpected(record.error());
        }
        rids << record->rid;
    }
    const auto tagging = flows::taggingOf(rids, arguments.word(0));
    if (!tagging) {
        co_return std::unexpected(tagging.error());
    }
    const store::BulkProgress untold;
    const auto tagged = co_await flows::editMany(context->services, *tagging, untold, context->stop);
    const auto changed = tagged ? Result<int>(tagged->changed) : std::unexpected(tagged.error());
    co_return tagReply(arguments.word(0), changed);
}

Task<Result<Reply>> removeTag(CommandContext *context, Arguments arguments)
{
    const auto ids = idsOf(*context, Kind::contact, arguments.words().sliced(1));
    if (!ids) {
        co_return std::unexpected(ids.error());
    }
    const auto changed = co_await flows::untagContacts(context->services, *ids, arguments.word(0));
    co_return tagReply(arguments.word(0), changed);
}

Task<Result<Reply>> renameTagCommand(CommandContext *context, Arguments arguments)
{
    const auto changed = co_await flows::renameTag(context->services, arguments.word(0), arguments.word(1));
    co_return tagReply(arguments.word(1), changed);
}

Task<Result<Reply>> deleteTagCommand(CommandContext *context, Arguments arguments)
{
    const auto changed = co_await flows::deleteTag(context->services, arguments.word(0));
    co_return tagReply(arguments.word(0), changed);
}

} // namespace

QVector<Command> tagCommands()
{
    return {
            {u"tags list"_s, u""_s, u"the tags in use and how many contacts have each"_s, Needs::reading, 2,
             listTags},
            {u"tags add"_s, u"TAG CONTACT..."_s, u"tags contacts"_s, Needs::writing, 2, addTag},
            {u"tags remove"_s, u"TAG CONTACT..."_s, u"takes a tag from contacts"_s, Needs::writing, 2,
             removeTag},
            {u"tags rename"_s, u"TAG NAME"_s, u"gives a tag another name everywhere"_s, Needs::writing, 2,
             renameTagCommand},
            {u"tags delete"_s, u"TAG"_s, u"takes a tag from everyone"_s, Needs::writing, 2, deleteTagCommand},
    };
}

} // namespace crema::app
