// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/contactflow.h"

#include "async/worker.h"
#include "base/dates.h"
#include "base/text.h"
#include "contacts/identity.h"
#include "contacts/merging.h"
#include "contacts/sameness.h"
#include "flows/jobkinds.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

// A key shared by more people than this (a shared phone list, a firm's own name) says nothing about any pair
// of them.
constexpr qsizetype largestKeyGroup = 50;

QString tr(const char *words, int n = -1)
{
    return QCoreApplication::translate("flows", words, nullptr, n);
}

Result<> setFields(Contact &contact, const FieldValues &values)
{
    for (const auto &[field, value] : values) {
        if (const auto set = setDocumentField(contact, field, value); !set) {
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

/// Contacts and the keys they share, read in one pass on a worker.
struct KeyGroups
{
    QHash<QString, QStringList> idsByKey;
    QHash<QString, Contact> contacts;
};

Result<KeyGroups> readKeyGroups(const QString &databasePath, const std::stop_token &stop)
{
    const auto reader = store::Reader::open(databasePath);
    if (!reader) {
        return std::unexpected(reader.error());
    }
    KeyGroups groups;
    const auto read = (*reader)->forEachContact([&](const Contact &contact) {
        for (const contacts::IdentityKey &key : contacts::identityKeys(contact)) {
            groups.idsByKey[recordKey(key)] << contact.id;
        }
        groups.contacts.insert(contact.id, contact);
        return !stop.stop_requested();
    });
    return read ? Result<KeyGroups>(std::move(groups)) : std::unexpected(read.error());
}

Result<QVector<DuplicatePair>> likelyDuplicates(const QString &databasePath, const std::stop_token &stop)
{
    const auto groups = readKeyGroups(databasePath, stop);
    if (!groups) {
        return std::unexpected(groups.error());
    }
    std::set<std::pair<QString, QString>> seen;
    QVector<DuplicatePair> pairs;
    for (const QStringList &ids : groups->idsByKey) {
        if (stop.stop_requested()) {
            return failure(ErrorKind::cancelled, tr("Cancelled."));
        }
        if (ids.size() > largestKeyGroup) {
            continue;
        }
        for (qsizetype i = 0; i < ids.size(); ++i) {
            for (qsizetype j = i + 1; j < ids.size(); ++j) {
                const auto [a, b] = std::minmax(ids[i], ids[j]);
                if (a == b || !seen.emplace(a, b).second) {
                    continue;
                }
                const contacts::Sameness sameness = contacts::compare(groups->contacts[a],
                                                                      groups->contacts[b]);
                if (sameness.verdict != contacts::Verdict::different) {
                    pairs << DuplicatePair {a, b, sameness.reason, static_cast<int>(sameness.score * 100)};
                }
            }
        }
    }
    std::ranges::sort(pairs, [](const DuplicatePair &x, const DuplicatePair &y) {
        return std::tie(y.score, x.a, x.b) < std::tie(x.score, y.a, y.b);
    });
    return pairs;
}

} // namespace

Task<Result<Contact>> addContact(Services *services, FieldValues values)
{
    Contact contact;
    contact.id = services->ids.next();
    contact.createdAt = toStoredTime(services->clock.now());
    if (const auto set = setFields(contact, values); !set) {
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
    co_return services->reader.contact(contact.id);
}

Task<Result<Contact>> setContactFields(Services *services, QString contactId, FieldValues values)
{
    const auto before = services->reader.contact(contactId);
    if (!before) {
        co_return before;
    }
    Contact after = *before;
    if (const auto set = setFields(after, values); !set) {
        co_return std::unexpected(set.error());
    }
    const auto saved = co_await saveContact(services, *before, after);
    if (!saved) {
        co_return std::unexpected(saved.error());
    }
    co_return services->reader.contact(contactId);
}

Task<Result<int>> setFieldOfMany(Services *services, QStringList contactIds, QString field, QString value)
{
    store::Operation operation;
    operation.label = tr("Set %1 of %n contact(s)", static_cast<int>(contactIds.size())).arg(field);
    for (const QString &id : contactIds) {
        const auto before = services->reader.contact(id);
        if (!before) {
            co_return std::unexpected(before.error());
        }
        Contact after = *before;
        if (const auto set = setDocumentField(after, field, value); !set) {
            co_return std::unexpected(set.error());
        }
        operation.patch(Kind::contact, id, toBody(*before), toBody(after));
    }
    const int changed = static_cast<int>(operation.patches.size());
    const auto applied = co_await services->store.apply(std::move(operation));
    if (!applied) {
        co_return std::unexpected(applied.error());
    }
    co_return changed;
}

Task<Result<int>> tagContacts(Services *services, QStringList contactIds, QString tag)
{
    const QString word = cleanLine(tag);
    if (word.isEmpty() || word.contains(u',')) {
        co_return failure(ErrorKind::rejectedInput, tr("A tag is one word or phrase without a comma."));
    }
    store::Operation operation;
    operation.label = tr("Tag %n contact(s)", static_cast<int>(contactIds.size()));
    for (const QString &id : contactIds) {
        const auto before = services->reader.contact(id);
        if (!before) {
            co_return std::unexpected(before.error());
        }
        if (!before->tags.contains(word, Qt::CaseInsensitive)) {
            Contact after = *before;
            after.tags << word;
            operation.patch(Kind::contact, id, toBody(*before), toBody(after));
        }
    }
    const int changed = static_cast<int>(operation.patches.size());
    const auto applied = co_await services->store.apply(std::move(operation));
    if (!applied) {
        co_return std::unexpected(applied.error());
    }
    co_return changed;
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

} // namespace

Task<Result<store::Change>> trashRecords(Services *services, Kind kind, QStringList ids)
{
    const QString label = tr("Delete %n item(s)", static_cast<int>(ids.size()));
    co_return co_await services->store.apply(stateOperation(kind, ids, u"trashed"_s, label));
}

Task<Result<store::Change>> restoreRecords(Services *services, Kind kind, QStringList ids)
{
    const QString label = tr("Restore %n item(s)", static_cast<int>(ids.size()));
    co_return co_await services->store.apply(stateOperation(kind, ids, u"live"_s, label));
}

Task<Result<Contact>> mergeContacts(Services *services, QString keepId, QString otherId)
{
    const auto keep = services->reader.contact(keepId);
    const auto other = services->reader.contact(otherId);
    if (!keep || !other) {
        co_return std::unexpected(keep ? other.error() : keep.error());
    }
    if (keepId == otherId) {
        co_return failure(ErrorKind::rejectedInput, tr("A contact cannot be merged with itself."));
    }
    store::Operation operation;
    operation.label = tr("Merge %1 into %2").arg(other->name(), keep->name());
    operation.keepForGood = true;
    operation.patch(Kind::contact, keepId, toBody(*keep), toBody(contacts::filled(*keep, *other).contact));
    operation.setState(Kind::contact, otherId, u"merged:"_s + keepId);
    // What was made for the other person goes along, so that nothing is left hanging on a hidden contact.
    const auto drafts = services->reader.drafts({otherId, {}, {}});
    const auto preps = services->reader.preps({otherId, {}, {}});
    if (!drafts || !preps) {
        co_return std::unexpected(drafts ? preps.error() : drafts.error());
    }
    for (const Draft &draft : *drafts) {
        Draft moved = draft;
        moved.contactId = keepId;
        operation.patch(Kind::draft, draft.id, toBody(draft), toBody(moved));
    }
    for (const Prep &prep : *preps) {
        Prep moved = prep;
        moved.contactId = keepId;
        operation.patch(Kind::prep, prep.id, toBody(prep), toBody(moved));
    }
    const auto applied = co_await services->store.apply(std::move(operation));
    if (!applied) {
        co_return std::unexpected(applied.error());
    }
    co_return services->reader.contact(keepId);
}

Task<Result<QVector<DuplicatePair>>> findDuplicates(Services *services, std::stop_token stop)
{
    return runOnWorker([](QString path, std::stop_token stopped) { return likelyDuplicates(path, stopped); },
                       services->workspace.databasePath(), stop);
}

} // namespace crema::flows
