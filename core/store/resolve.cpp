// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/resolve.h"

#include "store/readerrows.h"
#include "store/schema.h"

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

// The upper end keeps the search inside the index; char(1114111) sorts after everything.
QByteArray idsBeginning(Kind kind, const QByteArray &where)
{
    return QByteArray("SELECT id, state FROM ") + tableOf(kind).name
            + " WHERE id >= ?1 AND id < ?1||char(1114111) AND substr(id,1,length(?1))=?1 AND "
              "op NOT IN (SELECT op FROM staging) AND "
            + where + " ORDER BY id LIMIT 2";
}

/// Why a record that exists is not where it should be.
Result<QString> elsewhere(const Reader &reader, Kind kind, const QString &prefix, Whereabouts wanted)
{
    Statement statement(reader.connection(), idsBeginning(kind, "1"));
    const bool found = statement.bind(1, prefix).step();
    if (statement.failed()) {
        return std::unexpected(statement.error());
    }
    if (!found) {
        return failure(ErrorKind::notFound, u"There is no %1 \"%2\"."_s.arg(kindName(kind), prefix));
    }
    const QString id = statement.text(0);
    const QString state = statement.text(1);
    const bool inTrash = state == "trashed"_L1;
    const QString where = inTrash            ? u"is in the trash"_s
            : state != "live"_L1             ? u"was merged into another"_s
            : wanted == Whereabouts::inTrash ? u"is not in the trash"_s
                                             : u"was not merged into another"_s;
    const QString hint = wanted == Whereabouts::live && kind == Kind::contact
            ? u"; \"crema-cli contacts %1 %2\" takes it out"_s.arg(inTrash ? u"restore"_s : u"unmerge"_s, id)
            : QString();
    return failure(ErrorKind::notFound, u"The %1 \"%2\" %3%4."_s.arg(kindName(kind), id, where, hint));
}

const char *conditionOf(Whereabouts whereabouts)
{
    switch (whereabouts) {
    case Whereabouts::live:
        return "state='live'";
    case Whereabouts::inTrash:
        return "state='trashed'";
    case Whereabouts::merged:
        break;
    }
    return "state GLOB 'merged:*'";
}

} // namespace

Result<QString> resolveId(const Reader &reader, Kind kind, const QString &prefix, Whereabouts whereabouts)
{
    if (prefix.isEmpty()) {
        return failure(ErrorKind::rejectedInput, u"An id is missing."_s);
    }
    Statement statement(reader.connection(), idsBeginning(kind, conditionOf(whereabouts)));
    statement.bind(1, prefix);
    const auto ids = collect<QString>(statement, [](const Statement &row) { return row.text(0); });
    if (!ids) {
        return std::unexpected(ids.error());
    }
    if (ids->isEmpty()) {
        return elsewhere(reader, kind, prefix, whereabouts);
    }
    if (ids->size() > 1 && ids->constFirst() != prefix) {
        return failure(ErrorKind::rejectedInput,
                       u"Several %1 ids begin with \"%2\"; write more of it."_s.arg(kindName(kind), prefix));
    }
    return ids->constFirst();
}

} // namespace crema::store
