// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/historyflow.h"

#include "base/text.h"
#include "store/recordevents.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

constexpr qsizetype labelLength = 60;

QString tr(const char *words)
{
    return QCoreApplication::translate("flows", words);
}

QString titleOf(const store::StoredRecord &record, Kind kind)
{
    return elided(store::titleOf(kind, record.body), labelLength);
}

/// The body as it was right after an operation; notFound when the record is younger than that.
Result<Json> bodyAfter(const store::Reader &reader, const store::StoredRecord &record,
                       const QString &operationId)
{
    const auto history = store::recordHistory(reader.connection(), Kind::contact, record.id);
    if (!history) {
        return std::unexpected(history.error());
    }
    Json body = record.body;
    for (const store::RecordChange &change : *history) { // newest first
        if (change.operationId == operationId) {
            return body;
        }
        if (!change.field.isEmpty() && !change.field.startsWith(u'@')) {
            store::setField(Kind::contact, body, {change.field, change.before});
        }
    }
    return failure(ErrorKind::notFound, tr("This contact's history does not reach back to there."));
}

} // namespace

Task<Result<store::UndoOutcome>> restoreToPoint(Services *services, QString operationId,
                                                store::BulkProgress progress, std::stop_token stop)
{
    const auto label = store::operationLabel(services->reader.connection(), operationId);
    if (!label) {
        co_return std::unexpected(label.error());
    }
    const QString words = tr("Back to: %1").arg(elided(*label, labelLength));
    co_return co_await services->store.restoreTo(operationId, words, std::move(progress), std::move(stop));
}

Task<Result<store::Change>> restoreValues(Services *services, Kind kind, QString id,
                                          std::vector<store::FieldEdit> values, QString what)
{
    const auto record = services->reader.record(kind, id);
    if (!record) {
        co_return std::unexpected(record.error());
    }
    store::Operation operation;
    const QString title = titleOf(*record, kind);
    //: %1 is a field or a list of fields, %2 a person or an email
    operation.label = title.isEmpty() ? tr("Restore %1").arg(what) : tr("Restore %1 of %2").arg(what, title);
    operation.patches.push_back({kind, id, std::move(values), {}});
    co_return co_await services->store.apply(std::move(operation));
}

Task<Result<store::Change>> restoreContactTo(Services *services, QString contactId, QString operationId)
{
    const auto record = services->reader.record(Kind::contact, contactId);
    if (!record) {
        co_return std::unexpected(record.error());
    }
    const auto body = bodyAfter(services->reader, *record, operationId);
    if (!body) {
        co_return std::unexpected(body.error());
    }
    store::Operation operation;
    operation.label = tr("Back to an earlier state: %1").arg(titleOf(*record, Kind::contact));
    operation.patch(Kind::contact, contactId, record->body, *body);
    if (operation.patches.empty()) {
        co_return failure(ErrorKind::notFound, tr("Nothing was changed since then."));
    }
    co_return co_await services->store.apply(std::move(operation));
}

} // namespace crema::flows
