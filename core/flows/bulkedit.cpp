// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/bulkedit.h"

#include "async/worker.h"
#include "base/text.h"
#include "contacts/typedfield.h"
#include "flows/followupflow.h"
#include "store/peoplelist.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

constexpr qsizetype rowsAtOnce = 500;

QString tr(const char *words, int n = -1)
{
    return QCoreApplication::translate("flows", words, nullptr, n);
}

using Report = std::function<void(int done)>;

/// Which contact a problem is about; of many it must be said.
QString namedProblem(const Contact &contact, const QString &problem)
{
    const QString name = contact.name().isEmpty() ? contact.email() : contact.name();
    return name.isEmpty() ? problem : tr("%1: %2").arg(name, problem);
}

bool isReachable(const Contact &contact)
{
    return !contact.name().isEmpty() || !contact.email().isEmpty() || !contact.linkedinUrl().isEmpty();
}

Result<Contact> edited(const Contact &before, const FieldValues &values, const QString &addTag, QDate day)
{
    Contact after = before;
    for (const auto &[field, value] : values) {
        if (const auto set = contacts::setTypedField(after, field, value, day); !set) {
            return failure(set.error().kind, namedProblem(before, set.error().text));
        }
    }
    if (!addTag.isEmpty() && !after.tags.contains(addTag, Qt::CaseInsensitive)) {
        after.tags << addTag;
    }
    if (isReachable(before) && !isReachable(after)) {
        return failure(
                ErrorKind::rejectedInput,
                namedProblem(before, tr("A contact needs a name, an email address or a LinkedIn address.")));
    }
    return after;
}

Result<> addPatches(store::Operation &operation, const QVector<store::PersonDetails> &people,
                    const QHash<qint64, FieldValues> &values, const QString &addTag, QDate day)
{
    for (const store::PersonDetails &person : people) {
        const auto after = edited(person.contact, values.value(person.rid), addTag, day);
        if (!after) {
            return std::unexpected(after.error());
        }
        operation.patch(Kind::contact, person.contact.id, toBody(person.contact), toBody(*after));
    }
    return {};
}

Result<store::Operation> prepareEdit(const QString &path, const BulkEdit &edit, QDate day,
                                     const Report &report, const std::stop_token &stop)
{
    const auto reader = store::Reader::open(path);
    if (!reader) {
        return std::unexpected(reader.error());
    }
    QHash<qint64, FieldValues> values;
    QVector<qint64> rids;
    for (const RowEdit &row : edit.rows) {
        if (!values.contains(row.rid)) {
            rids << row.rid;
        }
        values[row.rid] += row.values;
    }
    store::Operation operation;
    for (qsizetype from = 0; from < rids.size(); from += rowsAtOnce) {
        if (stop.stop_requested()) {
            return failure(ErrorKind::cancelled, tr("Cancelled; nothing was changed."));
        }
        report(static_cast<int>(from));
        const auto people = store::peopleDetails(**reader, rids.mid(from, rowsAtOnce));
        if (!people) {
            return std::unexpected(people.error());
        }
        if (const auto added = addPatches(operation, *people, values, edit.addTag, day); !added) {
            return std::unexpected(added.error());
        }
    }
    if (edit.label) {
        operation.label = edit.label(static_cast<int>(operation.patches.size()));
    }
    if (const auto kept = keepFollowUps(**reader, day, operation); !kept) {
        return std::unexpected(kept.error());
    }
    return operation;
}

Result<store::Operation> prepareTrash(const QString &path, const QVector<qint64> &rids,
                                      const std::stop_token &stop)
{
    const auto reader = store::Reader::open(path);
    if (!reader) {
        return std::unexpected(reader.error());
    }
    store::Operation operation;
    for (qsizetype from = 0; from < rids.size(); from += rowsAtOnce) {
        if (stop.stop_requested()) {
            return failure(ErrorKind::cancelled, tr("Cancelled; nothing was changed."));
        }
        const auto rows = (*reader)->contactRows(rids.mid(from, rowsAtOnce));
        if (!rows) {
            return std::unexpected(rows.error());
        }
        for (const store::ContactRow &row : *rows) {
            operation.setState(Kind::contact, row.id, u"trashed"_s);
        }
    }
    operation.label = tr("Delete %n contact(s)", static_cast<int>(operation.states.size()));
    return operation;
}

/// Takes reports of a worker to the thread of the store, which outlives the flow.
Report reportTo(Services *services, const store::BulkProgress &progress, int total)
{
    return [store = &services->store, progress, total](int done) {
        if (progress) {
            QMetaObject::invokeMethod(
                    store, [progress, done, total] { progress(done, total); }, Qt::QueuedConnection);
        }
    };
}

} // namespace

Result<BulkEdit> taggingOf(const QVector<qint64> &rids, const QString &tag)
{
    const QString word = cleanLine(tag);
    if (word.isEmpty() || word.contains(u',')) {
        return failure(ErrorKind::rejectedInput, tr("A tag is one word or phrase without a comma."));
    }
    const auto label = [word](int changed) { return tr("Tag %n contact(s) \"%1\"", changed).arg(word); };
    BulkEdit edit {label, {}, word};
    edit.rows.reserve(rids.size());
    for (const qint64 rid : rids) {
        edit.rows << RowEdit {rid, {}};
    }
    return edit;
}

Task<Result<BulkOutcome>> editMany(Services *services, BulkEdit edit, store::BulkProgress progress,
                                   std::stop_token stop)
{
    // Reading and checking is the first half of the work, writing the second.
    const int rows = static_cast<int>(edit.rows.size());
    auto preparing = runOnWorker(
            [](QString path, BulkEdit wanted, QDate day, Report report, std::stop_token stopped) {
                return prepareEdit(path, wanted, day, report, stopped);
            },
            services->workspace.databasePath(), std::move(edit), today(*services),
            reportTo(services, progress, 2 * rows), stop);
    auto operation = co_await preparing;
    if (!operation) {
        co_return std::unexpected(operation.error());
    }
    BulkOutcome outcome;
    outcome.changed = static_cast<int>(operation->patches.size());
    store::BulkProgress writing;
    if (progress) {
        writing = [progress, rows](int done, int) { progress(rows + done, 2 * rows); };
    }
    auto applying = services->store.applyBulk(std::move(*operation), std::move(writing), stop);
    const auto applied = co_await applying;
    if (!applied) {
        co_return std::unexpected(applied.error());
    }
    outcome.operationId = applied->operationId;
    co_return outcome;
}

Task<Result<BulkOutcome>> trashMany(Services *services, QVector<qint64> rids, store::BulkProgress progress,
                                    std::stop_token stop)
{
    auto preparing = runOnWorker([](QString path, QVector<qint64> rows,
                                    std::stop_token stopped) { return prepareTrash(path, rows, stopped); },
                                 services->workspace.databasePath(), std::move(rids), stop);
    auto operation = co_await preparing;
    if (!operation) {
        co_return std::unexpected(operation.error());
    }
    BulkOutcome outcome;
    outcome.changed = static_cast<int>(operation->states.size());
    auto applying = services->store.applyBulk(std::move(*operation), std::move(progress), stop);
    const auto applied = co_await applying;
    if (!applied) {
        co_return std::unexpected(applied.error());
    }
    outcome.operationId = applied->operationId;
    co_return outcome;
}

} // namespace crema::flows
