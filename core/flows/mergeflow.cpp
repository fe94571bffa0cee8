// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/mergeflow.h"

#include "async/worker.h"
#include "store/mergereader.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

constexpr int peopleBetweenLooks = 512; // at whether to stop

QString tr(const char *words)
{
    return QCoreApplication::translate("flows", words);
}

QString nameOf(const Contact &contact)
{
    return contact.name().isEmpty() ? contact.email() : contact.name();
}

Result<> addPeople(contacts::DuplicateScan &scan, store::Reader &reader, ScanProgress &progress,
                   const std::stop_token &stop)
{
    int people = 0;
    return reader.forEachContact([&](const Contact &contact) {
        scan.add(contact);
        if (++people % peopleBetweenLooks == 0) {
            progress.people = people;
            return !stop.stop_requested();
        }
        return true;
    });
}

Result<contacts::DuplicateReport> scanWorkspace(const QString &databasePath,
                                                const std::shared_ptr<ScanProgress> &shown,
                                                const std::stop_token &stop)
{
    const auto progress = shown ? shown : std::make_shared<ScanProgress>();
    auto forms = contacts::NameForms::bundled();
    const auto reader = store::Reader::open(databasePath);
    if (!forms || !reader) {
        return std::unexpected(forms ? reader.error() : forms.error());
    }
    contacts::DuplicateScan scan(std::move(*forms));
    const auto merged = store::mergedContacts((*reader)->connection());
    if (!merged) {
        return std::unexpected(merged.error());
    }
    for (const auto &[id, into] : merged->asKeyValueRange()) {
        scan.addMerged(id, into);
    }
    if (const auto added = addPeople(scan, **reader, *progress, stop); !added) {
        return std::unexpected(added.error());
    }
    if (stop.stop_requested()) {
        return failure(ErrorKind::cancelled, tr("Cancelled; nothing was changed."));
    }
    progress->percent = 0;
    return scan.run([&](int percent) { progress->percent = percent; }, stop);
}

/// Who said what the merged contact takes over from the other.
std::optional<Source> sourceOf(const Contact &other, const QString &field)
{
    const auto own = other.sources.constFind(field);
    if (own != other.sources.cend()) {
        return *own;
    }
    const auto whole = other.sources.constFind(QString());
    return whole == other.sources.cend() ? std::nullopt : std::optional(*whole);
}

/// One patch for each source, so that a value keeps where it came from.
void addSourcedPatches(store::Operation &operation, const Contact &keep, const Contact &after,
                       const Contact &other)
{
    std::vector<store::RecordPatch> patches;
    for (const store::FieldEdit &edit : store::editsBetween(Kind::contact, toBody(keep), toBody(after))) {
        const auto source = edit.value ? sourceOf(other, edit.field) : std::nullopt;
        auto patch = std::ranges::find(patches, source, &store::RecordPatch::source);
        if (patch == patches.end()) {
            patches.push_back({Kind::contact, keep.id, {}, source});
            patch = std::prev(patches.end());
        }
        patch->edits.push_back(edit);
    }
    std::ranges::move(patches, std::back_inserter(operation.patches));
}

Result<> checkMergeable(const Contact &keep, const Contact &other)
{
    if (keep.id == other.id) {
        return failure(ErrorKind::rejectedInput, tr("A contact cannot be merged with itself."));
    }
    if (keep.sample != other.sample) {
        return failure(
                ErrorKind::rejectedInput,
                tr("A fictional sample person cannot be merged with a real one. Nothing was changed."));
    }
    return {};
}

/// Drafts and preps of `other` become those of `keep`.
Result<> moveAttached(store::Operation &operation, store::Connection &connection, const QString &keepId,
                      const QString &otherId, MergeOutcome &outcome)
{
    const auto attached = store::attachedTo(connection, otherId);
    if (!attached) {
        return std::unexpected(attached.error());
    }
    for (const store::AttachedRecord &record : *attached) {
        operation.patches.push_back({record.kind, record.id, {{u"contactId"_s, Json(keepId)}}, {}});
        (record.kind == Kind::draft ? outcome.drafts : outcome.preps) += 1;
    }
    return {};
}

} // namespace

