// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/tagflow.h"

#include "base/text.h"
#include "base/textmerge.h"
#include "flows/contactflow.h"
#include "store/followupreader.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

QString tr(const char *words, int n = -1)
{
    return QCoreApplication::translate("flows", words, nullptr, n);
}

QString nameOf(const Contact &contact)
{
    return contact.name().isEmpty() ? contact.email() : contact.name();
}

/// The contact without `tag`, and with `name` instead unless that is empty.
Contact retagged(Contact contact, const QString &tag, const QString &name)
{
    const auto isTag = [&tag](const QString &own) { return own.compare(tag, Qt::CaseInsensitive) == 0; };
    if (contact.tags.removeIf(isTag) > 0 && !name.isEmpty()
        && !contact.tags.contains(name, Qt::CaseInsensitive)) {
        contact.tags << name;
    }
    return contact;
}

Task<Result<int>> retag(Services *services, QStringList contactIds, QString tag, QString name, QString label)
{
    store::Operation operation;
    operation.label = label;
    for (const QString &id : contactIds) {
        const auto before = services->reader.contact(id);
        if (!before) {
            co_return std::unexpected(before.error());
        }
        operation.patch(Kind::contact, id, toBody(*before), toBody(retagged(*before, tag, name)));
    }
    const int changed = static_cast<int>(operation.patches.size());
    const auto applied = co_await services->store.apply(std::move(operation));
    if (!applied) {
        co_return std::unexpected(applied.error());
    }
    co_return changed;
}

/// Everyone with the tag; notFound when that is nobody.
Result<QStringList> everyoneWith(const Services &services, const QString &tag)
{
    auto ids = store::contactsWithTag(services.reader.connection(), tag);
    if (ids && ids->isEmpty()) {
        return failure(ErrorKind::notFound, tr("Nobody has the tag \"%1\". Nothing was changed.").arg(tag));
    }
    return ids;
}

/// `after` is what the contact becomes as far as this knows.
Task<Result<Contact>> writeNotes(Services *services, Contact after, store::Operation operation)
{
    operation.label = tr("Notes on %1").arg(nameOf(after));
    const auto applied = co_await services->store.apply(std::move(operation));
    if (!applied) {
        co_return std::unexpected(applied.error());
    }
    co_return services->reader.contact(after.id).value_or(after); // who may be in the trash by now
}

} // namespace

Task<Result<int>> untagContacts(Services *services, QStringList contactIds, QString tag)
{
    const QString label = tr("Remove a tag from %n contact(s)", static_cast<int>(contactIds.size()));
    return retag(services, std::move(contactIds), cleanLine(tag), {}, label);
}

Task<Result<int>> renameTag(Services *services, QString tag, QString name)
{
    const QString word = cleanLine(name);
    if (word.isEmpty() || word.contains(u',')) {
        co_return failure(ErrorKind::rejectedInput, tr("A tag is one word or phrase without a comma."));
    }
    const auto ids = everyoneWith(*services, tag);
    if (!ids) {
        co_return std::unexpected(ids.error());
    }
    const QString label = tr("Rename the tag %1 to %2").arg(tag, word);
    co_return co_await retag(services, *ids, tag, word, label);
}

Task<Result<int>> deleteTag(Services *services, QString tag)
{
    const auto ids = everyoneWith(*services, tag);
    if (!ids) {
        co_return std::unexpected(ids.error());
    }
    const QString label = tr("Delete the tag %1").arg(tag);
    const QString none;
    co_return co_await retag(services, *ids, tag, none, label);
}

Task<Result<WrittenNotes>> writeNotesOver(Services *services, QString contactId, QString base, QString text)
{
    const std::stop_token never;
    const auto turn = co_await services->jobs.turns().take(editOf(contactId), never);
    const auto before = turn ? services->reader.contact(contactId) : std::unexpected(turn.error());
    if (!before) {
        co_return std::unexpected(before.error());
    }
    const MergedText merged = mergedText(cleanText(base), cleanText(text), cleanText(before->notes));
    Contact after = *before;
    after.notes = merged.text;
    store::Operation operation;
    operation.patch(Kind::contact, contactId, toBody(*before), toBody(after));
    const auto written = co_await writeNotes(services, std::move(after), std::move(operation));
    if (!written) {
        co_return std::unexpected(written.error());
    }
    co_return WrittenNotes {written->notes, !merged.isClean};
}

Task<Result<Contact>> addNote(Services *services, QString contactId, QString text)
{
    const auto before = services->reader.contact(contactId);
    if (!before) {
        co_return before;
    }
    const QString paragraph = cleanText(text);
    if (paragraph.isEmpty()) {
        co_return failure(ErrorKind::rejectedInput, tr("The note is empty. Nothing was changed."));
    }
    store::Operation operation;
    operation.append(Kind::contact, contactId, u"notes"_s, paragraph);
    Contact after = *before;
    after.notes += (after.notes.isEmpty() ? QString() : u"\n\n"_s) + paragraph;
    co_return co_await writeNotes(services, std::move(after), std::move(operation));
}

Task<Result<Contact>> setNotes(Services *services, QString contactId, QString text)
{
    const std::stop_token never;
    const auto turn = co_await services->jobs.turns().take(editOf(contactId), never);
    const auto before = turn ? services->reader.contact(contactId) : std::unexpected(turn.error());
    if (!before) {
        co_return before;
    }
    Contact after = *before;
    after.notes = cleanText(text);
    store::Operation operation;
    operation.patch(Kind::contact, contactId, toBody(*before), toBody(after));
    co_return co_await writeNotes(services, std::move(after), std::move(operation));
}

} // namespace crema::flows
