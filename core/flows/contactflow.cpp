// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/contactflow.h"

#include "base/dates.h"
#include "contacts/typedfield.h"
#include "flows/followupflow.h"
#include "store/mergereader.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

QString tr(const char *words, int n = -1)
{
    return QCoreApplication::translate("flows", words, nullptr, n);
}

Result<> setFields(Contact &contact, const FieldValues &values, QDate day)
{
    for (const auto &[field, value] : values) {
        if (const auto set = contacts::setTypedField(contact, field, value, day); !set) {
            return set;
        }
    }
    return {};
}

Result<> checkReachable(const Contact &contact)
{
    if (contact.name().isEmpty() && contact.email().isEmpty() && contact.linkedinUrl().isEmpty()) {
        return failure(
                ErrorKind::rejectedInput,
                tr("A contact needs a name, an email address or a LinkedIn address. Nothing was saved."));
    }
    return {};
}

} // namespace

QString editOf(const QString &contactId)
{
    return u"edit of contact "_s + contactId;
}

Task<Result<Contact>> addContact(Services *services, FieldValues values)
{
    Contact contact;
    contact.id = services->ids.next();
    contact.createdAt = toStoredTime(services->clock.now());
    if (const auto set = setFields(contact, values, today(*services)); !set) {
        co_return std::unexpected(set.error());
    }
    if (const auto reachable = checkReachable(contact); !reachable) {
        co_return std::unexpected(reachable.error());
    }
    store::Operation operation;
    operation.label = tr("Add %1").arg(contact.name().isEmpty() ? contact.email() : contact.name());
    operation.create(Kind::contact, contact.id, toBody(contact));
    const auto applied = co_await services->store.apply(std::move(operation));
    if (!applied) {
        co_return std::unexpected(applied.error());
    }
    co_return services->reader.contact(contact.id).value_or(contact);
}

Task<Result<Contact>> setContactFields(Services *services, QString contactId, FieldValues values)
{
    const std::stop_token never;
    const auto turn = co_await services->jobs.turns().take(editOf(contactId), never);
    const auto before = turn ? services->reader.contact(contactId) : std::unexpected(turn.error());
    if (!before) {
        co_return before;
    }
    Contact after = *before;
    if (const auto set = setFields(after, values, today(*services)); !set) {
        co_return std::unexpected(set.error());
    }
    const auto saved = co_await saveContact(services, *before, after);
    if (!saved) {
        co_return std::unexpected(saved.error());
    }
    co_return services->reader.contact(contactId).value_or(after); // who may be in the trash by now
}

Task<Result<>> saveContact(Services *services, Contact before, Contact after)
{
    // Somebody who came without any of it (a phone number only) can be edited all the same.
    if (const auto reachable = checkReachable(after); !reachable && checkReachable(before)) {
        co_return reachable;
    }
    store::Operation operation;
    operation.label = tr("Edit %1").arg(after.name().isEmpty() ? after.email() : after.name());
    operation.patch(Kind::contact, before.id, toBody(before), toBody(after));
    if (const auto kept = keepFollowUps(services->reader, today(*services), operation); !kept) {
        co_return std::unexpected(kept.error());
    }
    const auto applied = co_await services->store.apply(std::move(operation));
    if (!applied) {
        co_return std::unexpected(applied.error());
    }
    co_return Result<> {};
}

namespace {

store::Operation stateOperation(Kind kind, const QStringList &ids, const QString &state, const QString &label)
{
    store::Operation operation;
    operation.label = label;
    for (const QString &id : ids) {
        operation.setState(kind, id, state);
    }
    return operation;
}

/// A merged contact is part of another: moved by itself, it would come back without its emails, or be deleted
/// for good.
Result<> checkNotMerged(const Services &services, Kind kind, const QStringList &ids)
{
    const auto merged = store::mergedContacts(services.reader.connection());
    if (!merged) {
        return std::unexpected(merged.error());
    }
    for (const QString &id : ids) {
        if (kind == Kind::contact && merged->contains(id)) {
            return failure(ErrorKind::rejectedInput,
                           tr("The contact \"%1\" is merged into another; take it out of there first "
                              "(contacts unmerge). Nothing was changed.")
                                   .arg(id));
        }
    }
    return {};
}

} // namespace

Task<Result<store::Change>> trashRecords(Services *services, Kind kind, QStringList ids)
{
    if (const auto free = checkNotMerged(*services, kind, ids); !free) {
        co_return std::unexpected(free.error());
    }
    const QString label = tr("Delete %n item(s)", static_cast<int>(ids.size()));
    co_return co_await services->store.apply(stateOperation(kind, ids, u"trashed"_s, label));
}

Task<Result<store::Change>> restoreRecords(Services *services, Kind kind, QStringList ids)
{
    if (const auto free = checkNotMerged(*services, kind, ids); !free) {
        co_return std::unexpected(free.error());
    }
    const QString label = tr("Restore %n item(s)", static_cast<int>(ids.size()));
    co_return co_await services->store.apply(stateOperation(kind, ids, u"live"_s, label));
}

} // namespace crema::flows
