// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/preparedrecord.h"

#include "store/schema.h"

using namespace Qt::StringLiterals;

namespace crema::store {

ColumnTexts projectionsOf(Kind kind, const Json &body)
{
    const auto &projections = tableOf(kind).projections;
    ColumnTexts columns;
    for (const Projection &projection : projections) {
        columns.add(projection.value(body));
    }
    return columns;
}

Result<PreparedRecord> prepareRecord(RecordCreate record, const KeysOf &keysOf)
{
    if (record.id.isEmpty() || !record.body.is_object()) {
        return failure(ErrorKind::internal, u"A new %1 has no id or no fields."_s.arg(kindName(record.kind)));
    }
    const Json body = normalisedBody(record.kind, std::move(record.body));
    const QStringList keys = record.keys ? std::move(*record.keys) : keysOf(record.kind, record.id, body);
    return PreparedRecord {record.kind,
                           record.id.toUtf8(),
                           toBytes(body),
                           projectionsOf(record.kind, body),
                           indexEntryOf(keys, record.kind, body),
                           std::move(record.sources)};
}

} // namespace crema::store
