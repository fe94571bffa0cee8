// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/tagflow.h"

#include "base/text.h"
#include "base/textmerge.h"
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

struct NotesChange
{
    enum class How { replace, append, merge };
    How how = How::replace;
    QString base; ///< that the writer of a merged text began with
    QString text;
};

MergedText changed(const NotesChange &change, const QString &present)
{
    const QString text = cleanText(change.text);
    switch (change.how) {
    case NotesChange::How::append:
        return {present.isEmpty() ? text : present + u"\n\n"_s + text, true};
    case NotesChange::How::merge:
        return mergedText(cleanText(change.base), text, cleanText(present));
    case NotesChange::How::replace:
        break;
    }
    return {text, true};
}

store::Operation notesOperation(const Contact &before, const QString &notes)
{
    Contact after = before;
    after.notes = notes;
    store::Operation operation;
    operation.label = tr("Notes on %1").arg(nameOf(before));
    operation.patch(Kind::contact, before.id, toBody(before), toBody(after));
    return operation;
}

Task<Result<WrittenNotes>> changeNotes(Services *services, QString contactId, NotesChange change)
{
    const auto before = services->reader.contact(contactId);
    if (!before) {
        co_return std::unexpected(before.error());
    }
    const MergedText after = changed(change, before->notes);
    const auto applied = co_await services->store.apply(notesOperation(*before, after.text));
    if (!applied) {
        co_return std::unexpected(applied.error());
    }
    co_return WrittenNotes {after.text, !after.isClean};
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
    return changeNotes(services, std::move(contactId), NotesChange {NotesChange::How::merge, base, text});
}

Task<Result<Contact>> addNote(Services *services, QString contactId, QString text)
{
    const NotesChange change {NotesChange::How::append, {}, text};
    if (cleanText(text).isEmpty()) {
        co_return failure(ErrorKind::rejectedInput, tr("The note is empty. Nothing was changed."));
    }
    const auto written = co_await changeNotes(services, contactId, change);
    co_return written ? services->reader.contact(contactId) : std::unexpected(written.error());
}

Task<Result<Contact>> setNotes(Services *services, QString contactId, QString text)
{
    const NotesChange change {NotesChange::How::replace, {}, text};
    const auto written = co_await changeNotes(services, contactId, change);
    co_return written ? services->reader.contact(contactId) : std::unexpected(written.error());
}

} // namespace crema::flows
