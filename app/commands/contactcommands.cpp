// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/commandparts.h"
#include "flows/contactflow.h"
#include "model/status.h"
#include "store/historyreader.h"

using namespace Qt::StringLiterals;

namespace crema::app {

namespace {

std::optional<store::ContactSort> sortNamed(const QString &name)
{
    using store::ContactSort;
    static const QHash<QString, ContactSort> sorts {
            {u"name"_s, ContactSort::name},
            {u"email"_s, ContactSort::email},
            {u"company"_s, ContactSort::company},
            {u"jobTitle"_s, ContactSort::jobTitle},
            {u"college"_s, ContactSort::college},
            {u"location"_s, ContactSort::place},
            {u"status"_s, ContactSort::status},
            {u"nextActionDate"_s, ContactSort::nextAction},
            {u"lastContactDate"_s, ContactSort::lastContact},
            {u"createdAt"_s, ContactSort::added},
    };
    const auto it = sorts.find(name.startsWith(u'-') ? name.mid(1) : name);
    return it == sorts.end() ? std::nullopt : std::optional(*it);
}

Result<Reply> contactList(const CommandContext &context, const store::ContactQuery &query, int limit,
                          int offset)
{
    const auto total = context.reader.countContacts(query);
    const auto rows = context.reader.contactPage(query, limit, offset);
    if (!total || !rows) {
        return std::unexpected(total ? rows.error() : total.error());
    }
    Reply reply;
    reply.json = {{"total", *total}, {"contacts", Json::array()}};
    QVector<QStringList> table;
    for (const store::ContactRow &row : *rows) {
        const auto contact = context.reader.contact(row.id);
        if (!contact) {
            return std::unexpected(contact.error());
        }
        reply.json["contacts"].push_back(toDocument(*contact));
        table << QStringList {shortId(row.id), row.name, row.jobTitle, row.company, row.email, row.status};
    }
    reply.text = tableText({u"ID"_s, u"NAME"_s, u"TITLE"_s, u"COMPANY"_s, u"EMAIL"_s, u"STATUS"_s}, table);
    reply.notes << u"%1 of %2 contacts"_s.arg(rows->size()).arg(*total);
    return reply;
}

/// The stages, and those of other programs that some contact is in.
Result<QString> statusNamed(const CommandContext &context, const QString &word)
{
    const QString status = normalisedStatus(word);
    store::ContactQuery query;
    query.status = status;
    const auto count = contactStatuses().contains(status) ? Result<qint64>(1)
                                                          : context.reader.countContacts(query);
    if (!count) {
        return std::unexpected(count.error());
    }
    return *count > 0 ? Result<QString>(status)
                      : failure(ErrorKind::rejectedInput,
                                u"\"%1\" is no status of a contact. There are: %2."_s.arg(
                                        word, contactStatuses().join(u", "_s)));
}

Task<Result<Reply>> listContacts(CommandContext *context, Arguments arguments)
{
    const auto limit = arguments.number(u"--limit"_s, 100, 1, 1'000'000);
    const auto offset = arguments.number(u"--offset"_s, 0, 0, 100'000'000);
    if (!limit || !offset) {
        co_return std::unexpected(limit ? offset.error() : limit.error());
    }
    store::ContactQuery query;
    query.text = arguments.value(u"--query"_s);
    if (arguments.has(u"--status"_s)) {
        const auto status = statusNamed(*context, arguments.value(u"--status"_s));
        if (!status) {
            co_return std::unexpected(status.error());
        }
        query.status = *status;
    }
    if (arguments.has(u"--sort"_s)) {
        const auto sort = sortNamed(arguments.value(u"--sort"_s));
        if (!sort) {
            co_return failure(
                    ErrorKind::rejectedInput,
                    u"Contacts are sorted by name, email, company, jobTitle, college, location, status, "
                    u"nextActionDate, lastContactDate or createdAt; a minus before it turns the order."_s);
        }
        query.sort = *sort;
        query.descending = arguments.value(u"--sort"_s).startsWith(u'-');
    }
    co_return contactList(*context, query, *limit, *offset);
}

Reply contactReply(const Contact &contact)
{
    Reply reply;
    reply.json = toFullDocument(contact);
    QVector<QStringList> table;
    for (const auto &[key, value] : toDocument(contact).items()) {
        table << QStringList {QString::fromStdString(key),
                              value.is_string() ? textOf(value) : QString::fromUtf8(toBytes(value))};
    }
    // What an import kept because it has no field of ours, under the names of the file.
    for (const auto &[key, value] : member(contact.extra, "columns").items()) {
        table << QStringList {u"\"%1\""_s.arg(QString::fromStdString(key)),
                              value.is_string() ? textOf(value) : QString::fromUtf8(toBytes(value))};
    }
    reply.text = tableText({u"FIELD"_s, u"VALUE"_s}, table);
    return reply;
}

Task<Result<Reply>> showContact(CommandContext *context, Arguments arguments)
{
    const auto id = idOf(*context, Kind::contact, arguments.word(0));
    if (!id) {
        co_return std::unexpected(id.error());
    }
    const auto contact = context->reader.contact(*id);
    if (!contact) {
        co_return std::unexpected(contact.error());
    }
    Reply reply = contactReply(*contact);
    Json sources = Json::object();
    for (const auto &[field, source] : contact->sources.asKeyValueRange()) {
        sources[field.isEmpty() ? "*" : field.toStdString()] = toJson(source);
    }
    reply.json["sources"] = std::move(sources);
    co_return reply;
}

Task<Result<Reply>> addContactCommand(CommandContext *context, Arguments arguments)
{
    const auto values = arguments.assignments(0);
    if (!values) {
        co_return std::unexpected(values.error());
    }
    const auto added = co_await flows::addContact(context->services, *values);
    if (!added) {
        co_return std::unexpected(added.error());
    }
    co_return contactReply(*added);
}

Task<Result<Reply>> setContact(CommandContext *context, Arguments arguments)
{
    const auto id = idOf(*context, Kind::contact, arguments.word(0));
    const auto values = arguments.assignments(1);
    if (!id || !values) {
        co_return std::unexpected(id ? values.error() : id.error());
    }
    const auto contact = co_await flows::setContactFields(context->services, *id, *values);
    if (!contact) {
        co_return std::unexpected(contact.error());
    }
    co_return contactReply(*contact);
}

Reply stateReply(const QStringList &ids, const store::Change &change, const QString &verb)
{
    Reply reply;
    reply.json = {{verb.toStdString(), jsonTexts(ids)}, {"operationId", change.operationId}};
    reply.text = u"%1 %2"_s.arg(verb).arg(ids.join(u' '));
    return reply;
}

Task<Result<Reply>> deleteContacts(CommandContext *context, Arguments arguments)
{
    const auto ids = idsOf(*context, Kind::contact, arguments.words());
    if (!ids) {
        co_return std::unexpected(ids.error());
    }
    const auto change = co_await flows::trashRecords(context->services, Kind::contact, *ids);
    if (!change) {
        co_return std::unexpected(change.error());
    }
    co_return stateReply(*ids, *change, u"deleted"_s);
}

Task<Result<Reply>> restoreContacts(CommandContext *context, Arguments arguments)
{
    const auto ids = idsOf(*context, Kind::contact, arguments.words(), store::Whereabouts::inTrash);
    if (!ids) {
        co_return std::unexpected(ids.error());
    }
    const auto change = co_await flows::restoreRecords(context->services, Kind::contact, *ids);
    if (!change) {
        co_return std::unexpected(change.error());
    }
    co_return stateReply(*ids, *change, u"restored"_s);
}

Json changeJson(const store::RecordChange &change)
{
    Json json {{"operationId", change.operationId},
               {"label", change.label},
               {"origin", change.origin},
               {"at", change.at}};
    putText(json, "field", change.field);
    if (change.before) {
        json["before"] = *change.before;
    }
    if (change.after) {
        json["after"] = *change.after;
    }
    return json;
}

Task<Result<Reply>> contactHistory(CommandContext *context, Arguments arguments)
{
    // What happened to a contact can also be read once it is gone; live ones come first.
    auto id = idOf(*context, Kind::contact, arguments.word(0));
    if (!id && id.error().kind == ErrorKind::notFound) {
        id = context->reader.resolve(Kind::contact, arguments.word(0));
    }
    if (!id) {
        co_return std::unexpected(id.error());
    }
    const auto changes = store::recordHistory(context->reader.connection(), Kind::contact, *id);
    if (!changes) {
        co_return std::unexpected(changes.error());
    }
    Reply reply;
    reply.json = {{"id", *id}, {"changes", Json::array()}};
    QVector<QStringList> table;
    for (const store::RecordChange &change : *changes) {
        reply.json["changes"].push_back(changeJson(change));
        table << QStringList {change.at, change.label, change.field,
                              change.after ? QString::fromUtf8(toBytes(*change.after)) : QString()};
    }
    reply.text = tableText({u"WHEN"_s, u"WHAT"_s, u"FIELD"_s, u"NOW"_s}, table);
    co_return reply;
}

} // namespace

QVector<Command> contactCommands()
{
    return {
            {u"contacts list"_s, u"[--status S] [--query TEXT] [--sort KEY] [--limit N] [--offset N]"_s,
             u"contacts, page by page"_s, Needs::reading, 2, listContacts},
            {u"contacts show"_s, u"ID"_s, u"one contact, whole"_s, Needs::reading, 2, showContact},
            {u"contacts add"_s, u"KEY=VALUE..."_s,
             u"adds a person: firstName, lastName, email, linkedinUrl, company, jobTitle ..."_s,
             Needs::writing, 2, addContactCommand},
            {u"contacts set"_s, u"ID KEY=VALUE..."_s, u"sets fields; an empty value removes one"_s,
             Needs::writing, 2, setContact},
            {u"contacts delete"_s, u"ID..."_s, u"moves contacts to the trash"_s, Needs::writing, 2,
             deleteContacts},
            {u"contacts restore"_s, u"ID..."_s, u"takes contacts out of the trash"_s, Needs::writing, 2,
             restoreContacts},
            {u"contacts history"_s, u"ID"_s, u"what happened to a contact"_s, Needs::reading, 2,
             contactHistory},
    };
}

} // namespace crema::app
