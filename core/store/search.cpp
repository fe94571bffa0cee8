// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search.h"

#include "base/text.h"
#include "store/historyreader.h"
#include "store/schema.h"
#include "store/searchtext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace crema::store {

namespace {

constexpr int snippetWords = 14;
constexpr int wordsBefore = 4; ///< the one that was found
constexpr qsizetype snippetLength = 140;
/// Ranking every text that holds a one- or two-letter prefix takes too long while typing: only the newest are
/// ranked.
constexpr int rankedTexts = 2000;

QString joined(const QString &first, const QString &second)
{
    return first.isEmpty() || second.isEmpty() ? first + second : first + u" · "_s + second;
}

bool holdsWord(const QString &text, const std::vector<std::string> &words)
{
    std::string line;
    appendWords(line, text.toStdString());
    return std::ranges::any_of(words, [&](const std::string &word) { return line.contains(word); });
}

/// Some words of the text around the first one that was looked for.
QString snippetOf(const std::string &text, const std::vector<std::string> &words)
{
    const QStringList all = cleanLine(QString::fromStdString(text)).split(u' ', Qt::SkipEmptyParts);
    const auto hit = std::ranges::find_if(all, [&](const QString &word) { return holdsWord(word, words); });
    const auto at = hit == all.end() ? 0 : static_cast<qsizetype>(hit - all.begin());
    const qsizetype from = std::max<qsizetype>(0, at - wordsBefore);
    QString snippet = all.mid(from, snippetWords).join(u' ');
    if (from > 0) {
        snippet.prepend(u"… "_s);
    }
    if (from + snippetWords < all.size()) {
        snippet += u" …"_s;
    }
    return elided(snippet, snippetLength);
}

/// True when one of the words stands in the contact's notes only, the last field of its words.
Result<bool> isInNotes(const Reader &reader, qint64 rid, const std::vector<std::string> &words)
{
    Statement line(reader.connection(), "SELECT words FROM contact_words WHERE rid=?1");
    if (!line.bind(1, rid).step()) {
        return line.failed() ? Result<bool>(std::unexpected(line.error())) : false;
    }
    const std::string all = line.bytes(0).toStdString();
    const std::string_view others = std::string_view(all).substr(0, all.rfind('\t'));
    return std::ranges::any_of(words, [&](const std::string &word) { return !others.contains(word); });
}

Result<SearchHit> personHit(const Reader &reader, const ContactRow &row,
                            const std::vector<std::string> &words)
{
    SearchHit hit {Kind::contact, row.id, row.name.isEmpty() ? row.email : row.name,
                   joined(row.jobTitle, row.company)};
    const auto inNotes = isInNotes(reader, row.rid, words);
    if (!inNotes) {
        return std::unexpected(inNotes.error());
    }
    if (*inNotes) {
        const auto record = reader.record(Kind::contact, row.id);
        if (!record) {
            return std::unexpected(record.error());
        }
        hit.subtitle = snippetOf(std::string(utf8At(record->body, "notes")), words);
    }
    return hit;
}

/// The record behind a row of the full-text index, unless it is not visible.
Result<std::optional<SearchHit>> longHit(const Reader &reader, qint64 row,
                                         const std::vector<std::string> &words)
{
    const auto kind = static_cast<Kind>(row % 16);
    Statement record(reader.connection(),
                     QByteArray("SELECT id, body FROM ") + tableOf(kind).name + " WHERE rid=?1 AND "
                             + liveRows);
    if (!record.bind(1, row / 16).step()) {
        return record.failed() ? Result<std::optional<SearchHit>>(std::unexpected(record.error()))
                               : std::nullopt;
    }
    const Json body = parseJson(record.view(1)).value_or(Json::object());
    return SearchHit {kind, record.text(0), titleOf(kind, body),
                      snippetOf(longTextOf(kind, body).text, words)};
}

Result<> addLongHits(const Reader &reader, const std::vector<std::string> &words, int limit,
                     QVector<SearchHit> &hits)
{
    const bool isShort = std::ranges::any_of(words, [](const std::string &word) { return word.size() <= 3; });
    const QByteArray newest = isShort ? "ORDER BY rowid DESC LIMIT " + QByteArray::number(rankedTexts) : "";
    Statement match(reader.connection(),
                    "SELECT rowid FROM (SELECT rowid, rank AS r FROM fulltext WHERE fulltext MATCH ?1 "
                            + newest + ") ORDER BY r");
    match.bind(1, fulltextQuery(words));
    while (hits.size() < limit && match.step()) {
        const auto hit = longHit(reader, match.integer(0), words);
        if (!hit) {
            return std::unexpected(hit.error());
        }
        if (*hit) {
            hits << **hit;
        }
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
    const std::vector<std::string> words = queryWords(text);
    if (words.empty()) {
        return hits;
    }
    for (const ContactRow &row : *rows) {
        const auto hit = personHit(reader, row, words);
        if (!hit) {
            return std::unexpected(hit.error());
        }
        hits << *hit;
    }
    if (const auto added = addLongHits(reader, words, limit, hits); !added) {
        return std::unexpected(added.error());
    }
    return hits;
}

} // namespace crema::store
