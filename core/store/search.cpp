// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search.h"

#include "base/text.h"
#include "store/historyreader.h"
#include "store/schema.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

QString joined(const QString &first, const QString &second)
{
    return first.isEmpty() || second.isEmpty() ? first + second : first + u" · "_s + second;
}

SearchHit personHit(const ContactRow &row)
{
    return {Kind::contact, row.id, row.name.isEmpty() ? row.email : row.name,
            joined(row.jobTitle, row.company)};
}

/// FTS5 query in which every word must begin some word; quoted, so that no word is read as an operator.
QString fulltextQuery(const QString &text)
{
    QStringList terms;
    for (const QString &word : foldedWords(text)) {
        terms << u'"' + word + u"\"*"_s;
    }
    return terms.join(u' ');
}

Result<> addLongHits(const Reader &reader, const QString &text, int limit, QVector<SearchHit> &hits)
{
    const QString query = fulltextQuery(text);
    if (query.isEmpty()) {
        return {};
    }
    QSet<QString> known;
    for (const SearchHit &hit : std::as_const(hits)) {
        known << hit.id;
    }
    Statement match(reader.connection(),
                    "SELECT rowid, snippet(fulltext, 1, '', '', '…', 12) FROM fulltext WHERE fulltext MATCH "
                    "?1 ORDER BY rank LIMIT ?2");
    match.bind(1, query).bind(2, limit);
    while (match.step() && hits.size() < limit) {
        const qint64 row = match.integer(0);
        const auto kind = static_cast<Kind>(row % 16);
        Statement record(reader.connection(),
                         QByteArray("SELECT id, body FROM ") + tableOf(kind).name + " WHERE rid=?1 AND "
                                 + liveRows);
        if (!record.bind(1, row / 16).step() || known.contains(record.text(0))) {
            continue;
        }
        const Json body = parseJson(record.view(1)).value_or(Json::object());
        hits << SearchHit {kind, record.text(0), titleOf(kind, body), cleanLine(match.text(1))};
    }
    return match.failed() ? Result<>(std::unexpected(match.error())) : Result<> {};
}

} // namespace

Result<QVector<SearchHit>> searchEverything(const Reader &reader, const PeopleSearch &people,
                                            const QString &text, int limit)
{
    QVector<qint64> rids;
    for (const PeopleSearch::Hit &hit : people.find(text, limit).best) {
        rids << hit.rid;
    }
    const auto rows = reader.contactRows(rids);
    if (!rows) {
        return std::unexpected(rows.error());
    }
    QVector<SearchHit> hits;
    for (const ContactRow &row : *rows) {
        hits << personHit(row);
    }
    if (const auto added = addLongHits(reader, text, limit, hits); !added) {
        return std::unexpected(added.error());
    }
    return hits;
}

} // namespace crema::store