Task<Result<contacts::DuplicateReport>> findDuplicates(Services *services,
                                                       std::shared_ptr<ScanProgress> progress,
                                                       std::stop_token stop)
{
    return findDuplicatesIn(services->workspace.databasePath(), std::move(progress), stop);
}

Task<Result<contacts::DuplicateReport>> findDuplicatesIn(QString databasePath,
                                                         std::shared_ptr<ScanProgress> progress,
                                                         std::stop_token stop)
{
    return runOnWorker([](QString path, std::shared_ptr<ScanProgress> shown,
                          std::stop_token stopped) { return scanWorkspace(path, shown, stopped); },
                       std::move(databasePath), std::move(progress), stop);
}

Task<Result<MergeOutcome>> mergeContacts(Services *services, QString keepId, QString otherId,
                                         contacts::MergeChoices choices)
{
    const auto keep = services->reader.contact(keepId);
    const auto other = services->reader.contact(otherId);
    if (!keep || !other) {
        co_return std::unexpected(keep ? other.error() : keep.error());
    }
    if (const auto fits = checkMergeable(*keep, *other); !fits) {
        co_return std::unexpected(fits.error());
    }
    if (const auto known = contacts::checkChoices(choices); !known) {
        co_return std::unexpected(known.error());
    }
    MergeOutcome outcome;
    store::Operation operation;
    operation.label = tr("Merge %1 into %2").arg(nameOf(*other), nameOf(*keep));
    operation.keepForGood = true;
    const Contact after = contacts::merged(*keep, *other, choices);
    addSourcedPatches(operation, *keep, after, *other);
    operation.setState(Kind::contact, otherId, u"merged:"_s + keepId);
    const auto moved = moveAttached(operation, services->reader.connection(), keepId, otherId, outcome);
    if (!moved) {
        co_return std::unexpected(moved.error());
    }
    const auto applied = co_await services->store.apply(std::move(operation));
    if (!applied) {
        co_return std::unexpected(applied.error());
    }
    outcome.operationId = applied->operationId;
    outcome.contact = services->reader.contact(keepId).value_or(after);
    co_return outcome;
}

Task<Result<UnmergeOutcome>> unmergeContact(Services *services, QString contactId)
{
    auto plan = store::planUnmerge(services->reader.connection(), contactId);
    if (!plan) {
        co_return std::unexpected(plan.error());
    }
    const auto record = services->reader.record(Kind::contact, contactId);
    if (!record) {
        co_return std::unexpected(record.error());
    }
    UnmergeOutcome outcome;
    outcome.winnerId = plan->winnerId;
    outcome.conflicts = std::move(plan->conflicts);
    const Contact alone = contactFrom(contactId, record->body);
    plan->operation.label = tr("Take %1 out of a merge").arg(nameOf(alone));
    const auto applied = co_await services->store.apply(std::move(plan->operation));
    if (!applied) {
        co_return std::unexpected(applied.error());
    }
    outcome.operationId = applied->operationId;
    outcome.contact = services->reader.contact(contactId).value_or(alone);
    co_return outcome;
}

Task<Result<store::Change>> keepApart(Services *services, QString aId, QString bId)
{
    const auto a = services->reader.contact(aId);
    const auto b = services->reader.contact(bId);
    if (!a || !b) {
        co_return std::unexpected(a ? b.error() : a.error());
    }
    if (aId == bId) {
        co_return failure(ErrorKind::rejectedInput, tr("These are one contact, not two."));
    }
    store::Operation operation;
    operation.label = tr("Not the same person: %1 and %2").arg(nameOf(*a), nameOf(*b));
    operation.patches.push_back({Kind::contact, aId, {{u"distinctFrom/"_s + bId, Json(bId)}}, {}});
    co_return co_await services->store.apply(std::move(operation));
}

} // namespace crema::flows
